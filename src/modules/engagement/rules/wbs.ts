/** The work breakdown as a tree: its order, its numbers, and what it must never be. Pure. */
import type { Calendar, Day } from '../../../core/calendar/index.ts';
import { ancestorsOf, leavesOf, LEVELS, rollUp, ScheduleError } from '../../../core/schedule/index.ts';
import type { Task } from '../contract.ts';

export interface Outline {
  /** 1 for tasks without a parent. */
  readonly level: number;
  /** 1.2.1 */
  readonly number: string;
  readonly parent: boolean;
}

/** Parents before their parts, brothers by their position; positions become 1, 2, 3. */
export function arrange(tasks: readonly Task[]): Task[] {
  const known = new Set(tasks.map(({ id }) => id));
  const partsOf = Map.groupBy(tasks, ({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null));
  const ordered: Task[] = [];
  const visit = (parentId: string | null): void => {
    for (const task of (partsOf.get(parentId) ?? []).toSorted((a, b) => a.position - b.position)) {
      ordered.push({ ...task, position: ordered.length + 1 });
      visit(task.id);
    }
  };
  visit(null);
  return ordered;
}

/** Level and number of each task, which are in the order of `arrange`. */
export function outlineOf(tasks: readonly Pick<Task, 'id' | 'parentId'>[]): ReadonlyMap<string, Outline> {
  const counts = new Map<string | null, number>();
  const parents = new Set(tasks.map(({ parentId }) => parentId));
  const found = new Map<string, Outline>();
  for (const { id, parentId } of tasks) {
    const above = parentId === null ? undefined : found.get(parentId);
    const count = (counts.get(parentId) ?? 0) + 1;
    counts.set(parentId, count);
    found.set(id, {
      level: (above?.level ?? 0) + 1,
      number: above === undefined ? `${count}` : `${above.number}.${count}`,
      parent: parents.has(id),
    });
  }
  return found;
}

/** How much a task counts: its person-days, or its open days while nobody has estimated them. */
export const weightIn =
  (calendar: Calendar) =>
  (task: Pick<Task, 'effort' | 'plannedStart' | 'plannedEnd'>): number =>
    task.effort ?? Math.max(1, calendar.countBusinessDays(task.plannedStart, task.plannedEnd));

/** Dates and progress of parents from their parts, and the order of the tree. */
export const settle = (tasks: readonly Task[], calendar: Calendar): Task[] =>
  arrange(rollUp(tasks, weightIn(calendar)));

/**
 * @throws ScheduleError with a Japanese sentence that says what to change: unknown or circular parents and predecessors,
 * too many levels, contradictory dates, dates outside the contract.
 */
export function checkWbs(tasks: readonly Task[], period: { readonly from: Day; readonly to: Day }): void {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  for (const task of tasks) {
    if (task.parentId !== null && !byId.has(task.parentId)) {
      throw new ScheduleError('dates', `「${task.name}」の上位の作業がありません。上位の作業を選び直してください。`);
    }
    if (ancestorsOf(task, byId).length >= LEVELS) {
      throw new ScheduleError('dates', `「${task.name}」の階層が深すぎます。${LEVELS}階層までにしてください。`);
    }
    if (task.excluded !== null) continue;
    checkDates(task, period);
  }
  leavesOf(tasks);
}

function checkDates({ name, plannedStart, plannedEnd }: Task, period: { readonly from: Day; readonly to: Day }): void {
  if (plannedStart > plannedEnd) {
    throw new ScheduleError(
      'dates',
      `「${name}」の終了予定日が開始予定日より前です。終了予定日を開始予定日以後の日に改めてください。`,
    );
  }
  if (plannedStart < period.from || plannedEnd > period.to) {
    throw new ScheduleError('dates', `「${name}」の予定日が委託期間の外にあります。委託期間の中の日に改めてください。`);
  }
}

/** The task changes places with the brother above or below it. Null at the end of the row. */
export function swapped(tasks: readonly Task[], task: Task, direction: 'up' | 'down'): Task[] | null {
  const brothers = tasks.filter(({ parentId }) => parentId === task.parentId);
  const at = brothers.findIndex(({ id }) => id === task.id);
  const other = brothers[direction === 'up' ? at - 1 : at + 1];
  if (other === undefined) return null;
  const places = new Map([
    [task.id, other.position],
    [other.id, task.position],
  ]);
  return arrange(tasks.map((one) => ({ ...one, position: places.get(one.id) ?? one.position })));
}

/** What the facts of a task name as its clause: an own task fulfils none, whichever it stands under. */
export const factClause = ({ origin, clause }: Pick<Task, 'origin' | 'clause'>): string =>
  origin === 'specification' ? clause : '';

export interface WbsChanges {
  readonly added: readonly Task[];
  /** With their next version, where anything but the place changed. */
  readonly changed: readonly { readonly before: Task; readonly after: Task }[];
  /** Only the place in the list changed. */
  readonly placed: readonly Task[];
  /** Parts before their parents. */
  readonly removed: readonly Task[];
}

export function changesBetween(before: readonly Task[], after: readonly Task[]): WbsChanges {
  const old = new Map(before.map((task) => [task.id, task]));
  const kept = new Set(after.map(({ id }) => id));
  const changed: { before: Task; after: Task }[] = [];
  const placed: Task[] = [];
  for (const task of after) {
    const was = old.get(task.id);
    if (was === undefined) continue;
    const { position: _place, version: _version, ...content } = task;
    const { position: _oldPlace, version: _oldVersion, ...oldContent } = was;
    if (JSON.stringify(sorted(content)) !== JSON.stringify(sorted(oldContent))) {
      changed.push({ before: was, after: { ...task, version: was.version + 1 } });
    } else if (task.position !== was.position) placed.push(task);
  }
  return {
    added: after.filter(({ id }) => !old.has(id)),
    changed,
    placed,
    removed: before.filter(({ id }) => !kept.has(id)).toReversed(),
  };
}

const sorted = (content: object): [string, unknown][] =>
  Object.entries(content).toSorted(([a], [b]) => (a < b ? -1 : 1));

/** Whether the plan side of a task differs: what the approved plan says and the city has agreed to. */
export const planDiffers = (a: Task, b: Task): boolean => fingerprint(a) !== fingerprint(b);

/** What the plan says, without progress, order and remarks: two plans differ when this differs. */
export const planFingerprint = (tasks: readonly Task[]): string =>
  JSON.stringify(tasks.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(fingerprint));

function fingerprint(task: Task): string {
  return JSON.stringify([
    task.id,
    task.name,
    task.content,
    task.owner,
    task.members,
    task.predecessors.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ id, lag }) => [id, lag]),
    task.plannedStart,
    task.plannedEnd,
    task.parentId,
    task.excluded,
    task.milestone,
    task.effort,
    task.departmentIds.toSorted(),
  ]);
}
