/** Evidence on file and the contracts to be checked: rows come in, files are added on the page. */
import {
  choiceColumn,
  dayColumn,
  EDITABLE,
  FIRST,
  FIRST_OPTIONAL,
  numberColumn,
  REQUIRED,
  textColumn,
} from '../../../kernel/list-columns.ts';
import { editableList, engagementOf, subjectOf } from '../../../kernel/list.ts';
import { EVIDENCE_STATE_LABELS, SERVICE_LABELS, TECHNIQUE_NAMES } from '../labels.ts';
import { client, COMMON, type Out, per } from './common.ts';

const BY_FILE = { reason: 'ファイルとハッシュ値は、登録したときに定まり、変えられません。' };

export const evidenceList = editableList<Out<'listEvidence'>['evidence'][number]>({
  ...COMMON,
  per,
  id: 'evidence',
  title: '監査証拠',
  answers: ['listEvidence'],
  edit: 'audit.fieldwork',
  help: '証拠の名称、出所、手続、場所及び説明を直せます。行を加えると、「観察のメモ」の文章が証拠として登録されます。ファイルの証拠は、監査の画面から登録してください。',
  records: async (context, scope) => (await client(context).listEvidence({ auditId: subjectOf(scope) })).evidence,
  locked: ({ state }) => (state === 'erased' ? '消去した証拠の記載は変えられません。' : null),
  columns: [
    textColumn('title', '証拠', 30, (it) => it.title, { ...REQUIRED, maxLength: 200 }),
    textColumn('source', '出所', 26, (it) => it.source, { ...REQUIRED, maxLength: 200 }),
    choiceColumn('technique', '手続', 14, TECHNIQUE_NAMES, (it) => it.technique, REQUIRED),
    textColumn('place', '場所', 20, (it) => it.place, { ...EDITABLE, maxLength: 1000 }),
    textColumn('description', '説明', 44, (it) => it.description, { ...EDITABLE, maxLength: 10_000 }),
    textColumn<Out<'listEvidence'>['evidence'][number]>('from', '観察のメモ（加える行だけ）', 44, () => '', {
      ...FIRST_OPTIONAL,
      ...BY_FILE,
      maxLength: 10_000,
    }),
    choiceColumn('state', '状態', 12, EVIDENCE_STATE_LABELS, (it) => it.state, {
      reason: '受領、引渡し及び返却は、監査の画面で記録します。',
    }),
    textColumn('name', 'ファイル', 30, (it) => it.name, BY_FILE),
    textColumn('sha256', 'ハッシュ値', 66, (it) => it.sha256, BY_FILE),
  ],
  add: (context, scope, values) =>
    client(context).addEvidence({
      auditId: subjectOf(scope),
      title: values.text('title'),
      source: values.text('source'),
      technique: values.one('technique', TECHNIQUE_NAMES),
      place: values.text('place'),
      description: values.text('description'),
      from: { kind: 'note', text: values.text('from') },
    }),
  change: (context, _scope, { id: evidenceId, version }, values) =>
    client(context).describeEvidence({
      evidenceId,
      version,
      title: values.text('title'),
      source: values.text('source'),
      technique: values.one('technique', TECHNIQUE_NAMES),
      place: values.text('place'),
      description: values.text('description'),
    }),
});

const DESIGNATED = '指定した契約の記載は変えられません。書類と判断は、契約の確認の画面で加えます。';
const NEW = { ...FIRST, reason: DESIGNATED };
const LINE = { ...NEW, maxLength: 200 };
const OPTIONAL = { ...FIRST_OPTIONAL, reason: DESIGNATED, maxLength: 10_000 };
const COUNTED = { reason: '判断の記録から数えられます。' };

export const contractList = editableList<Out<'listContracts'>['contracts'][number]>({
  ...COMMON,
  id: 'contracts',
  title: '確認対象の契約',
  answers: ['listContracts', 'getContract'],
  edit: { add: 'audit.city' },
  help: '発注者が行を加えると、契約を確認の対象に指定したことになります。契約の書類は、契約の確認の画面から加えてください。',
  records: async (context, scope) =>
    (await client(context).listContracts({ engagementId: engagementOf(scope) })).contracts,
  locked: () => DESIGNATED,
  columns: async (context, scope) => {
    const { audits } = await client(context).getProgramme({ engagementId: engagementOf(scope) });
    const targets = audits.map(({ id, departmentName }) => ({ value: id, label: departmentName }));
    return [
      choiceColumn('auditId', '監査対象課', 26, targets, (it) => it.auditId, NEW),
      textColumn('title', '契約', 36, (it) => it.title, LINE),
      textColumn('service', 'サービス', 26, (it) => it.service, LINE),
      choiceColumn('serviceKind', '種類', 22, SERVICE_LABELS, (it) => it.serviceKind, NEW),
      textColumn('provider', '事業者', 26, (it) => it.provider, OPTIONAL),
      textColumn('period', '契約期間', 22, (it) => it.period, OPTIONAL),
      textColumn('agreementNote', '合意の内容', 30, (it) => it.agreementNote, OPTIONAL),
      numberColumn('items', '確認項目', 10, (it) => it.counts.items, COUNTED),
      numberColumn('judged', '判断済み', 10, (it) => it.counts.judged, COUNTED),
      dayColumn('completedOn', '確認の終わり', (it) => it.completedOn, COUNTED),
    ];
  },
  add: (context, _scope, values) =>
    client(context).designateContract({
      auditId: values.text('auditId'),
      title: values.text('title'),
      service: values.text('service'),
      serviceKind: values.one('serviceKind', SERVICE_LABELS),
      provider: values.text('provider'),
      period: values.text('period'),
      agreementNote: values.text('agreementNote'),
      documents: [],
    }),
});
