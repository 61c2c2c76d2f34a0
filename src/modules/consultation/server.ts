import { defineServerModule } from '../../kernel/module.ts';
import { consultationContract } from './contract.ts';
import { chapters, documents } from './documents/index.ts';
import { facts } from './facts.ts';
import { downloadAdvice, recordAdvice } from './operations/advice.ts';
import { issueAnswer, saveAnswer } from './operations/answering.ts';
import { askConsultation, recordConsultation } from './operations/intake.ts';
import {
  getKnowledge,
  listKnowledgeDrafts,
  publishKnowledge,
  saveKnowledge,
  withdrawKnowledge,
} from './operations/knowledge.ts';
import { downloadAttachment, getConsultation, listChoices, listConsultations } from './operations/reading.ts';
import { searchKnowledge } from './operations/searching.ts';
import { downloadLog, downloadSummary, issueSummary, summariseConsultations } from './operations/summaries.ts';
import {
  closeConsultation,
  addMessage,
  rateConsultation,
  recordVisit,
  reopenConsultation,
} from './operations/thread.ts';
import { assignMember, closeAsDuplicate, triageConsultation } from './operations/triage.ts';
import { lists, noLists } from './lists/index.ts';

export default defineServerModule({
  contract: consultationContract,
  facts: facts.kinds,
  dependsOn: ['engagement', 'people', 'standards'],
  migrations: new URL('./migrations/', import.meta.url),
  handlers: {
    listConsultations,
    getConsultation,
    listChoices,
    askConsultation,
    recordConsultation,
    triageConsultation,
    closeAsDuplicate,
    assignMember,
    saveAnswer,
    issueAnswer,
    addMessage,
    recordVisit,
    reopenConsultation,
    rateConsultation,
    closeConsultation,
    recordAdvice,
    downloadAdvice,
    downloadAttachment,
    summariseConsultations,
    issueSummary,
    downloadSummary,
    downloadLog,
    searchKnowledge,
    getKnowledge,
    listKnowledgeDrafts,
    saveKnowledge,
    publishKnowledge,
    withdrawKnowledge,
  },
  documents,
  chapters,
  lists,
  noLists,
});
