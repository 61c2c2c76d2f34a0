/** What can be chosen in an engagement: the product's own choices and those that its specification names. */
import { AUDIT_ACTIVITIES, CLIENT_CATEGORIES, FIRM_CREDENTIALS, QUALIFICATIONS } from '../choices.ts';
import type { Setting } from './common.ts';

const together = (...lists: readonly (readonly string[])[]): string[] => [...new Set(lists.flat())];

export function choicesOf({ conditions }: Setting) {
  const experience = conditions?.experience ?? [];
  const people = conditions?.people ?? [];
  const codes = together(people.flatMap(({ anyQualification }) => anyQualification ?? []));
  const types = conditions?.firm ?? [];
  return {
    kinds: together(experience.flatMap(({ kinds }) => kinds)),
    categories: together(
      CLIENT_CATEGORIES,
      experience.flatMap(({ categories }) => categories.map(({ name }) => name)),
    ),
    activities: together(
      AUDIT_ACTIVITIES,
      experience.flatMap(({ activityGroups }) => activityGroups.flatMap(({ anyOf }) => anyOf)),
    ),
    careerFields: together((conditions?.careers ?? []).map(({ field }) => field)),
    expertiseFields: together(
      people.flatMap(({ anyExpertise, allExpertise }) => [...(anyExpertise ?? []), ...(allExpertise ?? [])]),
    ),
    qualifications: [
      ...QUALIFICATIONS.map(({ code, name }) => ({ code, name })),
      ...codes
        .filter((code) => !QUALIFICATIONS.some((known) => known.code === code))
        .map((code) => ({ code, name: code })),
    ],
    credentials: [
      ...FIRM_CREDENTIALS,
      ...types
        .filter(({ type }, index) => types.findIndex((other) => other.type === type) === index)
        .filter(({ type }) => !FIRM_CREDENTIALS.some((known) => known.type === type))
        .map(({ type, name }) => ({ type, name })),
    ],
  };
}
