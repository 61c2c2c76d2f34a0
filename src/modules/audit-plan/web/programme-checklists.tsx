/** What a programme asks of its checklist: catalogues with their numbers, required standards, the terms of the agreement. */
import { useState } from 'react';
import type { FieldProblem } from '../../../kernel/error.ts';
import { useField } from '../../../web/ui/form-state.ts';
import * as ui from '../../../web/ui/index.ts';
import { FormRows, orderOf } from './form-rows.tsx';
import { messages } from './messages.ja.ts';
import { choicesOf, linesOf, type ProgrammeSources, type ProgrammeView } from './plan-client.ts';

const text = messages.one;
type Programme = ProgrammeView['programme'];
type Checklist = Programme['checklists'][number];

const LIMITS = ['items', 'itemsAtLeast', 'itemsAtMost'] as const;
const BASES = 'programme.checklistTerms.bases';
const name = (key: string, field: string): string => `checklists.${key}.${field}`;

interface FieldsProps {
  readonly programme: Programme;
  readonly sources: ProgrammeSources;
}

export function ChecklistFields({ programme, sources }: FieldsProps) {
  const { checklists, checklistTerms } = programme;
  return (
    <>
      <FormRows
        name="checklists"
        label={text.checklists}
        keys={checklists.map(({ catalogue }) => catalogue)}
        addLabel={text.addCatalogue}
        atLeast={0}
        atMost={10}
        rowName={(at) => text.catalogueNumber(at + 1)}
      >
        {(key) => (
          <CatalogueRow asked={checklists.find(({ catalogue }) => catalogue === key)} at={key} sources={sources} />
        )}
      </FormRows>
      <ui.CheckboxGroup
        name={BASES}
        label={text.bases}
        hint={text.basesHint}
        options={basisOptions(checklistTerms.bases, sources)}
        defaultValues={checklistTerms.bases}
      />
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

interface RowProps {
  /** Null for a row that was added. */
  readonly asked: Checklist | undefined;
  readonly at: string;
  readonly sources: ProgrammeSources;
}

function CatalogueRow({ asked, at, sources }: RowProps) {
  const { drafted } = useField(name(at, 'catalogue'));
  const [chosen, setChosen] = useState(drafted?.[0] ?? asked?.catalogue ?? '');
  const known = sources.catalogues.find(({ code }) => code === chosen);
  return (
    <>
      <ui.Select
        name={name(at, 'catalogue')}
        label={text.catalogue}
        hint={text.catalogueHint}
        required
        width="full"
        options={catalogueOptions(asked?.catalogue, sources)}
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
      />
      {known !== undefined && <p>{text.catalogueCounts(known.edition, known.suiting, known.items)}</p>}
      <ui.TextField
        name={name(at, 'set')}
        label={text.set}
        hint={text.setHint}
        maxLength={80}
        defaultValue={asked?.set ?? ''}
      />
      {LIMITS.map((limit) => (
        <ui.NumberField
          key={limit}
          name={name(at, limit)}
          label={text[limit]}
          min={0}
          max={2000}
          defaultValue={asked?.[limit] ?? null}
        />
      ))}
      {(chosen === asked?.catalogue ? asked.areas : []).map((area, index) => (
        <ui.TextField
          key={area.name}
          name={name(at, `area.${index}`)}
          label={text.area(index + 1)}
          required
          maxLength={80}
          defaultValue={area.name}
        />
      ))}
      <ui.Disclosure summary={text.ground}>
        <ui.TextField name={name(at, 'clause')} label={text.clause} maxLength={80} defaultValue={asked?.clause ?? ''} />
        <ui.TextArea
          name={name(at, 'because')}
          label={text.because}
          maxLength={400}
          rows={2}
          defaultValue={asked?.because ?? text.newCatalogue}
        />
      </ui.Disclosure>
    </>
  );
}

function catalogueOptions(current: string | undefined, { catalogues }: ProgrammeSources) {
  const known = catalogues.filter(({ code, free }) => free || code === current);
  return [
    ...known.map(({ code, title }) => ({ value: code, label: title })),
    ...(current === undefined || known.some(({ code }) => code === current)
      ? []
      : [{ value: current, label: text.goneCatalogue(current) }]),
  ];
}

function basisOptions(bases: readonly string[], { standards }: ProgrammeSources) {
  return [
    ...standards.map(({ code, name: title, edition, rank, received }) => ({
      value: code,
      label: title,
      hint: text.basisHint(edition, rank, received),
    })),
    ...bases
      .filter((code) => !standards.some((one) => one.code === code))
      .map((code) => ({ value: code, label: code, hint: text.foreignBasis })),
  ];
}

/** What the page itself sees: a catalogue that was chosen twice. */
export function checklistProblems(form: ui.FormReader): FieldProblem[] {
  const order = orderOf(form, 'checklists');
  const chosen = order.map((key) => form.text(name(key, 'catalogue')));
  return order
    .filter((_, at) => chosen[at] !== '' && chosen.indexOf(chosen[at] ?? '') < at)
    .map((key) => ({ path: name(key, 'catalogue'), message: text.catalogueTwice }));
}

export function checklistsFrom(form: ui.FormReader, { checklists, checklistTerms }: Programme) {
  return {
    checklists: orderOf(form, 'checklists').map((key): Checklist => {
      const catalogue = form.text(name(key, 'catalogue'));
      const set = form.text(name(key, 'set'));
      // The areas name chapters of their catalogue: with another one they mean nothing.
      const before = checklists.find((one) => one.catalogue === key && one.catalogue === catalogue);
      const numbers = LIMITS.flatMap((limit) => {
        const number = form.numberOrNull(name(key, limit));
        return number === null ? [] : [[limit, number] as const];
      });
      return {
        catalogue,
        ...(set === '' ? {} : { set }),
        ...Object.fromEntries(numbers),
        areas: (before?.areas ?? []).map((area, at) => ({ ...area, name: form.text(name(key, `area.${at}`)) })),
        clause: form.textOrNull(name(key, 'clause')),
        because: form.textOrNull(name(key, 'because')) ?? text.newCatalogue,
      };
    }),
    checklistTerms: {
      ...checklistTerms,
      bases: form.all(BASES),
      agreement: form.one('checklistTerms.agreement', ['required', 'warned']),
      trends: linesOf(form.text('checklistTerms.trends')),
      forms: linesOf(form.text('checklistTerms.forms')),
    },
  };
}
