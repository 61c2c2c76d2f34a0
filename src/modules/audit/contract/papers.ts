/** Working papers 監査調書: one per item, submitted, reviewed by somebody else, locked; later changes leave their trace. */
import { z } from 'zod';
import { command, query } from '../../../kernel/contract.ts';
import { checkView, JUDGEMENTS } from './checks.ts';
import { evidenceView } from './evidence.ts';
import { fieldRecordView, sampleView } from './field-work.ts';
import {
  auditInput,
  changed,
  day,
  id,
  instant,
  recordColumns,
  requiredText,
  technique,
  text,
  version,
} from './shared.ts';

export const REFERENCE_KINDS = ['check', 'finding', 'evidence'] as const;
export const crossReference = z.strictObject({
  kind: z.enum(REFERENCE_KINDS),
  id,
  note: z.string().max(300),
});

/** What is compared before and after a change of a locked paper. */
export const paperText = z.strictObject({
  judgement: z.enum(JUDGEMENTS),
  techniques: z.array(technique),
  fact: text,
  note: text,
  evidenceIds: z.array(id),
});
export type PaperText = z.output<typeof paperText>;

export const paperContent = z.strictObject({
  /** What was really done, where it differs from the planned procedure. */
  procedure: text,
  conclusion: text,
  crossReferences: z.array(crossReference),
  submitted: z.strictObject({ by: id, on: day }).nullable(),
  review: z.strictObject({ by: id, on: day, note: text }).nullable(),
  remarks: z.array(z.strictObject({ text: requiredText, by: id, on: day })),
  /** Changes after a review, oldest first. */
  changes: z.array(z.strictObject({ at: instant, by: id, reason: requiredText, before: paperText, after: paperText })),
});
export type PaperContent = z.output<typeof paperContent>;

export const PAPER_STATES = ['draft', 'submitted', 'reviewed'] as const;
export const paperView = paperContent.extend({
  ...recordColumns,
  auditId: id,
  checkId: id,
  state: z.enum(PAPER_STATES),
});
export type PaperView = z.output<typeof paperView>;

/** One line of a long checklist: enough to find, to filter and to count. */
export const checkRow = z.strictObject({
  id,
  version: z.int(),
  number: z.int(),
  section: z.string(),
  title: z.string(),
  state: z.enum(['in-scope', 'left-out']),
  judgement: z.enum(JUDGEMENTS),
  evidence: z.int(),
  paper: z.enum(PAPER_STATES).nullable(),
  paperVersion: z.int(),
});
export type CheckRow = z.output<typeof checkRow>;

const writtenPaper = {
  procedure: text,
  conclusion: text,
  crossReferences: z.array(crossReference).max(40),
};
const chosen = z
  .array(z.strictObject({ checkId: id, version }))
  .min(1)
  .max(2000);

export const paperOperations = {
  listCheckRows: query({
    summary: '確認項目を一行ずつ、判断と調書の状態とともに返す。長いチェックリストに用いる。',
    permission: 'audit.read',
    input: auditInput,
    output: z.strictObject({ rows: z.array(checkRow), visible: z.boolean() }),
  }),
  getPaper: query({
    summary: '確認項目一つの監査調書を、証拠、聞き取り、標本とともに返す。',
    permission: 'audit.read',
    input: z.strictObject({ checkId: id }),
    output: z.strictObject({
      check: checkView,
      paper: paperView.nullable(),
      evidence: z.array(evidenceView),
      records: z.array(fieldRecordView),
      samples: z.array(sampleView),
      /** What keeps the paper from being submitted. */
      missing: z.array(z.string()),
    }),
  }),
  savePaper: command({
    summary: '監査調書の手続、結論、相互参照を書く。',
    permission: 'audit.fieldwork',
    input: z.strictObject({
      checkId: id,
      /** Version of the paper; 0 while there is none. */
      version,
      ...writtenPaper,
    }),
    output: changed,
  }),
  submitPapers: command({
    summary: '書き終えた監査調書を査閲に出す。一つでも足りない事項があれば、どれも出さない。',
    permission: 'audit.fieldwork',
    input: z.strictObject({ auditId: id, papers: chosen }),
    output: z.strictObject({ submitted: z.int() }),
  }),
  reviewPapers: command({
    summary: '監査調書を査閲する。書いた本人は査閲できない。査閲した調書は固定される。',
    permission: 'audit.review',
    input: z.strictObject({ auditId: id, papers: chosen, note: text.optional() }),
    output: z.strictObject({ reviewed: z.int() }),
  }),
  returnPaper: command({
    summary: '監査調書を、直すことを書いて差し戻す。',
    permission: 'audit.review',
    input: z.strictObject({ checkId: id, version, remark: requiredText }),
    output: changed,
  }),
  amendPaper: command({
    summary: '査閲した監査調書を、理由を残して直す。直した調書は、もう一度査閲を受ける。',
    permission: 'audit.fieldwork',
    input: paperText.omit({ note: true }).extend({
      checkId: id,
      /** Version of the check item. */
      version,
      techniques: z.array(technique).max(4),
      evidenceIds: z.array(id).max(40),
      note: text.optional(),
      reason: requiredText,
    }),
    output: changed,
  }),
  draftPaperSet: command({
    summary: '査閲した監査調書一式を、事実の確認のため市に示す。',
    permission: 'audit.lead',
    input: z.strictObject({ auditId: id, version }),
    output: changed.extend({ edition: z.int() }),
  }),
  showPaperSet: command({
    summary: '示された監査調書の事実を、確認のため監査対象の所属に示す。',
    permission: 'audit.city',
    input: z.strictObject({ auditId: id, version, occurredOn: day.optional() }),
    output: changed,
  }),
  remarkPaperSet: command({
    summary: '示された監査調書の事実について、監査対象の意見を登録する。',
    permission: 'audit.city',
    input: z.strictObject({ auditId: id, version, checkId: id.nullable(), text: requiredText }),
    output: changed,
  }),
  resolvePaperRemark: command({
    summary: '監査調書への意見に、どう対応したかを答える。',
    permission: 'audit.work',
    input: z.strictObject({ auditId: id, version, remarkId: id, text: requiredText }),
    output: changed,
  }),
  confirmPaperSet: command({
    summary: '監査調書の事実に誤りがないことを、監査対象に確かめて登録する。',
    permission: 'audit.city',
    input: z.strictObject({ auditId: id, version, occurredOn: day.optional() }),
    output: changed,
  }),
} as const;
