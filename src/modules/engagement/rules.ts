/** Decisions of the engagement from values alone. */
import { addDays, type Calendar, createCalendar, type Day, dayOf, formatEra } from '../../core/calendar/index.ts';
import { type DateExpression, type Fact, type Pattern, resolveDate } from '../../core/obligation/index.ts';
import { lagFor } from '../../core/schedule/index.ts';
import { type Clause, type Specification, type WbsItem } from '../../core/specification/index.ts';
import { fieldError } from '../../kernel/error.ts';
import type { JournalEntry } from '../../kernel/fact.ts';
import type { Task } from './contract.ts';

/**
 * The open days that the parties count with: weekdays without holidays and 12/29 to 1/3 (chiba 8(2)), and without the
 * days on which the city alone is closed.
 */
export function calendarOf(_specification: Specification, closedDays: readonly Day[] = []): Calendar {
  return createCalendar({ closedDays });
}

export interface EngagementDates {
  readonly contractDate: string;
  readonly periodFrom: string;
  readonly periodTo: string;
}

/**
 * The dates of a new engagement. What the specification states wins; only where it leaves the end to the contract does
 * the entered one count. @throws AppError `input.invalid`
 */
export function periodOf(
  { period }: Pick<Specification, 'period'>,
  { contractDate, periodTo: entered }: { readonly contractDate: string; readonly periodTo?: string | undefined },
): EngagementDates {
  const periodTo = period.to ?? entered;
  if (periodTo === undefined) {
    throw fieldError('periodTo', 'この仕様書には委託期間の末日の定めがありません。契約書の末日を入力してください。');
  }
  if (period.to !== null && entered !== undefined && entered !== period.to) {
    throw fieldError('periodTo', `委託期間の末日は、仕様書で${formatEra(period.to)}と定められています。`);
  }
  if (contractDate >= periodTo) {
    throw fieldError('contractDate', '契約締結日は、委託期間の末日より前の日にしてください。');
  }
  const periodFrom = period.from === 'dayAfterContract' ? addDays(contractDate, 1) : contractDate;
  return { contractDate, periodFrom, periodTo };
}

export interface PlannedTask {
  readonly clause: string;
  readonly name: string;
  readonly content: string;
  readonly owner: WbsItem['owner'];
  /** Clauses whose tasks come first; a planned overlap is a negative lag in open days. */
  readonly predecessors: readonly { readonly clause: string; readonly lag: number }[];
  readonly plannedStart: string;
  readonly plannedEnd: string;
}

/**
 * The work breakdown of a new engagement, in the order of the specification. A date that depends on something that has
 * not happened yet is planned at its latest: the end of the contract.
 */
export function planTasks(specification: Specification, dates: EngagementDates): PlannedTask[] {
  const calendar = calendarOf(specification);
  const planned = specification.clauses.flatMap((clause) => {
    const { wbs } = clause;
    if (wbs === undefined) return [];
    const start = dayFor(wbs.start, dates, calendar);
    const end = dayFor(wbs.end, dates, calendar);
    return [
      {
        clause: clause.id,
        name: wbs.name,
        content: clause.summary,
        owner: wbs.owner,
        after: wbs.after,
        plannedStart: start < end ? start : end,
        plannedEnd: end,
      },
    ];
  });
  const byClause = new Map(planned.map((task) => [task.clause, task]));
  return planned.map(({ after, ...task }) => ({
    ...task,
    predecessors: after.flatMap((clause) => {
      const before = byClause.get(clause);
      return before === undefined ? [] : [{ clause, lag: lagFor(calendar, before, task.plannedStart) }];
    }),
  }));
}

/** Planned tasks as rows of the WBS: new, in order, what they wait for by id. */
export function tasksFrom(planned: readonly PlannedTask[], newId: () => string): Task[] {
  const ids = new Map(planned.map(({ clause }) => [clause, newId()]));
  const idOf = (clause: string): string => ids.get(clause) ?? '';
  return planned.map(({ predecessors, ...task }, index) => ({
    ...task,
    id: idOf(task.clause),
    position: index + 1,
    predecessors: predecessors.map(({ clause, lag }) => ({ id: idOf(clause), lag })),
    members: [],
    percent: 0,
    actualStart: null,
    actualEnd: null,
    origin: 'specification',
    parentId: null,
    excluded: null,
    excludedNote: '',
    milestone: false,
    effort: null,
    workDays: null,
    remark: '',
    departmentIds: [],
    version: 1,
  }));
}

/** A due date that follows from the dates of the engagement alone; null while it depends on something to come. */
export function resolvedDue(
  expression: DateExpression,
  dates: EngagementDates,
  calendar: Calendar,
): { readonly day: string | null; readonly derivation: string } {
  return resolveDate(expression, { calendar, anchors: datesOnly(dates), find: () => [] });
}

function datesOnly({ contractDate, periodFrom, periodTo }: EngagementDates): EngagementDates {
  return { contractDate, periodFrom, periodTo };
}

function dayFor(expression: DateExpression, dates: EngagementDates, calendar: Calendar): string {
  const nothing = (_pattern: Pattern): readonly Fact[] => [];
  const { day } = resolveDate(expression, { calendar, anchors: dates, find: nothing });
  const found = day ?? dates.periodTo;
  return found < dates.contractDate ? dates.contractDate : found > dates.periodTo ? dates.periodTo : found;
}

/** A journal entry as the rules of obligations read it. */
export function toFact(entry: JournalEntry): Fact {
  const { seq, at, engagementId, kind, subject, actor, data } = entry;
  return { seq, at, day: dayOf(at), engagementId, kind, subject, actor, data };
}

export function statusOf(percent: number): 'not-started' | 'in-progress' | 'done' {
  if (percent === 0) return 'not-started';
  return percent === 100 ? 'done' : 'in-progress';
}

/** The clauses of chapter 9 must all appear in the work plan (chiba 9(1)ア-p2): those without a task of their own. */
export function uncoveredClauses(clauses: readonly Clause[], covered: ReadonlySet<string>): string[] {
  return clauses.filter((clause) => clause.wbs !== undefined && !covered.has(clause.id)).map((clause) => clause.id);
}

/**
 * What the contract is called: as a clause of the specification names it, else the title of the specification without
 * the words for the kind of paper it is (仕様書, 調達仕様書, 概要) and its state (（案）).
 */
export function contractNameOf({ title, clauses }: Pick<Specification, 'title' | 'clauses'>): string {
  for (const { parameters } of clauses) {
    const stated = parameters['contractName'];
    if (typeof stated === 'string') return stated;
  }
  return title.replace(/\s*(?:（案）|\(案\))$/u, '').replace(/\s*(?:(?:調達|業務)?仕様書|概要)$/u, '');
}
