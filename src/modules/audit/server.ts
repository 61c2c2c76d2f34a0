/** Audit on the server. */
import { defineServerModule } from '../../kernel/module.ts';
import { auditContract } from './contract.ts';
import { confidential } from './documents/confidential.ts';
import { chapters, documents } from './documents/index.ts';
import { erasure } from './erasure.ts';
import { facts } from './facts.ts';
import { getAssignedAudit } from './operations/assigned.ts';
import * as catalogues from './operations/catalogues.ts';
import * as checks from './operations/checks.ts';
import * as commonIssues from './operations/common-issues.ts';
import * as contractJudgements from './operations/contract-judgements.ts';
import * as contracts from './operations/contracts.ts';
import { downloadDocument } from './operations/documents.ts';
import * as evidence from './operations/evidence.ts';
import * as fieldRecords from './operations/field-records.ts';
import * as findingViews from './operations/finding-views.ts';
import * as findings from './operations/findings.ts';
import * as hearings from './operations/hearings.ts';
import { listGrounds } from './operations/grounds.ts';
import { listInbox } from './operations/inbox.ts';
import * as notices from './operations/notices.ts';
import * as opening from './operations/opening.ts';
import * as own from './operations/own.ts';
import { downloadOwnNotice } from './operations/own-notices.ts';
import * as paperSet from './operations/paper-set.ts';
import * as papers from './operations/papers.ts';
import * as policy from './operations/policy.ts';
import { downloadPolicyChanges } from './operations/policy-changes.ts';
import * as programme from './operations/programme.ts';
import * as requests from './operations/requests.ts';
import * as sessions from './operations/sessions.ts';
import { compareWithChecklist, followChecklist } from './operations/follow-checklist.ts';
import * as targets from './operations/targets.ts';
import * as visits from './operations/visits.ts';
import * as revision from './operations/revision.ts';
import { lists, noLists } from './lists/index.ts';

export default defineServerModule({
  contract: auditContract,
  facts: facts.kinds,
  dependsOn: ['people', 'engagement', 'team', 'standards', 'audit-plan', 'checklist'],
  migrations: new URL('./migrations/', import.meta.url),
  handlers: {
    openAudits: opening.openAudits,
    setTheme: programme.setTheme,
    getProgramme: programme.getProgramme,
    getAudit: programme.getAudit,
    setProfile: programme.setProfile,
    saveIssues: programme.saveIssues,
    chooseMethod: programme.chooseMethod,
    beginAudit: programme.beginAudit,
    closeFieldwork: programme.closeFieldwork,
    recordExplained: programme.recordExplained,
    waiveExplanation: programme.waiveExplanation,
    closeAudit: programme.closeAudit,
    listPolicies: policy.listPolicies,
    draftPolicy: policy.draftPolicy,
    savePolicy: policy.savePolicy,
    proposePolicy: policy.proposePolicy,
    returnPolicy: policy.returnPolicy,
    confirmPolicy: policy.confirmPolicy,
    downloadPolicyChanges,
    previewNotice: policy.previewNotice,
    sendAuditNotice: policy.sendAuditNotice,
    listRequests: requests.listRequests,
    prepareRequest: requests.prepareRequest,
    editRequest: requests.editRequest,
    sendRequest: requests.sendRequest,
    answerRequest: requests.answerRequest,
    judgeRequestItem: requests.judgeRequestItem,
    downloadRequestFile: requests.downloadRequestFile,
    listChecks: checks.listChecks,
    leaveOutCheck: checks.leaveOutCheck,
    bringBackCheck: checks.bringBackCheck,
    judgeCheck: checks.judgeCheck,
    proposeCheckItem: checks.proposeCheckItem,
    listProposals: checks.listProposals,
    decideCheckItem: checks.decideCheckItem,
    agreeCheckItems: checks.agreeCheckItems,
    listItemCatalogues: catalogues.listItemCatalogues,
    getItemCatalogue: catalogues.getItemCatalogue,
    proposeCatalogueItems: catalogues.proposeCatalogueItems,
    listChecksCiting: revision.listChecksCiting,
    carryChecks: revision.carryChecks,
    restoreChecks: revision.restoreChecks,
    listEvidence: evidence.listEvidence,
    addEvidence: evidence.addEvidence,
    describeEvidence: evidence.describeEvidence,
    recordCustody: evidence.recordCustody,
    downloadEvidence: evidence.downloadEvidence,
    listFieldRecords: fieldRecords.listFieldRecords,
    addFieldRecord: fieldRecords.addFieldRecord,
    withdrawFieldRecord: fieldRecords.withdrawFieldRecord,
    listSamples: fieldRecords.listSamples,
    drawSample: fieldRecords.drawSample,
    recordSampleResults: fieldRecords.recordSampleResults,
    listSessions: sessions.listSessions,
    recordSession: sessions.recordSession,
    recordAttendance: sessions.recordAttendance,
    listCheckRows: papers.listCheckRows,
    getPaper: papers.getPaper,
    savePaper: papers.savePaper,
    submitPapers: papers.submitPapers,
    reviewPapers: papers.reviewPapers,
    returnPaper: papers.returnPaper,
    amendPaper: papers.amendPaper,
    draftPaperSet: paperSet.draftPaperSet,
    showPaperSet: paperSet.showPaperSet,
    answerOwnPapers: paperSet.answerOwnPapers,
    remarkPaperSet: paperSet.remarkPaperSet,
    resolvePaperRemark: paperSet.resolvePaperRemark,
    confirmPaperSet: paperSet.confirmPaperSet,
    listOpenableTargets: targets.listOpenableTargets,
    openAuditOfTarget: targets.openAuditOfTarget,
    addCatalogueChecks: targets.addCatalogueChecks,
    compareWithChecklist,
    followChecklist,
    stopAudit: targets.stopAudit,
    listHearings: hearings.listHearings,
    prepareMailHearing: hearings.prepareMailHearing,
    addQuestions: hearings.addQuestions,
    sendHearing: hearings.sendHearing,
    answerHearing: hearings.answerHearing,
    closeMailHearing: hearings.closeMailHearing,
    planHearing: hearings.planHearing,
    recordHearing: hearings.recordHearing,
    submitHearingMinutes: hearings.submitHearingMinutes,
    listVisits: visits.listVisits,
    planVisit: visits.planVisit,
    saveTimetable: visits.saveTimetable,
    submitTimetable: visits.submitTimetable,
    confirmTimetable: visits.confirmTimetable,
    returnTimetable: visits.returnTimetable,
    recordVisit: visits.recordVisit,
    submitOutline: visits.submitOutline,
    listContracts: contracts.listContracts,
    getContract: contracts.getContract,
    designateContract: contracts.designateContract,
    attachContractDocuments: contracts.attachContractDocuments,
    markContractNotApplicable: contracts.markContractNotApplicable,
    judgeContractItem: contractJudgements.judgeContractItem,
    waiveContractItem: contractJudgements.waiveContractItem,
    trackImprovement: contractJudgements.trackImprovement,
    checkRegister: contracts.checkRegister,
    completeContractCheck: contracts.completeContractCheck,
    downloadContractDocument: contracts.downloadContractDocument,
    listGrounds,
    listFindings: findings.listFindings,
    draftFinding: findings.draftFinding,
    saveFinding: findings.saveFinding,
    returnDraftFinding: findings.returnDraftFinding,
    checkConsistency: commonIssues.checkConsistency,
    listCommonIssues: commonIssues.listCommonIssues,
    raiseCommonIssue: commonIssues.raiseCommonIssue,
    provideTemplate: commonIssues.provideTemplate,
    listEarlierFindings: commonIssues.listEarlierFindings,
    linkEarlierFinding: commonIssues.linkEarlierFinding,
    reviewFinding: findings.reviewFinding,
    issueFindings: findings.issueFindings,
    withdrawFinding: findings.withdrawFinding,
    returnFinding: findingViews.returnFinding,
    confirmFinding: findingViews.confirmFinding,
    showFinding: findingViews.showFinding,
    answerFinding: findingViews.answerFinding,
    recordFindingView: findingViews.recordFindingView,
    listResultNotices: notices.listResultNotices,
    draftResultNotice: notices.draftResultNotice,
    saveResultNotice: notices.saveResultNotice,
    issueResultNotice: notices.issueResultNotice,
    sendResultNotice: notices.sendResultNotice,
    getAssignedAudit,
    listOwnAudits: own.listOwnAudits,
    downloadOwnFile: own.downloadOwnFile,
    downloadOwnNotice,
    downloadDocument,
    listInbox,
  },
  documents,
  chapters,
  confidential: [confidential],
  erasure,
  lists,
  noLists,
});
