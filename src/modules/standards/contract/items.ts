/** Audit items made from the requirements of a standard, worded further by people, for checklists. */
import { z } from 'zod';
import { auditTarget } from '../../../core/content-schema/audit-catalogue.ts';
import { technique } from '../../../core/content-schema/checklist.ts';
import { command, query } from '../../../kernel/contract.ts';
import { done, engagementInput, id, line, requiredText, version } from '../../../kernel/schema.ts';
import { code, provision } from './shared.ts';

export const itemContent = z.strictObject({
  title: line.max(80),
  /** What is to be confirmed; ends with 「か。」. */
  point: requiredText.max(300).regex(/か。$/u, '確認の観点は「～か。」の形で書いてください。'),
  procedures: z
    .array(z.strictObject({ technique, procedure: requiredText.max(500) }))
    .min(1, '確かめ方を一つ以上書いてください。')
    .max(8),
  evidence: z.array(line).min(1, '証拠の例を一つ以上書いてください。').max(20),
  askWhom: line,
  /** 1 slight, 2 considerable, 3 grave. */
  severity: z.int().min(1).max(3),
  targets: z.array(auditTarget).min(1, '対象を一つ以上選んでください。').max(6),
});
export type ItemContent = z.output<typeof itemContent>;

export const itemView = itemContent.extend({
  id,
  version,
  /** Stable over editions: checklists name it. */
  key: z.string(),
  controlId: z.string(),
  /** As the standard prints the requirement. */
  number: z.string().nullable(),
  group: z.string(),
  /** draft: nobody has confirmed the wording yet. retired: a new edition dropped the requirement. */
  state: z.enum(['draft', 'ready', 'retired']),
  /** A new edition changed the requirement since. */
  review: z.boolean(),
});
export type ItemView = z.output<typeof itemView>;

const versions = z
  .array(z.strictObject({ itemId: id, version }))
  .min(1)
  .max(500);

export const itemOperations = {
  listItemSets: query({
    summary: '使える監査項目のある基準を、項目の数とともに返す。',
    permission: 'standards.read',
    input: engagementInput,
    output: z.strictObject({
      sets: z.array(z.strictObject({ code: z.string(), name: z.string(), edition: z.string(), items: z.int() })),
    }),
  }),
  listItems: query({
    summary: '基準の項目から作った監査項目を返す。',
    permission: 'standards.read',
    input: engagementInput.extend({ code }),
    output: z.strictObject({ name: z.string(), edition: z.string(), items: z.array(itemView) }),
  }),
  draftItems: command({
    summary: '基準の項目から、監査項目の下書きを作る。既に監査項目のある項目は除く。',
    permission: 'standards.manage',
    input: engagementInput.extend({
      code,
      controls: z.array(provision).min(1, '項目を一つ以上選んでください。').max(500),
    }),
    output: z.strictObject({ drafted: z.int(), present: z.int() }),
  }),
  saveItem: command({
    summary: '監査項目の文言、確かめ方及び証拠の例を改め、使えるものとする。',
    permission: 'standards.manage',
    input: engagementInput.extend({ itemId: id, version }).extend(itemContent.shape),
    output: z.strictObject({ version }),
  }),
  confirmItems: command({
    summary: '監査項目の下書き又は見直しの必要なものを、このままで使えると確かめる。',
    permission: 'standards.manage',
    input: engagementInput.extend({ items: versions }),
    output: z.strictObject({ confirmed: z.int() }),
  }),
  removeItem: command({
    summary: '監査項目を目録から外す。既に監査で使ったものは、監査の記録に残る。',
    permission: 'standards.manage',
    input: engagementInput.extend({ itemId: id, version }),
    output: done,
  }),
} as const;
