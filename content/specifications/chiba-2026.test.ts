import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { addDays, createCalendar } from '../../src/core/calendar/index.ts';
import { resolveDate, traceClauses, type Fact } from '../../src/core/obligation/index.ts';
import { parseSpecification, resolveSpecification } from '../../src/core/specification/index.ts';
import { chibaFacts } from './chiba-2026.facts.fixture.ts';
import { describeSpecification } from './specification.fixture.ts';

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
const source = parseSpecification(read('chiba-2026.yaml'));
const specification = resolveSpecification(source);
const calendar = createCalendar();
const anchors = { contractDate: '2026-06-01', periodFrom: '2026-06-01', periodTo: '2027-03-31' };

describeSpecification('chiba-2026', { clauses: 149, anchors });

describe('completeness', () => {
  test('statements are only what no record can prove', () => {
    expect(specification.clauses.filter((it) => it.statement).map((it) => it.id)).toEqual([
      '10(7)-p5',
      '10(12)',
      '11(2)-p1',
    ]);
  });
});

describe('work breakdown and deliverables', () => {
  const dateOf = (expression: Parameters<typeof resolveDate>[0]): string =>
    resolveDate(expression, { calendar, anchors, find: () => [] }).day ?? 'no date';

  test('the documents that the specification names are not marked as own', () => {
    const own = specification.deliverables.filter((it) => it.own).map((it) => it.type);
    expect(own).toEqual(['checklist', 'contract-check', 'minutes', 'clause-table']);
    expect(specification.deliverables.find((it) => it.type === 'work-plan')).toMatchObject({
      copies: 2,
      approval: true,
    });
    expect(dateOf(specification.deliverables.find((it) => it.type === 'audit-policy')?.due ?? '')).toBe('2026-10-31');
  });
});

describe('a contract year', () => {
  const trace = (facts: readonly Fact[], today: string, readings = {}): Map<string, string> =>
    new Map(
      traceClauses(resolveSpecification(source, readings), facts, calendar, today).map((it) => [it.id, it.state]),
    );
  const facts = chibaFacts();
  const without = (fit: (fact: Fact) => boolean): Fact[] => facts.filter((fact) => !fit(fact));
  const not = (states: Map<string, string>, ...good: string[]): string[] =>
    [...states].filter(([, state]) => !good.includes(state)).map(([id, state]) => `${id}: ${state}`);

  test('carried through, it leaves no clause open', () => {
    const states = trace(facts, '2027-03-31');
    expect(not(states, 'met', 'evidenced', 'statement')).toEqual([]);
    expect(states.get('11(1)ア-p2')).toBe('met');
    expect(states.get('6(3)')).toBe('evidenced');
    expect(states.get('10(12)')).toBe('statement');
  });

  test('on the first day everything is planned or already recorded, nothing is breached', () => {
    expect(not(trace(facts, '2026-06-01'), 'met', 'evidenced', 'statement', 'planned')).toEqual([]);
  });

  test('at no time is a clause of a faultless year breached or unknown', () => {
    for (let today = '2026-06-01'; today <= '2027-03-31'; today = addDays(today, 9)) {
      expect([today, ...not(trace(facts, today), 'met', 'evidenced', 'statement', 'planned')]).toEqual([today]);
    }
  });

  test('an empty year is not passed', () => {
    const states = [...trace(facts.slice(0, 1), '2027-04-01').values()];
    const count = (state: string): number => states.filter((it) => it === state).length;
    expect(count('planned')).toBe(0);
    expect(count('breached')).toBeGreaterThan(20);
    expect(count('unknown')).toBeGreaterThan(80);
    expect(count('met')).toBeLessThanOrEqual(30);
  });

  test.each<[string, string[], (fact: Fact) => boolean]>([
    ['hearing minutes missing', ['9(1)イ(イ)-p4'], (fact) => fact.kind === 'hearing.minutes-submitted'],
    ['visit outline missing', ['9(1)イ(イ)-p6'], (fact) => fact.kind === 'visit.outline-submitted'],
    ['timetable not confirmed', ['9(1)イ(イ)-p7'], (fact) => fact.kind === 'visit.timetable-confirmed'],
    ['report meeting not held', ['9(1)カ', '9(1)カ(ア)'], (fact) => fact.data['type'] === 'report'],
    ['no inspection', ['10(11)-p1'], (fact) => fact.kind.startsWith('inspection.')],
    ['no information manager', ['10(3)-p1'], (fact) => fact.kind === 'information-manager.appointed'],
    ['training not reported', ['10(4)-p3'], (fact) => fact.kind === 'staff-training.reported'],
    ['a finding without the view of the section', ['9(1)エ-p2'], (fact) => fact.kind === 'finding.view-recorded'],
    ['no lead review', ['8(1)-p3'], (fact) => fact.kind === 'deliverable.reviewed'],
  ])('%s', (_, clauses, fit) => {
    const states = trace(without(fit), '2027-04-01');
    expect([...states].filter(([, state]) => state === 'breached').map(([id]) => id)).toEqual(clauses);
  });

  test('an expired qualification, a fifth contract and contractor mail to a section are found', () => {
    const changed = facts.map((fact): Fact => {
      if (fact.kind === 'qualification.registered') return { ...fact, data: { ...fact.data, validTo: '2026-12-31' } };
      if (fact.kind === 'audit-notice.sent') return { ...fact, actor: { ...fact.actor, party: 'contractor' } };
      return fact;
    });
    const states = trace(changed, '2027-03-31');
    expect(states.get('7(3)-p1')).toBe('breached');
    expect(states.get('7(3)-p2')).toBe('breached');
    expect(states.get('9(1)イ-p2')).toBe('breached');
    const designated = facts.find((fact) => fact.kind === 'contract.designated');
    const more = [1, 2, 3, 4].map((n) => ({ ...designated, seq: 9000 + n, subject: `extra-${n}` }) as Fact);
    expect(trace([...facts, ...more], '2027-03-31').get('9(1)ウ-p3')).toBe('breached');
  });

  test('a chosen reading changes the verdict', () => {
    const late = facts.map((fact) =>
      fact.kind === 'hearing.minutes-submitted' ? { ...fact, day: addDays(fact.day, 1) } : fact,
    );
    const web = late.map((fact) =>
      fact.kind === 'hearing.held' && fact.data['mode'] === '対面'
        ? { ...fact, data: { ...fact.data, mode: 'WEB会議' } }
        : fact,
    );
    const reasons = (readings: Record<string, string>): string | undefined =>
      traceClauses(resolveSpecification(source, readings), web, calendar, '2027-03-31').find(
        (it) => it.id === '9(1)イ(イ)-p4',
      )?.reason;
    expect(reasons({})).toContain('期限の令和8年12月1日より遅れました');
    expect(reasons({ 'face-to-face-modes': 'face-to-face-only' })).toContain('事実はありませんでした');
  });
});
