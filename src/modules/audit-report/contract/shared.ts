/** Schemas that every subject of the module uses. Browser-safe. */
import { z } from 'zod';
import { day, id, instant, line, requiredText, text, version } from '../../../kernel/schema.ts';

/** The answer of a command that made or changed one record. */
export const changed = z.strictObject({ id, version: z.int(), state: z.string() });

export const inEngagement = { engagementId: id };

export { day, id, instant, line, requiredText, text, version };
