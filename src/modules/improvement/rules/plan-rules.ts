/** The course of an improvement plan: what may follow what, whose turn it is, and what is still missing. Pure. */
import type { PlanContent, PlanFields, PlanState } from '../contract/plans.ts';
import type { Waiting } from '../contract/shared.ts';
import { FIELD_NAMES, PLAN_STATE_NAMES } from '../labels.ts';

export type PlanAction =
  | 'save'
  | 'submit'
  | 'advise'
  | 'approve'
  | 'return'
  | 'progress'
  | 'report'
  | 'confirm'
  | 'send-on'
  | 'check-effect'
  | 'lose-effect'
  | 'close'
  | 'reopen'
  | 'cancel'
  | 'carry-over';

interface Move {
  /** Noun before はできません. */
  readonly verb: string;
  readonly from: Readonly<Partial<Record<PlanState, PlanState>>>;
  /** What must come first, and who does it. */
  readonly first: string;
}

const MOVES: Readonly<Record<PlanAction, Move>> = {
  save: {
    verb: '変更',
    from: { issued: 'issued', returned: 'returned' },
    first: '提出した後に直すときは、担当課に差戻しを依頼してください。',
  },
  submit: {
    verb: '提出',
    from: { issued: 'submitted', returned: 'submitted' },
    first: '提出できるのは、作成依頼中又は差戻しの改善計画です。',
  },
  advise: {
    verb: '助言',
    from: { submitted: 'submitted' },
    first: '先に所属が改善計画を提出してください。',
  },
  approve: {
    verb: '承認',
    from: { submitted: 'approved' },
    first: '先に所属が改善計画を提出してください。',
  },
  return: {
    verb: '差戻し',
    from: { submitted: 'returned', approved: 'returned' },
    first: '差し戻せるのは、提出された計画と実施中の計画です。',
  },
  progress: {
    verb: '進み具合の報告',
    from: { approved: 'approved' },
    first: '先に担当課が改善計画を承認してください。',
  },
  report: {
    verb: '改善の報告',
    from: { approved: 'reported' },
    first: '先に担当課が改善計画を承認してください。',
  },
  confirm: {
    verb: '改善の確認',
    from: { reported: 'confirmed' },
    first: '先に所属が改善を報告してください。',
  },
  'send-on': {
    verb: '改善の確認',
    from: { reported: 'approved' },
    first: '先に所属が改善を報告してください。',
  },
  'check-effect': {
    verb: '効果の確認',
    from: { confirmed: 'confirmed', closed: 'closed' },
    first: '先に受託者が改善を確認してください。',
  },
  'lose-effect': {
    verb: '効果の確認',
    from: { confirmed: 'approved', closed: 'approved' },
    first: '先に受託者が改善を確認してください。',
  },
  close: {
    verb: '終了',
    from: { confirmed: 'closed' },
    first: '先に所属が改善を報告し、受託者がその改善を確認してください。',
  },
  reopen: {
    verb: '再開',
    from: { closed: 'approved', confirmed: 'approved' },
    first: '再開できるのは、改善を確認した計画と終了した計画です。',
  },
  cancel: {
    verb: '取りやめ',
    from: {
      issued: 'cancelled',
      submitted: 'cancelled',
      returned: 'cancelled',
      approved: 'cancelled',
      reported: 'cancelled',
    },
    first: '改善を確認した計画は、終了してください。',
  },
  'carry-over': {
    verb: '引継ぎ',
    from: {
      issued: 'carried-over',
      submitted: 'carried-over',
      returned: 'carried-over',
      approved: 'carried-over',
      reported: 'carried-over',
      confirmed: 'carried-over',
    },
    first: '引き継げるのは、終了していない計画です。',
  },
};

/** The state after the action, or a sentence that says why it cannot be and what comes first. */
export function moved(
  state: PlanState,
  action: PlanAction,
): { readonly next: PlanState } | { readonly refusal: string } {
  const { verb, from, first } = MOVES[action];
  const next = from[state];
  if (next !== undefined) return { next };
  return { refusal: `この改善計画は「${PLAN_STATE_NAMES[state]}」のため、${verb}はできません。${first}` };
}

const OPEN: readonly PlanState[] = ['issued', 'submitted', 'returned', 'approved', 'reported', 'confirmed'];
export const isOpen = (state: PlanState): boolean => OPEN.includes(state);

/** The parts without which a plan cannot be handed in, by their Japanese names. Long-term measures and money may be empty. */
export function missingFields(fields: PlanFields): string[] {
  const needed = ['cause', 'measure', 'shortTerm', 'responsible'] as const;
  const missing: string[] = needed.filter((key) => fields[key].trim() === '').map((key) => FIELD_NAMES[key]);
  return fields.due === null ? [...missing, FIELD_NAMES.due] : missing;
}

export interface Turn {
  readonly waiting: Waiting;
  /** Until when; null where no day is set. */
  readonly until: string | null;
}

/** Whose turn it is. The contractor's advice comes before the office's decision, but does not hold it up for ever. */
export function turnOf(state: PlanState, content: PlanContent, today: string): Turn {
  switch (state) {
    case 'issued':
    case 'returned':
      return { waiting: 'department', until: content.replyBy };
    case 'submitted':
      return { waiting: advised(content) ? 'city' : 'contractor', until: null };
    case 'approved':
      return { waiting: 'department', until: content.fields.due };
    case 'reported':
      return { waiting: 'contractor', until: null };
    case 'confirmed':
      if (content.effectOn !== null && content.effects.length === 0)
        return content.effectOn > today
          ? { waiting: 'nobody', until: content.effectOn }
          : { waiting: 'contractor', until: content.effectOn };
      return { waiting: 'city', until: null };
    default:
      return { waiting: 'nobody', until: null };
  }
}

/** The contractor has seen what was handed in last. */
function advised({ advice, round }: PlanContent): boolean {
  return advice.some((one) => one.round === round);
}

export function isLate({ waiting, until }: Turn, today: string): boolean {
  return waiting !== 'nobody' && until !== null && until < today;
}

export function percentOf(state: PlanState, { progress }: PlanContent): number {
  if (state === 'reported' || state === 'confirmed' || state === 'closed') return 100;
  return progress.at(-1)?.percent ?? 0;
}
