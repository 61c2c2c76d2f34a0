/** The conditions of clause 7 against what is on record: satisfied or not, by whom, and what ends when. Pure. */
import { addDays, type Day, formatEra } from '../../core/calendar/index.ts';
import { type FirmCondition, qualificationName, type TeamConditions } from './conditions.ts';
import { type Coverage, coverageFrom, type Validity } from './rules.ts';

export interface TeamRecords {
  /** Members who work in the engagement on the day looked at. */
  readonly members: readonly { readonly id: string; readonly name: string; readonly isLead: boolean }[];
  readonly qualifications: readonly (Validity & { readonly memberId: string; readonly code: string })[];
  readonly experience: readonly { readonly memberId: string; readonly counted: boolean }[];
  readonly credentials: readonly (Validity & {
    readonly type: string;
    readonly field: string | null;
    /** Result of the latest look-up of the published list; null when it was never looked up again. */
    readonly lastCheck: 'listed' | 'absent' | null;
  })[];
  readonly declarations: readonly {
    readonly memberId: string;
    readonly departmentId: string;
    readonly involved: boolean;
  }[];
  /** The departments that will be audited; empty before they are selected. */
  readonly auditedDepartments: readonly string[];
}

/** `attention`: satisfied today, but something ends inside the contract. */
export type ConditionState = 'satisfied' | 'attention' | 'unsatisfied';

export interface ConditionResult {
  readonly clause: string;
  readonly title: string;
  readonly state: ConditionState;
  readonly explanation: string;
  /** Ids of the members who satisfy it. */
  readonly members: readonly string[];
  /** Last day that is covered, when the condition rests on something that ends; null otherwise. */
  readonly endsOn: Day | null;
}

export interface Moment {
  readonly today: Day;
  readonly periodTo: Day;
}

export function evaluateTeam(
  conditions: TeamConditions,
  records: TeamRecords,
  moment: Moment,
): readonly ConditionResult[] {
  return [
    ...conditions.firm.map((condition) => firmResult(condition, records, moment)),
    ...qualifiedResults(conditions, records, moment),
    independenceResult(conditions, records),
    leadResult(conditions, records),
  ];
}

/** True when nothing of the conditions is unmet: field work may start. */
export function allSatisfied(results: readonly ConditionResult[]): boolean {
  return results.every((result) => result.state !== 'unsatisfied');
}

function firmResult(condition: FirmCondition, records: TeamRecords, moment: Moment): ConditionResult {
  const fitting = records.credentials.filter(
    (credential) =>
      credential.type === condition.type &&
      (condition.field === undefined || credential.field === condition.field) &&
      credential.lastCheck !== 'absent',
  );
  const base = { clause: condition.clause, title: condition.name, members: [] };
  const coverage = coverageFrom(fitting, moment.today);
  if (!coverage.covered) {
    const field = condition.field === undefined ? '' : `（${condition.field}）`;
    return {
      ...base,
      state: 'unsatisfied',
      endsOn: null,
      explanation: `有効な${condition.name}${field}が記録されていません。登録証等を登録してください。`,
    };
  }
  const ends = endsInside(coverage, moment);
  return {
    ...base,
    clause: ends === null ? condition.clause : (condition.renewalClause ?? condition.clause),
    state: ends === null ? 'satisfied' : 'attention',
    endsOn: coverage.until,
    explanation:
      ends === null
        ? '契約期間の末日まで有効です。'
        : `${formatEra(ends)}に有効期限が来ます。更新後の証書を登録してください。`,
  };
}

function qualifiedResults(
  conditions: TeamConditions,
  records: TeamRecords,
  moment: Moment,
): readonly ConditionResult[] {
  const { qualification, qualified, experience } = conditions;
  const reach = new Map<string, Coverage>();
  for (const { id } of records.members) {
    const own = records.qualifications.filter(
      ({ memberId, code }) => memberId === id && qualification.codes.includes(code),
    );
    // A gap in one certificate can be bridged by another one that counts as well.
    reach.set(id, coverageFrom(own, moment.today));
  }
  const holders = records.members.filter(({ id }) => reach.get(id)?.covered === true);
  const experienced = records.members.filter(({ id }) =>
    records.experience.some((record) => record.memberId === id && record.counted),
  );
  const both = holders.filter(({ id }) => experienced.some((other) => other.id === id));
  const lasting = both.map(({ id }) => reach.get(id)).filter((coverage) => coverage?.covered === true);
  const until = lasting.reduce<Day | null>(
    (latest, coverage) =>
      latest === null || coverage.until === null ? null : coverage.until > latest ? coverage.until : latest,
    lasting[0]?.until ?? null,
  );
  const ends = both.length === 0 ? null : endsInside({ covered: true, until }, moment);
  return [
    {
      clause: qualified.clause,
      title: '資格と実績の両方を満たす者',
      state: both.length < qualified.min ? 'unsatisfied' : 'satisfied',
      members: both.map(({ id }) => id),
      endsOn: until,
      explanation:
        both.length < qualified.min
          ? `資格と実績の両方を満たす者が${qualified.min}人以上必要ですが、${both.length}人です。（資格のある者${holders.length}人、実績のある者${experienced.length}人）`
          : `${namesOf(both)}が資格と実績の両方を満たします。`,
    },
    {
      clause: ends === null ? qualification.clause : qualification.validityClause,
      title: '監査人の資格とその維持',
      state: holders.length === 0 ? 'unsatisfied' : ends === null ? 'satisfied' : 'attention',
      members: holders.map(({ id }) => id),
      endsOn: until,
      explanation:
        holders.length === 0
          ? `次のいずれかの資格が必要です。${qualification.codes.map(qualificationName).join('、')}`
          : ends === null
            ? '条件を満たす者の資格は、契約期間を通じて有効です。'
            : `条件を満たす者の資格が${formatEra(ends)}に期限を迎えます。更新の証拠を登録してください。`,
    },
    {
      clause: experience.clause,
      title: '監査の実績',
      state: experienced.length === 0 ? 'unsatisfied' : 'satisfied',
      members: experienced.map(({ id }) => id),
      endsOn: null,
      explanation:
        experienced.length === 0
          ? '実績として数えられる監査が記録されていません。'
          : `${namesOf(experienced)}に、対象となる監査の実績があります。`,
    },
  ];
}

function independenceResult(conditions: TeamConditions, records: TeamRecords): ConditionResult {
  const base = { clause: conditions.independence.clause, title: '監査チームの独立性', endsOn: null };
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
  if (records.members.length === 0) {
    return { ...base, state: 'unsatisfied', members, explanation: '担当者が登録されていません。' };
  }
  if (involved.length > 0) {
    return {
      ...base,
      state: 'unsatisfied',
      members,
      explanation: `${namesOf(involved)}は監査対象の情報資産の管理に関与しています。担当から外してください。`,
    };
  }
  if (undeclared.length > 0) {
    return {
      ...base,
      state: 'unsatisfied',
      members,
      explanation: `${namesOf(undeclared)}の申告がまだありません。監査対象の所属すべてについて申告してください。`,
    };
  }
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

function leadResult(conditions: TeamConditions, records: TeamRecords): ConditionResult {
  const leads = records.members.filter((member) => member.isLead);
  const { clause, role } = conditions.lead;
  return {
    clause,
    title: role,
    state: leads.length === 1 ? 'satisfied' : 'unsatisfied',
    members: leads.map(({ id }) => id),
    endsOn: null,
    explanation:
      leads.length === 1
        ? `${namesOf(leads)}が${role}です。`
        : `${role}がいません。担当者の中から一人を選任してください。`,
  };
}

const namesOf = (members: readonly { readonly name: string }[]): string => members.map(({ name }) => name).join('、');

/** The day after which the coverage is gone, when that lies inside the contract period. */
function endsInside(coverage: Coverage, { periodTo }: Moment): Day | null {
  if (!coverage.covered || coverage.until === null) return null;
  return addDays(coverage.until, 1) <= periodTo ? coverage.until : null;
}
