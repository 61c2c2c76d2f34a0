/** The timetable: which target is audited on which day, at what time, where and by whom. */
import { z } from 'zod';
import { command, query } from '../../../kernel/contract.ts';
import { changed, clock, day, id, line, version } from './shared.ts';

export const slotPerson = z.strictObject({ kind: z.enum(['member', 'city']), id });

export const slotFields = z.strictObject({
  targetId: id,
  /** The department that is heard, for a target of several; null for the whole target. */
  departmentId: id.nullable(),
  day,
  from: clock,
  to: clock,
  place: line,
  people: z.array(slotPerson).max(20),
});
export type SlotFields = z.output<typeof slotFields>;

export const slotContent = slotFields.omit({ targetId: true }).extend({
  /** Minutes that people need to come here from another place. */
  travelMinutes: z.int().min(0).max(480),
});

export const slotView = slotFields.extend({
  id,
  programmeId: id,
  targetName: z.string(),
  travelMinutes: z.int(),
  version: z.int(),
});
export type SlotView = z.output<typeof slotView>;

const travelMinutes = z.int().min(0).max(480);

export const timetableOperations = {
  listSlots: query({
    summary: '監査の日程を返す。',
    permission: 'audit-plan.read',
    input: z.strictObject({ engagementId: id, programmeId: id.optional() }),
    output: z.strictObject({ slots: z.array(slotView) }),
  }),
  proposeTimetable: query({
    summary: '繁忙期、閉庁日、移動の時間及び監査人の重なりを避けた日程の案を返す。',
    permission: 'audit-plan.read',
    input: z.strictObject({
      programmeId: id,
      from: day,
      to: day,
      travelMinutes,
      /** Sessions on one day. */
      perDay: z.int().min(1).max(10),
    }),
    output: z.strictObject({
      slots: z.array(slotFields.extend({ targetName: z.string() })),
      unplaced: z.array(z.strictObject({ targetId: id, targetName: z.string(), reason: z.string() })),
    }),
  }),
  placeSlots: command({
    summary: '日程に時間を置く。同じ人、場所又は所属が重なるときは置けない。',
    permission: 'audit-plan.work',
    input: z.strictObject({ slots: z.array(slotFields).min(1).max(200), travelMinutes }),
    output: z.strictObject({ slots: z.array(changed) }),
  }),
  changeSlot: command({
    summary: '日程の時間、場所又は監査人を変える。',
    permission: 'audit-plan.work',
    input: slotFields.omit({ targetId: true }).extend({ slotId: id, version, travelMinutes }),
    output: changed,
  }),
  removeSlot: command({
    summary: '日程から時間を外す。',
    permission: 'audit-plan.work',
    input: z.strictObject({ slotId: id, version }),
    output: z.strictObject({ ok: z.literal(true) }),
  }),
} as const;
