/** Schemas that many contracts share. Bounds are stated once here: nothing over-long reaches a table. */
import { z } from 'zod';

export const id = z.uuid();
/** A day in Asia/Tokyo, `YYYY-MM-DD`. */
export const day = z.iso.date();
/** An instant in UTC, `2026-06-01T00:30:00.000Z`. */
export const instant = z.iso.datetime();
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** One line: a name or a title. Control characters are refused. */
export const line = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}]*$/u);
/** Free text of up to 10,000 characters; may be empty. NUL is refused because the database cannot hold it. */
export const text = z
  .string()
  .max(10_000)
  .regex(/^[^\0]*$/);
/** Free text that must say something. */
export const requiredText = text.min(1).regex(/\S/);
/** The version that the editor had in hand; a stale one is refused with `record.stale`. The next one still fits a column. */
export const version = z
  .int()
  .min(0)
  .max(2 ** 31 - 2);

export const noInput = z.strictObject({});
export const engagementInput = z.strictObject({ engagementId: id });
export const done = z.strictObject({ ok: z.literal(true) });
export const OK = { ok: true } as const;
