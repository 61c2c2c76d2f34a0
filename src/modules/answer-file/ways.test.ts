/** Every way of answering leads to the same stored answers. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnswerSheet } from '../../core/assessment/index.ts';
import { selfCheckForm, selfCheckSheet, surveyForm, surveySheet } from '../../core/assessment/testing/sheets.ts';
import { readFacts } from '../../kernel/journal.ts';
import type { TestApplication } from '../../kernel/test-application.ts';
import { client, createCity, open, type City } from '../self-check/testing/city.ts';
import { answersOf, typingOf } from './rules/entry.ts';
import { tidySheet } from './rules/sheet.ts';
import { answerFileOf, filledBook, files, sheetArbitrary, startApplication, upload } from './testing/answering.ts';

const FORMS = { 'self-check-2026': selfCheckForm, 'preliminary-survey-2026': surveyForm } as const;

let test: TestApplication;
let city: City;
beforeAll(async () => {
  test = await startApplication();
  test.clock.moveTo('2026-07-01T00:00:00.000Z');
  city = await createCity(test, await test.addTenant('ways'), 4);
});
afterAll(() => test.close());

const office = () => files(city, city.office);
const department = (index: number): string => city.sections[index] ?? '';

/** Takes files in as the office does. @returns what the office was told about each */
async function takeIn(campaignId: string, sent: readonly (readonly [name: string, content: Uint8Array | string])[]) {
  const { intakeId } = await office().openIntake({ campaignId });
  const fileIds: string[] = [];
  for (const [name, content] of sent) fileIds.push(await upload(city, city.office, name, content));
  await office().addToIntake({ intakeId, fileIds });
  const { files: read } = await office().getIntake({ intakeId });
  expect(read.flatMap(({ problems }) => problems)).toEqual([]);
  const chosen = read
    .filter(({ verdict }) => verdict === 'new' || verdict === 'changed')
    .map(({ number, revision }) => ({ number, revision }));
  if (chosen.length === 0) return read;
  const { refused } = await office().acceptFiles({ intakeId, files: chosen });
  expect(refused).toEqual([]);
  return read;
}

/** What is stored of each department, and how it came. */
async function stored(campaignId: string) {
  const { departments: respondents } = await client(city, city.office).getProgress({ campaignId });
  const answers: AnswerSheet[] = [];
  for (const respondentId of city.sections) {
    const { revisions } = await client(city, city.office).getResponse({ campaignId, respondentId });
    answers.push(revisions[0]?.answers ?? {});
  }
  const channels = city.sections.map((id) => respondents.find(({ respondentId }) => respondentId === id)?.channel);
  return { answers, channels };
}

async function answerByEachWay(campaignId: string, form: typeof selfCheckForm, sheet: AnswerSheet): Promise<void> {
  const sheetOf = (index: number, kind: 'html' | 'excel') =>
    office().downloadSheet({ campaignId, respondentId: department(index), kind });
  const { respondents } = await client(city, city.office).getReception({ campaignId });
  const revisionOf = (index: number): number =>
    respondents.find(({ respondentId }) => respondentId === department(index))?.revision ?? 0;
  await client(city, city.staff(0)).submitResponse({
    campaignId,
    respondentId: department(0),
    expectedRevision: revisionOf(0),
    answers: tidySheet(form, sheet),
  });
  const html = answerFileOf((await sheetOf(1, 'html')).bytes, tidySheet(form, sheet));
  const book = await filledBook((await sheetOf(2, 'excel')).bytes, form, sheet);
  await takeIn(campaignId, [
    ['回答.json', html],
    ['回答票.xlsx', book],
  ]);
  await client(city, city.office).submitOnBehalf({
    campaignId,
    respondentId: department(3),
    expectedRevision: revisionOf(3),
    answers: tidySheet(form, answersOf(form, typingOf(form, sheet))),
    receivedOn: '2026-07-01',
  });
}

describe.each(Object.keys(FORMS) as (keyof typeof FORMS)[])('answers to %s', (content) => {
  let campaignId: string;
  beforeAll(async () => {
    ({ id: campaignId } = await open(city, content));
  });

  it('are the same by the page, the HTML file, the Excel sheet and paper', async () => {
    const form = FORMS[content];
    await fc.assert(
      fc.asyncProperty(sheetArbitrary(form), async (sheet) => {
        await answerByEachWay(campaignId, form, sheet);
        const { answers, channels } = await stored(campaignId);
        expect(answers[0]).not.toEqual({});
        for (const other of answers.slice(1)) expect(other).toEqual(answers[0]);
        expect(channels).toEqual(['web', 'html', 'excel', 'paper']);
      }),
      { numRuns: 8 },
    );
  });

  it('leave the same facts, with the way they came', async () => {
    const facts = await test.application.parts.database.transaction(city.tenantId, (tx) =>
      readFacts(tx, { kinds: ['response.submitted'] }),
    );
    const own = facts.filter(({ data }) => data['campaign'] === campaignId).slice(-4);
    expect(own.map(({ data }) => data['channel'] ?? 'web').toSorted()).toEqual(['excel', 'html', 'paper', 'web']);
    expect(new Set(own.map(({ data }) => data['answersHash'])).size).toBe(1);
    expect(own.map(({ data }) => data['proxy'] ?? false).toSorted()).toEqual([false, true, true, true]);
    expect(own.find(({ data }) => data['channel'] === 'paper')?.data['occurredOn']).toBe('2026-07-01');
  });
});

describe('a department', () => {
  it('goes on from its own draft, and hands its own file in', async () => {
    const own = await createCity(test, await test.addTenant('own'), 2);
    test.clock.moveTo('2026-07-01T00:00:00.000Z');
    const { id: campaignId } = await open(own, 'self-check-2026', { requiresApproval: true });
    const place = { campaignId, respondentId: own.sections[0] ?? '' };
    const person = own.staff(0);
    const staff = files(own, person);
    await client(own, person).saveDraft({
      ...place,
      draftVersion: 0,
      answers: { 'asset-pledge': { value: 'no' } },
    });
    const { bytes, name } = await staff.downloadSheet({ ...place, kind: 'html' });
    expect(name).toMatch(/^回答票_\d{4}-\d_.*\.html$/u);
    expect(new TextDecoder().decode(bytes)).toContain('"asset-pledge":{"value":"no"}');
    const answers = selfCheckSheet({ 'asset-pledge': { value: 'no', reason: '準備中のため' } });
    const fileId = await upload(own, person, '回答.json', answerFileOf(bytes, answers));
    const preview = await staff.previewOwnFile({ ...place, fileIds: [fileId] });
    expect(preview).toMatchObject({ verdict: 'new', revision: 0, problems: [], refusal: null });
    expect(preview.differences[0]).toMatchObject({ number: 1, before: '', after: 'いいえ\n理由：準備中のため' });
    expect(await staff.submitOwnFile({ ...place, fileIds: [fileId], expectedRevision: 0 })).toEqual({
      revision: 1,
      state: 'awaiting-approval',
    });
    await expect(staff.submitOwnFile({ ...place, fileIds: [fileId], expectedRevision: 0 })).resolves.toMatchObject({
      revision: 1,
    });
    await client(own, own.head(0)).approveResponse({ ...place, revision: 1 });
    const facts = await test.application.parts.database.transaction(own.tenantId, (tx) =>
      readFacts(tx, { kinds: ['response.submitted'] }),
    );
    expect(facts.map(({ data }) => data['channel'])).toEqual(['html']);
  });

  it('gets no sheet of another department, and hands none in', async () => {
    const other = await createCity(test, await test.addTenant('other'), 2);
    test.clock.moveTo('2026-07-01T00:00:00.000Z');
    const { id: campaignId } = await open(other, 'preliminary-survey-2026');
    const [first = '', second = ''] = other.sections;
    const person = other.staff(0);
    const staff = files(other, person);
    const refused = expect.objectContaining({ code: 'permission.refused' });
    await expect(staff.downloadSheet({ campaignId, respondentId: second, kind: 'excel' })).rejects.toEqual(refused);
    await expect(staff.downloadSheets({ campaignId, kind: 'excel' })).rejects.toEqual(refused);
    await expect(staff.openIntake({ campaignId })).rejects.toEqual(refused);
    const { bytes } = await files(other, other.office).downloadSheet({
      campaignId,
      respondentId: second,
      kind: 'html',
    });
    const fileId = await upload(other, person, '回答.json', answerFileOf(bytes, surveySheet()));
    const submit = { campaignId, respondentId: first, fileIds: [fileId], expectedRevision: 0 };
    await expect(staff.submitOwnFile(submit)).rejects.toEqual(expect.objectContaining({ code: 'state.refused' }));
    await expect(staff.submitOwnFile({ ...submit, respondentId: second })).rejects.toEqual(refused);
  });
});
