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
import { OBLIGATION_STATES_IN_ORDER } from '../labels.ja.ts';
import { engagement, type Obligation } from './client.ts';
import { messages } from './messages.ja.ts';
import { belongsTo, nextObligations } from './obligation-list.ts';
import { ObligationState } from './states.tsx';

const text = messages.overview;
const SHOWN = 8;
const DAYS_AHEAD = 30;

/** The next duties of the person's party, and how many duties stand in which state. */
export function DutiesAhead({ engagementId }: { engagementId: string }) {
  const { party } = useSession().account;
  const duties = useLoad(() => engagement.listObligations({ engagementId }), [engagementId]);
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
          {({ obligations, today }) => (
            <Table
              caption={text.next}
              hideCaption
              rows={nextObligations(obligations, { party, today, days: DAYS_AHEAD }).slice(0, SHOWN)}
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
          {({ obligations }) => (
            <Table
              caption={text.states}
              hideCaption
              rows={countsOf(obligations.filter((it) => belongsTo(it, party)))}
              rowKey={({ state }) => state}
              columns={countColumns(board)}
            />
          )}
        </Loaded>
      </Section>
    </>
  );
}

interface StateCount {
  readonly state: Obligation['state'];
  readonly count: number;
}

function countColumns(board: string): readonly Column<StateCount>[] {
  return [
    { key: 'state', header: text.state, rowHeader: true, cell: ({ state }) => <ObligationState state={state} /> },
    {
      key: 'count',
      header: text.count,
      cell: ({ state, count }) => <TextLink href={`${board}?state=${state}`}>{text.countText(count)}</TextLink>,
    },
  ];
}

function columnsFor(board: string): readonly Column<Obligation>[] {
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
    { key: 'clause', header: messages.clause, cell: ({ clause }) => clause },
  ];
}

function countsOf(obligations: readonly Obligation[]): StateCount[] {
  return OBLIGATION_STATES_IN_ORDER.map((state) => ({
    state,
    count: obligations.filter((it) => it.state === state).length,
  })).filter(({ count }) => count > 0);
}
