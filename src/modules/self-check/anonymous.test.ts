/** Anonymous surveys: nothing that is stored leads from a person to an answer. Reads every table, the journal and the files. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { selfCheckSheet } from '../../core/assessment/testing/sheets.ts';
import type { Tx } from '../../kernel/database.ts';
import type { TestApplication } from '../../kernel/test-application.ts';
import { type City, client, createCity, startApplication } from './testing/city.ts';
import { stranger, type StaffSurvey, surveyStaff } from './testing/staff.ts';

let test: TestApplication;
beforeAll(async () => {
  test = await startApplication();
});
afterAll(() => test.close());

let cities = 0;
async function city(sections = 9): Promise<City> {
  test.clock.moveTo('2026-07-01T00:00:00.000Z');
  cities += 1;
  return createCity(test, await test.addTenant(`anonymous-${cities}`), sections);
}

const code = (expected: string) => expect.objectContaining({ code: expected });
const inside = <T>(place: City, work: (tx: Tx) => Promise<T>): Promise<T> =>
  test.application.parts.database.transaction(place.tenantId, work);

/** Each person's answer bears words that nobody else uses, so that it is found wherever it lies. */
const WORDS = [
  'あかね',
  'いぶき',
  'うらら',
  'えにし',
  'おぼろ',
  'かすみ',
  'きさら',
  'くれは',
  'けやき',
  'こだま',
  'さざれ',
  'しずく',
];
const answerOf = (index: number) =>
  selfCheckSheet({ 'asset-pledge': { value: 'no', reason: `理由は${WORDS[index] ?? ''}` } });

const submit = (place: City, { tokens }: StaffSurvey, index: number, answers = answerOf(index)) =>
  stranger(place).call('submitByLink', { token: tokens[index], expectedRevision: 0, answers });

interface Found {
  readonly table: string;
  readonly row: Readonly<Record<string, unknown>>;
}

/** Every row of every table that the product may see, with the number of its transaction and its place. */
async function everything(place: City): Promise<Found[]> {
  return inside(place, async (tx) => {
    const db = tx.db<unknown>();
    const { rows: tables } = await sql<{ name: string }>`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'r'`.execute(db);
    const found: Found[] = [];
    for (const { name } of tables) {
      const { rows } = await sql<{ row: Record<string, unknown>; xmin: string }>`
        select to_jsonb(t) as row, t.xmin::text as xmin from ${sql.table(name)} t`.execute(db);
      for (const { row, xmin } of rows) found.push({ table: name, row: { ...row, xmin } });
    }
    return found;
  });
}

const text = (value: unknown): string => JSON.stringify(value);

describe('an anonymous answer', () => {
  it('lies in one table, which names nobody, no time and no order; nothing else of the whole store knows it', async () => {
    const place = await city();
    const survey = await surveyStaff(
      place,
      WORDS.map((_, index) => index % 9),
      { anonymous: true },
    );
    const order = [7, 2, 11, 0, 5, 9, 1, 10, 3];
    for (const [step, index] of order.entries()) {
      test.clock.moveTo(`2026-07-02T0${step}:11:0${step}.000Z`);
      await submit(place, survey, index);
    }
    const rows = await everything(place);
    const holding = rows.filter(({ row }) => WORDS.some((word) => text(row).includes(word)));
    expect(new Set(holding.map(({ table }) => table))).toEqual(new Set(['anonymous_answer']));
    expect(holding).toHaveLength(order.length);
    for (const { row } of holding) {
      expect(Object.keys(row).toSorted()).toEqual(['answers', 'campaign_id', 'group_name', 'id', 'tenant_id', 'xmin']);
      // A random id: a time in it would be the version 7 that everything else has.
      expect(row['id']).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
      for (const person of [...survey.people, ...survey.tokens]) expect(text(row)).not.toContain(person);
    }
    // No value of the answers' rows stands in a row about a person, but for campaign, municipality and the group of many.
    const people = rows.filter(({ row }) => survey.people.some((id) => text(row).includes(id)));
    const ids = new Set(holding.map(({ row }) => row['id']));
    for (const { row } of people) for (const value of Object.values(row)) expect(ids.has(value)).toBe(false);
    const journal = rows.filter(({ table, row }) => table === 'journal' && text(row).includes('response.submitted'));
    expect(journal).toEqual([]);
    // The people's rows tell that they have answered, and no time of it.
    const answered = rows.filter(({ table, row }) => table === 'respondent' && row['state'] === 'submitted');
    expect(answered).toHaveLength(order.length);
    for (const { row } of answered)
      expect(row).toMatchObject({
        submitted_at: null,
        submitted_by: null,
        answers_hash: null,
        points: null,
        revision: 0,
      });
    expect(
      rows
        .filter(({ table }) => table === 'response' || table === 'response_draft' || table === 'idempotency')
        .filter(({ row }) => text(row).includes(survey.campaignId)),
    ).toEqual([]);
  });

  it('shares the number of its transaction with as many answers as the smallest group has', async () => {
    const place = await city();
    const survey = await surveyStaff(
      place,
      WORDS.map((_, index) => index % 9),
      { anonymous: true },
    );
    for (const [step, index] of [4, 8, 0, 3, 11, 6, 1].entries()) {
      await submit(place, survey, index);
      const rows = await everything(place);
      const person = rows.find(
        ({ table, row }) => table === 'respondent' && row['respondent_id'] === survey.people[index],
      );
      const together = rows.filter(
        ({ table, row }) => table === 'anonymous_answer' && row['xmin'] === person?.row['xmin'],
      );
      expect(together).toHaveLength(Math.min(step + 1, 5));
    }
    const office = client(place, place.office);
    const { campaign } = await office.getProgress({ campaignId: survey.campaignId });
    await office.closeCampaign({ campaignId: survey.campaignId, version: campaign.version });
    const after = await everything(place);
    const answers = after
      .filter(({ table }) => table === 'anonymous_answer')
      .filter(({ row }) => row['campaign_id'] === survey.campaignId);
    expect(answers).toHaveLength(7);
    expect(new Set(answers.map(({ row }) => row['xmin'])).size).toBe(1);
    // Names, staff numbers and links are gone with the end.
    expect(
      after
        .filter(({ table }) => table === 'respondent_person' || table === 'respondent_link')
        .filter(({ row }) => row['campaign_id'] === survey.campaignId),
    ).toEqual([]);
  });

  it('is the only one of a person, also from two tabs at once, and cannot be seen or changed', async () => {
    const place = await city();
    const survey = await surveyStaff(
      place,
      WORDS.map((_, index) => index % 9),
      { anonymous: true },
    );
    const both = await Promise.allSettled([submit(place, survey, 0), submit(place, survey, 0)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(submit(place, survey, 0)).rejects.toEqual(code('state.refused'));
    expect(await stranger(place).call('openLink', { token: survey.tokens[0] })).toMatchObject({
      answers: {},
      submittedAt: null,
      refusal: expect.stringContaining('回答済み'),
    });
    await expect(
      stranger(place).call('saveLinkDraft', { token: survey.tokens[1], draftVersion: 0, answers: {} }),
    ).rejects.toEqual(code('state.refused'));
    const office = client(place, place.office);
    const key = { campaignId: survey.campaignId, respondentId: survey.people[0] ?? '' };
    await expect(office.reopenResponse({ ...key, due: '2026-08-07', reason: '訂正' })).rejects.toEqual(
      code('state.refused'),
    );
    await expect(
      office.submitOnBehalf({ ...key, expectedRevision: 0, answers: answerOf(1), receivedOn: '2026-07-01' }),
    ).rejects.toEqual(code('state.refused'));
    expect((await office.getResponse(key)).revisions).toEqual([]);
  });

  it('many at once lose nothing and stand apart from nobody', async () => {
    const place = await city();
    const survey = await surveyStaff(
      place,
      WORDS.map((_, index) => index % 9),
      { anonymous: true },
    );
    await Promise.all(WORDS.map((_, index) => submit(place, survey, index)));
    const found = (await everything(place)).filter(
      ({ table, row }) => table === 'anonymous_answer' && row['campaign_id'] === survey.campaignId,
    );
    expect(found).toHaveLength(WORDS.length);
    for (const word of WORDS) expect(found.filter(({ row }) => text(row).includes(word))).toHaveLength(1);
  });
});

describe('results without names', () => {
  it('come only when enough have answered, by groups that are large enough', async () => {
    const place = await city();
    // Nine people in the first bureau, three in the second.
    const survey = await surveyStaff(place, [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1], { anonymous: true });
    const office = client(place, place.office);
    const results = () => office.analyseCampaign({ campaignId: survey.campaignId });
    for (const index of [0, 1, 9, 10]) await submit(place, survey, index);
    const nothing = { analysis: { answered: 0, points: null } };
    expect(await results()).toMatchObject({ ...nothing, suppression: { open: true, few: true, smallestGroup: 5 } });
    await submit(place, survey, 2);
    expect(await results()).toMatchObject({ ...nothing, suppression: { open: true } });
    const { campaign } = await office.getProgress({ campaignId: survey.campaignId });
    await office.closeCampaign({ campaignId: survey.campaignId, version: campaign.version });
    const { analysis, suppression } = await results();
    expect(analysis).toMatchObject({ answered: 5 });
    // The small bureau was counted together with the other at the opening: one group of all.
    expect(analysis.bureaus).toMatchObject([{ name: 'その他', departments: 5 }]);
    expect(suppression).toEqual({ smallestGroup: 5, open: false, few: false, hiddenGroups: [], hiddenItems: [] });
  });

  it('stay hidden when the survey ends with too few', async () => {
    const place = await city();
    const survey = await surveyStaff(place, [0, 0, 0, 0, 0, 0], { anonymous: true });
    const office = client(place, place.office);
    for (const index of [0, 1, 2, 3]) await submit(place, survey, index);
    const { campaign } = await office.getProgress({ campaignId: survey.campaignId });
    await office.closeCampaign({ campaignId: survey.campaignId, version: campaign.version });
    const { analysis, choices, suppression } = await office.analyseCampaign({ campaignId: survey.campaignId });
    expect(suppression).toMatchObject({ open: false, few: true, hiddenGroups: [] });
    expect(analysis.items.every(({ yes, no }) => yes + no === 0)).toBe(true);
    expect(choices.every(({ counts }) => counts.every(({ count }) => count === 0))).toBe(true);
  });

  it('are refused for units, approval and forms that would give people away', async () => {
    const place = await city();
    await expect(surveyStaff(place, [0], { anonymous: true, requiresApproval: true })).rejects.toMatchObject({
      detail: { fields: [{ path: 'requiresApproval' }] },
    });
    await expect(surveyStaff(place, [0], { anonymous: true, smallestGroup: 4 })).rejects.toEqual(code('input.invalid'));
  });
});

describe('the files of the store', () => {
  it('hold no word of an answer', async () => {
    const { blobs } = test.application.parts;
    for await (const { sha256 } of blobs.list()) {
      const content = Buffer.from(await blobs.get(sha256)).toString('utf8');
      for (const word of WORDS) expect(content).not.toContain(word);
    }
  });
});
