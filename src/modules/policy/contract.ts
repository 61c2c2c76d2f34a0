/** Policy: advice on the city's own rules. */
import { z } from 'zod';
import { command, defineContract, download, query } from '../../kernel/contract.ts';
import { CONTRACTOR_ROLES } from '../../kernel/role.ts';
import { day, done, engagementInput, id, line, requiredText, text } from '../../kernel/schema.ts';
import type { Trigger } from './rules.ts';

const trigger = z.enum(['audit', 'guideline', 'other'] satisfies Trigger[]);

export const proposal = z.strictObject({
  /** 対策基準 第12条第2項 */
  provision: line,
  current: text.max(4000),
  proposed: requiredText.max(4000),
  reason: requiredText.max(4000),
  /** The trend, guideline or good practice that the advice rests on. */
  basis: line,
});
export type Proposal = z.output<typeof proposal>;

export const supportAdvice = z.strictObject({
  id,
  requestId: id,
  round: z.int(),
  summary: z.string(),
  proposals: z.array(proposal),
  advisedOn: day,
});
export type SupportAdvice = z.output<typeof supportAdvice>;

export const supportRequest = z.strictObject({
  id,
  trigger,
  document: z.string(),
  content: z.string(),
  fileId: id.nullable(),
  requestedOn: day,
  closedOn: day.nullable(),
  advice: z.array(supportAdvice),
});
export type SupportRequest = z.output<typeof supportRequest>;

export const policyContract = defineContract({
  id: 'policy',
  title: '規程',
  permissions: {
    'policy.read': {
      roles: ['ciso', 'security-office', ...CONTRACTOR_ROLES],
      because: '規程の見直しは発注者と受託者の間で進める。',
    },
    'policy.request': {
      roles: ['security-office'],
      because: '助言を求めるのは発注者である。',
    },
    'policy.advise': {
      roles: ['audit-lead', 'auditor', 'project-manager'],
      because: '助言は専門的な知見をもつ受託者の担当者が行う。',
    },
  },
  operations: {
    listSupport: query({
      summary: '規程の作成支援の依頼と助言、見込みの回数に対する残りを返す。',
      permission: 'policy.read',
      input: engagementInput,
      output: z.strictObject({ requests: z.array(supportRequest), rounds: z.int(), expected: z.int() }),
    }),
    requestSupport: command({
      summary: '規程の案を示して助言を求める。',
      permission: 'policy.request',
      input: engagementInput.extend({
        trigger,
        document: line,
        content: requiredText.max(4000),
        fileId: id.nullable(),
      }),
      output: z.strictObject({ requestId: id }),
    }),
    advise: command({
      summary: '条項ごとに改正案と理由を示して助言する。',
      permission: 'policy.advise',
      input: engagementInput.extend({
        requestId: id,
        summary: requiredText.max(4000),
        proposals: z.array(proposal).min(1).max(200),
      }),
      output: supportAdvice,
    }),
    closeSupport: command({
      summary: '助言を受けた依頼を終える。',
      permission: 'policy.request',
      input: engagementInput.extend({ requestId: id }),
      output: done,
    }),
    downloadMaterial: download({
      summary: '助言を求めた資料のファイルを取得する。',
      permission: 'policy.read',
      input: engagementInput.extend({ requestId: id }),
    }),
    downloadAdvice: download({
      summary: '一つの依頼に対する助言書を取得する。',
      permission: 'policy.read',
      input: engagementInput.extend({ requestId: id, format: z.enum(['docx', 'pdf']) }),
    }),
  },
});
