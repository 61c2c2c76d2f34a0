/** Who handles level 3 assets, where, and with whose leave.  */
import { AppError, fieldError } from '../../../kernel/error.ts';
import { OK } from '../../../kernel/schema.ts';
import { facts } from '../facts.ts';
import { assetsOf, currentManager, lackingForLevel3, mayHandleLevel3 } from '../rules.ts';
import { findRecord, listEverything, listRecords, saveRecord } from '../store.ts';
import {
  activeMember,
  activeMembers,
  asked,
  checkComment,
  checkSpeaksFor,
  create,
  type H,
  happenedOn,
  inHand,
  onDay,
  refused,
  settingOf,
} from './common.ts';

export const appointInformationManager: H<'appointInformationManager'> = async (context, input) => {
  const { engagementId, memberId } = input;
  const setting = await settingOf(context, engagementId);
  const { role } = asked(setting.conditions.manager, '情報管理の責任者');
  const on = happenedOn(context, setting, input.occurredOn);
  const member = await activeMember(context, engagementId, memberId);
  if (!member.roles.includes(role)) {
    throw fieldError('memberId', `体制で「${role}」の役割をもつ担当者を選んでください。`);
  }
  const current = (await listRecords(context.tx, engagementId, 'information-manager')).find(
    ({ endedOn }) => endedOn === null,
  );
  if (current?.memberId === memberId) throw refused(`この担当者は、既に${role}です。`);
  if (current !== undefined) await saveRecord(context.tx, 'information-manager', { ...current, endedOn: on });
  const id = await create(context, 'information-manager', engagementId, { memberId, on, endedOn: null });
  facts.record(context, 'information-manager.appointed', {
    engagementId,
    subject: memberId,
    data: { member: memberId, ...onDay(context, on) },
  });
  return { id };
};

export const notifyHandlers: H<'notifyHandlers'> = async (context, { engagementId, members, occurredOn }) => {
  const setting = await settingOf(context, engagementId);
  const { fields } = asked(setting.conditions.handlerNotice, '従事者の通知');
  const on = happenedOn(context, setting, occurredOn);
  const active = await activeMembers(context, engagementId);
  const named = members === undefined ? active : active.filter(({ id }) => members.includes(id));
  if (named.length === 0) throw refused('体制に担当者がいません。先に体制のページで担当者を登録してください。');
  if (members !== undefined && !members.every((wanted) => named.some(({ id }) => id === wanted))) {
    throw fieldError('members', '今の体制に入っている担当者だけを選んでください。');
  }
  const handlers = named.map(({ id, name, firm, department, roles, handlesMyNumber }) => ({
    memberId: id,
    name,
    firm,
    department,
    roles,
    handlesMyNumber,
  }));
  const id = await create(context, 'handler-notice', engagementId, { on, handlers });
  facts.record(context, 'handlers.notified', {
    engagementId,
    subject: id,
    data: { members: named.map((member) => member.id), fields, ...onDay(context, on) },
  });
  return { id };
};

export const requestWorkplace: H<'requestWorkplace'> = async (context, { engagementId, ...input }) => {
  asked((await settingOf(context, engagementId)).conditions.workplace, '庁舎外の作業場所');
  const body = { ...input, state: 'requested', comment: '', decidedOn: null } as const;
  const id = await create(context, 'workplace', engagementId, body, input.files);
  facts.record(context, 'workplace.requested', {
    engagementId,
    subject: id,
    data: { safeguards: input.safeguards, outside: true },
  });
  return { id };
};

export const decideWorkplace: H<'decideWorkplace'> = async (context, input) => {
  const { engagementId, approved, comment } = input;
  await settingOf(context, engagementId);
  const entry = await inHand(context, 'workplace', input);
  if (entry.state !== 'requested') throw refused('この作業場所は、既に判断されています。');
  checkComment(approved, comment);
  const state = approved ? 'approved' : 'refused';
  await saveRecord(context.tx, 'workplace', { ...entry, state, comment, decidedOn: context.today });
  facts.record(context, 'workplace.decided', { engagementId, subject: entry.id, data: { approved } });
  return OK;
};

export const grantLevel3: H<'grantLevel3'> = async (context, { engagementId, memberId }) => {
  const { conditions } = await settingOf(context, engagementId);
  const active = await activeMembers(context, engagementId);
  const member = await activeMember(context, engagementId, memberId);
  const records = await listEverything(context.tx, engagementId);
  const manager = active.find(({ id }) => id === currentManager(records)?.memberId);
  const { role } = asked(conditions.manager, '情報管理の責任者');
  const assets = assetsOf(conditions);
  if (manager === undefined) throw refused(`${role}がいません。業務責任者が先に${role}を選任してください。`);
  if (manager.accountId !== null && manager.accountId !== context.caller.accountId) {
    throw new AppError('permission.refused', {
      message: `${assets}の取扱いは、${role}（${manager.name}）だけが認められます。`,
    });
  }
  if (mayHandleLevel3(memberId, records)) throw refused('この担当者の取扱いは、既に認めています。');
  const lacking = lackingForLevel3(memberId, records, conditions);
  if (lacking.length > 0) {
    throw refused(`${member.name}は、${lacking.join('、')}が済んでいません。済ませてから取扱いを認めてください。`);
  }
  const id = await create(context, 'grant', engagementId, { memberId, on: context.today, revokedOn: null });
  facts.record(context, 'level3.granted', { engagementId, subject: memberId, data: { member: memberId } });
  return { id };
};

export const revokeLevel3: H<'revokeLevel3'> = async (context, input) => {
  await settingOf(context, input.engagementId);
  const entry = await inHand(context, 'grant', input);
  if (entry.revokedOn !== null) throw refused('この取扱いは、既に終わらせています。');
  await saveRecord(context.tx, 'grant', { ...entry, revokedOn: context.today });
  const { memberId } = entry;
  facts.record(context, 'level3.revoked', {
    engagementId: input.engagementId,
    subject: memberId,
    data: { member: memberId },
  });
  return OK;
};

export const recordHandling: H<'recordHandling'> = async (context, input) => {
  const { engagementId, memberId, workplaceId, materialId, purpose } = input;
  const setting = await settingOf(context, engagementId);
  const on = happenedOn(context, setting, input.occurredOn);
  checkSpeaksFor(context, await activeMember(context, engagementId, memberId));
  if (!mayHandleLevel3(memberId, await listEverything(context.tx, engagementId))) {
    throw refused(
      `${assetsOf(setting.conditions)}の取扱いが認められていません。${setting.conditions.manager?.role ?? '責任者'}が認めてから取り扱ってください。`,
    );
  }
  if (workplaceId !== null) {
    const place = await findRecord(context.tx, engagementId, 'workplace', workplaceId);
    if (place.state !== 'approved' || place.decidedOn === null || place.decidedOn > on) {
      throw refused(
        `「${place.name}」は発注者の承諾を得ていないため、${assetsOf(setting.conditions)}を取り扱えません。発注者の担当課の承諾を待ってください。`,
      );
    }
  }
  if (materialId !== null) await findRecord(context.tx, engagementId, 'material', materialId);
  const level = asked(setting.conditions.level, '取扱いを限る情報資産の機密性');
  const id = await create(context, 'handling', engagementId, { memberId, workplaceId, materialId, level, purpose, on });
  facts.record(context, 'handling.recorded', {
    engagementId,
    subject: id,
    data: {
      member: memberId,
      place: workplaceId,
      outside: workplaceId !== null,
      level,
      purpose,
      material: materialId,
      ...onDay(context, on),
    },
  });
  return { id };
};
