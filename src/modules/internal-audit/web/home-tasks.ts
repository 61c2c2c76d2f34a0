/** What a person has to do about auditors' reports, engagement by engagement. */
import type { HomeTask } from '../../../web/module.ts';
import type { SignedIn } from '../../../web/session.ts';
import { internalAudit, ownHref, reportsHref } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.home;
const source = messages.title;

export async function homeTasks(session: SignedIn): Promise<readonly HomeTask[]> {
  const tasks = await Promise.all(session.engagements.map(({ id }) => tasksOf(session, id)));
  return tasks.flat();
}

async function tasksOf(session: SignedIn, engagementId: string): Promise<readonly HomeTask[]> {
  const may = (permission: string): boolean => session.permissions.includes(permission);
  if (may('internal-audit.review') && session.account.party === 'contractor') return reviewing(engagementId);
  // The office writes only what came on paper: it is not reminded of everybody's reports.
  if (may('internal-audit.own') && !may('internal-audit.read')) return writing(engagementId);
  return [];
}

async function reviewing(engagementId: string): Promise<readonly HomeTask[]> {
  const { reports } = await internalAudit.listReports({ engagementId });
  const count = reports.filter(({ state }) => state === 'submitted').length;
  return count === 0 ? [] : [{ title: text.review(count), state: 'due', href: reportsHref(engagementId), source }];
}

async function writing(engagementId: string): Promise<readonly HomeTask[]> {
  const { reports } = await internalAudit.listOwnReports({ engagementId });
  return reports.flatMap(({ targetId, target, state }): HomeTask[] => {
    const href = ownHref(engagementId, targetId);
    if (state === null || state === 'draft') return [{ title: text.write(target), state: 'due', href, source }];
    return state === 'returned' ? [{ title: text.again(target), state: 'due', href, source }] : [];
  });
}
