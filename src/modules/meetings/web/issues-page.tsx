import { formatEra } from '../../../core/calendar/era.ts';
import { ListExchange } from '../../../web/list-exchange.tsx';
import { useCan, useEngagementId, useSession } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { ChangeIssueForm, OpenIssueForm } from './issue-forms.tsx';
import { type Issue, meetings } from './meetings-client.ts';
import { messages } from './messages.ja.ts';
import { PaperDownloads } from './paper-downloads.tsx';
import { paperMessages } from './paper-messages.ja.ts';

const text = paperMessages.issues;

export function Component() {
  const engagementId = useEngagementId();
  const can = useCan();
  const { today } = useSession();
  const writing = can('meetings.contribute');
  const load = ui.useLoad(() => meetings.listIssues({ engagementId }), [engagementId]);
  return (
    <ui.Page
      title={text.title}
      lead={text.lead}
      actions={
        <>
          <ListExchange
            list="meetings.issues"
            edit="meetings.contribute"
            engagementId={engagementId}
            onDone={load.reload}
          />
          <PaperDownloads
            engagementId={engagementId}
            kind="issue-list"
            title={text.title}
            formats={['xlsx', 'docx', 'pdf']}
          />
        </>
      }
    >
      <ui.Loaded from={load}>
        {({ issues }) => (
          <>
            <ui.Table
              caption={text.title}
              hideCaption
              columns={issueColumns(today)}
              rows={issues}
              rowKey={({ id }) => id}
              empty={<ui.EmptyState title={text.empty}>{writing ? text.emptyHelp : text.emptyReader}</ui.EmptyState>}
            />
            {writing && (
              <>
                <ChangeIssueForm engagementId={engagementId} issues={issues} reload={load.reload} />
                <OpenIssueForm engagementId={engagementId} meetingId={null} reload={load.reload} />
              </>
            )}
          </>
        )}
      </ui.Loaded>
    </ui.Page>
  );
}

export const issueColumns = (today: string): readonly ui.Column<Issue>[] => [
  { key: 'number', header: text.columns.number, align: 'end', cell: ({ number }) => number, sortBy: (it) => it.number },
  {
    key: 'content',
    header: text.columns.content,
    rowHeader: true,
    cell: ({ content, raisedOn, meetingTitle }) => (
      <>
        <span className="whitespace-pre-wrap">{content}</span>
        <p className="font-400">{text.raised(formatEra(raisedOn), meetingTitle)}</p>
      </>
    ),
  },
  { key: 'owner', header: text.columns.owner, cell: ({ owner }) => messages.owners[owner] },
  {
    key: 'due',
    header: text.columns.due,
    cell: ({ due }) => (due === null ? messages.minutes.none : <ui.DayText day={due} />),
    sortBy: ({ due }) => due,
  },
  {
    key: 'response',
    header: text.columns.response,
    cell: ({ response, closedOn }) => (
      <>
        <span className="whitespace-pre-wrap">{response === '' ? messages.minutes.none : response}</span>
        {closedOn !== null && <p>{text.closedOn(formatEra(closedOn))}</p>}
      </>
    ),
  },
  { key: 'state', header: text.columns.state, cell: (issue) => <IssueState issue={issue} today={today} /> },
];

function IssueState({ issue: { closedOn, due, response }, today }: { issue: Issue; today: string }) {
  if (closedOn !== null) return <ui.StatusBadge tone="success">{text.states.closed}</ui.StatusBadge>;
  if (due !== null && due < today) return <ui.StatusBadge tone="error">{text.states.late}</ui.StatusBadge>;
  return (
    <ui.StatusBadge tone={response === '' ? 'warning' : 'info'}>
      {response === '' ? text.states.new : text.states.open}
    </ui.StatusBadge>
  );
}
