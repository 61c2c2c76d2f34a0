/**
 * The erasure at the end. First everything that would go is listed; the contractor's executor fixes the list, a second
 * person confirms as the witness, and only then one job per module removes it. Once everything is found to be gone the
 * contractor issues the certificate.
 */
import { dayOf, formatEra } from '../../../core/calendar/index.ts';
import { erasureFiles } from '../../../kernel/erasure.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { OK } from '../../../kernel/schema.ts';
import { latestBackup } from '../../../kernel/server-note.ts';
import { peopleContract } from '../../people/contract.ts';
import { teamContract } from '../../team/contract.ts';
import { backupNote, obstaclesOf, wantsPersonal } from '../erasure-rules.ts';
import { facts } from '../facts.ts';
import { listEverything, listRecords, saveRecord } from '../store.ts';
import { activeMember, create, type H, inHand, refused, settingOf } from './common.ts';

async function plannedItems(context: Context, engagementId: string, personal: boolean) {
  const view = { tx: context.tx, files: erasureFiles(context.tx) };
  const parts = await Promise.all(
    context.providers.erasers.map(async (eraser) =>
      (await eraser.plan(view, { engagementId, personal })).map((item) => ({
        ...item,
        files: [...item.files],
        module: eraser.moduleId,
      })),
    ),
  );
  return parts.flat();
}

export const planErasure: H<'planErasure'> = async (context, { engagementId, personal }) => {
  const { profile, conditions } = await settingOf(context, engagementId);
  const records = await listEverything(context.tx, engagementId);
  return {
    items: await plannedItems(context, engagementId, personal),
    obstacles: [...obstaclesOf(records)],
    personalAsked: wantsPersonal(conditions),
    afterEnd: context.today > profile.periodTo,
  };
};

export const requestErasure: H<'requestErasure'> = async (context, input) => {
  const { engagementId, method, reason, personal, seen, memberId } = input;
  const { profile, conditions } = await settingOf(context, engagementId);
  const records = await listEverything(context.tx, engagementId);
  if (records.erasure.some(({ state }) => state === 'requested' || state === 'confirmed' || state === 'verified')) {
    throw new AppError('record.duplicate', {
      message: '手続の途中の消去があります。その消去を終えるか、取り下げてから求めてください。',
    });
  }
  const [obstacle] = obstaclesOf(records);
  if (obstacle !== undefined) throw refused(obstacle);
  if (context.today <= profile.periodTo && reason.trim() === '') {
    throw fieldError(
      'reason',
      `契約期間の末日（${formatEra(profile.periodTo)}）が過ぎていません。それより前に消去する理由を入力してください。`,
    );
  }
  if (wantsPersonal(conditions) && !personal) {
    throw fieldError('personal', '仕様書が個人情報の消去を求めています。担当者の個人情報も対象にしてください。');
  }
  const member = await activeMember(context, engagementId, memberId);
  if (member.accountId !== context.caller.accountId) {
    throw fieldError('memberId', '消去を実施する本人が求めてください。実施者には、ご自分を選んでください。');
  }
  const items = await plannedItems(context, engagementId, personal);
  if (items.length === 0) throw refused('受託者の手元に、消去するものがありません。');
  if (items.length !== seen) {
    throw new AppError('record.stale', {
      message: '一覧を見た後に、消去するものが変わりました。一覧を見直してから、もう一度求めてください。',
      current: { items: items.length },
    });
  }
  const id = await create(context, 'erasure', engagementId, {
    method,
    reason,
    personal,
    executor: { memberId, accountId: context.caller.accountId, name: member.name },
    witness: null,
    requestedOn: context.today,
    items,
    erased: [],
    erasedOn: null,
    verified: null,
    backups: '',
    certificate: null,
    certifiedOn: null,
    state: 'requested',
  });
  return { id };
};

export const withdrawErasure: H<'withdrawErasure'> = async (context, input) => {
  await settingOf(context, input.engagementId);
  const entry = await inHand(context, 'erasure', input);
  if (entry.state !== 'requested') throw refused('立会人が確認した消去は、取り下げられません。');
  await saveRecord(context.tx, 'erasure', { ...entry, state: 'withdrawn' });
  return OK;
};

export const confirmErasure: H<'confirmErasure'> = async (context, input) => {
  const { engagementId } = input;
  await settingOf(context, engagementId);
  const entry = await inHand(context, 'erasure', input);
  if (entry.state !== 'requested') throw refused('この消去は、立会人の確認を待っていません。');
  if (entry.executor.accountId === context.caller.accountId) {
    throw new AppError('permission.refused', {
      message: '消去を求めた人は、立会人になれません。別の人がサインインして確認してください。',
    });
  }
  const items = await plannedItems(context, engagementId, entry.personal);
  const known = new Set(entry.items.map(({ record, subject }) => `${subject} ${record}`));
  if (items.length !== entry.items.length || !items.every((item) => known.has(`${item.subject} ${item.record}`))) {
    throw refused('求めの後に、消去するものが変わりました。実施者が取り下げて、一覧を作り直してください。');
  }
  const latest = await latestBackup(context.tx);
  await saveRecord(context.tx, 'erasure', {
    ...entry,
    witness: {
      accountId: context.caller.accountId,
      name: await nameOfCaller(context, engagementId),
      on: context.today,
    },
    backups: backupNote(latest === null ? null : dayOf(latest.toISOString())),
    state: 'confirmed',
  });
  // One job per module: each part is removed in one transaction of its own, the last one looks whether all is gone.
  for (const module of new Set(items.map((item) => item.module))) {
    await context.jobs.add({ kind: 'duty.erase', payload: { engagementId, erasureId: entry.id, module } });
  }
  return OK;
};

/** How the witness is named in the certificate. @throws AppError `state.refused` for somebody whose name is not known. */
async function nameOfCaller(context: Context, engagementId: string): Promise<string> {
  const { accounts } = await context.client(peopleContract).listAccounts({});
  const account = accounts.find(({ id }) => id === context.caller.accountId);
  if (account !== undefined) return account.displayName;
  const { members } = await context.client(teamContract).getTeam({ engagementId });
  const member = members.find(({ accountId }) => accountId === context.caller.accountId);
  if (member !== undefined) return member.name;
  throw refused('立会人の氏名を確かめられません。氏名の登録された利用者で確認してください。');
}

export const certifyErasure: H<'certifyErasure'> = async (context, input) => {
  const { engagementId } = input;
  await settingOf(context, engagementId);
  const entry = await inHand(context, 'erasure', input);
  if (entry.state === 'confirmed') {
    throw refused('消去がまだ終わっていません。しばらく待ってから、もう一度証明書を発行してください。');
  }
  if (entry.state !== 'verified' || entry.erasedOn === null)
    throw refused('消去を確かめた記録がないため、証明できません。');
  const left = await plannedItems(context, engagementId, entry.personal);
  if (left.length > 0) {
    throw refused(`消去の後に記録されたものが${left.length}件あります。それらを消去してから証明書を発行してください。`);
  }
  const before = (await listRecords(context.tx, engagementId, 'erasure')).filter(({ state }) => state === 'certified');
  const certificate = `情報消去証明 ${context.today.replaceAll('-', '')}-${before.length + 1}`;
  await saveRecord(context.tx, 'erasure', { ...entry, certificate, certifiedOn: context.today, state: 'certified' });
  facts.record(context, 'erasure.certified', {
    engagementId,
    subject: entry.id,
    data: {
      materials: (await listRecords(context.tx, engagementId, 'material')).map(({ id }) => id),
      items: entry.items.map(({ module, record, files }) => ({ module, record, files })),
      certificate,
      occurredOn: entry.erasedOn,
    },
  });
  return OK;
};
