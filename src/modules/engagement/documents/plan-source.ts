/** What the plan documents are made of: the engagement, its newest plan version that the caller may see, and its tasks. */
import type { Context } from '../../../kernel/module.ts';
import type { EngagementProfile, SpecificationView, Task, WorkPlan } from '../contract.ts';
import { getEngagement, getSpecification } from '../operations/engagements.ts';
import { listPlans } from '../operations/plan.ts';
import { listTasks } from '../operations/wbs/tasks.ts';

export interface PlanSource {
  readonly engagement: EngagementProfile;
  readonly specification: Pick<SpecificationView, 'title' | 'chapters'>;
  /** Versions that the caller may see, oldest first. */
  readonly plans: readonly WorkPlan[];
  /** The version that the document shows; null while none has been made. */
  readonly plan: WorkPlan | null;
  /** The tasks of that version with today's progress, or the current tasks. */
  readonly tasks: readonly Task[];
  /** Planned dates of the version approved last, by task; null while none is. */
  readonly baseline: ReadonlyMap<string, Pick<Task, 'plannedStart' | 'plannedEnd'>> | null;
  readonly today: string;
}

export async function readPlanSource(context: Context, engagementId: string): Promise<PlanSource> {
  const engagement = await getEngagement(context, { engagementId });
  const specification = await getSpecification(context, { engagementId });
  const { plans } = await listPlans(context, { engagementId });
  const { tasks, today } = await listTasks(context, { engagementId });
  const plan = plans.at(-1) ?? null;
  const approved = plans.findLast(({ state }) => state === 'approved');
  return {
    engagement,
    specification,
    plans,
    plan,
    tasks: plan === null ? tasks : withProgress(plan.tasks, tasks),
    baseline: approved === undefined ? null : new Map(approved.tasks.map((task) => [task.id, task])),
    today,
  };
}

/** A version as it was made, beside those before it. */
export function sourceOfVersion(source: PlanSource, plan: WorkPlan): PlanSource {
  const plans = source.plans.filter(({ version }) => version <= plan.version);
  return { ...source, plans, plan, tasks: plan.tasks, baseline: null };
}

/** The planned side as it was put into the version; the actual side as it is now. */
export function withProgress(planned: readonly Task[], current: readonly Task[]): Task[] {
  const byId = new Map(current.map((task) => [task.id, task]));
  return planned.map((task) => {
    const now = byId.get(task.id);
    if (now === undefined) return task;
    return { ...task, percent: now.percent, actualStart: now.actualStart, actualEnd: now.actualEnd };
  });
}
