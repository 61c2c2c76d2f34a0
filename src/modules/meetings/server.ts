import { defineServerModule } from '../../kernel/module.ts';
import { meetingsContract } from './contract.ts';
import { chapters, documents } from './documents/index.ts';
import { facts } from './facts.ts';
import { lists, noLists } from './lists/index.ts';
import { holdMeeting, recordHeldMeeting, recordTalk } from './operations/attendance.ts';
import { downloadCalendar, downloadInvitation } from './operations/calendar.ts';
import { listChoices } from './operations/choices.ts';
import { downloadChanges, downloadDocument } from './operations/documents.ts';
import {
  addInformation,
  changeInformation,
  changeIssue,
  closeIssue,
  listInformation,
  listIssues,
  openIssue,
  withdrawInformation,
} from './operations/issues.ts';
import { downloadAttachment, listMessages, recordMessage } from './operations/messages.ts';
import {
  approveMinutes,
  completeAction,
  listEditions,
  returnMinutes,
  saveMinutes,
  submitMinutes,
} from './operations/minutes.ts';
import {
  attachDocument,
  attachFile,
  downloadPaper,
  listAttachable,
  listPapers,
  preparePaper,
  refreshPaper,
  removePaper,
  savePaper,
  sendPapers,
} from './operations/papers.ts';
import { draftReport } from './operations/report.ts';
import {
  agreeTool,
  cancelMeeting,
  confirmDate,
  moveMeeting,
  nameVenue,
  proposeRegularMeetings,
  saveAgenda,
  scheduleMeeting,
} from './operations/schedule.ts';
import { getMeeting, listMeetings, listTypes, suggestSchedule } from './operations/types.ts';

export default defineServerModule({
  contract: meetingsContract,
  facts: facts.kinds,
  dependsOn: ['engagement', 'people'],
  migrations: new URL('./migrations/', import.meta.url),
  handlers: {
    listTypes,
    suggestSchedule,
    listMeetings,
    getMeeting,
    listChoices,
    proposeRegularMeetings,
    scheduleMeeting,
    confirmDate,
    moveMeeting,
    cancelMeeting,
    agreeTool,
    nameVenue,
    saveAgenda,
    downloadInvitation,
    downloadCalendar,
    holdMeeting,
    recordHeldMeeting,
    recordTalk,
    saveMinutes,
    submitMinutes,
    approveMinutes,
    returnMinutes,
    listEditions,
    completeAction,
    draftReport,
    downloadChanges,
    downloadDocument,
    listPapers,
    preparePaper,
    refreshPaper,
    savePaper,
    attachFile,
    listAttachable,
    attachDocument,
    removePaper,
    sendPapers,
    downloadPaper,
    listIssues,
    openIssue,
    changeIssue,
    closeIssue,
    listInformation,
    addInformation,
    changeInformation,
    withdrawInformation,
    recordMessage,
    listMessages,
    downloadAttachment,
  },
  documents,
  chapters,
  lists,
  noLists,
});
