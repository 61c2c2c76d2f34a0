/** Subcontracts, group companies included. */
import { AppError, fieldError } from '../../../kernel/error.ts';
import { OK } from '../../../kernel/schema.ts';
import { facts } from '../facts.ts';
import { listRecords, saveRecord } from '../store.ts';
import {
  asked,
  attachAll,
  checkComment,
  create,
  type H,
  happenedOn,
  inHand,
  onDay,
  refused,
  settingOf,
} from './common.ts';

export const requestSubcontract: H<'requestSubcontract'> = async (context, request) => {
  const { engagementId, important, wholly = false, ...input } = request;
  const { conditions } = await settingOf(context, engagementId);
  const wanted = asked(conditions.subcontract, '再委託');
  if (wholly && wanted.forbidden.length > 0) {
    throw refused(`${wanted.forbidden.join('、')}に当たるため、申請できません。自ら行う業務を残して申請してください。`);
  }
  if (important) {
    throw refused('業務の重要な部分は再委託できません。重要な部分に当たらない業務だけを申請してください。');
  }
  const body = {
    ...input,
    state: 'requested',
    approval: '',
    comment: '',
    decidedOn: null,
    confirmedOn: null,
    startedOn: null,
  } as const;
  const id = await create(context, 'subcontract', engagementId, body, input.files);
  facts.record(context, 'subcontract.requested', {
    engagementId,
    subject: id,
    data: { fields: wanted.particulars, important: false, groupCompany: input.groupCompany },
  });
  return { id };
};

export const decideSubcontract: H<'decideSubcontract'> = async (context, input) => {
  const { engagementId, approved, comment, approval } = input;
  const { conditions } = await settingOf(context, engagementId);
  const entry = await inHand(context, 'subcontract', input);
  if (entry.state !== 'requested') throw refused('この再委託は、既に判断されています。');
  checkComment(approved, comment);
  if (approved && conditions.subcontract?.written !== false && approval.trim() === '') {
    throw fieldError('approval', '承諾は書面で行います。承諾書の番号又は名称を入力してください。');
  }
  await saveRecord(context.tx, 'subcontract', {
    ...entry,
    state: approved ? 'approved' : 'refused',
    approval,
    comment,
    decidedOn: context.today,
  });
  facts.record(context, 'subcontract.decided', {
    engagementId,
    subject: entry.id,
    data: { approved, written: approval.trim() !== '' },
  });
  return OK;
};

export const confirmSubcontract: H<'confirmSubcontract'> = async (context, input) => {
  const { engagementId, obligationsIncluded, furtherProhibited, files } = input;
  await settingOf(context, engagementId);
  const entry = await inHand(context, 'subcontract', input);
  if (entry.state === 'requested')
    throw refused('発注者の承諾がまだありません。発注者の担当課の判断をお待ちください。');
  if (entry.state !== 'approved') throw refused('承諾されていないか、既に契約を確認した再委託です。');
  if (!obligationsIncluded) {
    throw fieldError(
      'obligationsIncluded',
      '受託者の義務を再委託先にも守らせる定めを、契約書に入れてから確認してください。',
    );
  }
  if (!furtherProhibited) {
    throw fieldError(
      'furtherProhibited',
      '再委託先からの更なる委託を禁じる定めを、契約書に入れてから確認してください。',
    );
  }
  await attachAll(context, files, entry.id);
  await saveRecord(context.tx, 'subcontract', {
    ...entry,
    state: 'confirmed',
    confirmedOn: context.today,
    files: [...entry.files, ...files],
  });
  facts.record(context, 'subcontract.contract-confirmed', {
    engagementId,
    subject: entry.id,
    data: { obligationsIncluded, furtherProhibited },
  });
  return OK;
};

export const startSubcontract: H<'startSubcontract'> = async (context, input) => {
  const { engagementId } = input;
  const on = happenedOn(context, await settingOf(context, engagementId), input.occurredOn);
  const entry = await inHand(context, 'subcontract', input);
  if (entry.state !== 'confirmed') {
    throw refused('再委託を始める前に、発注者の書面による承諾と、再委託先との契約の確認が必要です。');
  }
  await saveRecord(context.tx, 'subcontract', { ...entry, state: 'started', startedOn: on });
  facts.record(context, 'subcontract.started', { engagementId, subject: entry.id, data: onDay(context, on) });
  return OK;
};

export const endSubcontract: H<'endSubcontract'> = async (context, input) => {
  const { engagementId } = input;
  const on = happenedOn(context, await settingOf(context, engagementId), input.occurredOn);
  const entry = await inHand(context, 'subcontract', input);
  if (entry.state === 'ended' || entry.state === 'refused') throw refused('この再委託は、既に終わっています。');
  await saveRecord(context.tx, 'subcontract', { ...entry, state: 'ended' });
  facts.record(context, 'subcontract.ended', { engagementId, subject: entry.id, data: onDay(context, on) });
  return OK;
};

export const declareNoSubcontract: H<'declareNoSubcontract'> = async (context, { engagementId }) => {
  await settingOf(context, engagementId);
  const going = (await listRecords(context.tx, engagementId, 'subcontract')).some(
    ({ state }) => state !== 'refused' && state !== 'ended',
  );
  if (going) throw refused('申請中又は承諾された再委託があるため、再委託をしない旨を申告できません。');
  if ((await listRecords(context.tx, engagementId, 'no-subcontract')).length > 0) {
    throw new AppError('record.duplicate', { message: '再委託をしない旨は、既に申告しています。' });
  }
  const id = await create(context, 'no-subcontract', engagementId, { on: context.today });
  facts.record(context, 'subcontract.none-declared', { engagementId, subject: engagementId, data: {} });
  return { id };
};
