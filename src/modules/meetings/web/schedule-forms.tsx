import * as ui from '../../../web/ui/index.ts';
import { MEETING_TYPES, type MeetingType } from '../conditions.ts';
import { type Choices, meetings } from './meetings-client.ts';
import { AboutFields, aboutFrom, PlaceFields, placeFrom, StartTime } from './meeting-fields.tsx';
import { messages } from './messages.ja.ts';

const { regular, schedule } = messages;
const TYPES = Object.keys(MEETING_TYPES) as MeetingType[];
const WEEKDAYS = [1, 2, 3, 4, 5] as const;

export function RegularForm({ engagementId, reload }: { engagementId: string; reload: () => void }) {
  return (
    <ui.Section title={regular.title}>
      <p>{regular.help}</p>
      <ui.Form
        draft={`meetings-regular:${engagementId}`}
        submitLabel={regular.submit}
        done={regular.done}
        reset
        submit={(form) =>
          meetings.proposeRegularMeetings(
            {
              engagementId,
              from: form.day('from'),
              to: form.day('to'),
              weekday: WEEKDAYS.find((weekday) => String(weekday) === form.text('weekday')) ?? 1,
              startTime: form.text('startTime'),
              tool: form.text('tool'),
              browserCapable: form.flag('browserCapable'),
            },
            form.options,
          )
        }
        onDone={reload}
      >
        <ui.DateField name="from" label={regular.from} required />
        <ui.DateField name="to" label={regular.to} required />
        <ui.Select
          name="weekday"
          label={regular.weekday}
          required
          options={WEEKDAYS.map((weekday, index) => ({ value: String(weekday), label: regular.weekdays[index] ?? '' }))}
        />
        <StartTime />
        <ui.TextField name="tool" label={schedule.tool} required maxLength={200} />
        <ui.Checkbox name="browserCapable" label={schedule.browserCapable} defaultChecked />
      </ui.Form>
    </ui.Section>
  );
}

export function ScheduleForm({
  engagementId,
  choices,
  reload,
}: {
  engagementId: string;
  choices: Choices;
  reload: () => void;
}) {
  return (
    <ui.Section title={schedule.title}>
      <ui.Form
        draft={`meetings-schedule:${engagementId}`}
        submitLabel={schedule.submit}
        done={schedule.done}
        reset
        submit={(form) =>
          meetings.scheduleMeeting(
            {
              engagementId,
              type: form.one('type', TYPES),
              title: form.text('title'),
              date: form.day('date'),
              startTime: form.text('startTime'),
              ...placeFrom(form),
              ...aboutFrom(form),
            },
            form.options,
          )
        }
        onDone={reload}
      >
        <ui.Select
          name="type"
          label={schedule.type}
          required
          options={TYPES.map((type) => ({ value: type, label: MEETING_TYPES[type] }))}
        />
        <ui.TextField name="title" label={schedule.name} required maxLength={200} />
        <ui.DateField name="date" label={schedule.date} required />
        <StartTime />
        <PlaceFields />
        <AboutFields choices={choices} />
      </ui.Form>
    </ui.Section>
  );
}
