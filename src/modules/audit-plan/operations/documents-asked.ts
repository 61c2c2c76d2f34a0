/** Documents asked for before an audit: listed, requested, received, found insufficient or accepted, read. */
import { fieldError, refuse } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { checkRecordVersion, nextPosition, changedOf } from '../../../kernel/record-store.ts';
import { dayOfEvent } from '../../engagement/contract.ts';
import { briefings, type DemandRecord, demands, surveys, type TargetRecord, targets } from '../store/stores.ts';
import { lateWarnings } from './notices.ts';
import { checkParty, facts, type H, programmeOfTarget, takeTarget } from './shared.ts';
import { recordReading } from './surveys.ts';
import { checkAlive } from './targets.ts';

export const listDocuments: H<'listDocuments'> = async (context, filter) => {
  const all = await targets.list(context.tx, { engagementId: filter.engagementId });
  return {
    documents: (await demands.list(context.tx, filter)).map(({ id, targetId, state, version, content }) => ({
      ...content,
      id,
      targetId,
      targetName: all.find((target) => target.id === targetId)?.content.name ?? '',
      state,
      version,
    })),
  };
};

export const addDocument: H<'addDocument'> = async (context, { targetId, title, purpose, due }) => {
  const target = await takeTarget(context, targetId);
  checkAlive(target);
  checkDue(target, due);
  const own = await demands.list(context.tx, { targetId });
  if (own.some(({ state, content }) => state !== 'withdrawn' && content.title === title))
    throw fieldError('title', '同じ資料が既に一覧にあります。');
  const saved = await demands.insert(context, {
    engagementId: target.engagementId,
    targetId,
    state: 'listed',
    position: nextPosition(own),
    content: {
      title,
      purpose,
      due,
      additional: await briefed(context, target),
      requestedOn: null,
      notifiedOn: null,
      receivedOn: null,
      comment: '',
      judgement: '',
      files: [],
      readOn: null,
      notes: '',
    },
  });
  const programme = await programmeOfTarget(context, target);
  facts.record(context, 'target-documents.listed', {
    engagementId: target.engagementId,
    subject: target.id,
    data: { type: programme.recordType, target: target.id, documents: own.length + 1 },
  });
  return changedOf(saved);
};

export const changeDocument: H<'changeDocument'> = async (context, { documentId, version, ...fields }) => {
  const demand = await take(context, documentId, version);
  if (demand.state !== 'listed')
    throw refuse('既に求めた資料の記載は変えられません。取りやめてから、新しく加えてください。');
  checkDue(await targets.get(context.tx, demand.targetId), fields.due);
  return changedOf(await demands.save(context.tx, demand, { content: fields }));
};

export const withdrawDocument: H<'withdrawDocument'> = async (context, { documentId, version }) => {
  const demand = await take(context, documentId, version);
  if (demand.state === 'accepted') throw refuse('受け取った資料の求めは取りやめられません。');
  return changedOf(await demands.save(context.tx, demand, { state: 'withdrawn' }));
};

export const requestDocuments: H<'requestDocuments'> = async (context, { targetId, due, occurredOn }) => {
  const target = await takeTarget(context, targetId);
  checkAlive(target);
  if (target.state === 'proposed')
    throw refuse('この対象はまだ決定されていません。対象を決定してから資料を求めてください。');
  const programme = await programmeOfTarget(context, target);
  checkParty(context.caller, programme.parties.documentRequestBy, '資料の求め');
  const day = await dayOfEvent(context, target.engagementId, occurredOn);
  if (due < day) throw fieldError('due', '期限が、求める日より前です。日付を確かめてください。');
  checkDue(target, due);
  const open = (await demands.list(context.tx, { targetId })).filter(
    ({ state }) => state === 'listed' || state === 'insufficient',
  );
  if (open.length === 0) throw refuse('求める資料がありません。先に資料を一覧に加えてください。');
  const additional = open.filter(({ content }) => content.additional && content.notifiedOn === null);
  for (const demand of open)
    await demands.save(context.tx, demand, {
      state: 'requested',
      content: {
        due,
        requestedOn: day,
        notifiedOn: demand.content.additional ? (demand.content.notifiedOn ?? day) : null,
      },
    });
  const subject = { engagementId: target.engagementId, subject: target.id };
  const data = { type: programme.recordType, target: target.id };
  facts.record(context, 'target-documents.requested', {
    ...subject,
    data: { ...data, documents: open.length, due, occurredOn: day },
  });
  if (additional.length > 0)
    facts.record(context, 'additional-document.notified', {
      ...subject,
      data: { ...data, documents: additional.length, occurredOn: day },
    });
  const { documentDays, additionalDocumentDays } = programme.deadlines;
  return {
    requested: open.length,
    additional: additional.length,
    warnings:
      additional.length > 0
        ? lateWarnings(target, day, additionalDocumentDays, '追加の資料の求め')
        : lateWarnings(target, due, documentDays, '資料の期限'),
  };
};

export const judgeDocument: H<'judgeDocument'> = async (context, { documentId, version, judgement, reason }) => {
  const demand = await take(context, documentId, version);
  if (demand.state !== 'received' && demand.state !== 'insufficient')
    throw refuse('この資料はまだ届いていません。届いてから判断してください。');
  if (judgement === 'insufficient' && reason.trim() === '')
    throw fieldError('reason', '何が足りないかを書いてください。改めて求めるときに所属に伝わります。');
  const saved = await demands.save(context.tx, demand, { state: judgement, content: { judgement: reason } });
  const programme = await programmeOfTarget(context, await targets.get(context.tx, demand.targetId));
  facts.record(context, 'target-document.judged', {
    engagementId: demand.engagementId,
    subject: demand.targetId,
    data: { type: programme.recordType, target: demand.targetId, document: demand.id, judgement },
  });
  return changedOf(saved);
};

export const readDocument: H<'readDocument'> = async (context, { documentId, version, notes }) => {
  const demand = await take(context, documentId, version);
  if (demand.content.receivedOn === null) throw refuse('この資料はまだ届いていません。届いてから読んでください。');
  const saved = await demands.save(context.tx, demand, { content: { readOn: context.today, notes } });
  await recordReading(context, await targets.get(context.tx, demand.targetId));
  return changedOf(saved);
};

/** Files of a document or of an answer, by the record that holds them. */
export const downloadFile: H<'downloadFile'> = async (context, { recordId, fileId }) => {
  const demand = await demands.get(context.tx, recordId).catch(() => undefined);
  const files =
    demand === undefined
      ? (await surveys.get(context.tx, recordId)).content.replies.flatMap((reply) => reply.files)
      : demand.content.files;
  if (!files.some((file) => file.fileId === fileId))
    throw refuse('ファイルが見つかりません。一覧を開き直してください。');
  const { name, mediaType, bytes } = await context.files.open(fileId);
  return { name, mediaType, bytes };
};

/** Once the briefing is complete, what is added is an additional document. */
async function briefed(context: Context, target: TargetRecord): Promise<boolean> {
  const [briefing] = await briefings.list(context.tx, { programmeId: target.programmeId });
  return briefing?.state === 'prepared';
}

async function take(context: Context, documentId: string, version: number): Promise<DemandRecord> {
  const demand = await demands.take(context.tx, documentId);
  checkRecordVersion(demand, version);
  if (demand.state === 'withdrawn') throw refuse('この資料の求めは取りやめられています。');
  checkAlive(await targets.get(context.tx, demand.targetId));
  return demand;
}

function checkDue(target: TargetRecord, due: string | null): void {
  if (due !== null && target.content.plannedOn !== null && due > target.content.plannedOn)
    throw fieldError('due', '期限が、監査の日より後です。監査の日より前の期限を入力してください。');
}
