/** What the contractor holds of the city: received, copied, given back, erased, reported. */
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { OK } from '../../../kernel/schema.ts';
import { facts } from '../facts.ts';
import { lackingForReceipt, unsettled } from '../rules.ts';
import { findRecord, listEverything, listRecords, saveRecord } from '../store.ts';
import { activeMember, checkComment, create, type H, happenedOn, inHand, onDay, refused, settingOf } from './common.ts';

export const receiveMaterial: H<'receiveMaterial'> = async (context, { engagementId, occurredOn, ...input }) => {
  const setting = await settingOf(context, engagementId);
  const receivedOn = happenedOn(context, setting, occurredOn);
  if (setting.conditions.level !== undefined && input.level === setting.conditions.level) {
    const lacking = lackingForReceipt(await listEverything(context.tx, engagementId), setting.conditions);
    if (lacking.length > 0) {
      throw refused(
        `機密性${input.level}の情報資産を受け取る前に、受託者の${lacking.join('と、')}が必要です。済ませてから記録してください。`,
      );
    }
  }
  const { files = [], number = null, ...rest } = input;
  const body = { ...rest, files, number, receivedOn, returnedOn: null, receivedBackBy: '', wiped: null, erased: null };
  const id = await create(context, 'material', engagementId, body, files);
  facts.record(context, 'material.received', {
    engagementId,
    subject: id,
    data: {
      level: input.level,
      kind: input.kind,
      public: input.public,
      origin: input.origin,
      ...onDay(context, receivedOn),
    },
  });
  return { id };
};

export const requestCopy: H<'requestCopy'> = async (context, { engagementId, ...input }) => {
  await settingOf(context, engagementId);
  if (input.materialId !== null) {
    const material = await findRecord(context.tx, engagementId, 'material', input.materialId);
    if (material.returnedOn !== null || material.erased !== null) {
      throw refused('手元にない資料のため、複製できません。');
    }
  }
  const body = { ...input, state: 'requested', comment: '', decidedOn: null, madeOn: null, erased: null } as const;
  const id = await create(context, 'copy', engagementId, body);
  facts.record(context, 'copy.requested', { engagementId, subject: id, data: { copies: input.copies } });
  return { id };
};

export const decideCopy: H<'decideCopy'> = async (context, input) => {
  const { engagementId, approved, comment } = input;
  await settingOf(context, engagementId);
  const entry = await inHand(context, 'copy', input);
  if (entry.state !== 'requested') throw refused('この複製は、既に判断されています。');
  checkComment(approved, comment);
  const state = approved ? 'permitted' : 'refused';
  await saveRecord(context.tx, 'copy', { ...entry, state, comment, decidedOn: context.today });
  if (approved) {
    facts.record(context, 'copy.permitted', {
      engagementId,
      subject: entry.materialId ?? entry.id,
      data: { document: entry.document, scope: entry.scope },
    });
  } else {
    facts.record(context, 'copy.refused', { engagementId, subject: entry.id, data: {} });
  }
  return OK;
};

export const recordCopy: H<'recordCopy'> = async (context, input) => {
  const { engagementId } = input;
  const on = happenedOn(context, await settingOf(context, engagementId), input.occurredOn);
  const entry = await inHand(context, 'copy', input);
  if (entry.state === 'requested')
    throw refused('発注者がまだ許可していません。発注者の担当課の判断をお待ちください。');
  if (entry.state !== 'permitted') throw refused('許可されていないか、既に作成を記録した複製です。');
  await saveRecord(context.tx, 'copy', { ...entry, state: 'made', madeOn: on });
  facts.record(context, 'material.copied', {
    engagementId,
    subject: entry.materialId ?? entry.id,
    data: { approved: true, copies: entry.copies, copy: entry.id, ...onDay(context, on) },
  });
  return OK;
};

export const returnMaterial: H<'returnMaterial'> = async (context, input) => {
  const { engagementId, receivedBackBy } = input;
  const on = happenedOn(context, await settingOf(context, engagementId), input.occurredOn);
  const entry = await inHand(context, 'material', input);
  if (entry.returnedOn !== null) throw refused('この資料等は、既に返還又は引き渡しています。');
  if (entry.erased !== null) throw refused('この資料等は、既に廃棄又は消去しています。');
  if (on < entry.receivedOn) throw fieldError('occurredOn', '受け取った日以後の日付を入力してください。');
  await saveRecord(context.tx, 'material', { ...entry, returnedOn: on, receivedBackBy });
  facts.record(context, 'material.returned', { engagementId, subject: entry.id, data: onDay(context, on) });
  return OK;
};

interface Erasure {
  readonly engagementId: string;
  readonly method: string;
  readonly memberId: string;
  readonly irrecoverable: boolean;
  readonly cityInstruction: string;
  readonly occurredOn?: string | undefined;
}

/** Checks how something is made unreadable. Clause 10(8)-p4: otherwise only as the city has instructed. */
async function erasureOf(context: Context, input: Erasure) {
  const on = happenedOn(context, await settingOf(context, input.engagementId), input.occurredOn);
  await activeMember(context, input.engagementId, input.memberId);
  if (!input.irrecoverable && input.cityInstruction.trim() === '') {
    throw fieldError(
      'irrecoverable',
      '復元できない方法で廃棄・消去してください。別の方法による場合は、発注者の指示の内容を入力してください。',
    );
  }
  const { method, memberId, irrecoverable, cityInstruction } = input;
  return { on, method, memberId, irrecoverable, cityInstruction };
}

export const eraseMaterial: H<'eraseMaterial'> = async (context, input) => {
  const entry = await inHand(context, 'material', input);
  if (entry.erased !== null) throw refused('この資料等は、既に廃棄又は消去しています。');
  const erased = await erasureOf(context, input);
  await saveRecord(context.tx, 'material', { ...entry, erased });
  recordErased(context, input.engagementId, entry.id, null, erased);
  return OK;
};

export const eraseCopy: H<'eraseCopy'> = async (context, input) => {
  const entry = await inHand(context, 'copy', input);
  if (entry.state !== 'made') throw refused('作成した複製ではないか、既に廃棄又は消去しています。');
  const erased = await erasureOf(context, input);
  await saveRecord(context.tx, 'copy', { ...entry, state: 'erased', erased });
  recordErased(context, input.engagementId, entry.materialId ?? entry.id, entry.id, erased);
  return OK;
};

function recordErased(
  context: Context,
  engagementId: string,
  subject: string,
  copy: string | null,
  erased: Awaited<ReturnType<typeof erasureOf>>,
): void {
  const { method, irrecoverable, memberId: person, on: occurredOn } = erased;
  facts.record(context, 'material.erased', {
    engagementId,
    subject,
    data: { method, irrecoverable, person, copy, occurredOn },
  });
}

export const reportDisposal: H<'reportDisposal'> = async (context, { engagementId, occurredOn }) => {
  const on = happenedOn(context, await settingOf(context, engagementId), occurredOn);
  const records = await listEverything(context.tx, engagementId);
  const { materials, copies } = unsettled(records);
  if (materials.length + copies.length > 0) {
    throw refused(
      `返還・引渡し・消去が済んでいない資料等が${materials.length}件、複製が${copies.length}件あります。受託者がすべて済ませてから報告してください。`,
    );
  }
  if (records.material.length === 0) throw refused('記録された資料等がないため、報告するものがありません。');
  if ((await listRecords(context.tx, engagementId, 'disposal-report')).some((report) => report.on === on)) {
    throw new AppError('record.duplicate', { message: 'この日の報告は、既に行っています。' });
  }
  const number = records['disposal-report'].length + 1;
  const certificate = `消去証明 ${on.replaceAll('-', '')}-${number}`;
  const ids = records.material.map(({ id }) => id);
  const id = await create(context, 'disposal-report', engagementId, {
    on,
    certificate,
    materials: ids,
    copies: records.copy.filter(({ state }) => state === 'erased').map((copy) => copy.id),
  });
  facts.record(context, 'disposal.reported', {
    engagementId,
    subject: engagementId,
    data: { materials: ids, certificate: id },
  });
  return { id };
};
