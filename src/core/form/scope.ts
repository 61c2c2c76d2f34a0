/** Looking up what a mark stands for, from the innermost repetition outwards. */
import { formatEra } from '../calendar/index.ts';
import { TURN } from './check.ts';
import { type FormData, type FormField, type FormValue, isBlockValue, isDayValue } from './field.ts';
import type { Mark } from './marks.ts';

/** The data of a form and of the repetitions around a place, the innermost last. */
export type Scope = readonly FormData[];

export function lookUp(scope: Scope, name: string): FormValue {
  for (const data of scope.toReversed()) if (Object.hasOwn(data, name)) return data[name] ?? null;
  return null;
}

/** The lines that a value is written as; none when there is nothing. */
export function linesOfValue(value: FormValue): readonly string[] {
  if (value === null || value === '' || value === false) return [];
  if (value === true) return ['○'];
  if (isDayValue(value)) return [formatEra(value.day)];
  if (isBlockValue(value)) return value.paragraphs;
  return typeof value === 'string' ? value.split('\n') : [String(value)];
}

/** The scopes of the turns that an opening mark asks for: one per row, or one or none of a condition. */
export function turnsOf(mark: Mark, scope: Scope): readonly Scope[] {
  const value = lookUp(scope, mark.name);
  if (mark.kind !== 'repeat') return holds(value) === (mark.kind === 'when') ? [scope] : [];
  if (!isBlockValue(value)) return [];
  return value.rows.map((row, index) => [...scope, { [TURN]: index + 1, ...row }]);
}

/** Whether a condition on a value is met: something is there. Zero is something. */
export const holds = (value: FormValue): boolean =>
  value !== null && isBlockValue(value)
    ? value.rows.length > 0 || value.paragraphs.length > 0
    : linesOfValue(value).length > 0;

/** Two rows of examples per list, for looking at a form before there are records. */
export function exampleData(fields: readonly FormField[]): FormData {
  return Object.fromEntries(fields.map((one) => [one.name, exampleOf(one)]));
}

function exampleOf({ kind, example, fields }: FormField): FormValue {
  const rows = fields === undefined ? [] : [exampleData(fields), exampleData(fields)];
  switch (kind) {
    case 'list':
      return { paragraphs: [], rows };
    case 'paragraphs':
      return { paragraphs: example.split('\n'), rows };
    case 'condition':
      return true;
    case 'number':
      return Number(example);
    case 'day':
      return { day: example };
    case 'text':
      return example;
  }
}
