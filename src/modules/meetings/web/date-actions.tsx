import { useCan, useSession } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { PlaceFields, placeFrom, StartTime } from './meeting-fields.tsx';
import { type Meeting, meetings } from './meetings-client.ts';
import { messages } from './messages.ja.ts';

const text = messages.page;

/** Confirming, moving, cancelling; agreeing to a tool. */
export function DateActions({
  engagementId,
  meeting,
  reload,
}: {
  engagementId: string;
  meeting: Meeting;
  reload: () => void;
}) {
  const { account } = useSession();
  const can = useCan();
  const inHand = { engagementId, meetingId: meeting.id, version: meeting.version };
  const confirm = ui.useCommand((options) => meetings.confirmDate(inHand, options), {
    done: text.confirmed,
    onDone: reload,
  });
  const agree = ui.useCommand((options) => meetings.agreeTool(inHand, options), {
    done: text.toolAgreed,
    onDone: reload,
  });
  const own = account.party === 'contractor' ? 'contractor' : 'city';
  const proposed = meeting.state === 'proposed';
  const other = meeting.proposedBy === 'city' ? 'contractor' : 'city';
  return (
    <>
      {proposed && meeting.proposedBy === own && <ui.Notice title={text.waiting(messages.sides[other])} />}
      <div className="flex flex-wrap gap-3">
        {proposed && meeting.proposedBy !== own && (
          <ui.Button variant="solid" busy={confirm.busy} onClick={() => void confirm.run()}>
            {text.confirm}
          </ui.Button>
        )}
        {can('meetings.agree') && meeting.toolAgreementMissing && (
          <ui.Button busy={agree.busy} onClick={() => void agree.run()}>
            {text.agreeTool}
          </ui.Button>
        )}
      </div>
      {can('meetings.agree') && meeting.venueMissing === 'city' && (
        <ui.Form
          version={meeting.version}
          guard={false}
          submitLabel={text.nameVenue}
          done={text.venueNamed}
          submit={(form) =>
            meetings.nameVenue({ ...inHand, version: form.version, venue: form.text('venue') }, form.options)
          }
          onDone={reload}
        >
          <ui.TextField name="venue" label={text.venueName} required maxLength={200} />
        </ui.Form>
      )}
      <ui.Disclosure summary={text.move}>
        <p>{text.moveHelp}</p>
        <ui.Form
          version={meeting.version}
          guard={false}
          submitLabel={text.moveSubmit}
          done={text.moved}
          submit={(form) =>
            meetings.moveMeeting(
              {
                ...inHand,
                version: form.version,
                date: form.day('date'),
                startTime: form.text('startTime'),
                ...placeFrom(form),
              },
              form.options,
            )
          }
          onDone={reload}
        >
          <ui.DateField name="date" label={messages.schedule.date} required defaultValue={meeting.date} />
          <StartTime defaultValue={meeting.startTime} />
          <PlaceFields
            mode={meeting.mode}
            venue={meeting.venue}
            tool={meeting.tool}
            browserCapable={meeting.browserCapable}
          />
        </ui.Form>
      </ui.Disclosure>
      <ui.Disclosure summary={text.cancel}>
        <ui.Form
          version={meeting.version}
          guard={false}
          submitLabel={text.cancelSubmit}
          done={text.cancelDone}
          submit={(form) =>
            meetings.cancelMeeting({ ...inHand, version: form.version, reason: form.text('reason') }, form.options)
          }
          onDone={reload}
        >
          <ui.TextArea name="reason" label={text.reason} required maxLength={10_000} rows={2} />
        </ui.Form>
      </ui.Disclosure>
    </>
  );
}
