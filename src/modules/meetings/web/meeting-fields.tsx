/** Fields that several forms about meetings share: when, where, about what. */
import type { FormReader } from '../../../web/ui/index.ts';
import * as ui from '../../../web/ui/index.ts';
import { MEETING_MODES } from '../meeting-types.ts';
import type { Choices, Kind } from './meetings-client.ts';
import { messages } from './messages.ja.ts';

const { schedule } = messages;

export function StartTime({ defaultValue }: { defaultValue?: string }) {
  return (
    <ui.TextField
      name="startTime"
      label={schedule.startTime}
      hint={schedule.startTimeHelp}
      required
      pattern="([01][0-9]|2[0-3]):[0-5][0-9]"
      {...(defaultValue === undefined ? {} : { defaultValue })}
    />
  );
}

/** Types to choose from. */
export const kindOptions = (kinds: readonly Kind[]) => kinds.map(({ type, name }) => ({ value: type, label: name }));

interface PlaceDefaults {
  readonly mode?: string;
  readonly venue?: string | null;
  readonly tool?: string | null;
  readonly browserCapable?: boolean | null;
}

/** Face to face with its place, online with its tool, or by telephone. */
export function PlaceFields({ mode, venue, tool, browserCapable }: PlaceDefaults) {
  return (
    <>
      <ui.RadioGroup
        name="mode"
        label={schedule.mode}
        required
        inline
        {...(mode === undefined ? {} : { defaultValue: mode })}
        options={MEETING_MODES.map((choice) => ({ value: choice, label: choice }))}
      />
      <ui.TextField
        name="venue"
        label={schedule.venue}
        hint={schedule.venueHelp}
        defaultValue={venue ?? null}
        maxLength={200}
      />
      <ui.TextField name="tool" label={schedule.tool} defaultValue={tool ?? null} maxLength={200} />
      <ui.Checkbox name="browserCapable" label={schedule.browserCapable} defaultChecked={browserCapable ?? false} />
    </>
  );
}

export const placeFrom = (form: FormReader) => ({
  mode: form.one('mode', MEETING_MODES),
  venue: form.textOrNull('venue'),
  tool: form.textOrNull('tool'),
  browserCapable: form.flag('browserCapable'),
});

/** Whose department the meeting is for, and what is explained at it. */
export function AboutFields({ choices }: { choices: Choices }) {
  return (
    <>
      {choices.departments.length > 0 && (
        <ui.Select
          name="department"
          label={schedule.department}
          prompt={schedule.noDepartment}
          options={choices.departments.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {choices.documents.length > 0 && (
        <ui.Select
          name="document"
          label={schedule.document}
          hint={schedule.documentHelp}
          prompt={schedule.noDocument}
          options={choices.documents.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </>
  );
}

export const aboutFrom = (form: FormReader) => ({
  department: form.textOrNull('department'),
  document: form.textOrNull('document'),
});

/** How long it is planned to take; empty when nobody knows. */
export function LengthField({ defaultValue }: { defaultValue?: number | null }) {
  return <ui.NumberField name="length" label={schedule.length} min={5} max={600} defaultValue={defaultValue ?? null} />;
}

export function lengthFrom(form: FormReader): { length?: number } {
  const length = form.numberOrNull('length');
  return length === null ? {} : { length };
}
