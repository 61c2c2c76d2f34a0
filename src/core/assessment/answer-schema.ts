/** The shape in which answer sheets travel. Whether they fit a form is decided by `validateSheet`. */
import { z } from 'zod';
import { type AnswerSheet, EXPLANATION_LIMIT } from './answer.ts';

const itemId = z.string().max(60);
const plainText = z
  .string()
  .max(4000)
  .regex(/^[^\0]*$/);
const cellValue = z.union([plainText, z.number(), z.boolean(), z.array(z.string().max(60)).max(50), z.null()]);
const row = z.record(itemId, cellValue);
const explanation = z
  .string()
  .max(EXPLANATION_LIMIT)
  .regex(/^[^\0]*$/)
  .optional();

export const itemAnswer = z.strictObject({
  value: z
    .union([plainText, z.number(), z.array(z.string().max(60)).max(50), z.array(row).max(500), z.null()])
    .optional(),
  reason: explanation,
  alternative: explanation,
});

/** Item id → answer; at most 500 items. */
export const answerSheet: z.ZodType<AnswerSheet, AnswerSheet> = z
  .record(itemId, itemAnswer)
  .refine((sheet) => Object.keys(sheet).length <= 500, '設問の数が多すぎます。');
