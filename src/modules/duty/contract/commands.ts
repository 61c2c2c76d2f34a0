/** Shapes that the commands of the duties share. */
import { z } from 'zod';
import { command } from '../../../kernel/contract.ts';
import { day, done, id, text, version } from '../../../kernel/schema.ts';

export const inEngagement = { engagementId: id };
export const created = z.strictObject({ id });
export const occurredOn = day.optional();
/** A record that the caller has in hand. */
export const record = { ...inEngagement, id, version };
export const decision = { ...record, approved: z.boolean(), comment: text };

type Permission = 'duty.manage' | 'duty.decide' | 'duty.take-part' | 'duty.exchange';

export const change = <S extends z.core.$ZodLooseShape>(permission: Permission, summary: string, input: S) =>
  command({ summary, permission, input: z.strictObject(input), output: done });

export const creation = <S extends z.core.$ZodLooseShape>(permission: Permission, summary: string, input: S) =>
  command({ summary, permission, input: z.strictObject({ ...inEngagement, ...input }), output: created });
