/** The review of a form by the contractor's experts. Clause 4(4)①ア-p1 (koganei-2023). */
import { z } from 'zod';
import { command, query } from '../../../kernel/contract.ts';
import { done, engagementInput, id, instant, requiredText } from '../../../kernel/schema.ts';
import { campaignType } from './campaigns.ts';

const opinion = z.strictObject({ item: z.string(), number: z.int(), question: z.string(), opinion: z.string() });

const formReview = z.strictObject({
  reviewId: id,
  questionnaireId: id,
  title: z.string(),
  type: campaignType,
  reviewer: z.string(),
  reviewedAt: instant,
  conclusion: z.string(),
  opinions: z.array(opinion),
});
export type FormReview = z.output<typeof formReview>;

export const reviewOperations = {
  reviewForm: command({
    summary: '公開済みの調査票を専門的な観点から確かめ、結論と設問ごとの意見を記録する。',
    permission: 'form.review',
    input: engagementInput.extend({
      questionnaireId: id,
      conclusion: requiredText.max(2000),
      opinions: z.array(z.strictObject({ item: z.string().max(60), opinion: requiredText.max(1000) })).max(300),
    }),
    output: done,
  }),
  listFormReviews: query({
    summary: '調査票を確かめた記録を、新しいものから返す。',
    permission: 'campaign.read',
    input: engagementInput,
    output: z.strictObject({ reviews: z.array(formReview) }),
  }),
};
