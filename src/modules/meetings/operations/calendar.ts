/** Meetings as iCalendar files for the calendars of both sides. */
import { CALENDAR_MEDIA_TYPE, writeCalendar } from '../../../core/icalendar/index.ts';
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
  const file = writeCalendar({
    part: 'meetings',
    events: rows.map((row) => ({
      uid: `${row.id}@machimori`,
      stamp: context.now.toISOString(),
      day: row.date,
      time: row.start_time,
      minutes: row.length ?? USUAL_LENGTH,
      sequence: row.version,
      status: row.state === 'proposed' ? 'TENTATIVE' : 'CONFIRMED',
      summary: row.title,
      location: row.venue ?? row.tool ?? '',
      description: [about, ...row.agenda.map(({ title }, index) => `${index + 1} ${title}`)].join('\n'),
    })),
  });
  return { name, mediaType: CALENDAR_MEDIA_TYPE, bytes: new TextEncoder().encode(file) };
}

/** Minutes, where nobody said how long it takes. */
const USUAL_LENGTH = 60;
