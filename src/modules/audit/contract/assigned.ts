/** What an internal auditor of the city reads of the audit that he or she carries out: its items as they were judged. */
import { z } from 'zod';
import { query } from '../../../kernel/contract.ts';
import { judgement } from './checks.ts';
import { day, id } from './shared.ts';
import { gradingLevel } from './target.ts';

export const assignedCheck = z.strictObject({
  id,
  number: z.int(),
  section: z.string(),
  title: z.string(),
  point: z.string(),
  judgement,
  fact: z.string(),
  assumedRisk: z.string(),
  recommendation: z.string(),
});
export type AssignedCheck = z.output<typeof assignedCheck>;

export const assignedAudit = z.strictObject({
  auditId: id,
  programme: z.string(),
  conductedBy: z.enum(['contractor', 'city-auditors']),
  target: z.string(),
  departments: z.array(z.string()),
  /** The days on which it was held. */
  heldOn: z.array(day),
  cityAuditors: z.array(z.string()),
  levels: z.array(gradingLevel),
  checks: z.array(assignedCheck),
});
export type AssignedAudit = z.output<typeof assignedAudit>;

export const assignedOperations = {
  getAssignedAudit: query({
    summary: '内部監査人が、自分に割り当てられた対象の監査の項目と判断を読む。',
    permission: 'audit.assigned',
    input: z.strictObject({ engagementId: id, targetId: id }),
    output: z.strictObject({
      /** Null while the audit of the target has not been opened. */
      audit: assignedAudit.nullable(),
    }),
  }),
} as const;
