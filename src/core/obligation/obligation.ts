import { daysBetween, formatEra, type Day } from '../calendar/index.ts';
import type { Fact } from './fact.ts';
import type { Party, RuleType } from './rule.ts';

export const OBLIGATION_STATES = ['not-due', 'due', 'met', 'late', 'breached', 'waived', 'unknown'] as const;
/** What each state means is written in this folder's README. */
export type ObligationState = (typeof OBLIGATION_STATES)[number];

/** How much of a quantity has been used or done, between which days; `from` null while it has no date. */
export type Quantity = { have: number; min: number | null; max: number | null; from: Day | null; to: Day | null };

export type Proof = { seq: number; kind: string; day: Day };

/** One checkable duty at one day, derived from a rule and the facts. */
export type Obligation = {
  /** `clause/rule/subject`; stable for the life of the engagement. */
  key: string;
  clause: string;
  rule: string;
  type: RuleType;
  title: string;
  party: Party;
  subject: string | null;
  due: Day | null;
  /** How the due date came about, as a Japanese sentence. */
  derivation: string;
  state: ObligationState;
  /** The facts that prove the state, oldest first. */
  proof: Proof[];
  /** What is still needed or what went wrong; empty when nothing is. */
  missing: string;
  /** For `recur` and `count`. */
  quantity?: Quantity;
};

/** What a rule says about one subject, before its clause, excuses and waivers are added. */
export type Finding = {
  subject: string | null;
  /** Tells several duties of one subject apart (second meeting, period); part of the key. */
  mark?: string;
  due: Day | null;
  derivation: string;
  state: ObligationState;
  proof: readonly Fact[];
  missing: string;
  quantity?: Quantity;
};

/** State of a duty with a due date. `pending`: something has happened that waits for an answer, so it is due now. */
export function deadlineState(
  due: Day | null,
  fulfilledOn: Day | null,
  at: { today: Day; warningDays: number; pending?: boolean },
): ObligationState {
  if (fulfilledOn !== null) return due === null || fulfilledOn <= due ? 'met' : 'late';
  if (due === null) return at.pending ? 'due' : 'not-due';
  if (at.today > due) return 'breached';
  return at.pending || daysBetween(at.today, due) <= at.warningDays ? 'due' : 'not-due';
}

/** The usual sentence about a missing or late thing. */
export function missingText(title: string, state: ObligationState, due: Day | null): string {
  const until = due === null ? '' : `${formatEra(due)}までに`;
  switch (state) {
    case 'not-due':
    case 'due':
      return due === null ? `「${title}」の記録が必要です。` : `${until}「${title}」の記録が必要です。`;
    case 'breached':
      return `${due === null ? '' : `期限の${formatEra(due)}を過ぎましたが、`}「${title}」の記録がありません。`;
    case 'late':
      return due === null ? `「${title}」が遅れました。` : `「${title}」が期限の${formatEra(due)}より遅れました。`;
    default:
      return '';
  }
}
