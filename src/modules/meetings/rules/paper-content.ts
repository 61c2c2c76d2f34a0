/** The papers of a meeting as the records of the moment fill them; people correct them afterwards. Pure. */
import { type Day, daysBetween, formatEra } from '../../../core/calendar/index.ts';
import { clauseLabel } from '../../../core/specification/index.ts';
import type { ObligationView, Task } from '../../engagement/contract.ts';
import type {
  Information,
  InformationContent,
  Issue,
  IssuesContent,
  ProgressContent,
  ScheduleContent,
} from '../contract.ts';
import { type CountedFact, doneLines } from './report.ts';

export interface ProgressInput {
  readonly since: Day;
  readonly until: Day;
  /** The next regular meeting, or the day on which it would lie. */
  readonly next: Day;
  readonly facts: readonly CountedFact[];
  readonly tasks: readonly Task[];
  readonly obligations: readonly ObligationView[];
  readonly openActions: readonly { readonly text: string; readonly due: Day | null }[];
}

export function draftProgress(input: ProgressInput): ProgressContent {
  const { since, until, next, tasks, obligations, openActions } = input;
  const done = doneLines(input);
  const nothing = 'この期間に記録された事項はありません。';
  const ahead = tasks
    .filter(({ percent, plannedStart }) => percent < 100 && plannedStart <= next)
    .map(({ name, plannedStart, plannedEnd }) => `・${name}（${period(plannedStart, plannedEnd)}）`);
  const actions = openActions.map(({ text, due }) => `・${text}${due === null ? '' : `（期限：${formatEra(due)}）`}`);
  return {
    kind: 'progress',
    since,
    until,
    done: done.length === 0 ? nothing : done.join('\n'),
    tasks: tasks.filter((task) => isUnderWay(task, since, until)).map((task) => taskRow(task, until)),
    duties: dutyLines(obligations, next).join('\n') || '次回までに期限を迎える義務はありません。',
    next:
      [...ahead, ...(actions.length === 0 ? [] : ['【打合せで決めた対応事項】', ...actions])].slice(0, 60).join('\n') ||
      '次回までに予定する作業はありません。',
    remark: '',
  };
}

const period = (from: Day, to: Day): string =>
  from === to ? formatEra(from) : `${formatEra(from)}から${formatEra(to)}まで`;

/** Begun or due to begin, and not already finished before the last meeting. */
function isUnderWay(task: Task, since: Day, until: Day): boolean {
  const begun = task.plannedStart <= until || task.actualStart !== null;
  return begun && !(task.percent === 100 && (task.actualEnd ?? task.plannedEnd) <= since);
}

function taskRow({ name, plannedEnd, percent }: Task, until: Day): ProgressContent['tasks'][number] {
  const late = percent < 100 ? daysBetween(plannedEnd, until) : 0;
  return {
    name: [...name].slice(0, 200).join(''),
    plannedEnd,
    percent,
    remark: late > 0 ? `予定日を${late}日過ぎています。` : '',
  };
}

const MAX_DUTIES = 40;

/** What is overdue or falls due by the next meeting, each duty once. */
function dutyLines(obligations: readonly ObligationView[], next: Day): string[] {
  const near = obligations
    .filter(
      ({ state, due }) => state === 'breached' || state === 'due' || (state === 'not-due' && (due ?? '9') <= next),
    )
    .toSorted((a, b) => ((a.due ?? '9') < (b.due ?? '9') ? -1 : 1));
  // A duty that comes again and again is one line, with how often it is open and its first day.
  const same = Map.groupBy(near, ({ title, clause, state }) => JSON.stringify([title, clause, state === 'breached']));
  const lines = [...same.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const { title, clause, due, state } = first;
    const days = new Set([first, ...others].map((one) => one.due)).size;
    const name = state === 'breached' ? '期限超過' : '期限';
    const when = due === null ? '' : `、${name}：${formatEra(due)}${days > 1 ? `ほか${days - 1}件` : ''}`;
    return [`・${title}（仕様書${clauseLabel(clause)}${when}）`];
  });
  return lines.length <= MAX_DUTIES ? lines : [...lines.slice(0, MAX_DUTIES), `・ほか${lines.length - MAX_DUTIES}件`];
}

export function draftIssues(issues: readonly Issue[], asOf: Day): IssuesContent {
  return {
    kind: 'issues',
    asOf,
    rows: issues.slice(-500).map(({ number, raisedOn, content, owner, due, response, closedOn }) => ({
      number,
      raisedOn,
      content,
      owner,
      due,
      response,
      closedOn,
    })),
    remark: '',
  };
}

export interface ScheduleInput {
  readonly asOf: Day;
  readonly from: Day;
  readonly to: Day;
  readonly tasks: readonly Task[];
  /** Work items of the specification; a task belongs to the one whose clause its own begins with. */
  readonly chapters: readonly { readonly clause: string; readonly title: string }[];
}

/** One row for each work item: from its first to its last day, the progress of its tasks weighed by their length. */
export function draftSchedule({ asOf, from, to, tasks, chapters }: ScheduleInput): ScheduleContent {
  const itemOf = (task: Task): string => chapterOf(task.clause, chapters)?.title ?? task.name;
  const rows = [...Map.groupBy(tasks, itemOf)].map(([name, own]): ScheduleContent['rows'][number] => {
    const weights = own.map((task) => daysBetween(task.plannedStart, task.plannedEnd) + 1);
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    const reached = own.reduce((sum, { percent }, index) => sum + percent * (weights[index] ?? 1), 0);
    const late = own.filter(({ percent, plannedEnd }) => percent < 100 && plannedEnd < asOf).length;
    return {
      name: [...name].slice(0, 200).join(''),
      start: earliest(own.map(({ plannedStart }) => plannedStart)),
      end: latest(own.map(({ plannedEnd }) => plannedEnd)),
      percent: Math.floor(reached / whole),
      remark: late === 0 ? '' : `遅れている作業${late}件`,
    };
  });
  return {
    kind: 'schedule',
    asOf,
    from,
    to,
    rows: rows.toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0)).slice(0, 60),
    remark: '',
  };
}

type Chapter = ScheduleInput['chapters'][number];

/**
 * The work item that a clause belongs to: the one whose number its own begins with. Where a work item is named by its
 * first part, `4(1)イ(ア)`, the other parts of `4(1)イ` belong to it as well, as long as no other item begins there.
 */
function chapterOf(clause: string, chapters: readonly Chapter[]): Chapter | undefined {
  const number = (id: string): string => id.replace(/-p\d+$/u, '');
  const longestFirst = chapters.toSorted((a, b) => b.clause.length - a.clause.length);
  const own = longestFirst.find((chapter) => clause.startsWith(number(chapter.clause)));
  if (own !== undefined) return own;
  const parent = (id: string): string => number(id).replace(/(?:\([^()]+\)|[^()])$/u, '');
  const near = longestFirst.filter((chapter) => clause.startsWith(parent(chapter.clause)));
  const [first] = near;
  const alone = near.filter((chapter) => parent(chapter.clause) === parent(first?.clause ?? '')).length === 1;
  return alone && parent(first?.clause ?? '').length > 1 ? first : undefined;
}

const earliest = (days: readonly Day[]): Day => days.toSorted()[0] ?? '';
const latest = (days: readonly Day[]): Day => days.toSorted().at(-1) ?? '';

/** Entries that were put in after the last meeting, the most recently published first. */
export function draftInformation(entries: readonly Information[], since: Day, until: Day): InformationContent {
  return {
    kind: 'information',
    since,
    until,
    rows: entries
      .filter(({ addedOn }) => addedOn > since && addedOn <= until)
      .toSorted((a, b) => (a.publishedOn > b.publishedOn ? -1 : 1))
      .slice(0, 100)
      .map(({ id, kind, title, summary, source, publishedOn }) => ({
        entry: id,
        informationKind: kind,
        title,
        summary,
        source,
        publishedOn,
      })),
    remark: '',
  };
}
