import { defineServerModule } from '../../kernel/module.ts';
import { selfCheckContract } from './contract.ts';
import { chapters, documents } from './documents/index.ts';
import { facts } from './facts.ts';
import { attachAnswerFile, downloadAnswerFile, listAnswerFiles } from './operations/answer-files.ts';
import { approveResponse, getSheet, listOwnSheets, returnResponse, saveDraft } from './operations/answering.ts';
import {
  closeCampaign,
  deliverResults,
  getCampaign,
  getProgress,
  listCampaigns,
  remindLate,
  reopenResponse,
} from './operations/campaigns.ts';
import { continueAffair, listAffairs, removeAffair, saveAffair } from './operations/affairs.ts';
import { openLink, saveLinkDraft, submitByLink } from './operations/by-link.ts';
import { dropCampaign, openCampaign, prepareCampaign, startCampaign } from './operations/opening.ts';
import { listDesigns, presentDesign } from './operations/designing.ts';
import { listFormReviews, reviewForm } from './operations/reviewing.ts';
import { passLink, takeBackLink } from './operations/passing-by-link.ts';
import { passSheet, takeBackSheet } from './operations/passing.ts';
import {
  addAffairs,
  addFromDirectory,
  forgetPeople,
  issueLinks,
  listRespondents,
  openOwnLink,
  removeRespondent,
  revokeLink,
  saveRespondent,
} from './operations/respondents.ts';
import { collectAnswers } from './operations/collecting.ts';
import { downloadDocument } from './operations/documents.ts';
import { remindByJob, REMINDER_JOB } from './operations/reminding.ts';
import { sumSurveys } from './operations/country.ts';
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
import { getReception, listPreviousAnswers } from './operations/receiving.ts';
import { submitFromFile, submitOnBehalf, submitResponse } from './operations/submitting.ts';
import { lists, noLists } from './lists/index.ts';

export default defineServerModule<typeof selfCheckContract, 'submitResponse'>({
  contract: selfCheckContract,
  facts: facts.kinds,
  dependsOn: ['engagement', 'people', 'questionnaire'],
  migrations: new URL('./migrations/', import.meta.url),
  handlers: {
    listCampaigns,
    getCampaign,
    getProgress,
    openCampaign,
    prepareCampaign,
    startCampaign,
    dropCampaign,
    listRespondents,
    saveRespondent,
    removeRespondent,
    addFromDirectory,
    addAffairs,
    issueLinks,
    revokeLink,
    openOwnLink,
    forgetPeople,
    passSheet,
    takeBackSheet,
    reviewForm,
    listFormReviews,
    listDesigns,
    presentDesign,
    listAffairs,
    saveAffair,
    continueAffair,
    removeAffair,
    remindLate,
    reopenResponse,
    closeCampaign,
    deliverResults,
    listOwnSheets,
    getSheet,
    saveDraft,
    attachAnswerFile,
    listAnswerFiles,
    downloadAnswerFile,
    submitOnBehalf,
    submitFromFile,
    getReception,
    listPreviousAnswers,
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
  open: { openLink, saveLinkDraft, submitByLink, passLink, takeBackLink },
  batches: { submitResponse },
  jobs: { [REMINDER_JOB]: remindByJob },
  sums: { surveys: sumSurveys },
  documents,
  chapters,
  lists,
  noLists,
});
