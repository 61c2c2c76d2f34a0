import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { createCalendar } from '../../src/core/calendar/index.ts';
import { type Anchors, kindsOf, patternsOfRule, type Pattern, resolveDate } from '../../src/core/obligation/index.ts';
import { checkReadings, parseSpecification, resolveSpecification } from '../../src/core/specification/index.ts';
import { type KnownKinds, knownKinds } from './fact-kinds.fixture.ts';

type Register = { clauses: { id: string; title: string; kind: string; numbers: string[] }[] };
type Expected = { clauses: number; anchors: Required<Anchors> };

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

/** Paths that every fact has beside its data. */
const OUTSIDE_DATA = ['subject', 'fact.kind', 'fact.day', 'actor.party', 'actor.roles', 'actor.accountId'];

/** What holds for every specification: it keeps its register, names only known facts and gives a possible schedule. */
export function describeSpecification(id: string, { clauses, anchors }: Expected): void {
  const source = parseSpecification(read(`${id}.yaml`));
  const specification = resolveSpecification(source);
  const register = JSON.parse(read(`${id}.register.json`)) as Register;
  const calendar = createCalendar();
  const dateOf = (expression: Parameters<typeof resolveDate>[0]): string =>
    resolveDate(expression, { calendar, anchors, find: () => [] }).day ?? 'no date';

  test(`${id} bears the name of its file`, () => expect(specification.id).toBe(id));

  describe(`${id} against its register`, () => {
    test(`all ${clauses} clauses of the register are there, in its order`, () => {
      expect(register.clauses).toHaveLength(clauses);
      expect(specification.clauses.map((it) => [it.id, it.title, it.kind])).toEqual(
        register.clauses.map((it) => [it.id, it.title, it.kind]),
      );
    });

    test('every reading that a user can choose gives a valid specification', () => {
      expect(() => checkReadings(source)).not.toThrow();
    });

    test.each(register.clauses.filter((it) => it.numbers.length > 0))('$id keeps its numbers and dates', (entry) => {
      const clause = specification.clauses.find((candidate) => candidate.id === entry.id);
      const text = JSON.stringify([clause?.parameters, clause?.openPoints]);
      const found = new Set(text.match(/\d[\d,.\-/]*\d|\d/g));
      expect(entry.numbers.filter((number) => !found.has(number))).toEqual([]);
    });
  });

  describe(`${id}: rules name only known facts`, () => {
    let kinds: KnownKinds = {};
    beforeAll(async () => {
      kinds = await knownKinds();
    });
    const patterns = specification.clauses.flatMap((clause) => [
      ...clause.rules.flatMap((rule) =>
        patternsOfRule(rule).map((pattern) => ({ clause: clause.id, pattern, paths: pathsOf(pattern) })),
      ),
      ...clause.evidence.map((pattern) => ({ clause: clause.id, pattern, paths: pathsOf(pattern) })),
      ...clause.rules.flatMap((rule) =>
        rule.type === 'content'
          ? [{ clause: clause.id, pattern: rule.fact, paths: [rule.must ?? {}, ...(rule.anyOf ?? [])].flatMap(keysOf) }]
          : [],
      ),
    ]);

    test('kinds', () => {
      const unknown = patterns.flatMap(({ clause, pattern }) =>
        kindsOf(pattern)
          .filter((kind) => kinds[kind] === undefined)
          .map((kind) => `${clause}: ${kind}`),
      );
      expect([...new Set(unknown)]).toEqual([]);
    });

    test('fields', () => {
      const unknown = patterns.flatMap(({ clause, pattern, paths }) =>
        kindsOf(pattern).flatMap((kind) =>
          paths
            .filter(
              (path) => !OUTSIDE_DATA.includes(path) && kinds[kind]?.includes(path.replace(/^data\./u, '')) !== true,
            )
            .map((path) => `${clause}: ${kind} ${path}`),
        ),
      );
      expect([...new Set(unknown)]).toEqual([]);
    });
  });

  describe(`${id}: work breakdown`, () => {
    const tasks = new Map(specification.clauses.flatMap((it) => (it.wbs ? [[it.id, it.wbs] as const] : [])));

    test('every task lies inside the contract and starts before it ends', () => {
      const wrong = [...tasks].filter(([, { start, end }]) => {
        const [from, to] = [dateOf(start), dateOf(end)];
        return !(from <= to && from >= anchors.periodFrom && to <= anchors.periodTo);
      });
      expect(wrong.map(([clause]) => clause)).toEqual([]);
      expect(tasks.size).toBeGreaterThanOrEqual(15);
    });

    test('a task does not end before the tasks it follows have ended', () => {
      const wrong = [...tasks].flatMap(([clause, task]) =>
        task.after
          .filter((previous) => {
            const before = tasks.get(previous);
            return before === undefined || dateOf(before.end) > dateOf(task.end);
          })
          .map((previous) => `${clause} follows ${previous}`),
      );
      expect(wrong).toEqual([]);
    });
  });
}

const keysOf = (where: Readonly<Record<string, unknown>>): string[] => Object.keys(where);

function pathsOf(pattern: Pattern): string[] {
  return [...keysOf(pattern.where ?? {}), ...(typeof pattern.key === 'string' ? [pattern.key] : pattern.key)];
}
