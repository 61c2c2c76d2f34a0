/** The timetable: times are placed by hand or from a proposal; nobody and nothing is used twice at once. */
import { addDays, createCalendar } from '../../../core/calendar/index.ts';
import { formatEra } from '../../../core/calendar/index.ts';
import { fieldError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { engagementContract, engagementOf } from '../../engagement/contract.ts';
import { departmentNames } from '../../people/contract.ts';
import type { SlotFields } from '../contract/timetable.ts';
import {
  type Clash,
  clashesOf,
  minutesOf,
  proposeTimetable as propose,
  type Slot,
  type Wish,
} from '../rules/timetable.ts';
import { checkRecordVersion, nextPosition, changedOf } from '../../../kernel/record-store.ts';
import { programmes, type SlotRecord, slots, type TargetRecord, targets } from '../store/stores.ts';
import { byTime } from './plan-draft.ts';
import { facts, type H, programmeInForce, programmeOfTarget } from './shared.ts';
import { checkAlive } from './targets.ts';
import { readPeople } from './team.ts';

export const listSlots: H<'listSlots'> = async (context, { engagementId, programmeId }) => {
  const own = await targets.list(context.tx, { engagementId, programmeId });
  const all = await slots.list(context.tx, { engagementId });
  return {
    slots: all.toSorted(byTime).flatMap((slot) => {
      const target = own.find(({ id }) => id === slot.targetId);
      if (target === undefined) return [];
      const { id, targetId, version, content } = slot;
      return [{ ...content, id, targetId, version, programmeId: target.programmeId, targetName: target.content.name }];
    }),
  };
};

export const proposeTimetable: H<'proposeTimetable'> = async (context, input) => {
  if (input.to < input.from) throw fieldError('to', '終わりの日が、始まりの日より前です。日付を確かめてください。');
  const { record } = await programmeInForce(context, input.programmeId);
  const all = await targets.list(context.tx, { engagementId: record.engagementId });
  const placed = await slots.list(context.tx, { engagementId: record.engagementId });
  const waiting = all.filter(
    ({ id, programmeId, state }) =>
      programmeId === input.programmeId &&
      (state === 'decided' || state === 'proposed') &&
      !placed.some(({ targetId }) => targetId === id),
  );
  const names = await departmentNames(context);
  const { blackouts } = await context.client(engagementContract).listBlackouts({});
  const wishes = waiting.flatMap((target) => wishesOf(target, names));
  const { slots: found, unplaced } = propose({
    wishes: wishes.map(({ wish }) => wish),
    days: openDays(input.from, input.to),
    isBlocked: (day, departments) =>
      blackouts.some(
        ({ departmentId, from, to }) =>
          from <= day && day <= to && (departmentId === null || departments.includes(departmentId)),
      ),
    hours: [
      { from: '09:00', to: '12:00' },
      { from: '13:00', to: '17:00' },
    ],
    travelMinutes: input.travelMinutes,
    perDay: input.perDay,
    existing: placed.map((slot) => ruleSlot(slot, all)),
  });
  const nameOf = (targetId: string) => waiting.find(({ id }) => id === targetId)?.content.name ?? '';
  return {
    slots: found.map((slot) => {
      const index = Number(slot.id.split(' ')[1]);
      return {
        targetId: slot.targetId,
        targetName: nameOf(slot.targetId),
        departmentId: wishes[index]?.departmentId ?? null,
        day: slot.day,
        from: slot.from,
        to: slot.to,
        place: slot.place,
        people: slot.people.map(personOf),
      };
    }),
    unplaced: unplaced.map(({ targetId, reason }) => ({ targetId, targetName: nameOf(targetId), reason })),
  };
};

export const placeSlots: H<'placeSlots'> = async (context, { slots: wanted, travelMinutes }) => {
  const saved: SlotRecord[] = [];
  for (const [index, { targetId, ...fields }] of wanted.entries()) {
    const target = await targets.take(context.tx, targetId);
    if (saved.length === 0) await holdTimetable(context, target.engagementId);
    const path = wanted.length === 1 ? '' : `slots.${index}.`;
    await checkSlot(context, target, { ...fields, targetId }, null, travelMinutes, path);
    const own = await slots.list(context.tx, { engagementId: target.engagementId });
    const slot = await slots.insert(context, {
      engagementId: target.engagementId,
      targetId,
      state: 'proposed',
      position: nextPosition(own),
      content: { ...fields, travelMinutes },
    });
    saved.push(slot);
    await planned(context, target);
  }
  return { slots: saved.map(changedOf) };
};

export const changeSlot: H<'changeSlot'> = async (context, { slotId, version, ...fields }) => {
  const slot = await slots.take(context.tx, slotId);
  checkRecordVersion(slot, version);
  const target = await targets.take(context.tx, slot.targetId);
  await holdTimetable(context, slot.engagementId);
  const { travelMinutes, ...own } = fields;
  await checkSlot(context, target, { ...own, targetId: slot.targetId }, slotId, travelMinutes, '');
  const saved = await slots.save(context.tx, slot, { content: fields });
  await planned(context, target);
  return changedOf(saved);
};

export const removeSlot: H<'removeSlot'> = async (context, { slotId, version }) => {
  const slot = await slots.take(context.tx, slotId);
  checkRecordVersion(slot, version);
  const target = await targets.take(context.tx, slot.targetId);
  await slots.delete(context.tx, slotId);
  await planned(context, target);
  return { ok: true };
};

/** Two people who place times at once take turns: the first programme of the engagement is the turnstile. */
async function holdTimetable(context: Context, engagementId: string): Promise<void> {
  const [first] = await programmes.list(context.tx, { engagementId });
  if (first !== undefined) await programmes.take(context.tx, first.id);
}

async function checkSlot(
  context: Context,
  target: TargetRecord,
  fields: SlotFields,
  slotId: string | null,
  travelMinutes: number,
  path: string,
): Promise<void> {
  checkAlive(target);
  if (minutesOf(fields.to) <= minutesOf(fields.from))
    throw fieldError(`${path}to`, '終わりの時刻が、始まりの時刻より後になるようにしてください。');
  const { periodFrom, periodTo } = await engagementOf(context, target.engagementId);
  if (fields.day < periodFrom || fields.day > periodTo)
    throw fieldError(`${path}day`, '契約の期間の外の日です。契約の期間の中の日を入力してください。');
  if (target.content.decidedOn !== null && fields.day < target.content.decidedOn)
    throw fieldError(`${path}day`, '対象を決定した日より前の日です。日付を確かめてください。');
  if (fields.departmentId !== null && !target.content.departmentIds.includes(fields.departmentId))
    throw fieldError(`${path}departmentId`, 'この対象に関わる所属から選んでください。');
  const team = target.content.team.map(({ kind, id }) => `${kind} ${id}`);
  const people = fields.people.map(({ kind, id }) => `${kind} ${id}`);
  if (people.some((one) => !team.includes(one)))
    throw fieldError(`${path}people`, 'この対象に割り当てられていない人がいます。先に監査人を割り当ててください。');
  const all = await targets.list(context.tx, { engagementId: target.engagementId });
  const others = (await slots.list(context.tx, { engagementId: target.engagementId })).map((slot) =>
    ruleSlot(slot, all),
  );
  const [clash] = clashesOf(ruleSlotOf(slotId ?? 'new', target, fields, travelMinutes), others);
  if (clash !== undefined) throw fieldError(`${path}from`, await clashText(context, target.engagementId, clash, all));
}

async function clashText(
  context: Context,
  engagementId: string,
  { kind, what, other }: Clash,
  all: readonly TargetRecord[],
): Promise<string> {
  const where = all.find(({ id }) => id === other.targetId)?.content.name ?? '別の対象';
  const when = `${formatEra(other.day)}の${other.from}から${other.to}まで`;
  if (kind === 'place') return `「${what}」は、${when}「${where}」に使われています。時間又は場所を変えてください。`;
  if (kind === 'department') {
    const name = (await departmentNames(context)).get(what) ?? '同じ所属';
    return `${name}は、${when}「${where}」の監査を受けます。時間を変えてください。`;
  }
  const people = await readPeople(context, engagementId, []);
  const name = people.find((one) => `${one.kind} ${one.id}` === what)?.name ?? '同じ監査人';
  if (kind === 'travel')
    return `${name}さんは、${when}「${where}」の監査があり、移動の時間が足りません。時間を変えてください。`;
  return `${name}さんは、${when}「${where}」の監査があります。時間又は監査人を変えてください。`;
}

/** The first day of its times is the planned day of a target. */
async function planned(context: Context, target: TargetRecord): Promise<void> {
  const own = (await slots.list(context.tx, { targetId: target.id })).toSorted(byTime);
  const plannedOn = own[0]?.content.day ?? null;
  const state =
    target.state === 'decided' && plannedOn !== null
      ? 'planned'
      : target.state === 'planned' && plannedOn === null
        ? 'decided'
        : target.state;
  const fresh = await targets.take(context.tx, target.id);
  await targets.save(context.tx, fresh, { state, content: { plannedOn } });
  const programme = await programmeOfTarget(context, target);
  facts.record(context, 'audit-timetable.changed', {
    engagementId: target.engagementId,
    subject: target.id,
    data: { type: programme.recordType, target: target.id, plannedOn, times: own.length },
  });
}

function ruleSlot({ id, targetId, content }: SlotRecord, all: readonly TargetRecord[]): Slot {
  const target = all.find((one) => one.id === targetId);
  return {
    ...content,
    id,
    targetId,
    departmentIds: content.departmentId === null ? (target?.content.departmentIds ?? []) : [content.departmentId],
    people: content.people.map((one) => `${one.kind} ${one.id}`),
  };
}

function ruleSlotOf(id: string, target: TargetRecord, fields: SlotFields, travelMinutes: number): Slot {
  return {
    ...fields,
    id,
    travelMinutes,
    departmentIds: fields.departmentId === null ? target.content.departmentIds : [fields.departmentId],
    people: fields.people.map((one) => `${one.kind} ${one.id}`),
  };
}

/** One session per department of an affair, otherwise one for the target. */
function wishesOf(
  target: TargetRecord,
  names: ReadonlyMap<string, string>,
): { readonly departmentId: string | null; readonly wish: Wish }[] {
  const { content, id } = target;
  const people = content.team.map((one) => `${one.kind} ${one.id}`);
  const placeOf = (departmentId: string | undefined) =>
    content.place === '' ? `${names.get(departmentId ?? '') ?? content.name}　執務室` : content.place;
  if (content.kind !== 'affair' || content.departmentIds.length === 1) {
    const departmentIds = content.departmentIds;
    const place = placeOf(departmentIds[0]);
    return [{ departmentId: null, wish: { targetId: id, departmentIds, minutes: content.minutes, people, place } }];
  }
  return content.departmentIds.map((departmentId) => ({
    departmentId,
    wish: {
      targetId: id,
      departmentIds: [departmentId],
      minutes: content.minutes,
      people,
      place: placeOf(departmentId),
    },
  }));
}

function openDays(from: string, to: string): string[] {
  const calendar = createCalendar();
  const days: string[] = [];
  for (let day = from; day <= to && days.length < 400; day = addDays(day, 1)) if (calendar.isOpen(day)) days.push(day);
  return days;
}

function personOf(key: string): { kind: 'member' | 'city'; id: string } {
  const [kind, id] = key.split(' ');
  return { kind: kind === 'city' ? 'city' : 'member', id: id ?? '' };
}
