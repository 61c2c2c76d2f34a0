import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../core/calendar/index.ts';
import { teamConditionsOf } from './conditions.ts';
import { allSatisfied, evaluateTeam, type TeamRecords } from './evaluate.ts';
import { countsAsExperience, coverageFrom, type ExperienceRecord, type Validity } from './rules.ts';

const found = teamConditionsOf('chiba-2026');
if (found === null) throw new Error('the conditions of chiba-2026 are missing');
const conditions = found;

const counted: ExperienceRecord = {
  category: '市町村',
  population: 500_000,
  from: '2024-06-01',
  to: '2025-03-31',
  completed: true,
  activities: ['リスク評価', '対策の実施状況の評価', '改善提言'],
};
const verdict = (changes: Partial<ExperienceRecord>) =>
  countsAsExperience({ ...counted, ...changes }, conditions.experience);

describe('countsAsExperience (7(3)イ, ※1, ※2)', () => {
  it('counts an audit of a city of exactly 500,000 that was completed in the period', () => {
    expect(verdict({})).toEqual({
      counted: true,
      clause: '7(3)イ',
      reason: '令和3年度から令和7年度までに完了した、対象となる団体の監査です。',
    });
  });

  it.each([
    [{ population: 499_999 }, '7(3)イ※1', '2026年1月時点の人口が50万人に満たない市町村のため、実績に数えません。'],
    [
      { population: null },
      '7(3)イ※1',
      '市町村は2026年1月時点の人口50万人以上に限られますが、人口が記録されていません。',
    ],
    [
      { category: '特別区', population: 400_000 },
      '7(3)イ※1',
      '2026年1月時点の人口が50万人に満たない特別区のため、実績に数えません。',
    ],
    [{ category: '組合', population: 9_000_000 }, '7(3)イ※1', '組合は、実績として認める団体に含まれません。'],
    [{ category: '財産区' }, '7(3)イ※1', '財産区は、実績として認める団体に含まれません。'],
    [{ completed: false }, '7(3)イ', '監査が完了していないため、実績に数えません。'],
    [{ to: '2026-04-01' }, '7(3)イ', '監査の完了が令和3年度から令和7年度までの期間にないため、実績に数えません。'],
    [
      { from: '2020-06-01', to: '2021-03-31' },
      '7(3)イ',
      '監査の完了が令和3年度から令和7年度までの期間にないため、実績に数えません。',
    ],
    [
      { activities: ['リスク評価', '改善提言'] },
      '7(3)イ※2',
      '業務の内容に「対策の実施状況の評価」が含まれないため、実績に数えません。',
    ],
    [
      { activities: ['リスク評価', '対策の実施状況の評価'] },
      '7(3)イ※2',
      '業務の内容に「課題の抽出、改善提言その他の助言」が含まれないため、実績に数えません。',
    ],
  ])('refuses %o', (changes, clause, reason) => {
    expect(verdict(changes)).toEqual({ counted: false, clause, reason });
  });

  it.each(['国', '都道府県', '指定都市'])('counts %s whatever its population', (category) => {
    expect(verdict({ category, population: null }).counted).toBe(true);
  });

  it('counts the first and the last day of the period, and an audit begun before it', () => {
    expect(verdict({ from: '2020-10-01', to: '2021-04-01' }).counted).toBe(true);
    expect(verdict({ to: '2026-03-31' }).counted).toBe(true);
  });
});

describe('coverageFrom', () => {
  it('joins a renewal that begins the day after, and stops at a gap', () => {
    const first = { validFrom: '2024-01-01', validTo: '2026-08-31' };
    expect(coverageFrom([first, { validFrom: '2026-09-01', validTo: '2029-08-31' }], '2026-06-01')).toEqual({
      covered: true,
      until: '2029-08-31',
    });
    expect(coverageFrom([first, { validFrom: '2026-09-02', validTo: null }], '2026-06-01')).toEqual({
      covered: true,
      until: '2026-08-31',
    });
  });

  it('agrees with looking at every single day', () => {
    const base = '2026-06-01';
    const validity = fc
      .tuple(fc.integer({ min: -20, max: 40 }), fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 9 }))
      .map(([start, length, open]): Validity => {
        const validFrom = addDays(base, start);
        return { validFrom, validTo: open === 0 ? null : addDays(validFrom, length) };
      });
    fc.assert(
      fc.property(fc.array(validity, { maxLength: 6 }), (validities) => {
        const valid = (day: string) =>
          validities.some(({ validFrom, validTo }) => validFrom <= day && (validTo === null || validTo >= day));
        const coverage = coverageFrom(validities, base);
        expect(coverage.covered).toBe(valid(base));
        if (!coverage.covered) return;
        let last = base;
        while (valid(addDays(last, 1)) && last < '2027-01-01') last = addDays(last, 1);
        if (coverage.until === null) expect(last).toBe('2027-01-01');
        else expect(coverage.until).toBe(last);
      }),
    );
  });
});

describe('evaluateTeam', () => {
  const A = 'a';
  const B = 'b';
  const base: TeamRecords = {
    members: [
      { id: A, name: '青木', isLead: true },
      { id: B, name: '馬場', isLead: false },
    ],
    qualifications: [{ memberId: A, code: 'cisa', validFrom: '2020-01-01', validTo: '2027-12-31' }],
    experience: [{ memberId: A, counted: true }],
    credentials: [
      {
        type: 'service-list',
        field: '情報セキュリティ監査サービス分野',
        validFrom: '2025-01-01',
        validTo: null,
        lastCheck: null,
      },
      { type: 'isms', field: null, validFrom: '2024-01-01', validTo: '2027-03-31', lastCheck: null },
    ],
    declarations: [
      { memberId: A, departmentId: 'd', involved: false },
      { memberId: B, departmentId: 'd', involved: false },
    ],
    auditedDepartments: ['d'],
  };
  const moment = { today: '2026-07-01', periodTo: '2027-03-31' };
  const stateOf = (changes: Partial<TeamRecords>, clause: string) =>
    evaluateTeam(conditions, { ...base, ...changes }, moment).find((result) => result.clause === clause)?.state;

  it('is satisfied in every condition', () => {
    const results = evaluateTeam(conditions, base, moment);
    expect(results.map(({ clause, state }) => [clause, state])).toEqual([
      ['7(1)', 'satisfied'],
      ['7(2)-p1', 'satisfied'],
      ['7(3)-p1', 'satisfied'],
      ['7(3)ア', 'satisfied'],
      ['7(3)イ', 'satisfied'],
      ['7(4)', 'satisfied'],
      ['8(1)-p2', 'satisfied'],
    ]);
    expect(allSatisfied(results)).toBe(true);
  });

  it('does not let two persons with one half each pass', () => {
    expect(stateOf({ experience: [{ memberId: B, counted: true }] }, '7(3)-p1')).toBe('unsatisfied');
  });

  it('does not accept a qualification outside the list', () => {
    const qualifications = [{ memberId: A, code: 'cissp', validFrom: '2020-01-01', validTo: null }];
    expect(stateOf({ qualifications }, '7(3)ア')).toBe('unsatisfied');
  });

  it('refuses another field of the service list and a firm that has vanished from it', () => {
    const [listed, isms] = base.credentials;
    if (listed === undefined || isms === undefined) throw new Error('two credentials expected');
    expect(stateOf({ credentials: [{ ...listed, field: '脆弱性診断サービス分野' }, isms] }, '7(1)')).toBe(
      'unsatisfied',
    );
    expect(stateOf({ credentials: [{ ...listed, lastCheck: 'absent' }, isms] }, '7(1)')).toBe('unsatisfied');
  });

  it('warns of a certificate that ends inside the contract, until it is renewed', () => {
    const [listed, isms] = base.credentials;
    if (listed === undefined || isms === undefined) throw new Error('two credentials expected');
    const ending = { ...isms, validTo: '2026-10-31' };
    expect(stateOf({ credentials: [listed, ending] }, '7(2)-p2')).toBe('attention');
    const renewed = { ...isms, validFrom: '2026-11-01', validTo: '2029-10-31' };
    expect(stateOf({ credentials: [listed, ending, renewed] }, '7(2)-p1')).toBe('satisfied');
  });

  it('names the member who manages an audited asset, and the one who has not declared', () => {
    const involved = [...base.declarations.slice(0, 1), { memberId: B, departmentId: 'd', involved: true }];
    expect(stateOf({ declarations: involved }, '7(4)')).toBe('unsatisfied');
    const silent = evaluateTeam(conditions, { ...base, declarations: base.declarations.slice(0, 1) }, moment);
    expect(silent.find(({ clause }) => clause === '7(4)')?.explanation).toContain('馬場の申告がまだありません');
  });

  it('asks for exactly one lead', () => {
    expect(stateOf({ members: base.members.map((member) => ({ ...member, isLead: false })) }, '8(1)-p2')).toBe(
      'unsatisfied',
    );
  });
});
