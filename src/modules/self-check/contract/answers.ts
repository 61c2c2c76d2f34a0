/** All counted answers of a campaign, for modules that look into them. */
import { z } from 'zod';
import { answerSheet } from '../../../core/assessment/answer-schema.ts';
import type { Questionnaire } from '../../../core/content-schema/index.ts';
import { query } from '../../../kernel/contract.ts';
import { id } from '../../../kernel/schema.ts';
import { campaignSummary, channel } from './campaigns.ts';

const form = z.custom<Questionnaire>((value) => typeof value === 'object' && value !== null);

/** Answers that count, and who gave them: a department, a person of it or an affair of it. */
export const counted = z.strictObject({
  id: z.string(),
  departmentId: id,
  departmentName: z.string(),
  bureauName: z.string(),
  channel,
  answers: answerSheet,
});
export type CountedAnswers = z.output<typeof counted>;

export const answerOperations = {
  collectAnswers: query({
    summary: '調査一件について、調査を受けた所属と、数に入る回答の全部を返す。',
    permission: 'result.read',
    input: z.strictObject({ campaignId: id }),
    output: z.strictObject({
      campaign: campaignSummary,
      form,
      sheets: z.array(counted),
      /** How many were asked and have answered, by bureau. */
      completion: z.array(z.strictObject({ bureau: z.string(), asked: z.int(), answered: z.int() })),
      /** The campaign of the same type before this one; null when there was none, or one without names. */
      previousId: id.nullable(),
    }),
  }),
};
