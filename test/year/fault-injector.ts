/**
 * Spoils a faultless year by a seed. What can go wrong follows from the rules alone, so it works for every specification:
 * each kind of rule has its faults. The expected failures come from the plain second reading of the rules.
 */
import { addDays, createCalendar, dayOf, type Day } from '../../src/core/calendar/index.ts';
import {
  type Anchors,
  type ClauseRule,
  type Fact,
  factDay,
  isRecordable,
  kindsOfRule,
  matches,
  type Pattern,
  type Rule,
  rulesOf,
} from '../../src/core/obligation/index.ts';
import type { Specification } from '../../src/core/specification/index.ts';
import { keysAt } from '../../src/core/obligation/fact.ts';
import { expectedFailures, type Failure, type YearEnd } from './expected-failures.ts';

export interface Fault {
  /** What was done: `late`, `missing`, `early`, `over-the-cap`, `expired`, `without-field`, `without-people`. */
  readonly kind: string;
  readonly clause: string;
  readonly rule: string;
  readonly type: Rule['type'];
}

export interface FaultyYear {
  readonly facts: readonly Fact[];
  readonly faults: readonly Fault[];
  /** Exactly the duties that must be late or breached on `today`, by key. */
  readonly expected: ReadonlyMap<string, Failure>;
  /** Everything is over then. */
  readonly today: Day;
}

const MOST_FAULTS = 5;
/** Tries of one fault before the year goes on with fewer. */
const TRIES = 12;

/** Days after the end of the period on which a year is judged. */
const AFTERMATH = 90;

export function injectFaults(specification: Specification, faultless: readonly Fact[], seed: number): FaultyYear {
  const random = randomFrom(seed);
  const rules = rulesOf(specification.clauses);
  const end = yearEnd(faultless);
  const wanted = 1 + random.below(MOST_FAULTS);
  let facts = faultless;
  let expected: ReadonlyMap<string, Failure> = new Map();
  const faults: Fault[] = [];
  for (let attempt = 0; faults.length < wanted && attempt < wanted * TRIES; attempt += 1) {
    const bound = random.pick(rules);
    const spoilt = bound && spoil(bound, facts, end, random);
    if (!spoilt) continue;
    const changed = renumber(spoilt.facts);
    const after = updated(expected, rules, { before: facts, spoilt: spoilt.facts, changed }, end);
    // Every fault must be seen: this one by a new failure of its rule, the earlier ones by what they have caused.
    const prefix = `${bound.clause}/${bound.rule.id}/`;
    const isNew = [...after.keys()].some((key) => key.startsWith(prefix) && !expected.has(key));
    if (!isNew || ![...expected.keys()].every((key) => after.has(key))) continue;
    [facts, expected] = [changed, after];
    faults.push({ kind: spoilt.kind, clause: bound.clause, rule: bound.rule.id, type: bound.rule.type });
  }
  return { facts, faults, expected: expectedFailures(rules, facts, end), today: end.today };
}

/** Only rules that look at a changed kind of fact can judge anew; a try costs no more than they do. */
function updated(
  known: ReadonlyMap<string, Failure>,
  rules: readonly ClauseRule[],
  streams: { readonly before: readonly Fact[]; readonly spoilt: readonly Fact[]; readonly changed: readonly Fact[] },
  end: YearEnd,
): Map<string, Failure> {
  const [before, after] = [new Set(streams.before), new Set(streams.spoilt)];
  const touched = [...streams.before.filter((it) => !after.has(it)), ...streams.spoilt.filter((it) => !before.has(it))];
  const kinds = new Set(touched.map(({ kind }) => kind));
  const concerned = rules.filter(({ rule }) => [...kindsOfRule(rule)].some((kind) => kinds.has(kind)));
  const prefixes = new Set(concerned.map(({ clause, rule }) => `${clause}/${rule.id}/`));
  const others = [...known].filter(([key]) => ![...prefixes].some((prefix) => key.startsWith(prefix)));
  return new Map([...others, ...expectedFailures(concerned, streams.changed, end)]);
}

/** Rules whose facts the stream does not know cannot be spoilt; the test says how many can. */
export function spoilableRules(specification: Specification, facts: readonly Fact[]): ClauseRule[] {
  const kinds = new Set(facts.map(({ kind }) => kind));
  return rulesOf(specification.clauses).filter(({ rule }) => isRecordable(rule, kinds));
}

export function yearEnd(facts: readonly Fact[]): YearEnd {
  const created = facts.find(({ kind }) => kind === 'engagement.created')?.data ?? {};
  const day = (name: string): Day => {
    const value = created[name];
    if (typeof value !== 'string') throw new Error(`the year has no ${name}`);
    return value;
  };
  const anchors: Anchors = {
    contractDate: day('contractDate'),
    periodFrom: day('periodFrom'),
    periodTo: day('periodTo'),
  };
  return { calendar: createCalendar(), anchors, today: addDays(day('periodTo'), AFTERMATH) };
}

interface Spoilt {
  readonly kind: string;
  readonly facts: readonly Fact[];
}

function spoil({ rule }: ClauseRule, facts: readonly Fact[], end: YearEnd, random: Random): Spoilt | null {
  // The record of the contract itself stays whole: without its dates there are no duties to break.
  const of = (pattern: Pattern): Fact[] =>
    facts.filter((fact) => fact.kind !== 'engagement.created' && matches(pattern, fact));
  const without = (gone: readonly Fact[]): Fact[] => facts.filter((fact) => !gone.includes(fact));
  /** All facts of the pattern that belong to the same subject as one picked at random. */
  const ofOne = (pattern: Pattern): Fact[] => {
    const key = random.pick(of(pattern).flatMap((fact) => keysAt(fact, pattern.key)));
    return key === undefined ? [] : of(pattern).filter((fact) => keysAt(fact, pattern.key).includes(key));
  };
  const missing = (gone: readonly Fact[]): Spoilt | null =>
    gone.length === 0 ? null : { kind: 'missing', facts: without(gone) };
  const moved = (kind: string, some: readonly Fact[], days: number): Spoilt | null =>
    some.length === 0
      ? null
      : { kind, facts: facts.map((fact) => (some.includes(fact) ? onDay(fact, addDays(factDay(fact), days)) : fact)) };

  switch (rule.type) {
    case 'by':
    case 'respond': {
      const fulfilling = rule.type === 'by' ? ofOne(rule.fact) : ofOne(rule.response);
      return random.below(2) === 0 ? missing(fulfilling) : moved('late', fulfilling, 1 + random.below(40));
    }
    case 'before': {
      const required = ofOne(rule.required);
      return random.below(2) === 0 ? missing(required) : moved('late', required, 1 + random.below(20));
    }
    case 'without': {
      const needed = random.pick(rule.required);
      if (!needed) return null;
      const choice = random.below(3);
      if (choice === 0) return moved('early', ofOne(rule.trigger), -1 - random.below(30));
      return choice === 1 ? moved('late', ofOne(needed), 1 + random.below(30)) : missing(ofOne(needed));
    }
    case 'recur': {
      const day = random.pick(of(rule.fact).map(factDay));
      if (day === undefined) return null;
      const near = of(rule.fact).filter(
        (fact) => addDays(day, -20) <= factDay(fact) && factDay(fact) <= addDays(day, 20),
      );
      return missing(near);
    }
    case 'count': {
      const known = of(rule.fact);
      const model = random.pick(known);
      if (!model) return null;
      if (rule.max === undefined) return missing(known.slice(0, Math.max(1, known.length - (rule.min ?? 1) + 1)));
      const copies = Array.from({ length: rule.max + 1 }, (_, n) => copyOf(model, n, rule.distinct));
      return { kind: 'over-the-cap', facts: [...facts, ...copies] };
    }
    case 'participants': {
      const fact = random.pick(of(rule.fact));
      if (!fact) return null;
      return { kind: 'without-people', facts: facts.map((it) => (it === fact ? withData(it, rule.people, []) : it)) };
    }
    case 'holds': {
      const condition = random.pick(rule.all);
      if (!condition) return null;
      const { validTo } = condition;
      if (validTo === undefined || random.below(3) === 0) return missing(of(condition));
      const { periodFrom = end.today } = end.anchors;
      const last = addDays(periodFrom, random.below(200));
      const spoilt = facts.map((it) => (matches(condition, it) ? withData(it, validTo, last) : it));
      return { kind: 'expired', facts: spoilt };
    }
    case 'content': {
      const fact = random.pick(of(rule.fact));
      const path = random.pick(Object.keys(rule.must ?? rule.anyOf?.[0] ?? {}));
      if (!fact || path === undefined || path.includes('.')) return null;
      return { kind: 'without-field', facts: facts.map((it) => (it === fact ? withData(it, path, null) : it)) };
    }
  }
}

/** The fact as recorded on that day; where it tells of another day, that day moves as well. */
function onDay(fact: Fact, day: Day): Fact {
  const data = 'occurredOn' in fact.data ? { ...fact.data, occurredOn: day } : fact.data;
  return { ...fact, day, at: `${day}T01:00:00.000Z`, data };
}

function withData(fact: Fact, path: string, value: unknown): Fact {
  return { ...fact, data: { ...fact.data, [path]: value } };
}

function copyOf(fact: Fact, n: number, distinct: string | undefined): Fact {
  const copy = { ...fact, seq: fact.seq + (n + 1) / 1000, subject: `${fact.subject}~${n}` };
  return distinct === undefined || distinct === 'subject' ? copy : withData(copy, distinct, `~${n}`);
}

/** The journal numbers facts in the order of their recording. */
function renumber(facts: readonly Fact[]): Fact[] {
  return facts
    .toSorted((a, b) => (dayOf(a.at) < dayOf(b.at) ? -1 : dayOf(a.at) > dayOf(b.at) ? 1 : a.seq - b.seq))
    .map((fact, position) => ({ ...fact, seq: position + 1 }));
}

interface Random {
  /** A whole number from 0 to `limit` - 1. */
  below(limit: number): number;
  pick<T>(from: readonly T[]): T | undefined;
}

/** The same numbers for the same seed on every machine (mulberry32). */
function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return { below, pick: (from) => from[below(from.length)] };
}
