/** Items of a checklist: taken from catalogues or worded by people, left out with a reason, each with what it rests on. */
import { z } from 'zod';
import { auditTarget } from '../../../core/content-schema/audit-catalogue.ts';
import { command } from '../../../kernel/contract.ts';
import { basis, changed, contentCode, done, id, line, requiredText, technique, text, version } from './shared.ts';

export const ITEM_STATES = ['in-scope', 'left-out'] as const;

const words = {
  section: line,
  title: line.max(80),
  /** What is to be confirmed; ends with 「か。」. */
  point: requiredText.max(300).regex(/か。$/u, '監査項目は「～か。」の形で書いてください。'),
  /** 具体的な確認内容: what exactly is looked at, by technique. */
  procedures: z.array(z.strictObject({ technique, procedure: requiredText.max(500) })).max(8),
  evidence: z.array(line).max(20),
  askWhom: z.string().trim().max(200),
  /** 1 slight, 2 considerable, 3 grave. */
  severity: z.int().min(1).max(3),
  targets: z.array(auditTarget).min(1, '対象を一つ以上選んでください。').max(6),
};

export const itemContent = z.strictObject({
  ...words,
  // What stood in a catalogue may be longer than what people may write.
  section: z.string(),
  title: z.string(),
  point: z.string(),
  procedures: z.array(z.strictObject({ technique, procedure: z.string() })),
  evidence: z.array(z.string()),
  /** Stable over versions: audits name their items by it. */
  key: z.string(),
  catalogue: z.string().nullable(),
  /** For which purpose, where the programme joins several sets. */
  set: z.string(),
  /** 情報システムの利用, 運用管理: the name that the programme gives to this part, else the chapter. */
  area: z.string(),
  /** Counted apart by the clause on β and β′ models. */
  model: z.enum(['common', 'added']).nullable(),
  risk: z.string(),
  basis: z.array(basis).max(30),
  /** Provisions of the catalogue, for findings. */
  references: z.array(z.strictObject({ standard: z.string(), provision: z.string() })),
  /** What new information it takes into account, by the names of the checklist. */
  trends: z.array(z.string()).max(10),
  leftOutReason: z.string(),
  /** What the city said about it. */
  remark: z.string(),
  /** A person has changed what the catalogue says. */
  reworded: z.boolean(),
});
export type ItemContent = z.output<typeof itemContent>;

export const itemView = itemContent.extend({ id, state: z.enum(ITEM_STATES), position: z.int(), version });
export type ItemView = z.output<typeof itemView>;

/** Where the item stands, and everything that is written about it. */
const editable = {
  set: z.string().trim().max(80),
  area: line.max(80),
  ...words,
  basis: z.array(basis).max(30),
  trends: z.array(line).max(10),
};

export const itemOperations = {
  addCatalogueItems: command({
    summary: '目録の項目を、チェックリストの案に加える。',
    permission: 'checklist.work',
    input: z.strictObject({
      checklistId: id,
      catalogue: contentCode,
      items: z.array(contentCode).min(1, '加える項目を一つ以上選んでください。').max(500),
    }),
    output: z.strictObject({ added: z.int() }),
  }),
  addOwnItem: command({
    summary: '目録にない監査項目を、チェックリストの案に加える。',
    permission: 'checklist.work',
    input: z.strictObject({ checklistId: id, ...editable }),
    output: changed,
  }),
  changeItem: command({
    summary: '監査項目の文言、確かめ方、根拠及び反映した動向を直す。',
    permission: 'checklist.work',
    input: z.strictObject({ itemId: id, version, ...editable }),
    output: changed,
  }),
  leaveOutItem: command({
    summary: '監査項目を、理由を示してチェックリストから外す。',
    permission: 'checklist.work',
    input: z.strictObject({ itemId: id, version, reason: line }),
    output: changed,
  }),
  bringBackItem: command({
    summary: '外した監査項目を、チェックリストに戻す。',
    permission: 'checklist.work',
    input: z.strictObject({ itemId: id, version }),
    output: changed,
  }),
  groundItems: command({
    summary: '選んだ監査項目に、根拠とする基準の箇所をまとめて加える。',
    permission: 'checklist.work',
    input: z.strictObject({
      checklistId: id,
      items: z.array(id).min(1, '項目を一つ以上選んでください。').max(2000),
      standard: contentCode,
      place: line,
    }),
    output: z.strictObject({ grounded: z.int() }),
  }),
  remarkItem: command({
    summary: '提案された監査項目に、市の意見を書く。',
    permission: 'checklist.agree',
    input: z.strictObject({ itemId: id, version, remark: text.max(1000) }),
    output: changed,
  }),
  removeOwnItem: command({
    summary: '目録によらず加えた監査項目を、まだ提案していない最初の版から取り除く。',
    permission: 'checklist.work',
    input: z.strictObject({ itemId: id, version }),
    output: done,
  }),
} as const;
