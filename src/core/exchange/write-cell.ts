/** What a value looks like: in a cell, and to the person who looks at a preview. */
import { CalendarError, formatEra } from '../calendar/index.ts';
import type { ListColumn, ListColumnKind, ListRow, ListValue } from './model.ts';
import { guard, tidy } from './text.ts';

export const labelOf = ({ choices }: ListColumn, value: string): string =>
  choices?.find((choice) => choice.value === value)?.label ?? value;

/** The one text by which two values of a column are compared. */
export function shownText(column: ListColumn, value: ListValue): string {
  if (value === null || value === false) return '';
  if (value === true) return '○';
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') {
    const items = value.map((item) => tidy(labelOf(column, item))).filter((item) => item !== '');
    return items.join(column.kind === 'choices' ? '、' : '\n');
  }
  return tidy(column.kind === 'choice' ? labelOf(column, value) : value);
}

/** As people read it: days by the era. */
export function readableText(column: ListColumn, value: ListValue): string {
  if (column.kind !== 'day' || typeof value !== 'string' || value === '') return shownText(column, value);
  try {
    return formatEra(value);
  } catch (error) {
    if (error instanceof CalendarError) return value;
    throw error;
  }
}

/** As a CSV cell: nothing that a spreadsheet program would compute. */
export function csvText(column: ListColumn, value: ListValue): string {
  const shown = shownText(column, value);
  if (column.kind === 'day') return shown.replaceAll('-', '/');
  return column.kind === 'number' ? shown : guard(shown);
}

const EMPTY: Readonly<Record<ListColumnKind, ListValue>> = {
  text: '',
  texts: [],
  number: null,
  day: null,
  boolean: false,
  choice: null,
  choices: [],
};
export const emptyValue = (column: ListColumn): ListValue => EMPTY[column.kind];

/**
 * A stamp of what a row shows, written beside it: when the row has another stamp on its return, somebody has changed it
 * meanwhile.
 */
export function stampOf(columns: readonly ListColumn[], row: ListRow): string {
  const text = columns.map((column) => shownText(column, row.values[column.key] ?? null)).join('\u0000');
  // cyrb53: 53 bits are enough to notice a change; nobody has to be kept from forging it.
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return `s${(4_294_967_296 * (2_097_151 & low) + (high >>> 0)).toString(36)}`;
}
