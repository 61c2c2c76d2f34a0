/** What a programme asks of its checklist: numbers by catalogue, and the terms of the agreement. */
import * as ui from '../../../web/ui/index.ts';
import { messages } from './messages.ja.ts';
import { choicesOf, linesOf, type ProgrammeView } from './plan-client.ts';

const text = messages.one;
type Programme = ProgrammeView['programme'];
type Checklist = Programme['checklists'][number];

const LIMITS = ['items', 'itemsAtLeast', 'itemsAtMost'] as const;

export function ChecklistFields({ programme }: { readonly programme: Programme }) {
  const { checklists, checklistTerms } = programme;
  return (
    <>
      {checklists.map((one, index) => (
        <fieldset key={`${one.catalogue} ${one.set ?? ''}`} className="grid gap-4">
          <legend>{`${text.checklists}：${one.set ?? one.catalogue}`}</legend>
          <ui.TextField
            name={`checklist.${index}.set`}
            label={text.set}
            hint={text.setHint}
            maxLength={80}
            defaultValue={one.set ?? ''}
          />
          {LIMITS.map((limit) => (
            <ui.NumberField
              key={limit}
              name={`checklist.${index}.${limit}`}
              label={text[limit]}
              min={0}
              max={2000}
              defaultValue={one[limit] ?? null}
            />
          ))}
          {one.areas.map(({ name }, at) => (
            <ui.TextField
              key={name}
              name={`checklist.${index}.area.${at}`}
              label={text.area(at + 1)}
              required
              maxLength={80}
              defaultValue={name}
            />
          ))}
        </fieldset>
      ))}
      <ui.Select
        name="checklistTerms.agreement"
        label={text.agreement}
        required
        options={choicesOf(text.agreements)}
        defaultValue={checklistTerms.agreement}
      />
      <ui.TextArea
        name="checklistTerms.trends"
        label={text.trends}
        hint={text.lineHint}
        maxLength={900}
        rows={3}
        defaultValue={checklistTerms.trends.join('\n')}
      />
      <ui.TextArea
        name="checklistTerms.forms"
        label={text.forms}
        hint={text.lineHint}
        maxLength={900}
        rows={3}
        defaultValue={checklistTerms.forms.join('\n')}
      />
    </>
  );
}

export function checklistsFrom(form: ui.FormReader, { checklists, checklistTerms }: Programme) {
  return {
    checklists: checklists.map(
      ({ items: _items, itemsAtLeast: _least, itemsAtMost: _most, ...one }, index): Checklist => {
        const numbers = LIMITS.flatMap((limit) => {
          const number = form.numberOrNull(`checklist.${index}.${limit}`);
          return number === null ? [] : [[limit, number] as const];
        });
        const { set: _set, ...rest } = one;
        const set = form.text(`checklist.${index}.set`);
        return {
          ...rest,
          ...(set === '' ? {} : { set }),
          ...Object.fromEntries(numbers),
          areas: one.areas.map((area, at) => ({ ...area, name: form.text(`checklist.${index}.area.${at}`) })),
        };
      },
    ),
    checklistTerms: {
      ...checklistTerms,
      agreement: form.one('checklistTerms.agreement', ['required', 'warned']),
      trends: linesOf(form.text('checklistTerms.trends')),
      forms: linesOf(form.text('checklistTerms.forms')),
    },
  };
}
