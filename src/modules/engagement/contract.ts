/** Engagement: one contract year of one municipality under a specification. */
import { defineContract } from '../../kernel/contract.ts';
import { boardOperations } from './contract/board.ts';
import { calendarFeedOperations } from './contract/calendar-feed.ts';
import { engagementOperations } from './contract/engagements.ts';
import { obligationOperations } from './contract/obligations.ts';
import { engagementPermissions } from './contract/permissions.ts';
import { planOperations } from './contract/plan.ts';
import { waiverOperations } from './contract/waivers.ts';

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
export { task, workPlan, type Task, type WorkPlan } from './contract/plan.ts';
