/** What a person has to do in the audits, engagement by engagement. */
import type { HomeTask } from '../../../web/module.ts';
import type { SignedIn } from '../../../web/session.ts';
import { audit, departmentHref } from './audit-client.ts';
import { inboxHref } from './inbox-links.ts';
import { messages } from './messages.ja.ts';

const { source, own } = messages.home;

export async function homeTasks(session: SignedIn): Promise<readonly HomeTask[]> {
  const tasks = await Promise.all(session.engagements.map(({ id }) => tasksOf(session, id)));
  return tasks.flat();
}

async function tasksOf(session: SignedIn, engagementId: string): Promise<readonly HomeTask[]> {
  const may = (permission: string): boolean => session.permissions.includes(permission);
  if (may('audit.city')) return cityTasks(engagementId);
  if (may('audit.work')) return contractorTasks(engagementId);
  if (may('audit.own.answer')) return ownTasks(session.today, engagementId);
  return [];
}

async function cityTasks(engagementId: string): Promise<readonly HomeTask[]> {
  const { entries } = await audit.listInbox({ engagementId });
  return entries.map((entry) => ({
    title: [messages.city.kinds[entry.kind], entry.departmentName ?? '', entry.title]
      .filter((part) => part !== '')
      .join('　'),
    state: 'due',
    href: inboxHref(engagementId, entry),
    source,
  }));
}

async function contractorTasks(engagementId: string): Promise<readonly HomeTask[]> {
  const { audits } = await audit.getProgramme({ engagementId });
  return audits
    .filter(({ next }) => next.who === 'contractor')
    .map(({ id, departmentName, next }) => ({
      title: `${departmentName}：${next.what}`,
      state: 'due',
      href: departmentHref(engagementId, id),
      source,
    }));
}

async function ownTasks(today: string, engagementId: string): Promise<readonly HomeTask[]> {
  const { audits } = await audit.listOwnAudits({ engagementId });
  const href = `/engagements/${engagementId}/own-audit`;
  const requests = audits
    .flatMap((one) => one.requests)
    .filter(({ items }) => items.some(({ state }) => state === 'waiting'))
    .map(({ title, due }): HomeTask => ({ title, due, state: due < today ? 'overdue' : 'due', href, source }));
  const open = audits.some(
    ({ findings, hearings }) =>
      findings.some((finding) => finding.open && finding.answer === null) ||
      hearings.some(({ messages: thread }) =>
        thread.some(({ id, kind }) => kind === 'question' && !thread.some(({ replyTo }) => replyTo === id)),
      ),
  );
  return open ? [...requests, { title: own, state: 'due', href, source }] : requests;
}
