/** What follows from the WBS: critical path, forecast, re-plan, plans to compare with. */
import { dayOf } from '../../../../core/calendar/index.ts';
import type { ProgressReport } from '../../../../core/schedule/index.ts';
import type { OutputOf, ParsedInputOf } from '../../../../kernel/contract.ts';
import { AppError } from '../../../../kernel/error.ts';
import { readFacts } from '../../../../kernel/journal.ts';
import type { Context } from '../../../../kernel/module.ts';
import type { Baseline, engagementContract, EngagementProfile, Schedule, Task } from '../../contract.ts';
import { facts } from '../../facts.ts';
import type { DueDates } from '../../rules/network.ts';
import { type ScheduleView, scheduleView } from '../../rules/schedule-view.ts';
import { requireEngagement } from '../../store.ts';
import { selectBlackouts } from '../../store-blackouts.ts';
import { insertBaseline, selectBaselines, selectPlans } from '../../store-plan.ts';
import { pickTask, selectTasks } from '../../store-tasks.ts';
import { listObligations } from '../obligations.ts';
import { calendarFor, saveWbs } from './save.ts';
import { differsFromApproved } from './tasks.ts';

type Contract = typeof engagementContract;
type In<K extends keyof Contract['operations']> = ParsedInputOf<Contract, K>;
type Out<K extends keyof Contract['operations']> = Promise<OutputOf<Contract, K>>;

export async function getSchedule(context: Context, input: In<'getSchedule'>): Out<'getSchedule'> {
  const engagement = await requireEngagement(context.tx, input.engagementId);
  const { tasks, view, baseline, baselines } = await readSchedule(context, engagement, input.baselineId);
  const versions = new Map(tasks.map(({ id, version }) => [id, version]));
  return {
    today: context.today,
    tasks: [...tasks],
    rows: [...view.rows],
    critical: [...view.critical],
    problems: [...view.problems],
    baseline,
    baselines: [...baselines],
    blackouts: await selectBlackouts(context.tx),
    moves: view.replan.moves.map(({ id, from, to, reason }) => ({
      id,
      version: versions.get(id) ?? 0,
      from,
      to,
      reason,
    })),
    conflicts: [...view.replan.conflicts],
    curve: [...view.curve],
    changedSinceApproval: await differsFromApproved(context, input, tasks),
  } satisfies Schedule;
}

export interface ReadSchedule {
  readonly tasks: readonly Task[];
  readonly view: ScheduleView;
  readonly baseline: Baseline | null;
  /** Newest first. */
  readonly baselines: readonly Baseline[];
}

/** @param baselineId the plan to compare with; the one approved or kept last when absent. */
export async function readSchedule(
  context: Context,
  engagement: EngagementProfile,
  baselineId?: string,
): Promise<ReadSchedule> {
  const tasks = await selectTasks(context.tx, engagement.id);
  const kept = await readBaselines(context, engagement.id);
  const chosen = baselineId === undefined ? kept[0] : kept.find(({ baseline }) => baseline.id === baselineId);
  if (baselineId !== undefined && chosen === undefined) throw new AppError('record.missing', { internal: 'baseline' });
  const view = scheduleView({
    tasks,
    windows: await selectBlackouts(context.tx),
    dues: await openDues(context, engagement.id),
    baseline: chosen?.tasks ?? null,
    reports: await readReports(context, engagement.id),
    calendar: await calendarFor(context, engagement),
    today: context.today,
    until: engagement.periodTo,
  });
  return { tasks, view, baseline: chosen?.baseline ?? null, baselines: kept.map(({ baseline }) => baseline) };
}

export async function setBaseline(context: Context, input: In<'setBaseline'>): Out<'setBaseline'> {
  const engagement = await requireEngagement(context.tx, input.engagementId);
  const number = (await selectBaselines(context.tx, engagement.id)).length + 1;
  const kept = { id: context.newId(), number, name: input.name, setOn: context.today };
  const tasks = await selectTasks(context.tx, engagement.id);
  await insertBaseline(context.tx, engagement.id, { ...kept, tasks });
  facts.record(context, 'baseline.set', {
    engagementId: engagement.id,
    subject: kept.id,
    data: { version: number },
  });
  return { id: kept.id, kind: 'manual', name: kept.name, version: number, setOn: kept.setOn };
}

export async function reportDelay(context: Context, input: In<'reportDelay'>): Out<'reportDelay'> {
  const engagement = await requireEngagement(context.tx, input.engagementId);
  const { view } = await readSchedule(context, engagement);
  const late = view.rows.filter(({ lateDays }) => lateDays > 0);
  if (late.length === 0) {
    throw new AppError('state.refused', {
      message: '遅れる見込みの作業はありません。進捗を報告してから確かめてください。',
    });
  }
  const data = { tasks: late.length, days: Math.max(...late.map(({ lateDays }) => lateDays)) };
  facts.record(context, 'wbs.delay-detected', { engagementId: engagement.id, subject: engagement.id, data });
  return data;
}

export async function acceptReplan(context: Context, input: In<'acceptReplan'>): Out<'acceptReplan'> {
  const engagement = await requireEngagement(context.tx, input.engagementId);
  const { tasks, view } = await readSchedule(context, engagement);
  const proposed = new Map(view.replan.moves.map((move) => [move.id, move]));
  const accepted = new Map<string, Task>();
  for (const { taskId, version, start, end } of input.accepted) {
    const task = pickTask(tasks, taskId, version);
    const move = proposed.get(taskId);
    if (move === undefined || move.to.start !== start || move.to.end !== end) {
      throw new AppError('state.refused', {
        message: '再計画の案が変わっています。画面を開き直して、新しい案を確かめてください。',
      });
    }
    accepted.set(taskId, { ...task, plannedStart: start, plannedEnd: end, workDays: move.workDays });
  }
  await saveWbs(
    context,
    engagement,
    tasks,
    tasks.map((task) => accepted.get(task.id) ?? task),
  );
  facts.record(context, 'wbs.replanned', {
    engagementId: engagement.id,
    subject: engagement.id,
    data: { tasks: accepted.size, trigger: view.rows.some(({ lateDays }) => lateDays > 0) ? 'delay' : 'blackout' },
  });
  return { tasks: accepted.size };
}

/** Approved versions of the work plan and plans kept under a name, the newest first. */
async function readBaselines(
  context: Context,
  engagementId: string,
): Promise<{ readonly baseline: Baseline; readonly tasks: readonly Task[] }[]> {
  const plans = (await selectPlans(context.tx, engagementId)).flatMap(({ id, version, state, decidedAt, tasks }) =>
    state === 'approved' && decidedAt !== null
      ? [{ baseline: { id, kind: 'plan', name: '', version, setOn: dayOf(decidedAt) } satisfies Baseline, tasks }]
      : [],
  );
  const kept = (await selectBaselines(context.tx, engagementId)).map(({ id, number, name, setOn, tasks }) => ({
    baseline: { id, kind: 'manual', name, version: number, setOn } satisfies Baseline,
    tasks,
  }));
  // An approved plan is what both parties agreed on: of the same day it comes before what one of them kept.
  return [...kept, ...plans].toSorted((a, b) => (a.baseline.setOn < b.baseline.setOn ? -1 : 1)).toReversed();
}

/** Due dates that are still to be met, by clause. */
async function openDues(context: Context, engagementId: string): Promise<DueDates> {
  const { obligations } = await listObligations(context, { engagementId });
  const dues = new Map<string, string[]>();
  for (const { clause, due, state } of obligations) {
    if (due === null || !['not-due', 'due', 'breached'].includes(state)) continue;
    dues.set(clause, [...(dues.get(clause) ?? []), due]);
  }
  return dues;
}

async function readReports(context: Context, engagementId: string): Promise<ProgressReport[]> {
  const entries = await readFacts(context.tx, { engagementId, kinds: ['task.progressed'] });
  return entries.flatMap(({ subject, at, data }) =>
    typeof data['percent'] === 'number' ? [{ taskId: subject, day: dayOf(at), percent: data['percent'] }] : [],
  );
}
