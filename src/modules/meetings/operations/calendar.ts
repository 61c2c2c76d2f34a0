/** The meetings as an iCalendar file (RFC 5545) for the calendars of both sides. */
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import type { Handler } from '../../../kernel/module.ts';
import type { meetingsContract } from '../contract.ts';
import { listMeetings } from '../store.ts';
import { sees, settingOf } from './common.ts';

type C = typeof meetingsContract;
type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;

/** One hour: the specification names no length. */
const LENGTH_MS = 3_600_000;
const TOKYO_OFFSET_MS = 9 * 3_600_000;

export const downloadCalendar: H<'downloadCalendar'> = async (context, { engagementId }) => {
  const { profile } = await settingOf(context, engagementId);
  const rows = (await listMeetings(context.tx, engagementId)).filter(
    (row) => sees(context, row) && row.state !== 'cancelled',
  );
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//machimori//meetings//JA',
    ...rows.flatMap((row) => {
      const start = Date.parse(`${row.date}T${row.start_time}:00Z`) - TOKYO_OFFSET_MS;
      return [
        'BEGIN:VEVENT',
        `UID:${row.id}@machimori`,
        `DTSTAMP:${stamp(context.now.getTime())}`,
        `DTSTART:${stamp(start)}`,
        `DTEND:${stamp(start + LENGTH_MS)}`,
        `SEQUENCE:${row.version}`,
        `STATUS:${row.state === 'proposed' ? 'TENTATIVE' : 'CONFIRMED'}`,
        `SUMMARY:${escape(row.title)}`,
        `LOCATION:${escape(row.venue ?? row.tool ?? '')}`,
        `DESCRIPTION:${escape(profile.title)}`,
        'END:VEVENT',
      ];
    }),
    'END:VCALENDAR',
  ];
  return {
    name: '打合せ予定.ics',
    mediaType: 'text/calendar; charset=utf-8',
    bytes: new TextEncoder().encode(lines.map((line) => `${fold(line)}\r\n`).join('')),
  };
};

const stamp = (milliseconds: number): string =>
  new Date(milliseconds)
    .toISOString()
    .replace(/[-:]/g, '')
    .replace(/\.\d{3}/, '');

const escape = (text: string): string => text.replace(/[\\;,]/g, (mark) => `\\${mark}`).replace(/\r?\n/g, '\\n');

/** Lines of more than 75 octets go on in the next line after a space; 24 characters stay below that in any script. */
function fold(line: string): string {
  const points = [...line];
  const parts: string[] = [];
  for (let at = 0; at < points.length; at += 24) parts.push(points.slice(at, at + 24).join(''));
  return /^[\x20-\x7e]{0,75}$/.test(line) ? line : parts.join('\r\n ');
}
