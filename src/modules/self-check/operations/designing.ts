/** The contractor presents the form of a self-check that it has designed. */
import { designOf } from '../../../core/assessment/index.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { engagementContract } from '../../engagement/contract.ts';
import { questionnaireContract } from '../../questionnaire/contract.ts';
import type { FormDesignView } from '../contract/designs.ts';
import { facts } from '../facts.ts';
import { insertDesign, listDesigns as storedDesigns, type StoredDesign } from '../store/design-store.ts';
import type { H } from './common.ts';

export const listDesigns: H<'listDesigns'> = async (context, { engagementId }) => {
  await context.client(engagementContract).getEngagement({ engagementId });
  const presented = await storedDesigns(context.tx, engagementId);
  const { questionnaires } = await context.client(questionnaireContract).listQuestionnaires({ type: 'self-check' });
  const designs: FormDesignView[] = [];
  for (const { id, state } of questionnaires)
    if (state === 'published')
      designs.push(
        await viewOf(
          context,
          id,
          presented.find(({ questionnaireId }) => questionnaireId === id),
        ),
      );
  return { designs };
};

export const presentDesign: H<'presentDesign'> = async (context, { engagementId, questionnaireId }) => {
  await context.client(engagementContract).getEngagement({ engagementId });
  const { type, state, code, form } = await context.client(questionnaireContract).getQuestionnaire({ questionnaireId });
  if (type !== 'self-check')
    throw new AppError('state.refused', {
      message: 'この調査票は自己点検のものではありません。自己点検の調査票を選び直してください。',
    });
  if (state !== 'published')
    throw new AppError('state.refused', {
      message: '公開されていない調査票です。情報セキュリティ担当課が公開した後に示してください。',
    });
  const design = {
    id: context.newId(),
    engagementId,
    questionnaireId,
    by: context.caller.accountId,
    at: context.now,
  };
  if (!(await insertDesign(context.tx, design)))
    throw new AppError('state.refused', {
      message: 'この調査票は既に示されています。直したときは、公開された新しい版を示してください。',
    });
  // A later version of the form takes the place of an earlier one.
  facts.record(context, 'self-check.designed', {
    engagementId,
    subject: code,
    data: { ...designOf(form), questionnaire: questionnaireId },
  });
  return viewOf(context, questionnaireId, design);
};

async function viewOf(
  context: Context,
  questionnaireId: string,
  presented: StoredDesign | undefined,
): Promise<FormDesignView> {
  const { title, edition, number, form } = await context
    .client(questionnaireContract)
    .getQuestionnaire({ questionnaireId });
  const names = await context.namesOf(presented === undefined ? [] : [presented.by]);
  return {
    questionnaireId,
    title,
    edition,
    number,
    ...designOf(form),
    presentedBy: presented === undefined ? null : (names.get(presented.by) ?? ''),
    presentedAt: presented?.at.toISOString() ?? null,
  };
}
