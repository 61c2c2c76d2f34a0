import { useState } from 'react';
import { formatEraMonth } from '../../../../core/calendar/era.ts';
import { clauseLabel } from '../../../../core/specification/label.ts';
import { useCan, useEngagementId } from '../../../../web/session.ts';
import {
  Button,
  type Column,
  DayText,
  DownloadLinks,
  EmptyState,
  Form,
  Loaded,
  Page,
  Section,
  Select,
  StatusBadge,
  Table,
  useLoad,
} from '../../../../web/ui/index.ts';
import { engagement, type WorkLog } from '../client.ts';
import { planMessages } from './messages.ja.ts';
import { type Clauses, CorrectDialog, WorkFields, workFrom } from './work-fields.tsx';

const text = planMessages.work;
type Entry = WorkLog['records'][number];

/** What was done on which day and how; months with too few days on site are seen at once. */
export function Component() {
  const engagementId = useEngagementId();
  const can = useCan();
  const [month, setMonth] = useState('');
  const [correcting, setCorrecting] = useState<Entry>();
  const load = useLoad(
    async () => ({
      log: await engagement.listWork({ engagementId, ...(month === '' ? {} : { month }) }),
      clauses: (await engagement.getSpecification({ engagementId })).clauses,
    }),
    [engagementId, month],
  );
  return (
    <Page title={text.title} lead={text.lead}>
      <Loaded from={load}>
        {({ log, clauses }) => {
          const names = new Map(log.people.map(({ id, name }) => [id, name]));
          return (
            <>
              {can('work.record') && (
                <RecordForm engagementId={engagementId} log={log} clauses={clauses} onDone={load.reload} />
              )}
              <Months months={log.months} />
              <Section title={text.records}>
                <Select
                  name="month"
                  label={text.month}
                  value={month}
                  prompt={text.allMonths}
                  onChange={(event) => setMonth(event.target.value)}
                  options={log.months.map(({ month: value }) => ({ value, label: formatEraMonth(`${value}-01`) }))}
                />
                <Table
                  caption={text.records}
                  hideCaption
                  rows={log.records.toReversed()}
                  rowKey={({ id }) => id}
                  empty={<EmptyState title={text.empty} />}
                  columns={
                    can('work.record') ? [...columnsFor(names), correctColumn(setCorrecting)] : columnsFor(names)
                  }
                />
                <DownloadLinks
                  title={text.download}
                  files={[{ kind: 'xlsx', href: engagement.href('downloadWork', { engagementId }) }]}
                />
              </Section>
              {correcting !== undefined && (
                <CorrectDialog
                  engagementId={engagementId}
                  entry={correcting}
                  log={log}
                  clauses={clauses}
                  onClose={() => setCorrecting(undefined)}
                  onDone={() => {
                    setCorrecting(undefined);
                    load.reload();
                  }}
                />
              )}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Months({ months }: { months: WorkLog['months'] }) {
  return (
    <Section title={text.months}>
      <Table
        caption={text.months}
        hideCaption
        rows={months.toReversed()}
        rowKey={({ month }) => month}
        columns={[
          {
            key: 'month',
            header: text.monthColumns.month,
            rowHeader: true,
            nowrap: true,
            cell: ({ month }) => formatEraMonth(`${month}-01`),
          },
          {
            key: 'onSite',
            header: text.monthColumns.onSite,
            align: 'end',
            cell: ({ onSiteDays }) => text.days(onSiteDays),
          },
          {
            key: 'records',
            header: text.monthColumns.records,
            align: 'end',
            cell: ({ records }) => text.count(records),
          },
          {
            key: 'modes',
            header: text.monthColumns.modes,
            cell: ({ byMode }) =>
              byMode
                .filter(({ records }) => records > 0)
                .map(({ mode, records }) => text.mode(mode, records))
                .join('、') || planMessages.wbs.none,
          },
        ]}
      />
    </Section>
  );
}

interface RecordFormProps {
  readonly engagementId: string;
  readonly log: WorkLog;
  readonly clauses: Clauses;
  readonly onDone: () => void;
}

function RecordForm({ engagementId, log, clauses, onDone }: RecordFormProps) {
  if (log.people.length === 0) return <p>{text.noPeople}</p>;
  const last = log.records.at(-1);
  return (
    <Section title={text.record}>
      <Form
        key={last?.id ?? 'first'}
        draft={`work:${engagementId}`}
        reset
        submitLabel={text.submit}
        done={text.saved}
        submit={(form) => engagement.recordWork({ engagementId, ...workFrom(form) }, form.options)}
        onDone={onDone}
      >
        <WorkFields
          log={log}
          clauses={clauses}
          given={last === undefined ? {} : { ...last, occurredOn: log.today, content: '' }}
        />
      </Form>
    </Section>
  );
}

function columnsFor(names: ReadonlyMap<string, string>): readonly Column<Entry>[] {
  const nameOf = (id: string): string => names.get(id) ?? '―';
  return [
    {
      key: 'day',
      header: text.columns.day,
      rowHeader: true,
      nowrap: true,
      cell: ({ occurredOn }) => <DayText day={occurredOn} look="short" />,
    },
    { key: 'mode', header: text.columns.mode, nowrap: true, cell: ({ mode }) => mode },
    { key: 'clause', header: text.columns.clause, cell: ({ clause }) => clauseLabel(clause) },
    {
      key: 'content',
      header: text.columns.content,
      cell: ({ content, correctedBy, corrects, reason }) => (
        <>
          {correctedBy !== null && <StatusBadge tone="neutral">{text.corrected}</StatusBadge>}
          <p>{content}</p>
          {corrects !== null && <p className="text-solid-gray-700">{text.correction(reason)}</p>}
        </>
      ),
    },
    { key: 'members', header: text.columns.members, cell: ({ members }) => members.map(nameOf).join('、') },
    { key: 'responsible', header: text.columns.responsible, cell: ({ responsible }) => nameOf(responsible) },
  ];
}

/** Records that nobody has corrected yet can be corrected. */
const correctColumn = (correct: (entry: Entry) => void): Column<Entry> => ({
  key: 'act',
  header: text.columns.act,
  cell: (entry) =>
    entry.correctedBy === null ? (
      <Button size="small" onClick={() => correct(entry)}>
        {text.correct}
      </Button>
    ) : (
      planMessages.wbs.none
    ),
});
