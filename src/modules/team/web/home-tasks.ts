/** What a person has to do about the team, engagement by engagement. */
import type { HomeTask } from '../../../web/module.ts';
import type { SignedIn } from '../../../web/session.ts';
import { messages } from './messages.ja.ts';
import { team } from './team-client.ts';

export async function homeTasks(session: SignedIn): Promise<readonly HomeTask[]> {
  if (!session.permissions.includes('team.read')) return [];
  const tasks = await Promise.all(session.engagements.map(({ id }) => tasksOf(session, id)));
  return tasks.flat();
}

async function tasksOf(session: SignedIn, engagementId: string): Promise<readonly HomeTask[]> {
  const base = `/engagements/${engagementId}/team`;
  const tasks: HomeTask[] = [];
  const add = (title: string, page: string, clause: string): void => {
    tasks.push({ title, state: 'due', href: `${base}/${page}`, source: `${messages.tasks.source} ${clause}` });
  };
  if (session.permissions.includes('team.decide')) {
    const { changes } = await team.listChanges({ engagementId });
    if (changes.some(({ state }) => state === 'requested')) add(messages.tasks.decide, 'changes', '8(1)');
  }
  if (!session.permissions.includes('team.take-part')) return tasks;
  const data = await team.getTeam({ engagementId });
  const own = data.members.find(({ state, accountId }) => state === 'active' && accountId === session.account.id);
  if (own === undefined) return tasks;
  const declared = data.declarations.filter(({ memberId }) => memberId === own.id);
  if (data.auditedDepartments.some((id) => !declared.some(({ departmentId }) => departmentId === id))) {
    add(messages.tasks.declare, 'independence', '7(4)');
  }
  const { instructions } = await team.listInstructions({ engagementId });
  const unread = instructions.some(({ readings }) =>
    readings.some(({ memberId, readAt }) => memberId === own.id && readAt === null),
  );
  if (unread) add(messages.tasks.confirm, 'instructions', '8(1)');
  return tasks;
}
