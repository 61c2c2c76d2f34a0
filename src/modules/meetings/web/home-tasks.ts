/** What a person has to do about meetings, engagement by engagement. */
import { addDays } from '../../../core/calendar/day.ts';
import { clauseLabel } from '../../../core/specification/label.ts';
import type { HomeTask } from '../../../web/module.ts';
import type { SignedIn } from '../../../web/session.ts';
import { type Meeting, meetings } from './meetings-client.ts';
import { messages } from './messages.ja.ts';

const { tasks: text } = messages;

/** Papers, actions and issues are shown this many days ahead. */
const AHEAD = 7;

export async function homeTasks(session: SignedIn): Promise<readonly HomeTask[]> {
  if (!session.permissions.includes('meetings.arrange')) return [];
  const tasks = await Promise.all(session.engagements.map(({ id }) => tasksOf(session, id)));
  return tasks.flat();
}

async function tasksOf(session: SignedIn, engagementId: string): Promise<readonly HomeTask[]> {
  const [{ meetings: list }, { types, minutes }, { issues }] = await Promise.all([
    meetings.listMeetings({ engagementId }),
    meetings.listTypes({ engagementId }),
    meetings.listIssues({ engagementId }),
  ]);
  const { today } = session;
  const own = session.account.party === 'contractor' ? 'contractor' : 'city';
  const may = (permission: string): boolean => session.permissions.includes(permission);
  const tasks: HomeTask[] = [];
  const put = (title: string, due: string | null, path: string, clause: string | null | undefined): void => {
    const state = due === null ? 'info' : due < today ? 'overdue' : due === today ? 'due' : 'upcoming';
    const source = clause === null || clause === undefined ? {} : { source: text.source(clauseLabel(clause)) };
    tasks.push({
      title,
      ...(due === null ? {} : { due }),
      state,
      href: `/engagements/${engagementId}/${path}`,
      ...source,
    });
  };
  const kindOf = ({ type }: Meeting) => types.find((kind) => kind.type === type);
  const add = (meeting: Meeting, title: string, due: string | null, clause = kindOf(meeting)?.clause): void =>
    put(title, due, `meetings/${meeting.id}`, clause);
  const soon = addDays(today, AHEAD);
  // Everything far away would bury what is near: the next proposed date stands for the rest.
  const [proposed] = list.filter(({ state, proposedBy }) => state === 'proposed' && proposedBy !== own);
  if (proposed !== undefined) add(proposed, text.confirm(proposed.title), proposed.date);
  for (const meeting of list) {
    const { state, date, papersDue, approval, minutesDue, title } = meeting;
    if (state === 'agreed') {
      if (own === 'contractor' && papersDue !== null && papersDue <= soon && meeting.papersSentOn === null) {
        add(meeting, text.papers(title), papersDue, kindOf(meeting)?.papersBefore?.clause);
      }
      if (may('meetings.agree') && meeting.venueMissing === 'city' && date <= soon)
        add(meeting, text.venue(title), date);
      if (may('meetings.record') && date <= today) add(meeting, text.hold(title), date);
    }
    if (state !== 'held') continue;
    if (may('meetings.record') && meeting.submitted === null && meeting.minutesNeeded) {
      add(meeting, text.minutes(title), minutesDue ?? date, minutes?.clause);
    }
    if (may('meetings.record') && approval === 'returned') add(meeting, text.correct(title), null, minutes?.clause);
    if (may('meetings.approve') && approval === 'waiting') add(meeting, text.approve(title), null, minutes?.clause);
    for (const action of (own === 'contractor' ? meeting.draft : meeting.submitted)?.actions ?? []) {
      if (action.owner === own && action.doneOn === null && action.due !== null && action.due <= soon) {
        add(meeting, text.action(action.text), action.due, null);
      }
    }
  }
  for (const { owner, closedOn, due, number, content } of issues) {
    if (owner !== own || closedOn !== null || due === null || due > soon) continue;
    put(text.issue(number, [...content].slice(0, 40).join('')), due, 'issues', null);
  }
  return tasks;
}
