/** Contract, blackout part: when departments or the whole city cannot take part. */
import { z } from 'zod';
import { command, query } from '../../../kernel/contract.ts';
import { day, done, id, line, noInput, version } from '../../../kernel/schema.ts';

/** Busy season, session of the assembly, anything else. */
export const BLACKOUT_KINDS = ['busy', 'assembly', 'other'] as const;

export const blackout = z.strictObject({
  id,
  /** Null: the whole city. */
  departmentId: id.nullable(),
  kind: z.enum(BLACKOUT_KINDS),
  from: day,
  to: day,
  reason: z.string(),
  version,
});
export type BlackoutWindow = z.output<typeof blackout>;

const fields = z.strictObject({
  departmentId: id.nullable(),
  kind: z.enum(BLACKOUT_KINDS),
  from: day,
  to: day,
  reason: line,
});

export const blackoutOperations = {
  listBlackouts: query({
    summary: '繁忙期や議会の会期など、作業を避ける期間の一覧を返す。',
    permission: 'engagement.read',
    input: noInput,
    output: z.strictObject({
      blackouts: z.array(blackout.extend({ mine: z.boolean() })),
      /** Departments for which the caller may register windows; the whole city with null. */
      departments: z.array(z.strictObject({ id: id.nullable(), name: z.string() })),
    }),
  }),
  registerBlackout: command({
    summary: '作業を避ける期間を登録する。',
    permission: 'blackout.maintain',
    input: fields,
    output: blackout,
  }),
  changeBlackout: command({
    summary: '作業を避ける期間を改める。',
    permission: 'blackout.maintain',
    input: fields.extend({ blackoutId: id, version }),
    output: blackout,
  }),
  removeBlackout: command({
    summary: '作業を避ける期間を取り消す。',
    permission: 'blackout.maintain',
    input: z.strictObject({ blackoutId: id, version }),
    output: done,
  }),
};
