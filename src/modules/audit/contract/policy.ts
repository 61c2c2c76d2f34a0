/** Audit policy 方針 with its seven fields, and the notice 監査通知書 made from it (clause 9(1)イ(ア)). */
import { z } from 'zod';
import { command, download, query } from '../../../kernel/contract.ts';
import { engagementInput } from '../../../kernel/schema.ts';
import { auditInput, changed, day, id, line, recordColumns, remark, requiredText, text, version } from './shared.ts';

export const GRADES = ['指摘', '意見'] as const;
export const grade = z.enum(GRADES);
export type Grade = z.output<typeof grade>;

export const criterion = z.strictObject({ grade, criterion: text, example: text });

export const policyFields = z.strictObject({
  purpose: text,
  methods: text,
  period: z.strictObject({ from: day, to: day }).nullable(),
  schedule: z.array(z.strictObject({ step: line, who: line, from: day, to: day })).max(60),
  requests: z.array(line).max(40),
  criteria: z.array(criterion).max(2),
  other: text,
});
export type PolicyFields = z.output<typeof policyFields>;

export const policyContent = policyFields.extend({
  proposedOn: day.nullable(),
  contractorConfirmedOn: day.nullable(),
  cityConfirmedOn: day.nullable(),
  agreedOn: day.nullable(),
  remarks: z.array(remark),
});
export type PolicyContent = z.output<typeof policyContent>;

export const POLICY_STATES = ['draft', 'proposed', 'agreed', 'superseded'] as const;
export const policyView = policyContent.extend({
  ...recordColumns,
  engagementId: id,
  state: z.enum(POLICY_STATES),
  /** Fields that still say nothing. */
  missing: z.array(z.string()),
});
export type PolicyView = z.output<typeof policyView>;

export const policyOperations = {
  listPolicies: query({
    summary: '監査の方針を版ごとに返す。',
    permission: 'audit.read',
    input: engagementInput,
    output: z.strictObject({ policies: z.array(policyView) }),
  }),
  draftPolicy: command({
    summary: '方針の新しい版を起こす。前の版があれば、その内容から始める。',
    permission: 'audit.work',
    input: z.strictObject({ engagementId: id, fields: policyFields.partial().optional() }),
    output: changed,
  }),
  savePolicy: command({
    summary: '方針の案を保存する。',
    permission: 'audit.work',
    input: z.strictObject({ policyId: id, version, fields: policyFields }),
    output: changed,
  }),
  proposePolicy: command({
    summary: '七つの事項を書いた方針の案を、協議のため市に示す。',
    permission: 'audit.lead',
    input: z.strictObject({ policyId: id, version }),
    output: changed,
  }),
  returnPolicy: command({
    summary: '方針の案に市の意見を付けて、受注者に戻す。',
    permission: 'audit.city',
    input: z.strictObject({ policyId: id, version, remark: requiredText }),
    output: changed,
  }),
  confirmPolicy: command({
    summary: '方針を自分の側として確認する。市と受注者の双方が確認すると方針が決まる。',
    permission: 'audit.agree',
    input: z.strictObject({ policyId: id, version }),
    output: changed,
  }),
  downloadPolicyChanges: download({
    summary: '方針の版について、一つ前の版からの変更を見え消しで示した文書を返す。',
    permission: 'audit.read',
    input: z.strictObject({ policyId: id, format: z.enum(['docx', 'pdf']) }),
  }),
  previewNotice: query({
    summary: '方針から作った監査通知書の文面を返す。',
    permission: 'audit.read',
    input: auditInput,
    output: z.strictObject({ text: z.string(), policyId: id.nullable(), policyEdition: z.int().nullable() }),
  }),
  sendAuditNotice: command({
    summary: '監査通知書を監査対象課に送ったことを、日付とともに登録する。',
    permission: 'audit.city',
    input: z.strictObject({
      auditId: id,
      version,
      /** The text as sent; the generated text when left out. */
      text: requiredText.optional(),
      /** 文書番号. */
      number: z.string().max(60).optional(),
      occurredOn: day.optional(),
    }),
    output: changed,
  }),
} as const;
