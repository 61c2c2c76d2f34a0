/** Items of the year before, with which a checklist is compared. */
import { z } from 'zod';
import { command, query } from '../../../kernel/contract.ts';
import { changed, done, id, line, requiredText, text, version } from './shared.ts';

export const DIFFERENCES = ['same', 'changed', 'new', 'gone'] as const;

const fields = {
  number: z.string().trim().max(30),
  section: z.string().trim().max(200),
  title: line,
  point: requiredText.max(1000),
};
export const earlierContent = z.strictObject({
  ...fields,
  /** Key of the item where an earlier checklist of the product had it. */
  key: z.string().nullable(),
});
export const earlierView = earlierContent.extend({ id, position: z.int(), version });
export type EarlierView = z.output<typeof earlierView>;

export const earlierOperations = {
  listEarlierItems: query({
    summary: '比べる相手となる前年度の監査項目を返す。',
    permission: 'checklist.read',
    input: z.strictObject({ checklistId: id }),
    output: z.strictObject({ items: z.array(earlierView) }),
  }),
  addEarlierItem: command({
    summary: '前年度の監査項目を加える。',
    permission: 'checklist.work',
    input: z.strictObject({ checklistId: id, ...fields }),
    output: changed,
  }),
  changeEarlierItem: command({
    summary: '前年度の監査項目の記載を直す。',
    permission: 'checklist.work',
    input: z.strictObject({ earlierId: id, version, ...fields }),
    output: changed,
  }),
  removeEarlierItem: command({
    summary: '前年度の監査項目を取り除く。',
    permission: 'checklist.work',
    input: z.strictObject({ earlierId: id, version }),
    output: done,
  }),
  takeEarlierChecklist: command({
    summary: '前の年度の契約で合意したチェックリストの項目を、比べる相手とする。',
    permission: 'checklist.work',
    input: z.strictObject({ checklistId: id, from: id }),
    output: z.strictObject({ items: z.int() }),
  }),
  compareChecklist: query({
    summary: 'チェックリストを、前年度の監査項目又は前の版と項目ごとに比べる。',
    permission: 'checklist.read',
    input: z.strictObject({ checklistId: id }),
    output: z.strictObject({
      /** With what it is compared; null when there is nothing. */
      base: z.enum(['earlier-year', 'version']).nullable(),
      counts: z.strictObject({ same: z.int(), changed: z.int(), new: z.int(), gone: z.int() }),
      rows: z.array(
        z.strictObject({
          difference: z.enum(DIFFERENCES),
          number: z.string(),
          title: z.string(),
          now: text,
          before: text,
          reason: z.string(),
        }),
      ),
    }),
  }),
} as const;
