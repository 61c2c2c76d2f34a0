import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { selfCheckSheet } from '../../core/assessment/testing/sheets.ts';
import { readFacts } from '../../kernel/journal.ts';
import type { TestApplication } from '../../kernel/test-application.ts';
import { questionnaireContract } from '../questionnaire/contract.ts';
import { type City, client as selfCheckClient, createCity, open } from '../self-check/testing/city.ts';
import { stranger, surveyStaff } from '../self-check/testing/staff.ts';
import { answered, client, closed, no, notApplicable, startApplication, surveyed } from './testing/city.ts';

let test: TestApplication;
beforeAll(async () => {
  test = await startApplication();
});
afterAll(() => test.close());

let cities = 0;
async function city(sections: number): Promise<City> {
  test.clock.moveTo('2026-07-01T00:00:00.000Z');
  cities += 1;
  return createCity(test, await test.addTenant(`city-${cities}`), sections);
}

const code = (expected: string) => expect.objectContaining({ code: expected });
const factsOf = (place: City, kind: string) =>
  test.application.parts.database.transaction(place.tenantId, (tx) => readFacts(tx, { kinds: [kind] }));

describe('the overview', () => {
  it('sums up items, sections, chapters and bureaus, and keeps small bureaus back', async () => {
    const place = await city(19);
    const campaignId = await answered(place, [
      ...Array.from({ length: 4 }, () => ({ 'asset-locked-storage': no(), 'place-server-room': notApplicable })),
      ...Array.from({ length: 15 }, () => ({})),
    ]);
    const view = await client(place, place.office).getOverview({ campaignId });
    const locked = view.items.find(({ id }) => id === 'asset-locked-storage');
    expect(locked).toMatchObject({ answered: 19, rate: 78.9, hidden: false });
    expect(locked?.counts).toEqual([
      { label: 'はい', count: 15 },
      { label: 'いいえ', count: 4 },
      { label: '対象外', count: 0 },
      { label: 'うち代わりの対策あり', count: 0 },
    ]);
    expect(view.weak).toEqual(['asset-locked-storage']);
    expect(view.items.find(({ id }) => id === 'place-server-room')?.notApplicable).toBe(21.1);
    expect(view.chapters).toHaveLength(9);
    expect(view.chapters.find(({ id }) => id === 'ch2')?.rate).toBeLessThan(100);
    // Nineteen sections over nine bureaus: two or three in each, fewer than five.
    const [bureaus] = view.groups;
    expect(bureaus).toMatchObject({ id: 'bureau', hidden: 9 });
    expect(bureaus?.rows.every(({ respondents, points }) => respondents === null && points === null)).toBe(true);
    const number = view.criteria.number;
    await client(place, place.office).changeCriteria({
      engagementId: place.engagementId,
      number,
      criteria: { ...view.criteria.criteria, smallestGroup: 3 },
      reason: '局の規模に合わせるため',
    });
    const after = await client(place, place.office).getOverview({ campaignId });
    // One bureau has three sections; shown alone it does no harm, for the others are hidden together.
    expect(after.groups[0]?.rows.filter(({ respondents }) => respondents !== null)).toHaveLength(1);
    await expect(
      client(place, place.office).changeCriteria({
        engagementId: place.engagementId,
        number,
        criteria: view.criteria.criteria,
        reason: '戻す',
      }),
    ).rejects.toEqual(code('record.stale'));
  });

  it('says nothing at all while fewer have answered than a group needs', async () => {
    const place = await city(9);
    const campaignId = await answered(place, [{}, { 'asset-locked-storage': no() }]);
    const view = await client(place, place.office).getOverview({ campaignId });
    expect(view).toMatchObject({ hidden: true, points: null, spread: [], weak: [] });
    expect(view.items.every(({ rate, counts }) => rate === null && counts.length === 0)).toBe(true);
    expect(view.sections.every(({ rate }) => rate === null)).toBe(true);
  });

  it('is the city’s until it hands the results over, and never a department’s', async () => {
    const place = await city(9);
    const campaignId = await answered(
      place,
      Array.from({ length: 9 }, () => ({})),
    );
    const lead = client(place, test.caller(['audit-lead'], { tenantId: place.tenantId }));
    await expect(lead.getOverview({ campaignId })).rejects.toEqual(code('permission.refused'));
    expect((await lead.listAnalyses({ engagementId: place.engagementId })).campaigns).toEqual([]);
    await expect(client(place, place.head(0)).getOverview({ campaignId })).rejects.toEqual(code('permission.refused'));
    await closed(place, campaignId, true);
    expect((await lead.getOverview({ campaignId })).points).toBe(100);
    const stranger = await city(1);
    await expect(client(stranger, stranger.office).getOverview({ campaignId })).rejects.toEqual(code('record.missing'));
  });
});

describe('trust in the answers', () => {
  it('finds contradictions, uniform sheets and themes, and relates gaps to incidents', async () => {
    const place = await city(12);
    const gaps = Array.from({ length: 12 }, (_, index) =>
      Object.fromEntries(ITEMS.slice(0, index).map((id) => [id, no()])),
    );
    const campaignId = await answered(place, [{ 'place-server-room': notApplicable }, ...gaps.slice(1)]);
    await surveyed(place, [
      { 'server-room': { value: 'room' }, 'server-count': { value: 1 } },
      ...Array.from({ length: 11 }, (_, index) => ({ 'past-incident': { value: index < 6 ? 'none' : 'several' } })),
    ]);
    const office = client(place, place.office);
    const { doubts, uniform } = await office.findDoubts({ campaignId });
    expect(doubts).toMatchObject([{ kind: 'survey', item: 'place-server-room', departmentName: '課000' }]);
    expect(uniform.map(({ kind }) => kind)).toContain('same-text');
    const { themes } = await office.groupTexts({ campaignId });
    expect(themes.map(({ theme }) => theme)).toEqual(expect.arrayContaining(['handover', 'rules', 'not-concerned']));
    const { relations } = await office.relate({ campaignId });
    const incidents = relations.find(({ id }) => id === 'incidents');
    expect(incidents?.n).toBe(12);
    expect(incidents?.rho).toBeGreaterThan(0.7);
    expect(incidents?.sentence).toContain('原因であることを示すものではありません');
    expect(relations.find(({ id }) => id === 'recorded-incidents')).toMatchObject({ n: 12, rho: null });
    // Nobody has been audited yet.
    expect(relations.find(({ id }) => id === 'findings')).toMatchObject({ n: 0, rho: null });
  });
});

describe('proposals of items', () => {
  it('are issued, decided with reasons, and go into the draft of next year', async () => {
    const place = await city(10);
    const changes = Array.from({ length: 10 }, (_, index) => ({
      'place-server-room': index < 9 ? notApplicable : { value: 'yes' },
      'asset-counter-placement': index < 5 ? notApplicable : { value: 'no', alternative: 'ついたてで隠している。' },
    }));
    const campaignId = await answered(place, changes);
    await closed(place, campaignId, true);
    const lead = client(place, test.caller(['audit-lead'], { tenantId: place.tenantId }));
    const office = client(place, place.office);
    const { proposals, questionnaireId, campaign } = await lead.proposeItems({ campaignId });
    expect(proposals.find(({ itemId }) => itemId === 'place-server-room')).toMatchObject({ kind: 'drop' });
    const counter = proposals.find(({ itemId }) => itemId === 'asset-counter-placement');
    expect(counter?.kind).toBe('sharpen');
    expect(counter?.reasons.join('')).toMatch(/対象外.*代わりの対策/u);
    const locked = proposals.find(({ itemId }) => itemId === 'asset-locked-storage');
    expect(locked?.suggestion).toMatch(/ことを、.+で示せるか。$/u);
    expect(proposals.every(({ reasons }) => reasons.length > 0)).toBe(true);
    const [addition] = (await office.proposeItems({ campaignId })).proposals.filter(({ kind }) => kind === 'add');
    const chosen = [
      ...proposals.filter(({ itemId }) => itemId === 'place-server-room' || itemId === 'asset-locked-storage'),
      ...(addition === undefined ? [OWN_ADDITION] : [addition]),
    ];
    const issue = { engagementId: place.engagementId, campaignId, questionnaireId, forFiscalYear: 2027 };
    await expect(client(place, place.head(0)).issueItemProposals({ ...issue, proposals: chosen })).rejects.toEqual(
      code('permission.refused'),
    );
    await expect(
      lead.issueItemProposals({ ...issue, proposals: [{ ...OWN_ADDITION, itemId: 'nobody-knows' }] }),
    ).rejects.toMatchObject({ detail: { fields: [{ path: 'proposals.0.itemId' }] } });
    const round = await lead.issueItemProposals({ ...issue, proposals: chosen });
    const [fact] = await factsOf(place, 'check-items.proposed');
    expect(fact?.data).toMatchObject({ withoutReason: 0, forFiscalYear: 2027, analysis: campaignId, removals: 1 });
    await expect(
      lead.decideItemProposals({
        roundId: round.id,
        version: 1,
        decisions: [{ id: round.proposals[0]?.id ?? '', accepted: true }],
      }),
    ).rejects.toEqual(code('permission.refused'));
    await expect(
      office.decideItemProposals({
        roundId: round.id,
        version: 1,
        decisions: [{ id: chosen[0]?.id ?? '', accepted: false }],
      }),
    ).rejects.toMatchObject({ detail: { fields: [{ path: 'decisions.0.note' }] } });
    const decided = await office.decideItemProposals({
      roundId: round.id,
      version: 1,
      decisions: chosen.map(({ id, kind, suggestion }) => ({
        id,
        accepted: true,
        question: kind === 'sharpen' ? (suggestion ?? '') : '',
      })),
    });
    const applied = await office.applyItemProposals({
      roundId: round.id,
      version: decided.version,
      title: '令和9年度自己点検',
    });
    expect(applied.draftId).not.toBeNull();
    const { form } = await test.application
      .client(questionnaireContract, place.office)
      .getQuestionnaire({ questionnaireId: applied.draftId ?? '' });
    const items = form.sections.flatMap((section) => section.items);
    expect(items.some(({ id }) => id === 'place-server-room')).toBe(false);
    expect(items.find(({ id }) => id === 'asset-locked-storage')).toMatchObject({
      revision: 2,
      question: locked?.suggestion,
    });
    await expect(
      office.applyItemProposals({ roundId: round.id, version: applied.version, title: '令和9年度自己点検' }),
    ).rejects.toEqual(code('state.refused'));
    expect(campaign.state).toBe('closed');
  });
});

describe('the record of an analysis', () => {
  it('is made after closing, in one’s own words, and tells the facts that specifications wait for', async () => {
    const place = await city(6);
    const campaignId = await answered(place, [
      { 'asset-locked-storage': no() },
      ...Array.from({ length: 5 }, () => ({})),
    ]);
    const office = client(place, place.office);
    const record = { campaignId, number: 0, summary: '施錠に課題がある。' };
    await expect(office.recordAnalysis(record)).rejects.toEqual(code('state.refused'));
    await closed(place, campaignId);
    expect(await office.recordAnalysis(record)).toMatchObject({ number: 1 });
    await expect(office.recordAnalysis(record)).rejects.toEqual(code('record.stale'));
    const [fact] = await factsOf(place, 'self-check.analysed');
    expect(fact?.data).toMatchObject({
      type: 'self-check',
      issued: 6,
      collected: 6,
      coverage: 1,
      media: ['受託者のWeb'],
      weakItems: 1,
      withoutProposal: 0,
    });
    expect(fact?.data['contents']).toEqual(
      expect.arrayContaining(['点検結果データの分析', '問題点の抽出', '具体的な改善提案']),
    );
  });
});

describe('a survey without names', () => {
  it('is summed up after its end from its sums alone; nothing in it can be read one by one', async () => {
    const place = await city(4);
    // Nine people in the first bureau, six in the second.
    const sections = [...Array<number>(9).fill(0), ...Array<number>(6).fill(1)];
    const survey = await surveyStaff(place, sections, { anonymous: true });
    const office = client(place, place.office);
    const surveys = selfCheckClient(place, place.office);
    for (const [index, token] of survey.tokens.entries())
      await stranger(place).call('submitByLink', {
        token,
        expectedRevision: 0,
        answers: selfCheckSheet(index < 3 ? { 'asset-locked-storage': no() } : {}),
      });
    const { campaignId } = survey;
    expect((await office.listAnalyses({ engagementId: place.engagementId })).campaigns).toEqual([]);
    await expect(office.getOverview({ campaignId })).rejects.toEqual(code('state.refused'));
    const { version } = await surveys.getCampaign({ campaignId });
    await surveys.closeCampaign({ campaignId, version });
    expect((await office.listAnalyses({ engagementId: place.engagementId })).campaigns).toMatchObject([
      { id: campaignId, anonymous: true },
    ]);
    const view = await office.getOverview({ campaignId });
    expect(view).toMatchObject({ hidden: false, campaign: { answered: 15 }, weak: ['asset-locked-storage'] });
    expect(view.items.find(({ id }) => id === 'asset-locked-storage')).toMatchObject({ answered: 15, rate: 80 });
    expect(view.groups).toMatchObject([{ id: 'bureau', hidden: 0, rows: [{ respondents: 9 }, { respondents: 6 }] }]);
    expect((await office.drawOverview({ campaignId })).charts.length).toBeGreaterThan(0);
    for (const read of [office.findDoubts, office.groupTexts, office.compareYears])
      await expect(read({ campaignId })).rejects.toEqual(code('state.refused'));
  });
});

describe('the plan of audits', () => {
  it('looks at rank, bureaus and the number of audits, and refuses impossible times', async () => {
    const place = await city(12);
    const changes = Array.from({ length: 12 }, (_, index) =>
      Object.fromEntries(ITEMS.slice(0, index).map((id) => [id, no()])),
    );
    await answered(place, changes);
    const office = client(place, place.office);
    const conditions = { engagementId: place.engagementId, capacity: 3, rest: 2, cycle: 5, days: 5 };
    const plan = await office.planAudits({ ...conditions, from: '2026-10-01', to: '2026-10-30' });
    expect(plan.chosen.map(({ departmentId }) => departmentId)).toEqual(
      [11, 10, 9].map((index) => place.sections[index]),
    );
    expect(plan.openDays).toBe(21);
    expect(plan.chosen[0]?.reason).toContain('監査を受けた記録がなく');
    await expect(office.planAudits({ ...conditions, from: '2026-10-30', to: '2026-10-01' })).rejects.toMatchObject({
      detail: { fields: [{ path: 'to' }] },
    });
  });
});

describe('the years', () => {
  it('are compared by item, and what got worse is a starting point', async () => {
    const place = await city(6);
    const first = await answered(
      place,
      Array.from({ length: 6 }, () => ({})),
    );
    await closed(place, first);
    test.clock.moveTo('2026-07-10T00:00:00.000Z');
    const second = await open(place, 'self-check-2026', { opens: '2026-07-10' });
    for (const [index, departmentId] of place.sections.entries())
      await selfCheckClient(place, place.staff(index)).submitResponse({
        campaignId: second.id,
        departmentId,
        expectedRevision: 0,
        answers: selfCheckSheet(index < 3 ? { 'asset-locked-storage': no() } : {}),
      });
    const office = client(place, place.office);
    const { items, years } = await office.compareYears({ campaignId: second.id });
    expect(years).toHaveLength(2);
    expect(items.find(({ id }) => id === 'asset-locked-storage')).toMatchObject({
      rates: [100, 50],
      change: -50,
      worse: 3,
    });
    const { doubts } = await office.findDoubts({ campaignId: second.id });
    expect(doubts.filter(({ kind }) => kind === 'last-year')).toHaveLength(3);
  });
});

describe('surveys of people', () => {
  it('are analysed by department only where enough answered', async () => {
    const place = await city(3);
    const { campaignId, tokens } = await surveyStaff(place, [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2]);
    for (const [index, token] of tokens.entries())
      await stranger(place).call('submitByLink', {
        token,
        expectedRevision: 0,
        answers: selfCheckSheet(index < 4 ? { 'asset-locked-storage': no('鍵のかかる棚がないため。') } : {}),
      });
    const { version } = (await selfCheckClient(place, place.office).getProgress({ campaignId })).campaign;
    await selfCheckClient(place, place.office).closeCampaign({ campaignId, version });
    const office = client(place, place.office);
    const { items, groups } = await office.getOverview({ campaignId });
    expect(items.find(({ id }) => id === 'asset-locked-storage')).toMatchObject({ answered: 12, rate: 66.7 });
    const departments = groups.find(({ id }) => id === 'department');
    // The section of one is hidden, and with it the smaller of the others.
    expect(departments?.rows.filter(({ respondents }) => respondents !== null)).toMatchObject([{ respondents: 6 }]);
    await expect(office.makeFeedback({ campaignId })).rejects.toEqual(code('state.refused'));
  });

  it('without names are not read one by one, nor offered', async () => {
    const place = await city(2);
    const { campaignId } = await surveyStaff(place, [0, 0, 0, 0, 0, 1], { anonymous: true });
    const office = client(place, place.office);
    await expect(office.getOverview({ campaignId })).rejects.toEqual(code('state.refused'));
    expect((await office.listAnalyses({ engagementId: place.engagementId })).campaigns).toEqual([]);
  });
});

/** Items of the shipped self-check, in its order. */
const ITEMS = [
  'asset-pledge',
  'asset-locked-storage',
  'asset-counter-placement',
  'asset-takeout-permission',
  'asset-paper-disposal',
  'asset-register',
  'asset-labelling',
  'org-roles',
  'people-training',
  'people-incident-report',
  'people-clear-desk',
  'people-password',
];

const OWN_ADDITION = {
  id: 'add:own-1',
  kind: 'add' as const,
  itemId: null,
  question: '生成AIの利用に関する設問',
  reasons: ['国の手引が新しくなったため。'],
  suggestion: null,
  section: null,
};
