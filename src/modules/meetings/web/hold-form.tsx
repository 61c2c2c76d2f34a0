import type { FormReader } from '../../../web/ui/index.ts';
import * as ui from '../../../web/ui/index.ts';
import { type Choices, type Meeting, meetings } from './meetings-client.ts';
import { messages } from './messages.ja.ts';

const text = messages.page;
const SIDES = ['city', 'contractor'] as const;

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
        <ui.CheckboxGroup
          name="participants"
          label={text.participants}
          options={choices.people.map(({ id, name, side }) => ({
            value: id,
            label: `${messages.sides[side]}　${name}`,
          }))}
        />
        {SIDES.map((side) => (
          <ui.TextArea
            key={side}
            name={`others-${side}`}
            label={text.others(messages.sides[side])}
            hint={text.othersHelp}
            rows={2}
            maxLength={2000}
          />
        ))}
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

function participantsFrom(form: FormReader, choices: Choices): Meeting['participants'] {
  const chosen = new Set(form.all('participants'));
  const known = choices.people
    .filter(({ id }) => chosen.has(id))
    .map(({ id, name, side }) => ({ personId: id, name, side }));
  const others = SIDES.flatMap((side) =>
    linesOf(form.text(`others-${side}`)).map((name) => ({ personId: null, name, side })),
  );
  return [...known, ...others];
}

/** What was typed one per line, without empty lines. */
export const linesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
