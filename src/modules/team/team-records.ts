/** What the evaluation of a team reads and says. */
import { addDays, type Day, daysBetween } from '../../core/calendar/index.ts';
import type { Coverage, Validity } from './coverage.ts';
import type { ExperienceRecord } from './experience.ts';
import { WARNING_DAYS } from './choices.ts';

export interface TeamMember {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly isLead: boolean;
}

export interface TeamRecords {
  /** Members who work in the engagement on the day looked at. */
  readonly members: readonly TeamMember[];
  readonly qualifications: readonly (Validity & { readonly memberId: string; readonly code: string })[];
  readonly experience: readonly (ExperienceRecord & { readonly memberId: string })[];
  /** Years of practice as the members state them, the latest statement per field. */
  readonly careers: readonly { readonly memberId: string; readonly field: string; readonly years: number }[];
  readonly expertise: readonly { readonly memberId: string; readonly fields: readonly string[] }[];
  readonly credentials: readonly (Validity & {
    readonly type: string;
    readonly field: string | null;
    /** What or who is certified; empty when nothing was said. */
    readonly scope: string;
    /** Result of the latest look-up of the published list; null when it was never looked up again. */
    readonly lastCheck: 'listed' | 'absent' | null;
  })[];
  readonly declarations: readonly {
    readonly memberId: string;
    readonly departmentId: string;
    readonly involved: boolean;
  }[];
  /** Ties to vendors, the latest statement of each member. */
  readonly vendorTies: readonly { readonly memberId: string; readonly tied: boolean }[];
  /** Who stands in for whom when the unexpected happens. */
  readonly substitutes: readonly { readonly memberId: string; readonly substituteId: string }[];
  /** The departments that will be audited; empty before they are selected. */
  readonly auditedDepartments: readonly string[];
}

/** `attention`: satisfied today, but something ends inside the contract. */
export type ConditionState = 'satisfied' | 'attention' | 'unsatisfied';

export interface ConditionResult {
  readonly clause: string;
  readonly title: string;
  readonly state: ConditionState;
  /** Why it stands so, and what has to be done when something has. */
  readonly explanation: string;
  /** Ids of the members who satisfy it. */
  readonly members: readonly string[];
  /** Last day that is covered, when the condition rests on something that ends; null otherwise. */
  readonly endsOn: Day | null;
  /** True when what it rests on ends inside the contract within `WARNING_DAYS`. */
  readonly endsSoon: boolean;
}

export interface Moment {
  readonly today: Day;
  readonly periodTo: Day;
}

export const namesOf = (members: readonly { readonly name: string }[]): string =>
  members.map(({ name }) => name).join('、');

/** The day after which the coverage is gone, when that lies inside the contract period. */
export function endsInside(coverage: Coverage, { periodTo }: Moment): Day | null {
  if (!coverage.covered || coverage.until === null) return null;
  return addDays(coverage.until, 1) <= periodTo ? coverage.until : null;
}

export const isSoon = (ends: Day | null, { today }: Moment): boolean =>
  ends !== null && daysBetween(today, ends) <= WARNING_DAYS;

/** True when nothing of the conditions is unmet: field work may start. */
export function allSatisfied(results: readonly ConditionResult[]): boolean {
  return results.every((result) => result.state !== 'unsatisfied');
}
