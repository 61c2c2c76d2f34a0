/** Engagement on the server. All other modules build on it; it reads specifications, departments and people from theirs. */
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
import { downloadPlanChanges } from './operations/plan-changes.ts';
import * as waivers from './operations/waivers.ts';
import * as blackouts from './operations/blackouts.ts';
import * as work from './operations/work-log.ts';
import * as exchange from './operations/wbs/exchange.ts';
import * as schedule from './operations/wbs/schedule.ts';
import * as tasks from './operations/wbs/tasks.ts';
import { lists, noLists } from './lists/index.ts';

export default defineServerModule({
  contract: engagementContract,
  facts: facts.kinds,
  dependsOn: ['people', 'specification'],
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
    withdrawWaiver: waivers.withdrawWaiver,
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
    listTasks: tasks.listTasks,
    addTask: tasks.addTask,
    updateTask: tasks.updateTask,
    moveTask: tasks.moveTask,
    removeTask: tasks.removeTask,
    excludeTask: tasks.excludeTask,
    reportProgress: tasks.reportProgress,
    getSchedule: schedule.getSchedule,
    setBaseline: schedule.setBaseline,
    reportDelay: schedule.reportDelay,
    acceptReplan: schedule.acceptReplan,
    downloadWbs: exchange.downloadWbs,
    downloadMasterSchedule: exchange.downloadMasterSchedule,
    previewWbsImport: exchange.previewWbsImport,
    importWbs: exchange.importWbs,
    listBlackouts: blackouts.listBlackouts,
    registerBlackout: blackouts.registerBlackout,
    changeBlackout: blackouts.changeBlackout,
    removeBlackout: blackouts.removeBlackout,
    listWork: work.listWork,
    recordWork: work.recordWork,
    correctWork: work.correctWork,
    downloadWork: work.downloadWork,
    draftPlan: plan.draftPlan,
    submitPlan: plan.submitPlan,
    approvePlan: plan.approvePlan,
    returnPlan: plan.returnPlan,
    downloadPlanChanges,
    listPlans: plan.listPlans,
  },
  documents,
  chapters,
  lists,
  noLists,
});
