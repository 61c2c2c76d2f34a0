/** Last days for papers and minutes. Pure. */
import type { Calendar, Day, Span } from '../../../core/calendar/index.ts';
import type { MeetingConditions, MeetingMode } from '../../../core/specification/conditions.ts';

/** The last open day on which papers reach the other side in time. */
export function papersDueOn(date: Day, span: Span | undefined, calendar: Calendar): Day | null {
  return span === undefined ? null : calendar.previousOpen(calendar.subtractSpan(date, span));
}

export interface MinutesDuty {
  readonly needed: boolean;
  readonly due: Day | null;
}

/** What the specification asks for after a meeting that took place on `date` in `mode`. */
export function minutesDuty(
  date: Day,
  mode: MeetingMode,
  conditions: MeetingConditions['minutes'],
  calendar: Calendar,
): MinutesDuty {
  if (conditions === undefined || !conditions.modes.includes(mode)) return { needed: false, due: null };
  return { needed: true, due: conditions.within === undefined ? null : calendar.addSpan(date, conditions.within) };
}

const UNITS = { days: '日', 'business-days': '営業日', 'opening-days': '開庁日', months: 'か月' } as const;

/** 7日, 2開庁日 */
export const spanWords = ({ n, unit }: Pick<Span, 'n' | 'unit'>): string => `${n}${UNITS[unit]}`;

/** 2週間ごと, 毎月, 3か月ごと */
export function cadenceWords({ n, unit }: Pick<Span, 'n' | 'unit'>): string {
  if (unit === 'months') return n === 1 ? '毎月' : `${n}か月ごと`;
  return unit === 'days' && n % 7 === 0 ? `${n / 7}週間ごと` : `${n}${UNITS[unit]}ごと`;
}
