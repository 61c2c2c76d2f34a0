import type { HomeTask, HomeTaskState } from '../../../web/module.ts';
import type { SignedIn } from '../../../web/session.ts';
import { engagement, type Obligation } from './client.ts';
import { messages } from './messages.ja.ts';
import { nextObligations } from './obligation-list.ts';

const SHOWN = 8;
const DAYS_AHEAD = 14;

const STATES: Readonly<Partial<Record<Obligation['state'], HomeTaskState>>> = { breached: 'overdue', due: 'due' };

/** The duties of the person's party that are overdue, due, or due within two weeks. */
export async function homeTasks(session: SignedIn): Promise<readonly HomeTask[]> {
  if (!session.permissions.includes('engagement.follow')) return [];
  const lists = await Promise.all(
    session.engagements.map(async ({ id }) => {
      const { obligations, today } = await engagement.listObligations({ engagementId: id });
      const next = nextObligations(obligations, { party: session.account.party, today, days: DAYS_AHEAD });
      return next.slice(0, SHOWN).map((it) => taskOf(id, it));
    }),
  );
  return lists.flat();
}

function taskOf(engagementId: string, obligation: Obligation): HomeTask {
  const { clause, title, due, state } = obligation;
  return {
    title,
    ...(due === null ? {} : { due }),
    state: STATES[state] ?? 'upcoming',
    href: `/engagements/${engagementId}/obligations?party=all&state=all&clause=${encodeURIComponent(clause)}`,
    source: messages.source(clause),
  };
}
