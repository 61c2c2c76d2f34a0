import { defineServerModule } from '../../kernel/module.ts';
import { meetingsContract } from './contract.ts';
import { chapters, documents } from './documents/index.ts';
import { facts } from './facts.ts';
import { downloadDocument } from './operations/documents.ts';
import { downloadCalendar } from './operations/calendar.ts';
import { listChoices } from './operations/choices.ts';
import { downloadAttachment, listMessages, recordMessage } from './operations/messages.ts';
import {
  completeAction,
  draftReport,
  getMeeting,
  holdMeeting,
  listMeetings,
  recordHeldMeeting,
  saveMinutes,
  submitMinutes,
} from './operations/minutes.ts';
import {
  agreeTool,
  cancelMeeting,
  confirmDate,
  moveMeeting,
  proposeRegularMeetings,
  scheduleMeeting,
} from './operations/schedule.ts';

export default defineServerModule({
  contract: meetingsContract,
  facts: facts.kinds,
  dependsOn: ['engagement', 'people'],
  migrations: new URL('./migrations/', import.meta.url),
  handlers: {
    downloadDocument,
    listMeetings,
    getMeeting,
    listChoices,
    proposeRegularMeetings,
    scheduleMeeting,
    confirmDate,
    moveMeeting,
    cancelMeeting,
    agreeTool,
    holdMeeting,
    recordHeldMeeting,
    saveMinutes,
    submitMinutes,
    completeAction,
    draftReport,
    downloadCalendar,
    recordMessage,
    listMessages,
    downloadAttachment,
  },
  documents,
  chapters,
});
