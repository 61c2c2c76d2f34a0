import type { Calendar, Day } from '../calendar/index.ts';
import { resolveDate, type Anchors, type DateExpression, type ResolvedDate } from './date-expression.ts';
import type { Fact } from './fact.ts';
import { groupByKey } from './fact-index.ts';
import type { Pattern } from './pattern.ts';

/** What a rule sees: the facts known today and the dates of the engagement. */
export type View = {
  today: Day;
  warningDays: number;
  calendar: Calendar;
  anchors: Anchors;
  find(pattern: Pattern): Fact[];
  group(pattern: Pattern): Map<string, Fact[]>;
  date(expression: DateExpression): ResolvedDate;
};

export function createView(
  parts: { today: Day; warningDays: number; calendar: Calendar; anchors: Anchors },
  find: (pattern: Pattern) => Fact[],
): View {
  return {
    ...parts,
    find,
    group: (pattern) => groupByKey(find(pattern), pattern),
    date: (expression) => resolveDate(expression, { calendar: parts.calendar, anchors: parts.anchors, find }),
  };
}
