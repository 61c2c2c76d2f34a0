import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { issueSentence } from './issue-sentence.ts';
import { OpenPointSchema, SpecificationSchema, type OpenPoint, type Specification } from './specification.ts';

/** What is wrong, and the path of the value in the file; empty where the whole file is meant. */
export type SpecificationProblem = { readonly message: string; readonly path: readonly PropertyKey[] };

/** A specification file that cannot be used. `message` and `problems` are sentences for people. */
export class SpecificationError extends Error {
  readonly problems: readonly string[];
  readonly places: readonly SpecificationProblem[];

  constructor(places: readonly (string | SpecificationProblem)[]) {
    const all = places.map((one) => (typeof one === 'string' ? { message: one, path: [] } : one));
    const problems = all.map(({ message }) => message);
    super(`仕様書の定義を読み取れません。次の点を直してください。\n${problems.map((it) => `・${it}`).join('\n')}`);
    this.name = 'SpecificationError';
    this.problems = problems;
    this.places = all;
  }
}

/** Chosen reading per open point: open point id → option id. */
export type Readings = Readonly<Record<string, string>>;

export type ClauseOpenPoint = OpenPoint & { clause: string };

/** A checked specification file whose readings can still be chosen. Hand it to `resolveSpecification`. */
export type SpecificationSource = {
  id: string;
  title: string;
  openPoints: ClauseOpenPoint[];
  /** The file as plain data, references to readings still in place. */
  raw: unknown;
};

const HeadSchema = z.looseObject({
  clauses: z.array(z.looseObject({ id: z.string(), openPoints: z.array(OpenPointSchema).default([]) })),
});

/**
 * Reads a specification file (YAML text) and checks it under its default readings.
 * @throws SpecificationError with every problem found.
 */
export function parseSpecification(text: string): SpecificationSource {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  if (document.errors.length > 0) {
    throw new SpecificationError(
      document.errors.map(
        (error) => `${lines.linePos(error.pos[0]).line}行目：YAMLとして読み取れません（${error.code}）。`,
      ),
    );
  }
  const raw: unknown = document.toJS();
  const head = check(HeadSchema, raw, raw);
  const openPoints = head.clauses.flatMap((clause) =>
    clause.openPoints.map((point) => ({ ...point, clause: clause.id })),
  );
  const source: SpecificationSource = { id: '', title: '', openPoints, raw };
  const { id, title } = resolveSpecification(source);
  return { ...source, id, title };
}

/**
 * Checks a specification under every single reading besides the default ones, so that no choice a user can make leads to an
 * invalid specification. As slow as a file has options: done once, before a file is published or shipped.
 * @throws SpecificationError with the problems of the first reading that does not fit.
 */
export function checkReadings(source: SpecificationSource): void {
  for (const point of source.openPoints) {
    for (const option of point.options ?? []) resolveSpecification(source, { [point.id]: option.id });
  }
}

/**
 * The specification under the chosen readings; points without a choice take their default.
 * @throws SpecificationError for an unknown point or option.
 */
export function resolveSpecification(source: SpecificationSource, readings: Readings = {}): Specification {
  const values = valuesOf(source.openPoints, readings);
  const choosable = new Set(source.openPoints.filter(({ options }) => options !== undefined).map(({ id }) => id));
  for (const id of Object.keys(readings)) {
    if (!choosable.has(id)) throw new SpecificationError([`選べる読み方をもつ論点「${id}」はありません。`]);
  }
  return check(SpecificationSchema, replaceReadings(source.raw, values, [], source.raw), source.raw);
}

/**
 * A value of a file with the default readings of these points put in, so that a part can be checked by itself.
 * @throws SpecificationError for a reading that no point gives.
 */
export function underDefaults(node: unknown, points: readonly OpenPoint[]): unknown {
  return replaceReadings(node, valuesOf(points, {}), [], node);
}

function valuesOf(points: readonly OpenPoint[], readings: Readings): ReadonlyMap<string, unknown> {
  const values = new Map<string, unknown>();
  for (const point of points) {
    const options = point.options ?? [];
    const chosen = readings[point.id] ?? point.default ?? options[0]?.id;
    const option = options.find((candidate) => candidate.id === chosen);
    if (chosen !== undefined && !option) {
      throw new SpecificationError([`論点「${point.id}」に読み方「${chosen}」はありません。`]);
    }
    if (option?.value !== undefined) values.set(point.id, option.value);
    for (const [name, value] of Object.entries(option?.values ?? {})) values.set(`${point.id}.${name}`, value);
  }
  return values;
}

function replaceReadings(
  node: unknown,
  values: ReadonlyMap<string, unknown>,
  path: readonly PropertyKey[],
  raw: unknown,
): unknown {
  if (Array.isArray(node)) return node.map((item, at) => replaceReadings(item, values, [...path, at], raw));
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node);
  const [first] = entries;
  if (entries.length === 1 && first?.[0] === '$reading') {
    const id = String(first[1]);
    if (values.has(id)) return values.get(id);
    const message = `${place(path, raw)}：読み方「${id}」が参照されていますが、定義がありません。`;
    throw new SpecificationError([{ message, path }]);
  }
  return Object.fromEntries(entries.map(([key, value]) => [key, replaceReadings(value, values, [...path, key], raw)]));
}

function check<Schema extends z.ZodType>(schema: Schema, value: unknown, raw: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new SpecificationError(result.error.issues.flatMap((issue) => describe(issue, [], raw)));
}

/** A problem with its place; clauses are named by id, and of a union the branch that came closest is reported. */
function describe(issue: z.core.$ZodIssue, prefix: readonly PropertyKey[], raw: unknown): SpecificationProblem[] {
  const path = [...prefix, ...issue.path];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const closest = issue.errors.toSorted((a, b) => depth(b) - depth(a))[0] ?? [];
    return closest.flatMap((inner) => describe(inner, path, raw));
  }
  if (issue.code === 'custom' && path.length === 0) return [{ message: issue.message, path }];
  return [{ message: `${place(path, raw)}：${issueSentence(issue)}`, path }];
}

function depth(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length));
}

function place(path: readonly PropertyKey[], raw: unknown): string {
  const [list, position, ...rest] = path;
  if (list !== 'clauses' || typeof position !== 'number') return path.map(String).join('.') || '全体';
  const clauses: unknown = typeof raw === 'object' && raw !== null ? Reflect.get(raw, 'clauses') : undefined;
  const clause: unknown = Array.isArray(clauses) ? clauses[position] : undefined;
  const id: unknown = typeof clause === 'object' && clause !== null ? Reflect.get(clause, 'id') : undefined;
  return [`条項「${typeof id === 'string' ? id : position + 1}」`, ...rest.map(String)].join('.');
}
