import type { HomeTask } from '../../../web/module.ts';
import type { SignedIn } from '../../../web/session.ts';
import { messages } from './messages.ja.ts';
import { standards } from './standards-client.ts';

/** The security office hands over what the specification names: what is not public must come first (6※1). */
export async function homeTasks(session: SignedIn): Promise<readonly HomeTask[]> {
  if (!session.permissions.includes('standards.provide')) return [];
  const tasks = await Promise.all(
    session.engagements.map(async ({ id: engagementId }): Promise<HomeTask[]> => {
      const { awaited } = await standards.listStandards({ engagementId });
      if (awaited.length === 0) return [];
      const closed = awaited.filter((standard) => !standard.public).length;
      return [
        {
          title: closed > 0 ? messages.home.closed(closed, awaited.length) : messages.home.open(awaited.length),
          state: closed > 0 ? 'due' : 'upcoming',
          href: `/engagements/${engagementId}/standards`,
          source: messages.home.source,
        },
      ];
    }),
  );
  return tasks.flat();
}
