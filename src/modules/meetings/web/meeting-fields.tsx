/** Fields that several forms about meetings share: when, where, about what. */
import type { FormReader } from '../../../web/ui/index.ts';
import * as ui from '../../../web/ui/index.ts';
import { MEETING_MODES } from '../conditions.ts';
import type { Choices } from './meetings-client.ts';
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

/** Face to face with its place, or online with its tool. */
export function PlaceFields() {
  return (
    <>
      <ui.RadioGroup
        name="mode"
        label={schedule.mode}
        required
        inline
        options={MEETING_MODES.map((mode) => ({ value: mode, label: mode }))}
      />
      <ui.TextField name="venue" label={schedule.venue} hint={schedule.venueHelp} maxLength={200} />
      <ui.TextField name="tool" label={schedule.tool} maxLength={200} />
      <ui.Checkbox name="browserCapable" label={schedule.browserCapable} />
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
