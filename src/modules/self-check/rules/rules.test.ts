import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asset, selfCheckForm, selfCheckSheet, surveySheet } from '../../../core/assessment/testing/sheets.ts';
import { analyse, compareYears } from './analysis.ts';
import { contradictionsOf } from './contradictions.ts';
import { proposeDepartments, type ProposalCandidate } from './proposal.ts';
import {
  contributions,
  DEFAULT_WEIGHTS,
  explain,
  rankDepartments,
  RISK_FACTORS,
  type RiskPoints,
  riskValue,
  type RiskWeights,
  sensitivity,
} from './risk-value.ts';
import { dayInTime, isLate, progressOf, refuseSubmission, reminderTime, stateAfter } from './submission.ts';

const perFactor = <T>(value: fc.Arbitrary<T>) =>
  fc.record(Object.fromEntries(RISK_FACTORS.map(({ id }) => [id, value]))) as fc.Arbitrary<never>;
const points: fc.Arbitrary<RiskPoints> = perFactor(fc.double({ min: 0, max: 1, noNaN: true }));
const weights: fc.Arbitrary<RiskWeights> = perFactor(fc.integer({ min: 0, max: 100 }));
const factor = fc.constantFrom(...RISK_FACTORS.map(({ id }) => id));
const all = (value: number | null): RiskPoints =>
  Object.fromEntries(RISK_FACTORS.map(({ id }) => [id, value])) as RiskPoints;

describe('the risk value', () => {
  it('is 0 without any risk and 100 with all of it; the default weights add up to 100', () => {
    expect(riskValue(all(0), DEFAULT_WEIGHTS)).toBe(0);
    expect(riskValue(all(1), DEFAULT_WEIGHTS)).toBeCloseTo(100);
    expect(Object.values(DEFAULT_WEIGHTS).reduce((sum, weight) => sum + weight, 0)).toBe(100);
  });

  it('stays between 0 and 100 and never falls when a factor gets worse', () => {
    fc.assert(
      fc.property(points, weights, factor, fc.double({ min: 0, max: 1, noNaN: true }), (before, by, id, rise) => {
        const worse = { ...before, [id]: Math.max(before[id] ?? 0, rise) };
        const [low, high] = [riskValue(before, by), riskValue(worse, by)];
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(100);
        expect(high).toBeGreaterThanOrEqual(low - 1e-9);
      }),
    );
  });

  it('is the sum of its explained parts', () => {
    fc.assert(
      fc.property(points, weights, (of, by) => {
        const parts = contributions(of, by);
        expect(parts.reduce((sum, { part }) => sum + part, 0)).toBeCloseTo(riskValue(of, by), 6);
      }),
    );
  });

  it('rests on the self-check alone when nothing else was asked', () => {
    expect(riskValue({ ...all(null), gap: 0.25 }, DEFAULT_WEIGHTS)).toBe(25);
  });

  it('ranks the same in whatever order departments come', () => {
    fc.assert(
      fc.property(fc.array(points, { maxLength: 12 }), weights, (list, by) => {
        const candidates = list.map((of, index) => ({ departmentId: `d${index}`, points: of }));
        const ranked = rankDepartments(candidates, by);
        expect(rankDepartments(candidates.toReversed(), by)).toEqual(ranked);
        expect(ranked.every(({ value }, index) => index === 0 || value <= (ranked[index - 1]?.value ?? 0))).toBe(true);
      }),
    );
  });

  it('gives equal values the same rank', () => {
    const ranked = rankDepartments(
      [
        { departmentId: 'b', points: all(0.5) },
        { departmentId: 'a', points: all(0.5) },
        { departmentId: 'c', points: all(0.1) },
      ],
      DEFAULT_WEIGHTS,
    );
    expect(ranked.map(({ departmentId, rank }) => [departmentId, rank])).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 3],
    ]);
  });

  it('says which weight decides over the last place', () => {
    const candidates = [
      { departmentId: 'gap', points: { ...all(0), gap: 0.305 } },
      { departmentId: 'amount', points: { ...all(0), amount: 1 } },
    ];
    expect(rankDepartments(candidates, DEFAULT_WEIGHTS)[0]?.departmentId).toBe('gap');
    const changes = sensitivity(candidates, DEFAULT_WEIGHTS, 1);
    expect(changes.map((change) => [change.factor, change.direction])).toEqual([
      ['gap', 'down'],
      ['amount', 'up'],
    ]);
    expect(changes[0]).toMatchObject({ entering: ['amount'], leaving: ['gap'] });
  });

  it('is explained by what is missing and what is at stake', () => {
    const sentences = explain({ ...all(0), gap: 0.5, amount: 1 }, DEFAULT_WEIGHTS, { notDone: 7, grave: 3 });
    expect(sentences).toEqual([
      '自己点検では7項目を実施しておらず、そのうち重大な項目は3項目です（20点）。',
      '予備調査では、「情報の量」12点がリスク値を押し上げています。',
    ]);
    expect(explain(all(0), DEFAULT_WEIGHTS, { notDone: 0, grave: 0 })).toHaveLength(1);
  });
});

describe('the proposal', () => {
  const candidate = (rank: number, bureauId: string, matchesTheme = false): ProposalCandidate => ({
    departmentId: `d${rank}`,
    bureauId,
    value: 100 - rank,
    rank,
    matchesTheme,
  });
  const ids = (ranked: readonly ProposalCandidate[]) =>
    proposeDepartments(ranked, 4).map(({ departmentId }) => departmentId);

  it('takes one department of each bureau from the top', () => {
    const ranked = ['a', 'a', 'b', 'c', 'a', 'd', 'e'].map((bureau, index) =>
      candidate(index + 1, bureau, index === 0),
    );
    expect(ids(ranked)).toEqual(['d1', 'd3', 'd4', 'd6']);
  });

  it('fills up from the ranking when bureaus run out', () => {
    const ranked = ['a', 'a', 'a', 'b', 'b'].map((bureau, index) => candidate(index + 1, bureau, true));
    expect(ids(ranked)).toEqual(['d1', 'd2', 'd3', 'd4']);
    expect(ids(ranked.slice(0, 2))).toEqual(['d1', 'd2']);
    expect(ids([])).toEqual([]);
  });

  it('keeps a place for the focus theme and says why', () => {
    const ranked = Array.from({ length: 12 }, (_, index) => candidate(index + 1, `b${index}`, index === 10));
    const proposed = proposeDepartments(ranked, 4);
    expect(proposed.map(({ departmentId }) => departmentId)).toEqual(['d1', 'd2', 'd3', 'd11']);
    expect(proposed.at(-1)).toMatchObject({ basis: ['重点テーマ'], reason: expect.stringContaining('12課中11位') });
  });
});

describe('submission', () => {
  const place = { state: 'waiting', revision: 0, due: '2026-07-31', closed: false } as const;
  const attempt = { opens: '2026-07-01', today: '2026-07-31', dayInTime: '2026-07-31', expectedRevision: 0, own: true };
  it.each([
    ['on the due day', {}, {}, null],
    ['the day after', {}, { today: '2026-08-01', dayInTime: '2026-08-01' }, 'deadline.passed'],
    ['within the minutes of grace', {}, { today: '2026-08-01' }, null],
    ['before the opening', {}, { today: '2026-06-30' }, 'state.refused'],
    ['of another department', {}, { own: false }, 'permission.refused'],
    ['to a closed campaign', { closed: true }, {}, 'state.refused'],
    ['of an older revision', { revision: 1 }, {}, 'record.stale'],
    [
      'after reopening',
      { due: '2026-08-10', state: 'reopened' as const },
      { today: '2026-08-10', dayInTime: '2026-08-10' },
      null,
    ],
  ])('%s', (_, standing, trying, expected) => {
    const refusal = refuseSubmission({ ...place, ...standing }, { ...attempt, ...trying });
    expect(refusal?.code ?? null).toBe(expected);
  });

  it('counts as of the day before for the minutes of grace, and not a second longer', () => {
    expect(dayInTime(new Date('2026-07-31T14:59:59.999Z'), 0)).toBe('2026-07-31');
    expect(dayInTime(new Date('2026-07-31T15:00:00.000Z'), 0)).toBe('2026-08-01');
    expect(dayInTime(new Date('2026-07-31T15:04:59.999Z'), 5)).toBe('2026-07-31');
    expect(dayInTime(new Date('2026-07-31T15:05:00.000Z'), 5)).toBe('2026-08-01');
  });

  it('needs approval of staff answers only where the campaign asks', () => {
    expect(stateAfter(true, { head: false, onPaper: false })).toBe('awaiting-approval');
    expect(stateAfter(true, { head: true, onPaper: false })).toBe('submitted');
    expect(stateAfter(true, { head: false, onPaper: true })).toBe('submitted');
    expect(stateAfter(false, { head: false, onPaper: false })).toBe('submitted');
  });

  it('is in progress while there is a draft of the present revision', () => {
    expect(progressOf(place, 0)).toBe('in-progress');
    expect(progressOf(place, null)).toBe('not-started');
    expect(progressOf({ state: 'reopened', revision: 1 }, 1)).toBe('reopened');
    expect(isLate(place, '2026-08-01')).toBe(true);
    expect(isLate({ ...place, state: 'submitted' }, '2026-08-01')).toBe(false);
  });

  it('is reminded at nine in the morning, three days before', () => {
    expect(reminderTime('2026-08-01').toISOString()).toBe('2026-07-29T00:00:00.000Z');
  });
});

describe('contradictions', () => {
  const noneThere = { value: 'not-applicable', reason: 'ないため' };
  const rules = (check: Parameters<typeof selfCheckSheet>[0], survey: Parameters<typeof surveySheet>[0]) =>
    contradictionsOf(selfCheckSheet(check), surveySheet(survey)).map(({ rule }) => rule);
  const assets = (...rows: readonly object[]) => ({
    'asset-table': { value: rows.map((row) => ({ ...asset, ...row })) },
  });

  it.each([
    ['taking-out', { 'asset-takeout-permission': noneThere }, assets({ 'taking-out': true })],
    ['removable-media', { 'place-media': noneThere }, assets({ medium: ['paper', 'removable'] })],
    ['server-room', { 'place-server-room': noneThere }, { 'server-room': { value: 'office' } }],
    ['external-service', { 'cloud-approval': noneThere }, { 'external-service-use': { value: 'yes' } }],
    ['service-register', {}, { 'external-service-table': { value: [{ 'in-register': false }] } }],
    ['outsourcing', { 'outsourcing-contract': noneThere }, assets({ outsourced: true })],
    ['locked-storage', {}, assets({ storage: 'open-shelf' })],
  ])('%s', (rule, check, survey) => {
    expect(rules(check, survey)).toEqual([rule]);
    expect(rules(check, {})).toEqual([]);
  });
});

describe('analysis', () => {
  const sheet = (departmentId: string, bureauName: string, answers = selfCheckSheet()) => ({
    departmentId,
    bureauName,
    answers,
  });
  const no = { value: 'no', reason: '準備中のため' };

  it('counts answers and finds what is weak', () => {
    const result = analyse(selfCheckForm, [
      sheet('a', '甲局'),
      sheet(
        'b',
        '乙局',
        selfCheckSheet({ 'asset-pledge': no, 'asset-register': { value: 'no', alternative: '代わり' } }),
      ),
      sheet(
        'c',
        '乙局',
        selfCheckSheet({ 'asset-pledge': no, 'place-server-room': { value: 'not-applicable', reason: 'ない' } }),
      ),
    ]);
    const item = (id: string) => result.items.find((one) => one.id === id);
    expect(item('asset-pledge')).toMatchObject({ yes: 1, no: 2, withAlternative: 0, rate: 33.3 });
    expect(item('asset-register')).toMatchObject({ yes: 2, no: 1, withAlternative: 1, rate: 83.3 });
    expect(item('place-server-room')).toMatchObject({ yes: 2, notApplicable: 1, rate: 100 });
    expect(result.weak).toEqual(['asset-pledge', 'asset-register']);
    expect(result.bureaus.map(({ name, departments }) => [name, departments])).toEqual([
      ['乙局', 2],
      ['甲局', 1],
    ]);
    expect(result.spread.map(({ departments }) => departments)).toEqual([0, 0, 0, 0, 2, 1]);
  });

  it('has no rates without answers', () => {
    expect(analyse(selfCheckForm, [])).toMatchObject({ answered: 0, points: null, weak: [], bureaus: [] });
  });

  it('compares only items of the same meaning', () => {
    const before = analyse(selfCheckForm, [sheet('a', '甲局', selfCheckSheet({ 'asset-pledge': no }))]);
    const after = analyse(selfCheckForm, [sheet('a', '甲局')]);
    const changed = {
      ...after,
      items: after.items.map((item) => (item.id === 'asset-register' ? { ...item, revision: 2 } : item)),
    };
    const years = compareYears(before, changed);
    expect(years).toHaveLength(29);
    expect(years.find(({ id }) => id === 'asset-pledge')).toEqual({ id: 'asset-pledge', before: 0, after: 100 });
  });
});
