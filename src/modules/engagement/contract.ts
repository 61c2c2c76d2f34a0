/** Engagement: one contract year of one municipality under a specification. */
import { defineContract } from '../../kernel/contract.ts';
import { fieldError } from '../../kernel/error.ts';
import type { Context } from '../../kernel/module.ts';
import { boardOperations } from './contract/board.ts';
import { calendarFeedOperations } from './contract/calendar-feed.ts';
import { blackoutOperations } from './contract/blackouts.ts';
import { type EngagementProfile, engagementOperations } from './contract/engagements.ts';
import { obligationOperations } from './contract/obligations.ts';
import { engagementPermissions } from './contract/permissions.ts';
import { planOperations } from './contract/plan.ts';
import { waiverOperations } from './contract/waivers.ts';
import { scheduleOperations } from './contract/schedule.ts';
import { workLogOperations } from './contract/work-log.ts';

export const engagementContract = defineContract({
  id: 'engagement',
  title: '業務委託',
  permissions: engagementPermissions,
  operations: {
    ...engagementOperations,
    ...obligationOperations,
    ...boardOperations,
    ...waiverOperations,
    ...calendarFeedOperations,
    ...planOperations,
    ...scheduleOperations,
    ...blackoutOperations,
    ...workLogOperations,
  },
});

export {
  engagementProfile,
  specificationView,
  type EngagementProfile,
  type SpecificationView,
} from './contract/engagements.ts';
export {
  CLAUSE_STATES,
  clauseTrace,
  obligation,
  type ClauseTraceView,
  type ObligationView,
} from './contract/obligations.ts';
export { boardItem, type BoardItem } from './contract/board.ts';
export { type CalendarFeed } from './contract/calendar-feed.ts';
export { type Waiver, type WaiverRequest } from './contract/waivers.ts';
export { EXCLUSION_REASONS, task, workPlan, type Task, type WorkPlan } from './contract/plan.ts';
export { type Baseline, type Schedule, type ScheduleRow, type WbsImport, wbsImport } from './contract/schedule.ts';
export { blackout, type BlackoutWindow } from './contract/blackouts.ts';
export { WORK_MODES, workRecord, type WorkRecord } from './contract/work-log.ts';

/** What operations of other modules ask of an engagement again and again. */
export function engagementOf(context: Context, engagementId: string): Promise<EngagementProfile> {
  return context.client(engagementContract).getEngagement({ engagementId });
}

/**
 * The day on which something happened, YYYY-MM-DD: not in the future, not before the contract. Today when not said.
 * @throws AppError `input.invalid` at `path`
 */
export async function dayOfEvent(
  context: Context,
  engagementId: string,
  given: string | undefined,
  path = 'occurredOn',
): Promise<string> {
  if (given === undefined) return context.today;
  if (given > context.today) throw fieldError(path, 'これから先の日付は登録できません。');
  const { contractDate } = await engagementOf(context, engagementId);
  if (given < contractDate) throw fieldError(path, '契約を結んだ日より前の日付は登録できません。');
  return given;
}
