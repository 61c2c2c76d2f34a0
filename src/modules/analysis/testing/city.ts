/** A municipality that has answered its self-check, for the tests of the module. */
import { selfCheckSheet, surveySheet } from '../../../core/assessment/testing/sheets.ts';
import type { ItemAnswer } from '../../../core/assessment/index.ts';
import type { Caller } from '../../../kernel/caller.ts';
import { startTestApplication } from '../../../kernel/test-application.ts';
import { type City, client as selfCheckClient, open } from '../../self-check/testing/city.ts';
import { analysisContract } from '../contract.ts';

/** The whole product: the analysis looks into audits as well. */
export const startApplication = () => startTestApplication({ start: '2026-06-01T00:00:00.000Z' });

export const client = (city: City, caller: Caller) => city.test.application.client(analysisContract, caller);

type Changed = Readonly<Record<string, ItemAnswer>>;

export const no = (reason = '担当者が異動し、手順書がないため。'): ItemAnswer => ({ value: 'no', reason });
export const notApplicable: ItemAnswer = { value: 'not-applicable', reason: '該当する業務がないため。' };

/** Opens the shipped self-check and lets the departments answer with these changes from all はい. */
export async function answered(city: City, changes: readonly Changed[]): Promise<string> {
  const { id: campaignId } = await open(city, 'self-check-2026');
  for (const [index, changed] of changes.entries()) {
    await selfCheckClient(city, city.staff(index)).submitResponse({
      campaignId,
      departmentId: city.sections[index] ?? '',
      expectedRevision: 0,
      answers: selfCheckSheet(changed),
    });
  }
  return campaignId;
}

/** The same for the preliminary survey. */
export async function surveyed(city: City, changes: readonly Changed[]): Promise<string> {
  const { id: campaignId } = await open(city, 'preliminary-survey-2026');
  for (const [index, changed] of changes.entries()) {
    await selfCheckClient(city, city.staff(index)).submitResponse({
      campaignId,
      departmentId: city.sections[index] ?? '',
      expectedRevision: 0,
      answers: surveySheet(changed),
    });
  }
  return campaignId;
}

export async function closed(city: City, campaignId: string, deliver = false): Promise<void> {
  const office = selfCheckClient(city, city.office);
  const { version } = await office.closeCampaign({ campaignId, version: 1 });
  if (deliver) await office.deliverResults({ campaignId, version });
}
