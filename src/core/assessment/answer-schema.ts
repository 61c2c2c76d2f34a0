/**
 * The shape in which answer sheets travel. Whether they fit a form is decided by `validateSheet`, which names the item;
 * the limits here only keep out what no form could ask for, and lie far above those of the forms.
 */
import { z } from 'zod';
import type { AnswerSheet } from './answer.ts';

const itemId = z.string().max(60);
const plainText = z
  .string()
  .max(200_000)
  .regex(/^[^\0]*$/);
const cellValue = z.union([plainText, z.number(), z.boolean(), z.array(z.string().max(200)).max(200), z.null()]);
const row = z.record(itemId, cellValue);
const matrix = z.record(itemId, z.string().max(200));

export const itemAnswer = z.strictObject({
  value: z
    .union([plainText, z.number(), z.array(z.string().max(200)).max(200), z.array(row).max(1000), matrix, z.null()])
    .optional(),
  reason: plainText.optional(),
  alternative: plainText.optional(),
});

/** Item id → answer; at most 500 items. */
export const answerSheet: z.ZodType<AnswerSheet, AnswerSheet> = z
  .record(itemId, itemAnswer)
  .refine((sheet) => Object.keys(sheet).length <= 500, '設問の数が多すぎます。');
