/** A contract year against its specification: carried through, empty, and with one thing missing or wrong at a time. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { addDays, createCalendar, type Day } from '../../src/core/calendar/index.ts';
import { type Fact, traceClauses } from '../../src/core/obligation/index.ts';
import { parseSpecification, resolveSpecification } from '../../src/core/specification/index.ts';

/** What happens to one fact of the faultless year: it stays (the same fact), is changed, is dropped (null) or multiplied. */
export type Change = (fact: Fact) => Fact | null | Fact[];

type Year = {
  readonly facts: readonly Fact[];
  readonly first: Day;
  readonly last: Day;
  /** The only clauses that are mere statements. */
  readonly statements: readonly string[];
  /** A change and exactly the clauses that are breached because of it the day after the end. */
  readonly faults: readonly (readonly [title: string, breached: readonly string[], change: Change])[];
  /** A chosen reading, the clause it is about, and its state without and with the choice 40 days after the changed year. */
  readonly readings: readonly (readonly [
    point: string,
    option: string,
    clause: string,
    change: Change,
    unchosen: string,
    chosen: string,
  ])[];
};

export const drop =
  (fit: (fact: Fact) => boolean): Change =>
  (fact) =>
    fit(fact) ? null : fact;

export const dropKind = (...kinds: readonly string[]): Change => drop((fact) => kinds.includes(fact.kind));

/** Other data for the facts that fit. */
export const alter =
  (fit: (fact: Fact) => boolean, data: Readonly<Record<string, unknown>>): Change =>
  (fact) =>
    fit(fact) ? { ...fact, data: { ...fact.data, ...data } } : fact;

/** The facts that fit come so many days later (or earlier). */
export const shift =
  (fit: (fact: Fact) => boolean, days: number): Change =>
  (fact) =>
    fit(fact) ? { ...fact, day: addDays(fact.day, days) } : fact;

/** The facts that fit happen again for other subjects, so many times in all. */
export const repeat =
  (fit: (fact: Fact) => boolean, times: number): Change =>
  (fact) =>
    fit(fact)
      ? Array.from({ length: times }, (_, n) =>
          n === 0 ? fact : { ...fact, seq: fact.seq + n / 1000, subject: `${fact.subject}-again-${n}` },
        )
      : fact;

/** One change after the other, for the facts that a single change leaves in place. */
export const both =
  (first: Change, second: Change): Change =>
  (fact) => {
    const result = first(fact);
    return result === null || Array.isArray(result) ? result : second(result);
  };

/** For a fact of that kind, with these data where given. */
export const is =
  (kind: string, data: Readonly<Record<string, unknown>> = {}) =>
  (fact: Fact): boolean =>
    fact.kind === kind && Object.entries(data).every(([path, value]) => fact.data[path] === value);

export function describeYear(id: string, { facts, first, last, statements, faults, readings }: Year): void {
  const source = parseSpecification(readFileSync(new URL(`${id}.yaml`, import.meta.url), 'utf8'));
  const calendar = createCalendar();
  const trace = (stream: readonly Fact[], today: Day, choice: Record<string, string> = {}): Map<string, string> =>
    new Map(
      traceClauses(resolveSpecification(source, choice), stream, calendar, today).map((it) => [
        it.id,
        it.reason?.includes('より遅れ') === true || it.reason?.includes('間に合いません') === true ? 'late' : it.state,
      ]),
    );
  const changed = (change: Change): Fact[] =>
    facts.flatMap((fact) => {
      const result = change(fact);
      return result === null ? [] : Array.isArray(result) ? result : [result];
    });
  const not = (states: Map<string, string>, ...good: string[]): string[] =>
    [...states].filter(([, state]) => !good.includes(state)).map(([clause, state]) => `${clause}: ${state}`);

  describe(`${id}: a contract year`, () => {
    test('statements are only what no record can prove', () => {
      expect(
        resolveSpecification(source)
          .clauses.filter((it) => it.statement)
          .map((it) => it.id),
      ).toEqual(statements);
    });

    test('carried through, it leaves no clause open and nothing late', () => {
      expect(not(trace(facts, last), 'met', 'evidenced', 'statement')).toEqual([]);
    });

    test('at no time, the first day included, is a clause breached, late or unknown', () => {
      for (let today = first; today <= last; today = addDays(today, 9)) {
        expect([today, ...not(trace(facts, today), 'met', 'evidenced', 'statement', 'planned')]).toEqual([today]);
      }
    });

    test('an empty year is not passed', () => {
      const created = facts.filter((fact) => fact.kind === 'engagement.created');
      const states = [...trace(created, addDays(last, 1)).values()];
      const share = (...wanted: string[]): number =>
        states.filter((state) => wanted.includes(state)).length / states.length;
      expect(share('planned')).toBe(0);
      expect(share('breached', 'unknown')).toBeGreaterThan(0.75);
    });

    test.each(faults)('%s', (_, breached, change) => {
      const stream = changed(change);
      expect(stream).not.toEqual(facts);
      const states = trace(stream, addDays(last, 1));
      expect([...states].filter(([, state]) => state === 'breached').map(([clause]) => clause)).toEqual(breached);
    });

    test.each(readings)('the reading %s: %s gives another verdict', (point, option, clause, change, before, after) => {
      const stream = changed(change);
      const state = (choice: Record<string, string>): string | undefined =>
        trace(stream, addDays(last, 40), choice).get(clause);
      expect([state({}), state({ [point]: option })]).toEqual([before, after]);
    });

    test('every reading that a rule uses is tried', () => {
      const rules = JSON.stringify(clausesOf(source.raw).map((clause) => clause.rules));
      const used = source.openPoints.filter(
        ({ id: point }) => rules.includes(`{"$reading":"${point}"}`) || rules.includes(`{"$reading":"${point}.`),
      );
      const tried = new Set(readings.map(([point]) => point));
      expect(used.map((it) => it.id).filter((point) => !tried.has(point))).toEqual([]);
    });
  });
}

function clausesOf(raw: unknown): readonly { readonly rules?: unknown }[] {
  const clauses: unknown = typeof raw === 'object' && raw !== null ? Reflect.get(raw, 'clauses') : [];
  const list: readonly unknown[] = Array.isArray(clauses) ? clauses : [];
  return list.map((clause) => {
    const rules: unknown = typeof clause === 'object' && clause !== null ? Reflect.get(clause, 'rules') : [];
    return { rules };
  });
}
