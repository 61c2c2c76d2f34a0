/** Day, times, place, people and the way of one time in the timetable. */
import * as ui from '../../../web/ui/index.ts';
import { planMessages } from './messages-plan.ja.ts';
import { personOf, type Slot } from './plan-client.ts';

const text = planMessages.timetable;
type Options = readonly { readonly value: string; readonly label: string }[];

export function SlotFields({
  slot,
  people,
  departments,
}: {
  readonly slot: Slot | null;
  /** Who is assigned to the target. */
  readonly people: Options;
  /** The departments of an affair. */
  readonly departments: Options;
}) {
  return (
    <>
      {departments.length > 0 && (
        <ui.Select
          name="departmentId"
          label={text.department}
          options={departments}
          defaultValue={slot?.departmentId ?? null}
        />
      )}
      <ui.DateField name="day" label={text.day} required defaultValue={slot?.day ?? null} />
      <ui.TextField
        name="from"
        label={text.from}
        hint={text.clockHint}
        required
        maxLength={5}
        width="short"
        defaultValue={slot?.from ?? ''}
      />
      <ui.TextField name="to" label={text.to} required maxLength={5} width="short" defaultValue={slot?.to ?? ''} />
      <ui.TextField name="place" label={text.place} required maxLength={200} defaultValue={slot?.place ?? ''} />
      <ui.NumberField
        name="travelMinutes"
        label={text.travel}
        unit={text.minutes}
        required
        min={0}
        max={480}
        defaultValue={slot?.travelMinutes ?? 30}
      />
      {people.length > 0 && (
        <ui.CheckboxGroup
          name="people"
          label={text.people}
          options={people}
          defaultValues={
            slot === null ? people.map(({ value }) => value) : slot.people.map(({ kind, id }) => `${kind} ${id}`)
          }
        />
      )}
    </>
  );
}

export function slotFrom(form: ui.FormReader) {
  return {
    departmentId: form.textOrNull('departmentId'),
    day: form.day('day'),
    from: form.text('from').normalize('NFKC'),
    to: form.text('to').normalize('NFKC'),
    place: form.text('place'),
    people: form.all('people').map(personOf),
    travelMinutes: form.number('travelMinutes'),
  };
}
