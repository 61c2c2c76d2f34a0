/** 会議開催通知 with 次第 and the list of papers. */
import { addDays, formatEra, weekdayName } from '../../../core/calendar/index.ts';
import {
  type Block,
  bulletList,
  definitionList,
  document,
  heading,
  letterHead,
  note,
  paragraph,
  table,
} from '../../../documents/index.ts';
import { AppError } from '../../../kernel/error.ts';
import { gap } from '../../../kernel/gap.ts';
import type { DocumentProvider } from '../../../kernel/module.ts';
import { engagementContract } from '../../engagement/contract.ts';
import { type Meeting, meetingsContract, type Paper } from '../contract.ts';
import { NOTICE_FIELDS } from './fields.ts';

export const noticeProvider: DocumentProvider = {
  kind: 'meeting-notice',
  title: '会議開催通知',
  fields: NOTICE_FIELDS,
  formats: ['docx', 'pdf'],
  permission: 'meetings.read',
  perSubject: '会議',
  async subjects(context, engagementId) {
    const { meetings } = await context.client(meetingsContract).listMeetings({ engagementId });
    return meetings
      .filter(({ state }) => state === 'proposed' || state === 'agreed')
      .map(({ id, title, date }) => ({ id, title: `${title}（${formatEra(date)}）` }));
  },
  async gaps(context, { engagementId, subject }) {
    if (subject === null) return [];
    const meeting = await context.client(meetingsContract).getMeeting({ engagementId, meetingId: subject });
    const href = `/engagements/${engagementId}/meetings/${meeting.id}`;
    const silent = meeting.agenda.filter(({ presenter }) => presenter === '').length;
    return [
      ...gap(meeting.agenda.length === 0 ? 1 : 0, '次第が未記入です。', href),
      ...gap(silent, `説明者が未記入の議題が${silent}件あります。`, href),
      ...gap(meeting.venueMissing === null ? 0 : 1, '会場が未定です。', href),
    ];
  },
  async build(context, { engagementId, subject }) {
    if (subject === null) throw new AppError('record.missing', { internal: 'a notice needs a meeting' });
    const profile = await context.client(engagementContract).getEngagement({ engagementId });
    const client = context.client(meetingsContract);
    const meeting = await client.getMeeting({ engagementId, meetingId: subject });
    if (meeting.state === 'cancelled') {
      throw new AppError('state.refused', { message: '取りやめた会議の開催通知は作れません。' });
    }
    const { papers } = await client.listPapers({ engagementId, meetingId: subject });
    const city = [profile.municipality, profile.client.department];
    const fromCity = context.caller.party !== 'contractor';
    // Of a meeting that is over, the paper is dated as if it had been sent on its day.
    const day = meeting.date < context.today ? meeting.date : context.today;
    return document(
      {
        title: '会議開催通知',
        subtitle: meeting.title,
        date: formatEra(day),
        created: day,
        addressee: fromCity ? `${profile.contractor}　御中` : [city[0] ?? '', `${city[1] ?? ''}　御中`],
        sender: fromCity ? city : profile.contractor,
        ...(profile.marking === null ? {} : { marking: profile.marking }),
      },
      [letterHead(), ...noticeBlocks(meeting, profile.title, papers)],
    );
  },
};

function noticeBlocks(meeting: Meeting, engagement: string, papers: readonly Paper[]): Block[] {
  return [
    paragraph(`「${engagement}」に係る会議を次のとおり開催しますので、御出席くださるようお願いします。`),
    definitionList([
      ['会議名', meeting.title],
      ['日時', whenWords(meeting)],
      ['方法', meeting.mode],
      [meeting.mode === 'オンライン' ? '使用するツール' : '会場', placeWords(meeting)],
    ]),
    ...(meeting.state === 'proposed' ? [note('この日程は、相手方の確認を待っています。')] : []),
    heading(1, '次第'),
    meeting.agenda.length === 0
      ? paragraph('次第は、追って通知します。')
      : table({
          columns: [{ width: 12, align: 'right' }, { width: '1fr' }, { width: 46 }, { width: 20, align: 'right' }],
          header: ['番号', '議題', '説明者', '時間'],
          rows: meeting.agenda.map(({ title, presenter, minutes }, index) => [
            index + 1,
            title,
            presenter === '' ? '―' : presenter,
            minutes === null ? '―' : `${minutes}分`,
          ]),
        }),
    heading(1, '資料'),
    papers.length === 0 ? paragraph('なし') : bulletList(papers.map(({ name }) => name)),
  ];
}

/** 令和8年6月2日（火）　10時00分から11時00分まで */
export function whenWords({ date, startTime, length }: Pick<Meeting, 'date' | 'startTime' | 'length'>): string {
  const day = (of: string): string => `${formatEra(of)}（${weekdayName(of)}）`;
  const [hour = 0, minute = 0] = startTime.split(':').map(Number);
  const clock = (total: number): string => `${Math.floor(total / 60)}時${String(total % 60).padStart(2, '0')}分`;
  const start = hour * 60 + minute;
  if (length === null) return `${day(date)}　${clock(start)}から`;
  const end = start + length;
  const until = end < 1440 ? clock(end) : `${day(addDays(date, 1))}${clock(end - 1440)}`;
  return `${day(date)}　${clock(start)}から${until}まで`;
}

export function placeWords(meeting: Pick<Meeting, 'mode' | 'venue' | 'tool' | 'venueMissing'>): string {
  if (meeting.mode === '電話') return '―';
  if (meeting.venueMissing === 'city') return '発注者が定めて通知します。';
  if (meeting.venueMissing !== null) return '双方の協議により定めます。';
  return meeting.venue ?? meeting.tool ?? '―';
}
