import { describe, expect, test } from 'vitest';
import { createCalendar } from '../calendar/index.ts';
import { evaluate, RuleSchema, type ClauseRule, type Fact, type Obligation } from './index.ts';

const calendar = createCalendar();
const anchors = { contractDate: '2026-06-01', periodFrom: '2026-06-01', periodTo: '2027-03-31' };

let seq = 0;
function fact(
  day: string,
  kind: string,
  subject = 's',
  data: Record<string, unknown> = {},
  party = 'contractor',
): Fact {
  seq += 1;
  const actor = { accountId: null, party: party as Fact['actor']['party'], roles: [] };
  return { seq, at: `${day}T00:00:00.000Z`, day, engagementId: 'e', kind, subject, actor, data };
}

function bind(rule: unknown): ClauseRule {
  return { clause: '1', party: 'contractor', rule: RuleSchema.parse({ id: 'r', title: '作業', ...(rule as object) }) };
}

function run(rule: unknown, facts: Fact[], today: string): readonly Obligation[] {
  return evaluate([bind(rule)], facts, calendar, today, anchors);
}

const states = (rule: unknown, facts: Fact[], today: string): string[] => run(rule, facts, today).map((it) => it.state);

describe('by', () => {
  const plan = {
    type: 'by',
    fact: { fact: 'plan.approved' },
    due: { from: 'contractDate', span: { n: 14, unit: 'days' } },
  };

  test('passes through its states', () => {
    expect(states(plan, [], '2026-06-07')).toEqual(['not-due']);
    expect(states(plan, [], '2026-06-08')).toEqual(['due']);
    expect(states(plan, [], '2026-06-15')).toEqual(['due']);
    expect(states(plan, [], '2026-06-16')).toEqual(['breached']);
    expect(states(plan, [fact('2026-06-15', 'plan.approved')], '2026-06-20')).toEqual(['met']);
    expect(states(plan, [fact('2026-06-16', 'plan.approved')], '2026-06-20')).toEqual(['late']);
  });

  test('tells how the date came about and what is missing', () => {
    expect(run(plan, [], '2026-06-16')[0]).toMatchObject({
      key: '1/r/-',
      due: '2026-06-15',
      derivation: '契約締結日（令和8年6月1日）の翌日から起算して14日目：令和8年6月15日',
      missing: '期限の令和8年6月15日を過ぎましたが、「作業」の記録がありません。',
    });
  });

  test('the day on which it happened counts, not the day of recording', () => {
    const recordedLate = fact('2026-06-18', 'plan.approved', 's', { occurredOn: '2026-06-12' });
    expect(states(plan, [recordedLate], '2026-06-17')).toEqual(['breached']);
    expect(states(plan, [recordedLate], '2026-06-18')).toEqual(['met']);
  });

  test('owes one thing for every subject, and one at least', () => {
    const rule = { type: 'by', fact: { fact: 'a', key: 'd' }, per: { fact: 'n', key: 'ds' }, due: '2026-07-01' };
    const notified = fact('2026-06-02', 'n', 'x', { ds: ['d1', 'd2'] });
    const facts = [notified, fact('2026-06-03', 'a', 'y', { d: 'd2' })];
    expect(run(rule, facts, '2026-07-02').map((it) => [it.subject, it.state])).toEqual([
      ['d1', 'breached'],
      ['d2', 'met'],
    ]);
    expect(states(rule, [], '2026-07-02')).toEqual(['breached']);
    expect(states({ ...rule, expect: 'any' }, [], '2026-07-02')).toEqual([]);
  });

  test('a date that depends on a fact is open until the fact exists; early records do not count', () => {
    const rule = { type: 'by', fact: { fact: 'a' }, notBefore: '2026-06-20', due: { after: { fact: 'b' } } };
    expect(run(rule, [], '2027-01-01')[0]).toMatchObject({ state: 'not-due', due: null });
    expect(states(rule, [fact('2026-06-19', 'a'), fact('2026-06-25', 'b')], '2026-06-26')).toEqual(['breached']);
    expect(states(rule, [fact('2026-06-20', 'a'), fact('2026-06-25', 'b')], '2026-06-26')).toEqual(['met']);
  });

  test('beyond the holiday table the state is unknown, with the reason', () => {
    const rule = {
      type: 'by',
      fact: { fact: 'a' },
      due: { from: '2027-12-30', span: { n: 5, unit: 'business-days' } },
    };
    const [obligation] = run(rule, [], '2027-12-01');
    expect(obligation?.state).toBe('unknown');
    expect(obligation?.missing).toContain('2028年の祝日');
  });
});

describe('respond', () => {
  const minutes = {
    type: 'respond',
    trigger: { fact: 'hearing.held', where: { mode: { in: ['対面'] } } },
    response: { fact: 'minutes' },
    within: { n: 5, unit: 'business-days' },
  };

  test('five business days after the hearing, over the holidays', () => {
    const held = fact('2026-09-17', 'hearing.held', 'h1', { mode: '対面' });
    const mail = fact('2026-09-17', 'hearing.held', 'h2', { mode: 'メール' });
    expect(run(minutes, [held, mail], '2026-09-18')[0]).toMatchObject({
      subject: 'h1',
      due: '2026-09-29',
      state: 'due',
    });
    expect(states(minutes, [held, fact('2026-09-29', 'minutes', 'h1')], '2026-10-30')).toEqual(['met']);
    expect(states(minutes, [held, fact('2026-09-30', 'minutes', 'h1')], '2026-10-30')).toEqual(['late']);
    expect(states(minutes, [held, fact('2026-09-29', 'minutes', 'h9')], '2026-10-30')).toEqual(['breached']);
    expect(states(minutes, [held, fact('2026-09-16', 'minutes', 'h1')], '2026-10-30')).toEqual(['breached']);
  });

  test('every trigger of a subject wants its own answer', () => {
    const rule = { type: 'respond', trigger: { fact: 'a' }, response: { fact: 'b' }, within: { n: 2, unit: 'days' } };
    const facts = [fact('2026-06-01', 'a'), fact('2026-06-02', 'b'), fact('2026-06-10', 'a')];
    expect(run(rule, facts, '2026-06-20').map((it) => [it.key, it.state])).toEqual([
      ['1/r/s', 'met'],
      ['1/r/s/#2', 'breached'],
    ]);
  });

  test('the due day can stand in the trigger, and the span can run from a day in it', () => {
    const set = { type: 'respond', trigger: { fact: 'set' }, response: { fact: 'sent' }, dueAt: 'due' };
    expect(run(set, [fact('2026-06-01', 'set', 'd', { due: '2026-06-20' })], '2026-06-21')[0]).toMatchObject({
      due: '2026-06-20',
      state: 'breached',
    });
    const aware = { ...minutes, trigger: { fact: 'i' }, startAt: 'awareOn', within: { n: 1, unit: 'days' } };
    const noticed = fact('2026-06-05', 'i', 'i1', { awareOn: '2026-06-03' });
    expect(run(aware, [noticed], '2026-06-05')[0]).toMatchObject({ due: '2026-06-04', state: 'breached' });
  });

  test('combined keys: every member reads every instruction', () => {
    const rule = {
      type: 'respond',
      trigger: { fact: 'issued', key: ['subject', 'members'] },
      response: { fact: 'read', key: ['subject', 'member'] },
    };
    const facts = [
      fact('2026-06-01', 'issued', 'i1', { members: ['m1', 'm2'] }),
      fact('2026-06-02', 'read', 'i1', { member: 'm2' }),
    ];
    expect(run(rule, facts, '2026-06-03').map((it) => [it.subject, it.state])).toEqual([
      ['i1:m1', 'due'],
      ['i1:m2', 'met'],
    ]);
  });
});

describe('before and without', () => {
  test('material two opening days before the meeting', () => {
    const rule = {
      type: 'before',
      trigger: { fact: 'meeting' },
      required: { fact: 'material' },
      lead: { n: 2, unit: 'opening-days' },
    };
    const meeting = fact('2026-06-15', 'meeting', 'm');
    expect(run(rule, [meeting, fact('2026-06-11', 'material', 'm')], '2026-06-20')[0]).toMatchObject({
      due: '2026-06-11',
      state: 'met',
    });
    expect(states(rule, [meeting, fact('2026-06-12', 'material', 'm')], '2026-06-20')).toEqual(['late']);
    expect(states(rule, [meeting], '2026-06-20')).toEqual(['breached']);
  });

  test('without: not before all that is required, the same day counts', () => {
    const rule = {
      type: 'without',
      trigger: { fact: 'visit' },
      required: [{ fact: 'table' }, { fact: 'ok', party: 'city' }],
    };
    const visit = fact('2026-06-15', 'visit', 'v');
    const table = fact('2026-06-15', 'table', 'v');
    expect(states(rule, [table], '2026-06-20')).toEqual([]);
    expect(states(rule, [visit, table, fact('2026-06-15', 'ok', 'v', {}, 'city')], '2026-06-20')).toEqual(['met']);
    expect(states(rule, [visit, table, fact('2026-06-16', 'ok', 'v', {}, 'city')], '2026-06-20')).toEqual(['breached']);
    expect(states(rule, [visit, table, fact('2026-06-14', 'ok', 'v')], '2026-06-20')).toEqual(['breached']);
    expect(states({ type: 'without', trigger: { fact: 'visit' } }, [visit], '2026-06-20')).toEqual(['breached']);
  });
});

describe('recur and count', () => {
  test('one in every period, a period without open days asks for nothing', () => {
    const rule = { type: 'recur', fact: { fact: 'm' }, every: { unit: 'days', n: 14 } };
    const facts = [fact('2026-06-02', 'm'), fact('2026-06-29', 'm')];
    const result = run(rule, facts, '2026-07-13');
    expect(result.slice(0, 4).map((it) => [it.due, it.state])).toEqual([
      ['2026-06-14', 'met'],
      ['2026-06-28', 'breached'],
      ['2026-07-12', 'met'],
      ['2026-07-26', 'not-due'],
    ]);
    expect(result).toHaveLength(21);
    const days = { ...rule, every: { unit: 'days', n: 4 }, from: '2026-12-29', to: '2027-01-05' };
    expect(run(days, [], '2026-12-29').map((it) => it.due)).toEqual(['2027-01-05']);
  });

  test('at most ten a month', () => {
    const rule = { type: 'count', fact: { fact: 'c' }, max: 10, every: { unit: 'months' } };
    const ten = Array.from({ length: 10 }, (_, n) => fact('2026-06-03', 'c', `c${n}`));
    expect(states(rule, ten, '2026-07-02').slice(0, 2)).toEqual(['met', 'not-due']);
    expect(states(rule, [...ten, fact('2026-06-30', 'c', 'c11')], '2026-07-02')[0]).toBe('breached');
    expect(states(rule, [...ten, fact('2026-07-01', 'c', 'c11')], '2026-07-02')[0]).toBe('met');
  });

  test('a minimum of different values, per subject', () => {
    const rule = {
      type: 'count',
      fact: { fact: 'j', key: 'c' },
      per: { fact: 'd' },
      distinct: 'i',
      min: 2,
      due: '2026-07-01',
    };
    const facts = [
      fact('2026-06-01', 'd', 'c1'),
      fact('2026-06-01', 'd', 'c2'),
      fact('2026-06-02', 'j', 'a', { c: 'c1', i: 1 }),
      fact('2026-06-02', 'j', 'b', { c: 'c1', i: 2 }),
      fact('2026-06-02', 'j', 'c', { c: 'c2', i: 1 }),
      fact('2026-06-03', 'j', 'd', { c: 'c2', i: 1 }),
    ];
    expect(states(rule, facts, '2026-07-02')).toEqual(['met', 'breached']);
  });
});

describe('holds', () => {
  const team = {
    type: 'holds',
    all: [
      { fact: 'joined', endedBy: { fact: 'left' } },
      { fact: 'certificate', key: 'm', validFrom: 'from', validTo: 'to' },
      { fact: 'career', key: 'm' },
    ],
    from: '2026-06-10',
  };
  const certificate = (m: string, from: string, to: string | null): Fact =>
    fact('2026-06-02', 'certificate', `c-${m}`, { m, from, to });
  const base = [fact('2026-06-01', 'joined', 'm1'), fact('2026-06-01', 'career', 'm1', { m: 'm1' })];

  test('one person must satisfy everything at once', () => {
    const split = [fact('2026-06-01', 'joined', 'm2'), certificate('m2', '2020-01-01', null)];
    expect(states(team, [...base, ...split], '2026-07-01')).toEqual(['breached']);
    expect(states(team, [...base, ...split, fact('2026-06-09', 'career', 'm2', { m: 'm2' })], '2026-07-01')).toEqual([
      'met',
    ]);
  });

  test('an expiry is announced, then breached, and a renewal in time closes the gap', () => {
    const expiring = [...base, certificate('m1', '2020-01-01', '2026-08-31')];
    expect(run(team, expiring, '2026-07-01')[0]).toMatchObject({ state: 'not-due', due: '2026-08-31' });
    expect(states(team, expiring, '2026-08-25')).toEqual(['due']);
    expect(states(team, expiring, '2026-08-31')).toEqual(['due']);
    expect(states(team, expiring, '2026-09-01')).toEqual(['breached']);
    expect(states(team, [...expiring, certificate('m1', '2026-09-01', null)], '2026-10-01')).toEqual(['met']);
    expect(states(team, [...expiring, certificate('m1', '2026-09-02', null)], '2026-10-01')).toEqual(['breached']);
  });

  test('a member who leaves on the day the successor comes leaves no gap', () => {
    const facts = [...base, certificate('m1', '2020-01-01', null), fact('2026-08-03', 'left', 'm1')];
    const next = (day: string): Fact[] => [
      fact(day, 'joined', 'm2'),
      fact('2026-08-01', 'career', 'm2', { m: 'm2' }),
      certificate('m2', '2020-01-01', null),
    ];
    expect(states(team, facts, '2026-08-03')).toEqual(['breached']);
    expect(states(team, [...facts, ...next('2026-08-03')], '2026-09-01')).toEqual(['met']);
    expect(states(team, [...facts, ...next('2026-08-04')], '2026-09-01')).toEqual(['breached']);
  });

  test('everyone must satisfy it', () => {
    const all = { type: 'holds', every: { fact: 'joined' }, all: [{ fact: 'declared', key: 'm' }], from: '2026-06-10' };
    const declared = fact('2026-06-05', 'declared', 'x', { m: 'm1' });
    expect(states(all, [...base, declared], '2026-07-01')).toEqual(['met']);
    expect(states(all, [...base, declared, fact('2026-06-20', 'joined', 'm2')], '2026-07-01')).toEqual(['breached']);
    expect(states(all, [...base, declared], '2026-06-09')).toEqual(['not-due']);
  });
});

describe('content and participants', () => {
  test('the latest version counts', () => {
    const rule = { type: 'content', fact: { fact: 'draft' }, must: { fields: { includes: ['a', 'b'] } } };
    const first = fact('2026-06-01', 'draft', 'p', { fields: ['a'] });
    expect(run(rule, [first], '2026-06-02')[0]).toMatchObject({
      state: 'breached',
      missing: expect.stringContaining('fields'),
    });
    expect(states(rule, [first, fact('2026-06-01', 'draft', 'p', { fields: ['b', 'a'] })], '2026-06-02')).toEqual([
      'met',
    ]);
  });

  test('one of several forms', () => {
    const rule = {
      type: 'content',
      fact: { fact: 'd' },
      anyOf: [{ form: 'paper', paper: { in: ['A4'] } }, { form: 'email' }],
    };
    expect(states(rule, [fact('2026-06-01', 'd', 'x', { form: 'paper', paper: 'A5' })], '2026-06-02')).toEqual([
      'breached',
    ]);
    expect(states(rule, [fact('2026-06-01', 'd', 'x', { form: 'email' })], '2026-06-02')).toEqual(['met']);
  });

  test('two people, one of them qualified that day', () => {
    const rule = {
      type: 'participants',
      fact: { fact: 'survey' },
      min: 1,
      holding: [{ fact: 'certificate', key: 'm', validTo: 'to' }],
    };
    const facts = (day: string): Fact[] => [
      fact('2026-06-01', 'certificate', 'c', { m: 'm1', to: '2026-06-30' }),
      fact(day, 'survey', 'v', { participants: ['m1', { member: 'm2' }] }),
    ];
    expect(states(rule, facts('2026-06-30'), '2026-07-05')).toEqual(['met']);
    expect(states(rule, facts('2026-07-01'), '2026-07-05')).toEqual(['breached']);
    expect(states({ ...rule, min: 2, holding: [] }, facts('2026-07-01'), '2026-07-05')).toEqual(['met']);
  });
});

describe('when, unless and waivers', () => {
  const rule = { type: 'by', fact: { fact: 'a' }, per: { fact: 'n' }, due: '2026-06-30' };
  const subjects = [fact('2026-06-01', 'n', 'd1'), fact('2026-06-01', 'n', 'd2')];

  test('a rule sleeps until its condition', () => {
    const sleeping = { ...rule, when: [{ fact: 'w' }] };
    expect(states(sleeping, subjects, '2026-07-01')).toEqual([]);
    expect(states(sleeping, [...subjects, fact('2026-06-15', 'w', 'z')], '2026-07-01')).toEqual([
      'breached',
      'breached',
    ]);
  });

  test('an excuse frees its own subject, a waiver its own key', () => {
    const excused = { ...rule, unless: [{ fact: 'not-needed', party: 'city' }] };
    const facts = [
      ...subjects,
      fact('2026-06-15', 'not-needed', 'd1', {}, 'city'),
      fact('2026-06-15', 'not-needed', 'd2'),
    ];
    expect(states(excused, facts, '2026-07-01')).toEqual(['waived', 'breached']);
    const waived = [...facts, fact('2026-07-01', 'obligation.waived', '1/r/d2', { reason: '協議による' }, 'city')];
    expect(run(excused, waived, '2026-07-01').map((it) => [it.state, it.missing])).toEqual([
      ['waived', ''],
      ['waived', ''],
    ]);
    expect(states(excused, waived, '2026-06-30')).toEqual(['waived', 'due']);
  });

  test('the dates of the engagement come from its own fact', () => {
    const dated = { type: 'by', fact: { fact: 'a' }, due: { from: 'periodTo' } };
    const created = fact('2026-06-01', 'engagement.created', 'e', {
      contractDate: '2026-06-01',
      periodTo: '2026-12-28',
    });
    expect(evaluate([bind(dated)], [created], calendar, '2026-06-02')[0]?.due).toBe('2026-12-28');
    expect(evaluate([bind(dated)], [], calendar, '2026-06-02')[0]).toMatchObject({ due: null, state: 'not-due' });
  });
});

describe('corrections', () => {
  const cap = { type: 'count', fact: { fact: 'visit', where: { mode: 'on-site' } }, max: 1, distinct: 'subject' };

  test('a fact that another one corrects is not seen any more, in whatever order they arrive', () => {
    const [first, second] = [
      fact('2026-06-02', 'visit', 'a', { mode: 'on-site' }),
      fact('2026-06-03', 'visit', 'b', { mode: 'on-site' }),
    ];
    const correction = fact('2026-06-10', 'visit', 'c', { mode: 'by-phone', corrects: 'b' });
    expect(states(cap, [first, second], '2026-06-20')).toEqual(['breached']);
    expect(states(cap, [first, second, correction], '2026-06-20')).not.toEqual(['breached']);
    expect(states(cap, [correction, second, first], '2026-06-20')).not.toEqual(['breached']);
    // Before the correction was recorded, nobody knew better.
    expect(states(cap, [correction, second, first], '2026-06-09')).toEqual(['breached']);
  });

  test('a correction can be corrected, and another kind with the same subject is left alone', () => {
    const first = fact('2026-06-02', 'visit', 'a', { mode: 'by-phone' });
    const again = fact('2026-06-03', 'visit', 'b', { mode: 'on-site', corrects: 'a' });
    const last = fact('2026-06-04', 'visit', 'c', { mode: 'by-phone', corrects: 'b' });
    const owed = { type: 'by', fact: { fact: 'visit', where: { mode: 'on-site' } }, due: '2026-06-30' };
    expect(states(owed, [first, again], '2026-07-01')).toEqual(['met']);
    expect(states(owed, [first, again, last], '2026-07-01')).toEqual(['breached']);
    const other = fact('2026-06-05', 'call', 'd', { corrects: 'b' });
    expect(states(owed, [first, again, other], '2026-07-01')).toEqual(['met']);
  });
});
