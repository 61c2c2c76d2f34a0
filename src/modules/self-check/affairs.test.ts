/** Affairs of two contract years: what the office has matched is compared. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestApplication } from '../../kernel/test-application.ts';
import { engagementContract } from '../engagement/contract.ts';
import { type City, client, createCity, publish, startApplication } from './testing/city.ts';

let test: TestApplication;
let city: City;
beforeAll(async () => {
  test = await startApplication();
  city = await createCity(test, await test.addTenant('affairs'), 9);
});
afterAll(() => test.close());

const office = () => client(city, city.office);

async function survey(engagementId: string, questionnaireId: string) {
  const { today } = await office().listOwnSheets({});
  const { id: campaignId, version } = await office().prepareCampaign({
    engagementId,
    questionnaireId,
    unit: 'affair',
    opens: today,
    due: `${today.slice(0, 4)}-12-25`,
  });
  await office().addAffairs({ campaignId, affairs: 'all' });
  await office().startCampaign({ campaignId, version });
  return campaignId;
}

const AFFAIR = { kind: 'number-using' as const };

it('an affair that goes on under another name brings its answers of the year before', async () => {
  const [departmentId = ''] = city.sections;
  const { engagementId: first } = await test.application.client(engagementContract, city.office).createEngagement({
    specification: 'koganei-2023',
    contractDate: '2023-04-03',
    contractor: '株式会社青葉監査',
    client: { department: '情報セキュリティ担当課', address: 'あおば市1-1', tel: '000-000-0000', fax: '', email: '' },
    places: [],
  });
  const before = await office().saveAffair({ engagementId: first, name: '住民税の賦課事務', ...AFFAIR, departmentId });
  const form = await publish(city, 'my-number-self-check-2026');
  const campaignId = await survey(first, form);
  const sheet = await client(city, city.staff(0)).getSheet({ campaignId, respondentId: before.affairId });
  // The register knows the kind of the affair: nobody has to say it again.
  expect(sheet.answers).toEqual({ 'my-number-affairs': { value: 'number-using' } });
  const answers = Object.fromEntries(
    sheet.form.sections
      .flatMap((section) => (section.segments?.includes('number-related') === true ? [] : section.items))
      .map(({ id, type }) => [id, { value: type === 'single' ? 'number-using' : 'yes' }]),
  );
  await office().submitOnBehalf({
    campaignId,
    respondentId: before.affairId,
    expectedRevision: 0,
    answers,
    receivedOn: (await office().listOwnSheets({})).today,
  });
  const { version } = await office().getCampaign({ campaignId });
  await office().closeCampaign({ campaignId, version });

  // So that the later one has been opened later.
  test.clock.moveTo('2026-06-02T00:00:00.000Z');
  const { engagementId } = city;
  const now = await office().saveAffair({ engagementId, name: '個人住民税の課税', ...AFFAIR, departmentId });
  const again = await survey(engagementId, form);
  const own = { campaignId: again, respondentId: now.affairId };
  expect((await client(city, city.staff(0)).getSheet(own)).previous).toBeNull();

  const matched = await office().continueAffair({ affairId: now.affairId, version: 1, earlier: before.affairId });
  const shown = (await client(city, city.staff(0)).getSheet(own)).previous;
  expect(shown?.answers['mn-policy-known']).toEqual({ value: 'yes' });
  const { previous } = await office().listPreviousAnswers({ campaignId: again, respondents: [now.affairId] });
  expect(previous).toMatchObject([{ respondentId: now.affairId, answers: { 'mn-policy-known': { value: 'yes' } } }]);
  const { affairs } = await office().listAffairs({ engagementId });
  expect(affairs).toMatchObject([{ continues: { affairId: before.affairId }, candidate: null }]);

  await expect(
    office().continueAffair({ affairId: before.affairId, version: 1, earlier: now.affairId }),
  ).rejects.toMatchObject({ detail: { fields: [{ path: 'earlier' }] } });
  await expect(office().continueAffair({ affairId: now.affairId, version: 1, earlier: null })).rejects.toMatchObject({
    code: 'record.stale',
  });
  await office().continueAffair({ affairId: now.affairId, version: matched.version, earlier: null });
  expect((await client(city, city.staff(0)).getSheet(own)).previous).toBeNull();
});
