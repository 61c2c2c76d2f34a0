/** The review of a version: criteria, what may be missing, advice per finding; saved, then returned. */
import { useState } from 'react';
import { newKey } from '../../../web/client.ts';
import type { FormReader } from '../../../web/ui/index.ts';
import * as ui from '../../../web/ui/index.ts';
import { DECISION_NAMES, OUTCOME_NAMES, RESULT_NAMES } from '../labels.ts';
import { choicesOf, type Doubt, internalAudit, type Report, type Review } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.review;
const CRITERIA = [
  '検出事項の漏れ',
  '適切性',
  '有効性',
  '実現可能性',
  '監査証拠による裏付け',
  '表現の分かりやすさ',
] as const;
const RESULTS = ['good', 'advise'] as const;
const DECISIONS = ['missed', 'explained'] as const;
const OUTCOMES = ['again', 'settled'] as const;
const WHOLE = 'whole';

interface Part {
  readonly report: Report;
  readonly review: Review | null;
  readonly reload: () => void;
}

export function ReviewForm({ report, review, reload }: Part) {
  const load = ui.useLoad(() => internalAudit.getDoubts({ reportId: report.id }), [report.id]);
  return (
    <ui.Section title={text.title}>
      <ui.Loaded from={load}>
        {({ doubts }) => (
          <Fields key={review?.version ?? 0} report={report} review={review} doubts={doubts} reload={reload} />
        )}
      </ui.Loaded>
    </ui.Section>
  );
}

function Fields({ report, review, doubts, reload }: Part & { doubts: readonly Doubt[] }) {
  const [keys, setKeys] = useState<readonly string[]>(() => {
    const before = (review?.advice ?? []).map(({ key }) => key);
    return before.length === 0 ? [newKey()] : before;
  });
  const issue = ui.useCommand(
    (options) => internalAudit.issueReview({ reviewId: review?.id ?? '', version: review?.version ?? 0 }, options),
    { done: text.issued, onDone: reload },
  );
  return (
    <>
      <ui.Form
        draft={`auditor-review:${report.id}`}
        version={review?.version ?? 0}
        submitLabel={text.save}
        done={text.saved}
        submit={(form) =>
          internalAudit.saveReview(
            {
              reportId: report.id,
              version: form.version,
              criteria: CRITERIA.map((criterion, at) => ({
                criterion,
                result: form.one(`criteria.${at}.result`, RESULTS),
                comment: form.text(`criteria.${at}.comment`),
              })),
              doubts: doubts.map((doubt, at) => ({
                ...doubt,
                decision: form.one(`doubts.${at}.decision`, DECISIONS),
                comment: form.text(`doubts.${at}.comment`),
              })),
              advice: adviceFrom(form, keys),
              overall: form.text('overall'),
              outcome: form.one('outcome', OUTCOMES),
            },
            form.options,
          )
        }
        onDone={reload}
      >
        <ui.Section title={text.criteria} level={3}>
          {CRITERIA.map((criterion, at) => {
            const before = review?.criteria.find((one) => one.criterion === criterion);
            return (
              <div key={criterion} className="grid grid-cols-[minmax(0,1fr)] gap-2">
                <ui.RadioGroup
                  name={`criteria.${at}.result`}
                  label={criterion}
                  required
                  inline
                  defaultValue={before?.result ?? 'good'}
                  options={choicesOf(RESULT_NAMES)}
                />
                <ui.TextArea
                  name={`criteria.${at}.comment`}
                  label={`${criterion}：${text.comment}`}
                  rows={2}
                  maxLength={2000}
                  defaultValue={before?.comment ?? ''}
                />
              </div>
            );
          })}
        </ui.Section>
        <Doubts doubts={doubts} review={review} />
        <ui.Section title={text.advice} level={3}>
          {keys.map((key, at) => (
            <AdviceFields key={key} at={at} report={report} before={review?.advice.find((one) => one.key === key)} />
          ))}
          <div>
            <ui.Button size="small" onClick={() => setKeys([...keys, newKey()])}>
              {text.add}
            </ui.Button>
          </div>
        </ui.Section>
        <ui.TextArea
          name="overall"
          label={text.overall}
          rows={3}
          maxLength={4000}
          defaultValue={review?.overall ?? ''}
        />
        <ui.RadioGroup
          name="outcome"
          label={text.outcome}
          required
          inline
          defaultValue={review?.outcome ?? 'settled'}
          options={choicesOf(OUTCOME_NAMES)}
        />
      </ui.Form>
      {issue.problem !== undefined && <ui.Problem problem={issue.problem} />}
      {review !== null && (
        <div>
          <ui.ConfirmButton
            title={text.issueTitle}
            body={text.issueBody}
            busy={issue.busy}
            onConfirm={() => issue.run()}
          >
            {text.issue}
          </ui.ConfirmButton>
        </div>
      )}
    </>
  );
}

function Doubts({ doubts, review }: { doubts: readonly Doubt[]; review: Review | null }) {
  return (
    <ui.Section title={text.doubts} level={3}>
      <p>{doubts.length === 0 ? text.noDoubts : text.doubtsHelp}</p>
      {doubts.map(({ key, title, ground }, at) => {
        const before = review?.doubts.find((one) => one.key === key);
        return (
          <fieldset
            key={key}
            className="grid grid-cols-[minmax(0,1fr)] gap-3 rounded-8 border border-solid-gray-420 p-4"
          >
            <legend>{title}</legend>
            <p>{ground}</p>
            <ui.RadioGroup
              name={`doubts.${at}.decision`}
              label={text.decisionOf(title)}
              required
              inline
              {...(before === undefined ? {} : { defaultValue: before.decision })}
              options={choicesOf(DECISION_NAMES)}
            />
            <ui.TextField
              name={`doubts.${at}.comment`}
              label={text.reason}
              maxLength={2000}
              defaultValue={before?.comment ?? ''}
            />
          </fieldset>
        );
      })}
    </ui.Section>
  );
}

function AdviceFields({
  at,
  report,
  before,
}: {
  at: number;
  report: Report;
  before: Review['advice'][number] | undefined;
}) {
  const of = (field: string) => `advice.${at}.${field}`;
  return (
    <fieldset className="grid grid-cols-[minmax(0,1fr)] gap-3 rounded-8 border border-solid-gray-420 p-4">
      <legend>{text.number(at + 1)}</legend>
      <ui.Select
        name={of('observation')}
        label={text.adviceOn}
        required
        defaultValue={before === undefined ? WHOLE : (before.observation ?? WHOLE)}
        options={[
          { value: WHOLE, label: text.whole },
          ...report.observations.map(({ key, title }) => ({ value: key, label: title })),
        ]}
      />
      <ui.Select
        name={of('criterion')}
        label={text.criterion}
        required
        defaultValue={before?.criterion ?? '適切性'}
        options={CRITERIA.map((value) => ({ value, label: value }))}
      />
      <ui.TextArea name={of('text')} label={text.text} rows={3} maxLength={2000} defaultValue={before?.text ?? ''} />
      <ui.TextArea
        name={of('wording')}
        label={text.wording}
        rows={2}
        maxLength={4000}
        defaultValue={before?.wording ?? ''}
      />
    </fieldset>
  );
}

/** What was left empty is no advice. */
const adviceFrom = (form: FormReader, keys: readonly string[]) =>
  keys.flatMap((key, at) => {
    const said = form.text(`advice.${at}.text`);
    const observation = form.text(`advice.${at}.observation`);
    if (said === '') return [];
    return [
      {
        key,
        observation: observation === WHOLE || observation === '' ? null : observation,
        criterion: form.one(`advice.${at}.criterion`, CRITERIA),
        text: said,
        wording: form.text(`advice.${at}.wording`),
      },
    ];
  });
