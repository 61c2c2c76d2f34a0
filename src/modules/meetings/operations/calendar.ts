/** The meetings as an iCalendar file for the calendars of both sides. */
import { CALENDAR_MEDIA_TYPE, writeCalendar } from '../../../core/icalendar/index.ts';
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import type { Handler } from '../../../kernel/module.ts';
import type { meetingsContract } from '../contract.ts';
import { listMeetings } from '../store.ts';
import { sees, settingOf } from './common.ts';

type C = typeof meetingsContract;
type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;

export const downloadCalendar: H<'downloadCalendar'> = async (context, { engagementId }) => {
  const { profile } = await settingOf(context, engagementId);
  const rows = (await listMeetings(context.tx, engagementId)).filter(
    (row) => sees(context, row) && row.state !== 'cancelled',
  );
  const file = writeCalendar({
    part: 'meetings',
    events: rows.map((row) => ({
      uid: `${row.id}@machimori`,
      stamp: context.now.toISOString(),
      day: row.date,
      time: row.start_time,
      sequence: row.version,
      status: row.state === 'proposed' ? 'TENTATIVE' : 'CONFIRMED',
      summary: row.title,
      location: row.venue ?? row.tool ?? '',
      description: profile.title,
    })),
  });
  return { name: '打合せ予定.ics', mediaType: CALENDAR_MEDIA_TYPE, bytes: new TextEncoder().encode(file) };
};
