/** What a person has to do about verifications, engagement by engagement. */
import type { HomeTask } from '../../../web/module.ts';
import type { SignedIn } from '../../../web/session.ts';
import { hrefOf, verification } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.home;

export async function homeTasks(session: SignedIn): Promise<readonly HomeTask[]> {
  const approves = session.permissions.includes('verification.approve');
  const works = session.permissions.includes('verification.work');
  if (!approves && !works) return [];
  const tasks = await Promise.all(
    session.engagements.map(async ({ id: engagementId }) => {
      const { verifications } = await verification.listVerifications({ engagementId });
      return verifications.flatMap(({ id, targetName, state }): HomeTask[] => {
        const about = { state: 'due', href: hrefOf(engagementId, id), source: text.source } as const;
        if (approves && state === 'submitted') return [{ title: text.submitted(targetName), ...about }];
        return works && state === 'returned' ? [{ title: text.returned(targetName), ...about }] : [];
      });
    }),
  );
  return tasks.flat();
}
