import { useNavigate } from 'react-router';
import { useCan, useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { AboutFields, aboutFrom, kindOptions, PlaceFields, placeFrom, StartTime } from './meeting-fields.tsx';
import { type Choices, meetings, NO_CHOICES } from './meetings-client.ts';
import { messages } from './messages.ja.ts';
import { participantFaults, ParticipantFields, participantsFrom } from './participant-fields.tsx';

const { schedule, record: text } = messages;

/** A meeting that was held without having been scheduled. */
export function Component() {
  const engagementId = useEngagementId();
  const choosing = useCan()('meetings.choose');
  const navigate = useNavigate();
  const list = `/engagements/${engagementId}/meetings`;
  const load = ui.useLoad(async () => {
    const [choices, types] = await Promise.all([
      choosing ? meetings.listChoices({ engagementId }) : Promise.resolve<Choices>(NO_CHOICES),
      meetings.listTypes({ engagementId }),
    ]);
    return { choices, types };
  }, [engagementId, choosing]);
  return (
    <ui.Page title={text.title} lead={text.lead} breadcrumbs={[{ label: messages.title, href: list }]}>
      <ui.Loaded from={load}>
        {({ choices, types }) => (
          <ui.Form
            draft={`meeting-record:${engagementId}`}
            submitLabel={text.submit}
            done={text.done}
            cancelHref={list}
            check={(form) => participantFaults(form, choices)}
            submit={(form) =>
              meetings.recordHeldMeeting(
                {
                  engagementId,
                  type: form.text('type'),
                  title: form.text('title'),
                  occurredOn: form.day('occurredOn'),
                  startTime: form.text('startTime'),
                  ...placeFrom(form),
                  ...aboutFrom(form),
                  audience: form.textOrNull('audience'),
                  onlineAgreed: form.flag('onlineAgreed'),
                  participants: participantsFrom(form, choices),
                },
                form.options,
              )
            }
            onDone={({ id }) => void navigate(`${list}/${id}`)}
          >
            <ui.Select
              name="type"
              label={schedule.type}
              hint={text.typeHelp}
              required
              // Both sides confirm the day of a regular meeting before it is held.
              options={kindOptions(types.types.filter(({ regular }) => !regular))}
            />
            <ui.TextField name="title" label={schedule.name} required maxLength={200} />
            <ui.DateField name="occurredOn" label={text.occurredOn} required />
            <StartTime />
            <PlaceFields />
            {types.online?.agreement === true && <ui.Checkbox name="onlineAgreed" label={text.onlineAgreed} />}
            <AboutFields choices={choices} />
            <ui.TextField name="audience" label={text.audience} hint={text.audienceHelp} maxLength={200} />
            <ParticipantFields choices={choices} />
          </ui.Form>
        )}
      </ui.Loaded>
    </ui.Page>
  );
}
