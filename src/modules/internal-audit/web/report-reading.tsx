/** A version of a report, and a review that went back, to read. */
import { DECISION_NAMES, OUTCOME_NAMES, RESULT_NAMES, TAKEN_NAMES } from '../labels.ts';
import * as ui from '../../../web/ui/index.ts';
import type { Audit, Observation, Report, Review } from './client.ts';
import { StateBadge } from './lines.tsx';
import { messages } from './messages.ja.ts';

const text = messages.report;
const said = (value: string) => (value.trim() === '' ? '―' : <span className="whitespace-pre-wrap">{value}</span>);

export function ReportReading({ report, audit, asked }: { report: Report; audit: Audit | null; asked: Review | null }) {
  return (
    <ui.Section title={text.title(report.number)} actions={<StateBadge state={report.state} />}>
      <ui.DataList
        items={[
          { term: text.submittedOn, value: <ui.DayText day={report.submittedOn} /> },
          { term: text.overview, value: said(report.overview) },
          { term: text.goodPoints, value: said(report.goodPoints.join('\n')) },
        ]}
      />
      {report.observations.length === 0 && <p>{text.noObservations}</p>}
      {report.observations.map((one) => (
        <ObservationReading key={one.key} observation={one} audit={audit} />
      ))}
      <ui.DataList
        items={[
          { term: text.unconfirmed, value: said(report.unconfirmed) },
          { term: text.conclusion, value: said(report.conclusion) },
        ]}
      />
      {asked !== null && report.answers.length > 0 && (
        <ui.Table
          caption={text.answers}
          rows={asked.advice}
          rowKey={({ key }) => key}
          columns={[
            { key: 'text', header: messages.review.advice, rowHeader: true, cell: (one) => one.text },
            {
              key: 'taken',
              header: messages.review.decision,
              cell: ({ key }) => {
                const answer = report.answers.find(({ advice }) => advice === key);
                return answer === undefined ? '―' : TAKEN_NAMES[answer.taken];
              },
            },
            {
              key: 'reason',
              header: messages.review.reason,
              cell: ({ key }) => report.answers.find(({ advice }) => advice === key)?.reason || '―',
            },
          ]}
        />
      )}
    </ui.Section>
  );
}

function ObservationReading({ observation, audit }: { observation: Observation; audit: Audit | null }) {
  const check = audit?.checks.find(({ id }) => id === observation.checkId);
  return (
    <ui.Section title={observation.title} level={3}>
      <ui.DataList
        items={[
          { term: text.grade, value: observation.grade === '' ? messages.own.undecided : observation.grade },
          { term: text.item, value: check === undefined ? text.other : text.itemOf(check.number, check.title) },
          { term: text.fact, value: said(observation.fact) },
          { term: text.criterion, value: said(observation.criterion) },
          { term: text.cause, value: said(observation.cause) },
          { term: text.effect, value: said(observation.effect) },
          { term: text.remedy, value: said(observation.remedy) },
          { term: text.evidence, value: said(observation.evidence) },
        ]}
      />
    </ui.Section>
  );
}

export function ReviewReading({ review, report }: { review: Review; report: Report }) {
  const of = messages.review;
  const titleOf = (key: string | null) => report.observations.find((one) => one.key === key)?.title ?? of.whole;
  return (
    <ui.Section title={of.result(report.number)}>
      <ui.DataList
        items={[
          { term: of.issuedOn, value: <ui.DayText day={review.issuedOn} /> },
          { term: of.outcome, value: OUTCOME_NAMES[review.outcome] },
          { term: of.overall, value: said(review.overall) },
        ]}
      />
      <ui.Table
        caption={of.criteria}
        rows={review.criteria}
        rowKey={({ criterion }) => criterion}
        columns={[
          { key: 'criterion', header: of.criterion, rowHeader: true, cell: ({ criterion }) => criterion },
          { key: 'result', header: of.resultOf, nowrap: true, cell: ({ result }) => RESULT_NAMES[result] },
          { key: 'comment', header: of.comment, cell: ({ comment }) => comment || '―' },
        ]}
      />
      {review.doubts.length > 0 && (
        <ui.Table
          caption={of.doubts}
          rows={review.doubts}
          rowKey={({ key }) => key}
          columns={[
            { key: 'title', header: text.item, rowHeader: true, cell: ({ title }) => title },
            { key: 'ground', header: text.fact, cell: ({ ground }) => ground },
            { key: 'decision', header: of.decision, nowrap: true, cell: ({ decision }) => DECISION_NAMES[decision] },
            { key: 'comment', header: of.reason, cell: ({ comment }) => comment || '―' },
          ]}
        />
      )}
      <ui.Table
        caption={of.advice}
        rows={review.advice}
        rowKey={({ key }) => key}
        columns={[
          { key: 'on', header: of.adviceOn, rowHeader: true, cell: ({ observation }) => titleOf(observation) },
          { key: 'criterion', header: of.criterion, cell: ({ criterion }) => criterion },
          { key: 'text', header: of.text, cell: (one) => one.text },
          { key: 'wording', header: of.wording, cell: ({ wording }) => wording || '―' },
        ]}
        empty={<p>{of.noAdvice}</p>}
      />
    </ui.Section>
  );
}
