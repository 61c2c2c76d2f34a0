/** Contract, messages part: what the two sides write to each other. */
import { z } from 'zod';
import { command, download, query } from '../../../kernel/contract.ts';
import { day, engagementInput, id, instant, line, requiredText } from '../../../kernel/schema.ts';
import { MESSAGE_CHANNELS } from '../meeting-types.ts';
import { inEngagement } from './schemas.ts';

export const message = z.strictObject({
  id,
  threadId: id,
  channel: z.string(),
  direction: z.enum(['to-city', 'from-city']),
  subject: z.string(),
  body: z.string(),
  counterpart: z.string(),
  sentOn: day,
  files: z.array(z.strictObject({ id, name: z.string() })),
  recordedAt: instant,
});
export type Message = z.output<typeof message>;

export const messagesOperations = {
  recordMessage: command({
    summary: '発注者と受託者の間の連絡を記録する。',
    permission: 'messages.record',
    input: z.strictObject({
      ...inEngagement,
      channel: z.enum(MESSAGE_CHANNELS),
      direction: z.enum(['to-city', 'from-city']),
      subject: line,
      body: requiredText,
      counterpart: line,
      /** Id of the first message of the thread; a new thread when left out. */
      threadId: id.optional(),
      fileIds: z.array(id).max(20),
      occurredOn: day.optional(),
    }),
    output: z.strictObject({ id }),
  }),
  listMessages: query({
    summary: '連絡の記録を新しい順に返す。',
    permission: 'messages.read',
    input: engagementInput,
    output: z.strictObject({
      /** Null where the specification names none. */
      basicChannel: z.string().nullable(),
      messages: z.array(message),
    }),
  }),
  downloadAttachment: download({
    summary: '連絡に添付されたファイルを返す。',
    permission: 'messages.read',
    input: z.strictObject({ ...inEngagement, messageId: id, fileId: id }),
  }),
};
