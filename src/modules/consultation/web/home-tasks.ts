/** What a person has to do about consultations, engagement by engagement. */
import type { HomeTask } from '../../../web/module.ts';
import type { SignedIn } from '../../../web/session.ts';
import { type Consultation, consultations, knowledgePath, listPath } from './client.ts';
import { messages } from './messages.ja.ts';

/** More of one kind would bury everything else on the home page; the list has them all. */
const MOST = 5;

export async function homeTasks(session: SignedIn): Promise<readonly HomeTask[]> {
  if (!session.permissions.includes('consultation.read')) return [];
  const tasks = await Promise.all(session.engagements.map(({ id }) => tasksOf(session, id)));
  return tasks.flat();
}

async function tasksOf(session: SignedIn, engagementId: string): Promise<readonly HomeTask[]> {
  const can = (permission: string): boolean => session.permissions.includes(permission);
  const { consultations: list } = await consultations.listConsultations({ engagementId });
  const { tasks: text } = messages;
  const toTasks = (found: readonly Consultation[], title: (title: string) => string): HomeTask[] =>
    found.slice(0, MOST).map((one) => ({
      title: title(one.title),
      ...(one.due === null ? {} : { due: one.due }),
      state: stateOf(one, session.today),
      href: `${listPath(engagementId)}/${one.id}`,
      source: text.source,
    }));
  const me = session.account.id;
  const contractor = session.account.party === 'contractor';
  const answering = list.filter(
    ({ state, member }) =>
      (state === 'contractor' && contractor && member?.id === me) || (state === 'office' && can('consultation.triage')),
  );
  const tasks = [
    ...(can('consultation.triage')
      ? toTasks(
          list.filter(({ state }) => state === 'received'),
          text.triage,
        )
      : []),
    ...(can('consultation.assign')
      ? toTasks(
          list.filter(({ state, member }) => state === 'contractor' && member === null),
          text.assign,
        )
      : []),
    ...(can('consultation.answer') ? toTasks(answering, text.answer) : []),
    ...(can('consultation.follow')
      ? toTasks(
          list.filter(({ state, own, score }) => state === 'answered' && own && score === null),
          text.read,
        ).map((task): HomeTask => ({ title: task.title, href: task.href, state: 'info', source: text.source }))
      : []),
  ];
  if (!can('knowledge.review')) return tasks;
  const { drafts } = await consultations.listKnowledgeDrafts({ engagementId });
  return [
    ...tasks,
    ...drafts
      .filter(({ mayReview }) => mayReview)
      .slice(0, MOST)
      .map(({ id, title }): HomeTask => ({
        title: text.review(title),
        state: 'info',
        href: `${knowledgePath(engagementId)}/${id}`,
        source: text.source,
      })),
  ];
}

function stateOf({ due, urgent }: Consultation, today: string): HomeTask['state'] {
  if (due === null) return urgent ? 'due' : 'upcoming';
  return due < today ? 'overdue' : due === today || urgent ? 'due' : 'upcoming';
}
