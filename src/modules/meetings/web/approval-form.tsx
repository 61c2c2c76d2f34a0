import * as ui from '../../../web/ui/index.ts';
import { type Meeting, meetings } from './meetings-client.ts';
import { messages } from './messages.ja.ts';

const text = messages.shown;

/** The city approves the edition that it has, or returns it with a reason. */
export function ApprovalForm({
  engagementId,
  meeting,
  reload,
}: {
  engagementId: string;
  meeting: Meeting;
  reload: () => void;
}) {
  const inHand = { engagementId, meetingId: meeting.id, version: meeting.version };
  const approve = ui.useCommand((options) => meetings.approveMinutes(inHand, options), {
    done: text.approved,
    onDone: reload,
  });
  return (
    <>
      <div>
        <ui.ConfirmButton
          variant="solid"
          title={text.approveTitle}
          body={text.approveBody}
          busy={approve.busy}
          onConfirm={() => approve.run()}
        >
          {text.approve}
        </ui.ConfirmButton>
      </div>
      <ui.Disclosure summary={text.return}>
        <ui.Form
          version={meeting.version}
          draft={`minutes-return:${meeting.id}`}
          submitLabel={text.return}
          done={text.returned}
          submit={(form) =>
            meetings.returnMinutes({ ...inHand, version: form.version, reason: form.text('reason') }, form.options)
          }
          onDone={reload}
        >
          <ui.TextArea name="reason" label={text.returnReason} required rows={3} maxLength={2000} />
        </ui.Form>
      </ui.Disclosure>
    </>
  );
}
