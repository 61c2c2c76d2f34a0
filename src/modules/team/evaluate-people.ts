/** Conditions that people of the team meet: qualifications, experience, practice, expertise, alone or together. Pure. */
import { type Day, formatEra } from '../../core/calendar/index.ts';
import type { ExperienceCondition, PeopleCondition, TeamConditions } from '../../core/specification/index.ts';
import { qualificationName } from './choices.ts';
import { type Coverage, coverageFrom } from './coverage.ts';
import { meetsExperience } from './experience.ts';
import {
  type ConditionResult,
  endsInside,
  isSoon,
  type Moment,
  namesOf,
  type TeamMember,
  type TeamRecords,
} from './team-records.ts';

/** One part of a condition: who meets it, and the words for it. */
interface Part {
  readonly label: string;
  readonly met: readonly TeamMember[];
}

/** The line of the condition; beside it lines for qualification and experience where the specification sets them apart. */
export function peopleResults(
  condition: PeopleCondition,
  conditions: TeamConditions,
  records: TeamRecords,
  moment: Moment,
): readonly ConditionResult[] {
  const pool = records.members.filter((member) => isAmong(member, condition));
  const reach = new Map(pool.map(({ id }) => [id, qualificationReach(id, condition, records, moment)]));
  const holders = pool.filter(({ id }) => reach.get(id)?.covered === true);
  const wanted = conditions.experience.filter(({ id }) => condition.anyExperience?.includes(id) === true);
  const experienced = pool.filter(({ id }) => wanted.some((one) => hasExperience(id, one, records, moment)));
  const parts: Part[] = [
    ...(condition.anyQualification === undefined ? [] : [{ label: '資格', met: holders }]),
    ...(condition.anyExperience === undefined ? [] : [{ label: '実績', met: experienced }]),
    ...careerParts(condition, conditions, pool, records),
    ...expertiseParts(condition, pool, records),
  ];
  const all = pool.filter((member) => parts.every(({ met }) => met.includes(member)));
  const until = condition.anyQualification === undefined ? null : lastDay(all, reach, condition.every);
  const apart = condition.qualificationClause !== undefined;
  const ends = all.length === 0 ? null : endsInside({ covered: true, until }, moment);
  const main = mainResult(condition, pool, parts, all);
  const warned = !apart && main.state === 'satisfied' && ends !== null;
  return [
    {
      ...main,
      ...(warned ? { state: 'attention', explanation: `${main.explanation}${renewal(ends)}` } : {}),
      endsOn: until,
      endsSoon: main.state !== 'unsatisfied' && isSoon(ends, moment),
    },
    ...(apart ? [qualificationResult(condition, holders, { until, ends }, moment)] : []),
    ...(apart && wanted.length > 0 ? [experienceResult(wanted, experienced)] : []),
  ];
}

const isAmong = (member: TeamMember, { among }: PeopleCondition): boolean =>
  among === undefined || among.some((role) => member.roles.includes(role));

function qualificationReach(
  id: string,
  { anyQualification = [] }: PeopleCondition,
  records: TeamRecords,
  moment: Moment,
): Coverage {
  const own = records.qualifications.filter(({ memberId, code }) => memberId === id && anyQualification.includes(code));
  // A gap in one certificate can be bridged by another one that counts as well.
  return coverageFrom(own, moment.today);
}

const hasExperience = (id: string, condition: ExperienceCondition, records: TeamRecords, moment: Moment): boolean =>
  meetsExperience(
    records.experience.filter(({ memberId }) => memberId === id),
    condition,
    moment.today,
  ).met;

function careerParts(
  { career }: PeopleCondition,
  { careers }: TeamConditions,
  pool: readonly TeamMember[],
  records: TeamRecords,
): readonly Part[] {
  const wanted = careers.find(({ id }) => id === career);
  if (wanted === undefined) return [];
  const met = pool.filter(({ id }) =>
    records.careers.some(
      ({ memberId, field, years }) => memberId === id && field === wanted.field && years >= wanted.minYears,
    ),
  );
  return [{ label: `${wanted.field}の${wanted.minYears}年以上の実務経験`, met }];
}

function expertiseParts(
  { anyExpertise, allExpertise }: PeopleCondition,
  pool: readonly TeamMember[],
  records: TeamRecords,
): readonly Part[] {
  const has = ({ id }: TeamMember, field: string): boolean =>
    records.expertise.some(({ memberId, fields }) => memberId === id && fields.includes(field));
  return [
    ...(anyExpertise === undefined
      ? []
      : [
          {
            label: `専門知見（${anyExpertise.join('、')}のいずれか）`,
            met: pool.filter((member) => anyExpertise.some((field) => has(member, field))),
          },
        ]),
    ...(allExpertise === undefined
      ? []
      : [
          {
            label: `専門知見（${allExpertise.join('、')}のすべて）`,
            met: pool.filter((member) => allExpertise.every((field) => has(member, field))),
          },
        ]),
  ];
}

function mainResult(
  condition: PeopleCondition,
  pool: readonly TeamMember[],
  parts: readonly Part[],
  all: readonly TeamMember[],
): Pick<ConditionResult, 'clause' | 'title' | 'state' | 'members' | 'explanation'> {
  const base = { clause: condition.clause, title: condition.title, members: all.map(({ id }) => id) };
  const lacking = pool.filter((member) => !all.includes(member));
  const met = condition.every ? lacking.length === 0 && pool.length >= condition.min : all.length >= condition.min;
  return {
    ...base,
    state: met ? 'satisfied' : 'unsatisfied',
    explanation: met ? metBy(condition, parts, all) : unmetBy(condition, pool, parts, all, lacking),
  };
}

const labelsOf = (parts: readonly Part[]): string =>
  parts.length === 2
    ? `${parts.map(({ label }) => label).join('と')}の両方`
    : parts.map(({ label }) => label).join('、');

const metBy = ({ every }: PeopleCondition, parts: readonly Part[], all: readonly TeamMember[]): string =>
  every ? `対象の担当者全員が${labelsOf(parts)}を満たします。` : `${namesOf(all)}が${labelsOf(parts)}を満たします。`;

function unmetBy(
  { every, min, among, anyQualification }: PeopleCondition,
  pool: readonly TeamMember[],
  parts: readonly Part[],
  all: readonly TeamMember[],
  lacking: readonly TeamMember[],
): string {
  const who = among === undefined ? '担当者' : among.join('、');
  if (pool.length === 0) return `${who}が登録されていません。先に担当者を登録してください。`;
  const counts = parts.map(({ label, met }) => `${label}のある者${met.length}人`).join('、');
  const list = parts.some(({ label }) => label === '資格') && (parts.length === 1 || every);
  const names =
    list && anyQualification !== undefined ? ` 対象の資格：${anyQualification.map(qualificationName).join('、')}` : '';
  if (every) {
    const details = parts
      .map(({ label, met }) => ({ label, without: pool.filter((member) => !met.includes(member)) }))
      .filter(({ without }) => without.length > 0)
      .map(({ label, without }) => `${label}が確かめられない者：${namesOf(without)}`);
    return `${who}は全員が${labelsOf(parts)}を満たす必要がありますが、${lacking.length}人が満たしていません。（${details.join('、')}）記録を登録するか、担当者を替えてください。${names}`;
  }
  return `${labelsOf(parts)}を満たす者が${min}人以上必要ですが、${all.length}人です。（${counts}）${names}`;
}

/** How long the condition stays met: the longest of those who meet it, or the shortest when each must. */
function lastDay(all: readonly TeamMember[], reach: ReadonlyMap<string, Coverage>, every: boolean): Day | null {
  const days = all.flatMap(({ id }) => {
    const coverage = reach.get(id);
    return coverage?.covered === true ? [coverage.until] : [];
  });
  const ending = days.filter((day) => day !== null).toSorted();
  if (every) return ending[0] ?? null;
  return ending.length < days.length ? null : (ending.at(-1) ?? null);
}

const renewal = (ends: Day): string =>
  `資格が${formatEra(ends)}に期限を迎えます。更新の証拠を登録するか、後任を立ててください。`;

function qualificationResult(
  condition: PeopleCondition,
  holders: readonly TeamMember[],
  { until, ends }: { readonly until: Day | null; readonly ends: Day | null },
  moment: Moment,
): ConditionResult {
  const clause = condition.qualificationClause ?? condition.clause;
  const none = holders.length === 0;
  return {
    clause: ends === null ? clause : (condition.validityClause ?? clause),
    title: '資格とその維持',
    state: none ? 'unsatisfied' : ends === null ? 'satisfied' : 'attention',
    members: holders.map(({ id }) => id),
    endsOn: until,
    endsSoon: !none && isSoon(ends, moment),
    explanation: none
      ? `次のいずれかの資格が必要です。${(condition.anyQualification ?? []).map(qualificationName).join('、')}`
      : ends === null
        ? '条件を満たす者の資格は、契約期間を通じて有効です。'
        : `条件を満たす者の${renewal(ends)}`,
  };
}

function experienceResult(wanted: readonly ExperienceCondition[], experienced: readonly TeamMember[]): ConditionResult {
  const none = experienced.length === 0;
  const kinds = [...new Set(wanted.flatMap((one) => one.kinds))].join('、');
  return {
    clause: wanted[0]?.clause ?? '',
    title: wanted.map(({ title }) => title).join('又は'),
    state: none ? 'unsatisfied' : 'satisfied',
    members: experienced.map(({ id }) => id),
    endsOn: null,
    endsSoon: false,
    explanation: none
      ? `実績として数えられる${kinds}が記録されていません。`
      : `${namesOf(experienced)}に、対象となる${kinds}の実績があります。`,
  };
}
