/** What a person has to do about meetings, engagement by engagement. */
import type { HomeTask } from '../../../web/module.ts';
import type { SignedIn } from '../../../web/session.ts';
import { meetings } from './meetings-client.ts';
import { messages } from './messages.ja.ts';

export async function homeTasks(session: SignedIn): Promise<readonly HomeTask[]> {
  if (!session.permissions.includes('meetings.arrange')) return [];
  const tasks = await Promise.all(session.engagements.map(({ id }) => tasksOf(session, id)));
  return tasks.flat();
}

async function tasksOf(session: SignedIn, engagementId: string): Promise<readonly HomeTask[]> {
  const { meetings: list } = await meetings.listMeetings({ engagementId });
  const own = session.account.party === 'contractor' ? 'contractor' : 'city';
  const records = session.permissions.includes('meetings.record');
  const { tasks: text } = messages;
  // Everything far away would bury what is near: the next proposed date stands for the rest.
  const [proposed] = list.filter(({ state, proposedBy }) => state === 'proposed' && proposedBy !== own);
  const tasks: HomeTask[] = [];
  const add = (meeting: (typeof list)[number], title: string): void => {
    const { date, id } = meeting;
    const state = date < session.today ? 'overdue' : date === session.today ? 'due' : 'upcoming';
    tasks.push({ title, due: date, state, href: `/engagements/${engagementId}/meetings/${id}`, source: text.source });
  };
  if (proposed !== undefined) add(proposed, text.confirm(proposed.title));
  if (!records) return tasks;
  for (const meeting of list) {
    if (meeting.state === 'agreed' && meeting.date <= session.today) add(meeting, text.hold(meeting.title));
    if (meeting.state === 'held' && meeting.submitted === null) add(meeting, text.minutes(meeting.title));
  }
  return tasks;
}
