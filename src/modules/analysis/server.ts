import { defineServerModule } from '../../kernel/module.ts';
import { analysisContract } from './contract.ts';
import { documents } from './documents/index.ts';
import { facts } from './facts.ts';
import { lists, noLists } from './lists/index.ts';
import { downloadReport } from './operations/documents.ts';
import { findDoubts, relate } from './operations/doubting.ts';
import {
  downloadFeedback,
  downloadFeedbackRun,
  downloadOwnFeedback,
  FEEDBACK_JOB,
  listFeedbackRuns,
  makeByJob,
  makeFeedback,
} from './operations/feedback.ts';
import { planAudits } from './operations/planning.ts';
import { applyItemProposals, decideItemProposals, issueItemProposals, proposeItems } from './operations/proposing.ts';
import { changeCriteria, getCriteria, recordAnalysis } from './operations/recording.ts';
import { compareYears, drawOverview, getOverview, groupTexts, listAnalyses } from './operations/viewing.ts';

export default defineServerModule({
  contract: analysisContract,
  facts: facts.kinds,
  dependsOn: ['engagement', 'questionnaire', 'self-check', 'audit', 'duty'],
  migrations: new URL('./migrations/', import.meta.url),
  handlers: {
    getCriteria,
    changeCriteria,
    listAnalyses,
    getOverview,
    drawOverview,
    compareYears,
    findDoubts,
    groupTexts,
    relate,
    planAudits,
    proposeItems,
    issueItemProposals,
    decideItemProposals,
    applyItemProposals,
    recordAnalysis,
    downloadReport,
    downloadFeedback,
    downloadOwnFeedback,
    listFeedbackRuns,
    makeFeedback,
    downloadFeedbackRun,
  },
  jobs: { [FEEDBACK_JOB]: makeByJob },
  documents,
  lists,
  noLists,
});
