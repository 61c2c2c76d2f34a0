/** What a version of the work plan changes in the one that was approved before (見え消し). */
import { changedDocument, renderFile } from '../../../documents/index.ts';
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import type { engagementContract } from '../contract.ts';
import { readPlanSource, sourceOfVersion } from '../documents/plan-source.ts';
import { workPlanTree } from '../documents/work-plan.ts';
import { planBefore } from '../rules/plan-fields.ts';

type Contract = typeof engagementContract;

export async function downloadPlanChanges(
  context: Context,
  { engagementId, planId, format }: ParsedInputOf<Contract, 'downloadPlanChanges'>,
): Promise<OutputOf<Contract, 'downloadPlanChanges'>> {
  const source = await readPlanSource(context, engagementId);
  const plan = source.plans.find(({ id }) => id === planId);
  if (plan === undefined) throw new AppError('record.missing', { internal: 'plan' });
  const before = planBefore(source.plans, plan);
  if (before === null) {
    throw new AppError('state.refused', { message: '初版の作業計画書には、比べる前の版がありません。' });
  }
  const revision = { author: source.engagement.contractor, at: plan.submittedAt ?? plan.draftedAt };
  const [old, fresh] = [before, plan].map((version) => workPlanTree(sourceOfVersion(source, version)));
  if (old === undefined || fresh === undefined) throw new AppError('internal.failure', { internal: 'two versions' });
  return renderFile(changedDocument(old, fresh, revision), format, `作業計画書_第${plan.version}版_見え消し`);
}
