import { describe, expect, it } from 'vitest';
import { evaluate, rulesOf, type Fact } from '../../src/core/obligation/index.ts';
import { expectedFailures } from './expected-failures.ts';
import { injectFaults, spoilableRules, yearEnd } from './fault-injector.ts';
import { faultlessYears } from './faultless-years.ts';

const YEARS = await faultlessYears();
/** Years per specification; the bench runs a thousand. */
const SEEDS = Math.ceil(200 / YEARS.length);
/** Kinds of faults and types of rules that were tried, over all specifications. */
const kinds = new Set<string>();
const spoilt = new Set<string>();

describe.each(YEARS)('$id', ({ specification, facts }) => {
  const rules = rulesOf(specification.clauses);
  const { calendar, today } = yearEnd(facts);
  const failures = (stream: readonly Fact[]): Map<string, string> =>
    new Map(
      evaluate(rules, stream, calendar, today)
        .filter(({ state }) => state === 'late' || state === 'breached')
        .map(({ key, state }) => [key, state]),
    );

  it('has a faultless year in which nothing is late or breached', () => {
    expect([...failures(facts)]).toEqual([]);
    expect([...expectedFailures(rules, facts, yearEnd(facts))]).toEqual([]);
  });

  it('reports exactly the injected breaches, in every year', () => {
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const year = injectFaults(specification, facts, seed);
      expect(year.faults.length, `seed ${seed}`).toBeGreaterThan(0);
      expect([seed, [...failures(year.facts)].sort()]).toEqual([seed, [...year.expected].sort()]);
      for (const fault of year.faults) {
        kinds.add(fault.kind);
        spoilt.add(fault.type);
        expect([...year.expected.keys()].some((key) => key.startsWith(`${fault.clause}/${fault.rule}/`))).toBe(true);
      }
    }
  });

  it('gives the same year for the same seed', () => {
    expect(injectFaults(specification, facts, 7)).toEqual(injectFaults(specification, facts, 7));
    expect(injectFaults(specification, facts, 7).facts).not.toEqual(injectFaults(specification, facts, 8).facts);
  });
});

it('every kind of fault was tried on every type of rule that a year can break', () => {
  expect([...kinds]).toEqual(expect.arrayContaining(['late', 'missing', 'over-the-cap', 'expired', 'without-field']));
  const types = new Set(
    YEARS.flatMap(({ specification, facts }) => spoilableRules(specification, facts).map(({ rule }) => rule.type)),
  );
  // Forbidden acts need records that a faultless year has none of.
  expect([...types].filter((type) => !spoilt.has(type))).toEqual([]);
});
