/** What a person has to do about checklists, engagement by engagement. */
import type { HomeTask } from '../../../web/module.ts';
import type { SignedIn } from '../../../web/session.ts';
import { checklist, hrefOf } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.home;

export async function homeTasks(session: SignedIn): Promise<readonly HomeTask[]> {
  const agrees = session.permissions.includes('checklist.agree');
  const works = session.permissions.includes('checklist.propose');
  if (!agrees && !works) return [];
  const tasks = await Promise.all(
    session.engagements.map(async ({ id: engagementId }) => {
      const { checklists } = await checklist.listChecklists({ engagementId });
      return checklists.flatMap(({ id, title, state }): HomeTask[] => {
        const about = { state: 'due', href: hrefOf(engagementId, id), source: text.source } as const;
        if (agrees && state === 'proposed') return [{ title: text.proposed(title), ...about }];
        return works && state === 'returned' ? [{ title: text.returned(title), ...about }] : [];
      });
    }),
  );
  return tasks.flat();
}
