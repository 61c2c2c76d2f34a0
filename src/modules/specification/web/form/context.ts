/** What the controls of a described form need to know of the draft. */
import { createContext, use } from 'react';
import type { Draft } from '../client.ts';
import type { Option, Source } from './field.ts';
import { type JsonRecord, listOf, recordOf, textOf, textsOf } from './value.ts';

export type FormSurroundings = { readonly draft: Draft; readonly root: JsonRecord };

export const Surroundings = createContext<FormSurroundings | null>(null);

export function useSurroundings(): FormSurroundings {
  const found = use(Surroundings);
  if (found === null) throw new Error('a control of a described form stands outside of one');
  return found;
}

export function optionsFrom(source: Source, { draft, root }: FormSurroundings): Option[] {
  switch (source) {
    case 'meetings':
      return named(listOf(draft.parts.meetings).map(recordOf), 'type', 'name');
    case 'qualifications':
      return draft.qualifications.map(({ code, name }) => ({ value: code, label: name }));
    case 'roles':
      return textsOf(root['roles'])
        .concat(textsOf(recordOf(draft.parts.team)['roles']))
        .filter((one, at, all) => all.indexOf(one) === at)
        .map((value) => ({ value, label: value }));
    case 'experience':
      return named(listOf(root['experience']).map(recordOf), 'id', 'title');
    case 'careers':
      return named(listOf(root['careers']).map(recordOf), 'id', 'field');
    case 'standards':
      return named(listOf(root['standards']).map(recordOf), 'code', 'name');
    case 'deliverables':
      return draft.deliverables.map(({ type, name }) => ({ value: type, label: name }));
  }
}

function named(items: readonly JsonRecord[], value: string, label: string): Option[] {
  return items.map((one) => ({ value: textOf(one[value]), label: textOf(one[label]) || textOf(one[value]) }));
}

export const clauseOptions = ({ draft }: FormSurroundings): Option[] =>
  draft.clauses.map(({ id, title }) => ({ value: id, label: `${id} ${title}` }));

/** The open points of all clauses. */
export const pointsOf = (draft: Draft): JsonRecord[] =>
  draft.clauses.flatMap(({ more }) => listOf(more['openPoints']).map(recordOf));

/** Everything that a reading can set, by the name under which `$reading` refers to it. */
export function readingOptions({ draft }: FormSurroundings): Option[] {
  return pointsOf(draft).flatMap((point) => {
    const id = textOf(point['id']);
    const question = textOf(point['question']);
    const [first] = listOf(point['options']).map(recordOf);
    if (first === undefined) return [];
    const names = Object.keys(recordOf(first['values']));
    return names.length === 0
      ? [{ value: id, label: question }]
      : names.map((name) => ({ value: `${id}.${name}`, label: `${question}（${name}）` }));
  });
}
