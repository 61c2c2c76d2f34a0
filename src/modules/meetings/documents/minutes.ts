/** 議事録 and 進捗報告書 of one meeting. */
import { formatEra } from '../../../core/calendar/index.ts';
import {
  type Block,
  bulletList,
  changedDocument,
  remarkOn,
  definitionList,
  document,
  type DocumentTree,
  heading,
  letterHead,
  paragraph,
  table,
} from '../../../documents/index.ts';
import { AppError } from '../../../kernel/error.ts';
import { gap } from '../../../kernel/gap.ts';
import type { Context, DocumentGap, DocumentProvider } from '../../../kernel/module.ts';
import { engagementContract, type EngagementProfile } from '../../engagement/contract.ts';
import { type Meeting, meetingsContract, type Minutes } from '../contract.ts';
import { MINUTES_FIELDS, REPORT_FIELDS } from './fields.ts';
import { placeWords, whenWords } from './notice.ts';
import { reportBlocks } from './paper-blocks.ts';

const SIDES = { city: '発注者', contractor: '受注者', vendor: '情報システム事業者' } as const;

/** Meetings that were held, as subjects. */
async function heldMeetings(context: Context, engagementId: string): Promise<readonly { id: string; title: string }[]> {
  const { meetings } = await context.client(meetingsContract).listMeetings({ engagementId });
  return meetings
    .filter(({ state }) => state === 'held')
    .map(({ id, title, date }) => ({ id, title: `${title}（${formatEra(date)}）` }));
}

const shared = { formats: ['docx', 'pdf'], permission: 'meetings.read', perSubject: '会議' } as const;

export const minutesProvider: DocumentProvider = {
  ...shared,
  kind: 'minutes',
  title: '議事録',
  fields: MINUTES_FIELDS,
  subjects: heldMeetings,
  async gaps(context, { engagementId, subject }) {
    const { meeting, text } = await read(context, engagementId, subject);
    return minutesGaps(meeting, text, meetingHref(engagementId, meeting));
  },
  async build(context, { engagementId, subject }) {
    const { meeting, profile, text } = await read(context, engagementId, subject);
    return paper('議事録', meeting, profile, minutesBlocks(meeting, text, meeting.approval === 'approved'));
  },
};

export const progressProvider: DocumentProvider = {
  ...shared,
  kind: 'progress-report',
  title: '進捗報告書',
  fields: REPORT_FIELDS,
  subjects: heldMeetings,
  async build(context, { engagementId, subject }) {
    const { meeting, profile, text } = await read(context, engagementId, subject);
    if (text.report.trim() === '') {
      throw new AppError('state.refused', {
        message: 'この会議の報告文がまだありません。会議のページで報告文を作成して保存してください。',
      });
    }
    return paper('進捗報告書', meeting, profile, [
      paragraph(`「${profile.title}」の業務の状況を、次のとおり報告します。`),
      ...reportBlocks(text.report),
    ]);
  },
};

const meetingHref = (engagementId: string, { id }: Pick<Meeting, 'id'>): string =>
  `/engagements/${engagementId}/meetings/${id}`;

/** What minutes should say and do not yet. */
export function minutesGaps(meeting: Meeting, text: Minutes, href: string): readonly DocumentGap[] {
  const open = text.actions.filter(({ due }) => due === null).length;
  const sides = (['city', 'contractor'] as const).filter((side) =>
    meeting.participants.every((person) => person.side !== side || person.attendance === 'absent'),
  );
  return [
    ...gap(text.minutes.trim() === '' ? 1 : 0, '議事が未記入です。', href),
    ...gap(text.agenda.length === 0 ? 1 : 0, '議題が未記入です。', href),
    ...gap(open, `期限が未記入の対応事項が${open}件あります。`, href),
    ...gap(sides.length, `出席者が未記入です（${sides.map((side) => SIDES[side]).join('、')}）。`, href),
  ];
}

/** The contractor sees its working copy, everybody else what was submitted. */
async function read(context: Context, engagementId: string, subject: string | null) {
  if (subject === null) throw new AppError('record.missing', { internal: 'minutes need a meeting' });
  const profile = await context.client(engagementContract).getEngagement({ engagementId });
  const meeting = await context.client(meetingsContract).getMeeting({ engagementId, meetingId: subject });
  const text = meeting.submitted ?? meeting.draft;
  if (text === null) {
    throw new AppError('state.refused', { message: '議事録はまだ提出されていません。受託者の提出をお待ちください。' });
  }
  return { meeting, profile, text };
}

/** An edition of minutes as it was handed in, and what became of it. */
export interface KeptEdition {
  readonly text: Minutes & { readonly edition: number; readonly submittedAt: string };
  readonly approval: Meeting['approval'];
  /** Why the city sent it back, and on which day. */
  readonly returned: { readonly reason: string; readonly on: string } | null;
}

/**
 * The minutes with their changes since the edition before (見え消し), in the contractor's name and at the time of handing
 * in; why the city sent the earlier one back stands beside the number of the edition.
 */
export function minutesChanges(
  meeting: Meeting,
  profile: EngagementProfile,
  { before, after }: { readonly before: KeptEdition; readonly after: KeptEdition },
): DocumentTree {
  const tree = ({ text, approval }: KeptEdition): DocumentTree => {
    const kept = { ...meeting, submitted: text, approval };
    return paper('議事録', kept, profile, minutesBlocks(kept, text, true));
  };
  const revision = { author: profile.contractor, at: after.text.submittedAt };
  const changed = changedDocument(tree(before), tree(after), revision);
  const { returned } = before;
  if (returned === null) return changed;
  const remark = {
    author: `${profile.municipality}${profile.client.department}`,
    at: `${returned.on}T00:00:00+09:00`,
    text: `差し戻した理由：${returned.reason}`,
  };
  return remarkOn(changed, EDITION, remark);
}

const EDITION = '版';

/** @param fixed what does not change any more does not tell what was done afterwards */
function minutesBlocks(meeting: Meeting, text: Minutes, fixed: boolean): Block[] {
  const people = (side: keyof typeof SIDES): string =>
    meeting.participants
      .filter((participant) => participant.side === side && participant.attendance !== 'absent')
      .map(({ name, attendance }) => (attendance === 'late' ? `${name}（途中から出席）` : name))
      .join('、');
  const absent = meeting.participants
    .filter(({ attendance }) => attendance === 'absent')
    .map(({ name, side }) => `${name}（${SIDES[side]}）`)
    .join('、');
  const list = (entries: readonly string[]): Block[] =>
    entries.length === 0 ? [paragraph('なし')] : [bulletList(entries)];
  const vendors = people('vendor');
  return [
    definitionList([
      ['会議名', meeting.title],
      ['日時', whenWords(meeting)],
      ['方法', meeting.mode],
      ['場所・ツール', placeWords(meeting)],
      ['出席者（発注者）', people('city')],
      ['出席者（受注者）', people('contractor')],
      ...(vendors === '' ? [] : [['出席者（その他）', vendors] as const]),
      ...(absent === '' ? [] : [['欠席者', absent] as const]),
      ...editionEntry(meeting),
    ]),
    heading(1, '議題'),
    ...list(text.agenda),
    heading(1, '議事'),
    ...(text.minutes.trim() === ''
      ? [paragraph('なし')]
      : text.minutes
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map((line) => paragraph(line))),
    heading(1, '決定事項'),
    ...list(text.decisions),
    heading(1, '対応事項'),
    actionBlock(text, fixed),
    ...(text.issues.length === 0
      ? []
      : [heading(1, '課題'), bulletList(text.issues.map(({ number, content }) => `課題${number}　${content}`))]),
  ];
}

/** Which edition it is, and what the city said of it. */
function editionEntry({ submitted, approval }: Meeting): (readonly [string, string])[] {
  if (submitted === null || approval === 'none') return [];
  const words = { waiting: '承認待ち', approved: '発注者承認済み', returned: '差戻し' }[approval];
  return [[EDITION, `第${submitted.edition}版（${words}）`]];
}

/** An approved edition does not change, so it does not tell what was done afterwards. */
function actionBlock({ actions }: Minutes, fixed: boolean): Block {
  if (actions.length === 0) return paragraph('なし');
  const days = (day: string | null): string => (day === null ? '―' : formatEra(day));
  return table({
    columns: [
      { width: '1fr' },
      { width: 26, align: 'center' },
      { width: 38 },
      ...(fixed ? [] : [{ width: 38 as const }]),
    ],
    header: ['内容', '担当', '期限', ...(fixed ? [] : ['完了'])],
    rows: actions.map((action) => [
      action.text,
      SIDES[action.owner],
      days(action.due),
      ...(fixed ? [] : [days(action.doneOn)]),
    ]),
  });
}

const paper = (title: string, meeting: Meeting, profile: EngagementProfile, blocks: Block[]): DocumentTree =>
  document(
    {
      title,
      subtitle: profile.title,
      date: formatEra(meeting.date),
      created: meeting.date,
      addressee: [profile.municipality, `${profile.client.department}　御中`],
      sender: profile.contractor,
      ...(profile.marking === null ? {} : { marking: profile.marking }),
    },
    [letterHead(), ...blocks],
  );
