/** A survey of a city's people: prepared, its list filled, started, with the links that people answer by. */
import { expect } from 'vitest';
import { selfCheckContract } from '../contract.ts';
import { type City, client, publish } from './city.ts';

export interface StaffSurvey {
  readonly campaignId: string;
  /** Respondents in the order in which they were listed. */
  readonly people: readonly string[];
  /** Links in the same order. */
  readonly tokens: readonly string[];
}

/** @param sections index of the section of each person */
export async function surveyStaff(
  city: City,
  sections: readonly number[],
  options: { readonly anonymous?: boolean; readonly requiresApproval?: boolean; readonly smallestGroup?: number } = {},
): Promise<StaffSurvey> {
  const office = client(city, city.office);
  const { id: campaignId, version } = await office.prepareCampaign({
    engagementId: city.engagementId,
    questionnaireId: await publish(city, 'self-check-2026'),
    unit: 'person',
    opens: '2026-07-01',
    due: '2026-07-31',
    ...options,
  });
  const people: string[] = [];
  for (const [index, section] of sections.entries()) {
    const { respondentId } = await office.saveRespondent({
      campaignId,
      staffNumber: `S${String(index).padStart(3, '0')}`,
      name: `職員${index}`,
      departmentId: city.sections[section] ?? '',
    });
    people.push(respondentId);
  }
  await office.startCampaign({ campaignId, version });
  const { links } = await office.issueLinks({ campaignId });
  const tokens = people.map((id) => tokenIn(links.find(({ respondentId }) => respondentId === id)?.path));
  return { campaignId, people, tokens };
}

export function tokenIn(path: string | undefined): string {
  expect(path).toMatch(/^\/answer#s\.\d+\.[\w-]{43}$/);
  return path?.split('#')[1] ?? '';
}

/** The operations as somebody without a session calls them. */
export const stranger = (city: City) => ({
  call: (name: string, input: unknown) =>
    city.test.application.call(selfCheckContract.id, name, input, { caller: null }),
});
