/**
 * What stands against a plan: too few auditors, nobody with a qualification, somebody who is not independent, a time
 * outside the bounds, a busy season, a number of targets that the programme does not want. They warn; the obligations of
 * the contract say what is owed.
 */
import { fiscalYearOf, formatEra } from '../../../core/calendar/index.ts';
import { type Programme, TARGET_KINDS } from '../../../core/programme/index.ts';
import type { TargetContent, Warning } from '../contract/targets.ts';
import { countOfShare } from './rotation.ts';

/** A person who may audit, whichever side they come from. */
export interface Person {
  readonly kind: 'member' | 'city';
  readonly id: string;
  readonly name: string;
  /** The last days of the qualifications that the contract accepts; null has no end. */
  readonly qualifiedTo: readonly (string | null)[];
  /** Departments that the person belongs to or whose assets the person manages. */
  readonly involved: readonly string[];
  /** Audited departments about which nothing was declared. */
  readonly undeclared: readonly string[];
  /** For a city auditor: the day on which the course was completed; null while it is not. */
  readonly trainedOn: string | null;
  /** The last day with the team; null while no end is known. */
  readonly until: string | null;
  /** What was known of the person is erased: nothing can be said about the team any more. */
  readonly erased: boolean;
}

export function isQualified({ qualifiedTo }: Person, day: string): boolean {
  return qualifiedTo.some((last) => last === null || last >= day);
}

export interface Window {
  readonly departmentId: string | null;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

export interface CheckInput {
  readonly programme: Programme;
  readonly people: readonly Person[];
  readonly windows: readonly Window[];
  /** A day on which the city is open. */
  readonly isOpen: (day: string) => boolean;
  readonly period: { readonly from: string; readonly to: string };
  /** The day that counts for a target without a day of its own. */
  readonly today: string;
  readonly departmentName: (id: string) => string;
}

/** Why a person must not audit these departments; null when nothing stands against it. */
export function hindrance(
  person: Person,
  departmentIds: readonly string[],
  name: (id: string) => string,
): string | null {
  const own = departmentIds.filter((id) => person.involved.includes(id));
  if (own.length === 0) return null;
  const where = own.map(name).join('、');
  return `${person.name}さんは、監査を受ける${where}に所属し、又はその情報資産の管理に関わっているため、監査人になれません。ほかの監査人を選んでください。`;
}

type Planned = Pick<TargetContent, 'kind' | 'name' | 'departmentIds' | 'minutes' | 'plannedOn' | 'team'>;

export function checkTarget(target: Planned, input: CheckInput): Warning[] {
  return [...teamWarnings(target, input), ...timeWarnings(target, input)];
}

export function teamWarnings(target: Planned, { programme, people, departmentName, today }: CheckInput): Warning[] {
  const warnings: Warning[] = [];
  const day = target.plannedOn ?? today;
  const chosen = target.team.flatMap(({ kind, id, role }) => {
    const person = people.find((other) => other.kind === kind && other.id === id);
    return person === undefined ? [] : [{ person, role }];
  });
  if (chosen.some(({ person }) => person.erased)) return [];
  const auditing = chosen.filter(({ role }) => role !== 'attendant').map(({ person }) => person);
  const { auditorsAtLeast, qualifiedAtLeast } = programme.method;
  if (auditing.length < auditorsAtLeast)
    warnings.push({
      code: 'too-few-auditors',
      message: `監査人が${auditing.length}人です。この手順では${auditorsAtLeast}人以上で監査します。`,
    });
  const qualified = auditing.filter((person) => isQualified(person, day)).length;
  if (qualified < qualifiedAtLeast)
    warnings.push({
      code: 'unqualified',
      message: `有資格者が${qualified}人です。この手順では${qualifiedAtLeast}人以上が加わります。`,
    });
  if (auditing.length > 0 && !chosen.some(({ role }) => role === 'lead'))
    warnings.push({ code: 'no-lead', message: '監査の責任者が決まっていません。監査人の一人を責任者にしてください。' });
  for (const person of auditing) {
    const against = hindrance(person, target.departmentIds, departmentName);
    if (against !== null) warnings.push({ code: 'not-independent', message: against });
    if (person.undeclared.some((id) => target.departmentIds.includes(id)))
      warnings.push({
        code: 'undeclared',
        message: `${person.name}さんは、監査を受ける所属についての独立性の申告が済んでいません。体制の画面で申告してください。`,
      });
    const untrained = person.kind === 'city' ? trainingGap(person, day) : null;
    if (untrained !== null) warnings.push({ code: 'untrained', message: untrained });
    if (person.until !== null && person.until < day)
      warnings.push({
        code: 'dates',
        message: `${person.name}さんは、監査の日には体制から外れています。ほかの監査人を選んでください。`,
      });
  }
  return warnings;
}

/** The course of the audit's own fiscal year is what counts, completed before the audit. */
function trainingGap({ name, trainedOn }: Person, day: string): string | null {
  if (trainedOn === null)
    return `${name}さんは、内部監査人の養成研修を終えていません。研修の後に監査を行ってください。`;
  if (trainedOn > day)
    return `${name}さんが養成研修を終えるのは、監査の日より後です。監査の日を改めるか、ほかの監査人を選んでください。`;
  if (fiscalYearOf(trainedOn) < fiscalYearOf(day))
    return `${name}さんが養成研修を終えたのは前の年度です。今年度の研修を受けてから監査を行ってください。`;
  return null;
}

function timeWarnings(target: Planned, { programme, windows, isOpen, period }: CheckInput): Warning[] {
  const warnings: Warning[] = [];
  const duration = programme.durations.find(({ kind }) => kind === target.kind);
  if (duration !== undefined && (target.minutes < duration.atLeast || target.minutes > duration.atMost))
    warnings.push({
      code: 'duration',
      message: `予定の時間が${target.minutes}分です。この手順では${duration.atLeast}分から${duration.atMost}分までです。`,
    });
  const day = target.plannedOn;
  if (day === null) return warnings;
  if (day < period.from || day > period.to)
    warnings.push({ code: 'dates', message: '予定の日が、契約の期間の外にあります。日を改めてください。' });
  if (!isOpen(day)) warnings.push({ code: 'closed-day', message: '予定の日は市の閉庁日です。日を改めてください。' });
  for (const window of windows.filter(({ from, to }) => from <= day && day <= to)) {
    if (window.departmentId === null || target.departmentIds.includes(window.departmentId))
      warnings.push({ code: 'blackout', message: `予定の日は、作業を避ける期間（${window.reason}）に当たります。` });
  }
  return warnings;
}

/** What stands against the whole programme: numbers of targets and auditors who have more than their days hold. */
export function checkProgramme(
  targets: readonly Planned[],
  { programme }: Pick<CheckInput, 'programme'>,
  rotation: { readonly departments: number; readonly outsideCycle: number },
): Warning[] {
  const warnings: Warning[] = [];
  for (const wanted of programme.wanted) {
    const own = targets.filter(({ kind }) => kind === wanted.kind);
    const atLeast = wanted.share === undefined ? wanted.atLeast : countOfShare(wanted.share, rotation.departments);
    const number =
      wanted.kind === 'department' ? new Set(own.flatMap((target) => target.departmentIds)).size : own.length;
    const label = TARGET_KINDS[wanted.kind];
    if (atLeast !== undefined && number < atLeast)
      warnings.push({ code: 'count', message: `対象の${label}は${number}です。この手順では${atLeast}以上とします。` });
    if (wanted.atMost !== undefined && number > wanted.atMost)
      warnings.push({
        code: 'count',
        message: `対象の${label}は${number}です。この手順では${wanted.atMost}以下とします。`,
      });
  }
  if (rotation.outsideCycle > 0)
    warnings.push({
      code: 'rotation',
      message: `今年度に監査しないと一巡の期限に間に合わない所属が${rotation.outsideCycle}あります。対象に加えてください。`,
    });
  return warnings;
}

/** Sessions that one person can well hold on a day: six hours leave room for notes and the way. */
const MINUTES_A_DAY = 360;

export interface Session {
  readonly day: string;
  readonly minutes: number;
  /** `member <id>` or `city <id>`. */
  readonly people: readonly string[];
}

/** Days on which somebody has more than can be done well. */
export function capacityWarnings(sessions: readonly Session[], nameOf: (person: string) => string): Warning[] {
  const load = new Map<string, number>();
  for (const { day, minutes, people } of sessions)
    for (const person of people) load.set(`${day} ${person}`, (load.get(`${day} ${person}`) ?? 0) + minutes);
  return [...load]
    .filter(([, minutes]) => minutes > MINUTES_A_DAY)
    .map(([key, minutes]) => ({
      code: 'capacity',
      message: `${nameOf(key.slice(11))}さんの${formatEra(key.slice(0, 10))}の監査は合わせて${minutes}分です。${MINUTES_A_DAY}分以内に分けてください。`,
    }));
}
