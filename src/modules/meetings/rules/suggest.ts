/** A proposal for the meetings of the year that have no day yet. Pure. */
import {
  addDays,
  addMonths,
  type Calendar,
  type Day,
  formatEra,
  weekdayOf,
  type Weekday,
} from '../../../core/calendar/index.ts';
import type { MeetingKind } from '../contract.ts';
import { cadenceWords } from './deadlines.ts';
import { regularDays } from './series.ts';

export interface Suggestion {
  readonly type: string;
  readonly title: string;
  readonly clause: string;
  readonly date: Day;
  /** Why this day, as a sentence. */
  readonly basis: string;
  readonly regular: boolean;
}

export interface Standing {
  readonly type: string;
  readonly date: Day;
  readonly cancelled: boolean;
}

export interface SuggestInput {
  readonly kinds: readonly MeetingKind[];
  readonly standing: readonly Standing[];
  readonly from: Day;
  readonly to: Day;
  readonly weekdays: readonly number[];
}

/** Regular meetings from the day after the last one that stands; due ones a little ahead of their due date. */
export function suggestSchedule(input: SuggestInput, calendar: Calendar): readonly Suggestion[] {
  return input.kinds
    .flatMap((kind) => (kind.clause === null ? [] : suggestionsFor(kind, kind.clause, input, calendar)))
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function suggestionsFor(
  kind: MeetingKind,
  clause: string,
  { standing, from, to, weekdays }: SuggestInput,
  calendar: Calendar,
): Suggestion[] {
  const own = standing.filter(({ type, cancelled }) => type === kind.type && !cancelled).map(({ date }) => date);
  const common = { type: kind.type, title: kind.name, clause };
  if (kind.cadence !== null) {
    const start = nextStart(own.toSorted().at(-1), kind.cadence, from);
    const weekday = likely(own, weekdays, start);
    return regularDays({ from: start, to, weekday, cadence: kind.cadence, weekdays }, calendar).map((date) => ({
      ...common,
      date,
      basis: `${cadenceWords(kind.cadence ?? { n: 1, unit: 'months' })}の定例として、開庁日を選びました。`,
      regular: true,
    }));
  }
  if (own.length > 0 || kind.due === null || kind.due < from) return [];
  // Two days in hand, but not before the day on which it may be held.
  const earliest = [from, kind.notBefore ?? from].toSorted().at(-1) ?? from;
  let date = calendar.previousOpen(kind.due);
  const early = calendar.addBusinessDays(date, -2);
  if (early >= earliest) date = early;
  if (date < earliest) return [];
  return [{ ...common, date, basis: `期限の${formatEra(kind.due)}に余裕をもつ開庁日を選びました。`, regular: false }];
}

/** One step after the last one that stands, within a few days; a new series leaves time to confirm and to prepare. */
function nextStart(last: Day | undefined, { n, unit }: NonNullable<MeetingKind['cadence']>, from: Day): Day {
  if (last === undefined) return addDays(from, LEAD);
  const next = unit === 'months' ? addDays(addMonths(last, n), -3) : addDays(last, n);
  return next < from ? from : next;
}

/** Days. */
const LEAD = 7;

/** The weekday that the series has had, else the first allowed one from `start` on. */
function likely(own: readonly Day[], weekdays: readonly number[], start: Day): Weekday {
  const last = own.at(-1);
  if (last !== undefined && weekdays.includes(weekdayOf(last))) return weekdayOf(last);
  for (let ahead = 0; ahead < 7; ahead += 1) {
    const weekday = weekdayOf(addDays(start, ahead));
    if (weekdays.includes(weekday)) return weekday;
  }
  return weekdayOf(start);
}
