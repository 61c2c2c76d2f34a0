/** One way to change the WBS: the next state in, the difference checked, saved and recorded. */
import type { Calendar } from '../../../../core/calendar/index.ts';
import { AppError } from '../../../../kernel/error.ts';
import type { Context } from '../../../../kernel/module.ts';
import type { EngagementProfile, Task } from '../../contract.ts';
import { facts } from '../../facts.ts';
import { calendarOf, statusOf } from '../../rules.ts';
import { changesBetween, checkWbs, factClause, planDiffers, settle, type WbsChanges } from '../../rules/wbs.ts';
import { specificationUnder } from '../../specifications.ts';
import { selectClosedDays } from '../../store-board.ts';
import { deleteTask, insertTasks, placeTask, saveTask } from '../../store-tasks.ts';

export interface SavedWbs {
  /** The whole WBS as it is now. */
  readonly tasks: readonly Task[];
  readonly changes: WbsChanges;
}

/**
 * Saves `next` over `before`, with dates and progress of parents brought up to date.
 * @throws ScheduleError for cycles and contradictory dates; AppError `record.stale` when another person was quicker.
 */
export async function saveWbs(
  context: Context,
  engagement: EngagementProfile,
  before: readonly Task[],
  next: readonly Task[],
): Promise<SavedWbs> {
  // Only what is well formed can be rolled up; what parents become is checked as well.
  const period = { from: engagement.periodFrom, to: engagement.periodTo };
  checkWbs(next, period);
  const settled = settle(next, await calendarFor(context, engagement));
  checkWbs(settled, period);
  const changes = changesBetween(before, settled);
  await insertTasks(context.tx, engagement.id, changes.added);
  for (const { after } of changes.changed) await saveTask(context.tx, after);
  for (const { id, position } of changes.placed) await placeTask(context.tx, id, position);
  for (const { id } of changes.removed) await deleteTask(context.tx, id);
  recordChanges(context, engagement.id, changes);
  const versions = new Map(changes.changed.map(({ after }) => [after.id, after]));
  return { tasks: settled.map((task) => versions.get(task.id) ?? task), changes };
}

/** The open days of an engagement, without the days on which the city alone is closed. */
export async function calendarFor(context: Context, engagement: EngagementProfile): Promise<Calendar> {
  const { days } = await selectClosedDays(context.tx, engagement.id);
  return calendarOf(
    await specificationUnder(context, engagement.specification, engagement.readings),
    days.map(({ day }) => day),
  );
}

/** @throws AppError when the task is gone, which saving would have told already. */
export function taskIn({ tasks }: SavedWbs, id: string): Task {
  const found = tasks.find((task) => task.id === id);
  if (found === undefined) throw new AppError('record.missing', { internal: 'task' });
  return found;
}

function recordChanges(context: Context, engagementId: string, { added, changed, removed }: WbsChanges): void {
  for (const task of added) {
    facts.record(context, 'task.added', { engagementId, subject: task.id, data: { clause: factClause(task) } });
  }
  for (const { before, after } of changed) {
    const clause = factClause(after);
    if (planDiffers(before, after)) {
      const { plannedStart, plannedEnd } = after;
      facts.record(context, 'task.changed', {
        engagementId,
        subject: after.id,
        data: { clause, plannedStart, plannedEnd },
      });
    }
    if (before.excluded !== after.excluded) {
      facts.record(context, 'task.excluded', {
        engagementId,
        subject: after.id,
        data: { clause, ...(after.excluded === null ? {} : { reason: after.excluded }) },
      });
    }
    if (before.percent !== after.percent) {
      facts.record(context, 'task.progressed', {
        engagementId,
        subject: after.id,
        data: { clause, percent: after.percent, status: statusOf(after.percent) },
      });
      if (after.milestone && after.percent === 100) {
        facts.record(context, 'milestone.reached', { engagementId, subject: after.id, data: { clause } });
      }
    }
  }
  for (const task of removed) {
    facts.record(context, 'task.removed', { engagementId, subject: task.id, data: { clause: factClause(task) } });
  }
}
