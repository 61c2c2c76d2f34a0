/** What a version of a plan changes in the one before it (見え消し). */
import { changedDocument, renderFile } from '../../../documents/index.ts';
import { AppError } from '../../../kernel/error.ts';
import { planTree } from '../documents/papers.ts';
import { clientOf, readSource, slotsOf } from '../documents/source.ts';
import type { H } from './shared.ts';

export const downloadPlanChanges: H<'downloadPlanChanges'> = async (context, { planId, format }) => {
  const plan = await clientOf(context).getPlan({ planId });
  const { plans } = await clientOf(context).listPlans({ engagementId: plan.engagementId });
  const before = plans
    .filter(
      ({ programmeId, targetId, stage, position }) =>
        programmeId === plan.programmeId &&
        targetId === plan.targetId &&
        stage === plan.stage &&
        position < plan.position,
    )
    .toSorted((a, b) => a.position - b.position)
    .at(-1);
  if (before === undefined) {
    throw new AppError('state.refused', { message: '初版の計画書には、比べる前の版がありません。' });
  }
  const source = await readSource(context, plan.engagementId);
  const slots = await slotsOf(source, plan);
  const { municipality, client, contractor } = source.engagement;
  const revision = {
    author: plan.submittedBy === 'city' ? `${municipality}${client.department}` : contractor,
    at: `${plan.submittedOn ?? context.today}T09:00:00+09:00`,
  };
  const changed = changedDocument(planTree(source, before, slots), planTree(source, plan, slots), revision);
  return renderFile(changed, format, `${plan.title}_第${plan.position}版_見え消し`);
};
