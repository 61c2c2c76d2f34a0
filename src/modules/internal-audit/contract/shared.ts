/** Schemas that every subject of the module uses. Browser-safe. */
import { z } from 'zod';
import { id } from '../../../kernel/schema.ts';

/** A key inside a record, made by the page or the server: 128 bits in hex, with or without hyphens. */
export const key = z.string().regex(/^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/);

export const changed = z.strictObject({ id, version: z.int(), state: z.string() });
