/** What a person has to do about reports, engagement by engagement. */
import type { HomeTask } from '../../../web/module.ts';
import type { SignedIn } from '../../../web/session.ts';
import { report, reportHref } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.home;
const { source } = messages;

export async function homeTasks(session: SignedIn): Promise<readonly HomeTask[]> {
  const may = (permission: string): boolean => session.permissions.includes(permission);
  if (!may('audit-report.city') && !may('audit-report.lead')) return [];
  const tasks = await Promise.all(session.engagements.map(({ id }) => tasksOf(id, may('audit-report.city'))));
  return tasks.flat();
}

async function tasksOf(engagementId: string, city: boolean): Promise<readonly HomeTask[]> {
  const { reports } = await report.listReports({ engagementId });
  const { urgent } = await report.listUrgent({ engagementId });
  return [
    ...urgent
      .filter(({ state }) => state === (city ? 'reported' : 'raised'))
      .map(({ title, due }): HomeTask => {
        const at = { state: 'due', href: reportHref(engagementId, 'urgent'), source } as const;
        return city
          ? { title: text.acknowledge(title), ...at }
          : { title: text.report(title), ...at, ...(due === null ? {} : { due }) };
      }),
    ...reports
      .filter(({ state }) => state === (city ? 'finished' : 'returned'))
      .map(({ id, title }): HomeTask => ({
        title: city ? text.settle(title) : text.returned(title),
        state: 'due',
        href: reportHref(engagementId, `reports/${id}`),
        source,
      })),
  ];
}
