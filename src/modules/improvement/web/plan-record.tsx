/** Everything that is on record about a plan, in the order of its course. */
import type { ReactNode } from 'react';
import * as ui from '../../../web/ui/index.ts';
import { DECISION_NAMES, FIELD_NAMES, WAITING_NAMES } from '../labels.ts';
import type { Plan } from './client.ts';
import { PlanBadges } from './frame.tsx';
import { messages } from './messages.ja.ts';

const text = messages.plan;

interface Props {
  readonly plan: Plan;
  /** Address of a file; null where the reader may only see its name. */
  readonly fileHref: (fileId: string) => string;
}

/** The state, whose turn it is, and what is out of the ordinary. */
export function PlanStanding({ plan }: { readonly plan: Plan }) {
  const { carriedFrom, carriedTo, cancellation } = plan;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <PlanBadges plan={plan} />
        <span>{plan.waiting === 'nobody' ? text.nobody : text.waiting(WAITING_NAMES[plan.waiting])}</span>
        {plan.waitingUntil !== null && (
          <span>
            {text.until}：<ui.DayText day={plan.waitingUntil} look="weekday" />
          </span>
        )}
      </p>
      {plan.late && <ui.Notice tone="warning">{text.late}</ui.Notice>}
      {plan.findingWithdrawn && <ui.Notice tone="warning">{text.withdrawn}</ui.Notice>}
      {cancellation !== null && <ui.Notice>{text.cancelled(cancellation.reason)}</ui.Notice>}
      {carriedFrom !== null && <ui.Notice>{text.carriedFrom(carriedFrom.title, carriedFrom.years)}</ui.Notice>}
      {carriedTo !== null && <ui.Notice>{text.carriedTo(carriedTo.reason)}</ui.Notice>}
    </div>
  );
}

/** The sheet of this plan in its formats. */
export function SheetLinks({ files }: Pick<Parameters<typeof ui.DownloadLinks>[0], 'files'>) {
  const { sheets } = messages.plans;
  return <ui.DataList items={[{ term: sheets, value: <ui.DownloadLinks title={sheets} files={files} /> }]} />;
}

export function FindingPart({ plan: { finding, audit, departmentName } }: { readonly plan: Plan }) {
  const { terms } = text;
  return (
    <ui.Section title={text.finding}>
      <ui.DataList
        items={[
          { term: terms.programme, value: audit.programme },
          { term: terms.target, value: audit.targetName },
          { term: terms.department, value: departmentName },
          { term: terms.grade, value: finding.grade },
          { term: terms.times, value: finding.times === 1 ? text.first : text.times(finding.times) },
          { term: terms.fact, value: finding.fact },
          { term: terms.basis, value: finding.basis.join('\n') },
          { term: terms.risk, value: finding.risk },
          { term: terms.recommendation, value: finding.recommendation },
        ]}
      />
    </ui.Section>
  );
}

export function FieldsPart({ plan: { fields, submittedOn } }: { readonly plan: Plan }) {
  const { due, ...written } = fields;
  return (
    <ui.Section title={text.plan}>
      <ui.DataList
        items={[
          ...(['cause', 'measure', 'shortTerm', 'longTerm', 'responsible', 'budget'] as const).map((key) => ({
            term: FIELD_NAMES[key],
            value: written[key],
          })),
          { term: FIELD_NAMES.due, value: due === null ? text.none : <ui.DayText day={due} look="weekday" /> },
          { term: text.submittedOn, value: <ui.DayText day={submittedOn} /> },
        ]}
      />
    </ui.Section>
  );
}

export function HistoryPart({ plan, fileHref }: Props) {
  const { advice, decisions, progress, confirmations, effects, reopenings, closedOn, closing } = plan;
  return (
    <>
      <Entries title={text.advice} count={advice.length}>
        {advice.map((one, index) => (
          <Entry key={index} on={one.on}>
            <ul className="list-disc pl-6">
              {one.checks.map(({ name, ok, remark }) => (
                <li key={name}>
                  {name}：{ok ? text.ok : text.notOk}
                  {remark !== '' && `（${remark}）`}
                </li>
              ))}
            </ul>
            {one.text !== '' && <p className="whitespace-pre-line">{one.text}</p>}
          </Entry>
        ))}
      </Entries>
      <Entries title={text.decisions} count={decisions.length}>
        {decisions.map(({ on, decision, remark }, index) => (
          <Entry key={index} on={on}>
            <p className="whitespace-pre-line">
              {DECISION_NAMES[decision]}
              {remark !== '' && `　${remark}`}
            </p>
          </Entry>
        ))}
      </Entries>
      <Entries title={text.progress} count={progress.length}>
        {progress.map((one) => (
          <Entry key={one.id} on={one.on}>
            <p>{one.complete ? text.reportOf : text.progressOf(one.percent)}</p>
            <p className="whitespace-pre-line">{one.text}</p>
            {one.evaluation !== '' && (
              <p className="whitespace-pre-line">
                {text.evaluation}：{one.evaluation}
              </p>
            )}
            <Files files={one.files} fileHref={fileHref} />
          </Entry>
        ))}
      </Entries>
      <Entries title={text.confirmations} count={confirmations.length}>
        {confirmations.map((one, index) => (
          <Entry key={index} on={one.on}>
            <p>
              {one.techniques.join('、')}　{one.meetsIntent ? text.meets : text.meetsNot}
              {one.evaluated && `　${text.evaluated}`}
            </p>
            <p className="whitespace-pre-line">{one.text}</p>
            <Files files={one.files} fileHref={fileHref} />
          </Entry>
        ))}
      </Entries>
      <Entries title={text.effects} count={effects.length}>
        {effects.map(({ on, effective, text: said }, index) => (
          <Entry key={index} on={on}>
            <p className="whitespace-pre-line">
              {effective ? text.effective : text.effectiveNot}　{said}
            </p>
          </Entry>
        ))}
      </Entries>
      <Entries title={text.reopenings} count={reopenings.length}>
        {reopenings.map(({ on, reason }, index) => (
          <Entry key={index} on={on}>
            <p className="whitespace-pre-line">{reason}</p>
          </Entry>
        ))}
      </Entries>
      <Entries title={text.closing} count={closedOn === null ? 0 : 1}>
        <Entry on={closedOn}>
          <p className="whitespace-pre-line">{closing}</p>
        </Entry>
      </Entries>
    </>
  );
}

function Entries({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  return count === 0 ? null : (
    <ui.Section title={title}>
      <ol className="grid grid-cols-[minmax(0,1fr)] gap-4">{children}</ol>
    </ui.Section>
  );
}

function Entry({ on, children }: { on: string | null; children: ReactNode }) {
  return (
    <li className="grid grid-cols-[minmax(0,1fr)] gap-1 border-s-4 border-solid-gray-200 ps-4">
      <p className="text-std-16B-170">
        <ui.DayText day={on} />
      </p>
      {children}
    </li>
  );
}

type File = Plan['progress'][number]['files'][number];

function Files({ files, fileHref }: { files: readonly File[]; fileHref: Props['fileHref'] }) {
  if (files.length === 0) return null;
  return (
    <ul className="list-disc pl-6">
      {files.map(({ fileId, name, sha256 }) => (
        <li key={fileId}>
          <ui.TextLink href={fileHref(fileId)}>{name}</ui.TextLink>
          <span className="block break-all">
            {text.hash}　{sha256}
          </span>
        </li>
      ))}
    </ul>
  );
}
