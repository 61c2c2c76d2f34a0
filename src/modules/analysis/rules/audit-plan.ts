/**
 * Which departments to audit when rotation, times to avoid and the number of audits are looked at together
 * (chiba 9【監査対象課】-p1, koganei 4(4)②ア・2). Pure. The rules, in this order:
 *
 * 1. A department whose own or the city's times to avoid leave fewer than `days` open days in the time of the audits is
 *    passed over.
 * 2. A department that was audited in the last `rest` fiscal years is passed over.
 * 3. Of the rest, those that have not been audited for `cycle` fiscal years (or never) come first, by risk value; then the
 *    others, by risk value.
 * 4. One department of each bureau, then the next in this order, until the number is reached.
 */
import { type Blackout, blackoutsOn, type Day, fiscalYearLabel as yearName } from '../../../core/calendar/index.ts';

export interface PlanCandidate {
  readonly departmentId: string;
  readonly departmentName: string;
  readonly bureauId: string | null;
  readonly value: number;
  readonly rank: number;
  /** Fiscal year of the last audit; null when none is on record. */
  readonly lastAudited: number | null;
  /** Times to avoid of the department; the city's are in the conditions. */
  readonly blackouts: readonly Blackout[];
}

export interface PlanConditions {
  readonly fiscalYear: number;
  /** Number of audits. */
  readonly capacity: number;
  readonly rest: number;
  readonly cycle: number;
  /** Open days in the time of the audits. */
  readonly openDays: readonly Day[];
  readonly days: number;
  readonly cityBlackouts: readonly Blackout[];
}

export interface PlannedAudit {
  readonly departmentId: string;
  readonly departmentName: string;
  readonly value: number;
  readonly rank: number;
  readonly lastAudited: number | null;
  /** Open days that remain for the audit, and the first of them. */
  readonly freeDays: number;
  readonly firstDay: Day | null;
  readonly reason: string;
}

export type PassedWhy = 'blackout' | 'rest' | 'capacity';

export interface PassedOver extends PlannedAudit {
  readonly why: PassedWhy;
}

export interface AuditPlan {
  readonly chosen: readonly PlannedAudit[];
  /** Who would have come before the last chosen one, or is kept out by a rule. */
  readonly passed: readonly PassedOver[];
}

export function planAudits(candidates: readonly PlanCandidate[], conditions: PlanConditions): AuditPlan {
  const judged = candidates.map((candidate) => judge(candidate, conditions));
  const free = judged
    .filter((one) => one.why === null)
    .toSorted((a, b) => Number(b.due) - Number(a.due) || a.rank - b.rank || (a.departmentId < b.departmentId ? -1 : 1));
  const bureaus = new Set<string>();
  const spread = free.filter(({ bureauId }) => {
    if (bureauId === null) return true;
    if (bureaus.has(bureauId)) return false;
    bureaus.add(bureauId);
    return true;
  });
  const order = [...spread, ...free.filter((one) => !spread.includes(one))];
  const chosen = order.slice(0, conditions.capacity);
  const lowest = Math.max(0, ...chosen.map(({ rank }) => rank));
  const passed = [
    ...judged
      .filter(({ why, rank }) => why !== null && rank <= lowest)
      .map((one) => passedOver(one, one.why ?? 'rest', one.note)),
    ...order
      .slice(conditions.capacity)
      .filter(({ rank }) => rank < lowest)
      .map((one) => passedOver(one, 'capacity', capacityNote(one, bureaus.size > 0))),
  ].toSorted((a, b) => a.rank - b.rank || (a.departmentId < b.departmentId ? -1 : 1));
  return { chosen: chosen.map((one) => view(one, reasonOf(one, candidates.length, conditions))), passed };
}

interface Judged extends PlanCandidate {
  readonly free: readonly Day[];
  readonly due: boolean;
  readonly why: Exclude<PassedWhy, 'capacity'> | null;
  readonly note: string;
}

function judge(candidate: PlanCandidate, conditions: PlanConditions): Judged {
  const all = [...candidate.blackouts, ...conditions.cityBlackouts];
  const free = conditions.openDays.filter((day) => blackoutsOn(all, day).length === 0);
  const { lastAudited } = candidate;
  const since = lastAudited === null ? null : conditions.fiscalYear - lastAudited;
  const due = since === null || since >= conditions.cycle;
  const base = { ...candidate, free, due };
  if (free.length < conditions.days) {
    const reasons = [
      ...new Set(conditions.openDays.flatMap((day) => blackoutsOn(all, day)).map(({ reason }) => reason)),
    ].join('、');
    const note = `監査の期間のうち使える日が${free.length}日であり、必要な${conditions.days}日に足りません${reasons === '' ? '' : `（${reasons}）`}。`;
    return { ...base, why: 'blackout', note };
  }
  if (since !== null && since <= conditions.rest)
    return {
      ...base,
      why: 'rest',
      note: `${conditions.rest}年度以内に監査を受けています（${yearName(lastAudited ?? 0)}）。`,
    };
  return { ...base, why: null, note: '' };
}

const view = (one: Judged, reason: string): PlannedAudit => ({
  departmentId: one.departmentId,
  departmentName: one.departmentName,
  value: one.value,
  rank: one.rank,
  lastAudited: one.lastAudited,
  freeDays: one.free.length,
  firstDay: one.free[0] ?? null,
  reason,
});

const passedOver = (one: Judged, why: PassedWhy, note: string): PassedOver => ({ ...view(one, note), why });

function reasonOf({ value, rank, lastAudited, due }: Judged, all: number, { cycle }: PlanConditions): string {
  const standing = `リスク値${value.toFixed(1)}点（${all}課中${rank}位）`;
  if (lastAudited === null) return `監査を受けた記録がなく、${standing}であるため。`;
  if (due) return `${yearName(lastAudited)}から${cycle}年度以上監査を受けておらず、${standing}であるため。`;
  return `${standing}であるため（前回の監査は${yearName(lastAudited)}）。`;
}

function capacityNote({ due }: Judged, spread: boolean): string {
  if (!due) return '監査を長く受けていない所属を先にしたため、次の候補とします。';
  return spread
    ? '同じ局の所属を先に選んだため、又は件数の上限のため、次の候補とします。'
    : '件数の上限のため、次の候補とします。';
}
