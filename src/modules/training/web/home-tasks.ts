/** What a person has to do about courses, engagement by engagement. */
import type { HomeTask } from '../../../web/module.ts';
import type { SignedIn } from '../../../web/session.ts';
import { training, trainingHref } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.home;
const source = messages.title;

export async function homeTasks(session: SignedIn): Promise<readonly HomeTask[]> {
  const tasks = await Promise.all(session.engagements.map(({ id }) => tasksOf(session, id)));
  return tasks.flat();
}

async function tasksOf(session: SignedIn, engagementId: string): Promise<readonly HomeTask[]> {
  const may = (permission: string): boolean => session.permissions.includes(permission);
  const tasks: HomeTask[] = [];
  if (may('training.decide')) tasks.push(...(await agreeing(engagementId)));
  if (may('training.work')) tasks.push(...(await reviewing(engagementId)));
  if (may('training.own')) tasks.push(...(await own(engagementId)));
  return tasks;
}

async function agreeing(engagementId: string): Promise<readonly HomeTask[]> {
  const { courses } = await training.listCourses({ engagementId });
  return courses
    .filter(({ state }) => state === 'proposed')
    .map(({ id, title }) => ({ title: text.agree(title), state: 'due', href: trainingHref(engagementId, id), source }));
}

async function reviewing(engagementId: string): Promise<readonly HomeTask[]> {
  const { courses } = await training.listCourses({ engagementId });
  const open = courses.filter(({ state }) => state !== 'proposed');
  const tasks = await Promise.all(
    open.map(async ({ id }): Promise<readonly HomeTask[]> => {
      const { work } = await training.listWork({ courseId: id });
      const count = work.filter(({ state }) => state === 'submitted').length;
      if (count === 0) return [];
      return [{ title: text.review(count), state: 'due', href: trainingHref(engagementId, id, 'exercises'), source }];
    }),
  );
  return tasks.flat();
}

async function own(engagementId: string): Promise<readonly HomeTask[]> {
  const { exercises } = await training.listOwnExercises({ engagementId });
  return exercises
    .filter(({ work }) => work === null || work.state === 'draft')
    .map(({ title }) => ({
      title: text.own(title),
      state: 'due',
      href: `/engagements/${engagementId}/own-training`,
      source,
    }));
}
