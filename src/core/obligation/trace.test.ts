import { expect, test } from 'vitest';
import { createCalendar } from '../calendar/index.ts';
import {
  EvidenceSchema,
  RuleSchema,
  traceClauses,
  type ClauseTrace,
  type Fact,
  type TraceableClause,
} from './index.ts';

const calendar = createCalendar();
const context = { contractDate: '2026-06-01', periodTo: '2026-09-30' };

let seq = 0;
function fact(day: string, kind: string, subject = 's', data: Record<string, unknown> = {}): Fact {
  seq += 1;
  const actor = { accountId: null, party: 'contractor' as const, roles: [] };
  return { seq, at: `${day}T00:00:00.000Z`, day, engagementId: 'e', kind, subject, actor, data };
}

function clause(parts: { rules?: object[]; evidence?: object[]; statement?: boolean }): TraceableClause {
  return {
    id: '1',
    party: 'contractor',
    rules: (parts.rules ?? []).map((rule, position) =>
      RuleSchema.parse({ id: `r${position}`, title: '作業', ...rule }),
    ),
    evidence: (parts.evidence ?? []).map((pattern) => EvidenceSchema.parse(pattern)),
    statement: parts.statement ?? false,
  };
}

function trace(it: TraceableClause, facts: Fact[], today: string): ClauseTrace | undefined {
  return traceClauses({ clauses: [it] }, facts, calendar, today, context)[0];
}

const by = (kind: string): object => ({ type: 'by', fact: { fact: kind }, due: '2026-07-01' });

test('the worst obligation decides', () => {
  const two = clause({ rules: [by('a'), by('b')] });
  expect(trace(two, [fact('2026-06-30', 'a')], '2026-06-30')?.state).toBe('planned');
  expect(trace(two, [fact('2026-06-30', 'a')], '2026-07-02')?.state).toBe('breached');
  const late = trace(two, [fact('2026-06-30', 'a'), fact('2026-07-03', 'b')], '2026-07-03');
  expect(late).toMatchObject({ state: 'met', proof: [{ kind: 'a' }, { kind: 'b' }] });
  expect(late?.reason).toContain('遅れました');
});

test('a waived duty leaves its clause met, with a remark', () => {
  const waived = fact('2026-07-02', 'obligation.waived', '1/r0/-', { reason: '協議' });
  const it = trace(clause({ rules: [by('a')] }), [waived], '2026-07-05');
  expect(it).toMatchObject({ state: 'met', proof: [{ kind: 'obligation.waived' }] });
  expect(it?.reason).toContain('免除');
});

test('evidence is found in alternatives, and in the number asked for', () => {
  const shown = clause({
    evidence: [
      { fact: 'x', where: { n: 1 } },
      { fact: 'y', min: 2 },
    ],
  });
  expect(trace(shown, [fact('2026-06-02', 'y')], '2026-06-03')?.state).toBe('planned');
  expect(trace(shown, [fact('2026-06-02', 'y'), fact('2026-06-02', 'y')], '2026-06-03')?.state).toBe('evidenced');
  expect(trace(shown, [fact('2026-06-02', 'x', 's', { n: 1 })], '2026-06-03')?.state).toBe('evidenced');
  expect(trace(shown, [fact('2026-06-04', 'x', 's', { n: 1 })], '2026-06-03')?.state).toBe('planned');
  expect(trace(shown, [], '2026-09-30')?.state).toBe('unknown');
});

test('what never happened is met only where it need not happen', () => {
  const answer = { type: 'respond', trigger: { fact: 'a' }, response: { fact: 'b' } };
  expect(trace(clause({ rules: [answer] }), [], '2026-09-29')?.state).toBe('planned');
  expect(trace(clause({ rules: [answer] }), [], '2026-09-30')).toMatchObject({
    state: 'met',
    reason: expect.any(String),
  });
  expect(trace(clause({ rules: [{ ...answer, occasional: false }] }), [], '2026-09-30')?.state).toBe('unknown');
  expect(trace(clause({ rules: [answer], evidence: [{ fact: 'none' }] }), [], '2026-09-30')?.state).toBe('unknown');
  expect(trace(clause({ rules: [answer] }), [fact('2026-06-05', 'a')], '2026-09-30')?.state).toBe('planned');
});

test('a duty that never got a date is unknown once the period is over', () => {
  const dependent = { type: 'by', fact: { fact: 'a' }, due: { after: { fact: 'b' } } };
  expect(trace(clause({ rules: [dependent] }), [], '2026-09-29')?.state).toBe('planned');
  expect(trace(clause({ rules: [dependent] }), [], '2026-09-30')?.state).toBe('unknown');
});

test('a statement waits for its acknowledgement', () => {
  const statement = clause({ statement: true });
  expect(trace(statement, [], '2026-06-02')?.state).toBe('planned');
  expect(trace(statement, [fact('2026-06-02', 'statement.acknowledged', '1')], '2026-06-02')?.state).toBe('statement');
  expect(trace(statement, [fact('2026-06-02', 'statement.acknowledged', '2')], '2026-09-30')?.state).toBe('breached');
});

test('what waits for records that the product cannot make yet is planned, also after the end', () => {
  const late = '2026-12-01';
  const state = (it: TraceableClause, facts: Fact[] = []) =>
    traceClauses({ clauses: [it] }, facts, calendar, late, { ...context, recordable: new Set(['a', 'b']) })[0];
  const notReady = { state: 'planned', reason: 'この条項の機能はまだ用意されていません。' };

  expect(state(clause({ rules: [by('x')] }))).toMatchObject(notReady);
  expect(state(clause({ evidence: [{ fact: 'x' }, { fact: ['y', 'z'] }] }))).toMatchObject(notReady);
  expect(state(clause({ evidence: [{ fact: 'x' }, { fact: 'a' }] }))?.state).toBe('unknown');
  // Whether the event happened cannot be known either.
  expect(state(clause({ rules: [{ type: 'without', trigger: { fact: 'x' }, required: [] }] }))).toMatchObject(notReady);
  expect(state(clause({ rules: [{ ...by('a'), when: [{ fact: 'x' }] }] }))).toMatchObject(notReady);

  const answered = { type: 'respond', trigger: { fact: 'a' }, response: { fact: 'x' } };
  expect(state(clause({ rules: [answered, by('b')] }), [fact('2026-06-05', 'b')])).toMatchObject(notReady);
  expect(state(clause({ rules: [answered, by('b')] }))?.state).toBe('breached');
  const waiver = fact('2026-06-05', 'obligation.waived', '1/r0/-');
  expect(state(clause({ rules: [by('x'), by('b')] }), [waiver, fact('2026-06-05', 'b')])?.state).toBe('met');
});
