import { z } from 'zod';
import { isDay } from '../calendar/index.ts';
import { dataAt, valueAt, type Fact } from './fact.ts';

export const DaySchema = z.string().refine(isDay, '日付は YYYY-MM-DD で書いてください。');

const ScalarSchema = z.union([z.string(), z.number(), z.boolean()]);

/** Conditions on one value; all that are given must hold. */
const ConditionSchema = z
  .strictObject({
    in: z.array(ScalarSchema).min(1),
    not: ScalarSchema,
    present: z.boolean(),
    atLeast: z.number(),
    atMost: z.number(),
    /** Days, both ends included. */
    onOrAfter: DaySchema,
    onOrBefore: DaySchema,
    /** A list that holds all of these. */
    includes: z.array(ScalarSchema).min(1),
    /** Number of elements of a list. */
    sizeAtLeast: z.int().nonnegative(),
    size: z.int().nonnegative(),
  })
  .partial()
  .refine((condition) => Object.keys(condition).length > 0, '条件が一つもありません。');

/** A value that must be equal (or be an element, when the fact holds a list), or conditions on it. */
export const PredicateSchema = z.union([ScalarSchema, ConditionSchema]);
export const WhereSchema = z.record(z.string().min(1), PredicateSchema);

/**
 * Which facts are meant. `key` is the path of the subject with which facts of one duty are matched to each other; a list
 * at that path stands for each of its elements. Several paths make a combined key (`[subject, member]`).
 */
export const PatternSchema = z.strictObject({
  fact: z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]),
  where: WhereSchema.optional(),
  party: z.enum(['city', 'contractor', 'vendor', 'system']).optional(),
  key: z.union([z.string().min(1), z.array(z.string().min(1)).min(2)]).default('subject'),
});

export type Predicate = z.output<typeof PredicateSchema>;
export type Where = z.output<typeof WhereSchema>;
export type Pattern = z.output<typeof PatternSchema>;

export function kindsOf(pattern: Pattern): readonly string[] {
  return typeof pattern.fact === 'string' ? [pattern.fact] : pattern.fact;
}

/** Does the fact fit the pattern? The key plays no part. */
export function matches(pattern: Pattern, fact: Fact): boolean {
  return (
    kindsOf(pattern).includes(fact.kind) &&
    (pattern.party === undefined || fact.actor.party === pattern.party) &&
    satisfies(pattern.where, (path) => valueAt(fact, path))
  );
}

/** Do plain data (a participant of a meeting, say) satisfy the conditions? */
export function dataSatisfies(where: Where | undefined, data: unknown): boolean {
  return satisfies(where, (path) => dataAt(data, path));
}

/** The paths whose conditions fail; empty when all hold. */
export function failingPaths(where: Where, fact: Fact): string[] {
  return Object.entries(where)
    .filter(([path, predicate]) => !holds(predicate, valueAt(fact, path)))
    .map(([path]) => path);
}

function satisfies(where: Where | undefined, read: (path: string) => unknown): boolean {
  return Object.entries(where ?? {}).every(([path, predicate]) => holds(predicate, read(path)));
}

function holds(predicate: Predicate, value: unknown): boolean {
  if (typeof predicate !== 'object') return equals(predicate, value);
  const list = Array.isArray(value) ? value : undefined;
  const present = value !== undefined && value !== null;
  return (
    (predicate.in === undefined || predicate.in.some((allowed) => equals(allowed, value))) &&
    (predicate.not === undefined || !equals(predicate.not, value)) &&
    (predicate.present === undefined || predicate.present === present) &&
    (predicate.atLeast === undefined || (typeof value === 'number' && value >= predicate.atLeast)) &&
    (predicate.atMost === undefined || (typeof value === 'number' && value <= predicate.atMost)) &&
    (predicate.onOrAfter === undefined || (isDayText(value) && value >= predicate.onOrAfter)) &&
    (predicate.onOrBefore === undefined || (isDayText(value) && value <= predicate.onOrBefore)) &&
    (predicate.includes === undefined || predicate.includes.every((wanted) => list?.includes(wanted) ?? false)) &&
    (predicate.sizeAtLeast === undefined || (list !== undefined && list.length >= predicate.sizeAtLeast)) &&
    (predicate.size === undefined || list?.length === predicate.size)
  );
}

function isDayText(value: unknown): value is string {
  return typeof value === 'string' && isDay(value);
}

function equals(wanted: string | number | boolean, value: unknown): boolean {
  return Array.isArray(value) ? value.includes(wanted) : value === wanted;
}
