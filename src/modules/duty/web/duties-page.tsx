import { clauseLabel } from '../../../core/specification/label.ts';
import * as ui from '../../../web/ui/index.ts';
import type { Duties } from './duty-client.ts';
import { messages } from './messages.ja.ts';
import { DutyPage } from './parts.tsx';

type Line = Duties['lines'][number];
const TONES = { done: 'success', open: 'warning', 'not-due': 'neutral' } as const;

const columns = (engagementId: string): readonly ui.Column<Line>[] => [
  { key: 'clause', header: messages.columns.clause, cell: ({ clause }) => clauseLabel(clause), nowrap: true },
  {
    key: 'title',
    header: messages.columns.title,
    rowHeader: true,
    cell: ({ title, page }) => <ui.TextLink href={`/engagements/${engagementId}/duties/${page}`}>{title}</ui.TextLink>,
  },
  {
    key: 'state',
    header: messages.columns.state,
    cell: ({ state }) => <ui.StatusBadge tone={TONES[state]}>{messages.states[state]}</ui.StatusBadge>,
    sortBy: ({ state }) => state,
  },
  { key: 'explanation', header: messages.columns.explanation, cell: ({ explanation }) => explanation },
];

export function Component() {
  return (
    <DutyPage title={messages.title} lead={messages.lead}>
      {({ engagementId, data }) => (
        <ui.Table
          caption={messages.title}
          hideCaption
          columns={columns(engagementId)}
          rows={data.lines}
          rowKey={({ clause, title }) => `${clause} ${title}`}
        />
      )}
    </DutyPage>
  );
}
