import { weekdayOf } from '../../../core/calendar/day.ts';
import * as ui from '../../../web/ui/index.ts';
import {
  AboutFields,
  aboutFrom,
  kindOptions,
  LengthField,
  lengthFrom,
  PlaceFields,
  placeFrom,
  StartTime,
} from './meeting-fields.tsx';
import { type Choices, meetings, type Suggestion, type Types } from './meetings-client.ts';
import { messages } from './messages.ja.ts';

const { regular, schedule } = messages;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

interface FormProps {
  readonly engagementId: string;
  readonly types: Types;
  /** Put into the fields; null leaves them empty. */
  readonly suggestion: Suggestion | null;
  readonly periodTo: string | null;
  readonly reload: () => void;
}

export function RegularForm({ engagementId, types, suggestion, periodTo, reload }: FormProps) {
  const series = types.types.filter((kind) => kind.regular && kind.cadence !== null);
  const [main] = series;
  if (main === undefined) return null;
  const chosen = series.find(({ type }) => type === suggestion?.type) ?? main;
  return (
    <ui.Section title={regular.title}>
      <p>{regular.help}</p>
      <ui.Form
        key={suggestion?.date ?? 'empty'}
        draft={`meetings-regular:${engagementId}`}
        submitLabel={regular.submit}
        done={regular.done}
        reset
        submit={(form) => {
          const { tool, ...place } = placeFrom(form);
          return meetings.proposeRegularMeetings(
            {
              engagementId,
              ...(series.length > 1 ? { type: form.text('type') } : {}),
              from: form.day('from'),
              to: form.day('to'),
              weekday: WEEKDAYS.find((weekday) => String(weekday) === form.text('weekday')) ?? 1,
              startTime: form.text('startTime'),
              ...lengthFrom(form),
              ...place,
              tool,
            },
            form.options,
          );
        }}
        onDone={reload}
      >
        {series.length > 1 && (
          <ui.Select
            name="type"
            label={regular.type}
            required
            defaultValue={chosen.type}
            options={kindOptions(series)}
          />
        )}
        <ui.DateField name="from" label={regular.from} required defaultValue={suggestion?.date ?? null} />
        <ui.DateField name="to" label={regular.to} required defaultValue={suggestion === null ? null : periodTo} />
        <ui.Select
          name="weekday"
          label={regular.weekday}
          required
          defaultValue={suggestion === null ? null : String(weekdayOf(suggestion.date))}
          options={WEEKDAYS.filter((weekday) => types.weekdays.includes(weekday)).map((weekday) => ({
            value: String(weekday),
            label: regular.weekdays[weekday - 1] ?? '',
          }))}
        />
        <StartTime />
        <LengthField defaultValue={chosen.length} />
        <PlaceFields {...(chosen.modes[0] === undefined ? {} : { mode: chosen.modes[0] })} browserCapable />
      </ui.Form>
    </ui.Section>
  );
}

export function ScheduleForm({
  engagementId,
  types,
  suggestion,
  choices,
  reload,
}: Omit<FormProps, 'periodTo'> & { choices: Choices }) {
  return (
    <ui.Section title={schedule.title}>
      <ui.Form
        key={suggestion?.type ?? 'empty'}
        draft={`meetings-schedule:${engagementId}`}
        submitLabel={schedule.submit}
        done={schedule.done}
        reset
        submit={(form) =>
          meetings.scheduleMeeting(
            {
              engagementId,
              type: form.text('type'),
              title: form.text('title'),
              date: form.day('date'),
              startTime: form.text('startTime'),
              ...lengthFrom(form),
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
          defaultValue={suggestion?.type ?? null}
          options={kindOptions(types.types)}
        />
        <ui.TextField
          name="title"
          label={schedule.name}
          required
          maxLength={200}
          defaultValue={suggestion?.title ?? null}
        />
        <ui.DateField name="date" label={schedule.date} required defaultValue={suggestion?.date ?? null} />
        <StartTime />
        <LengthField />
        <PlaceFields />
        <AboutFields choices={choices} />
      </ui.Form>
    </ui.Section>
  );
}
