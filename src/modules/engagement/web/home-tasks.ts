import type { HomeTask, HomeTaskState } from '../../../web/module.ts';
import type { SignedIn } from '../../../web/session.ts';
import { boardMessages } from './board-messages.ja.ts';
import { type BoardDuty, engagement } from './client.ts';
import { messages } from './messages.ja.ts';
import { ownParty } from './obligation-list.ts';

const SHOWN = 8;

/** Groups of the board that concern a person today, and how pressing they are. */
const STATES: Readonly<Partial<Record<BoardDuty['group'], HomeTaskState>>> = {
  late: 'overdue',
  today: 'due',
  week: 'due',
  'at-risk': 'upcoming',
  month: 'upcoming',
};

/** What is new for the person's party since their last look at the board, and its most urgent duties. */
export async function homeTasks(session: SignedIn): Promise<readonly HomeTask[]> {
  if (!session.permissions.includes('engagement.follow')) return [];
  const lists = await Promise.all(session.engagements.map(({ id }) => tasksOf(id, ownParty(session.account.party))));
  return lists.flat();
}

async function tasksOf(engagementId: string, party: ReturnType<typeof ownParty>): Promise<readonly HomeTask[]> {
  const [{ items }, notices] = await Promise.all([
    engagement.listBoard({ engagementId, party, state: 'open', pageSize: SHOWN }),
    engagement.listNotices({ engagementId }),
  ]);
  const duties = items.flatMap((duty) => {
    const state = STATES[duty.group];
    return state === undefined ? [] : [taskOf(engagementId, duty, state)];
  });
  if (notices.total === 0) return duties;
  const news: HomeTask = {
    title: boardMessages.board.news(notices.total),
    state: 'due',
    href: `/engagements/${engagementId}/obligations`,
    source: boardMessages.board.title,
  };
  return [news, ...duties];
}

function taskOf(engagementId: string, { clause, title, due }: BoardDuty, state: HomeTaskState): HomeTask {
  return {
    title,
    ...(due === null ? {} : { due }),
    state,
    href: `/engagements/${engagementId}/obligations?party=all&state=all&clause=${encodeURIComponent(clause)}`,
    source: messages.source(clause),
  };
}
