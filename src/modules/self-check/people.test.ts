/** Surveys that persons and affairs answer: lists, links, passing on, approval. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { selfCheckSheet } from '../../core/assessment/testing/sheets.ts';
import { readFacts } from '../../kernel/journal.ts';
import type { TestApplication } from '../../kernel/test-application.ts';
import { peopleContract } from '../people/contract.ts';
import { type City, client, createCity, open, publish, publishOwn, startApplication } from './testing/city.ts';
import { stranger, surveyStaff, tokenIn } from './testing/staff.ts';

let test: TestApplication;
beforeAll(async () => {
  test = await startApplication();
});
afterAll(() => test.close());

let cities = 0;
async function city(sections = 4): Promise<City> {
  test.clock.moveTo('2026-07-01T00:00:00.000Z');
  cities += 1;
  return createCity(test, await test.addTenant(`staff-${cities}`), sections);
}

const code = (expected: string) => expect.objectContaining({ code: expected });
const factsOf = (place: City, kind: string) =>
  test.application.parts.database.transaction(place.tenantId, (tx) => readFacts(tx, { kinds: [kind] }));

async function account(place: City, name: string, section: number): Promise<string> {
  const administrator = test.caller(['administrator'], { tenantId: place.tenantId });
  const { accountId } = await test.application.client(peopleContract, administrator).createAccount({
    loginName: `staff-${place.tenantId}-${section}`,
    displayName: name,
    title: null,
    party: 'city',
    roles: ['department-staff'],
    departmentId: place.sections[section] ?? null,
    firmId: null,
    email: null,
    password: 'こすもすの丘を四周ほどあるく',
  });
  return accountId;
}

describe('a staff list', () => {
  it('takes nobody twice, and no segment or department that there is not', async () => {
    const place = await city();
    const office = client(place, place.office);
    const { campaignId } = await surveyStaff(place, [0, 1]);
    const person = { campaignId, name: '新しい人', departmentId: place.sections[0] ?? '' };
    await expect(office.saveRespondent({ ...person, staffNumber: 'S000' })).rejects.toMatchObject({
      detail: { fields: [{ path: 'staffNumber' }] },
    });
    await expect(office.saveRespondent({ ...person, staffNumber: 'S100', segment: 'x' })).rejects.toMatchObject({
      detail: { fields: [{ path: 'segment' }] },
    });
    await expect(
      office.saveRespondent({ ...person, staffNumber: 'S100', departmentId: crypto.randomUUID() }),
    ).rejects.toMatchObject({ detail: { fields: [{ path: 'departmentId' }] } });
    await office.saveRespondent({ ...person, staffNumber: 'S100' });
    const { respondents } = await office.listRespondents({ campaignId });
    expect(respondents.map(({ staffNumber }) => staffNumber)).toEqual(['S000', 'S001', 'S100']);
    const [first] = respondents;
    const change = { ...person, respondentId: first?.respondentId ?? '', staffNumber: 'S000', version: 1 };
    expect(await office.saveRespondent(change)).toMatchObject({ version: 2 });
    await expect(office.saveRespondent(change)).rejects.toEqual(code('record.stale'));
  });

  it('is the office’s alone, and gone when the office says so after the end', async () => {
    const place = await city();
    const { campaignId, people, tokens } = await surveyStaff(place, [0, 1]);
    await stranger(place).call('submitByLink', { token: tokens[0], expectedRevision: 0, answers: selfCheckSheet() });
    for (const caller of [place.head(0), test.caller(['audit-lead'], { tenantId: place.tenantId })])
      await expect(client(place, caller).listRespondents({ campaignId })).rejects.toEqual(code('permission.refused'));
    const lead = client(place, test.caller(['audit-lead'], { tenantId: place.tenantId }));
    expect(await lead.getProgress({ campaignId })).toMatchObject({ departments: [], campaign: { answered: 1 } });
    const office = client(place, place.office);
    await expect(office.removeRespondent({ campaignId, respondentId: people[0] ?? '' })).rejects.toEqual(
      code('state.refused'),
    );
    await office.removeRespondent({ campaignId, respondentId: people[1] ?? '' });
    const { campaign } = await office.getProgress({ campaignId });
    expect(campaign).toMatchObject({ departments: 1, answered: 1 });
    const closed = await office.closeCampaign({ campaignId, version: campaign.version });
    expect(await office.forgetPeople({ campaignId, version: closed.version })).toEqual({ removed: 1 });
    const { departments } = await office.getProgress({ campaignId });
    expect(departments).toMatchObject([{ respondentName: '', progress: 'submitted', points: 100 }]);
    // The answer still counts; what one person answered is not shown.
    expect(await office.analyseCampaign({ campaignId })).toMatchObject({
      campaign: { answered: 1 },
      analysis: { answered: 0 },
      suppression: { few: true, open: false },
    });
  });

  it('comes from the directory too, and nobody of it twice', async () => {
    const place = await city();
    const tanaka = await account(place, '田中', 0);
    await account(place, '鈴木', 1);
    const office = client(place, place.office);
    const campaign = await office.prepareCampaign({
      engagementId: place.engagementId,
      questionnaireId: await publish(place, 'self-check-2026'),
      unit: 'person',
      opens: '2026-07-01',
      due: '2026-07-31',
    });
    const { id: campaignId } = campaign;
    await expect(office.startCampaign({ campaignId, version: campaign.version })).rejects.toEqual(
      code('state.refused'),
    );
    expect(await office.addFromDirectory({ campaignId, departments: [place.sections[0] ?? ''] })).toEqual({ added: 1 });
    expect(await office.addFromDirectory({ campaignId, departments: 'all' })).toEqual({ added: 1 });
    const own = client(place, test.caller(['department-staff'], { tenantId: place.tenantId, accountId: tanaka }));
    expect((await own.listOwnSheets({})).sheets).toEqual([]);
    await office.startCampaign({ campaignId, version: campaign.version });
    const [sheet] = (await own.listOwnSheets({})).sheets;
    expect(sheet).toMatchObject({ respondentName: '田中', unit: 'person', progress: 'not-started' });
    const respondentId = sheet?.respondentId ?? '';
    await own.submitResponse({ campaignId, respondentId, expectedRevision: 0, answers: selfCheckSheet() });
    // A colleague of the same department is not asked and sees nothing.
    await expect(client(place, place.staff(0)).getSheet({ campaignId, respondentId })).rejects.toEqual(
      code('permission.refused'),
    );
    const facts = await factsOf(place, 'response.submitted');
    expect(facts.at(-1)?.data).toMatchObject({ department: place.sections[0], respondent: respondentId });
    expect((await factsOf(place, 'campaign.opened')).at(-1)?.data).toMatchObject({ unit: 'person', respondents: 2 });
  });

  it('stops reminding whoever has answered', async () => {
    const place = await city();
    const { campaignId, people, tokens } = await surveyStaff(place, [0, 1, 1]);
    const office = client(place, place.office);
    const names = async () => (await office.remindLate({ campaignId })).reminded.map((one) => one.respondentName);
    expect((await names()).toSorted()).toEqual(['職員0', '職員1', '職員2']);
    await stranger(place).call('submitByLink', { token: tokens[1], expectedRevision: 0, answers: selfCheckSheet() });
    expect((await names()).toSorted()).toEqual(['職員0', '職員2']);
    const reminded = await factsOf(place, 'campaign.reminded');
    expect(new Set(reminded.at(-1)?.data['respondents'] as string[])).toEqual(new Set([people[0], people[2]]));
  });
});

describe('a link', () => {
  it('opens one sheet, keeps what is typed, takes one answer and its correction', async () => {
    const place = await city();
    const { tokens } = await surveyStaff(place, [0, 1]);
    const token = tokens[0] ?? '';
    const { call } = stranger(place);
    expect(await call('openLink', { token })).toMatchObject({ respondentName: '職員0', refusal: null, revision: 0 });
    const answers = { 'asset-pledge': { value: 'yes' } };
    expect(await call('saveLinkDraft', { token, draftVersion: 0, answers })).toMatchObject({ draftVersion: 1 });
    // The second tab, and the way back from a lost connection.
    expect(await call('openLink', { token })).toMatchObject({ answers, draftVersion: 1, progress: 'in-progress' });
    await expect(call('saveLinkDraft', { token, draftVersion: 0, answers })).rejects.toMatchObject({
      code: 'record.stale',
      detail: { current: { draftVersion: 1, answers } },
    });
    const first = { token, expectedRevision: 0, answers: selfCheckSheet() };
    expect(await call('submitByLink', first)).toEqual({ state: 'submitted', revision: 1 });
    expect(await call('submitByLink', first)).toEqual({ state: 'submitted', revision: 1 });
    await expect(
      call('submitByLink', { ...first, answers: selfCheckSheet({ 'asset-pledge': { value: 'no', reason: '理由' } }) }),
    ).rejects.toEqual(code('record.stale'));
    expect(await factsOf(place, 'response.submitted')).toHaveLength(1);
  });

  it('takes no option that there is not, no endless text, no item of another form, and nothing after the end', async () => {
    const place = await city();
    const { tokens } = await surveyStaff(place, [0]);
    const hand = (answers: unknown) =>
      stranger(place).call('submitByLink', { token: tokens[0], expectedRevision: 0, answers });
    const fields = (path: string) => ({ code: 'input.invalid', detail: { fields: [{ path }] } });
    await expect(hand(selfCheckSheet({ 'asset-pledge': { value: 'maybe' } }))).rejects.toMatchObject(
      fields('answers.asset-pledge.value'),
    );
    await expect(
      hand(selfCheckSheet({ 'asset-pledge': { value: 'no', reason: 'あ'.repeat(100_000) } })),
    ).rejects.toMatchObject(fields('answers.asset-pledge.reason'));
    await expect(hand({ ...selfCheckSheet(), 'of-last-year': { value: 'yes' } })).rejects.toMatchObject(
      fields('answers.of-last-year'),
    );
    // The clock of the telephone is asked nothing; the server's decides, with its minutes of grace.
    test.clock.moveTo('2026-07-31T15:05:00.000Z');
    await expect(hand(selfCheckSheet())).rejects.toEqual(code('deadline.passed'));
    test.clock.moveTo('2026-07-31T15:04:59.000Z');
    await expect(hand(selfCheckSheet())).resolves.toEqual({ state: 'submitted', revision: 1 });
  });

  it('is refused when it was made anew, revoked, never made, or of another municipality', async () => {
    const place = await city();
    const { campaignId, people, tokens } = await surveyStaff(place, [0, 1]);
    const { call } = stranger(place);
    const office = client(place, place.office);
    const [first = ''] = people;
    const { links } = await office.issueLinks({ campaignId, respondents: [first] });
    const fresh = tokenIn(links[0]?.path);
    await expect(call('openLink', { token: tokens[0] })).rejects.toEqual(code('invitation.ended'));
    expect(await call('openLink', { token: fresh })).toMatchObject({ respondentName: '職員0' });
    await office.revokeLink({ campaignId, respondentId: first });
    const guesses = [fresh, '', 'x'.repeat(200), fresh.replace(/\.\d+\./, '.999999.'), `${fresh.slice(0, -3)}abc`];
    for (const token of guesses) await expect(call('openLink', { token })).rejects.toEqual(code('invitation.ended'));
  });

  it('is stopped when it is used too often', async () => {
    const place = await city();
    const { tokens } = await surveyStaff(place, [0]);
    const use = () => stranger(place).call('openLink', { token: tokens[0] });
    for (let index = 0; index < 120; index += 1) await use();
    await expect(use()).rejects.toEqual(code('rate.limited'));
    test.clock.moveTo('2026-07-01T00:01:01.000Z');
    await expect(use()).resolves.toMatchObject({ respondentName: '職員0' });
  });
});

describe('a sheet passed on', () => {
  it('is answered by the colleague, approved by the head, and who did what is kept', async () => {
    const place = await city();
    const suzuki = await account(place, '鈴木', 1);
    const { id: campaignId } = await open(place, 'self-check-2026', { requiresApproval: true });
    const key = { campaignId, departmentId: place.sections[0] ?? '' };
    const staff = client(place, place.staff(0));
    const outside = test.caller(['department-staff'], { tenantId: place.tenantId, accountId: suzuki });
    const colleague = client(place, outside);
    await expect(colleague.getSheet(key)).rejects.toEqual(code('permission.refused'));
    await expect(staff.passSheet({ ...key, to: crypto.randomUUID(), reason: '詳しいため' })).rejects.toMatchObject({
      detail: { fields: [{ path: 'to' }] },
    });
    await expect(colleague.passSheet({ ...key, to: suzuki, reason: '自分に' })).rejects.toMatchObject({
      detail: { fields: [{ path: 'to' }] },
    });
    await staff.passSheet({ ...key, to: suzuki, reason: 'サーバを管理しているため' });
    expect((await colleague.listOwnSheets({})).sheets).toMatchObject([{ departmentId: key.departmentId }]);
    const sheet = await colleague.getSheet(key);
    expect(sheet).toMatchObject({ own: true, delegations: [{ to: '鈴木', reason: 'サーバを管理しているため' }] });
    expect(await colleague.submitResponse({ ...key, expectedRevision: 0, answers: selfCheckSheet() })).toMatchObject({
      state: 'awaiting-approval',
    });
    await expect(colleague.approveResponse({ ...key, revision: 1 })).rejects.toEqual(code('permission.refused'));
    expect(await client(place, place.head(0)).approveResponse({ ...key, revision: 1 })).toMatchObject({
      state: 'submitted',
    });
    await staff.takeBackSheet({ ...key });
    await expect(colleague.getSheet(key)).rejects.toEqual(code('permission.refused'));
    await expect(staff.takeBackSheet({ ...key })).rejects.toEqual(code('state.refused'));
    expect((await factsOf(place, 'sheet.passed')).map(({ data }) => data['to'])).toEqual([suzuki, null]);
  });
});

describe('affairs', () => {
  it('are registered, asked one by one, and answered by their departments', async () => {
    const place = await city();
    const office = client(place, place.office);
    const { engagementId } = place;
    const save = (name: string, kind: 'number-using' | 'number-related', section: number) =>
      office.saveAffair({ engagementId, name, kind, departmentId: place.sections[section] ?? '' });
    await save('個人住民税の賦課', 'number-using', 0);
    await save('給与の支払', 'number-related', 0);
    const { affairId } = await save('児童手当', 'number-using', 1);
    await expect(save('給与の支払', 'number-related', 0)).rejects.toMatchObject({
      detail: { fields: [{ path: 'name' }] },
    });
    expect((await factsOf(place, 'affair.registered')).map(({ data }) => data['type'])).toEqual([
      '利用事務',
      '関係事務',
      '利用事務',
    ]);
    const campaign = await office.prepareCampaign({
      engagementId,
      questionnaireId: await publishOwn(place, 'my-number-self-check'),
      unit: 'affair',
      opens: '2026-07-01',
      due: '2026-07-31',
    });
    const { id: campaignId } = campaign;
    expect(await office.addAffairs({ campaignId, affairs: 'all' })).toEqual({ added: 3 });
    expect(await office.addAffairs({ campaignId, affairs: [affairId] })).toEqual({ added: 0 });
    await office.startCampaign({ campaignId, version: campaign.version });
    const { sheets } = await client(place, place.staff(0)).listOwnSheets({});
    expect(sheets.map(({ respondentName }) => respondentName).toSorted()).toEqual(['個人住民税の賦課', '給与の支払']);
    expect(sheets.every(({ unit }) => unit === 'affair')).toBe(true);
    await expect(client(place, place.staff(0)).getSheet({ campaignId, respondentId: affairId })).rejects.toEqual(
      code('permission.refused'),
    );
    const { respondents } = await office.getReception({ campaignId });
    expect(respondents.map(({ respondentName }) => respondentName.replace(/^課\d+　/u, '')).toSorted()).toEqual(
      ['個人住民税の賦課', '児童手当', '給与の支払'].toSorted(),
    );
    expect((await client(place, place.staff(0)).getReception({ campaignId })).respondents).toHaveLength(2);
    expect((await factsOf(place, 'campaign.opened')).at(-1)?.data).toMatchObject({
      type: 'my-number-self-check',
      unit: 'affair',
      respondents: 3,
    });
  });
});

describe('a sheet that came by a link', () => {
  it('is passed to a colleague without an account by a link of its own, and taken back', async () => {
    const place = await city();
    const survey = await surveyStaff(place, [0, 0]);
    const [token = '', other = ''] = survey.tokens;
    const door = stranger(place);
    const passed = (await door.call('passLink', { token, name: '代理　花子', reason: '出張のため' })) as {
      path: string;
    };
    const given = tokenIn(passed.path);
    expect(await door.call('openLink', { token })).toMatchObject({ passed: false, passedTo: '代理　花子' });
    expect(await door.call('openLink', { token: given })).toMatchObject({ passed: true, passedTo: null });
    await expect(door.call('passLink', { token: given, name: '別の人' })).rejects.toEqual(code('permission.refused'));
    await door.call('submitByLink', { token: given, expectedRevision: 0, answers: selfCheckSheet({}) });
    const { departments } = await client(place, place.office).getProgress({ campaignId: survey.campaignId });
    expect(departments.find(({ respondentId }) => respondentId === survey.people[0])?.progress).toBe('submitted');
    // The journal tells that it was passed, and to nobody by name.
    const facts = await factsOf(place, 'sheet.passed');
    expect(facts.at(-1)?.data).toMatchObject({ respondent: survey.people[0] });
    expect(JSON.stringify(facts)).not.toContain('花子');
    await door.call('takeBackLink', { token });
    await expect(door.call('openLink', { token: given })).rejects.toEqual(code('invitation.ended'));
    await expect(door.call('takeBackLink', { token })).rejects.toEqual(code('state.refused'));
    await expect(door.call('takeBackLink', { token: other })).rejects.toEqual(code('state.refused'));
  });

  it('ends with the person’s own link, and is not passed without names', async () => {
    const place = await city();
    const { campaignId, people, tokens } = await surveyStaff(place, [0]);
    const door = stranger(place);
    const passed = (await door.call('passLink', { token: tokens[0], name: '代理　花子' })) as { path: string };
    await client(place, place.office).revokeLink({ campaignId, respondentId: people[0] ?? '' });
    await expect(door.call('openLink', { token: tokenIn(passed.path) })).rejects.toEqual(code('invitation.ended'));
    const nameless = await city();
    const secret = await surveyStaff(nameless, [0, 0, 0, 0, 0], { anonymous: true });
    await expect(stranger(nameless).call('passLink', { token: secret.tokens[0], name: '代理' })).rejects.toEqual(
      code('state.refused'),
    );
  });
});

describe('the review of a form', () => {
  it('is the contractor’s, of a published form, by its items', async () => {
    const place = await city();
    const questionnaireId = await publishOwn(place, 'my-number-self-check');
    const lead = client(place, test.caller(['audit-lead'], { tenantId: place.tenantId }));
    const review = { engagementId: place.engagementId, questionnaireId, conclusion: 'おおむね適切である。' };
    await expect(client(place, place.office).reviewForm({ ...review, opinions: [] })).rejects.toEqual(
      code('permission.refused'),
    );
    await expect(
      lead.reviewForm({ ...review, opinions: [{ item: 'x', opinion: '分かりにくい。' }] }),
    ).rejects.toMatchObject({ detail: { fields: [{ path: 'opinions.0.item' }] } });
    await lead.reviewForm({ ...review, opinions: [{ item: 'asset-pledge', opinion: '対象の職員を示す。' }] });
    const { reviews } = await client(place, place.office).listFormReviews({ engagementId: place.engagementId });
    expect(reviews).toMatchObject([
      { conclusion: review.conclusion, opinions: [{ number: 1, opinion: '対象の職員を示す。' }] },
    ]);
    expect((await factsOf(place, 'questionnaire.reviewed')).map(({ data }) => data)).toMatchObject([
      { type: 'my-number-self-check', version: 1, items: 1, changes: 1, viewpoint: '専門的観点' },
    ]);
  });
});

describe('the survey before a course', () => {
  it('names the course, and its end is recorded with the number of answers', async () => {
    const place = await city();
    const office = client(place, place.office);
    const start = async (about?: string) =>
      office.openCampaign({
        engagementId: place.engagementId,
        questionnaireId: await publishOwn(place, 'course-survey'),
        departments: 'all',
        opens: '2026-07-01',
        due: '2026-07-31',
        ...(about === undefined ? {} : { about }),
      });
    await expect(start()).rejects.toMatchObject({ detail: { fields: [{ path: 'about' }] } });
    const campaign = await start('初級研修');
    await start('中級研修');
    await office.closeCampaign({ campaignId: campaign.id, version: campaign.version });
    expect((await factsOf(place, 'course.surveyed')).map(({ data }) => data)).toEqual([
      { course: '初級研修', answers: 0 },
    ]);
  });
});
