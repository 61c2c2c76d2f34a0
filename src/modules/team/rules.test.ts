import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../core/calendar/index.ts';
import {
  type ExperienceCondition,
  parseSpecification,
  resolveSpecification,
  type TeamConditions,
} from '../../core/specification/index.ts';
import { ConditionsSchema } from '../../core/specification/conditions.ts';
import { readContent } from '../../kernel/content.ts';
import { coverageFrom, type Validity, yearsCovered } from './coverage.ts';
import { evaluateTeam } from './evaluate.ts';
import { countsAsExperience, type ExperienceRecord, judgeExperience, meetsExperience } from './experience.ts';
import { allSatisfied, type TeamRecords } from './team-records.ts';

const chiba = resolveSpecification(parseSpecification(readContent('specifications/chiba-2026.yaml')), {}).conditions
  .team;
if (chiba === undefined) throw new Error('the conditions of chiba-2026 are missing');
const conditions = chiba;
const [audits] = conditions.experience;
if (audits === undefined) throw new Error('the experience condition of chiba-2026 is missing');

/** Conditions as a specification states them, with the defaults of the schema. */
const asked = (team: Record<string, unknown>): TeamConditions => {
  const parsed = ConditionsSchema.parse({ team: { roles: ['監査人'], ...team } }).team;
  if (parsed === undefined) throw new Error('no conditions');
  return parsed;
};

const counted: ExperienceRecord = {
  kind: '監査',
  category: '市町村',
  population: 500_000,
  from: '2024-06-01',
  to: '2025-03-31',
  completed: true,
  activities: ['リスク評価', '対策の実施状況の評価', '改善提言'],
};
const verdict = (changes: Partial<ExperienceRecord>) => countsAsExperience({ ...counted, ...changes }, audits);

describe('countsAsExperience (7(3)イ, ※1, ※2)', () => {
  it('counts an audit of a city of exactly 500,000 that was completed in the period', () => {
    expect(verdict({})).toEqual({
      counted: true,
      clause: '7(3)イ',
      reason: '令和3年度から令和7年度までに完了した、対象となる団体の監査です。',
    });
  });

  it.each([
    [{ population: 499_999 }, '7(3)イ※1', '令和8年1月時点の人口が50万人に満たない市町村のため、実績に数えません。'],
    [
      { population: null },
      '7(3)イ※1',
      '市町村は令和8年1月時点の人口50万人以上に限られますが、人口が記録されていません。',
    ],
    [
      { category: '特別区', population: 400_000 },
      '7(3)イ※1',
      '令和8年1月時点の人口が50万人に満たない特別区のため、実績に数えません。',
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
      { id: A, name: '青木', roles: ['主任担当者', '監査人'], isLead: true },
      { id: B, name: '馬場', roles: ['監査人'], isLead: false },
    ],
    qualifications: [{ memberId: A, code: 'cisa', validFrom: '2020-01-01', validTo: '2027-12-31' }],
    experience: [{ ...counted, memberId: A }],
    careers: [],
    expertise: [],
    vendorTies: [],
    substitutes: [],
    credentials: [
      {
        type: 'service-list',
        field: '情報セキュリティ監査サービス分野',
        scope: '',
        validFrom: '2025-01-01',
        validTo: null,
        lastCheck: null,
      },
      { type: 'isms', field: null, scope: '', validFrom: '2024-01-01', validTo: '2027-03-31', lastCheck: null },
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
    expect(stateOf({ experience: [{ ...counted, memberId: B }] }, '7(3)-p1')).toBe('unsatisfied');
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

  it('warns early of what ends within 60 days', () => {
    const ending = (validTo: string) =>
      evaluateTeam(
        conditions,
        { ...base, qualifications: [{ memberId: A, code: 'cisa', validFrom: '2020-01-01', validTo }] },
        moment,
      ).find(({ title }) => title === '資格とその維持');
    expect(ending('2026-08-30')).toMatchObject({ clause: '7(3)-p2', state: 'attention', endsSoon: true });
    expect(ending('2026-08-31')).toMatchObject({ state: 'attention', endsSoon: false });
    expect(ending('2027-03-31')).toMatchObject({ clause: '7(3)ア', state: 'satisfied', endsSoon: false });
  });

  it('says nothing about what the specification does not ask for', () => {
    expect(evaluateTeam(asked({}), base, moment)).toEqual([]);
  });

  const one = (team: Record<string, unknown>, changes: Partial<TeamRecords>) => {
    const [result] = evaluateTeam(asked(team), { ...base, ...changes }, moment);
    return result;
  };

  it('wants a certificate of the office whose scope is on record (koganei 6(3))', () => {
    const firm = [{ clause: '6(3)①', type: 'iso9001', name: 'ISO9001の認証', scope: '従事者が所属する事業所' }];
    const certificate = { type: 'iso9001', field: null, validFrom: '2025-01-01', validTo: null, lastCheck: null };
    expect(one({ firm }, { credentials: [{ ...certificate, scope: ' ' }] })).toMatchObject({
      state: 'unsatisfied',
      explanation: expect.stringContaining('範囲が記録されていません'),
    });
    expect(one({ firm }, { credentials: [{ ...certificate, scope: '本社監査部' }] })?.state).toBe('satisfied');
  });

  it('wants exactly one project manager (kyoto 6(2))', () => {
    const team = { roles: ['PM'], appointed: [{ clause: '6(2)', role: 'PM', min: 1, max: 1 }] };
    const members = base.members.map((member) => ({ ...member, roles: ['PM'] }));
    expect(one(team, { members })?.explanation).toContain('PMは1人までですが、青木、馬場の2人');
    expect(one(team, { members: members.slice(0, 1) })?.state).toBe('satisfied');
    expect(one(team, {})?.explanation).toContain('PMが1人必要ですが、0人です');
  });

  it('wants practice of every member and more of the manager (kyoto 6(4))', () => {
    const team = {
      careers: [{ id: 'it', clause: '6(4)-p1', field: '情報システム分野', minYears: 5 }],
      people: [{ id: 'all', clause: '6(4)-p1', title: '実務経験', every: true, career: 'it' }],
    };
    const years = (a: number, b: number) => [
      { memberId: A, field: '情報システム分野', years: a },
      { memberId: B, field: '情報システム分野', years: b },
    ];
    expect(one(team, { careers: years(12, 5) })?.state).toBe('satisfied');
    expect(one(team, { careers: years(12, 4.9) })).toMatchObject({
      state: 'unsatisfied',
      members: [A],
      explanation: expect.stringContaining('確かめられない者：馬場'),
    });
  });

  it('takes one of the fields of expertise, or all of them (kyoto 6(4)-p2, fukuoka 9(3)-p3)', () => {
    const any = [{ id: 'x', clause: 'a', title: '知見', every: true, anyExpertise: ['調達', '監査'] }];
    const both = [{ id: 'x', clause: 'a', title: '知見', allExpertise: ['調達', '監査'] }];
    const split = [
      { memberId: A, fields: ['調達'] },
      { memberId: B, fields: ['監査'] },
    ];
    expect(one({ people: any }, { expertise: split })?.state).toBe('satisfied');
    expect(one({ people: both }, { expertise: split })?.state).toBe('unsatisfied');
    expect(one({ people: both }, { expertise: [...split, { memberId: A, fields: ['監査'] }] })?.members).toEqual([A]);
  });

  it('lets one person serve two conditions, and keeps the shortest validity where each must hold one', () => {
    const people = [
      { id: 'audit', clause: 'p6', title: '監査分野', anyQualification: ['cisa'] },
      { id: 'network', clause: 'p7', title: 'ネットワーク', anyQualification: ['network-specialist'] },
    ];
    const qualifications = [
      { memberId: A, code: 'cisa', validFrom: '2020-01-01', validTo: '2026-12-31' },
      { memberId: A, code: 'network-specialist', validFrom: '2015-01-01', validTo: null },
      { memberId: B, code: 'cisa', validFrom: '2020-01-01', validTo: '2026-10-31' },
    ];
    const results = evaluateTeam(asked({ people }), { ...base, qualifications }, moment);
    expect(results.map(({ state, members, endsOn }) => [state, members, endsOn])).toEqual([
      ['attention', [A, B], '2026-12-31'],
      ['satisfied', [A], null],
    ]);
    const every = [{ ...people[0], every: true }];
    expect(one({ people: every }, { qualifications })?.endsOn).toBe('2026-10-31');
  });

  it('asks for somebody who stands in, of the lead or of everyone (tokubetsuku 4(1)-p1)', () => {
    const lead = { clause: 'l', role: '主任担当者' };
    const named = (of: 'lead' | 'everyone', substitutes: TeamRecords['substitutes'], more: Partial<TeamRecords> = {}) =>
      evaluateTeam(asked({ lead, substitutes: { clause: 's', of } }), { ...base, substitutes, ...more }, moment).find(
        ({ clause }) => clause === 's',
      );
    const forLead = [{ memberId: A, substituteId: B }];
    expect(named('lead', [])?.state).toBe('unsatisfied');
    expect(named('lead', [])?.explanation).toContain('青木に代わる人');
    expect(named('lead', forLead)).toMatchObject({ state: 'satisfied', members: [A] });
    expect(named('everyone', forLead)?.explanation).toContain('馬場に代わる人');
    expect(named('everyone', [...forLead, { memberId: B, substituteId: A }])?.state).toBe('satisfied');
    // Who has left stands in for nobody.
    expect(named('lead', forLead, { members: base.members.filter(({ id }) => id === A) })?.state).toBe('unsatisfied');
    expect(named('lead', forLead, { members: [] })?.explanation).toContain('主任担当者を選任し');
  });

  it('asks for ties to vendors where independence is from them (kyoto 4(2))', () => {
    const team = { independence: { clause: '4(2)', from: 'vendors' } };
    expect(one(team, {})?.explanation).toContain('利害関係の有無を申告してください');
    const free = [A, B].map((memberId) => ({ memberId, tied: false }));
    expect(one(team, { vendorTies: free })?.state).toBe('satisfied');
    expect(one(team, { vendorTies: [{ memberId: A, tied: true }, ...free.slice(1)] })?.state).toBe('unsatisfied');
  });
});

describe('experience of further specifications', () => {
  const years: ExperienceCondition = {
    id: 'three',
    clause: '6(1)',
    title: '3年以上の実績',
    kinds: ['監査', 'コンサルティング'],
    minYears: 3,
    categories: [],
    activityGroups: [],
  };
  const work = (from: string, to: string, changes: Partial<ExperienceRecord> = {}) => ({
    ...counted,
    from,
    to,
    ...changes,
  });

  it('adds stretches up, an overlapping day once, and counts work that goes on (koganei 6(1))', () => {
    const first = work('2021-04-01', '2023-03-31');
    const overlapping = work('2022-04-01', '2023-09-30', { kind: 'コンサルティング' });
    const going = work('2023-10-01', '2024-12-31', { completed: false });
    expect(meetsExperience([first, overlapping], years, '2026-06-01')).toEqual({ met: false, years: 2.5 });
    expect(meetsExperience([first, overlapping, going], years, '2026-06-01').met).toBe(true);
    expect(meetsExperience([first, overlapping, going], years, '2024-03-29').met).toBe(false);
    expect(meetsExperience([first, overlapping, going], years, '2024-03-31').met).toBe(true);
  });

  it('wants finished work where no length is asked for', () => {
    const { minYears: _, ...plain } = years;
    expect(countsAsExperience(work('2024-01-01', '2024-12-31', { completed: false }), plain).counted).toBe(false);
  });

  it('names every condition that the work serves, and the kind that none asks for', () => {
    const policy = { ...years, id: 'policy', clause: '9(3)-p1', kinds: ['ポリシー策定支援'] };
    expect(judgeExperience(work('2024-01-01', '2024-12-31'), [years, policy])).toMatchObject({ counts: ['three'] });
    expect(judgeExperience({ ...counted, kind: 'その他の業務' }, [years, policy])).toMatchObject({
      counted: false,
      counts: [],
      clause: '6(1)',
    });
    expect(judgeExperience(counted, [])).toMatchObject({ counted: false, clause: '' });
  });

  it('measures years like a count of single days', () => {
    const stretch = fc
      .tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: -1, max: 900 }))
      .map(([start, length]) => ({ from: addDays('2010-01-01', start), to: addDays('2010-01-01', start + length) }));
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 5 }), (stretches) => {
        let days = 0;
        for (let n = 0; n < 3901; n += 1) {
          const day = addDays('2010-01-01', n);
          if (stretches.some(({ from, to }) => from <= day && day <= to)) days += 1;
        }
        expect(yearsCovered(stretches)).toBe(Math.floor(((days + 1) / 365.25) * 100) / 100);
      }),
      { numRuns: 20 },
    );
  });
});
