/** What the 大日程表 is made of: phases with what was planned and done, fixed dates, meetings. */
import { readFacts } from '../../../kernel/journal.ts';
import type { Context } from '../../../kernel/module.ts';
import type { EngagementProfile, Task } from '../contract.ts';
import { getEngagement, getSpecification } from '../operations/engagements.ts';
import { readSchedule } from '../operations/wbs/schedule.ts';
import { groupTasks } from '../schedule.ts';

export interface Phase {
  readonly title: string;
  /** Tasks without parts, without what is excluded. */
  readonly tasks: readonly Pick<Task, 'plannedStart' | 'plannedEnd' | 'actualStart' | 'actualEnd' | 'percent'>[];
  /** Per cent of the phase, by open days. */
  readonly percent: number;
}

export interface FixedDate {
  readonly day: string;
  readonly names: readonly string[];
}

export interface MasterSource {
  readonly engagement: EngagementProfile;
  readonly phases: readonly Phase[];
  /** By day. */
  readonly fixed: readonly FixedDate[];
  /** Days of meetings that stand or have taken place, in order. */
  readonly meetings: readonly string[];
  /** What the plan was last agreed as, in words; null before any approval. */
  readonly edition: string | null;
  readonly today: string;
}

export async function readMasterSource(context: Context, engagementId: string): Promise<MasterSource> {
  const engagement = await getEngagement(context, { engagementId });
  const { chapters, deliverables } = await getSpecification(context, { engagementId });
  const { tasks, view, baseline } = await readSchedule(context, engagement);
  const leaves = new Set(view.rows.filter(({ duration }) => duration !== null).map(({ id }) => id));
  const worked = tasks.filter(({ id }) => leaves.has(id));
  const phases = groupTasks(worked, chapters).map((group): Phase => ({
    title: group.title,
    tasks: group.tasks,
    percent: percentOf(group.tasks, view.rows),
  }));
  const dates = [
    { day: engagement.contractDate, name: '契約締結' },
    ...worked.filter(({ milestone }) => milestone).map(({ plannedEnd, name }) => ({ day: plannedEnd, name })),
    ...deliverables.flatMap(({ due, name }) => (due === null ? [] : [{ day: due, name: `${name}の提出期限` }])),
    { day: engagement.periodTo, name: '委託期間の末日' },
  ];
  return {
    engagement,
    phases,
    fixed: byDay(dates),
    meetings: await readMeetings(context, engagementId),
    edition: baseline?.kind === 'plan' ? `作業計画書第${baseline.version}版` : null,
    today: context.today,
  };
}

function percentOf(
  tasks: readonly Task[],
  rows: readonly { readonly id: string; readonly duration: number | null }[],
): number {
  const weights = new Map(rows.map(({ id, duration }) => [id, duration ?? 1]));
  const total = tasks.reduce((sum, { id }) => sum + (weights.get(id) ?? 1), 0);
  const earned = tasks.reduce((sum, { id, percent }) => sum + (weights.get(id) ?? 1) * percent, 0);
  return total === 0 ? 0 : Math.floor(earned / total);
}

function byDay(dates: readonly { readonly day: string; readonly name: string }[]): FixedDate[] {
  return [...Map.groupBy(dates, ({ day }) => day)]
    .map(([day, found]) => ({ day, names: [...new Set(found.map(({ name }) => name))] }))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

/** The last word on each meeting: held, called off, or standing on its date. */
async function readMeetings(context: Context, engagementId: string): Promise<string[]> {
  const kinds = ['meeting.scheduled', 'meeting.cancelled', 'meeting.held'];
  const days = new Map<string, string>();
  for (const { kind, subject, data } of await readFacts(context.tx, { engagementId, kinds })) {
    const day = kind === 'meeting.held' ? data['occurredOn'] : data['date'];
    if (kind === 'meeting.cancelled') days.delete(subject);
    else if (typeof day === 'string') days.set(subject, day);
  }
  return [...new Set(days.values())].toSorted();
}
