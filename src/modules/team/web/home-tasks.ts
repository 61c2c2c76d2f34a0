/** What a person has to do about the team, engagement by engagement. */
import { clauseLabel } from '../../../core/specification/label.ts';
import type { HomeTask } from '../../../web/module.ts';
import type { SignedIn } from '../../../web/session.ts';
import { messages } from './messages.ja.ts';
import { team } from './team-client.ts';

export async function homeTasks(session: SignedIn): Promise<readonly HomeTask[]> {
  if (!session.permissions.includes('team.read')) return [];
  const tasks = await Promise.all(session.engagements.map(({ id }) => tasksOf(session, id)));
  return tasks.flat();
}

/** What has lapsed or lapses within 60 days, each with the clause that asks for it. */
async function addConditions(
  engagementId: string,
  add: (title: string, page: string, clause: string) => void,
): Promise<void> {
  const { conditions } = await team.getConditions({ engagementId });
  const unmet = conditions.find(({ state }) => state === 'unsatisfied');
  if (unmet !== undefined) add(messages.tasks.unmet, '', unmet.clause);
  const soon = conditions.find(({ endsSoon }) => endsSoon);
  if (soon !== undefined) add(messages.tasks.soon, '', soon.clause);
}

async function tasksOf(session: SignedIn, engagementId: string): Promise<readonly HomeTask[]> {
  const base = `/engagements/${engagementId}/team`;
  const tasks: HomeTask[] = [];
  const add = (title: string, page: string, clause: string): void => {
    tasks.push({
      title,
      state: 'due',
      href: `${base}/${page}`,
      source: `${messages.tasks.source} ${clauseLabel(clause)}`.trim(),
    });
  };
  const data = await team.getTeam({ engagementId });
  if (session.permissions.includes('team.decide')) {
    const { changes } = await team.listChanges({ engagementId });
    if (changes.some(({ state }) => state === 'requested'))
      add(messages.tasks.decide, 'changes', data.asked?.change?.clause ?? '');
  }
  if (!session.permissions.includes('team.take-part')) return tasks;
  if (session.permissions.includes('team.manage')) await addConditions(engagementId, add);
  const own = data.members.find(({ state, accountId }) => state === 'active' && accountId === session.account.id);
  if (own === undefined) return tasks;
  const declared = data.declarations.filter(({ memberId }) => memberId === own.id);
  const from = data.asked?.independence;
  if (from?.from === 'vendors' && !data.vendorTies.some(({ memberId }) => memberId === own.id)) {
    add(messages.tasks.vendors, 'independence', from.clause);
  }
  const audited = from?.from === 'audited-departments' ? data.auditedDepartments : [];
  if (audited.some((id) => !declared.some(({ departmentId }) => departmentId === id))) {
    add(messages.tasks.declare, 'independence', from?.clause ?? '');
  }
  const { instructions } = await team.listInstructions({ engagementId });
  const unread = instructions.some(({ readings }) =>
    readings.some(({ memberId, readAt }) => memberId === own.id && readAt === null),
  );
  if (unread) add(messages.tasks.confirm, 'instructions', data.asked?.lead?.clause ?? '');
  return tasks;
}
