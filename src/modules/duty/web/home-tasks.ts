/** What a person has to do about the contractor's duties, engagement by engagement. */
import type { HomeTask } from '../../../web/module.ts';
import type { SignedIn } from '../../../web/session.ts';
import { duty } from './duty-client.ts';
import { messages } from './messages.ja.ts';

export async function homeTasks(session: SignedIn): Promise<readonly HomeTask[]> {
  if (!session.permissions.includes('duty.read')) return [];
  const tasks = await Promise.all(session.engagements.map(({ id }) => tasksOf(session, id)));
  return tasks.flat();
}

async function tasksOf(session: SignedIn, engagementId: string): Promise<readonly HomeTask[]> {
  const { lines, registers, members, conditions, today } = await duty.getDuties({ engagementId });
  const base = `/engagements/${engagementId}/duties`;
  const { tasks: text } = messages;
  const tasks: HomeTask[] = [];
  const add = (title: string, page: string): void => {
    tasks.push({ title, state: 'due', href: `${base}${page}`, source: text.source });
  };
  if (session.permissions.includes('duty.manage')) {
    const open = lines.filter(({ state }) => state === 'open').length;
    if (open > 0) add(text.open(open), '');
    const overdue = registers['carry-out'].some(({ state, backBy }) => state === 'taken' && backBy < today);
    if (overdue) add(text.overdue, '/carry-outs');
    if (registers['report-request'].some(({ answeredOn }) => answeredOn === null)) add(text.report, '/requests');
    if (registers['security-document'].some(({ submittedOn }) => submittedOn === null)) add(text.document, '/basics');
    const missing = (conditions.annexes ?? []).some(({ annex }) => !registers.annex.some((it) => it.annex === annex));
    if (missing) add(text.annex, '/basics');
    if (registers.erasure.some(({ state }) => state === 'verified')) add(text.certify, '/erasure');
  }
  if (session.permissions.includes('duty.decide')) {
    const waiting = (rows: readonly { readonly state: string }[]) => rows.some(({ state }) => state === 'requested');
    if (waiting(registers.workplace)) add(text.workplace, '/handlers');
    if (waiting(registers.subcontract)) add(text.subcontract, '/subcontracts');
    if (waiting(registers.copy)) add(text.copy, '/materials');
    if (waiting(registers['cloud-service'])) add(text.cloud, '/basics');
    if (waiting(registers['carry-out'])) add(text.carryOut, '/carry-outs');
    if (waiting(registers.disclosure)) add(text.disclosure, '/requests');
    const unread = registers['report-request'].some(
      ({ answeredOn, acceptedOn }) => answeredOn !== null && acceptedOn === null,
    );
    if (unread) add(text.unread, '/requests');
    if (registers.proposal.some(({ state }) => state === 'made')) add(text.proposal, '/proposals');
    if (waiting(registers.erasure)) add(text.witness, '/erasure');
    if (registers.incident.some(({ state }) => state === 'reported')) add(text.incident, '/incidents');
  }
  const own = members.find(({ active, accountId }) => active && accountId === session.account.id);
  const silent =
    own !== undefined &&
    ((conditions.rules !== undefined && !registers.acknowledgement.some(({ memberId }) => memberId === own.id)) ||
      (conditions.confidentiality !== undefined &&
        !registers.confidentiality.some(({ memberId }) => memberId === own.id)));
  if (silent) add(text.self, conditions.rules === undefined ? '/training' : '/basics');
  return tasks;
}
