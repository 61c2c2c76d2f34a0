/** Support after an audit: what was asked and answered, by which channel, put on record within the days of the specification. */
import { z } from 'zod';
import { command, query } from '../../../kernel/contract.ts';
import { engagementInput } from '../../../kernel/schema.ts';
import { changed, day, id, line, occurredOn, paragraph, requiredText, version } from './shared.ts';

export const supportContent = z.strictObject({
  /** The plan that it was about; null where it was about something general. */
  planId: id.nullable(),
  type: z.string(),
  channel: z.string(),
  occurredOn: day,
  minutes: z.int(),
  asked: z.string(),
  answered: z.string(),
  /** Who supported. */
  by: id,
  submittedOn: day.nullable(),
});
export type SupportContent = z.output<typeof supportContent>;

export const SUPPORT_STATES = ['noted', 'submitted'] as const;

export const supportView = supportContent.extend({
  id,
  engagementId: id,
  departmentId: id,
  departmentName: z.string(),
  /** Title of the finding; empty where no plan was meant. */
  planTitle: z.string(),
  position: z.int(),
  state: z.enum(SUPPORT_STATES),
  version: z.int(),
  /** By when it must be on record; null where the specification sets no day. */
  due: day.nullable(),
  late: z.boolean(),
});
export type SupportView = z.output<typeof supportView>;

const written = z.strictObject({
  departmentId: id,
  planId: id.nullable(),
  /** The kind of audit; that of the plan where one is named. */
  type: line.optional(),
  channel: line,
  minutes: z.int().min(0).max(1440),
  asked: requiredText.max(4000),
  answered: paragraph,
});

export const supportOperations = {
  listSupport: query({
    summary: '監査後の支援の記録を、記録の期限とともに返す。',
    permission: 'improvement.read',
    input: engagementInput,
    output: z.strictObject({ records: z.array(supportView) }),
  }),
  noteSupport: command({
    summary: '所属への支援を行ったことを登録する。',
    permission: 'improvement.support',
    input: written.extend({ engagementId: id, occurredOn }),
    output: changed,
  }),
  changeSupport: command({
    summary: '提出する前の支援の記録を直す。',
    permission: 'improvement.support',
    input: z.strictObject({
      supportId: id,
      version,
      channel: line,
      minutes: z.int().min(0).max(1440),
      asked: requiredText.max(4000),
      answered: paragraph,
    }),
    output: changed,
  }),
  submitSupport: command({
    summary: '支援の記録を市に出す。',
    permission: 'improvement.support',
    input: z.strictObject({ supportId: id, version }),
    output: changed,
  }),
} as const;
