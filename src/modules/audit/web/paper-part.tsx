/** One working paper: criterion, procedure, evidence, fact, judgement, reviewer, and what happened to it. */
import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { FIELD_RECORD_LABELS, JUDGEMENT_LABELS, SAMPLING_LABELS, TECHNIQUE_NAMES } from '../labels.ts';
import { audit, choicesOf } from './audit-client.ts';
import { messages } from './messages-papers.ja.ts';
import type { CheckRow, Paper } from './rows.ts';

const text = messages.papers;
const JUDGEMENTS = ['adequate', 'minor', 'inadequate', 'not-applicable'] as const;
const TECHNIQUES = ['document-review', 'interview', 'site-visit', 're-performance'] as const;

interface PaperPartProps {
  readonly row: CheckRow;
  readonly rows: readonly CheckRow[];
  readonly auditId: string;
  /** Whether the reader writes at this audit. */
  readonly writes: boolean;
  readonly onDone: () => void;
}

export function PaperPart({ row, rows, auditId, writes, onDone }: PaperPartProps) {
  const load = ui.useLoad(() => audit.getPaper({ checkId: row.id }), [row.id]);
  return (
    <ui.Section title={`${row.number}　${row.title}`}>
      <ui.Loaded from={load}>
        {(data) => (
          <>
            <Shown data={data} rows={rows} />
            <Changes data={data} />
            <Actions data={data} row={row} rows={rows} auditId={auditId} writes={writes} onDone={onDone} />
          </>
        )}
      </ui.Loaded>
    </ui.Section>
  );
}

function Shown({ data, rows }: { data: Paper; rows: readonly CheckRow[] }) {
  const { check, paper, evidence, records, samples } = data;
  const numberOf = new Map(rows.map(({ id, number, title }) => [id, `${number}　${title}`]));
  return (
    <ui.DataList
      items={[
        { term: text.criterion, value: check.citations.join('\n') },
        { term: text.point, value: check.point },
        { term: text.planned, value: check.procedures.map(({ procedure }) => procedure).join('\n') },
        { term: text.techniques, value: check.techniques.map((technique) => TECHNIQUE_NAMES[technique]).join('、') },
        { term: text.procedure, value: paper?.procedure },
        { term: text.fact, value: check.fact },
        { term: text.note, value: check.note },
        {
          term: text.evidenceList,
          value: evidence.map(({ position, title, name }) => `${position}　${title}（${name}）`).join('\n'),
        },
        {
          term: text.records,
          value: records
            .filter(({ state }) => state === 'kept')
            .map(({ kind, counterpart, text: said }) => `${FIELD_RECORD_LABELS[kind]}　${counterpart}　${said}`)
            .join('\n'),
        },
        {
          term: text.samples,
          value: samples
            .map(({ method, population, size, items }) => {
              const deviating = items.filter(({ outcome }) => outcome === 'deviates').length;
              return `${SAMPLING_LABELS[method]}　${population}　${text.sampleOf(items.length, size, deviating)}`;
            })
            .join('\n'),
        },
        { term: text.judgement, value: JUDGEMENT_LABELS[check.judgement] },
        { term: text.conclusion, value: paper?.conclusion },
        {
          term: text.references,
          value: (paper?.crossReferences ?? []).map(({ id, note }) => numberOf.get(id) ?? note).join('\n'),
        },
        ...(paper?.review == null ? [] : [{ term: text.reviewed, value: <ui.DayText day={paper.review.on} /> }]),
      ]}
    />
  );
}

type Change = NonNullable<Paper['paper']>['changes'][number];
const CHANGES: readonly ui.Column<Change>[] = [
  { key: 'at', header: text.at, rowHeader: true, cell: ({ at }) => <ui.InstantText at={at} /> },
  { key: 'reason', header: text.reason, cell: ({ reason }) => reason },
  { key: 'before', header: text.before, cell: ({ before }) => `${JUDGEMENT_LABELS[before.judgement]}　${before.fact}` },
  { key: 'after', header: text.after, cell: ({ after }) => `${JUDGEMENT_LABELS[after.judgement]}　${after.fact}` },
];

function Changes({ data: { paper, missing } }: { data: Paper }) {
  return (
    <>
      {missing.length > 0 && <ui.Notice title={text.missing}>{missing.join('、')}</ui.Notice>}
      {paper !== null && paper.remarks.length > 0 && (
        <ui.Notice tone="warning" title={text.remarks}>
          {paper.remarks.map(({ on, text: said }) => (
            <p key={`${on}${said}`}>
              <ui.DayText day={on} />　{said}
            </p>
          ))}
        </ui.Notice>
      )}
      {paper !== null && paper.changes.length > 0 && (
        <ui.Table caption={text.changes} rows={paper.changes} rowKey={({ at }) => at} columns={CHANGES} />
      )}
    </>
  );
}

function Actions({ data, row, rows, auditId, writes, onDone }: PaperPartProps & { readonly data: Paper }) {
  const can = useCan();
  const { paper } = data;
  const version = paper?.version ?? 0;
  const one = { auditId, papers: [{ checkId: row.id, version }] };
  const submit = ui.useCommand((options) => audit.submitPapers(one, options), { onDone });
  const review = ui.useCommand((options) => audit.reviewPapers(one, options), { onDone });
  const problem = submit.problem ?? review.problem;
  const state = paper?.state ?? 'draft';
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      {problem !== undefined && <ui.Problem problem={problem} />}
      {writes && state !== 'reviewed' && <Write data={data} row={row} rows={rows} onDone={onDone} />}
      <div className="flex flex-wrap gap-3 empty:hidden">
        {writes && state === 'draft' && data.missing.length === 0 && (
          <ui.Button busy={submit.busy} onClick={() => void submit.run()}>
            {text.submit}
          </ui.Button>
        )}
        {can('audit.review') && state === 'submitted' && (
          <ui.ConfirmButton
            variant="solid"
            title={text.reviewTitle}
            body={text.reviewBody}
            busy={review.busy}
            onConfirm={() => review.run()}
          >
            {text.reviewOne}
          </ui.ConfirmButton>
        )}
      </div>
      {can('audit.review') && state === 'submitted' && (
        <ui.Disclosure summary={text.return}>
          <ui.Form
            version={version}
            submitLabel={text.return}
            submit={(form) =>
              audit.returnPaper({ checkId: row.id, version: form.version, remark: form.text('remark') }, form.options)
            }
            onDone={onDone}
          >
            <ui.TextArea name="remark" label={text.remark} required maxLength={4000} />
          </ui.Form>
        </ui.Disclosure>
      )}
      {writes && state === 'reviewed' && <Amend data={data} onDone={onDone} />}
    </div>
  );
}

type Writing = Pick<PaperPartProps, 'row' | 'rows' | 'onDone'> & { readonly data: Paper };

function Write({ data: { paper }, row, rows, onDone }: Writing) {
  const idOf = new Map(rows.map(({ id, number }) => [number, id]));
  const numberOf = new Map(rows.map(({ id, number }) => [id, number]));
  const numbersIn = (words: string): number[] =>
    words
      .split(/[、,\s]+/u)
      .filter((word) => word !== '')
      .map(Number);
  const others = (paper?.crossReferences ?? []).filter(({ kind }) => kind !== 'check');
  const own = (paper?.crossReferences ?? []).flatMap(({ id }) => numberOf.get(id) ?? []);
  return (
    <ui.Form
      version={paper?.version ?? 0}
      draft={`audit-paper:${row.id}`}
      submitLabel={text.save}
      check={(form) =>
        numbersIn(form.text('references')).some((number) => !idOf.has(number))
          ? [{ path: 'references', message: text.unknownNumber }]
          : []
      }
      submit={(form) =>
        audit.savePaper(
          {
            checkId: row.id,
            version: form.version,
            procedure: form.text('procedure'),
            conclusion: form.text('conclusion'),
            crossReferences: [
              ...numbersIn(form.text('references')).map((number) => ({
                kind: 'check' as const,
                id: idOf.get(number) ?? '',
                note: '',
              })),
              ...others,
            ],
          },
          form.options,
        )
      }
      onDone={onDone}
    >
      <ui.TextArea
        name="procedure"
        label={text.procedure}
        hint={text.procedureHelp}
        rows={2}
        maxLength={10000}
        defaultValue={paper?.procedure ?? ''}
      />
      <ui.TextArea
        name="conclusion"
        label={text.conclusion}
        rows={2}
        maxLength={10000}
        defaultValue={paper?.conclusion ?? ''}
      />
      <ui.TextField
        name="references"
        label={text.references}
        hint={text.referenceHelp}
        maxLength={400}
        defaultValue={own.join('、')}
      />
    </ui.Form>
  );
}

function Amend({ data: { check }, onDone }: { data: Paper; onDone: () => void }) {
  return (
    <ui.Disclosure summary={text.amend}>
      <ui.Form
        version={check.version}
        draft={`audit-paper-amend:${check.id}`}
        submitLabel={text.amend}
        submit={(form) =>
          audit.amendPaper(
            {
              checkId: check.id,
              version: form.version,
              judgement: form.one('judgement', JUDGEMENTS),
              techniques: TECHNIQUES.filter((technique) => form.all('techniques').includes(technique)),
              fact: form.text('fact'),
              evidenceIds: check.evidenceIds,
              reason: form.text('reason'),
            },
            form.options,
          )
        }
        onDone={onDone}
      >
        <ui.RadioGroup
          name="judgement"
          label={text.judgement}
          required
          inline
          options={JUDGEMENTS.map((value) => ({ value, label: JUDGEMENT_LABELS[value] }))}
          defaultValue={check.judgement}
        />
        <ui.CheckboxGroup
          name="techniques"
          label={text.techniques}
          options={choicesOf(TECHNIQUE_NAMES)}
          defaultValues={check.techniques}
        />
        <ui.TextArea name="fact" label={text.fact} required maxLength={10000} rows={3} defaultValue={check.fact} />
        <ui.TextArea name="reason" label={text.amendReason} required maxLength={4000} rows={2} />
      </ui.Form>
    </ui.Disclosure>
  );
}
