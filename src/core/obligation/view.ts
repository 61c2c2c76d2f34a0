import type { Calendar, Day } from '../calendar/index.ts';
import { resolveDate, type Anchors, type DateExpression, type ResolvedDate } from './date-expression.ts';
import type { Fact } from './fact.ts';
import type { FactIndex } from './fact-index.ts';
import type { Pattern } from './pattern.ts';

/** What a rule sees: the facts known today and the dates of the engagement. */
export type View = {
  today: Day;
  warningDays: number;
  calendar: Calendar;
  anchors: Anchors;
  find(pattern: Pattern): readonly Fact[];
  group(pattern: Pattern): ReadonlyMap<string, readonly Fact[]>;
  date(expression: DateExpression): ResolvedDate;
};

export function createView(
  parts: { today: Day; warningDays: number; calendar: Calendar; anchors: Anchors },
  index: FactIndex,
): View {
  const find = (pattern: Pattern): readonly Fact[] => index.find(pattern, parts.today);
  return {
    ...parts,
    find,
    group: (pattern) => index.group(pattern, parts.today),
    date: (expression) => resolveDate(expression, { calendar: parts.calendar, anchors: parts.anchors, find }),
  };
}
