import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { selfCheckForm, selfCheckSheet } from '../../../core/assessment/testing/sheets.ts';
import { questionnaireItems } from '../../../core/content-schema/index.ts';
import { adviceOf } from './advice.ts';
import { type PlanCandidate, planAudits, type PlanConditions } from './audit-plan.ts';
import { againstEvidence, againstLastYear, type JudgedCheck } from './contradictions.ts';
import { correlate, spearman } from './correlation.ts';
import { type Answered, groupResults, itemRows, weakItems } from './distribution.ts';
import { askForEvidence, proposeItems, type ProposalMaterial } from './item-proposals.ts';
import { uniformSheets } from './straight-line.ts';
import { groupByTheme } from './themes.ts';
import { compareYears } from './years.ts';

const no = (reason = '準備中のため。') => ({ value: 'no', reason });
const na = { value: 'not-applicable', reason: 'ないため。' };
const sheet = (id: string, answers = selfCheckSheet(), bureauName = '総務局'): Answered => ({
  id,
  departmentId: id,
  departmentName: `課${id}`,
  bureauName,
  answers,
});
const many = (count: number, answers = selfCheckSheet()): Answered[] =>
  Array.from({ length: count }, (_, index) => sheet(`d${index}`, answers));

describe('distributions', () => {
  it('name the weakest items, the graver first, and never figures of a few', () => {
    const sheets = [...many(4, selfCheckSheet({ 'asset-labelling': no(), 'asset-locked-storage': no() })), sheet('x')];
    const weak = weakItems(itemRows(selfCheckForm, sheets, 5));
    expect(weak.map(({ id, rate }) => [id, rate])).toEqual([
      ['asset-locked-storage', 20],
      ['asset-labelling', 20],
    ]);
    expect(itemRows(selfCheckForm, sheets, 6).every(({ hidden, rate }) => hidden && rate === null)).toBe(true);
  });

  it('do not depend on the order of the sheets', () => {
    const sheets = Array.from({ length: 12 }, (_, index) =>
      sheet(`d${index}`, selfCheckSheet(index % 2 === 0 ? { 'asset-pledge': no() } : {}), `局${index % 2}`),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(sheets, { minLength: 12 }), (shuffled) => {
        expect(groupResults(selfCheckForm, shuffled, 5)).toEqual(groupResults(selfCheckForm, sheets, 5));
        expect(itemRows(selfCheckForm, shuffled, 5)).toEqual(itemRows(selfCheckForm, sheets, 5));
      }),
      { numRuns: 20 },
    );
  });
});

describe('uniform sheets', () => {
  it('are all はい, with the chance that it happens by itself', () => {
    const sheets = [sheet('yes'), ...many(9, selfCheckSheet({ 'asset-pledge': no(), 'asset-register': no() }))];
    const found = uniformSheets(selfCheckForm, sheets, 10);
    expect(found).toMatchObject([{ id: 'yes', kind: 'all-yes', count: 30 }]);
    expect(found[0]?.chance).toBeLessThan(0.05);
    expect(found[0]?.message).toContain('証拠となる資料を確かめてください。');
    const [usual] = uniformSheets(selfCheckForm, many(40), 10);
    expect(usual?.message).toContain('珍しい回答とはいえません。');
    expect(uniformSheets(selfCheckForm, sheets, 31)).toEqual([]);
  });

  it('write the same explanation five times', () => {
    const items = questionnaireItems(selfCheckForm).slice(0, 5);
    const same = selfCheckSheet(
      Object.fromEntries(items.map(({ id }) => [id, no('担当者が異動したため、できていません。')])),
    );
    expect(uniformSheets(selfCheckForm, [sheet('a', same)], 10)).toMatchObject([{ kind: 'same-text', count: 5 }]);
    const short = selfCheckSheet(Object.fromEntries(items.map(({ id }) => [id, no('該当なし')])));
    expect(uniformSheets(selfCheckForm, [sheet('a', short)], 10)).toEqual([]);
  });
});

describe('the rank correlation', () => {
  const pairs = fc.array(fc.record({ x: fc.integer({ min: 0, max: 9 }), y: fc.integer({ min: 0, max: 9 }) }), {
    minLength: 10,
    maxLength: 30,
  });

  it('lies between −1 and 1, whatever is measured, and turns with its direction', () => {
    fc.assert(
      fc.property(pairs, (given) => {
        const rho = spearman(given);
        if (rho === null) return;
        expect(Math.abs(rho)).toBeLessThanOrEqual(1);
        const turned = spearman(given.map(({ x, y }) => ({ x, y: -y })));
        expect(turned).toBeCloseTo(-rho, 9);
        // Only the order counts.
        expect(spearman(given.map(({ x, y }) => ({ x: x ** 3 + 1, y })))).toBeCloseTo(rho, 9);
      }),
    );
  });

  it('says nothing about few, and never names a cause', () => {
    const line = Array.from({ length: 12 }, (_, index) => ({ x: index, y: index }));
    expect(correlate(line.slice(0, 9), 'A', 'B', 10)).toMatchObject({ n: 9, rho: null });
    expect(correlate(line, 'A', 'B', 10)).toMatchObject({ rho: 1 });
    expect(correlate(line, 'A', 'B', 10).sentence).toContain('原因であることを示すものではありません');
    const flat = line.map(({ x }) => ({ x, y: 1 }));
    expect(correlate(flat, 'A', 'B', 10).sentence).toContain('計算できません');
    const noise = line.map(({ x }) => ({ x, y: (x * 7) % 12 }));
    expect(correlate(noise, 'A', 'B', 10).sentence).toContain('関係があるとは、このデータからはいえません');
  });
});

describe('themes', () => {
  const themes = [
    { id: 'lock', title: '施錠', advice: '見直す。', words: ['鍵', '施錠'] },
    { id: 'crypt', title: '暗号', advice: '見直す。', words: ['暗号鍵', '暗号化'] },
  ];
  const text = (id: string, words: string) => ({ id, item: 'i', kind: 'reason' as const, text: words });

  it('gather texts by the longest words, and keep the rest', () => {
    const found = groupByTheme(
      [text('a', '暗号鍵の管理が未定'), text('b', '鍵がない'), text('c', 'その他の事情')],
      themes,
    );
    expect(found.map(({ theme, texts }) => [theme, texts.map(({ id }) => id)])).toEqual([
      ['lock', ['b']],
      ['crypt', ['a']],
      [null, ['c']],
    ]);
  });

  it('lose no text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 20 }), { maxLength: 20 }), (words) => {
        const texts = words.map((one, index) => text(String(index), one));
        const found = new Set(groupByTheme(texts, themes).flatMap((theme) => theme.texts));
        expect(found.size).toBe(texts.length);
      }),
    );
  });
});

describe('contradictions', () => {
  const check = (judgement: JudgedCheck['judgement']): JudgedCheck => ({
    title: '施錠',
    selfCheckItems: ['asset-locked-storage'],
    judgement,
    evidence: 2,
  });

  it.each([
    ['yes', 'inadequate', 1],
    ['yes', 'minor', 1],
    ['yes', 'adequate', 0],
    ['no', 'adequate', 1],
    ['no', 'inadequate', 0],
    ['not-applicable', 'adequate', 1],
    ['yes', 'unconfirmed', 0],
  ] as const)('%s against %s', (value, judgement, expected) => {
    const answers = selfCheckSheet({ 'asset-locked-storage': { value, reason: '理由' } });
    expect(againstEvidence(selfCheckForm, answers, [check(judgement)])).toHaveLength(expected);
  });

  it('with last year are steps back and changes of what concerns one, not progress', () => {
    const against = (was: object, is: object) =>
      againstLastYear(selfCheckForm, selfCheckSheet({ 'asset-pledge': is }), {
        form: selfCheckForm,
        answers: selfCheckSheet({ 'asset-pledge': was }),
      }).length;
    expect(against({ value: 'yes' }, no())).toBe(1);
    expect(against(no(), { value: 'yes' })).toBe(0);
    expect(against(no(), na)).toBe(1);
    expect(against(na, { value: 'yes' })).toBe(1);
  });
});

describe('years', () => {
  it('compare only what means the same', () => {
    const changed = {
      ...selfCheckForm,
      sections: selfCheckForm.sections.map((section) => ({
        ...section,
        items: section.items.map((item) => (item.id === 'asset-pledge' ? { ...item, revision: 2 } : item)),
      })),
    };
    const year = (fiscalYear: number, form: typeof selfCheckForm, sheets: readonly Answered[]) => ({
      fiscalYear,
      title: `${fiscalYear}`,
      form,
      sheets,
      points: sheets.map(() => 90),
    });
    const { items, incomparable } = compareYears(
      [year(2025, selfCheckForm, many(6)), year(2026, changed, many(6, selfCheckSheet({ 'asset-register': no() })))],
      5,
    );
    expect(items.find(({ id }) => id === 'asset-pledge')).toMatchObject({ rates: [null, 100], change: null });
    expect(items.find(({ id }) => id === 'asset-register')).toMatchObject({ change: -100, worse: 6, better: 0 });
    expect(incomparable.map(({ id }) => id)).toEqual(['asset-pledge']);
  });
});

describe('proposals of items', () => {
  const material = (sheets: readonly Answered[], more: Partial<ProposalMaterial> = {}): ProposalMaterial => ({
    form: selfCheckForm,
    rows: itemRows(selfCheckForm, sheets, 5),
    before: new Map(),
    contradictions: new Map(),
    grounds: [],
    library: [],
    leastAnswers: 5,
    emptyAreas: [],
    ...more,
  });
  const of = (proposals: ReturnType<typeof proposeItems>, id: string) => proposals.find(({ itemId }) => itemId === id);

  it('drop an item at the ceiling for two years, but sharpen a grave one', () => {
    const proposals = proposeItems(
      material(many(10), {
        before: new Map([
          ['asset-pledge', 99],
          ['asset-locked-storage', 99],
        ]),
      }),
    );
    expect(of(proposals, 'asset-pledge')?.kind).toBe('drop');
    expect(of(proposals, 'asset-locked-storage')?.kind).toBe('sharpen');
    expect(proposals.every(({ reasons }) => reasons.length > 0)).toBe(true);
  });

  it('leave an item alone that tells departments apart', () => {
    const mixed = [
      ...many(6),
      ...many(4, selfCheckSheet({ 'asset-pledge': no() })).map((one) => ({ ...one, id: `n${one.id}` })),
    ];
    expect(of(proposeItems(material(mixed)), 'asset-pledge')).toBeUndefined();
    expect(
      of(proposeItems(material(mixed, { contradictions: new Map([['asset-pledge', 3]]) })), 'asset-pledge')?.kind,
    ).toBe('sharpen');
  });

  it('say nothing about few answers', () => {
    expect(proposeItems(material(many(5), { leastAnswers: 6 }))).toEqual([]);
  });

  it('add an item for a ground of findings that nobody asks about, from the library or to be written', () => {
    const [first] = questionnaireItems(selfCheckForm);
    if (first === undefined) throw new Error('no item');
    const reference = { standard: 'city-standard', provision: 'art99' };
    const ground = { reference, citation: '対策基準 第99条', findings: 2 };
    const library = [{ ...first, id: 'from-library', references: [reference, ...first.references] }];
    const [added] = proposeItems(material([], { grounds: [ground], library }));
    expect(added).toMatchObject({ kind: 'add', itemId: 'from-library', section: 'assets' });
    const [written] = proposeItems(material([], { grounds: [ground] }));
    expect(written).toMatchObject({ kind: 'add', itemId: null });
  });

  it('ask for evidence in one sentence that still ends as a question', () => {
    for (const item of questionnaireItems(selfCheckForm)) {
      const asked = askForEvidence(item);
      if (asked === null) continue;
      expect(asked).toMatch(/^.+ことを、.+で示せるか。$/u);
      expect(asked.length).toBeLessThanOrEqual(120);
    }
  });

  it('improve by one’s own words, otherwise by the explanations of the item', () => {
    const item = questionnaireItems(selfCheckForm).find(({ id }) => id === 'asset-pledge');
    expect(adviceOf(item, [{ item: 'asset-pledge', text: '誓約書の様式を配る。' }])).toBe('誓約書の様式を配る。');
    expect(adviceOf(item, [])).toContain('目指す状態：');
    expect(adviceOf(item === undefined ? item : { ...item, guidance: undefined }, [])).toBeNull();
  });
});

describe('the plan of audits', () => {
  const candidate = (index: number, more: Partial<PlanCandidate> = {}): PlanCandidate => ({
    departmentId: `d${index}`,
    departmentName: `課${index}`,
    bureauId: `b${index}`,
    value: 100 - index,
    rank: index,
    lastAudited: 2023,
    blackouts: [],
    ...more,
  });
  const conditions: PlanConditions = {
    fiscalYear: 2026,
    capacity: 2,
    rest: 2,
    cycle: 5,
    openDays: ['2026-10-05', '2026-10-06', '2026-10-07'],
    days: 2,
    cityBlackouts: [],
  };
  const chosen = (candidates: readonly PlanCandidate[], more: Partial<PlanConditions> = {}) =>
    planAudits(candidates, { ...conditions, ...more }).chosen.map(({ departmentId }) => departmentId);

  it('goes by risk, one of each bureau', () => {
    expect(chosen([candidate(1), candidate(2, { bureauId: 'b1' }), candidate(3)])).toEqual(['d1', 'd3']);
  });

  it('passes over whoever was audited lately or has no days, and says why', () => {
    const busy = [{ from: '2026-10-05', to: '2026-10-06', reason: '当初課税' }];
    const { chosen: planned, passed } = planAudits(
      [candidate(1, { lastAudited: 2025 }), candidate(2, { blackouts: busy }), candidate(3), candidate(4)],
      conditions,
    );
    expect(planned.map(({ departmentId }) => departmentId)).toEqual(['d3', 'd4']);
    expect(passed.map(({ departmentId, why }) => [departmentId, why])).toEqual([
      ['d1', 'rest'],
      ['d2', 'blackout'],
    ]);
    expect(passed[0]?.reason).toContain('令和7年度');
    expect(passed[1]?.reason).toContain('当初課税');
  });

  it('takes those first that were not audited for long', () => {
    expect(chosen([candidate(1), candidate(2), candidate(9, { lastAudited: null })])).toEqual(['d9', 'd1']);
    expect(chosen([candidate(1), candidate(2), candidate(9, { lastAudited: 2021 })])).toEqual(['d9', 'd1']);
  });

  it('keeps its rules for everybody', () => {
    const any = fc.array(
      fc.record({ last: fc.option(fc.integer({ min: 2015, max: 2025 })), bureau: fc.nat(3), busy: fc.boolean() }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(any, fc.integer({ min: 1, max: 5 }), (people, capacity) => {
        const candidates = people.map(({ last, bureau, busy }, index) =>
          candidate(index + 1, {
            lastAudited: last,
            bureauId: `b${bureau}`,
            blackouts: busy ? [{ from: '2026-10-01', to: '2026-10-31', reason: '議会' }] : [],
          }),
        );
        const { chosen: planned, passed } = planAudits(candidates, { ...conditions, capacity });
        const free = candidates.filter(
          ({ blackouts, lastAudited }) => blackouts.length === 0 && (lastAudited === null || lastAudited < 2024),
        );
        expect(planned).toHaveLength(Math.min(capacity, free.length));
        expect(planned.every(({ departmentId }) => free.some((one) => one.departmentId === departmentId))).toBe(true);
        const names = [...planned, ...passed].map(({ departmentId }) => departmentId);
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });
});
