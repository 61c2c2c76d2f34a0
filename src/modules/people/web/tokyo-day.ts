import { dayOf } from '../../../core/calendar/day.ts';
import { formatEra } from '../../../core/calendar/era.ts';

/** The day of an instant in Japan, 令和8年10月1日. */
export function tokyoDayText(instant: string): string {
  return formatEra(dayOf(instant));
}
