/** Engagement on the server. The root of the modules: it imports none of them. */
import { defineServerModule } from '../../kernel/module.ts';
import { engagementContract } from './contract.ts';
import { chapters, documents } from './documents/index.ts';
import { facts } from './facts.ts';
import * as board from './operations/board.ts';
import * as feeds from './operations/calendar-feed.ts';
import * as closedDays from './operations/closed-days.ts';
import * as engagements from './operations/engagements.ts';
import * as months from './operations/month-report.ts';
import * as obligations from './operations/obligations.ts';
import * as plan from './operations/plan.ts';
import * as waivers from './operations/waivers.ts';

export default defineServerModule({
  contract: engagementContract,
  facts: facts.kinds,
  migrations: new URL('./migrations/', import.meta.url),
  open: { calendarFeed: feeds.calendarFeed },
  handlers: {
    listSpecifications: engagements.listSpecifications,
    createEngagement: engagements.createEngagement,
    listEngagements: engagements.listEngagements,
    getEngagement: engagements.getEngagement,
    getSpecification: engagements.getSpecification,
    listOpenPoints: engagements.listOpenPoints,
    chooseReading: engagements.chooseReading,
    agreePoint: engagements.agreePoint,
    listAgreedPoints: engagements.listAgreedPoints,
    listObligations: obligations.listObligations,
    traceClauses: obligations.traceClauses,
    acknowledgeStatement: obligations.acknowledgeStatement,
    waiveObligation: waivers.waiveObligation,
    requestWaiver: waivers.requestWaiver,
    decideWaiver: waivers.decideWaiver,
    revokeWaiver: waivers.revokeWaiver,
    listWaivers: waivers.listWaivers,
    listBoard: board.listBoard,
    forecastObligations: board.forecastObligations,
    getWeek: board.getWeek,
    getMonthReport: months.getMonthReport,
    downloadMonthReport: months.downloadMonthReport,
    listNotices: board.listNotices,
    markBoardSeen: board.markBoardSeen,
    listClosedDays: closedDays.listClosedDays,
    setClosedDays: closedDays.setClosedDays,
    listCalendarFeeds: feeds.listCalendarFeeds,
    createCalendarFeed: feeds.createCalendarFeed,
    renewCalendarFeed: feeds.renewCalendarFeed,
    revokeCalendarFeed: feeds.revokeCalendarFeed,
    listJournal: obligations.listJournal,
    listTasks: plan.listTasks,
    updateTask: plan.updateTask,
    reportProgress: plan.reportProgress,
    draftPlan: plan.draftPlan,
    submitPlan: plan.submitPlan,
    approvePlan: plan.approvePlan,
    returnPlan: plan.returnPlan,
    listPlans: plan.listPlans,
  },
  documents,
  chapters,
});
