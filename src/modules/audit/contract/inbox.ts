/** What waits for the city: everything that is sent to departments or confirmed by the city (clause 9(1)イ-p2). */
import { z } from 'zod';
import { query } from '../../../kernel/contract.ts';
import { engagementInput } from '../../../kernel/schema.ts';
import { day, id } from './shared.ts';

export const INBOX_KINDS = [
  'policy',
  'notice',
  'request',
  'resend',
  'hearing',
  'timetable',
  'proposal',
  'contract',
  'waiver',
  'confirm',
  'show',
  'view',
  'result',
] as const;

export const inboxEntry = z.strictObject({
  kind: z.enum(INBOX_KINDS),
  auditId: id.nullable(),
  departmentName: z.string().nullable(),
  /** Title of the record, for example of the request. */
  title: z.string(),
  /** The record itself. */
  subject: id,
  since: day.nullable(),
});
export type InboxEntry = z.output<typeof inboxEntry>;

export const inboxOperations = {
  listInbox: query({
    summary: '市が送付又は確認するものの一覧を返す。',
    permission: 'audit.city',
    input: engagementInput,
    output: z.strictObject({ entries: z.array(inboxEntry) }),
  }),
} as const;
