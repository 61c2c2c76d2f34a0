import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { selfCheckForm, selfCheckSheet, surveySheet } from '../../core/assessment/testing/sheets.ts';
import type { Caller } from '../../kernel/caller.ts';
import { readFacts } from '../../kernel/journal.ts';
import type { TestApplication } from '../../kernel/test-application.ts';
import { recount } from './rules/tally.ts';
import selfCheck from './server.ts';
import { findCampaign, listStatuses } from './store/campaign-store.ts';
import { layoutName } from './store/known-forms.ts';
import { responsesOf } from './store/response-store.ts';
import type { Tables } from './store/tables.ts';
import { findTally, sumTallies } from './store/tally-store.ts';
import { type City, client, createCity, open, startApplication } from './testing/city.ts';

let test: TestApplication;
beforeAll(async () => {
  test = await startApplication();
});
afterAll(() => test.close());

let cities = 0;
/** A fresh municipality, so that tests do not see one another's campaigns. */
async function city(sections = 4): Promise<City> {
  test.clock.moveTo('2026-07-01T00:00:00.000Z');
  cities += 1;
  return createCity(test, await test.addTenant(`city-${cities}`), sections);
}

const code = (expected: string) => expect.objectContaining({ code: expected });
const department = (place: City, index: number): string => place.sections[index] ?? '';
const factsOf = (place: City, kind: string) =>
  test.application.parts.database.transaction(place.tenantId, (tx) => readFacts(tx, { kinds: [kind] }));

function submit(place: City, caller: Caller, campaignId: string, index: number, more: object = {}) {
  const input = { campaignId, departmentId: department(place, index), expectedRevision: 0, answers: selfCheckSheet() };
  return client(place, caller).submitResponse({ ...input, ...more });
}

describe('results', () => {
  async function answered(): Promise<{ place: City; check: string; survey: string }> {
    const place = await city(9);
    const check = (await open(place, 'self-check-2026')).id;
    const survey = (await open(place, 'preliminary-survey-2026')).id;
    for (const [index, departmentId] of place.sections.entries()) {
      if (index === 8) break;
      const staff = client(place, place.staff(index));
      const worse = Object.fromEntries(
        Object.keys(selfCheckSheet())
          .slice(0, index * 2)
          .map((id) => [id, { value: 'no', reason: '準備中のため' }]),
      );
      const missing = { 'place-server-room': { value: 'not-applicable', reason: 'ないため' } };
      await staff.submitResponse({
        campaignId: check,
        departmentId,
        expectedRevision: 0,
        answers: selfCheckSheet({ ...missing, ...worse }),
      });
      const room = index === 0 ? { 'server-room': { value: 'room' }, 'server-count': { value: 1 } } : {};
      await staff.submitResponse({ campaignId: survey, departmentId, expectedRevision: 0, answers: surveySheet(room) });
    }
    return { place, check, survey };
  }

  async function close(place: City, campaignId: string, deliver: boolean): Promise<void> {
    const office = client(place, place.office);
    const closed = await office.closeCampaign({ campaignId, version: 1 });
    expect(closed.state).toBe('closed');
    if (deliver) await office.deliverResults({ campaignId, version: closed.version });
  }

  it('rank departments, propose four, and are changed only with a reason', async () => {
    const { place, check, survey } = await answered();
    const office = client(place, place.office);
    const { engagementId } = place;
    const ranking = await office.getRanking({ engagementId });
    expect(ranking.departments.map(({ departmentId }) => departmentId)[0]).toBe(department(place, 7));
    expect(ranking.unranked.map(({ departmentId }) => departmentId)).toEqual([department(place, 8)]);
    expect(ranking.proposal).toHaveLength(4);
    expect(ranking.departments[0]?.explanation[0]).toContain('14項目');
    const choices = ranking.proposal.map(({ departmentId, basis }) => ({ departmentId, basis }));
    await expect(office.selectDepartments({ engagementId, number: 0, choices })).rejects.toEqual(code('state.refused'));
    await close(place, check, false);
    await close(place, survey, false);
    await expect(
      office.selectDepartments({ engagementId, number: 0, choices: choices.slice(0, 3) }),
    ).rejects.toMatchObject({ detail: { fields: [{ path: 'choices' }] } });
    const other = [...choices.slice(0, 3), { departmentId: department(place, 0), basis: ['重点テーマ' as const] }];
    await expect(office.selectDepartments({ engagementId, number: 0, choices: other })).rejects.toMatchObject({
      detail: { fields: [{ path: 'choices.3.reason' }] },
    });
    const reasoned = other.map((choice, index) => (index === 3 ? { ...choice, reason: 'サーバ室があるため' } : choice));
    const selection = await office.selectDepartments({ engagementId, number: 0, choices: reasoned });
    expect(selection.choices.map(({ proposed }) => proposed)).toEqual([true, true, true, false]);
    await expect(office.selectDepartments({ engagementId, number: 0, choices: reasoned })).rejects.toEqual(
      code('record.stale'),
    );
    const contractor = client(place, test.caller(['audit-lead'], { tenantId: place.tenantId }));
    expect((await contractor.getSelection({ engagementId })).selection).toBeNull();
    await expect(contractor.notifyContractor({ selectionId: selection.id })).rejects.toEqual(
      code('permission.refused'),
    );
    await office.notifyContractor({ selectionId: selection.id });
    await expect(office.notifyContractor({ selectionId: selection.id })).rejects.toEqual(code('state.refused'));
    expect((await contractor.getSelection({ engagementId })).selection?.choices).toHaveLength(4);
    const [selected] = await factsOf(place, 'departments.selected');
    expect(selected?.data).toMatchObject({ bureaus: 4, basis: ['リスク値', '重点テーマ'] });
    const [notified] = await factsOf(place, 'departments.notified');
    expect(notified?.data['departments']).toEqual(reasoned.map(({ departmentId }) => departmentId));
  });

  it('follow weights that the office changes, and show the effect', async () => {
    const { place } = await answered();
    const office = client(place, place.office);
    const { weights } = await office.getRanking({ engagementId: place.engagementId });
    expect(weights.number).toBe(0);
    const onlyRoom = { ...Object.fromEntries(Object.keys(weights.weights).map((id) => [id, 0])), 'server-room': 1 };
    const input = {
      engagementId: place.engagementId,
      number: 0,
      weights: { ...weights.weights, ...onlyRoom },
      reason: '試し',
    };
    const { effect } = await office.changeWeights(input);
    expect(effect[0]).toMatchObject({
      departmentId: department(place, 0),
      before: { rank: 7 },
      after: { rank: 1, value: 100 },
    });
    await expect(office.changeWeights(input)).rejects.toMatchObject({
      code: 'record.stale',
      detail: { current: { number: 1 } },
    });
    const none = Object.fromEntries(Object.keys(weights.weights).map((id) => [id, 0]));
    await expect(
      office.changeWeights({ ...input, number: 1, weights: { ...weights.weights, ...none } }),
    ).rejects.toEqual(code('input.invalid'));
    expect(await factsOf(place, 'weights.changed')).toHaveLength(1);
  });

  it('are seen by the contractor only after the hand-over, and by a department only its own', async () => {
    const { place, check, survey } = await answered();
    const contractor = client(place, test.caller(['audit-lead'], { tenantId: place.tenantId }));
    const one = { campaignId: check, departmentId: department(place, 0) };
    const refused = [
      contractor.getResponse(one),
      contractor.analyseCampaign({ campaignId: check }),
      contractor.getRanking({ engagementId: place.engagementId }),
      contractor.findContradictions({ engagementId: place.engagementId }),
      client(place, place.staff(1)).getResponse(one),
      client(place, place.staff(1)).getOwnResult(one),
      client(place, place.staff(0)).analyseCampaign({ campaignId: check }),
    ];
    for (const result of await Promise.allSettled(refused)) {
      expect(result).toMatchObject({ status: 'rejected', reason: { code: 'permission.refused' } });
    }
    const progress = await contractor.getProgress({ campaignId: check });
    expect(progress.departments.every(({ points }) => points === null)).toBe(true);
    await expect(client(place, place.office).deliverResults({ campaignId: check, version: 1 })).rejects.toEqual(
      code('state.refused'),
    );
    await close(place, check, true);
    await close(place, survey, true);
    expect((await contractor.getResponse(one)).revisions).toHaveLength(1);
    expect((await contractor.getRanking({ engagementId: place.engagementId })).departments).toHaveLength(8);
    expect((await client(place, place.staff(0)).getOwnResult(one)).points).toBe(100);
    expect((await factsOf(place, 'survey.delivered')).map(({ data }) => data['type'])).toEqual([
      'self-check',
      'preliminary-survey',
    ]);
    const { contradictions } = await contractor.findContradictions({ engagementId: place.engagementId });
    expect(contradictions.map(({ departmentId, rule }) => [departmentId, rule])).toEqual([
      [department(place, 0), 'server-room'],
    ]);
    await expect(submit(place, place.staff(8), check, 8)).rejects.toEqual(code('state.refused'));
  });

  it('go into documents, each of its kind, and into the report', async () => {
    const { place, check, survey } = await answered();
    await close(place, check, true);
    await close(place, survey, true);
    const contractor = test.caller(['audit-lead'], { tenantId: place.tenantId });
    const { engagementId } = place;
    const wanted = [
      ['self-check-results', 'xlsx', 'PK'],
      ['self-check-summary', 'docx', 'PK'],
      ['self-check-summary', 'pdf', '%PDF'],
      ['self-check-briefing', 'pptx', 'PK'],
      ['preliminary-survey-results', 'xlsx', 'PK'],
    ] as const;
    for (const [kind, format, start] of wanted) {
      const file = await client(place, contractor).downloadDocument({ engagementId, kind, format });
      expect(Buffer.from(file.bytes.slice(0, start.length)).toString()).toBe(start);
      expect(file.bytes.length).toBeGreaterThan(5000);
    }
    await expect(
      client(place, contractor).downloadDocument({ engagementId, kind: 'self-check-results', format: 'pdf' }),
    ).rejects.toEqual(code('record.missing'));
    const [chapter] = selfCheck.chapters;
    const blocks = await test.application.run(contractor, async (context) => chapter?.build(context, engagementId, []));
    expect(JSON.stringify(blocks)).toContain('令和8年7月1日');
    const slides = await test.application.run(contractor, async (context) =>
      chapter?.slides?.(context, engagementId, 'full'),
    );
    expect(slides).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'chart', title: '得点の分布' }),
        expect.objectContaining({ kind: 'chart', title: '課と分類ごとの達成率' }),
        expect.objectContaining({ kind: 'table', title: '達成の低い項目' }),
      ]),
    );
  });

  it('are drawn with words and figures, after the hand-over only', async () => {
    const { place, check, survey } = await answered();
    const office = client(place, place.office);
    const { charts } = await office.drawResults({ campaignId: check });
    expect(charts.map(({ title }) => title)).toEqual([
      '局ごとの回答の状況',
      '得点の分布',
      '分類ごとの達成率',
      '分類ごとの回答',
      '課と分類ごとの達成率',
    ]);
    const [completion] = charts;
    expect(completion?.words).toContain('全体の合計は9課で、内訳は回答済み8課（88.9%）、未回答1課（11.1%）です。');
    expect(completion?.svg).toMatch(/^<svg /u);
    expect(charts.at(-1)?.rows).toHaveLength(8);
    expect((await office.drawResults({ campaignId: survey })).charts).toEqual([]);
    const contractor = client(place, test.caller(['audit-lead'], { tenantId: place.tenantId }));
    await expect(contractor.drawResults({ campaignId: check })).rejects.toEqual(code('permission.refused'));
  });

  it('show what is weak, and what changed since the campaign before', async () => {
    const { place, check, survey } = await answered();
    await close(place, check, false);
    const office = client(place, place.office);
    const { analysis, previous, choices } = await office.analyseCampaign({ campaignId: check });
    expect(analysis).toMatchObject({ answered: 8, weak: expect.arrayContaining(['asset-pledge']) });
    expect(previous).toBeNull();
    expect(choices).toEqual([]);
    const kinds = await office.analyseCampaign({ campaignId: survey });
    const kind = kinds.choices.find(({ column }) => column === 'asset-kind');
    expect(kind?.counts.find(({ value }) => value === 'application')?.count).toBe(8);
    test.clock.moveTo('2026-07-02T00:00:00.000Z');
    const again = (await open(place, 'self-check-2026', { opens: '2026-07-02' })).id;
    await submit(place, place.staff(7), again, 7);
    const result = await office.analyseCampaign({ campaignId: again });
    const change = result.previous?.changes.find(({ id }) => id === 'asset-pledge');
    expect(change).toMatchObject({ after: 100 });
    expect(change?.before).toBeLessThan(100);
    const own = await client(place, place.staff(7)).getOwnResult({
      campaignId: again,
      departmentId: department(place, 7),
    });
    expect(own.items.find(({ id }) => id === 'asset-pledge')).toMatchObject({ own: 100, before: 0, all: null });
    const sheet = await client(place, place.staff(7)).getSheet({
      campaignId: again,
      departmentId: department(place, 7),
    });
    expect(sheet.previous?.answers['asset-pledge']).toEqual({ value: 'no', reason: '準備中のため' });
  });
});

describe('the numbers kept with a campaign', () => {
  const tallyOf = (place: City, campaignId: string) =>
    test.application.parts.database.transaction(place.tenantId, async (tx) => {
      const campaign = await findCampaign(tx, campaignId);
      const statuses = await listStatuses(tx, [campaignId]);
      const latest = new Map((await responsesOf(tx, campaignId)).map((row) => [row.respondent_id, row.answers]));
      const counted = statuses.filter(({ state }) => state === 'submitted');
      const anew = recount(
        campaign.form,
        counted.map((status) => latest.get(status.respondent_id) ?? {}),
      );
      const kept = await findTally(tx, campaignId);
      return { kept, anew: kept?.counts.map((_, at) => anew[at] ?? 0), sheets: counted.length };
    });

  it('follow every submission, revision, approval, return and reopening', async () => {
    const place = await city(5);
    const { id: campaignId } = await open(place, 'self-check-2026', { requiresApproval: true });
    const held = async (sheets: number): Promise<void> => {
      const { kept, anew, sheets: submitted } = await tallyOf(place, campaignId);
      expect(submitted).toBe(sheets);
      expect(kept?.sheets ?? 0).toBe(sheets);
      expect(kept?.counts).toEqual(anew);
    };
    const worse = selfCheckSheet({ [Object.keys(selfCheckSheet())[0] ?? '']: { value: 'no', reason: '準備中のため' } });
    const approve = (index: number, revision: number) =>
      client(place, place.head(index)).approveResponse({
        campaignId,
        departmentId: department(place, index),
        revision,
      });
    await submit(place, place.staff(0), campaignId, 0);
    await held(0);
    await approve(0, 1);
    await held(1);
    await submit(place, place.head(1), campaignId, 1, { answers: worse });
    await held(2);
    // A new answer of the staff takes the approved one out until the head approves it.
    await submit(place, place.staff(1), campaignId, 1, { expectedRevision: 1 });
    await held(1);
    await approve(1, 2);
    await held(2);
    await client(place, place.office).reopenResponse({
      campaignId,
      departmentId: department(place, 0),
      due: '2026-12-20',
      reason: '設問1を確かめてください。',
    });
    await held(1);
    await submit(place, place.head(0), campaignId, 0, { expectedRevision: 1, answers: worse });
    await held(2);
    const { analysis } = await client(place, place.office).analyseCampaign({ campaignId });
    expect(analysis.answered).toBe(2);
    expect([analysis.items[0]?.yes, analysis.items[0]?.no]).toEqual([1, 1]);
  });

  it('are passed over where sheets came in before they were kept', async () => {
    const place = await city(3);
    const { id: campaignId } = await open(place, 'self-check-2026');
    await submit(place, place.staff(0), campaignId, 0);
    const office = client(place, place.office);
    const whole = await office.analyseCampaign({ campaignId });
    await test.application.parts.database.transaction(place.tenantId, (tx) =>
      tx
        .db<Tables>()
        .updateTable('respondent')
        .set({ counted: null })
        .where('tenant_id', '=', place.tenantId)
        .execute(),
    );
    expect(await office.analyseCampaign({ campaignId })).toEqual(whole);
    expect(whole.analysis.items[0]?.yes).toBe(1);
  });

  it('of all municipalities that ask the same are added up without reading a sheet', async () => {
    const places = [await city(2), await city(2)];
    for (const place of places) {
      const { id } = await open(place, 'self-check-2026');
      await submit(place, place.staff(0), id, 0);
    }
    const layout = layoutName(selfCheckForm);
    const of = (tenants: readonly City[]) =>
      test.application.parts.database.across(
        tenants.map(({ tenantId }) => tenantId),
        (tx) => sumTallies(tx, layout),
      );
    const both = await of(places);
    expect(both).toMatchObject({ campaigns: 2, sheets: 2 });
    const one = await of(places.slice(0, 1));
    expect(both.counts).toEqual(one.counts.map((number) => 2 * number));
  });
});
