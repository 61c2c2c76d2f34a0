/** The work breakdown by hand: own tasks, dates, order, what does not apply, progress. */
import type { OutputOf, ParsedInputOf } from '../../../../kernel/contract.ts';
import { AppError, fieldError } from '../../../../kernel/error.ts';
import type { Context } from '../../../../kernel/module.ts';
import { OK } from '../../../../kernel/schema.ts';
import { datesContradictions } from '../../../../core/schedule/index.ts';
import { peopleContract } from '../../../people/contract.ts';
import type { engagementContract, EngagementProfile, Task } from '../../contract.ts';
import { statusOf } from '../../rules.ts';
import { networkTasks } from '../../rules/network.ts';
import { obstacleToParts, obstacleToRemoval } from '../../rules/obstacles.ts';
import { planFingerprint, swapped } from '../../rules/wbs.ts';
import { specificationUnder } from '../../specifications.ts';
import { requireEngagement } from '../../store.ts';
import { selectPlans } from '../../store-plan.ts';
import { pickTask, selectTasks } from '../../store-tasks.ts';
import { calendarFor, saveWbs, taskIn } from './save.ts';

type Contract = typeof engagementContract;
type In<K extends keyof Contract['operations']> = ParsedInputOf<Contract, K>;
type Out<K extends keyof Contract['operations']> = Promise<OutputOf<Contract, K>>;

export async function listTasks(context: Context, input: In<'listTasks'>): Out<'listTasks'> {
  await requireEngagement(context.tx, input.engagementId);
  const tasks = await selectTasks(context.tx, input.engagementId);
  return { today: context.today, tasks, changedSinceApproval: await differsFromApproved(context, input, tasks) };
}

/** Whether the WBS says something else than the version of the work plan that was approved last. */
export async function differsFromApproved(
  context: Context,
  { engagementId }: { readonly engagementId: string },
  tasks: readonly Task[],
): Promise<boolean> {
  const approved = (await selectPlans(context.tx, engagementId)).findLast((plan) => plan.state === 'approved');
  return approved !== undefined && planFingerprint(approved.tasks) !== planFingerprint(tasks);
}

export async function addTask(context: Context, input: In<'addTask'>): Out<'addTask'> {
  const engagement = await requireEngagement(context.tx, input.engagementId);
  const tasks = await selectTasks(context.tx, engagement.id);
  const parent = parentFor(tasks, input.parentId);
  const { engagementId: _engagement, clause, ...given } = input;
  checkFields(engagement, given);
  await checkClause(context, engagement, clause);
  await checkDepartments(context, given.departmentIds);
  const added: Task = {
    ...given,
    id: context.newId(),
    clause: clause ?? parent?.clause ?? '',
    position: tasks.length + 1,
    percent: 0,
    actualStart: null,
    actualEnd: null,
    origin: 'own',
    excluded: null,
    excludedNote: '',
    workDays: null,
    remark: '',
    version: 1,
  };
  const next = [...tasks, added];
  const saved = await saveWbs(context, engagement, tasks, next);
  await checkOrder(context, engagement, saved.tasks, new Set([added.id]));
  return taskIn(saved, added.id);
}

export async function updateTask(context: Context, input: In<'updateTask'>): Out<'updateTask'> {
  const engagement = await requireEngagement(context.tx, input.engagementId);
  checkFields(engagement, input);
  const tasks = await selectTasks(context.tx, engagement.id);
  const current = pickTask(tasks, input.taskId, input.version);
  const { engagementId: _engagement, taskId: _task, version: _version, ...given } = input;
  // Absent fields stay: they are not in the object that the schema hands over.
  const next: Task = { ...current, ...definedOnly(given) };
  const moved = next.plannedStart !== current.plannedStart || next.plannedEnd !== current.plannedEnd;
  if (moved && tasks.some(({ parentId }) => parentId === current.id)) {
    throw fieldError(
      'plannedStart',
      '内訳のある作業の予定日は、内訳から決まります。内訳の作業の予定日を改めてください。',
    );
  }
  if (next.name !== current.name && current.origin === 'specification') {
    throw fieldError('name', '仕様書から導いた作業の名称は変えられません。内容を作業内容の欄に書いてください。');
  }
  if (next.parentId !== current.parentId && current.origin === 'specification') {
    throw fieldError('parentId', '仕様書から導いた作業の階層は変えられません。');
  }
  if (next.parentId !== current.parentId) parentFor(tasks, next.parentId);
  await checkDepartments(context, next.departmentIds);
  const saved = await saveWbs(
    context,
    engagement,
    tasks,
    // Dates set by hand are the length of the work again.
    tasks.map((task) => (task.id === next.id ? { ...next, workDays: moved ? null : next.workDays } : task)),
  );
  const ordered =
    next.plannedStart !== current.plannedStart ||
    JSON.stringify(next.predecessors) !== JSON.stringify(current.predecessors);
  if (ordered) await checkOrder(context, engagement, saved.tasks, new Set([next.id]));
  return taskIn(saved, next.id);
}

export async function moveTask(context: Context, input: In<'moveTask'>): Out<'moveTask'> {
  const engagement = await requireEngagement(context.tx, input.engagementId);
  const tasks = await selectTasks(context.tx, engagement.id);
  const next = swapped(tasks, pickTask(tasks, input.taskId, input.version), input.direction);
  if (next === null) {
    throw new AppError('state.refused', { message: '同じ階層の端にあるため、これ以上は動かせません。' });
  }
  await saveWbs(context, engagement, tasks, next);
  return OK;
}

export async function removeTask(context: Context, input: In<'removeTask'>): Out<'removeTask'> {
  const engagement = await requireEngagement(context.tx, input.engagementId);
  const tasks = await selectTasks(context.tx, engagement.id);
  const task = pickTask(tasks, input.taskId, input.version);
  const left = tasks.filter(({ id }) => id !== task.id);
  const obstacle = obstacleToRemoval(task, left);
  if (obstacle !== null) throw new AppError('state.refused', { message: obstacle });
  await saveWbs(context, engagement, tasks, left);
  return OK;
}

export async function excludeTask(context: Context, input: In<'excludeTask'>): Out<'excludeTask'> {
  const engagement = await requireEngagement(context.tx, input.engagementId);
  const tasks = await selectTasks(context.tx, engagement.id);
  const current = pickTask(tasks, input.taskId, input.version);
  if (current.origin === 'own') {
    throw new AppError('state.refused', {
      message: '自ら加えた作業は対象外にできません。不要なときは削除してください。',
    });
  }
  if (input.reason !== null && current.percent > 0) {
    throw new AppError('state.refused', {
      message: '既に始めた作業は対象外にできません。進捗を0に戻してから対象外にしてください。',
    });
  }
  const next = { ...current, excluded: input.reason, excludedNote: input.reason === null ? '' : input.note };
  const saved = await saveWbs(
    context,
    engagement,
    tasks,
    tasks.map((task) => (task.id === next.id ? next : task)),
  );
  return taskIn(saved, next.id);
}

export async function reportProgress(context: Context, input: In<'reportProgress'>): Out<'reportProgress'> {
  const engagement = await requireEngagement(context.tx, input.engagementId);
  const tasks = await selectTasks(context.tx, engagement.id);
  const current = pickTask(tasks, input.taskId, input.version);
  if (tasks.some(({ parentId }) => parentId === current.id)) {
    throw new AppError('state.refused', {
      message: '内訳のある作業の進捗は、内訳から計算します。内訳の作業の進捗を報告してください。',
    });
  }
  if (current.excluded !== null) {
    throw new AppError('state.refused', { message: '対象外の作業です。進捗を報告するときは、対象に戻してください。' });
  }
  const status = statusOf(input.percent);
  const next: Task = {
    ...current,
    percent: input.percent,
    actualStart: status === 'not-started' ? null : (current.actualStart ?? context.today),
    actualEnd: status === 'done' ? (current.actualEnd ?? context.today) : null,
    remark: input.remark ?? current.remark,
  };
  const saved = await saveWbs(
    context,
    engagement,
    tasks,
    tasks.map((task) => (task.id === next.id ? next : task)),
  );
  return taskIn(saved, next.id);
}

/** The parent that a new part may get. @throws AppError naming why it may not. */
function parentFor(tasks: readonly Task[], parentId: string | null): Task | undefined {
  if (parentId === null) return undefined;
  const parent = tasks.find(({ id }) => id === parentId);
  const refused =
    parent === undefined
      ? '上位の作業がありません。一覧を開き直して選び直してください。'
      : obstacleToParts(parent, tasks);
  if (refused !== null) throw fieldError('parentId', refused);
  return parent;
}

/** A task may not be planned before what it waits for. Only the tasks just edited are asked: delays are another matter. */
export async function checkOrder(
  context: Context,
  engagement: EngagementProfile,
  tasks: readonly Task[],
  edited: ReadonlySet<string>,
): Promise<void> {
  const network = networkTasks(tasks, { windows: [], dues: new Map() });
  const wrong = datesContradictions(network, await calendarFor(context, engagement)).find(({ id }) => edited.has(id));
  if (wrong !== undefined) throw fieldError('plannedStart', wrong.message);
}

function checkFields(
  engagement: EngagementProfile,
  { plannedStart, plannedEnd }: { readonly plannedStart: string; readonly plannedEnd: string },
): void {
  if (plannedStart > plannedEnd) {
    throw fieldError('plannedEnd', '終了予定日は、開始予定日以降の日にしてください。');
  }
  if (plannedStart < engagement.periodFrom || plannedEnd > engagement.periodTo) {
    throw fieldError('plannedStart', '予定日は、委託期間の中の日にしてください。');
  }
}

async function checkClause(context: Context, engagement: EngagementProfile, clause: string | undefined): Promise<void> {
  if (clause === undefined || clause === '') return;
  const { clauses } = await specificationUnder(context, engagement.specification, engagement.readings);
  if (!clauses.some(({ id }) => id === clause)) {
    throw fieldError('clause', '仕様書にある条項の番号を指定してください。');
  }
}

async function checkDepartments(context: Context, departmentIds: readonly string[]): Promise<void> {
  if (departmentIds.length === 0) return;
  const { departments } = await context.client(peopleContract).listDepartments({});
  const known = new Set(departments.map(({ id }) => id));
  if (!departmentIds.every((id) => known.has(id))) {
    throw fieldError('departmentIds', '今ある所属を選んでください。廃止された所属は選べません。');
  }
}

/** With exact optional properties an absent field must not overwrite. */
function definedOnly<T extends object>(given: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
