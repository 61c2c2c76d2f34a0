/** Samples, one row for each number that was drawn: what its examination showed is entered in the row. */
import { choiceColumn, EDITABLE, numberColumn, textColumn } from '../../../kernel/list-columns.ts';
import { editableList, subjectOf } from '../../../kernel/list.ts';
import { SAMPLE_OUTCOME_LABELS, SAMPLING_LABELS } from '../labels.ts';
import { client, COMMON, type Out, per } from './common.ts';

type Sample = Out<'listSamples'>['samples'][number];
type Drawn = Sample['items'][number] & { readonly sample: Sample; readonly check: string };

const DRAWN = { reason: '抽出した標本は変えられません。抽出は、監査の画面で行います。' };

export const sampleList = editableList<Drawn>({
  ...COMMON,
  per: { ...per, title: '監査の対象' },
  id: 'samples',
  title: '標本の抽出と結果',
  answers: ['listSamples'],
  edit: { change: 'audit.fieldwork' },
  help: '標本一件を一行とし、確かめた結果と備考を書き入れます。',
  records: async (context, scope) => {
    const auditId = subjectOf(scope);
    const { samples } = await client(context).listSamples({ auditId });
    const { checks } = await client(context).listChecks({ auditId });
    const titles = new Map(checks.map(({ id, title }) => [id, title]));
    return samples.flatMap((sample) =>
      sample.items.map((item) => ({ ...item, sample, check: titles.get(sample.checkId) ?? '' })),
    );
  },
  key: ({ sample, number }) => `${sample.id} ${number}`,
  columns: [
    textColumn('check', '確認項目', 30, (it) => it.check, DRAWN),
    textColumn('population', '母集団', 40, (it) => it.sample.population, DRAWN),
    numberColumn('size', '母集団の件数', 14, (it) => it.sample.size, DRAWN),
    choiceColumn('method', '方法', 16, SAMPLING_LABELS, (it) => it.sample.method, DRAWN),
    textColumn('seed', '種', 24, (it) => it.sample.seed, DRAWN),
    textColumn('procedure', '手順の版', 22, (it) => it.sample.procedure, DRAWN),
    textColumn('reason', '理由', 36, (it) => it.sample.reason, DRAWN),
    numberColumn('number', '標本の番号', 10, (it) => it.number, DRAWN),
    choiceColumn('outcome', '結果', 12, SAMPLE_OUTCOME_LABELS, (it) => it.outcome, EDITABLE),
    textColumn('note', '備考', 36, (it) => it.note, { ...EDITABLE, maxLength: 1000 }),
  ],
  change: async (context, scope, { sample: { id: sampleId }, number }, values) => {
    // Rows of one sample are saved one after another: each needs the version that the last one left.
    const { samples } = await client(context).listSamples({ auditId: subjectOf(scope) });
    const version = samples.find(({ id }) => id === sampleId)?.version ?? 0;
    const outcome = values.textOrNull('outcome') === null ? null : values.one('outcome', SAMPLE_OUTCOME_LABELS);
    const results = [{ number, outcome, note: values.text('note') }];
    return client(context).recordSampleResults({ sampleId, version, results });
  },
});
