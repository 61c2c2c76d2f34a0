/** Schemas that every subject of the module uses. Browser-safe. */
import { z } from 'zod';
import { day, id, instant, line, requiredText, sha256, text, version } from '../../../kernel/schema.ts';

export { day, id, instant, line, requiredText, text, version };

export const changed = z.strictObject({ id, version: z.int(), state: z.string() });
export const planInput = z.strictObject({ planId: id, version });
export const occurredOn = day.optional();

/** A paragraph as it fits a sheet of paper. */
export const paragraph = text.max(4000);

export const fileView = z.strictObject({
  fileId: id,
  name: z.string(),
  mediaType: z.string(),
  /** Bytes. */
  size: z.int(),
  sha256,
});
export type FileView = z.output<typeof fileView>;

export const WAITING = ['department', 'contractor', 'city', 'nobody'] as const;
export const waiting = z.enum(WAITING);
export type Waiting = z.output<typeof waiting>;
