import { useCan, useSession } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { OpenIssueForm } from './issue-forms.tsx';
import { issueColumns } from './issues-page.tsx';
import { type Meeting, meetings } from './meetings-client.ts';
import { paperMessages } from './paper-messages.ja.ts';

const text = paperMessages.issues;

/** Issues that came up at the meeting; the issue list has them all. */
export function MeetingIssues({ engagementId, meeting }: { engagementId: string; meeting: Meeting }) {
  const can = useCan();
  const { today } = useSession();
  const load = ui.useLoad(() => meetings.listIssues({ engagementId }), [engagementId]);
  return (
    <ui.Section title={text.atMeeting}>
      <ui.Loaded from={load}>
        {({ issues }) => (
          <ui.Table
            caption={text.atMeeting}
            hideCaption
            columns={issueColumns(today)}
            rows={issues.filter(({ meetingId }) => meetingId === meeting.id)}
            rowKey={({ id }) => id}
            empty={<p>{text.none}</p>}
          />
        )}
      </ui.Loaded>
      <ui.TextLink href={`/engagements/${engagementId}/issues`}>{text.toList}</ui.TextLink>
      {can('meetings.contribute') && (
        <ui.Disclosure summary={text.open}>
          <OpenIssueForm engagementId={engagementId} meetingId={meeting.id} reload={load.reload} />
        </ui.Disclosure>
      )}
    </ui.Section>
  );
}
