/** What a record must hold, as rows of a form: field, condition, value. */
import { isDay } from '../../../../core/calendar/day.ts';
import { type Json, type JsonRecord, listOf, readingIn, recordOf } from './value.ts';
import { words } from './words.ja.ts';

export const OPERATORS = [
  'atLeast',
  'atMost',
  'equals',
  'done',
  'not',
  'in',
  'includes',
  'present',
  'absent',
  'onOrAfter',
  'onOrBefore',
  'sizeAtLeast',
  'size',
] as const;
export type Operator = (typeof OPERATORS)[number];
export type Row = {
  readonly path: string;
  readonly operator: Operator;
  readonly value: string;
  /** The open point whose reading gives the value. */
  readonly reading: string | null;
};

const NUMBERS = new Set<Operator>(['atLeast', 'atMost', 'sizeAtLeast', 'size']);
const LISTS = new Set<Operator>(['in', 'includes']);
const BARE = new Set<Operator>(['done', 'present', 'absent']);

/** Whether a value belongs to the condition: 「済み」 has none. */
export const hasValue = (operator: Operator): boolean => !BARE.has(operator);
export const isListed = (operator: Operator): boolean => LISTS.has(operator);
export const isDayed = (operator: Operator): boolean => operator === 'onOrAfter' || operator === 'onOrBefore';

/** One row for every condition; several conditions on one field are several rows. */
export function rowsOf(value: Json | undefined): Row[] {
  return Object.entries(recordOf(value)).flatMap(([path, condition]): Row[] => {
    const own = readingIn(condition);
    if (own !== null) return [{ path, operator: 'equals', value: '', reading: own }];
    if (condition === true) return [{ path, operator: 'done', value: '', reading: null }];
    if (typeof condition !== 'object' || condition === null)
      return [{ path, operator: 'equals', value: written(condition), reading: null }];
    return Object.entries(condition).map(([name, given]): Row => {
      const operator = OPERATORS.find((one) => one === name) ?? 'equals';
      if (operator === 'present' && typeof given === 'boolean')
        return { path, operator: given ? 'present' : 'absent', value: '', reading: null };
      const reading = readingIn(given);
      return { path, operator, value: reading === null ? written(given) : '', reading };
    });
  });
}

/** Rows without a field are not finished and left out. */
export function conditionsOf(rows: readonly Row[]): JsonRecord | undefined {
  const found: Record<string, Json> = {};
  for (const row of rows.filter(({ path }) => path !== '')) {
    const before = found[row.path];
    const next = conditionOf(row);
    const joined = isRecord(before) && isRecord(next) ? { ...before, ...next } : next;
    found[row.path] = joined;
  }
  return Object.keys(found).length === 0 ? undefined : found;
}

function conditionOf({ operator, value, reading }: Row): Json {
  const given: Json = reading === null ? valueOf(operator, value) : { $reading: reading };
  switch (operator) {
    case 'done':
      return true;
    case 'equals':
      return given;
    case 'present':
    case 'absent':
      return { present: reading === null ? operator === 'present' : given };
    default:
      return { [operator]: given };
  }
}

function valueOf(operator: Operator, value: string): Json {
  const plain = value.normalize('NFKC').trim();
  if (NUMBERS.has(operator)) return Number(plain);
  if (isDayed(operator)) return plain;
  if (LISTS.has(operator))
    return value
      .split(/[、,]/u)
      .map((one) => one.trim())
      .filter((one) => one !== '')
      .map(scalar);
  return scalar(value.trim());
}

/** 「2」 is a number and 「いいえ」 a truth value, as records hold them; quotes keep a number a text. */
function scalar(value: string): Json {
  const quoted = /^"(.*)"$/u.exec(value);
  if (quoted !== null) return quoted[1] ?? '';
  if (value === words.truth.yes) return true;
  if (value === words.truth.no) return false;
  const plain = value.normalize('NFKC');
  return /^-?\d+(?:\.\d+)?$/u.test(plain) ? Number(plain) : value;
}

function written(value: Json): string {
  if (Array.isArray(value)) return listOf(value).map(written).join('、');
  if (typeof value === 'boolean') return value ? words.truth.yes : words.truth.no;
  if (typeof value === 'string') return /^-?\d+(?:\.\d+)?$/u.test(value) && !isDay(value) ? `"${value}"` : value;
  return typeof value === 'object' ? '' : String(value);
}

const isRecord = (value: Json | undefined): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
