/** The conditions that a specification sets for the team against what is on record. Pure. */
import { formatEra } from '../../core/calendar/index.ts';
import type { FirmCondition, TeamConditions } from '../../core/specification/index.ts';
import { coverageFrom } from './coverage.ts';
import { peopleResults } from './evaluate-people.ts';
import {
  type ConditionResult,
  endsInside,
  isSoon,
  type Moment,
  namesOf,
  type TeamMember,
  type TeamRecords,
} from './team-records.ts';

/** One line per condition; what the specification does not ask for has none. */
export function evaluateTeam(
  conditions: TeamConditions,
  records: TeamRecords,
  moment: Moment,
): readonly ConditionResult[] {
  return [
    ...conditions.firm.map((condition) => firmResult(condition, records, moment)),
    ...conditions.people.flatMap((condition) => peopleResults(condition, conditions, records, moment)),
    ...independenceResults(conditions, records),
    ...leadResults(conditions, records),
    ...conditions.appointed.map((condition) => appointedResult(condition, records)),
    ...substituteResults(conditions, records),
  ];
}

function firmResult(condition: FirmCondition, records: TeamRecords, moment: Moment): ConditionResult {
  const { scope, field } = condition;
  const ofType = records.credentials.filter(
    (credential) =>
      credential.type === condition.type &&
      (field === undefined || credential.field === field) &&
      credential.lastCheck !== 'absent',
  );
  // Whose certificate it is stands in the certificate's own words; the condition asks that it was recorded at all.
  const fitting = ofType.filter((credential) => scope === undefined || credential.scope.trim() !== '');
  const base = { clause: condition.clause, title: condition.name, members: [] };
  const coverage = coverageFrom(fitting, moment.today);
  if (!coverage.covered) {
    const unscoped = scope !== undefined && coverageFrom(ofType, moment.today).covered;
    return {
      ...base,
      state: 'unsatisfied',
      endsOn: null,
      endsSoon: false,
      explanation: unscoped
        ? `${condition.name}の範囲が記録されていません。${scope}の認証であることを、範囲の欄に記録してください。`
        : `有効な${condition.name}${field === undefined ? '' : `（${field}）`}が記録されていません。登録証等を登録してください。`,
    };
  }
  const ends = endsInside(coverage, moment);
  return {
    ...base,
    clause: ends === null ? condition.clause : (condition.renewalClause ?? condition.clause),
    state: ends === null ? 'satisfied' : 'attention',
    endsOn: coverage.until,
    endsSoon: isSoon(ends, moment),
    explanation:
      ends === null
        ? '契約期間の末日まで有効です。'
        : `${formatEra(ends)}に有効期限が来ます。更新後の証書を登録してください。`,
  };
}

function independenceResults({ independence }: TeamConditions, records: TeamRecords): readonly ConditionResult[] {
  if (independence === undefined) return [];
  const { clause, from } = independence;
  return [from === 'vendors' ? vendorResult(clause, records) : departmentResult(clause, records)];
}

const lasting = { endsOn: null, endsSoon: false } as const;

function departmentResult(clause: string, records: TeamRecords): ConditionResult {
  const base = { clause, title: '監査チームの独立性', ...lasting };
  const involved = records.members.filter(({ id }) =>
    records.declarations.some(
      (declaration) =>
        declaration.memberId === id &&
        declaration.involved &&
        records.auditedDepartments.includes(declaration.departmentId),
    ),
  );
  const undeclared = records.members.filter(({ id }) =>
    records.auditedDepartments.some(
      (department) =>
        !records.declarations.some(
          (declaration) => declaration.memberId === id && declaration.departmentId === department,
        ),
    ),
  );
  const clear = records.members.filter((member) => !involved.includes(member) && !undeclared.includes(member));
  const members = clear.map(({ id }) => id);
  const refused = refusedIndependence(records.members, involved, undeclared, {
    involved: 'は監査対象の情報資産の管理に関与しています。担当から外してください。',
    undeclared: 'の申告がまだありません。監査対象の所属すべてについて申告してください。',
  });
  if (refused !== null) return { ...base, state: 'unsatisfied', members, explanation: refused };
  const none = records.auditedDepartments.length === 0;
  return {
    ...base,
    state: none ? 'attention' : 'satisfied',
    members,
    explanation: none
      ? '監査対象の所属が決まっていません。決まった後に申告してください。'
      : '全員が、監査対象の情報資産の管理に関与していないと申告しています。',
  };
}

function vendorResult(clause: string, records: TeamRecords): ConditionResult {
  const base = { clause, title: '特定の事業者からの独立性', ...lasting };
  const tieOf = (id: string) => records.vendorTies.find(({ memberId }) => memberId === id);
  const tied = records.members.filter(({ id }) => tieOf(id)?.tied === true);
  const undeclared = records.members.filter(({ id }) => tieOf(id) === undefined);
  const members = records.members.filter(({ id }) => tieOf(id)?.tied === false).map(({ id }) => id);
  const refused = refusedIndependence(records.members, tied, undeclared, {
    involved: 'は事業者との利害関係を申告しています。利害関係のない担当者に替えるか、申告を改めてください。',
    undeclared: 'の申告がまだありません。事業者との利害関係の有無を申告してください。',
  });
  if (refused !== null) return { ...base, state: 'unsatisfied', members, explanation: refused };
  return { ...base, state: 'satisfied', members, explanation: '全員が、事業者との利害関係がないと申告しています。' };
}

function refusedIndependence(
  members: readonly TeamMember[],
  involved: readonly TeamMember[],
  undeclared: readonly TeamMember[],
  words: { readonly involved: string; readonly undeclared: string },
): string | null {
  if (members.length === 0) return '担当者が登録されていません。';
  if (involved.length > 0) return `${namesOf(involved)}${words.involved}`;
  return undeclared.length > 0 ? `${namesOf(undeclared)}${words.undeclared}` : null;
}

function leadResults({ lead }: TeamConditions, records: TeamRecords): readonly ConditionResult[] {
  if (lead === undefined) return [];
  const leads = records.members.filter((member) => member.isLead);
  const found = leads.length === 1;
  return [
    {
      clause: lead.clause,
      title: lead.role,
      state: found ? 'satisfied' : 'unsatisfied',
      members: leads.map(({ id }) => id),
      ...lasting,
      explanation: found
        ? `${namesOf(leads)}が${lead.role}です。`
        : `${lead.role}がいません。担当者の中から一人を選任してください。`,
    },
  ];
}

function appointedResult(
  { clause, role, min, max }: TeamConditions['appointed'][number],
  records: TeamRecords,
): ConditionResult {
  const holders = records.members.filter(({ roles }) => roles.includes(role));
  const few = holders.length < min;
  const many = max !== undefined && holders.length > max;
  const wanted = min === max ? `${min}人` : `${min}人以上`;
  return {
    clause,
    title: `${role}の選任`,
    state: few || many ? 'unsatisfied' : 'satisfied',
    members: holders.map(({ id }) => id),
    ...lasting,
    explanation: few
      ? `${role}が${wanted}必要ですが、${holders.length}人です。担当者の役割に「${role}」を加えてください。`
      : many
        ? `${role}は${max}人までですが、${namesOf(holders)}の${holders.length}人が登録されています。役割を見直してください。`
        : `${namesOf(holders)}が${role}です。`,
  };
}

/** Each of those meant has a substitute who works in the team today. */
function substituteResults({ substitutes, lead }: TeamConditions, records: TeamRecords): readonly ConditionResult[] {
  if (substitutes === undefined) return [];
  const meant = records.members.filter(({ isLead }) => substitutes.of === 'everyone' || isLead);
  const covered = meant.filter(({ id }) =>
    records.substitutes.some(
      ({ memberId, substituteId }) => memberId === id && records.members.some((member) => member.id === substituteId),
    ),
  );
  const open = meant.filter(({ id }) => !covered.some((member) => member.id === id));
  const satisfied = meant.length > 0 && open.length === 0;
  const nobody = substitutes.of === 'lead' && lead !== undefined ? `${lead.role}を選任し、` : '担当者を登録し、';
  return [
    {
      ...lasting,
      clause: substitutes.clause,
      title: '不測の事態に備えた代わりの人',
      state: satisfied ? 'satisfied' : 'unsatisfied',
      members: satisfied ? covered.map(({ id }) => id) : [],
      explanation: satisfied
        ? '代わりの人を定めています。'
        : `${meant.length === 0 ? nobody : `${namesOf(open)}に`}代わる人を、今の体制から定めてください。`,
    },
  ];
}
