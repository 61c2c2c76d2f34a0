import { dayOf, weekdayOf } from '../../core/calendar/day.ts';
import { formatEra, formatEraShort } from '../../core/calendar/era.ts';
import { messages } from '../messages.ja.ts';

/** 令和8年10月1日（木） */
export function dayWithWeekday(day: string): string {
  return `${formatEra(day)}（${messages.ui.date.weekdays[weekdayOf(day) - 1] ?? ''}）`;
}

/** A day (`YYYY-MM-DD`) as 令和8年10月1日, R8.10.1 (`short`) or with its weekday; nothing becomes a dash. */
export function DayText({
  day,
  look = 'plain',
}: {
  day: string | null | undefined;
  look?: 'plain' | 'short' | 'weekday';
}) {
  if (day === null || day === undefined) return <>―</>;
  const text = { plain: formatEra, short: formatEraShort, weekday: dayWithWeekday }[look](day);
  return (
    <time dateTime={day} className="whitespace-nowrap">
      {text}
    </time>
  );
}

const clock = new Intl.DateTimeFormat('ja-JP', { timeZone: 'Asia/Tokyo', hour: '2-digit', minute: '2-digit' });

/** 14:32 in Tokyo of an instant (ISO 8601, UTC). */
export function timeText(instant: string): string {
  return clock.format(new Date(instant));
}

/** An instant (ISO 8601, UTC) as 令和8年10月1日 14:32 in Tokyo. */
export function InstantText({ at }: { at: string | null | undefined }) {
  if (at === null || at === undefined) return <>―</>;
  return (
    <time dateTime={at} className="whitespace-nowrap">
      {formatEra(dayOf(at))} {timeText(at)}
    </time>
  );
}
