/** The report as its auditor writes it: overview, good points, findings, answers to advice. */
import { useState } from 'react';
import { newKey } from '../../../web/client.ts';
import type { FormReader } from '../../../web/ui/index.ts';
import * as ui from '../../../web/ui/index.ts';
import { TAKEN_NAMES } from '../labels.ts';
import { type Audit, choicesOf, internalAudit, linesOf, type Observation, type Report, type Review } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.own;
const fieldText = messages.report;
const TAKEN = ['taken', 'partly', 'not-taken'] as const;
const NONE = 'none';
const UNDECIDED = '';

interface Part {
  readonly report: Report;
  readonly audit: Audit;
  readonly asked: Review | null;
  readonly reload: () => void;
}

export function OwnReportForm({ report, audit, asked, reload }: Part) {
  const [rows, setRows] = useState<readonly Observation[]>(report.observations);
  const submit = ui.useCommand(
    (options) => internalAudit.submitReport({ reportId: report.id, version: report.version }, options),
    { done: text.submitted, onDone: reload },
  );
  return (
    <ui.Section title={text.write(report.number)}>
      <ui.Form
        draft={`auditor-report:${report.id}`}
        version={report.version}
        submitLabel={text.save}
        done={text.saved}
        submit={(form) =>
          internalAudit.saveReport(
            {
              reportId: report.id,
              version: form.version,
              overview: form.text('overview'),
              goodPoints: linesOf(form.text('goodPoints')),
              observations: rows.map((row, at) => observationFrom(form, row, at)),
              unconfirmed: form.text('unconfirmed'),
              conclusion: form.text('conclusion'),
              answers: answersFrom(form, asked),
            },
            form.options,
          )
        }
        onDone={reload}
      >
        <ui.TextArea
          name="overview"
          label={fieldText.overview}
          rows={4}
          maxLength={4000}
          defaultValue={report.overview}
        />
        <ui.TextArea
          name="goodPoints"
          label={fieldText.goodPoints}
          hint={text.goodPointsHelp}
          rows={3}
          maxLength={6000}
          defaultValue={report.goodPoints.join('\n')}
        />
        {rows.map((row, at) => (
          <ObservationFields
            key={row.key}
            row={row}
            at={at}
            audit={audit}
            remove={() => setRows(rows.filter(({ key }) => key !== row.key))}
          />
        ))}
        <div>
          <ui.Button size="small" onClick={() => setRows([...rows, blank()])}>
            {text.add}
          </ui.Button>
        </div>
        <ui.TextArea
          name="unconfirmed"
          label={fieldText.unconfirmed}
          rows={3}
          maxLength={4000}
          defaultValue={report.unconfirmed}
        />
        <ui.TextArea
          name="conclusion"
          label={fieldText.conclusion}
          rows={4}
          maxLength={4000}
          defaultValue={report.conclusion}
        />
        {asked !== null && <AnswerFields asked={asked} report={report} />}
      </ui.Form>
      {submit.problem !== undefined && <ui.Problem problem={submit.problem} />}
      <div>
        <ui.ConfirmButton
          title={text.submitTitle}
          body={text.submitBody}
          busy={submit.busy}
          onConfirm={() => submit.run()}
        >
          {text.submit}
        </ui.ConfirmButton>
      </div>
    </ui.Section>
  );
}

const blank = (): Observation => ({
  ...{ key: newKey(), checkId: null, title: text.newObservation, grade: UNDECIDED },
  ...{ fact: '', criterion: '', cause: '', effect: '', remedy: '', evidence: '' },
});

const WRITTEN = ['fact', 'criterion', 'cause', 'effect', 'remedy', 'evidence'] as const;
const LONGEST = { fact: 4000, criterion: 2000, cause: 2000, effect: 2000, remedy: 4000, evidence: 2000 } as const;

function ObservationFields({
  row,
  at,
  audit,
  remove,
}: {
  row: Observation;
  at: number;
  audit: Audit;
  remove: () => void;
}) {
  const of = (field: string) => `observations.${at}.${field}`;
  return (
    <fieldset className="grid grid-cols-[minmax(0,1fr)] gap-3 rounded-8 border border-solid-gray-420 p-4">
      <legend>{text.observation(at + 1)}</legend>
      <ui.TextField
        name={of('title')}
        label={text.observationTitle}
        required
        maxLength={200}
        defaultValue={row.title}
      />
      <ui.Select
        name={of('checkId')}
        label={text.fromItem}
        required
        defaultValue={row.checkId ?? NONE}
        options={[
          { value: NONE, label: text.noItem },
          ...audit.checks.map(({ id, number, title }) => ({ value: id, label: fieldText.itemOf(number, title) })),
        ]}
      />
      <ui.Select
        name={of('grade')}
        label={fieldText.grade}
        prompt={text.undecided}
        defaultValue={row.grade}
        options={audit.levels.map(({ label }) => ({ value: label, label }))}
      />
      {WRITTEN.map((field) => (
        <ui.TextArea
          key={field}
          name={of(field)}
          label={fieldText[field]}
          rows={2}
          maxLength={LONGEST[field]}
          defaultValue={row[field]}
        />
      ))}
      <div>
        <ui.Button size="small" onClick={remove}>
          {text.remove(row.title)}
        </ui.Button>
      </div>
    </fieldset>
  );
}

function observationFrom(form: FormReader, row: Observation, at: number): Observation {
  const of = (field: string) => form.text(`observations.${at}.${field}`);
  const checkId = of('checkId');
  return {
    ...{ key: row.key, title: of('title'), grade: of('grade') },
    checkId: checkId === NONE || checkId === '' ? null : checkId,
    fact: of('fact'),
    criterion: of('criterion'),
    cause: of('cause'),
    effect: of('effect'),
    remedy: of('remedy'),
    evidence: of('evidence'),
  };
}

function AnswerFields({ asked, report }: { asked: Review; report: Report }) {
  if (asked.advice.length === 0) return null;
  return (
    <ui.Section title={text.answers} level={3}>
      {asked.advice.map(({ key, text: said }, at) => {
        const before = report.answers.find(({ advice }) => advice === key);
        return (
          <div key={key} className="grid grid-cols-[minmax(0,1fr)] gap-2">
            <p>{said}</p>
            <ui.RadioGroup
              name={`answers.${at}.taken`}
              label={text.answer(at + 1)}
              required
              inline
              defaultValue={before?.taken ?? 'taken'}
              options={choicesOf(TAKEN_NAMES)}
            />
            <ui.TextField
              name={`answers.${at}.reason`}
              label={text.answerReason(at + 1)}
              maxLength={2000}
              defaultValue={before?.reason ?? ''}
            />
          </div>
        );
      })}
    </ui.Section>
  );
}

const answersFrom = (form: FormReader, asked: Review | null) =>
  (asked?.advice ?? []).map(({ key }, at) => ({
    advice: key,
    taken: form.one(`answers.${at}.taken`, TAKEN),
    reason: form.text(`answers.${at}.reason`),
  }));
