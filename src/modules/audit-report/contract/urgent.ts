/** Urgent findings 緊急を要する検出事項: raised at once, told to the city within the days of the clause. */
import { z } from 'zod';
import { command, query } from '../../../kernel/contract.ts';
import { changed, day, id, inEngagement, line, requiredText, text, version } from './shared.ts';

export const URGENT_STATES = ['raised', 'reported', 'acknowledged'] as const;
export const URGENT_CHANNELS = ['電話', '電子メール', '対面', 'Web会議'] as const;

/** How the rules of the contracts name what an urgent finding arose from. */
export const URGENT_SOURCES = [
  'external-audit',
  'internal-audit',
  'my-number-audit',
  'asset-audit',
  'system-audit',
  'vendor-site-audit',
] as const;

export const urgentContent = z.strictObject({
  source: z.enum(URGENT_SOURCES),
  title: line,
  fact: requiredText,
  /** What may happen if it stays. */
  risk: requiredText,
  /** What should be done at once. */
  measure: requiredText,
  awareOn: day,
  reported: z.strictObject({ on: day, channel: z.enum(URGENT_CHANNELS), to: line, by: id }).nullable(),
  acknowledged: z.strictObject({ on: day, answer: text }).nullable(),
});
export type UrgentContent = z.output<typeof urgentContent>;

export const urgentView = urgentContent.extend({
  id,
  ...inEngagement,
  auditId: id,
  target: z.string(),
  number: z.int(),
  state: z.enum(URGENT_STATES),
  /** By when the contract wants it told; null where it says nothing. */
  due: day.nullable(),
  version: z.int(),
});
export type UrgentView = z.output<typeof urgentView>;

export const urgentOperations = {
  listUrgent: query({
    summary: '緊急を要する検出事項と、市への報告の状況を返す。市には、報告を受けたものを返す。',
    permission: 'audit-report.read',
    input: z.strictObject(inEngagement),
    output: z.strictObject({ urgent: z.array(urgentView) }),
  }),
  raiseUrgent: command({
    summary: '緊急を要する検出事項を、見つけた日とともに記録する。',
    permission: 'audit-report.urgent',
    input: z.strictObject({
      auditId: id,
      title: line,
      fact: requiredText,
      risk: requiredText,
      measure: requiredText,
      awareOn: day,
    }),
    output: changed,
  }),
  reportUrgent: command({
    summary: '緊急を要する検出事項を市に報告したことを、手段と相手とともに記録する。',
    permission: 'audit-report.work',
    input: z.strictObject({
      urgentId: id,
      version,
      channel: z.enum(URGENT_CHANNELS),
      to: line,
      occurredOn: day.optional(),
    }),
    output: changed,
  }),
  acknowledgeUrgent: command({
    summary: '緊急を要する検出事項の報告を受けたことと、市の対応を記録する。',
    permission: 'audit-report.city',
    input: z.strictObject({ urgentId: id, version, answer: text }),
    output: changed,
  }),
} as const;
