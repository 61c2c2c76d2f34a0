/** The targets with the state of their reports, for both sides and for the auditor. */
import { REPORT_STATE_NAMES } from '../labels.ts';
import * as ui from '../../../web/ui/index.ts';
import type { Line } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.columns;
const TONES = {
  draft: 'neutral',
  submitted: 'warning',
  returned: 'warning',
  settled: 'success',
  superseded: 'neutral',
} as const;

export function StateBadge({ state }: { state: Line['state'] }) {
  return (
    <ui.StatusBadge tone={state === null ? 'neutral' : TONES[state]}>
      {state === null ? messages.notStarted : REPORT_STATE_NAMES[state]}
    </ui.StatusBadge>
  );
}

const columns = (hrefOf: (targetId: string) => string): readonly ui.Column<Line>[] => [
  {
    key: 'target',
    header: text.target,
    rowHeader: true,
    cell: ({ targetId, target }) => <ui.TextLink href={hrefOf(targetId)}>{target}</ui.TextLink>,
  },
  { key: 'programme', header: text.programme, cell: ({ programme }) => programme },
  { key: 'plannedOn', header: text.plannedOn, cell: ({ plannedOn }) => <ui.DayText day={plannedOn} look="short" /> },
  { key: 'state', header: text.state, nowrap: true, cell: ({ state }) => <StateBadge state={state} /> },
  { key: 'number', header: text.number, nowrap: true, cell: ({ number }) => messages.edition(number) },
  { key: 'observations', header: text.observations, align: 'end', cell: ({ observations }) => observations },
  {
    key: 'submittedOn',
    header: text.submittedOn,
    cell: ({ submittedOn }) => <ui.DayText day={submittedOn} look="short" />,
  },
  { key: 'advice', header: text.advice, align: 'end', cell: ({ advice }) => advice },
];

export function ReportLines({
  caption,
  lines,
  hrefOf,
  none,
  noneHelp,
}: {
  caption: string;
  lines: readonly Line[];
  hrefOf: (targetId: string) => string;
  none: string;
  noneHelp: string;
}) {
  return (
    <ui.Table
      caption={caption}
      hideCaption
      rows={lines}
      rowKey={({ targetId }) => targetId}
      columns={columns(hrefOf)}
      empty={<ui.EmptyState title={none}>{noneHelp}</ui.EmptyState>}
    />
  );
}
