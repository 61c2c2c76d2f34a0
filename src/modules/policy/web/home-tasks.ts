import type { HomeTask } from '../../../web/module.ts';
import type { SignedIn } from '../../../web/session.ts';
import { stateOf } from '../rules.ts';
import { messages } from './messages.ja.ts';
import { policy } from './policy-client.ts';

/** The contractor answers open requests; the city closes what has been answered. */
export async function homeTasks(session: SignedIn): Promise<readonly HomeTask[]> {
  const may = (permission: string): boolean => session.permissions.includes(permission);
  if (!may('policy.advise') && !may('policy.request')) return [];
  const tasks = await Promise.all(
    session.engagements.map(async ({ id: engagementId }): Promise<HomeTask[]> => {
      const { requests } = await policy.listSupport({ engagementId });
      return requests.flatMap((request): HomeTask[] => {
        const state = stateOf(request);
        const task = {
          href: `/engagements/${engagementId}/policy#request-${request.id}`,
          source: messages.home.source,
        };
        if (state === 'waiting' && may('policy.advise')) {
          return [{ ...task, title: messages.home.advise(request.document), state: 'due' }];
        }
        if (state === 'advised' && may('policy.request')) {
          return [{ ...task, title: messages.home.close(request.document), state: 'info' }];
        }
        return [];
      });
    }),
  );
  return tasks.flat();
}
