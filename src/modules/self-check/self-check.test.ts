import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { selfCheckSheet } from '../../core/assessment/testing/sheets.ts';
import type { Caller } from '../../kernel/caller.ts';
import { createJobRunner } from '../../kernel/job.ts';
import { readFacts, verifyJournal } from '../../kernel/journal.ts';
import { silentLog } from '../../kernel/log.ts';
import type { TestApplication } from '../../kernel/test-application.ts';
import selfCheck from './server.ts';
import { type City, client, createCity, open, publish, startApplication } from './testing/city.ts';

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

describe('a campaign', () => {
  it('reaches all sections of the nine bureaus and is recorded once', async () => {
    const place = await city(12);
    const campaign = await open(place, 'self-check-2026');
    expect(campaign).toMatchObject({ departments: 12, answered: 0, state: 'open', fiscalYear: 2026 });
    const [fact] = await factsOf(place, 'campaign.opened');
    expect(fact?.data).toMatchObject({ type: 'self-check', bureaus: 9, items: 30, due: '2026-07-31' });
    expect(fact?.actor.party).toBe('city');
    const { bureaus, departments } = await client(place, place.office).getProgress({ campaignId: campaign.id });
    expect(bureaus).toHaveLength(9);
    expect(departments.every(({ progress }) => progress === 'not-started')).toBe(true);
  });

  it('is refused with bad days, drafts of forms, a second of its kind, foreign departments', async () => {
    const place = await city();
    await expect(open(place, 'self-check-2026', { due: '2026-06-30' })).rejects.toMatchObject({
      detail: { fields: [{ path: 'due' }] },
    });
    await expect(open(place, 'self-check-2026', { opens: '2026-06-30' })).rejects.toEqual(code('input.invalid'));
    await open(place, 'self-check-2026');
    await expect(open(place, 'self-check-2026')).rejects.toEqual(code('state.refused'));
    const foreign = await city(1);
    await expect(
      client(place, place.office).openCampaign({
        engagementId: place.engagementId,
        questionnaireId: await publish(place, 'preliminary-survey-2026'),
        departments: [department(foreign, 0)],
        opens: '2026-07-01',
        due: '2026-07-31',
      }),
    ).rejects.toMatchObject({ detail: { fields: [{ path: 'departments' }] } });
    expect(await factsOf(place, 'campaign.opened')).toHaveLength(1);
  });

  it('is run by the security office of the same municipality only', async () => {
    const place = await city();
    const { id: campaignId } = await open(place, 'self-check-2026');
    for (const caller of [place.head(0), test.caller(['audit-lead'], { tenantId: place.tenantId })]) {
      await expect(client(place, caller).closeCampaign({ campaignId, version: 1 })).rejects.toEqual(
        code('permission.refused'),
      );
    }
    const other = await city(1);
    await expect(client(place, other.office).getProgress({ campaignId })).rejects.toEqual(code('record.missing'));
    await expect(client(place, other.office).closeCampaign({ campaignId, version: 1 })).rejects.toEqual(
      code('record.missing'),
    );
  });
});

describe('a draft', () => {
  it('is kept for the department, survives, and shows what a colleague saved meanwhile', async () => {
    const place = await city();
    const { id: campaignId } = await open(place, 'self-check-2026');
    const staff = client(place, place.staff(0));
    const place0 = { campaignId, departmentId: department(place, 0) };
    const answers = { 'asset-pledge': { value: 'no' } };
    const first = await staff.saveDraft({ ...place0, draftVersion: 0, answers });
    expect(first.draftVersion).toBe(1);
    const colleague = client(place, place.staff(0));
    expect(await colleague.getSheet(place0)).toMatchObject({
      answers,
      source: 'draft',
      draftVersion: 1,
      progress: 'in-progress',
    });
    const theirs = { 'asset-pledge': { value: 'yes' } };
    await colleague.saveDraft({ ...place0, draftVersion: 1, answers: theirs });
    await expect(staff.saveDraft({ ...place0, draftVersion: 1, answers })).rejects.toMatchObject({
      code: 'record.stale',
      detail: { current: { draftVersion: 2, answers: theirs } },
    });
    expect(await factsOf(place, 'response.submitted')).toEqual([]);
  });

  it('refuses another department, unknown items and over-long text', async () => {
    const place = await city();
    const { id: campaignId } = await open(place, 'self-check-2026');
    const staff = client(place, place.staff(0));
    const save = (departmentId: string, answers: Parameters<typeof staff.saveDraft>[0]['answers']) =>
      staff.saveDraft({ campaignId, departmentId, draftVersion: 0, answers });
    await expect(save(department(place, 1), {})).rejects.toEqual(code('permission.refused'));
    await expect(save(department(place, 0), { unknown: { value: 'yes' } })).rejects.toMatchObject({
      detail: { fields: [{ path: 'answers.unknown' }] },
    });
    await expect(
      save(department(place, 0), { 'asset-pledge': { value: 'no', reason: 'あ'.repeat(1001) } }),
    ).rejects.toEqual(code('input.invalid'));
  });
});

describe('a submission', () => {
  it('counts, is journalled with the hash of its answers, and can be corrected before the due day', async () => {
    const place = await city();
    const { id: campaignId } = await open(place, 'self-check-2026');
    const first = await submit(place, place.staff(0), campaignId, 0);
    expect(first).toMatchObject({ revision: 1, state: 'submitted', points: 100 });
    const answers = selfCheckSheet({ 'asset-pledge': { value: 'no', reason: '準備中のため' } });
    const second = await submit(place, place.staff(0), campaignId, 0, { expectedRevision: 1, answers });
    expect(second.revision).toBe(2);
    expect(second.points).toBeLessThan(100);
    const facts = await factsOf(place, 'response.submitted');
    expect(facts.map(({ data }) => [data['revision'], data['answersHash']])).toEqual([
      [1, first.answersHash],
      [2, second.answersHash],
    ]);
    expect(facts[0]?.subject).toBe(`${campaignId}:${department(place, 0)}`);
    const { revisions } = await client(place, place.office).getResponse({
      campaignId,
      departmentId: department(place, 0),
    });
    expect(revisions.map(({ revision }) => revision)).toEqual([2, 1]);
    expect(revisions[0]?.answers).toEqual(answers);
  });

  it('sent twice acts once: by key, by equal content, and both at once', async () => {
    const place = await city();
    const { id: campaignId } = await open(place, 'self-check-2026');
    const staff = place.staff(0);
    const input = { campaignId, departmentId: department(place, 0), expectedRevision: 0, answers: selfCheckSheet() };
    const call = (key: string) => client(place, staff).submitResponse(input, { idempotencyKey: key });
    const [one, two] = await Promise.all([call('a'), call('a')]);
    expect(two).toEqual(one);
    expect(await call('a')).toEqual(one);
    expect(await call('b')).toEqual(one);
    expect(await factsOf(place, 'response.submitted')).toHaveLength(1);
    await expect(
      client(place, staff).submitResponse({ ...input, expectedRevision: 1 }, { idempotencyKey: 'a' }),
    ).rejects.toEqual(code('command.repeated'));
  });

  it('of a stale sheet is refused with the other sheet as current', async () => {
    const place = await city();
    const { id: campaignId } = await open(place, 'self-check-2026');
    await submit(place, place.staff(0), campaignId, 0);
    const answers = selfCheckSheet({ 'asset-pledge': { value: 'no', reason: '準備中のため' } });
    await expect(submit(place, place.staff(0), campaignId, 0, { answers })).rejects.toMatchObject({
      code: 'record.stale',
      detail: { current: { revision: 1, answers: selfCheckSheet() } },
    });
    const race = await Promise.allSettled([
      submit(place, place.staff(1), campaignId, 1),
      submit(place, place.staff(1), campaignId, 1, { answers }),
    ]);
    const refused = race.find((result) => result.status === 'rejected');
    expect(race.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(refused?.reason).toMatchObject({ code: 'record.stale', detail: { current: { revision: 1 } } });
  });

  it('must be complete and typed right; nothing is written otherwise', async () => {
    const place = await city();
    const { id: campaignId } = await open(place, 'self-check-2026');
    const { 'asset-pledge': _, ...partial } = selfCheckSheet({ 'asset-register': { value: 'no' } });
    await expect(submit(place, place.staff(0), campaignId, 0, { answers: partial })).rejects.toMatchObject({
      code: 'input.invalid',
      detail: { fields: [{ path: 'answers.asset-pledge.value' }, { path: 'answers.asset-register.reason' }] },
    });
    await expect(submit(place, place.staff(0), campaignId, 0, { answers: 'はい' })).rejects.toEqual(
      code('input.invalid'),
    );
    await expect(submit(place, place.staff(0), campaignId, 0, { expectedRevision: '0' })).rejects.toEqual(
      code('input.invalid'),
    );
    expect(await factsOf(place, 'response.submitted')).toEqual([]);
    const sheet = await client(place, place.staff(0)).getSheet({ campaignId, departmentId: department(place, 0) });
    expect(sheet).toMatchObject({ revision: 0, source: 'none' });
  });

  it('is refused for another department, another municipality, before the opening, after the due day', async () => {
    const place = await city();
    const { id: campaignId } = await open(place, 'self-check-2026', { opens: '2026-07-02' });
    await expect(submit(place, place.staff(0), campaignId, 0)).rejects.toMatchObject({
      code: 'state.refused',
      detail: { message: expect.stringContaining('令和8年7月2日') },
    });
    test.clock.moveTo('2026-07-31T14:59:59.000Z');
    await expect(submit(place, place.staff(0), campaignId, 1)).rejects.toEqual(code('permission.refused'));
    await expect(submit(place, place.office, campaignId, 0)).rejects.toEqual(code('permission.refused'));
    const wide = test.caller(['security-office', 'department-staff'], { tenantId: place.tenantId });
    await expect(submit(place, wide, campaignId, 0)).rejects.toEqual(code('permission.refused'));
    const foreign = test.caller(['department-staff'], { departmentIds: [department(place, 0)] });
    await expect(submit(place, foreign, campaignId, 0)).rejects.toEqual(code('record.missing'));
    await submit(place, place.staff(0), campaignId, 0);
    // The second of the deadline, and the last one of the five minutes of grace.
    test.clock.moveTo('2026-07-31T15:00:00.000Z');
    await submit(place, place.staff(2), campaignId, 2);
    test.clock.moveTo('2026-07-31T15:04:59.999Z');
    await submit(place, place.staff(3), campaignId, 3);
    test.clock.moveTo('2026-07-31T15:05:00.000Z');
    await expect(submit(place, place.staff(1), campaignId, 1)).rejects.toEqual(code('deadline.passed'));
    const draft = client(place, place.staff(1));
    await draft.saveDraft({
      campaignId,
      departmentId: department(place, 1),
      draftVersion: 0,
      answers: selfCheckSheet(),
    });
  });

  it('is taken again after reopening, and from paper that arrived in time', async () => {
    const place = await city();
    const { id: campaignId } = await open(place, 'self-check-2026');
    test.clock.moveTo('2026-08-03T00:00:00.000Z');
    const office = client(place, place.office);
    const late = { campaignId, departmentId: department(place, 0) };
    await expect(office.reopenResponse({ ...late, due: '2026-08-02', reason: '繁忙期のため' })).rejects.toEqual(
      code('input.invalid'),
    );
    await office.reopenResponse({ ...late, due: '2026-08-07', reason: '繁忙期のため' });
    expect(await submit(place, place.staff(0), campaignId, 0)).toMatchObject({ revision: 1 });
    const paper = { campaignId, departmentId: department(place, 1), expectedRevision: 0, answers: selfCheckSheet() };
    await expect(office.submitOnBehalf({ ...paper, receivedOn: '2026-08-01' })).rejects.toEqual(
      code('deadline.passed'),
    );
    await expect(office.submitOnBehalf({ ...paper, receivedOn: '2026-08-04' })).rejects.toEqual(code('input.invalid'));
    await expect(office.submitOnBehalf(paper)).rejects.toMatchObject({ detail: { fields: [{ path: 'receivedOn' }] } });
    expect(await office.submitOnBehalf({ ...paper, receivedOn: '2026-07-31' })).toMatchObject({ revision: 1 });
    const facts = await factsOf(place, 'response.submitted');
    expect(facts.at(-1)?.data).toMatchObject({ proxy: true, channel: 'paper', occurredOn: '2026-07-31' });
    const { departments } = await office.getProgress({ campaignId });
    expect(departments.map(({ progress, late: isLate, proxy }) => [progress, isLate, proxy])).toEqual([
      ['submitted', false, false],
      ['submitted', false, true],
      ['not-started', true, false],
      ['not-started', true, false],
    ]);
  });

  it('in a file of the office waits for the head like one from the page; sealed paper does not', async () => {
    const place = await city();
    const { id: campaignId } = await open(place, 'self-check-2026', { requiresApproval: true });
    const office = client(place, place.office);
    const of = (index: number) => ({ campaignId, departmentId: department(place, index) });
    const sheet = { expectedRevision: 0, answers: selfCheckSheet() };
    const file = await office.submitOnBehalf({ ...of(0), ...sheet, channel: 'html' });
    expect(file.state).toBe('awaiting-approval');
    expect(await factsOf(place, 'response.submitted')).toEqual([]);
    await client(place, place.head(0)).approveResponse({ ...of(0), revision: 1 });
    const paper = await office.submitOnBehalf({ ...of(1), ...sheet, receivedOn: '2026-07-01' });
    expect(paper.state).toBe('submitted');
    const own = client(place, place.staff(2));
    expect(await own.submitFromFile({ ...of(2), ...sheet, channel: 'excel' })).toMatchObject({
      state: 'awaiting-approval',
    });
    await expect(own.submitFromFile({ ...of(3), ...sheet, channel: 'excel' })).rejects.toEqual(
      code('permission.refused'),
    );
    const facts = await factsOf(place, 'response.submitted');
    expect(facts.map(({ data }) => data['channel'])).toEqual(['html', 'paper']);
    const reception = await own.getReception({ campaignId });
    expect(reception.respondents.map(({ respondentId, channel }) => [respondentId, channel])).toEqual([
      [department(place, 2), 'excel'],
    ]);
    await expect(client(place, place.staff(9)).getReception({ campaignId })).rejects.toEqual(
      code('permission.refused'),
    );
  });

  it('waits for the head where the campaign asks for that', async () => {
    const place = await city();
    const { id: campaignId } = await open(place, 'self-check-2026', { requiresApproval: true });
    const input = { campaignId, departmentId: department(place, 0), revision: 1 };
    const head = client(place, place.head(0));
    await expect(head.approveResponse(input)).rejects.toEqual(code('state.refused'));
    expect(await submit(place, place.staff(0), campaignId, 0)).toMatchObject({ state: 'awaiting-approval' });
    expect(await factsOf(place, 'response.submitted')).toEqual([]);
    await expect(client(place, place.staff(0)).approveResponse(input)).rejects.toEqual(code('permission.refused'));
    await expect(client(place, place.head(1)).approveResponse(input)).rejects.toEqual(code('permission.refused'));
    await head.returnResponse({ ...input, reason: '問3を確かめてください。' });
    const sheet = await client(place, place.staff(0)).getSheet({ campaignId, departmentId: department(place, 0) });
    expect(sheet).toMatchObject({
      progress: 'returned',
      notices: [{ kind: 'returned', message: '問3を確かめてください。' }],
    });
    await submit(place, place.staff(0), campaignId, 0, { expectedRevision: 1 });
    await expect(head.approveResponse(input)).rejects.toEqual(code('record.stale'));
    expect(await head.approveResponse({ ...input, revision: 2 })).toMatchObject({ state: 'submitted' });
    expect(await submit(place, place.head(1), campaignId, 1)).toMatchObject({ state: 'submitted' });
    expect((await factsOf(place, 'response.submitted')).map(({ data }) => data['revision'])).toEqual([2, 1]);
  });

  it('by 200 departments of two municipalities at once is all or nothing for each', async () => {
    const places = [await city(100), await city(100)];
    const campaigns: string[] = [];
    for (const place of places) campaigns.push((await open(place, 'self-check-2026')).id);
    const results = await Promise.allSettled(
      Array.from({ length: 200 }, (_, index) => {
        const [place, campaignId] = [places[index % 2], campaigns[index % 2]];
        if (place === undefined || campaignId === undefined) throw new Error('no place');
        const section = Math.floor(index / 2);
        const incomplete = section % 10 === 3 ? { answers: {} } : {};
        return submit(place, place.staff(section), campaignId, section, incomplete);
      }),
    );
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(20);
    for (const [index, place] of places.entries()) {
      const { campaign } = await client(place, place.office).getProgress({ campaignId: campaigns[index] ?? '' });
      expect(campaign.answered).toBe(90);
      expect(await factsOf(place, 'response.submitted')).toHaveLength(90);
      const verdict = await test.application.parts.database.transaction(place.tenantId, (tx) => verifyJournal(tx));
      expect(verdict.broken).toBeNull();
    }
  });

  it('never changes afterwards, not even in the database', async () => {
    const place = await city(1);
    const { id: campaignId } = await open(place, 'self-check-2026');
    await submit(place, place.staff(0), campaignId, 0);
    const change = test.application.parts.database.transaction(place.tenantId, (tx) =>
      tx
        .db<{ response: { tenant_id: number; points: number } }>()
        .updateTable('response')
        .set({ points: 0 })
        .where('tenant_id', '=', tx.tenantId)
        .execute(),
    );
    await expect(change).rejects.toMatchObject({ code: '42501' });
  });
});

describe('reminders', () => {
  it('go to those without an answer, by the office and three days before the due day', async () => {
    const place = await city();
    const { id: campaignId } = await open(place, 'self-check-2026');
    await submit(place, place.staff(0), campaignId, 0);
    const office = client(place, place.office);
    const { reminded } = await office.remindLate({ campaignId, message: '本日中にお願いします。' });
    expect(reminded.map(({ departmentId }) => departmentId)).toEqual(place.sections.slice(1));
    const { sheets } = await client(place, place.staff(1)).listOwnSheets({});
    expect(sheets).toMatchObject([{ campaignId, notices: 1, progress: 'not-started' }]);
    const { database, blobs, clock } = test.application.parts;
    const runner = createJobRunner({ database, blobs, clock, log: silentLog, modules: [selfCheck] });
    test.clock.moveTo('2026-07-27T23:59:59.000Z');
    await runner.runDue();
    expect(await factsOf(place, 'campaign.reminded')).toHaveLength(1);
    test.clock.moveTo('2026-07-28T00:00:00.000Z');
    await runner.runDue();
    const facts = await factsOf(place, 'campaign.reminded');
    expect(facts.map(({ actor }) => actor.party)).toEqual(['city', 'system']);
    await expect(office.remindLate({ campaignId, departments: [place.engagementId] })).rejects.toEqual(
      code('input.invalid'),
    );
  });
});
