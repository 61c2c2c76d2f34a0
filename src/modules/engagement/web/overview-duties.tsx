import { clauseLabel } from '../../../core/specification/label.ts';
import { useSession } from '../../../web/session.ts';
import {
  type Column,
  DayText,
  EmptyState,
  LinkButton,
  Loaded,
  Section,
  Table,
  TextLink,
  useLoad,
} from '../../../web/ui/index.ts';
import { BOARD_GROUP_LABELS } from '../labels.ja.ts';
import { boardMessages } from './board-messages.ja.ts';
import { type Board, type BoardDuty, engagement } from './client.ts';
import { messages } from './messages.ja.ts';
import { ownParty } from './obligation-list.ts';
import { ObligationState } from './states.tsx';

const text = messages.overview;
const SHOWN = 8;
/** Groups of the board that ask for something soon. */
const NEXT: ReadonlySet<BoardDuty['group']> = new Set(['late', 'today', 'week', 'at-risk', 'month']);

/** The next duties of the person's party, and how many stand in which group of the board. */
export function DutiesAhead({ engagementId }: { engagementId: string }) {
  const { party } = useSession().account;
  const duties = useLoad(
    () => engagement.listBoard({ engagementId, party: ownParty(party), pageSize: SHOWN }),
    [engagementId, party],
  );
  const board = `/engagements/${engagementId}/obligations`;
  return (
    <>
      <Section
        title={text.next}
        actions={
          <LinkButton size="small" href={board}>
            {text.all}
          </LinkButton>
        }
      >
        <Loaded from={duties}>
          {({ items }) => (
            <Table
              caption={text.next}
              hideCaption
              rows={items.filter(({ group }) => NEXT.has(group))}
              rowKey={({ key }) => key}
              columns={columnsFor(board)}
              empty={
                <EmptyState title={text.nextEmpty}>
                  <p>{text.nextEmptyHelp}</p>
                </EmptyState>
              }
            />
          )}
        </Loaded>
      </Section>
      <Section title={text.states}>
        <p>{text.statesLead}</p>
        <Loaded from={duties}>
          {({ groups }) => (
            <Table
              caption={text.states}
              hideCaption
              rows={groups.filter(({ count }) => count > 0)}
              rowKey={({ group }) => group}
              columns={countColumns(board)}
            />
          )}
        </Loaded>
      </Section>
    </>
  );
}

function countColumns(board: string): readonly Column<Board['groups'][number]>[] {
  return [
    {
      key: 'group',
      header: boardMessages.board.group,
      rowHeader: true,
      cell: ({ group }) => BOARD_GROUP_LABELS[group],
    },
    {
      key: 'count',
      header: text.count,
      cell: ({ group, count }) => (
        <TextLink href={`${board}?state=all&group=${group}`}>{text.countText(count)}</TextLink>
      ),
    },
  ];
}

function columnsFor(board: string): readonly Column<BoardDuty>[] {
  return [
    { key: 'state', header: text.state, nowrap: true, cell: ({ state }) => <ObligationState state={state} /> },
    {
      key: 'title',
      header: messages.obligations.columns.title,
      rowHeader: true,
      cell: ({ title, clause }) => (
        <TextLink href={`${board}?party=all&state=all&clause=${encodeURIComponent(clause)}`}>{title}</TextLink>
      ),
    },
    {
      key: 'due',
      header: messages.obligations.columns.due,
      nowrap: true,
      cell: ({ due }) => <DayText day={due} look="weekday" />,
    },
    { key: 'clause', header: messages.clause, cell: ({ clause }) => clauseLabel(clause) },
  ];
}
