import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, createCalendar } from '../calendar/index.ts';
import { createEvaluation, evaluate, RuleSchema, type ClauseRule, type Fact, type ObligationState } from './index.ts';

const calendar = createCalendar();
const context = { contractDate: '2026-06-01', periodFrom: '2026-06-01', periodTo: '2026-09-30' };
const span = { n: 3, unit: 'business-days' };

/** One rule of every kind over four kinds of facts, with excuses, conditions and dates that depend on facts. */
const RULES: ClauseRule[] = [
  { type: 'by', fact: { fact: 'a' }, due: '2026-07-01' },
  { type: 'by', fact: { fact: 'b' }, per: { fact: 'a' }, due: { after: { fact: 'c' }, span }, unless: [{ fact: 'd' }] },
  { type: 'respond', trigger: { fact: 'a' }, response: { fact: 'b' }, within: span },
  {
    type: 'respond',
    trigger: { fact: 'a', key: ['subject', 'n'] },
    response: { fact: ['b', 'c'], key: ['subject', 'n'] },
  },
  { type: 'before', trigger: { fact: 'b' }, required: { fact: 'a' }, lead: span },
  { type: 'without', trigger: { fact: 'c' }, required: [{ fact: 'a' }, { fact: 'b', party: 'city' }] },
  { type: 'without', trigger: { fact: 'd' }, scope: 'engagement', when: [{ fact: 'c', where: { n: { atLeast: 2 } } }] },
  { type: 'recur', fact: { fact: ['a', 'b'] }, min: 2, every: { unit: 'months' } },
  {
    type: 'count',
    fact: { fact: 'b' },
    distinct: 'n',
    min: 2,
    max: 3,
    due: { after: { fact: 'a' }, which: 'last', span },
  },
  { type: 'count', fact: { fact: 'c' }, per: { fact: 'a' }, max: 1 },
  {
    type: 'holds',
    all: [
      { fact: 'a', endedBy: { fact: 'b' } },
      { fact: 'c', validTo: 'until' },
    ],
    from: '2026-06-15',
  },
  { type: 'holds', every: { fact: 'a' }, all: [{ fact: 'b' }], from: { after: { fact: 'c' } } },
  { type: 'content', fact: { fact: 'c', where: { n: { atLeast: 1 } } }, must: { until: { onOrAfter: '2026-07-15' } } },
  { type: 'participants', fact: { fact: 'd' }, min: 1, holding: [{ fact: 'a', endedBy: { fact: 'b' } }] },
].map((rule, position) => ({
  clause: `c${position}`,
  party: 'both',
  rule: RuleSchema.parse({ id: 'r', title: '作業', ...rule }),
}));

const day = (offset: number): string => addDays('2026-06-01', offset);
const line = fc.record({
  offset: fc.integer({ min: 0, max: 130 }),
  happened: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
  kind: fc.constantFrom('a', 'b', 'c', 'd', 'obligation.waived', 'obligation.waiver-revoked', 'engagement.created'),
  subject: fc.constantFrom('s1', 's2', 's3', 'c1/r/s1', 'c4/r/s2', 'c2/r/s1'),
  /** A waiver that ends on `until`. */
  ends: fc.boolean(),
  n: fc.integer({ min: 0, max: 3 }),
  until: fc.integer({ min: 20, max: 130 }),
  party: fc.constantFrom('city' as const, 'contractor' as const),
  corrects: fc.option(fc.nat(30), { nil: undefined, freq: 4 }),
});
type Line = {
  offset: number;
  happened: number | undefined;
  kind: string;
  subject: string;
  n: number;
  ends: boolean;
  until: number;
  party: 'city' | 'contractor';
  corrects: number | undefined;
};

function toFacts(lines: readonly Line[]): Fact[] {
  return lines.map((it, position) => ({
    seq: position + 1,
    at: `${day(it.offset)}T00:00:00.000Z`,
    day: day(it.offset),
    engagementId: 'e',
    kind: it.kind,
    subject: it.subject,
    actor: { accountId: null, party: it.party, roles: [] },
    data: {
      n: it.n,
      until: day(it.until),
      participants: [it.subject],
      ...(it.ends ? { validUntil: day(it.until) } : {}),
      ...(it.corrects === undefined ? {} : { corrects: lines[it.corrects % lines.length]?.subject }),
      ...(it.happened === undefined ? {} : { occurredOn: day(Math.max(0, it.offset - it.happened)) }),
    },
  }));
}

const stream = fc.array(line, { maxLength: 25 }).map((lines) => toFacts(lines));
const today = fc.integer({ min: 0, max: 150 }).map(day);
const full = (facts: readonly Fact[], on: string) => evaluate(RULES, facts, calendar, on, context);

test('appending one by one gives what a full evaluation gives, at every moment', () => {
  fc.assert(
    fc.property(stream, fc.array(today, { minLength: 1, maxLength: 4 }), (facts, days) => {
      const evaluation = createEvaluation(RULES, calendar, context);
      facts.forEach((fact, position) => {
        evaluation.append(fact);
        const on = days[position % days.length] ?? '2026-06-01';
        expect(evaluation.at(on)).toEqual(full(facts.slice(0, position + 1), on));
      });
      for (const on of days) expect(evaluation.at(on)).toEqual(full(facts, on));
    }),
    { numRuns: 150 },
  );
});

test('a waiver that was taken back or has run out excuses nothing', () => {
  const waiver = (kind: string, seq: number, validUntil?: string): Fact => ({
    ...{ seq, at: '', day: '2026-07-02', engagementId: 'e', kind, subject: 'c0/r/-' },
    ...{ actor: { accountId: null, party: 'city' as const, roles: [] }, data: { validUntil } },
  });
  const state = (facts: readonly Fact[], on: string) => full(facts, on).find(({ key }) => key === 'c0/r/-')?.state;
  expect(state([], '2026-07-10')).toBe('breached');
  expect(state([waiver('obligation.waived', 1)], '2026-07-10')).toBe('waived');
  expect(state([waiver('obligation.waived', 1), waiver('obligation.waiver-revoked', 2)], '2026-07-10')).toBe(
    'breached',
  );
  const again = [
    waiver('obligation.waived', 1),
    waiver('obligation.waiver-revoked', 2),
    waiver('obligation.waived', 3),
  ];
  expect(state(again, '2026-07-10')).toBe('waived');
  expect(state([waiver('obligation.waived', 1, '2026-07-09')], '2026-07-09')).toBe('waived');
  expect(state([waiver('obligation.waived', 1, '2026-07-09')], '2026-07-10')).toBe('breached');
});

test('the order in which facts arrive does not matter', () => {
  fc.assert(
    fc.property(
      stream.chain((facts) => fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length }))),
      today,
      ([facts, shuffled], on) => {
        expect(byKey(full(shuffled, on))).toEqual(byKey(full(facts, on)));
      },
    ),
    { numRuns: 150 },
  );
});

test('facts of one day may be recorded in any order: states are the same (latest versions apart)', () => {
  const ordered = RULES.filter(({ rule }) => !['content', 'participants', 'holds'].includes(rule.type));
  const statesOf = (facts: readonly Fact[], on: string) =>
    new Map(evaluate(ordered, facts, calendar, on, context).map((it) => [it.key, it.state] as const));
  fc.assert(
    fc.property(stream.map(withoutEndings), today, (facts, on) => {
      const reversed = facts.map((fact) => ({ ...fact, seq: facts.length + 1 - fact.seq }));
      expect(sorted(statesOf(reversed, on))).toEqual(sorted(statesOf(facts, on)));
    }),
    { numRuns: 150 },
  );
});

test('facts recorded later are not known earlier', () => {
  fc.assert(
    fc.property(stream, today, (facts, on) => {
      expect(
        full(
          facts.filter((fact) => fact.day <= on),
          on,
        ),
      ).toEqual(full(facts, on));
    }),
    { numRuns: 100 },
  );
});

test('time alone only moves an unfulfilled duty forwards, and never undoes what is settled', () => {
  const rank: Record<ObligationState, number> = {
    'not-due': 0,
    due: 1,
    breached: 2,
    met: 3,
    late: 3,
    waived: 3,
    unknown: 4,
  };
  const rules = RULES.filter(({ rule }) => ['by', 'respond', 'before', 'without', 'recur'].includes(rule.type));
  fc.assert(
    fc.property(stream.map(withoutEndings), today, fc.integer({ min: 1, max: 40 }), (facts, on, later) => {
      const known = facts.filter((fact) => fact.day <= on);
      const before = new Map(evaluate(rules, known, calendar, on, context).map((it) => [it.key, it.state]));
      for (const it of evaluate(rules, known, calendar, addDays(on, later), context)) {
        const was = before.get(it.key);
        if (was !== undefined) expect(rank[it.state]).toBeGreaterThanOrEqual(rank[was]);
        if (was === 'met' || was === 'late' || was === 'waived') expect(it.state).toBe(was);
      }
    }),
    { numRuns: 150 },
  );
});

test('keys are unique and every open or failed duty says what is missing', () => {
  fc.assert(
    fc.property(stream, today, (facts, on) => {
      const obligations = full(facts, on);
      expect(new Set(obligations.map((it) => it.key)).size).toBe(obligations.length);
      for (const it of obligations) {
        if (['due', 'breached', 'late', 'unknown'].includes(it.state)) expect(it.missing).not.toBe('');
        if (it.state === 'met' || it.state === 'waived') expect(it.missing).toBe('');
        expect(it.derivation).not.toBe('');
      }
    }),
    { numRuns: 100 },
  );
});

/** Waivers that are taken back or run out undo what was settled, and the last word of a day depends on the order. */
function withoutEndings(facts: readonly Fact[]): Fact[] {
  return facts
    .filter((fact) => fact.kind !== 'obligation.waiver-revoked')
    .map((fact) => ({ ...fact, data: { ...fact.data, validUntil: undefined } }));
}

function byKey(obligations: readonly { key: string }[]): unknown[] {
  return obligations.toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

function sorted(states: ReadonlyMap<string, string>): [string, string][] {
  return [...states].sort(([a], [b]) => (a < b ? -1 : 1));
}
