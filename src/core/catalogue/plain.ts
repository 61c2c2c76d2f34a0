/** Reading values that somebody else's file may hold in any type. */

export type Plain = Readonly<Record<string, unknown>>;

export function plainObject(value: unknown): Plain | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Plain) : null;
}

/** The elements that are objects, each with its place in the list. */
export function plainObjects(value: unknown): { readonly at: number; readonly value: Plain }[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown, at) => {
    const found = plainObject(entry);
    return found === null ? [] : [{ at, value: found }];
  });
}

/** A text without control characters and blanks around it; a number as it is written; anything else is empty. */
export function plainText(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (typeof value !== 'string') return '';
  return value
    .replaceAll('\r\n', '\n')
    .replaceAll(/[^\P{Cc}\n\t]|[^\P{Cs}]/gu, '')
    .toWellFormed()
    .trim();
}

/** As `plainText`, on one line. */
export const plainLine = (value: unknown): string => plainText(value).replaceAll(/\s+/gu, ' ');

/** The day of an ISO date or instant; null for anything else. */
export function plainDay(value: unknown): string | null {
  const text = value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString() : plainText(value);
  const [, day] = /^(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?:T.*)?$/u.exec(text) ?? [];
  if (day === undefined) return null;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : null;
}
