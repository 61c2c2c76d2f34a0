/** What a person has to do in the planning of audits, engagement by engagement. */
import type { HomeTask } from '../../../web/module.ts';
import type { SignedIn } from '../../../web/session.ts';
import { messages } from './messages.ja.ts';
import { planMessages } from './messages-plan.ja.ts';
import { plan, planHref } from './plan-client.ts';

const text = planMessages.home;
const { source } = messages;

export async function homeTasks(session: SignedIn): Promise<readonly HomeTask[]> {
  const tasks = await Promise.all(session.engagements.map(({ id }) => tasksOf(session, id)));
  return tasks.flat();
}

async function tasksOf(session: SignedIn, engagementId: string): Promise<readonly HomeTask[]> {
  const may = (permission: string): boolean => session.permissions.includes(permission);
  const tasks: HomeTask[] = [];
  if (may('audit-plan.decide')) tasks.push(...(await proposedTasks(engagementId)));
  if (may('audit-plan.work')) tasks.push(...(await receivedTasks(engagementId)));
  if (may('audit-plan.own.answer') && !may('audit-plan.decide')) tasks.push(...(await ownTasks(engagementId)));
  return tasks;
}

async function proposedTasks(engagementId: string): Promise<readonly HomeTask[]> {
  const { targets } = await plan.listTargets({ engagementId });
  const count = targets.filter(({ state }) => state === 'proposed').length;
  if (count === 0) return [];
  return [{ title: text.proposed(count), state: 'due', href: planHref(engagementId, 'targets'), source }];
}

async function receivedTasks(engagementId: string): Promise<readonly HomeTask[]> {
  const { documents } = await plan.listDocuments({ engagementId });
  const count = documents.filter(({ state }) => state === 'received').length;
  if (count === 0) return [];
  return [{ title: text.received(count), state: 'due', href: planHref(engagementId, 'preparation'), source }];
}

async function ownTasks(engagementId: string): Promise<readonly HomeTask[]> {
  const { targets } = await plan.listOwnTargets({ engagementId });
  const href = `/engagements/${engagementId}/own-audit-plan`;
  return targets
    .filter(({ withdrawn }) => !withdrawn)
    .flatMap((own): HomeTask[] => [
      ...(own.plan !== null && own.plan.confirmedOn === null
        ? [{ title: text.ownPlan(own.name), state: 'due', href, source } as const]
        : []),
      ...own.documents
        .filter(({ state }) => state === 'requested' || state === 'insufficient')
        .map(({ title }) => ({ title: text.ownDocument(title), state: 'due', href, source }) as const),
      ...own.surveys
        .filter(({ receivedOn }) => receivedOn === null)
        .map(({ title }) => ({ title: text.ownSurvey(title), state: 'due', href, source }) as const),
    ]);
}
