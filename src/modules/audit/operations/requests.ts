/** Additional documents: the contractor lists, the city sends, the department answers, the contractor judges. */
import { AppError, fieldError, refuse } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { dayOfEvent } from '../../engagement/contract.ts';
import type { RequestItem } from '../contract/requests.ts';
import { requestMachine } from '../rules/machines.ts';
import { checkRecordVersion, nextPosition, changedOf } from '../../../kernel/record-store.ts';
import { type AuditRecord, audits, checks, requests, type RequestRecord } from '../store/stores.ts';
import type { H } from './handler.ts';
import {
  advance,
  attach,
  checkFieldwork,
  checkNotified,
  checkOwnAudit,
  facts,
  readAudit,
  takeAudit,
} from './shared.ts';

function viewOf(request: RequestRecord, audit: AuditRecord) {
  const { id, version, position, createdAt, auditId, state, content } = request;
  return { ...content, id, version, position, createdAt, auditId, state, departmentId: audit.departmentId };
}

export const listRequests: H<'listRequests'> = async (context, { auditId }) => {
  const audit = await readAudit(context, auditId);
  return { requests: (await requests.list(context.tx, { auditId })).map((request) => viewOf(request, audit)) };
};

interface NewItem {
  readonly title: string;
  readonly detail?: string | undefined;
  readonly checkId?: string | null | undefined;
  readonly selfCheckItem?: string | null | undefined;
}

async function itemsOf(context: Context, audit: AuditRecord, items: readonly NewItem[]): Promise<RequestItem[]> {
  const known = new Set((await checks.list(context.tx, { auditId: audit.id })).map(({ id }) => id));
  return items.map(({ title, detail, checkId, selfCheckItem }, index) => {
    if (checkId !== null && checkId !== undefined && !known.has(checkId))
      throw fieldError(`items.${index}.checkId`, 'この監査対象課の確認項目から選んでください。');
    return {
      id: context.newId(),
      title,
      detail: detail ?? '',
      checkId: checkId ?? null,
      selfCheckItem: selfCheckItem ?? null,
      state: 'waiting',
      judgement: '',
      toldDepartment: '',
      files: [],
    };
  });
}

export const prepareRequest: H<'prepareRequest'> = async (context, { auditId, title, note, due, items }) => {
  const audit = await takeAudit(context, auditId);
  checkFieldwork(audit);
  checkDue(context, due);
  const entries = await itemsOf(context, audit, items);
  const request = await requests.insert(context, {
    engagementId: audit.engagementId,
    auditId,
    state: 'prepared',
    position: nextPosition(await requests.list(context.tx, { auditId })),
    content: { title, note: note ?? '', due, items: entries, sentOn: null, resentOn: [] },
  });
  recordPrepared(context, audit, request);
  return { ...changedOf(request), itemIds: entries.map(({ id }) => id) };
};

function checkDue(context: Context, due: string): void {
  if (due < context.today) throw fieldError('due', '期限には今日以降の日付を入れてください。');
}

function recordPrepared(context: Context, audit: AuditRecord, request: RequestRecord): void {
  facts.record(context, 'document-request.prepared', {
    engagementId: audit.engagementId,
    subject: request.id,
    data: { department: audit.departmentId, documents: request.content.items.length, due: request.content.due },
  });
}

export const editRequest: H<'editRequest'> = async (context, { requestId, version, title, note, due, items }) => {
  const { audit, request } = await take(context, requestId, version);
  checkFieldwork(audit);
  const state = advance(requestMachine, request.state, 'edit');
  checkDue(context, due);
  const entries = await itemsOf(context, audit, items);
  const saved = await requests.save(context.tx, request, { state, content: { title, note, due, items: entries } });
  recordPrepared(context, audit, saved);
  return { ...changedOf(saved), itemIds: entries.map(({ id }) => id) };
};

async function take(context: Context, requestId: string, version?: number) {
  const request = await requests.take(context.tx, requestId);
  const audit = await readAudit(context, request.auditId);
  if (version !== undefined) checkRecordVersion(request, version, viewOf(request, audit));
  return { audit, request };
}

export const sendRequest: H<'sendRequest'> = async (context, { requestId, version, due, occurredOn }) => {
  const { audit, request } = await take(context, requestId, version);
  checkNotified(audit);
  const again = request.state !== 'prepared';
  const state = advance(requestMachine, request.state, again ? 'resend' : 'send');
  const insufficient = request.content.items.some((item) => item.state === 'insufficient');
  if (again && !insufficient) throw refuse('不足があると判断された書類がないため、送り直しはできません。');
  if (due !== undefined) checkDue(context, due);
  const on = await dayOfEvent(context, audit.engagementId, occurredOn);
  const saved = await requests.save(context.tx, request, {
    state,
    content: {
      due: due ?? request.content.due,
      sentOn: request.content.sentOn ?? on,
      resentOn: again ? [...request.content.resentOn, on] : request.content.resentOn,
      // The contractor's remark becomes the city's message to the department.
      items: request.content.items.map((item) =>
        item.state === 'insufficient' ? { ...item, state: 'waiting', toldDepartment: item.judgement } : item,
      ),
    },
  });
  facts.record(context, 'document-request.sent', {
    engagementId: audit.engagementId,
    subject: request.id,
    data: { department: audit.departmentId, again, occurredOn: on },
  });
  return changedOf(saved);
};

export const answerRequest: H<'answerRequest'> = async (context, { requestId, itemId, fileIds, comment }) => {
  const request = await requests.take(context.tx, requestId);
  const audit = await audits.get(context.tx, request.auditId);
  checkOwnAudit(context.caller, audit);
  checkNotified(audit);
  if (request.state === 'prepared') throw new AppError('record.missing', { internal: 'not sent' });
  advance(requestMachine, request.state, 'answer');
  const item = itemIn(request, itemId);
  if (item.state === 'accepted')
    throw refuse('この書類は受領済みです。追加があるときは、市の担当課に相談してください。');
  if (fileIds.length === 0 && comment.trim() === '')
    throw fieldError('fileIds', 'ファイルを添付するか、書類がない理由を書いてください。');
  const files: RequestItem['files'] = [];
  for (const fileId of fileIds) {
    const file = await attach(context, fileId, `request:${requestId}`);
    files.push({
      ...file,
      comment,
      by: context.caller.accountId,
      at: context.now.toISOString(),
    });
  }
  const answered: RequestItem = {
    ...item,
    state: 'received',
    files: [...item.files, ...files],
    // Words without a file say why there is none; they are kept where the contractor reads.
    judgement: fileIds.length === 0 ? `所属の回答：${comment}` : item.judgement,
  };
  const items = request.content.items.map((entry) => (entry.id === itemId ? answered : entry));
  const complete = items.every(({ state }) => state !== 'waiting');
  const saved = await requests.save(context.tx, request, {
    state: complete ? 'answered' : 'sent',
    content: { items },
  });
  facts.record(context, 'document.received', {
    engagementId: audit.engagementId,
    subject: request.id,
    data: { department: audit.departmentId, files: files.length, item: itemId },
  });
  return changedOf(saved);
};

export function itemIn(request: RequestRecord, itemId: string): RequestItem {
  const item = request.content.items.find(({ id }) => id === itemId);
  if (item === undefined) throw new AppError('record.missing', { internal: 'request item' });
  return item;
}

export const judgeRequestItem: H<'judgeRequestItem'> = async (context, input) => {
  const { audit, request } = await take(context, input.requestId, input.version);
  checkNotified(audit);
  advance(requestMachine, request.state, 'judge');
  const item = itemIn(request, input.itemId);
  if (item.state === 'waiting') throw refuse('この書類はまだ届いていません。先に監査対象課が提出してください。');
  if (input.judgement === 'insufficient' && input.reason.trim() === '')
    throw fieldError('reason', '何が足りないかを書いてください。市が監査対象課に伝えます。');
  const items = request.content.items.map((entry) =>
    entry.id === item.id ? { ...entry, state: input.judgement, judgement: input.reason } : entry,
  );
  const accepted = items.every(({ state }) => state === 'accepted');
  const saved = await requests.save(context.tx, request, {
    state: accepted ? 'accepted' : request.state,
    content: { items },
  });
  facts.record(context, 'document.judged', {
    engagementId: audit.engagementId,
    subject: request.id,
    data: { department: audit.departmentId, item: item.id, judgement: input.judgement },
  });
  return changedOf(saved);
};

export const downloadRequestFile: H<'downloadRequestFile'> = async (context, { requestId, fileId }) => {
  const request = await requests.get(context.tx, requestId);
  await readAudit(context, request.auditId);
  return openRequestFile(context, request, fileId);
};

export async function openRequestFile(context: Context, request: RequestRecord, fileId: string) {
  const known = request.content.items.some(({ files }) => files.some((file) => file.fileId === fileId));
  if (!known) throw new AppError('file.missing');
  const { name, mediaType, bytes } = await context.files.open(fileId);
  return { name, mediaType, bytes };
}
