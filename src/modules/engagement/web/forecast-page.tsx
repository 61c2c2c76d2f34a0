import { clauseLabel } from '../../../core/specification/label.ts';
import { formatEraMonth } from '../../../core/calendar/era.ts';
import { useEngagementId } from '../../../web/session.ts';
import {
  type Column,
  DayText,
  Disclosure,
  EmptyState,
  Loaded,
  Page,
  Section,
  StatusBadge,
  Table,
  TextLink,
  useLoad,
} from '../../../web/ui/index.ts';
import { PARTY_LABELS, RISK_CAUSE_LABELS } from '../labels.ja.ts';
import { boardMessages } from './board-messages.ja.ts';
import { engagement, type Forecast } from './client.ts';

const text = boardMessages.forecast;

type Risk = Forecast['risks'][number];
type Month = Forecast['months'][number];
type Duty = Month['duties'][number];

/** What will be late as things stand, and what falls due in each month that remains. */
export function Component() {
  const engagementId = useEngagementId();
  const forecast = useLoad(() => engagement.forecastObligations({ engagementId }), [engagementId]);
  const board = `/engagements/${engagementId}/obligations`;
  return (
    <Page title={text.title} lead={text.lead}>
      <Loaded from={forecast}>
        {({ risks, months }) => (
          <>
            <Section title={text.risks}>
              <Table
                caption={text.risks}
                hideCaption
                rows={risks}
                rowKey={({ key }) => key}
                columns={riskColumns(board)}
                empty={
                  <EmptyState title={text.noRisks}>
                    <p>{text.noRisksHelp}</p>
                  </EmptyState>
                }
              />
            </Section>
            <Section title={text.months}>
              <Table
                caption={text.months}
                hideCaption
                rows={months}
                rowKey={({ month }) => month}
                columns={MONTH_COLUMNS}
              />
            </Section>
            {months.map((month) => (
              <MonthDetail key={month.month} month={month} board={board} />
            ))}
          </>
        )}
      </Loaded>
    </Page>
  );
}

const monthName = ({ month }: { month: string }): string => formatEraMonth(`${month}-01`);

const MONTH_COLUMNS: readonly Column<Month>[] = [
  { key: 'month', header: text.month, rowHeader: true, cell: monthName },
  { key: 'contractor', header: text.contractor, align: 'end', cell: ({ contractor }) => contractor },
  { key: 'city', header: text.city, align: 'end', cell: ({ city }) => city },
];

const WEEK_COLUMNS: readonly Column<Month['weeks'][number]>[] = [
  {
    key: 'week',
    header: text.week,
    rowHeader: true,
    cell: ({ from, to }) => (
      <>
        <DayText day={from} />
        {boardMessages.between}
        <DayText day={to} />
      </>
    ),
  },
  { key: 'contractor', header: text.contractor, align: 'end', cell: ({ contractor }) => contractor },
  { key: 'city', header: text.city, align: 'end', cell: ({ city }) => city },
];

function MonthDetail({ month, board }: { month: Month; board: string }) {
  const { duties, weeks, more } = month;
  return (
    <Section title={monthName(month)}>
      {duties.length === 0 ? (
        <p>{text.nothing}</p>
      ) : (
        <>
          <Disclosure summary={text.weeks}>
            <Table caption={text.weeks} hideCaption rows={weeks} rowKey={({ from }) => from} columns={WEEK_COLUMNS} />
          </Disclosure>
          <Disclosure summary={text.list}>
            <Table
              caption={text.list}
              hideCaption
              rows={duties}
              rowKey={({ key }) => key}
              columns={dutyColumns(board)}
            />
            {more > 0 && <p>{text.more(more)}</p>}
          </Disclosure>
        </>
      )}
    </Section>
  );
}

function DutyLink({ duty, board }: { duty: Pick<Duty, 'title' | 'clause' | 'party'>; board: string }) {
  const { title, clause, party } = duty;
  return (
    <div className="desktop:min-w-56">
      <TextLink href={`${board}?party=all&state=all&clause=${encodeURIComponent(clause)}`}>{title}</TextLink>
      <span className="block font-400 text-solid-gray-700">
        {clauseLabel(clause)}　{PARTY_LABELS[party] ?? party}
      </span>
    </div>
  );
}

function riskColumns(board: string): readonly Column<Risk>[] {
  return [
    { key: 'duty', header: text.duty, rowHeader: true, cell: (risk) => <DutyLink duty={risk} board={board} /> },
    {
      key: 'cause',
      header: text.cause,
      cell: ({ cause }) => <StatusBadge tone="warning">{RISK_CAUSE_LABELS[cause]}</StatusBadge>,
    },
    { key: 'why', header: text.why, cell: ({ sentence }) => <p className="desktop:min-w-64">{sentence}</p> },
    {
      key: 'expected',
      header: text.expected,
      nowrap: true,
      cell: ({ expected }) => <DayText day={expected} look="weekday" />,
    },
  ];
}

function dutyColumns(board: string): readonly Column<Duty>[] {
  return [
    { key: 'duty', header: text.duty, rowHeader: true, cell: (duty) => <DutyLink duty={duty} board={board} /> },
    { key: 'due', header: text.due, nowrap: true, cell: ({ due }) => <DayText day={due} look="weekday" /> },
    {
      key: 'derivation',
      header: text.derivation,
      cell: ({ derivation, risk }) => (
        <div className="desktop:min-w-64">
          <p>{derivation}</p>
          {risk !== null && (
            <p>
              <StatusBadge tone="warning">{boardMessages.board.risk}</StatusBadge> {risk}
            </p>
          )}
        </div>
      ),
    },
  ];
}
