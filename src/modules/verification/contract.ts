/** Technical verification inside an audit: planned, approved by the city, run, disturbances reported, ended. */
import { z } from 'zod';
import { command, defineContract, download, query } from '../../kernel/contract.ts';
import { day, engagementInput, id, line, requiredText, sha256, text, version } from '../../kernel/schema.ts';

export const VERIFICATION_STATES = [
  'draft',
  'submitted',
  'returned',
  'approved',
  'run',
  'stopped',
  'cancelled',
] as const;

/** `2026-11-14T20:00`, in the city's time. */
const moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, '日時は「年月日」と「時刻」を入力してください。');

export const planFields = z.strictObject({
  /** What is examined: the system, hosts or addresses. */
  subject: requiredText.max(2000),
  purpose: requiredText.max(2000),
  method: requiredText.max(4000),
  tool: line,
  windowFrom: moment,
  windowTo: moment,
  /** When work is stopped at once. */
  stopConditions: requiredText.max(4000),
  /** Who is called, day and night, when something happens. */
  contact: requiredText.max(1000),
  precautions: text.max(4000),
});
export type PlanFields = z.output<typeof planFields>;

const run = z.strictObject({
  startedAt: moment,
  endedAt: moment,
  tool: line,
  toolVersion: line,
  targets: requiredText.max(4000),
  vulnerabilities: z.strictObject({
    high: z.int().min(0).max(100_000),
    medium: z.int().min(0).max(100_000),
    low: z.int().min(0).max(100_000),
  }),
  summary: requiredText.max(10_000),
  /** What the run left behind (reports and logs of the tool); each stands among the evidence of the audit. */
  byProducts: z.array(z.strictObject({ evidenceId: id, title: z.string(), sha256 })).max(20),
});
export type RunView = z.output<typeof run>;

export const disturbance = z.strictObject({
  at: moment,
  what: requiredText.max(4000),
  affected: requiredText.max(2000),
  action: requiredText.max(4000),
  reportedTo: line,
  recoveredAt: moment.nullable(),
});
export type Disturbance = z.output<typeof disturbance>;

export const verificationContent = planFields.extend({
  targetName: z.string(),
  remark: text,
  submittedOn: day.nullable(),
  approvedOn: day.nullable(),
  conditions: text,
  run: run.nullable(),
  disturbances: z.array(disturbance).max(20),
  ending: text,
});
export type VerificationContent = z.output<typeof verificationContent>;

export const verificationView = verificationContent.extend({
  id,
  engagementId: id,
  targetId: id,
  position: z.int(),
  state: z.enum(VERIFICATION_STATES),
  version: z.int(),
});
export type VerificationView = z.output<typeof verificationView>;

const changed = z.strictObject({ id, version: z.int(), state: z.string() });
const one = z.strictObject({ verificationId: id, version });
const dated = one.extend({ occurredOn: day.optional() });

export const verificationContract = defineContract({
  id: 'verification',
  title: '技術的検証',
  permissions: {
    'verification.read': {
      roles: ['audit-lead', 'auditor', 'assistant', 'quality-manager', 'project-manager', 'security-office', 'ciso'],
      because: '検証の計画と結果には弱点の情報が含まれるため、契約の両当事者の担当者だけが読む。',
    },
    'verification.work': {
      roles: ['audit-lead', 'auditor'],
      because: '技術的検証の計画と実施は、監査を行う受託者の監査人が行う。',
    },
    'verification.approve': {
      roles: ['security-office', 'ciso'],
      because: '検証は運用に影響し得るため、市の責任者が計画を承認してから行う。',
    },
    'verification.report': {
      roles: ['audit-lead', 'auditor', 'security-office'],
      because: '支障に気付いた側がすぐに記録する。市の運用の担当者が先に気付くこともある。',
    },
  },
  operations: {
    listVerifications: query({
      summary: '監査の中で行う技術的検証の計画と結果を返す。',
      permission: 'verification.read',
      input: engagementInput,
      output: z.strictObject({
        verifications: z.array(verificationView),
        /** Living targets for which the city has decided to have their technique verified. */
        targets: z.array(z.strictObject({ id, name: z.string() })),
      }),
    }),
    getVerification: query({
      summary: '技術的検証一件を返す。',
      permission: 'verification.read',
      input: z.strictObject({ verificationId: id }),
      output: verificationView,
    }),
    draftVerification: command({
      summary: '監査の対象について、技術的検証の計画の案を作る。',
      permission: 'verification.work',
      input: planFields.extend({ targetId: id }),
      output: changed,
    }),
    saveVerification: command({
      summary: '技術的検証の計画の案を直す。',
      permission: 'verification.work',
      input: one.extend(planFields.shape),
      output: changed,
    }),
    submitVerification: command({
      summary: '技術的検証の計画を市に提出する。',
      permission: 'verification.work',
      input: dated,
      output: changed,
    }),
    approveVerification: command({
      summary: '技術的検証の計画を、条件を付けて承認する。',
      permission: 'verification.approve',
      input: dated.extend({ conditions: text.max(4000) }),
      output: changed,
    }),
    returnVerification: command({
      summary: '技術的検証の計画を、意見を付けて戻す。',
      permission: 'verification.approve',
      input: one.extend({ remark: requiredText.max(2000) }),
      output: changed,
    }),
    recordRun: command({
      summary: '承認された計画による検証の実施を、道具の名称と版、検出した数及び副生成物とともに記録する。',
      permission: 'verification.work',
      input: one
        .extend(run.omit({ byProducts: true }).shape)
        .extend({ files: z.array(z.strictObject({ fileId: id, title: line })).max(20) }),
      output: changed,
    }),
    reportDisturbance: command({
      summary: '検証の間に起きた支障を記録する。検証は止まる。',
      permission: 'verification.report',
      input: one.extend(disturbance.shape),
      output: changed,
    }),
    cancelVerification: command({
      summary: '行わないことになった技術的検証を、理由を示して取りやめる。',
      permission: 'verification.work',
      input: one.extend({ reason: requiredText.max(2000) }),
      output: changed,
    }),
    downloadDocument: download({
      summary: '技術的検証の計画書又は実施記録を文書として取得する。',
      permission: 'verification.read',
      input: engagementInput.extend({
        kind: line.max(60),
        subject: id.nullable(),
        format: z.enum(['docx', 'pdf']),
      }),
    }),
  },
});
