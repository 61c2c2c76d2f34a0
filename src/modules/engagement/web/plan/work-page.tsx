import { useState } from 'react';
import { formatEraMonth } from '../../../../core/calendar/era.ts';
import { clauseLabel } from '../../../../core/specification/label.ts';
import { useCan, useEngagementId } from '../../../../web/session.ts';
import {
  CheckboxGroup,
  type Column,
  DateField,
  DayText,
  DownloadLinks,
  EmptyState,
  Form,
  Loaded,
  Page,
  Section,
  Select,
  Table,
  TextArea,
  useLoad,
} from '../../../../web/ui/index.ts';
import { engagement, type WorkLog } from '../client.ts';
import { planMessages } from './messages.ja.ts';

const text = planMessages.work;
const MODES = ['オンサイト', '電話', '電子メール', 'Web会議', '持ち帰り'] as const;
type Entry = WorkLog['records'][number];

/** What was done on which day and how; months with too few days on site are seen at once. */
export function Component() {
  const engagementId = useEngagementId();
  const can = useCan();
  const [month, setMonth] = useState('');
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
                  columns={columnsFor(names)}
                />
                <DownloadLinks
                  title={text.download}
                  files={[{ kind: 'xlsx', href: engagement.href('downloadWork', { engagementId }) }]}
                />
              </Section>
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
  readonly clauses: readonly { readonly id: string; readonly title: string }[];
  readonly onDone: () => void;
}

function RecordForm({ engagementId, log, clauses, onDone }: RecordFormProps) {
  if (log.people.length === 0) return <p>{text.noPeople}</p>;
  const people = log.people.map(({ id, name }) => ({ value: id, label: name }));
  const last = log.records.at(-1);
  return (
    <Section title={text.record}>
      <Form
        key={last?.id ?? 'first'}
        draft={`work:${engagementId}`}
        reset
        submitLabel={text.submit}
        done={text.saved}
        submit={(form) =>
          engagement.recordWork(
            {
              engagementId,
              occurredOn: form.day('occurredOn'),
              mode: form.one('mode', MODES),
              clause: form.text('clause'),
              content: form.text('content'),
              members: form.all('members'),
              responsible: form.text('responsible'),
            },
            form.options,
          )
        }
        onDone={onDone}
      >
        <DateField name="occurredOn" label={text.day} required defaultValue={log.today} />
        <Select
          name="mode"
          label={text.modeLabel}
          required
          defaultValue={last?.mode ?? MODES[0]}
          options={MODES.map((value) => ({ value, label: value }))}
        />
        <Select
          name="clause"
          label={text.clause}
          required
          defaultValue={last?.clause ?? null}
          options={clauses.map(({ id, title }) => ({ value: id, label: `${clauseLabel(id)} ${title}` }))}
        />
        <TextArea name="content" label={text.content} required maxLength={2000} rows={2} />
        <CheckboxGroup
          name="members"
          label={text.members}
          required
          defaultValues={last?.members ?? []}
          options={people}
        />
        <Select
          name="responsible"
          label={text.responsible}
          required
          defaultValue={last?.responsible ?? null}
          options={people}
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
    { key: 'content', header: text.columns.content, cell: ({ content }) => content },
    { key: 'members', header: text.columns.members, cell: ({ members }) => members.map(nameOf).join('、') },
    { key: 'responsible', header: text.columns.responsible, cell: ({ responsible }) => nameOf(responsible) },
  ];
}
