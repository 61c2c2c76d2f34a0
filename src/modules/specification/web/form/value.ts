/** Plain data as the forms change it. */
import type { Clause } from '../client.ts';

export type Json = Clause['parameters'];
export type JsonRecord = Readonly<Record<string, Json>>;

export const recordOf = (value: Json | undefined): JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
export const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
export const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
export const textsOf = (value: Json | undefined): string[] =>
  listOf(value).map((one) => (typeof one === 'object' ? '' : String(one)));
export const numberOf = (value: Json | undefined): number | null => (typeof value === 'number' ? value : null);

/** The value of an open point stands here: it is chosen with the engagement, not in a form. */
export function readingIn(value: Json | undefined): string | null {
  const { $reading: id } = recordOf(value);
  return typeof id === 'string' ? id : null;
}

/** Undefined takes the field out. */
export function withField(value: JsonRecord, name: string, next: Json | undefined): JsonRecord {
  const { [name]: _before, ...others } = value;
  return next === undefined ? others : { ...value, [name]: next };
}

/** A code that no other item has: `meeting-3`. */
export function freeCode(items: readonly Json[], name: string, prefix: string): string {
  const taken = new Set(items.map((one) => recordOf(one)[name]));
  for (let n = items.length + 1; ; n += 1) if (!taken.has(`${prefix}-${n}`)) return `${prefix}-${n}`;
}

/** A name that no other value has: `value-2`. */
export function freeName(taken: readonly string[]): string {
  for (let n = taken.length + 1; ; n += 1) if (!taken.includes(`value-${n}`)) return `value-${n}`;
}
