/** What the contracts of the module share. */
import { z } from 'zod';
import { SHEET_FIELDS } from '../../../core/catalogue/index.ts';

/** A standard. */
export const code = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** A chapter or requirement of a standard. */
export const provision = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/);

const column = z.int().min(1).max(200).nullable();

/** Which sheet, which line holds the headings, which column holds what. */
export const sheetMapping = z.strictObject({
  sheet: z.string().max(200),
  headingRow: z.int().min(0).max(20_000),
  columns: z.strictObject(
    Object.fromEntries(SHEET_FIELDS.map((name) => [name, column])) as Record<
      (typeof SHEET_FIELDS)[number],
      typeof column
    >,
  ),
});
