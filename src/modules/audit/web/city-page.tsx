import { useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { audit } from './audit-client.ts';
import { type InboxEntry, inboxHref } from './inbox-links.ts';
import { messages } from './messages.ja.ts';

const text = messages.city;

const columnsFor = (engagementId: string): readonly ui.Column<InboxEntry>[] => [
  {
    key: 'what',
    header: text.what,
    rowHeader: true,
    cell: (entry) => (
      <>
        <ui.TextLink href={inboxHref(engagementId, entry)}>{text.kinds[entry.kind]}</ui.TextLink>
        {entry.title !== '' && <p className="font-400">{entry.title}</p>}
      </>
    ),
  },
  { key: 'department', header: text.department, cell: ({ departmentName }) => departmentName ?? '―' },
  { key: 'since', header: text.since, cell: ({ since }) => <ui.DayText day={since} />, sortBy: ({ since }) => since },
];

export function Component() {
  const engagementId = useEngagementId();
  const load = ui.useLoad(() => audit.listInbox({ engagementId }), [engagementId]);
  return (
    <ui.Page title={text.title} lead={text.lead}>
      <ui.Loaded from={load}>
        {({ entries }) => (
          <ui.Table
            caption={text.caption}
            columns={columnsFor(engagementId)}
            rows={entries}
            rowKey={({ kind, subject }) => `${kind}${subject}`}
            empty={<ui.EmptyState title={text.empty}>{text.emptyHelp}</ui.EmptyState>}
          />
        )}
      </ui.Loaded>
    </ui.Page>
  );
}
