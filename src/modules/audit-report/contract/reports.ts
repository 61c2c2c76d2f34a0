/** Reports: on one target, or on a whole programme. Written, finished in versions, settled with the city. */
import { z } from 'zod';
import { reportContents } from '../../../core/programme/schema.ts';
import { command, download, query } from '../../../kernel/contract.ts';
import { changed, day, id, inEngagement, line, requiredText, text, version } from './shared.ts';

export const REPORT_STATES = ['draft', 'finished', 'returned', 'settled'] as const;

export const writtenPart = z.strictObject({ title: line, text });
export type WrittenPart = z.output<typeof writtenPart>;

/** What the rules of the contract know about a finished report; counted from the records. */
export const reportFigures = z.strictObject({
  parts: z.array(z.string()),
  categories: z.array(z.string()),
  findings: z.int(),
  /** Findings that lack a part that the clause asks for. */
  incomplete: z.int(),
  withoutRemedy: z.int(),
  items: z.int(),
  judged: z.int(),
  considerations: z.array(z.string()),
  glossary: z.boolean(),
  plainChecked: z.boolean(),
  viewpoints: z.array(z.string()),
  myNumber: z.boolean(),
});
export type ReportFigures = z.output<typeof reportFigures>;

export const reportContent = z.strictObject({
  title: line,
  parts: z.array(writtenPart).max(12),
  viewpoints: z.array(writtenPart).max(6),
  /** Why wording that the readability check names stays as it is; null while nobody has decided so. */
  wordingKept: z.strictObject({ reason: requiredText, by: id, on: day }).nullable(),
  /** Why this version takes the place of the one before; empty for the first. */
  reason: text,
  remark: text,
  finishedOn: day.nullable(),
  settledOn: day.nullable(),
  /** The edition for the public: the id by which the journal knows it, and the newest version that was checked. */
  publicEdition: z.strictObject({ id, number: z.int(), on: day }).nullable(),
});
export type ReportContent = z.output<typeof reportContent>;

/** Wording that a reader without special knowledge stumbles over, or that an audit of the advising kind must not use. */
export const wording = z.strictObject({
  place: z.string(),
  kind: z.enum(['long', 'abbreviation', 'katakana', 'negation', 'assurance', 'confidential']),
  found: z.string(),
  advice: z.string(),
});
export type Wording = z.output<typeof wording>;

/** What stands between a report and its end, each as a sentence. */
export const reportCheck = z.strictObject({
  missing: z.array(z.string()),
  open: z.array(z.string()),
  wording: z.array(wording),
});
export type ReportCheck = z.output<typeof reportCheck>;

const reportLine = z.strictObject({
  id,
  ...inEngagement,
  programmeId: id,
  programme: z.string(),
  targetId: id.nullable(),
  target: z.string().nullable(),
  title: z.string(),
  state: z.enum(REPORT_STATES),
  /** Number of the version that is being written or was finished last. */
  number: z.int(),
  finishedOn: day.nullable(),
  settledOn: day.nullable(),
  version: z.int(),
});
export type ReportLine = z.output<typeof reportLine>;

export const reportView = reportLine.extend({
  ...reportContent.omit({ title: true, finishedOn: true, settledOn: true, parts: true }).shape,
  parts: z.array(
    writtenPart.extend({
      content: reportContents,
      /** A text drafted from the records, to begin with. */
      suggestion: z.string(),
      /** Whether people write a text; the others consist of the records alone, with a text where somebody adds one. */
      written: z.boolean(),
    }),
  ),
  publicName: z.string().nullable(),
  figures: reportFigures,
  check: reportCheck,
  versions: z.array(z.strictObject({ number: z.int(), finishedOn: day, reason: z.string() })),
});
export type ReportView = z.output<typeof reportView>;

const one = { reportId: id, version };

export const reportOperations = {
  listReports: query({
    summary: '監査の報告書の一覧と、これから作る報告書を返す。市には、確定した版がある報告書を返す。',
    permission: 'audit-report.read',
    input: z.strictObject(inEngagement),
    output: z.strictObject({
      reports: z.array(reportLine),
      /** Reports that the programmes ask for and that nobody has begun. */
      wanted: z.array(
        z.strictObject({
          programmeId: id,
          programme: z.string(),
          targetId: id.nullable(),
          target: z.string().nullable(),
          title: z.string(),
        }),
      ),
    }),
  }),
  getReport: query({
    summary: '報告書一件を、足りない事項と文章の確認の結果とともに返す。',
    permission: 'audit-report.read',
    input: z.strictObject({ reportId: id }),
    output: reportView,
  }),
  startReport: command({
    summary: '監査の記録から、報告書の案を作る。',
    permission: 'audit-report.work',
    input: z.strictObject({ programmeId: id, targetId: id.nullable() }),
    output: changed,
  }),
  saveReport: command({
    summary: '報告書の文章を保存する。',
    permission: 'audit-report.work',
    input: z.strictObject({
      ...one,
      title: line,
      parts: z.array(writtenPart).max(12),
      viewpoints: z.array(writtenPart).max(6),
    }),
    output: changed,
  }),
  keepWording: command({
    summary: '読みやすさの確認で挙がった表現を、理由を残してそのまま用いる。',
    permission: 'audit-report.lead',
    input: z.strictObject({ ...one, reason: requiredText }),
    output: changed,
  }),
  finishReport: command({
    summary: '報告書の版を確定し、市に示す。事実の確認や改善策が揃わない間は確定できない。',
    permission: 'audit-report.lead',
    input: z.strictObject(one),
    output: changed.extend({ number: z.int() }),
  }),
  checkPublicEdition: command({
    summary: '公表用の版に公開してはならない語が残っていないことを確かめ、その版を作る。',
    permission: 'audit-report.lead',
    input: z.strictObject(one),
    output: changed,
  }),
  settleReport: command({
    summary: '監査の結果の事実に誤りがないことを市として確かめ、報告書を確定させる。',
    permission: 'audit-report.city',
    input: z.strictObject({ ...one, occurredOn: day.optional() }),
    output: changed,
  }),
  returnReport: command({
    summary: '報告書を、市の意見を付けて戻す。',
    permission: 'audit-report.city',
    input: z.strictObject({ ...one, remark: requiredText }),
    output: changed,
  }),
  reviseReport: command({
    summary: '確定した報告書を、理由を示して変えるための新しい版を始める。',
    permission: 'audit-report.work',
    input: z.strictObject({ ...one, reason: requiredText }),
    output: changed,
  }),
  downloadReport: download({
    summary: '報告書を取り出す。版を指定しないときは、書いている途中の案又は最新の版を取り出す。',
    permission: 'audit-report.read',
    input: z.strictObject({
      reportId: id,
      number: z.int().min(1).max(100_000).nullable(),
      edition: z.enum(['detailed', 'public', 'executive']),
      format: z.enum(['docx', 'pdf']),
    }),
  }),
} as const;
