/** Meetings as iCalendar files (RFC 5545) for the calendars of both sides. */
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Context, Handler } from '../../../kernel/module.ts';
import type { meetingsContract } from '../contract.ts';
import { listMeetings, type MeetingRow } from '../store/meetings.ts';
import { meetingInSight, sees } from './common.ts';
import { settingOf } from './setting.ts';

type C = typeof meetingsContract;
type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;

export const downloadCalendar: H<'downloadCalendar'> = async (context, { engagementId }) => {
  const { profile } = await settingOf(context, engagementId);
  const rows = (await listMeetings(context.tx, engagementId)).filter(
    (row) => sees(context, row) && row.state !== 'cancelled',
  );
  return calendarFile(context, rows, profile.title, '打合せ予定.ics');
};

export const downloadInvitation: H<'downloadInvitation'> = async (context, input) => {
  const { row, setting } = await meetingInSight(context, input);
  if (row.state === 'cancelled') {
    throw new AppError('state.refused', { message: '取りやめた会議のため、予定はありません。' });
  }
  return calendarFile(context, [row], setting.profile.title, `会議予定_${row.date}.ics`);
};

function calendarFile(context: Context, rows: readonly MeetingRow[], about: string, name: string) {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//machimori//meetings//JA',
    // Japan has one offset and no summer time.
    'BEGIN:VTIMEZONE',
    'TZID:Asia/Tokyo',
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    'TZOFFSETFROM:+0900',
    'TZOFFSETTO:+0900',
    'END:STANDARD',
    'END:VTIMEZONE',
    ...rows.flatMap((row) => eventLines(row, context, about)),
    'END:VCALENDAR',
  ];
  return {
    name,
    mediaType: 'text/calendar; charset=utf-8',
    bytes: new TextEncoder().encode(lines.map((line) => `${fold(line)}\r\n`).join('')),
  };
}

function eventLines(row: MeetingRow, context: Context, about: string): string[] {
  const [hour = 0, minute = 0] = row.start_time.split(':').map(Number);
  const agenda = row.agenda.map(({ title }, index) => `${index + 1} ${title}`);
  return [
    'BEGIN:VEVENT',
    `UID:${row.id}@machimori`,
    `DTSTAMP:${stamp(context.now.toISOString())}`,
    `DTSTART;TZID=Asia/Tokyo:${local(row.date, hour, minute)}`,
    `DURATION:PT${row.length ?? USUAL_LENGTH}M`,
    `SEQUENCE:${row.version}`,
    `STATUS:${row.state === 'proposed' ? 'TENTATIVE' : 'CONFIRMED'}`,
    `SUMMARY:${escape(row.title)}`,
    `LOCATION:${escape(row.venue ?? row.tool ?? '')}`,
    `DESCRIPTION:${escape([about, ...agenda].join('\n'))}`,
    'END:VEVENT',
  ];
}

/** Minutes, where nobody said how long it takes. */
const USUAL_LENGTH = 60;

/** An instant as `20260616T010000Z`. */
const stamp = (instant: string): string => instant.replace(/[-:]/g, '').replace(/\.\d{3}/, '');

/** A moment in Tokyo as `20260616T100000`. */
const local = (day: string, hour: number, minute: number): string =>
  `${day.replaceAll('-', '')}T${String(hour).padStart(2, '0')}${String(minute).padStart(2, '0')}00`;

const escape = (text: string): string => text.replace(/[\\;,]/g, (mark) => `\\${mark}`).replace(/\r?\n/g, '\\n');

/** Lines of more than 75 octets go on in the next line after a space; 24 characters stay below that in any script. */
function fold(line: string): string {
  const points = [...line];
  const parts: string[] = [];
  for (let at = 0; at < points.length; at += 24) parts.push(points.slice(at, at + 24).join(''));
  return /^[\x20-\x7e]{0,75}$/.test(line) ? line : parts.join('\r\n ');
}
