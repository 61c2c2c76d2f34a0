/** The work plan: drafted by the contractor, approved by the city, every version kept. */
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import type { engagementContract, Task, WorkPlan } from '../contract.ts';
import { facts } from '../facts.ts';
import { uncoveredClauses } from '../rules.ts';
import { planFields } from '../rules/plan-fields.ts';
import { specificationUnder } from '../specifications.ts';
import { requireEngagement } from '../store.ts';
import { insertPlan, movePlan, selectPlans } from '../store-plan.ts';
import { selectTasks } from '../store-tasks.ts';

type Contract = typeof engagementContract;
type In<K extends keyof Contract['operations']> = ParsedInputOf<Contract, K>;
type Out<K extends keyof Contract['operations']> = Promise<OutputOf<Contract, K>>;

export async function draftPlan(context: Context, input: In<'draftPlan'>): Out<'draftPlan'> {
  const engagement = await requireEngagement(context.tx, input.engagementId);
  const plans = await selectPlans(context.tx, engagement.id);
  if (plans.some((plan) => plan.state === 'submitted')) {
    throw new AppError('state.refused', {
      message: '提出中の作業計画書があります。発注者の承認又は差戻しを待ってから、新しい版を作成してください。',
    });
  }
  const tasks = await selectTasks(context.tx, engagement.id);
  const specification = await specificationUnder(context, engagement.specification, engagement.readings);
  // Own tasks stand under a clause, they do not cover it. What is excluded is in the plan with its reason.
  const clauses = [...new Set(tasks.filter(({ origin }) => origin === 'specification').map((task) => task.clause))];
  const missing = uncoveredClauses(specification.clauses, new Set(clauses));
  if (missing.length > 0) {
    throw new AppError('state.refused', { message: `WBSに次の業務項目がありません：${missing.join('、')}` });
  }
  const plan: WorkPlan = {
    id: context.newId(),
    version: plans.length + 1,
    state: 'draft',
    reason: input.reason,
    organisation: input.organisation,
    environment: input.environment,
    tasks,
    returnedReason: null,
    draftedAt: context.now.toISOString(),
    submittedAt: null,
    decidedAt: null,
  };
  await insertPlan(context.tx, engagement.id, plan);
  facts.record(context, 'plan.drafted', {
    engagementId: engagement.id,
    subject: plan.id,
    data: {
      version: plan.version,
      clauses,
      fields: planFields(tasks),
      predecessors: tasks.reduce((sum, task) => sum + task.predecessors.length, 0),
      members: countMembers(tasks),
    },
  });
  return plan;
}

export async function submitPlan(context: Context, input: In<'submitPlan'>): Out<'submitPlan'> {
  const plan = await requirePlan(context, input.engagementId, input.planId, 'draft');
  await movePlan(context.tx, plan.id, { from: 'draft', to: 'submitted', at: context.now });
  facts.record(context, 'plan.submitted', {
    engagementId: input.engagementId,
    subject: plan.id,
    data: { version: plan.version, form: input.form, copies: input.copies },
  });
  return requirePlan(context, input.engagementId, input.planId, 'submitted');
}

export async function approvePlan(context: Context, input: In<'approvePlan'>): Out<'approvePlan'> {
  const plan = await requirePlan(context, input.engagementId, input.planId, 'submitted');
  await movePlan(context.tx, plan.id, { from: 'submitted', to: 'approved', at: context.now });
  facts.record(context, 'plan.approved', {
    engagementId: input.engagementId,
    subject: plan.id,
    data: { version: plan.version },
  });
  return requirePlan(context, input.engagementId, input.planId, 'approved');
}

export async function returnPlan(context: Context, input: In<'returnPlan'>): Out<'returnPlan'> {
  const plan = await requirePlan(context, input.engagementId, input.planId, 'submitted');
  await movePlan(context.tx, plan.id, { from: 'submitted', to: 'returned', at: context.now, reason: input.reason });
  facts.record(context, 'plan.returned', {
    engagementId: input.engagementId,
    subject: plan.id,
    data: { version: plan.version, reason: input.reason },
  });
  return requirePlan(context, input.engagementId, input.planId, 'returned');
}

export async function listPlans(context: Context, input: In<'listPlans'>): Out<'listPlans'> {
  await requireEngagement(context.tx, input.engagementId);
  const plans = await selectPlans(context.tx, input.engagementId);
  // The contractor's draft is its own until it is submitted.
  return { plans: plans.filter((plan) => plan.state !== 'draft' || context.caller.party === 'contractor') };
}

async function requirePlan(
  context: Context,
  engagementId: string,
  planId: string,
  state: WorkPlan['state'],
): Promise<WorkPlan> {
  await requireEngagement(context.tx, engagementId);
  const plan = (await selectPlans(context.tx, engagementId)).find((candidate) => candidate.id === planId);
  if (plan === undefined || (plan.state === 'draft' && context.caller.party !== 'contractor')) {
    throw new AppError('record.missing', { internal: 'plan' });
  }
  if (plan.state !== state) {
    throw new AppError('state.refused', {
      message: 'この作業計画書は、既に次の段階に進んでいます。一覧を開き直して状態を確かめてください。',
    });
  }
  return plan;
}

function countMembers(tasks: readonly Task[]): number {
  return new Set(tasks.flatMap((task) => task.members)).size;
}
