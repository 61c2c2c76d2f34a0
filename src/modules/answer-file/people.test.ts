/** People and affairs answer by file and on paper as departments do. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { selfCheckSheet } from '../../core/assessment/testing/sheets.ts';
import type { TestApplication } from '../../kernel/test-application.ts';
import { type City, client, createCity, open } from '../self-check/testing/city.ts';
import { surveyStaff } from '../self-check/testing/staff.ts';
import { answerFileOf, dataOf, files, filledBook, startApplication, upload } from './testing/answering.ts';

let test: TestApplication;
let city: City;

beforeAll(async () => {
  test = await startApplication();
  city = await createCity(test, await test.addTenant('people'), 9);
});
// Surveys of the helpers are open from the first of July.
beforeEach(() => test.clock.moveTo('2026-07-01T00:00:00.000Z'));
afterAll(() => test.close());

const office = () => files(city, city.office);

describe('a survey of people', () => {
  it('is answered by an HTML sheet, a workbook and on paper, each under the person’s name', async () => {
    const { campaignId, people } = await surveyStaff(city, [0, 0, 1, 1]);
    const [first = '', second = '', third = ''] = people;
    const { respondents, form } = await client(city, city.office).getReception({ campaignId });
    expect(respondents.map(({ respondentName }) => respondentName).toSorted()).toEqual(
      ['課000　職員0', '課000　職員1', '課001　職員2', '課001　職員3'].toSorted(),
    );
    const html = (await office().downloadSheet({ campaignId, respondentId: first, kind: 'html' })).bytes;
    expect(dataOf(html)).toMatchObject({ respondentName: '課000　職員0', unit: 'person' });
    const book = (await office().downloadSheet({ campaignId, respondentId: second, kind: 'excel' })).bytes;
    const answers = selfCheckSheet({});
    const { intakeId } = await office().openIntake({ campaignId });
    await office().addToIntake({
      intakeId,
      fileIds: [
        await upload(city, city.office, 'a.json', answerFileOf(html, answers)),
        await upload(city, city.office, 'b.xlsx', await filledBook(book, form, answers)),
      ],
    });
    const { files: read } = await office().getIntake({ intakeId });
    expect(read).toMatchObject([
      { verdict: 'new', respondentId: first, respondentName: '課000　職員0' },
      { verdict: 'new', respondentId: second, respondentName: '課000　職員1' },
    ]);
    const { accepted } = await office().acceptFiles({
      intakeId,
      files: read.map(({ number, revision }) => ({ number, revision })),
    });
    expect(accepted).toEqual([1, 2]);
    await client(city, city.office).submitOnBehalf({
      campaignId,
      respondentId: third,
      expectedRevision: 0,
      answers,
      channel: 'paper',
      receivedOn: '2026-07-01',
    });
    const { departments } = await client(city, city.office).getProgress({ campaignId });
    const channelOf = (id: string) => departments.find(({ respondentId }) => respondentId === id)?.channel;
    expect([first, second, third].map(channelOf)).toEqual(['html', 'excel', 'paper']);
    const paper = await office().downloadSheet({ campaignId, respondentId: third, kind: 'paper' });
    expect(Buffer.from(paper.bytes.slice(0, 4)).toString()).toBe('%PDF');
  });

  it('does not go into the hands of colleagues, and without names knows no files', async () => {
    const place = await createCity(test, await test.addTenant('colleagues'), 9);
    const { campaignId, people } = await surveyStaff(place, [2]);
    const colleague = files(place, place.staff(2));
    await expect(
      colleague.downloadSheet({ campaignId, respondentId: people[0] ?? '', kind: 'html' }),
    ).rejects.toMatchObject({ code: 'permission.refused' });
    const other = await createCity(test, await test.addTenant('nameless'), 9);
    const nameless = await surveyStaff(other, [0, 0, 0, 0, 0], { anonymous: true });
    await expect(
      files(other, other.office).downloadSheet({
        campaignId: nameless.campaignId,
        respondentId: nameless.people[0] ?? '',
        kind: 'html',
      }),
    ).rejects.toMatchObject({ code: 'state.refused' });
  });
});

describe('last year’s answers', () => {
  it('stand beside the questions in the HTML sheet and in the workbook', async () => {
    const place = await createCity(test, await test.addTenant('years'), 9);
    const [section = ''] = place.sections;
    const before = await open(place, 'self-check-2026');
    await client(place, place.staff(0)).submitResponse({
      campaignId: before.id,
      departmentId: section,
      expectedRevision: 0,
      answers: selfCheckSheet({ 'asset-pledge': { value: 'no', reason: '準備中のため' } }),
    });
    await client(place, place.office).closeCampaign({ campaignId: before.id, version: before.version });
    test.clock.moveTo('2026-07-01T01:00:00.000Z');
    const again = await open(place, 'self-check-2026');
    const sheets = files(place, place.office);
    const page = dataOf(
      (await sheets.downloadSheet({ campaignId: again.id, respondentId: section, kind: 'html' })).bytes,
    );
    expect(page.answers).toEqual({});
    expect(page.previous).toMatchObject({
      year: '令和8年度',
      answers: { 'asset-pledge': { value: 'no', reason: '準備中のため' } },
    });
    const { respondents } = await client(place, place.office).getReception({ campaignId: again.id });
    const second = respondents.find(({ respondentId }) => respondentId !== section)?.respondentId ?? '';
    expect(
      dataOf((await sheets.downloadSheet({ campaignId: again.id, respondentId: second, kind: 'html' })).bytes).previous,
    ).toBeNull();
    // The column is for reading: what stands there is never taken for an answer.
    const book = (await sheets.downloadSheet({ campaignId: again.id, respondentId: section, kind: 'excel' })).bytes;
    const { form } = await client(place, place.office).getReception({ campaignId: again.id });
    const staff = place.staff(0);
    const fileId = await upload(place, staff, 'c.xlsx', await filledBook(book, form, selfCheckSheet({})));
    const looked = await files(place, staff).previewOwnFile({
      campaignId: again.id,
      respondentId: section,
      fileIds: [fileId],
    });
    expect(looked).toMatchObject({ verdict: 'new', problems: [] });
    expect(looked.differences.find(({ item }) => item === 'asset-pledge')?.after).toBe('はい');
  });
});
