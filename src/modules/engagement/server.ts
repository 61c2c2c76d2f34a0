/** Engagement on the server. All other modules build on it; it reads specifications from theirs. */
import { defineServerModule } from '../../kernel/module.ts';
import { engagementContract } from './contract.ts';
import { chapters, documents } from './documents/index.ts';
import { facts } from './facts.ts';
import * as engagements from './operations/engagements.ts';
import * as obligations from './operations/obligations.ts';
import * as plan from './operations/plan.ts';

export default defineServerModule({
  contract: engagementContract,
  facts: facts.kinds,
  dependsOn: ['specification'],
  migrations: new URL('./migrations/', import.meta.url),
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
    waiveObligation: obligations.waiveObligation,
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
