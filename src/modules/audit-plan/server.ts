/** Planning of audits on the server. */
import { defineServerModule } from '../../kernel/module.ts';
import { auditPlanContract } from './contract.ts';
import { documents } from './documents/index.ts';
import { facts } from './facts.ts';
import { lists, noLists } from './lists/index.ts';
import * as auditing from './operations/auditing.ts';
import * as briefing from './operations/briefing.ts';
import * as documentsAsked from './operations/documents-asked.ts';
import { downloadDocument } from './operations/documents.ts';
import * as notices from './operations/notices.ts';
import * as own from './operations/own.ts';
import * as people from './operations/people.ts';
import { downloadPlanChanges } from './operations/plan-changes.ts';
import * as plans from './operations/plans.ts';
import * as programmes from './operations/programmes.ts';
import * as surveys from './operations/surveys.ts';
import * as targets from './operations/targets.ts';
import * as team from './operations/team.ts';
import * as timetable from './operations/timetable.ts';

export default defineServerModule({
  contract: auditPlanContract,
  facts: facts.kinds,
  dependsOn: ['people', 'engagement', 'team', 'standards'],
  migrations: new URL('./migrations/', import.meta.url),
  handlers: {
    listBundledProgrammes: programmes.listBundledProgrammes,
    listProgrammes: programmes.listProgrammes,
    getProgramme: programmes.getProgramme,
    getProgrammeSources: programmes.getProgrammeSources,
    adoptProgramme: programmes.adoptProgramme,
    copyProgramme: programmes.copyProgramme,
    editProgramme: programmes.editProgramme,
    saveProgramme: programmes.saveProgramme,
    publishProgramme: programmes.publishProgramme,
    discardProgramme: programmes.discardProgramme,
    retireProgramme: programmes.retireProgramme,
    listTargets: targets.listTargets,
    getTarget: targets.getTarget,
    checkTargets: team.checkTargets,
    addTarget: targets.addTarget,
    changeTarget: targets.changeTarget,
    decideTargets: targets.decideTargets,
    assignAuditors: team.assignAuditors,
    withdrawTarget: targets.withdrawTarget,
    decideVendorCheck: targets.decideVendorCheck,
    handOverTarget: targets.handOverTarget,
    listAuditors: people.listAuditors,
    addAuditor: people.addAuditor,
    changeAuditor: people.changeAuditor,
    removeAuditor: people.removeAuditor,
    recordTraining: auditing.recordTraining,
    getOwnAuditing: auditing.getOwnAuditing,
    listHistory: people.listHistory,
    addHistory: people.addHistory,
    changeHistory: people.changeHistory,
    removeHistory: people.removeHistory,
    getRotation: people.getRotation,
    listPlans: plans.listPlans,
    getPlan: plans.getPlan,
    downloadPlanChanges,
    draftPlan: plans.draftPlan,
    savePlan: plans.savePlan,
    submitPlan: plans.submitPlan,
    agreePlan: plans.agreePlan,
    returnPlan: plans.returnPlan,
    changePlan: plans.changePlan,
    distributePlan: plans.distributePlan,
    listSlots: timetable.listSlots,
    proposeTimetable: timetable.proposeTimetable,
    placeSlots: timetable.placeSlots,
    changeSlot: timetable.changeSlot,
    removeSlot: timetable.removeSlot,
    listNotices: notices.listNotices,
    draftNotice: notices.draftNotice,
    saveNotice: notices.saveNotice,
    sendNotice: notices.sendNotice,
    listDocuments: documentsAsked.listDocuments,
    addDocument: documentsAsked.addDocument,
    changeDocument: documentsAsked.changeDocument,
    withdrawDocument: documentsAsked.withdrawDocument,
    requestDocuments: documentsAsked.requestDocuments,
    judgeDocument: documentsAsked.judgeDocument,
    readDocument: documentsAsked.readDocument,
    downloadFile: documentsAsked.downloadFile,
    listSurveys: surveys.listSurveys,
    sendSurvey: surveys.sendSurvey,
    readReply: surveys.readReply,
    getBriefing: briefing.getBriefing,
    saveBriefing: briefing.saveBriefing,
    prepareBriefing: briefing.prepareBriefing,
    listOwnTargets: own.listOwnTargets,
    confirmOwnPlan: own.confirmOwnPlan,
    answerDocument: own.answerDocument,
    replySurvey: own.replySurvey,
    downloadOwnSurvey: own.downloadOwnSurvey,
    downloadDocument,
  },
  documents,
  lists,
  noLists,
});
