/** Meetings of the two sides with their papers and minutes, issues, information and messages. */
import { defineContract } from '../../kernel/contract.ts';
import { issuesOperations } from './contract/issues.ts';
import { messagesOperations } from './contract/messages.ts';
import { minutesOperations } from './contract/minutes.ts';
import { papersOperations } from './contract/papers.ts';
import { meetingPermissions } from './contract/permissions.ts';
import { scheduleOperations } from './contract/schedule.ts';

export const meetingsContract = defineContract({
  id: 'meetings',
  title: '会議',
  permissions: meetingPermissions,
  operations: {
    ...scheduleOperations,
    ...minutesOperations,
    ...papersOperations,
    ...issuesOperations,
    ...messagesOperations,
  },
});

export type { Information, Issue } from './contract/issues.ts';
export type { Message } from './contract/messages.ts';
export type {
  InformationContent,
  IssuesContent,
  Paper,
  PaperContent,
  ProgressContent,
  ScheduleContent,
} from './contract/papers.ts';
export type { Action, AgendaItem, Meeting, MeetingKind, Minutes, Participant } from './contract/schemas.ts';
