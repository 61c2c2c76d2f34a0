import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, createCalendar, daysBetween } from '../calendar/index.ts';
import {
  boardGroupOf,
  evaluate,
  forecastMonths,
  forecastRisks,
  RuleSchema,
  stateSince,
  weekOf,
  type Fact,
  type Obligation,
} from './index.ts';

const calendar = createCalendar();
const period = { contractDate: '2026-06-01', periodFrom: '2026-06-01', periodTo: '2026-09-30' };

let seq = 0;
function fact(day: string, kind: string, subject = 's', data: Record<string, unknown> = {}): Fact {
  seq += 1;
  const actor = { accountId: null, party: 'contractor' as const, roles: [] };
  return { seq, at: `${day}T00:00:00.000Z`, day, engagementId: 'e', kind, subject, actor, data };
}

function duties(rules: object[], facts: Fact[], today: string): readonly Obligation[] {
  const bound = rules.map((rule, position) => ({
    clause: `c${position}`,
    party: 'both' as const,
    rule: RuleSchema.parse({ id: 'r', title: '作業', ...rule }),
  }));
  return evaluate(bound, facts, calendar, today, period);
}

function risks(rules: object[], facts: Fact[], today: string, plannedEnds: [string, string][] = []) {
  return [...forecastRisks(duties(rules, facts, today), { today, plannedEnds: new Map(plannedEnds) }).entries()].map(
    ([key, risk]) => ({ key, ...risk }),
  );
}

describe('will be late', () => {
  const by = { type: 'by', fact: { fact: 'a' }, due: '2026-07-10' };

  test('when its work is planned to end after the due date', () => {
    expect(risks([by], [], '2026-06-10', [['c0', '2026-07-11']])).toMatchObject([
      { key: 'c0/r/-', cause: 'plan', expected: '2026-07-11' },
    ]);
    expect(risks([by], [], '2026-06-10', [['c0', '2026-07-10']])).toEqual([]);
    expect(risks([by], [], '2026-06-10', [['c9', '2026-07-11']])).toEqual([]);
    expect(risks([by], [fact('2026-06-02', 'a')], '2026-06-10', [['c0', '2026-07-11']])).toEqual([]);
    // What is overdue already is no forecast.
    expect(risks([by], [], '2026-07-11', [['c0', '2026-07-20']])).toEqual([]);
  });

  test('when an answer to a single request is planned too late, but not answers that come again and again', () => {
    const respond = {
      type: 'respond',
      trigger: { fact: 't' },
      response: { fact: 'a' },
      within: { n: 20, unit: 'days' },
    };
    const planned: [string, string][] = [['c0', '2026-08-30']];
    expect(risks([respond], [fact('2026-06-02', 't', 'x')], '2026-06-10', planned)).toHaveLength(1);
    const two = [fact('2026-06-02', 't', 'x'), fact('2026-06-03', 't', 'y')];
    expect(risks([respond], two, '2026-06-10', planned)).toEqual([]);
  });

  test('when there are fewer records than the elapsed share of the period asks for', () => {
    const count = { type: 'count', fact: { fact: 'a' }, min: 4 };
    const one = [fact('2026-06-05', 'a')];
    // 122 days: the second is asked for on the 61st day, 31 July.
    expect(risks([count], one, '2026-07-30')).toEqual([]);
    expect(risks([count], one, '2026-07-31')).toMatchObject([{ cause: 'pace', expected: '2026-09-30' }]);
    const monthly = { type: 'recur', fact: { fact: 'a' }, min: 2, every: { unit: 'months' } };
    expect(risks([monthly], [], '2026-07-14')).toEqual([]);
    expect(risks([monthly], [], '2026-07-16')).toMatchObject([{ key: 'c0/r/-/2026-07-01', cause: 'pace' }]);
  });

  test('when the use of a capped quantity grows too fast', () => {
    const cap = { type: 'count', fact: { fact: 'a' }, max: 10, every: { unit: 'months' } };
    const three = ['02', '04', '06'].map((date) => fact(`2026-07-${date}`, 'a'));
    expect(risks([cap], three, '2026-07-06')).toMatchObject([{ key: 'c0/r/-/2026-07-01', expected: '2026-07-22' }]);
    expect(risks([cap], three, '2026-07-20')).toEqual([]);
    expect(risks([cap], [fact('2026-07-01', 'a')], '2026-07-01')).toEqual([]);
  });

  test('when a validity ends inside the remaining period', () => {
    const holds = { type: 'holds', all: [{ fact: 'q', validTo: 'until' }] };
    const until = (day: string) => [fact('2026-06-01', 'q', 'm', { until: day })];
    expect(risks([holds], until('2026-08-15'), '2026-06-10')).toMatchObject([
      { cause: 'validity', expected: '2026-08-15' },
    ]);
    expect(risks([holds], until('2026-09-30'), '2026-06-10')).toEqual([]);
  });
});

describe('the board', () => {
  const group = (due: string, today: string, atRisk = false): string => {
    const [duty] = duties([{ type: 'by', fact: { fact: 'a' }, due }], [], today);
    if (!duty) throw new Error('no duty');
    return boardGroupOf(duty, { today, atRisk: new Set(atRisk ? [duty.key] : []), notReady: new Set() });
  };

  // 2026-07-08 is a Wednesday.
  test.each([
    ['2026-07-07', 'late'],
    ['2026-07-08', 'today'],
    ['2026-07-09', 'week'],
    ['2026-07-12', 'week'],
    ['2026-07-13', 'month'],
    ['2026-07-31', 'month'],
    ['2026-08-01', 'later'],
  ])('due on %s is %s', (due, expected) => {
    expect(group(due, '2026-07-08')).toBe(expected);
  });

  test('shows what will be late before what is due this month, not before what is due this week', () => {
    expect(group('2026-07-20', '2026-07-08', true)).toBe('at-risk');
    expect(group('2026-09-20', '2026-07-08', true)).toBe('at-risk');
    expect(group('2026-07-10', '2026-07-08', true)).toBe('week');
  });

  test('tells since when a duty asks for attention', () => {
    const since = (today: string) =>
      duties([{ type: 'by', fact: { fact: 'a' }, due: '2026-07-10' }], [], today).map((it) => stateSince(it));
    expect(since('2026-07-02')).toEqual([null]);
    expect(since('2026-07-03')).toEqual(['2026-07-03']);
    expect(since('2026-07-11')).toEqual(['2026-07-11']);
  });
});

describe('properties', () => {
  const RULES: object[] = [
    { type: 'by', fact: { fact: 'a' }, due: '2026-07-20' },
    { type: 'by', fact: { fact: 'b' }, per: { fact: 'a' }, due: '2026-08-31', party: 'city' },
    { type: 'respond', trigger: { fact: 'a' }, response: { fact: 'b' }, within: { n: 9, unit: 'days' } },
    { type: 'recur', fact: { fact: 'b' }, min: 2, every: { unit: 'months' }, party: 'contractor' },
    { type: 'count', fact: { fact: 'c' }, max: 3, every: { unit: 'months' } },
    { type: 'count', fact: { fact: 'c' }, min: 2, max: 6 },
    { type: 'holds', all: [{ fact: 'a', validTo: 'until' }] },
  ];
  const stream = fc.array(
    fc.record({
      offset: fc.integer({ min: 0, max: 121 }),
      kind: fc.constantFrom('a', 'b', 'c'),
      subject: fc.constantFrom('s1', 's2', 's3'),
      until: fc.integer({ min: 0, max: 160 }),
    }),
    { maxLength: 20 },
  );
  const day = (offset: number): string => addDays('2026-06-01', offset);
  const year = fc.tuple(stream, fc.integer({ min: 0, max: 130 })).map(([lines, offset]) => ({
    today: day(offset),
    found: duties(
      RULES,
      lines.map((it) => fact(day(it.offset), it.kind, it.subject, { until: day(it.until) })),
      day(offset),
    ),
  }));

  test('every open duty with a date to come stands in exactly one month and one week', () => {
    fc.assert(
      fc.property(year, ({ today, found }) => {
        const months = forecastMonths(found, today, '2026-09-30');
        const listed = months.flatMap(({ month, duties: own }) =>
          own.map((duty) => [month, duty.key, duty.due?.slice(0, 7)]),
        );
        const open = found.filter(
          ({ state, due }) => (state === 'due' || state === 'not-due') && due !== null && due >= today,
        );
        expect(listed.map(([, key]) => key).toSorted()).toEqual(open.map(({ key }) => key).toSorted());
        for (const [month, , dueMonth] of listed) expect(month).toBe(dueMonth);
        for (const party of ['contractor', 'city'] as const) {
          for (const month of months) {
            expect(month.weeks.reduce((sum, week) => sum + week[party], 0)).toBe(month[party]);
          }
        }
        const days = months.flatMap(({ weeks }) => weeks);
        days.slice(1).forEach((week, position) => expect(week.from).toBe(addDays(days[position]?.to ?? '', 1)));
      }),
      { numRuns: 150 },
    );
  });

  test('a risk belongs to a duty that can still be fulfilled, says why, and gives no day that has passed', () => {
    fc.assert(
      fc.property(year, fc.integer({ min: 0, max: 140 }), ({ today, found }, planned) => {
        const plannedEnds = new Map(['c0', 'c1', 'c2'].map((clause) => [clause, day(planned)]));
        const byKey = new Map(found.map((it) => [it.key, it]));
        for (const [key, risk] of forecastRisks(found, { today, plannedEnds })) {
          const duty = byKey.get(key);
          expect(['due', 'not-due']).toContain(duty?.state);
          expect(risk.sentence).toMatch(/。$/);
          if (risk.cause === 'plan') expect((risk.expected ?? '') > (duty?.due ?? '')).toBe(true);
          if (risk.cause !== 'plan') expect((risk.expected ?? '') >= today).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('every duty has exactly one place on the board, and only settled ones are done', () => {
    fc.assert(
      fc.property(year, ({ today, found }) => {
        const atRisk = new Set(forecastRisks(found, { today, plannedEnds: new Map() }).keys());
        for (const duty of found) {
          const group = boardGroupOf(duty, { today, atRisk, notReady: new Set() });
          expect(group === 'done').toBe(['met', 'late', 'waived'].includes(duty.state));
          if (duty.state === 'breached') expect(group).toBe('late');
          const { from, to } = weekOf(today);
          expect(daysBetween(from, to)).toBe(6);
          if (group === 'week') expect(duty.due !== null && today < duty.due && duty.due <= to).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});
