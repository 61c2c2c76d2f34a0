import { clauseLabel } from '../../../core/specification/label.ts';
import * as ui from '../../../web/ui/index.ts';
import { messages } from './messages.ja.ts';
import type { Condition } from './team-client.ts';

const text = messages.conditions;
const TONES = { satisfied: 'success', attention: 'warning', unsatisfied: 'error' } as const;

const COLUMNS: readonly ui.Column<Condition>[] = [
  { key: 'clause', header: text.columns.clause, cell: ({ clause }) => clauseLabel(clause), nowrap: true },
  { key: 'title', header: text.columns.title, cell: ({ title }) => title, rowHeader: true },
  {
    key: 'state',
    header: text.columns.state,
    cell: ({ state }) => <ui.StatusBadge tone={TONES[state]}>{text.states[state]}</ui.StatusBadge>,
  },
  { key: 'explanation', header: text.columns.explanation, cell: ({ explanation }) => explanation },
  { key: 'endsOn', header: text.columns.endsOn, cell: ({ endsOn }) => <ui.DayText day={endsOn} /> },
];

/** Each condition of the specification: satisfied or not, why, and until when. */
export function ConditionsTable({ caption, conditions }: { caption: string; conditions: readonly Condition[] }) {
  return (
    <ui.Table
      caption={caption}
      columns={COLUMNS}
      rows={conditions}
      rowKey={({ clause, title }) => `${clause} ${title}`}
      empty={<ui.EmptyState title={text.none} />}
    />
  );
}
