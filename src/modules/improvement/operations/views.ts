/** Plans as pages, lists and papers show them. */
import { reachesDepartment } from '../../../kernel/caller.ts';
import type { Context } from '../../../kernel/module.ts';
import { engagementOf } from '../../engagement/contract.ts';
import type { PlanView } from '../contract.ts';
import { isLate, percentOf, turnOf } from '../rules/plan-rules.ts';
import { planRecords, type PlanRecord } from '../store/stores.ts';
import { departmentsById, fullName, type H, readPlan, withdrawnFindings } from './shared.ts';

export async function planViews(context: Context, engagementId: string): Promise<PlanView[]> {
  await engagementOf(context, engagementId);
  const plans = await planRecords.list(context.tx, { engagementId });
  return viewsOf(context, plans, engagementId);
}

async function viewsOf(context: Context, plans: readonly PlanRecord[], engagementId: string): Promise<PlanView[]> {
  const departmentOf = await departmentsById(context);
  const withdrawn = await withdrawnFindings(context, engagementId);
  return plans.map((plan) => {
    const { id, departmentId, position, state, version, content } = plan;
    const turn = turnOf(state, content, context.today);
    const department = departmentOf(departmentId);
    return {
      ...content,
      ...{ id, engagementId, departmentId, position, state, version },
      departmentName: fullName(department),
      bureauName: department.bureauName,
      waiting: turn.waiting,
      waitingUntil: turn.until,
      late: isLate(turn, context.today),
      percent: percentOf(state, content),
      findingWithdrawn: withdrawn.has(content.finding.findingId) && state !== 'cancelled',
    };
  });
}

export async function planView(context: Context, plan: PlanRecord): Promise<PlanView> {
  const [view] = await viewsOf(context, [plan], plan.engagementId);
  if (view === undefined) throw new Error('a plan without view');
  return view;
}

export const listPlans: H<'listPlans'> = async (context, { engagementId }) => ({
  plans: await planViews(context, engagementId),
});

export const getPlan: H<'getPlan'> = async (context, { planId }) => planView(context, await readPlan(context, planId));

export const listOwnPlans: H<'listOwnPlans'> = async (context, { engagementId }) => {
  const plans = await planViews(context, engagementId);
  return { plans: plans.filter(({ departmentId }) => reachesDepartment(context.caller, departmentId)) };
};

export const getOwnPlan: H<'getOwnPlan'> = async (context, { planId }) =>
  planView(context, await readPlan(context, planId));
