/** The messages between the two sides. The specification may name a basic channel. */
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Handler } from '../../../kernel/module.ts';
import type { meetingsContract } from '../contract.ts';
import { facts } from '../facts.ts';
import { insertMessage, listMessages as listRows } from '../store/messages.ts';
import { checkHappened } from './common.ts';
import { settingOf } from './setting.ts';

type C = typeof meetingsContract;
type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;

export const recordMessage: H<'recordMessage'> = async (context, input) => {
  const { engagementId, channel, direction, subject, body, counterpart, threadId, fileIds } = input;
  const setting = await settingOf(context, engagementId);
  const day = input.occurredOn ?? context.today;
  checkHappened(context, setting, day);
  if (threadId !== undefined) {
    const known = (await listRows(context.tx, engagementId)).some((row) => row.thread_id === threadId);
    if (!known) throw fieldError('threadId', '続きとなる元の連絡が見つかりません。一覧から選び直してください。');
  }
  const id = context.newId();
  const files: { id: string; name: string }[] = [];
  for (const fileId of new Set(fileIds)) {
    const file = await context.files.attach(fileId, `meetings:${id}`);
    files.push({ id: file.id, name: file.name });
  }
  await insertMessage(context.tx, {
    engagement_id: engagementId,
    id,
    thread_id: threadId ?? id,
    channel,
    direction,
    subject,
    body,
    counterpart,
    sent_on: day,
    files,
    recorded_by: context.caller.accountId,
    recorded_at: context.now,
  });
  facts.record(context, 'message.recorded', {
    engagementId,
    subject: id,
    data: { channel, direction, ...(day === context.today ? {} : { occurredOn: day }) },
  });
  return { id };
};

export const listMessages: H<'listMessages'> = async (context, { engagementId }) => {
  const { conditions } = await settingOf(context, engagementId);
  const rows = await listRows(context.tx, engagementId);
  return {
    basicChannel: conditions.messages?.basicChannel ?? null,
    messages: rows.map((row) => ({
      id: row.id,
      threadId: row.thread_id,
      channel: row.channel,
      direction: row.direction,
      subject: row.subject,
      body: row.body,
      counterpart: row.counterpart,
      sentOn: row.sent_on,
      files: row.files,
      recordedAt: row.recorded_at.toISOString(),
    })),
  };
};

export const downloadAttachment: H<'downloadAttachment'> = async (context, { engagementId, messageId, fileId }) => {
  const message = (await listRows(context.tx, engagementId)).find(({ id }) => id === messageId);
  if (message === undefined || !message.files.some(({ id }) => id === fileId)) {
    throw new AppError('record.missing', { internal: 'attachment' });
  }
  const { name, mediaType, bytes } = await context.files.open(fileId);
  return { name, mediaType, bytes };
};
