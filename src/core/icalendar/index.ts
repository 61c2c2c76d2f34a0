/** Writes iCalendar files (RFC 5545): the one writer of the product. Pure; times are those of Asia/Tokyo. */
import { addDays, type Day } from '../calendar/index.ts';

export type CalendarEvent = {
  /** The same entry has the same uid in every file, so that calendars update instead of doubling it. */
  readonly uid: string;
  /** When the record behind the entry was made or last changed; an instant in UTC. */
  readonly stamp: string;
  readonly day: Day;
  /** `HH:MM` for an entry with a time; without it the entry fills the day and leaves its reader free. */
  readonly time?: string;
  /** Length of an entry with a time. */
  readonly minutes?: number;
  /** Rises with every change of the entry. */
  readonly sequence?: number;
  readonly status?: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED';
  readonly summary: string;
  readonly location?: string;
  readonly description?: string;
  /** Reminds this many days before; at nine in the morning for an entry that fills the day. */
  readonly alarmDays?: number;
};

export type CalendarFile = {
  /** Which part of the product made it: `meetings`. */
  readonly part: string;
  /** Name under which calendars show a subscription. */
  readonly name?: string;
  /** How often a subscription should be read again. */
  readonly refreshHours?: number;
  readonly events: readonly CalendarEvent[];
};

export const CALENDAR_MEDIA_TYPE = 'text/calendar; charset=utf-8';

/** Japan has one offset and no summer time. */
const TOKYO = [
  'BEGIN:VTIMEZONE',
  'TZID:Asia/Tokyo',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0900',
  'TZOFFSETTO:+0900',
  'TZNAME:JST',
  'END:STANDARD',
  'END:VTIMEZONE',
];

export function writeCalendar({ part, name, refreshHours, events }: CalendarFile): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//machimori//${part}//JA`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...(name === undefined ? [] : [`X-WR-CALNAME:${escapeText(name)}`]),
    ...(refreshHours === undefined
      ? []
      : [`REFRESH-INTERVAL;VALUE=DURATION:PT${refreshHours}H`, `X-PUBLISHED-TTL:PT${refreshHours}H`]),
    ...(events.some(({ time }) => time !== undefined) ? TOKYO : []),
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function eventLines(event: CalendarEvent): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `DTSTAMP:${event.stamp.replace(/[-:]/g, '').replace(/\.\d+/, '')}`,
    ...spanLines(event),
    ...(event.sequence === undefined ? [] : [`SEQUENCE:${event.sequence}`]),
    ...(event.status === undefined ? [] : [`STATUS:${event.status}`]),
    `SUMMARY:${escapeText(event.summary)}`,
    ...(event.location === undefined || event.location === '' ? [] : [`LOCATION:${escapeText(event.location)}`]),
    ...(event.description === undefined ? [] : [`DESCRIPTION:${escapeText(event.description)}`]),
    ...(event.alarmDays === undefined ? [] : alarmLines(event, event.alarmDays)),
    'END:VEVENT',
  ];
}

function spanLines({ day, time, minutes }: CalendarEvent): string[] {
  if (time === undefined) {
    return [`DTSTART;VALUE=DATE:${digits(day)}`, `DTEND;VALUE=DATE:${digits(addDays(day, 1))}`, 'TRANSP:TRANSPARENT'];
  }
  return [`DTSTART;TZID=Asia/Tokyo:${digits(day)}T${time.replace(':', '')}00`, `DURATION:PT${minutes ?? 60}M`];
}

function alarmLines({ time, summary }: CalendarEvent, days: number): string[] {
  // A day entry begins at midnight; nine o'clock of the day before is fifteen hours earlier.
  const before = time === undefined ? days * 24 - 9 : days * 24;
  const trigger = before >= 0 ? `-PT${before}H` : `PT${-before}H`;
  return ['BEGIN:VALARM', 'ACTION:DISPLAY', `TRIGGER:${trigger}`, `DESCRIPTION:${escapeText(summary)}`, 'END:VALARM'];
}

const digits = (day: Day): string => day.replaceAll('-', '');

/** Text with line breaks and separators escaped; other control characters have no place in it. */
function escapeText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll('\n', '\\n');
}

const encoder = new TextEncoder();
const LINE_OCTETS = 75;

/** Lines of more than 75 octets go on in the next line after a space; a character is never cut. */
function fold(line: string): string {
  const parts: string[] = [];
  let [part, length] = ['', 0];
  for (const character of line) {
    const octets = encoder.encode(character).length;
    // The space at the beginning of a continued line counts as well.
    if (length + octets > LINE_OCTETS - (parts.length === 0 ? 0 : 1)) {
      parts.push(part);
      [part, length] = ['', 0];
    }
    part += character;
    length += octets;
  }
  return [...parts, part].join('\r\n ');
}
