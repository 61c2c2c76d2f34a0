import { DocumentLinks } from '../../../web/document-links.tsx';
import { useCan, useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { ListExchange } from '../../../web/list-exchange.tsx';
import { URGENT_STATE_NAMES } from '../labels.ts';
import { auditOptions, report, toneOf, type Urgent } from './client.ts';
import { ReportTabs } from './frame.tsx';
import { messages } from './messages.ja.ts';

const text = messages.urgent;
const CHANNELS = ['電話', '電子メール', '対面', 'Web会議'] as const;

const COLUMNS: readonly ui.Column<Urgent>[] = [
  { key: 'number', header: text.columns.number, nowrap: true, cell: ({ number }) => text.number(number) },
  { key: 'title', header: text.columns.title, rowHeader: true, cell: ({ title }) => title },
  { key: 'target', header: text.columns.target, cell: ({ target }) => target },
  { key: 'awareOn', header: text.columns.awareOn, cell: ({ awareOn }) => <ui.DayText day={awareOn} look="short" /> },
  { key: 'due', header: text.columns.due, cell: ({ due }) => <ui.DayText day={due} look="short" /> },
  {
    key: 'state',
    header: text.columns.state,
    nowrap: true,
    cell: ({ state }) => <ui.StatusBadge tone={toneOf(state)}>{URGENT_STATE_NAMES[state]}</ui.StatusBadge>,
  },
];

export function Component() {
  const engagementId = useEngagementId();
  const can = useCan();
  const load = ui.useLoad(
    async () => ({ ...(await report.listUrgent({ engagementId })), audits: await auditOptions(engagementId) }),
    [engagementId],
  );
  return (
    <ui.Page title={text.title} lead={text.lead}>
      <ReportTabs />
      <ui.Loaded from={load}>
        {({ urgent, audits }) => (
          <>
            <p>
              <ListExchange list="audit-report.urgent" engagementId={engagementId} />
            </p>
            <ui.Table
              caption={text.caption}
              hideCaption
              rows={urgent}
              rowKey={({ id }) => id}
              columns={COLUMNS}
              empty={<ui.EmptyState title={text.none} />}
            />
            {urgent.map((one) => (
              <One key={one.id} one={one} reload={load.reload} />
            ))}
            {can('audit-report.urgent') && <Raise audits={audits} reload={load.reload} />}
          </>
        )}
      </ui.Loaded>
    </ui.Page>
  );
}

function Raise({ audits, reload }: { audits: readonly ui.Option[]; reload: () => void }) {
  const engagementId = useEngagementId();
  if (audits.length === 0) return <p>{text.noAudit}</p>;
  return (
    <ui.Section title={text.raise}>
      <ui.Form
        draft={`urgent-new:${engagementId}`}
        submitLabel={text.raise}
        done={text.raised}
        reset
        submit={(form) =>
          report.raiseUrgent(
            {
              auditId: form.text('auditId'),
              title: form.text('title'),
              fact: form.text('fact'),
              risk: form.text('risk'),
              measure: form.text('measure'),
              awareOn: form.day('awareOn'),
            },
            form.options,
          )
        }
        onDone={reload}
      >
        <ui.Select name="auditId" label={text.audit} required options={audits} />
        <ui.TextField name="title" label={text.name} required maxLength={200} />
        <ui.TextArea name="fact" label={text.fact} required maxLength={10_000} rows={3} />
        <ui.TextArea name="risk" label={text.risk} required maxLength={10_000} rows={3} />
        <ui.TextArea name="measure" label={text.measure} required maxLength={10_000} rows={3} />
        <ui.DateField name="awareOn" label={text.awareOn} required />
      </ui.Form>
    </ui.Section>
  );
}

function One({ one, reload }: { one: Urgent; reload: () => void }) {
  const engagementId = useEngagementId();
  const can = useCan();
  const at = { urgentId: one.id, version: one.version };
  return (
    <ui.Section title={text.detail(one.number, one.title)}>
      <ui.DataList
        items={[
          { term: text.fact, value: one.fact },
          { term: text.risk, value: one.risk },
          { term: text.measure, value: one.measure },
          ...(one.reported === null
            ? []
            : [{ term: text.reportedTerm, value: text.reportedBy(one.reported.channel, one.reported.to) }]),
          ...(one.acknowledged === null ? [] : [{ term: text.answer, value: one.acknowledged.answer }]),
        ]}
      />
      <DocumentLinks
        title={text.paper}
        files={(['docx', 'pdf'] as const).map((format) => ({
          kind: format,
          href: report.href('downloadDocument', {
            ...{ engagementId, kind: 'urgent-finding-report', subject: one.id, format },
          }),
        }))}
      />
      {one.state === 'raised' && can('audit-report.work') && (
        <ui.Form
          submitLabel={text.report}
          done={text.reported}
          submit={(form) =>
            report.reportUrgent(
              {
                ...at,
                channel: form.one('channel', CHANNELS),
                to: form.text('to'),
                occurredOn: form.day('occurredOn'),
              },
              form.options,
            )
          }
          onDone={reload}
        >
          <ui.Select
            name="channel"
            label={text.channel}
            required
            options={CHANNELS.map((channel) => ({ value: channel, label: channel }))}
          />
          <ui.TextField name="to" label={text.to} required maxLength={200} />
          <ui.DateField name="occurredOn" label={text.on} required />
        </ui.Form>
      )}
      {one.state === 'reported' && can('audit-report.city') && (
        <ui.Form
          submitLabel={text.acknowledge}
          done={text.acknowledged}
          submit={(form) => report.acknowledgeUrgent({ ...at, answer: form.text('answer') }, form.options)}
          onDone={reload}
        >
          <ui.TextArea name="answer" label={text.answer} required maxLength={10_000} rows={3} />
        </ui.Form>
      )}
    </ui.Section>
  );
}
