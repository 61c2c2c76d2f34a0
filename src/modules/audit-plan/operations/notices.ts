/** Notices to audited departments: drafted by either side, sent by the side that the programme names. */
import { addDays } from '../../../core/calendar/index.ts';
import { refuse } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { dayOfEvent } from '../../engagement/contract.ts';
import type { Warning } from '../contract/targets.ts';
import { noticeText } from '../rules/preparation-text.ts';
import { checkRecordVersion, nextPosition, changedOf } from '../../../kernel/record-store.ts';
import { demands, type NoticeRecord, notices, slots, type TargetRecord, targets } from '../store/stores.ts';
import { byTime } from './plan-draft.ts';
import { checkParty, facts, type H, programmeOfTarget, takeTarget } from './shared.ts';
import { checkAlive } from './targets.ts';
import { readPeople } from './team.ts';

export const listNotices: H<'listNotices'> = async (context, { engagementId }) => {
  const all = await targets.list(context.tx, { engagementId });
  return {
    notices: (await notices.list(context.tx, { engagementId })).map(({ id, targetId, state, version, content }) => ({
      ...content,
      id,
      targetId,
      targetName: all.find((target) => target.id === targetId)?.content.name ?? '',
      state,
      version,
    })),
  };
};

export const draftNotice: H<'draftNotice'> = async (context, { targetId }) => {
  const target = await takeTarget(context, targetId);
  checkAlive(target);
  if (target.state === 'proposed')
    throw refuse('この対象はまだ決定されていません。対象を決定してから通知を作ってください。');
  const own = await notices.list(context.tx, { targetId });
  const open = own.find(({ state }) => state === 'draft');
  const text = await wording(context, target);
  // A draft that nobody sent takes the words of today's records.
  const saved =
    open === undefined
      ? await notices.insert(context, {
          engagementId: target.engagementId,
          targetId,
          state: 'draft',
          position: nextPosition(own),
          content: { number: '', text, sentOn: null },
        })
      : await notices.save(context.tx, open, { content: { text } });
  return changedOf(saved);
};

export const saveNotice: H<'saveNotice'> = async (context, { noticeId, version, number, text }) => {
  const notice = await take(context, noticeId, version);
  return changedOf(await notices.save(context.tx, notice, { content: { number, text } }));
};

export const sendNotice: H<'sendNotice'> = async (context, { noticeId, version, occurredOn }) => {
  const notice = await take(context, noticeId, version);
  const target = await takeTarget(context, notice.targetId);
  checkAlive(target);
  const programme = await programmeOfTarget(context, target);
  checkParty(context.caller, programme.parties.noticeBy, '監査の通知');
  const day = await dayOfEvent(context, notice.engagementId, occurredOn);
  const saved = await notices.save(context.tx, notice, { state: 'sent', content: { sentOn: day } });
  const state = target.state === 'handed-over' ? target.state : 'noticed';
  await targets.save(context.tx, target, { state, content: { noticedOn: target.content.noticedOn ?? day } });
  for (const department of target.content.departmentIds)
    facts.record(context, 'audit-target.noticed', {
      engagementId: target.engagementId,
      subject: target.id,
      data: { type: programme.recordType, target: target.id, department, occurredOn: day },
    });
  return { ...changedOf(saved), warnings: lateWarnings(target, day, programme.deadlines.noticeDays, '通知') };
};

/** Less than the days of the programme before the audit. The first day is not counted. */
export function lateWarnings(target: TargetRecord, day: string, days: number, what: string): Warning[] {
  const { plannedOn, name } = target.content;
  if (plannedOn === null || addDays(day, days) <= plannedOn) return [];
  if (day > plannedOn)
    return [{ code: 'dates', message: `「${name}」の監査の日より後の${what}です。日付を確かめてください。` }];
  return [{ code: 'dates', message: `「${name}」の監査まで${days}日ありません。所属の準備の時間を確かめてください。` }];
}

async function take(context: Context, noticeId: string, version: number): Promise<NoticeRecord> {
  const notice = await notices.take(context.tx, noticeId);
  checkRecordVersion(notice, version);
  if (notice.state !== 'draft')
    throw refuse('送った通知は変えられません。改めて通知するときは、新しい通知を作ってください。');
  return notice;
}

async function wording(context: Context, target: TargetRecord): Promise<string> {
  const { content, engagementId } = target;
  const people = await readPeople(context, engagementId, []);
  const asked = await demands.list(context.tx, { targetId: target.id });
  return noticeText({
    programme: await programmeOfTarget(context, target),
    targetName: content.name,
    minutes: content.minutes,
    slots: (await slots.list(context.tx, { targetId: target.id })).toSorted(byTime).map((slot) => slot.content),
    people: content.team.flatMap(
      ({ kind, id, role }) =>
        (role === 'attendant' ? undefined : people.find((one) => one.kind === kind && one.id === id)?.name) ?? [],
    ),
    documents: asked.filter(({ state }) => state !== 'withdrawn').map((one) => one.content),
  });
}
