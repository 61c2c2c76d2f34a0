import type { Conditions, MeetingDefinition } from './conditions.ts';

/** The parts of the conditions as people know them. */
const NAMES: Readonly<Record<keyof Conditions, string>> = {
  team: '体制',
  meetings: '会議の決まり',
  duties: '受託者の義務',
  consultation: '相談',
  followUp: 'フォローアップ',
};
const PARTS = Object.keys(NAMES) as (keyof Conditions)[];

/** References inside the conditions that lead nowhere, as sentences for people. */
export function conditionProblems(
  conditions: Conditions,
  clauses: ReadonlySet<string>,
  meetings: readonly MeetingDefinition[],
): string[] {
  return [
    ...PARTS.flatMap((part) =>
      [...new Set(clausesIn(conditions[part]))]
        .filter((clause) => !clauses.has(clause))
        .map((clause) => `「${NAMES[part]}」の条件が、存在しない条項「${clause}」を参照しています。`),
    ),
    ...teamProblems(conditions.team),
    ...(conditions.meetings?.regular ?? [])
      .filter((type) => !meetings.some((meeting) => meeting.type === type))
      .map((type) => `定例の会議「${type}」が会議（meetings）にありません。`),
  ];
}

/** Every value under a key that names a clause, wherever it stands. */
function clausesIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(clausesIn);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    if (/^(clause|.+Clause)$/u.test(key) && typeof value === 'string') return [value];
    if (key === 'clauses' && Array.isArray(value)) return value.map(String);
    return clausesIn(value);
  });
}

function teamProblems(team: Conditions['team']): string[] {
  if (team === undefined) return [];
  const roles = [
    ...(team.lead === undefined ? [] : [team.lead.role]),
    ...team.appointed.map(({ role }) => role),
    ...team.people.flatMap(({ among }) => among ?? []),
    ...(team.change?.roles ?? []),
  ];
  const experience = new Set(team.experience.map(({ id }) => id));
  const careers = new Set(team.careers.map(({ id }) => id));
  return [
    ...[...new Set(roles)]
      .filter((role) => !team.roles.includes(role))
      .map((role) => `体制の条件の役割「${role}」が roles にありません。`),
    ...team.people.flatMap((condition) => [
      ...(condition.anyExperience ?? [])
        .filter((id) => !experience.has(id))
        .map((id) => `体制の条件「${condition.id}」の実績「${id}」が experience にありません。`),
      ...(condition.career === undefined || careers.has(condition.career)
        ? []
        : [`体制の条件「${condition.id}」の経歴「${condition.career}」が careers にありません。`]),
    ]),
  ];
}
