/** Schemas that every subject of the module uses. Browser-safe. */
import { z } from 'zod';
import { id } from '../../../kernel/schema.ts';

export const changed = z.strictObject({ id, version: z.int(), state: z.string() });
