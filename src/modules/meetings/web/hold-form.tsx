import * as ui from '../../../web/ui/index.ts';
import { type Choices, type Meeting, meetings } from './meetings-client.ts';
import { messages } from './messages.ja.ts';
import { participantFaults, ParticipantFields, participantsFrom } from './participant-fields.tsx';

const text = messages.page;

/** Who was there. */
export function HoldForm({
  engagementId,
  meeting,
  choices,
  reload,
}: {
  engagementId: string;
  meeting: Meeting;
  choices: Choices;
  reload: () => void;
}) {
  return (
    <ui.Section title={text.hold}>
      <p>{text.holdHelp}</p>
      <ui.Form
        version={meeting.version}
        draft={`meeting-hold:${meeting.id}`}
        submitLabel={text.holdSubmit}
        done={text.held}
        check={(form) => participantFaults(form, choices)}
        submit={(form) =>
          meetings.holdMeeting(
            {
              engagementId,
              meetingId: meeting.id,
              version: form.version,
              document: form.textOrNull('document'),
              participants: participantsFrom(form, choices),
            },
            form.options,
          )
        }
        onDone={reload}
      >
        <ParticipantFields choices={choices} />
        <ui.Select
          name="document"
          label={messages.schedule.document}
          hint={messages.schedule.documentHelp}
          defaultValue={meeting.document}
          prompt={messages.schedule.noDocument}
          options={choices.documents.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </ui.Form>
    </ui.Section>
  );
}
