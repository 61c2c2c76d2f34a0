/** Schemas that every subject of the module uses. Browser-safe. */
import { z } from 'zod';
import { day, id, instant, line, requiredText, sha256, text, version } from '../../../kernel/schema.ts';

export { day, id, instant, line, requiredText, sha256, text, version };

export const changed = z.strictObject({ id, version: z.int(), state: z.string() });

/** `09:30`, in the city's time. */
export const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '時刻は「09:30」のように入力してください。');

export const fileView = z.strictObject({
  fileId: id,
  name: z.string(),
  mediaType: z.string(),
  /** Bytes. */
  size: z.int(),
  sha256,
  by: id,
  at: instant,
});
export type FileView = z.output<typeof fileView>;
