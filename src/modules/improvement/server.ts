/** Improvement after audits on the server. */
import { defineServerModule } from '../../kernel/module.ts';
import { improvementContract } from './contract.ts';
import { documents } from './documents/index.ts';
import { facts } from './facts.ts';
import { lists, noLists } from './lists/index.ts';
import * as course from './operations/course.ts';
import { downloadDocument, downloadOwnSheet } from './operations/documents.ts';
import * as followUp from './operations/follow-up.ts';
import * as handOver from './operations/hand-over.ts';
import * as own from './operations/own.ts';
import { readSheet } from './operations/read-sheet.ts';
import * as sheets from './operations/sheets.ts';
import * as support from './operations/support.ts';
import { getFollowUpTerms } from './operations/terms.ts';
import * as views from './operations/views.ts';

export default defineServerModule({
  contract: improvementContract,
  facts: facts.kinds,
  dependsOn: ['people', 'engagement', 'audit'],
  migrations: new URL('./migrations/', import.meta.url),
  handlers: {
    listPlans: views.listPlans,
    getPlan: views.getPlan,
    getFollowUpTerms,
    listPlannable: sheets.listPlannable,
    issueSheets: sheets.issueSheets,
    advisePlan: course.advisePlan,
    decidePlan: course.decidePlan,
    confirmImprovement: course.confirmImprovement,
    checkEffect: course.checkEffect,
    closePlan: course.closePlan,
    reopenPlan: course.reopenPlan,
    cancelPlan: course.cancelPlan,
    downloadFile: own.downloadFile,
    downloadDocument,
    listOwnPlans: views.listOwnPlans,
    getOwnPlan: views.getOwnPlan,
    savePlan: own.savePlan,
    readSheet,
    submitPlan: own.submitPlan,
    reportProgress: own.reportProgress,
    reportImprovement: own.reportImprovement,
    downloadOwnFile: own.downloadOwnFile,
    downloadOwnSheet,
    listSupport: support.listSupport,
    noteSupport: support.noteSupport,
    changeSupport: support.changeSupport,
    submitSupport: support.submitSupport,
    getBoard: followUp.getBoard,
    closeFollowUp: followUp.closeFollowUp,
    carryOver: handOver.carryOver,
    downloadHandOver: handOver.downloadHandOver,
    importHandOver: handOver.importHandOver,
  },
  documents,
  lists,
  noLists,
});
