/** Reports of internal auditors by target, in versions. */
import { z } from 'zod';
import { command, query } from '../../../kernel/contract.ts';
import { day, id, line, text, version } from '../../../kernel/schema.ts';
import { assignedAudit } from '../../audit/contract.ts';
import { reviewView } from './reviews.ts';
import { changed, key } from './shared.ts';

export const observation = z.strictObject({
  /** Stays the same over the versions of the report: advice points to it. */
  key,
  /** The item of the audit that it comes from; null for what was seen beside the items. */
  checkId: id.nullable(),
  title: line,
  /** Label of a level of the programme's grading scheme. */
  grade: z.string().max(100),
  fact: text.max(4000),
  criterion: text.max(2000),
  cause: text.max(2000),
  effect: text.max(2000),
  remedy: text.max(4000),
  evidence: text.max(2000),
});
export type Observation = z.output<typeof observation>;

/** What the auditor does with a piece of advice. */
export const TAKEN = ['taken', 'partly', 'not-taken'] as const;
export const answer = z.strictObject({ advice: key, taken: z.enum(TAKEN), reason: text.max(2000) });
export type Answer = z.output<typeof answer>;

export const reportFields = z.strictObject({
  overview: text.max(4000),
  goodPoints: z.array(line).max(30),
  observations: z.array(observation).max(100),
  /** What could not be confirmed, and why. */
  unconfirmed: text.max(4000),
  conclusion: text.max(4000),
  /** To the advice on the version before. */
  answers: z.array(answer).max(200),
});
export type ReportFields = z.output<typeof reportFields>;

export const reportContent = reportFields.extend({
  auditId: id,
  submittedOn: day.nullable(),
  writtenBy: id,
});
export type ReportContent = z.output<typeof reportContent>;

export const REPORT_STATES = ['draft', 'submitted', 'returned', 'settled', 'superseded'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

export const reportView = reportContent.extend({
  id,
  engagementId: id,
  targetId: id,
  /** The version of the report; the version of the record is `version`. */
  number: z.int(),
  state: z.enum(REPORT_STATES),
  version: z.int(),
});
export type ReportView = z.output<typeof reportView>;

/** A target of an audit by the city's own auditors, and how far its report is. */
export const reportLine = z.strictObject({
  targetId: id,
  target: z.string(),
  programme: z.string(),
  plannedOn: day.nullable(),
  reportId: id.nullable(),
  number: z.int(),
  state: z.enum(REPORT_STATES).nullable(),
  observations: z.int(),
  submittedOn: day.nullable(),
  advice: z.int(),
});
export type ReportLine = z.output<typeof reportLine>;

const ofTarget = z.strictObject({ engagementId: id, targetId: id });

export const reportOperations = {
  listReports: query({
    summary: '市の内部監査人が行う監査の対象と、報告書の状況を返す。',
    permission: 'internal-audit.read',
    input: z.strictObject({ engagementId: id }),
    output: z.strictObject({ reports: z.array(reportLine) }),
  }),
  getReports: query({
    summary: '対象一つの報告書を、版ごとのレビューの結果とともに返す。',
    permission: 'internal-audit.read',
    input: ofTarget,
    output: z.strictObject({
      audit: assignedAudit.nullable(),
      versions: z.array(reportView),
      reviews: z.array(reviewView),
      /** Which side reviews, by the reading of the specification. */
      reviewer: z.enum(['contractor', 'city']),
    }),
  }),
  listOwnReports: query({
    summary: '自分が内部監査人として報告書を書く対象を返す。',
    permission: 'internal-audit.own',
    input: z.strictObject({ engagementId: id }),
    output: z.strictObject({ auditor: z.boolean(), reports: z.array(reportLine) }),
  }),
  getOwnReport: query({
    summary: '自分が書く報告書を、監査の項目と返されたレビューとともに返す。',
    permission: 'internal-audit.own',
    input: ofTarget,
    output: z.strictObject({
      audit: assignedAudit.nullable(),
      versions: z.array(reportView),
      reviews: z.array(reviewView),
    }),
  }),
  startReport: command({
    summary: '報告書を書き始める。レビューの後は、助言に答える次の版を作る。',
    permission: 'internal-audit.own',
    input: ofTarget,
    output: changed,
  }),
  saveReport: command({
    summary: '書いている報告書を保存する。提出するまで、受託者には見えない。',
    permission: 'internal-audit.own',
    input: reportFields.extend({ reportId: id, version }),
    output: changed,
  }),
  submitReport: command({
    summary: '報告書をレビューに出す。足りない記載があれば出さない。',
    permission: 'internal-audit.own',
    input: z.strictObject({ reportId: id, version, occurredOn: day.optional() }),
    output: changed,
  }),
} as const;
