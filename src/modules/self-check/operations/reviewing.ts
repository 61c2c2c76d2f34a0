/** The contractor's experts look at a form and say what they would change. */
import { questionnaireItems } from '../../../core/content-schema/index.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import { OK } from '../../../kernel/schema.ts';
import { engagementContract } from '../../engagement/contract.ts';
import { questionnaireContract } from '../../questionnaire/contract.ts';
import type { FormReview } from '../contract/reviews.ts';
import { facts } from '../facts.ts';
import { insertReview, listReviews } from '../store/review-store.ts';
import type { H } from './common.ts';

/** What the specifications call it; the contractor's people are experts by the conditions of the team. */
const VIEWPOINT = '専門的観点';

export const reviewForm: H<'reviewForm'> = async (context, { engagementId, questionnaireId, conclusion, opinions }) => {
  await context.client(engagementContract).getEngagement({ engagementId });
  const questionnaire = await context.client(questionnaireContract).getQuestionnaire({ questionnaireId });
  if (questionnaire.state !== 'published')
    throw new AppError('state.refused', {
      message: '公開されていない調査票です。情報セキュリティ担当課が公開した後に確かめてください。',
    });
  const items = questionnaireItems(questionnaire.form);
  const unknown = opinions.findIndex(({ item }) => !items.some(({ id }) => id === item));
  if (unknown >= 0)
    throw fieldError(`opinions.${unknown}.item`, 'この調査票にない設問です。設問を選び直してください。');
  const id = context.newId();
  await insertReview(context.tx, {
    id,
    engagementId,
    questionnaireId,
    conclusion,
    opinions,
    by: context.caller.accountId,
    at: context.now,
  });
  facts.record(context, 'questionnaire.reviewed', {
    engagementId,
    subject: id,
    data: {
      questionnaire: questionnaireId,
      type: questionnaire.type,
      version: questionnaire.number,
      items: items.length,
      changes: opinions.length,
      viewpoint: VIEWPOINT,
    },
  });
  return OK;
};

export const listFormReviews: H<'listFormReviews'> = async (context, { engagementId }) => {
  await context.client(engagementContract).getEngagement({ engagementId });
  const rows = await listReviews(context.tx, engagementId);
  const names = await context.namesOf(rows.map(({ by }) => by));
  const reviews: FormReview[] = [];
  for (const row of rows) {
    const { form, title, type } = await context
      .client(questionnaireContract)
      .getQuestionnaire({ questionnaireId: row.questionnaireId });
    const items = new Map(questionnaireItems(form).map((item) => [item.id, item]));
    reviews.push({
      reviewId: row.id,
      questionnaireId: row.questionnaireId,
      title,
      type,
      reviewer: names.get(row.by) ?? '',
      reviewedAt: row.at.toISOString(),
      conclusion: row.conclusion,
      opinions: row.opinions.map(({ item, opinion }) => ({
        item,
        number: items.get(item)?.number ?? 0,
        question: items.get(item)?.question ?? '',
        opinion,
      })),
    });
  }
  return { reviews };
};
