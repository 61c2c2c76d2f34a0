/** Improvement plans, one per finding: the sheet, the department's words, advice, decision, confirmation, closing. */
import { z } from 'zod';
import { command, download, query } from '../../../kernel/contract.ts';
import { engagementInput } from '../../../kernel/schema.ts';
import {
  changed,
  day,
  fileView,
  id,
  instant,
  line,
  occurredOn,
  paragraph,
  planInput,
  requiredText,
  waiting,
} from './shared.ts';

export const PLAN_STATES = [
  'issued',
  'submitted',
  'returned',
  'approved',
  'reported',
  'confirmed',
  'closed',
  'cancelled',
  'carried-over',
] as const;
export const planState = z.enum(PLAN_STATES);
export type PlanState = z.output<typeof planState>;

/** What the department writes. Empty parts are allowed while it writes; `submitPlan` asks for them. */
export const planFields = z.strictObject({
  cause: paragraph,
  measure: paragraph,
  shortTerm: paragraph,
  longTerm: paragraph,
  /** A post, no name of a person. */
  responsible: z.string().trim().max(200),
  due: day.nullable(),
  budget: z.string().trim().max(1000),
});
export type PlanFields = z.output<typeof planFields>;

/** The finding as it stood when the sheet was made. */
export const findingPart = z.strictObject({
  findingId: id,
  number: z.int(),
  title: z.string(),
  fact: z.string(),
  risk: z.string(),
  recommendation: z.string(),
  grade: z.string(),
  basis: z.array(z.string()),
  /** How often it has been found by now; 1 for the first time. */
  times: z.int(),
});

export const auditPart = z.strictObject({
  auditId: id,
  /** The target as the journal names it. */
  targetId: id,
  targetName: z.string(),
  /** The word by which the rules know audits of this kind. */
  type: z.string(),
  programme: z.string(),
});

const said = { by: id, on: day };

export const check = z.strictObject({ name: line, ok: z.boolean(), remark: z.string().max(1000) });
export const advice = z.strictObject({
  ...said,
  /** Which handing-in it is about. */
  round: z.int(),
  checks: z.array(check),
  text: z.string(),
});
export const decision = z.strictObject({ ...said, decision: z.enum(['approve', 'return']), remark: z.string() });
export const progress = z.strictObject({
  ...said,
  id,
  at: instant,
  /** 0 to 100. */
  percent: z.int(),
  text: z.string(),
  /** How the department itself judges the effect. */
  evaluation: z.string(),
  complete: z.boolean(),
  files: z.array(fileView),
});
export const confirmation = z.strictObject({
  ...said,
  techniques: z.array(z.string()),
  meetsIntent: z.boolean(),
  /** The department has looked into the effect of what it did, and that was confirmed. */
  evaluated: z.boolean(),
  text: z.string(),
  files: z.array(fileView),
});
export const effect = z.strictObject({ ...said, effective: z.boolean(), text: z.string() });

export const planContent = z.strictObject({
  finding: findingPart,
  audit: auditPart,
  fields: planFields,
  issuedOn: day,
  /** By when the department hands its plan in. */
  replyBy: day,
  /** How often the plan was handed in. */
  round: z.int(),
  submittedOn: day.nullable(),
  approvedOn: day.nullable(),
  reportedOn: day.nullable(),
  confirmedOn: day.nullable(),
  closedOn: day.nullable(),
  advice: z.array(advice),
  decisions: z.array(decision),
  progress: z.array(progress),
  confirmations: z.array(confirmation),
  /** When the effect is to be looked at; null when nothing is planned. */
  effectOn: day.nullable(),
  effects: z.array(effect),
  closing: z.string(),
  reopenings: z.array(z.strictObject({ ...said, reason: z.string() })),
  cancellation: z.strictObject({ ...said, reason: z.string() }).nullable(),
  /** Whence it was carried over, and how many contract years it has been open before this one. */
  carriedFrom: z
    .strictObject({ fiscalYear: z.int(), title: z.string(), contractor: z.string(), years: z.int() })
    .nullable(),
  carriedTo: z.strictObject({ ...said, fiscalYear: z.int().nullable(), reason: z.string() }).nullable(),
});
export type PlanContent = z.output<typeof planContent>;

export const planView = planContent.extend({
  id,
  engagementId: id,
  departmentId: id,
  departmentName: z.string(),
  bureauName: z.string(),
  position: z.int(),
  state: planState,
  version: z.int(),
  /** Whose turn it is, since when it should be done, and whether that day is over. */
  waiting,
  waitingUntil: day.nullable(),
  late: z.boolean(),
  /** The latest report of progress. */
  percent: z.int(),
  /** The finding was withdrawn after the sheet had been made. */
  findingWithdrawn: z.boolean(),
});
export type PlanView = z.output<typeof planView>;

const plannable = z.strictObject({
  findingId: id,
  number: z.int(),
  title: z.string(),
  grade: z.string(),
  programme: z.string(),
  targetName: z.string(),
  /** The departments of the target; the first is in charge. */
  departments: z.array(z.strictObject({ id, name: z.string() })),
  times: z.int(),
});
export type PlannableView = z.output<typeof plannable>;

export const planOperations = {
  listPlans: query({
    summary: '改善計画の一覧を、次に対応する側と、遅れていないかとともに返す。',
    permission: 'improvement.read',
    input: engagementInput,
    output: z.strictObject({ plans: z.array(planView) }),
  }),
  getPlan: query({
    summary: '改善計画一件を返す。',
    permission: 'improvement.read',
    input: z.strictObject({ planId: id }),
    output: planView,
  }),
  getFollowUpTerms: query({
    summary: '仕様書の定める確認の技法、計画の確認事項、支援の手段及び記録の期限を返す。',
    permission: 'improvement.read',
    input: engagementInput,
    output: z.strictObject({
      audits: z.array(
        z.strictObject({
          type: z.string(),
          clause: z.string().nullable(),
          techniques: z.array(z.string()),
          evaluated: z.boolean(),
        }),
      ),
      checks: z.array(z.string()),
      channels: z.array(z.string()),
      /** The clause that says by when support must be on record; null where no specification says it. */
      supportClause: z.string().nullable(),
    }),
  }),
  listPlannable: query({
    summary: '改善計画書シートをまだ作っていない、所属に示した発見事項を返す。',
    permission: 'improvement.issue',
    input: engagementInput,
    output: z.strictObject({ findings: z.array(plannable) }),
  }),
  issueSheets: command({
    summary: '発見事項ごとに改善計画書シートを作り、所属に計画の作成を求める。',
    permission: 'improvement.issue',
    input: z.strictObject({
      engagementId: id,
      findings: z
        .array(z.strictObject({ findingId: id, departmentId: id.optional() }))
        .min(1)
        .max(500),
      replyBy: day,
    }),
    output: z.strictObject({ plans: z.array(changed) }),
  }),
  advisePlan: command({
    summary: '提出された改善計画の案を、確認事項ごとに確かめて助言する。',
    permission: 'improvement.advise',
    input: planInput.extend({ checks: z.array(check).min(1).max(20), text: paragraph, occurredOn }),
    output: changed,
  }),
  decidePlan: command({
    summary: '改善計画を承認し、又は理由を付けて所属に戻す。',
    permission: 'improvement.decide',
    input: planInput.extend({ decision: z.enum(['approve', 'return']), remark: paragraph }),
    output: changed,
  }),
  confirmImprovement: command({
    summary: '報告された改善を、用いた技法とともに確認し、提言の趣旨に合うかを記録する。',
    permission: 'improvement.advise',
    input: planInput.extend({
      techniques: z.array(line).min(1).max(10),
      meetsIntent: z.boolean(),
      evaluated: z.boolean(),
      text: requiredText.max(4000),
      fileIds: z.array(id).max(20),
      /** When the effect shall be looked at. */
      effectOn: day.nullable().optional(),
      occurredOn,
    }),
    output: changed,
  }),
  checkEffect: command({
    summary: '改善の後の効果を確認する。効果がないときは、改善計画を実施中に戻す。',
    permission: 'improvement.advise',
    input: planInput.extend({ effective: z.boolean(), text: requiredText.max(4000), occurredOn }),
    output: changed,
  }),
  closePlan: command({
    summary: '改善を確認した計画を終了する。',
    permission: 'improvement.decide',
    input: planInput.extend({ note: paragraph }),
    output: changed,
  }),
  reopenPlan: command({
    summary: '終了した計画を、理由を付けて再開する。',
    permission: 'improvement.decide',
    input: planInput.extend({ reason: requiredText.max(2000) }),
    output: changed,
  }),
  cancelPlan: command({
    summary: '発見事項の取下げなどにより、改善計画を理由とともに取りやめる。',
    permission: 'improvement.decide',
    input: planInput.extend({ reason: requiredText.max(2000) }),
    output: changed,
  }),
  downloadFile: download({
    summary: '改善の報告又は確認に添えられたファイルを取り出す。',
    permission: 'improvement.read',
    input: z.strictObject({ planId: id, fileId: id }),
  }),
  downloadDocument: download({
    summary: '改善計画書シート、支援記録簿、改善報告書及びフォローアップ報告書を取り出す。',
    permission: 'improvement.read',
    input: z.strictObject({
      engagementId: id,
      kind: z.string().max(60),
      subject: id.nullable(),
      format: z.enum(['docx', 'pdf', 'xlsx', 'pptx']),
    }),
  }),
} as const;
