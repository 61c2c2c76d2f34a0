import { defineServerModule } from '../../kernel/module.ts';
import { selfCheckContract } from './contract.ts';
import { chapters, documents } from './documents/index.ts';
import { facts } from './facts.ts';
import { attachAnswerFile, downloadAnswerFile } from './operations/answer-files.ts';
import {
  approveResponse,
  getReception,
  getSheet,
  listOwnSheets,
  returnResponse,
  saveDraft,
} from './operations/answering.ts';
import {
  closeCampaign,
  deliverResults,
  getProgress,
  listCampaigns,
  openCampaign,
  remindLate,
  reopenResponse,
} from './operations/campaigns.ts';
import { collectAnswers } from './operations/collecting.ts';
import { downloadDocument } from './operations/documents.ts';
import { remindByJob, REMINDER_JOB } from './operations/reminding.ts';
import { drawResults } from './operations/drawing.ts';
import { analyseCampaign, findContradictions, getOwnResult, getResponse } from './operations/results.ts';
import {
  changeWeights,
  getRanking,
  getSelection,
  listWeights,
  notifyContractor,
  selectDepartments,
} from './operations/selecting.ts';
import { submitFromFile, submitOnBehalf, submitResponse } from './operations/submitting.ts';
import { lists, noLists } from './lists/index.ts';

export default defineServerModule<typeof selfCheckContract, 'submitResponse'>({
  contract: selfCheckContract,
  facts: facts.kinds,
  dependsOn: ['engagement', 'people', 'questionnaire'],
  migrations: new URL('./migrations/', import.meta.url),
  handlers: {
    listCampaigns,
    getProgress,
    openCampaign,
    remindLate,
    reopenResponse,
    closeCampaign,
    deliverResults,
    listOwnSheets,
    getSheet,
    saveDraft,
    attachAnswerFile,
    downloadAnswerFile,
    submitOnBehalf,
    submitFromFile,
    getReception,
    approveResponse,
    returnResponse,
    getResponse,
    analyseCampaign,
    collectAnswers,
    drawResults,
    getOwnResult,
    findContradictions,
    downloadDocument,
    getRanking,
    listWeights,
    changeWeights,
    getSelection,
    selectDepartments,
    notifyContractor,
  },
  batches: { submitResponse },
  jobs: { [REMINDER_JOB]: remindByJob },
  documents,
  chapters,
  lists,
  noLists,
});
