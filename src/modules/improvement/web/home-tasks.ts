/** What a person has to do about improvements, engagement by engagement. */
import type { HomeTask } from '../../../web/module.ts';
import type { SignedIn } from '../../../web/session.ts';
import { improvement, improvementHref, ownHref, type Plan } from './client.ts';
import { messages } from './messages.ja.ts';

const { home: text, source } = messages;

export async function homeTasks(session: SignedIn): Promise<readonly HomeTask[]> {
  const tasks = await Promise.all(session.engagements.map(({ id }) => tasksOf(session, id)));
  return tasks.flat();
}

async function tasksOf(session: SignedIn, engagementId: string): Promise<readonly HomeTask[]> {
  const may = (permission: string): boolean => session.permissions.includes(permission);
  if (may('improvement.decide')) return [...(await issueTasks(engagementId, may)), ...(await cityTasks(engagementId))];
  if (may('improvement.support'))
    return [
      ...(may('improvement.advise') ? await contractorTasks(engagementId) : []),
      ...(await supportTasks(engagementId)),
    ];
  if (may('improvement.own.write')) return ownTasks(engagementId, may('improvement.own.submit'));
  return [];
}

const taskOf = (plan: Plan, title: (name: string) => string, href: string): HomeTask => ({
  title: title(`${plan.audit.targetName}　${plan.finding.title}`),
  state: plan.late ? 'overdue' : 'due',
  ...(plan.waitingUntil === null ? {} : { due: plan.waitingUntil }),
  href,
  source,
});

const planHref = (engagementId: string, { id }: Plan): string => improvementHref(engagementId, `plans/${id}`);

async function issueTasks(engagementId: string, may: (permission: string) => boolean): Promise<HomeTask[]> {
  if (!may('improvement.issue')) return [];
  const { findings } = await improvement.listPlannable({ engagementId });
  if (findings.length === 0) return [];
  return [{ title: text.issue(findings.length), state: 'due', href: improvementHref(engagementId), source }];
}

async function cityTasks(engagementId: string): Promise<HomeTask[]> {
  const { plans } = await improvement.listPlans({ engagementId });
  return plans.flatMap((plan) => {
    const href = planHref(engagementId, plan);
    if (plan.findingWithdrawn) return [taskOf(plan, text.cancel, href)];
    if (plan.waiting !== 'city') return [];
    return [taskOf(plan, plan.state === 'submitted' ? text.decide : text.close, href)];
  });
}

async function contractorTasks(engagementId: string): Promise<HomeTask[]> {
  const { plans } = await improvement.listPlans({ engagementId });
  const title = { submitted: text.advise, reported: text.confirm, confirmed: text.effect } as const;
  return plans.flatMap((plan) => {
    const { state, waiting, findingWithdrawn } = plan;
    if (waiting !== 'contractor' || findingWithdrawn) return [];
    if (state !== 'submitted' && state !== 'reported' && state !== 'confirmed') return [];
    return [taskOf(plan, title[state], planHref(engagementId, plan))];
  });
}

async function supportTasks(engagementId: string): Promise<HomeTask[]> {
  const { records } = await improvement.listSupport({ engagementId });
  const href = improvementHref(engagementId, 'support');
  return records
    .filter(({ state }) => state === 'noted')
    .map(({ departmentName, due, late }) => ({
      title: text.support(departmentName),
      state: late ? 'overdue' : 'due',
      ...(due === null ? {} : { due }),
      ...{ href, source },
    }));
}

async function ownTasks(engagementId: string, submits: boolean): Promise<HomeTask[]> {
  const { plans } = await improvement.listOwnPlans({ engagementId });
  return plans.flatMap((plan) => {
    const href = ownHref(engagementId, plan.id);
    if (plan.waiting !== 'department' || plan.findingWithdrawn) return [];
    if (plan.state === 'returned') return [taskOf(plan, text.again, href)];
    if (plan.state === 'issued') return [taskOf(plan, text.write, href)];
    return submits ? [taskOf(plan, text.carryOut, href)] : [];
  });
}
