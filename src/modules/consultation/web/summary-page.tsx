import { useSearchParams } from 'react-router';
import { formatEraMonth } from '../../../core/calendar/era.ts';
import { fiscalYearLabel, fiscalYearOf } from '../../../core/calendar/fiscal-year.ts';
import { useCan, useEngagementId, useSession } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { periodName } from '../rules/cap.ts';
import { neighbour, type SummaryPeriod } from '../rules/summary.ts';
import { consultations, listPath, type Summary } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.summary;
const PERIODS = ['month', 'fiscal-year'] as const;
const FORMATS = ['docx', 'pdf', 'xlsx'] as const;

const nameOf = (period: SummaryPeriod, day: string): string =>
  period === 'month' ? formatEraMonth(day) : fiscalYearLabel(fiscalYearOf(day));

/** Figures of a month or a year; the address holds the choice (`?period=…&day=…`). */
export function Component() {
  const engagementId = useEngagementId();
  const { today } = useSession();
  const [search] = useSearchParams();
  const period = PERIODS.find((one) => one === search.get('period')) ?? 'month';
  const asked = search.get('day') ?? '';
  const day = /^\d{4}-\d{2}-\d{2}$/.test(asked) ? asked : today;
  const load = ui.useLoad(
    () => consultations.summariseConsultations({ engagementId, period, day }),
    [engagementId, period, day],
  );
  const here = `${listPath(engagementId)}/summary`;
  const hrefOf = (to: SummaryPeriod, on: string): string => `${here}?period=${to}&day=${on}`;
  return (
    <ui.Page
      title={text.title}
      lead={text.lead}
      breadcrumbs={[{ label: messages.title, href: listPath(engagementId) }]}
    >
      <nav aria-label={text.period} className="flex flex-wrap gap-3" data-print="never">
        {PERIODS.filter((one) => one !== period).map((one) => (
          <ui.LinkButton key={one} size="small" href={hrefOf(one, day)}>
            {text.name(nameOf(one, day))}
          </ui.LinkButton>
        ))}
        <ui.LinkButton size="small" href={hrefOf(period, neighbour(period, day, -1))}>
          {text.previous}
        </ui.LinkButton>
        <ui.LinkButton size="small" href={hrefOf(period, neighbour(period, day, 1))}>
          {text.next}
        </ui.LinkButton>
      </nav>
      <ui.Loaded from={load}>
        {(data) => <Figures engagementId={engagementId} data={data} period={period} day={day} reload={load.reload} />}
      </ui.Loaded>
    </ui.Page>
  );
}

type Theme = Summary['summary']['themes'][number];

const COLUMNS: readonly ui.Column<Theme>[] = [
  { key: 'theme', header: text.columns.theme, rowHeader: true, cell: ({ theme }) => theme },
  ...(['received', 'questions', 'urgent', 'answered', 'open', 'averageDays', 'averageScore'] as const).map(
    (key): ui.Column<Theme> => ({
      key,
      header: text.columns[key],
      align: 'end',
      cell: (counts) => counts[key] ?? messages.none,
      sortBy: (counts) => counts[key],
    }),
  ),
];

/** The figures of the moment, or those of an issued summary. */
const filesOf = (wanted: { engagementId: string; period: SummaryPeriod; day: string; summaryId?: string }) =>
  FORMATS.map((format) => ({ kind: format, href: consultations.href('downloadSummary', { ...wanted, format }) }));

type Issued = Summary['issued'][number];

const issuedColumns = (engagementId: string): readonly ui.Column<Issued>[] => [
  {
    key: 'period',
    header: text.capColumns.period,
    rowHeader: true,
    cell: (one) => nameOf(one.period, one.from),
  },
  { key: 'count', header: text.columns.received, align: 'end', cell: ({ count }) => count },
  { key: 'on', header: text.issuedOn, cell: ({ issuedOn }) => <ui.DayText day={issuedOn} /> },
  {
    key: 'files',
    header: text.files,
    cell: ({ id, period, from }) => (
      <ui.DownloadLinks
        title={text.name(nameOf(period, from))}
        files={filesOf({ engagementId, period, day: from, summaryId: id })}
      />
    ),
  },
];

function IssuedList({ engagementId, issued }: { engagementId: string; issued: readonly Issued[] }) {
  return (
    <ui.Section title={text.issuedList}>
      <ui.Table
        caption={text.issuedList}
        hideCaption
        columns={issuedColumns(engagementId)}
        rows={issued}
        rowKey={({ id }) => id}
      />
    </ui.Section>
  );
}

function Figures({
  engagementId,
  data: { summary, issued },
  period,
  day,
  reload,
}: {
  engagementId: string;
  data: Summary;
  period: SummaryPeriod;
  day: string;
  reload: () => void;
}) {
  const can = useCan();
  const issue = ui.useCommand((options) => consultations.issueSummary({ engagementId, period, day }, options), {
    done: text.issued,
    onDone: reload,
  });
  const name = text.name(nameOf(period, summary.from));
  return (
    <>
      <ui.Section
        title={name}
        actions={<ui.DownloadLinks title={name} files={filesOf({ engagementId, period, day })} />}
      >
        <ui.Table
          caption={text.themes}
          columns={COLUMNS}
          rows={summary.themes.length === 0 ? [] : [...summary.themes, { theme: text.total, ...summary.total }]}
          rowKey={({ theme }) => theme}
          empty={<ui.EmptyState title={text.empty} />}
        />
        <p className="text-solid-gray-700">{text.help}</p>
        <p>{text.visits(summary.visits)}</p>
        {summary.channels.length > 0 && (
          <ui.Table
            caption={text.channels}
            columns={[
              { key: 'channel', header: text.channel, rowHeader: true, cell: ({ channel }) => channel },
              { key: 'count', header: text.count, align: 'end', cell: ({ count }) => count },
            ]}
            rows={summary.channels}
            rowKey={({ channel }) => channel}
          />
        )}
        {summary.cap.length > 0 && (
          <ui.Table
            caption={text.cap}
            columns={[
              {
                key: 'period',
                header: text.capColumns.period,
                rowHeader: true,
                cell: (use) => periodName(use.period),
              },
              ...(['max', 'carried', 'used', 'over'] as const).map(
                (key): ui.Column<Summary['summary']['cap'][number]> => ({
                  key,
                  header: text.capColumns[key],
                  align: 'end',
                  cell: (use) => use[key],
                }),
              ),
            ]}
            rows={summary.cap}
            rowKey={(use) => use.period}
          />
        )}
        {can('consultation.issue') && (
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
      </ui.Section>
      {issued.length > 0 && <IssuedList engagementId={engagementId} issued={issued} />}
      <ui.Section title={text.log}>
        <ui.DownloadLinks
          title={text.log}
          files={FORMATS.map((format) => ({
            kind: format,
            href: consultations.href('downloadLog', { engagementId, format }),
          }))}
        />
      </ui.Section>
    </>
  );
}
