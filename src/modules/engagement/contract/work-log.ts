/** Contract, work log part: what was done on which day, how, by whom, under whose responsibility (koganei 9(4), fukuoka 7). */
import { z } from 'zod';
import { command, download, query } from '../../../kernel/contract.ts';
import { day, engagementInput, id, requiredText } from '../../../kernel/schema.ts';

export const WORK_MODES = ['オンサイト', '電話', '電子メール', 'Web会議', '持ち帰り'] as const;

export const workRecord = z.strictObject({
  id,
  clause: z.string(),
  mode: z.enum(WORK_MODES),
  occurredOn: day,
  /** Accounts of those who worked. */
  members: z.array(id),
  /** Account of the person responsible for the stage. */
  responsible: id,
  content: z.string(),
  /** The record that this one corrects, and why; both stay. */
  corrects: id.nullable(),
  reason: z.string(),
  /** The record that took the place of this one; a corrected record is shown and no longer counted. */
  correctedBy: id.nullable(),
});
export type WorkRecord = z.output<typeof workRecord>;

const work = {
  clause: z.string().max(60),
  mode: z.enum(WORK_MODES),
  occurredOn: day,
  members: z.array(id).min(1).max(20),
  responsible: id,
  content: requiredText.max(2000),
};

/** `2026-06` */
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

export const workLogOperations = {
  listWork: query({
    summary: '月ごとの作業の記録と、現地で作業した日数を返す。',
    permission: 'engagement.follow',
    input: engagementInput.extend({ month: month.optional() }),
    output: z.strictObject({
      today: day,
      records: z.array(workRecord),
      /** Every month of the contract so far, with its days on site and its records by mode. */
      months: z.array(
        z.strictObject({
          month,
          onSiteDays: z.int(),
          records: z.int(),
          byMode: z.array(z.strictObject({ mode: z.enum(WORK_MODES), records: z.int() })),
        }),
      ),
      people: z.array(z.strictObject({ id, name: z.string() })),
    }),
  }),
  recordWork: command({
    summary: '作業の日、方法、従事した人及び責任者を記録する。',
    permission: 'work.record',
    input: engagementInput.extend(work),
    output: workRecord,
  }),
  correctWork: command({
    summary: '作業の記録を、理由を示して新しい記録で訂正する。元の記録は残る。',
    permission: 'work.record',
    input: engagementInput.extend({ recordId: id, ...work, reason: requiredText.max(2000) }),
    output: workRecord,
  }),
  downloadWork: download({
    summary: '作業の記録をExcelで取り出す。',
    permission: 'engagement.follow',
    input: engagementInput,
  }),
};
