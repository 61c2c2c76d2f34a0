/** All counted answers of a campaign, for modules that look into them. */
import { z } from 'zod';
import { answerSheet } from '../../../core/assessment/answer-schema.ts';
import type { Questionnaire } from '../../../core/content-schema/index.ts';
import { query } from '../../../kernel/contract.ts';
import { id, instant } from '../../../kernel/schema.ts';
import { campaignSummary, channel } from './campaigns.ts';

const form = z.custom<Questionnaire>((value) => typeof value === 'object' && value !== null);

/** Who was asked, and the answers that count; null while there are none. */
export const respondent = z.strictObject({
  id: z.string(),
  departmentId: id,
  departmentName: z.string(),
  bureauId: id.nullable(),
  bureauName: z.string(),
  channel: channel.nullable(),
  submittedAt: instant.nullable(),
  points: z.number().nullable(),
  answers: answerSheet.nullable(),
});
export type Respondent = z.output<typeof respondent>;

export const answerOperations = {
  collectAnswers: query({
    summary: '調査一件について、調査を受けた所属と、数に入る回答の全部を返す。',
    permission: 'result.read',
    input: z.strictObject({ campaignId: id }),
    output: z.strictObject({
      campaign: campaignSummary,
      form,
      respondents: z.array(respondent),
      /** The campaign of the same type before this one; null when there was none. */
      previousId: id.nullable(),
    }),
  }),
};
