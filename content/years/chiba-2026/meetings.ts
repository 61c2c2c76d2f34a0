/** Regular meetings, briefings and messages between the two sides (clause 8(2), 9(1)ア, オ, カ). */
import type { Step, World } from '../../../src/cli/year/year.ts';
import { meetingsContract } from '../../../src/modules/meetings/contract.ts';
import { CAST } from './cast.ts';
import { NOTES } from './meeting-notes.ts';
import type { CaseKey } from './keys.ts';
import type { Memory } from './memory.ts';

const TOOL = 'みどり会議（ブラウザ版）';
/** Every second Wednesday; none of these days is closed. */
const REGULAR = [
  '2026-06-10',
  '2026-06-24',
  '2026-07-08',
  '2026-07-22',
  '2026-08-05',
  '2026-08-19',
  '2026-09-02',
  '2026-09-16',
  '2026-09-30',
  '2026-10-14',
  '2026-10-28',
  '2026-11-11',
  '2026-11-25',
  '2026-12-09',
  '2026-12-23',
  '2027-01-06',
  '2027-01-20',
  '2027-02-03',
  '2027-02-17',
  '2027-03-03',
  '2027-03-17',
  '2027-03-31',
];

export function meetings(world: World, memory: Memory): Step[] {
  const engagement = () => ({ engagementId: memory.get('engagement') });
  return [
    {
      at: '2026-06-03 11:00',
      title: '隔週の打合せの日を示す',
      run: async () => {
        const { meetings: proposed } = await world.as('pm', meetingsContract).proposeRegularMeetings({
          ...engagement(),
          from: '2026-06-10',
          to: '2027-03-31',
          weekday: 3,
          startTime: '10:00',
          tool: TOOL,
          browserCapable: true,
        });
        for (const meeting of proposed) memory.keep(`regular:${meeting.date}`, meeting.id);
        await message(
          world,
          memory,
          'to-city',
          '定例の打合せの日程について',
          '隔週水曜日の日程をお示しします。ご確認ください。',
        );
      },
    },
    {
      at: '2026-06-04 10:00',
      title: '隔週の打合せの日を確認する',
      run: async () => {
        const office = world.as('office', meetingsContract);
        const { meetings: proposed } = await office.listMeetings(engagement());
        for (const { id, version, state } of proposed) {
          if (state === 'proposed') await office.confirmDate({ ...engagement(), meetingId: id, version });
        }
      },
    },
    ...REGULAR.map((date): Step => ({
      at: `${date} 11:00`,
      title: '隔週の打合せを行い、議事録を提出する',
      run: () => holdRegular(world, memory, date),
    })),
    briefing(world, memory, {
      at: '2026-06-11 14:00',
      key: 'meeting:ciso-plan',
      type: 'ciso-plan',
      title: '作業計画のCISOへの説明',
      audience: 'CISO（統括情報セキュリティ管理者）',
      document: 'plan:1',
      minutes:
        '作業計画書とWBSに基づき、業務の進め方、体制及び日程を説明しました。\n自己点検の対象の範囲について質問があり、9局の全ての課を対象とすることを確認しました。',
      decisions: ['作業計画書の内容を了承する。', '自己点検は9局の全ての課を対象とする。'],
    }),
    briefing(world, memory, {
      at: '2027-02-24 14:00',
      key: 'meeting:ciso-result',
      type: 'ciso-result',
      title: '監査結果のCISOへの説明',
      audience: 'CISO（統括情報セキュリティ管理者）',
      document: null,
      minutes:
        '監査結果通知案に基づき、4課の発見事項8件（指摘5件、意見3件）と改善提言を説明しました。\n持出しの記録など複数の課に共通する課題への対応について質疑がありました。',
      decisions: ['監査結果通知案の内容を了承する。', '共通する課題は全庁に周知する。'],
    }),
    ...(['systems', 'insurance', 'nursery'] as const).map((section, index) =>
      briefing(world, memory, {
        at: `2027-03-0${index + 3} 15:00`,
        key: `meeting:section-${section}`,
        type: 'section',
        title: '監査結果の監査対象課への説明',
        audience: '監査対象課',
        document: null,
        section,
        minutes:
          '監査結果通知書に基づき、発見事項、想定されるリスク及び改善提言を説明しました。\n改善の例と時期の目安について質疑がありました。',
        decisions: ['改善の進め方は、市が別途依頼する改善計画で示す。'],
      }),
    ),
    briefing(world, memory, {
      at: '2027-03-24 14:00',
      key: 'meeting:report',
      type: 'report',
      title: '事業報告会',
      audience: 'CISO（統括情報セキュリティ管理者）',
      document: 'deliverable:business-report',
      minutes:
        '事業報告書の案に基づき、業務項目ごとに行った業務とその成果を説明しました。\n監査で見つかった課題の改善の状況を次年度に確かめることについて意見がありました。',
      decisions: ['事業報告書の案を了承する。', '次年度は改善状況の確認を重点とする。'],
    }),
  ];
}

async function holdRegular(world: World, memory: Memory, date: string): Promise<void> {
  const notes = NOTES[date];
  if (notes === undefined) throw new Error(`nothing was noted at the meeting of ${date}`);
  const contractor = world.as('lead', meetingsContract);
  const engagementId = memory.get('engagement');
  const meetingId = memory.get(`regular:${date}`);
  const meeting = await contractor.getMeeting({ engagementId, meetingId });
  const held = await contractor.holdMeeting({
    engagementId,
    meetingId,
    version: meeting.version,
    participants: participants(world, ['office', 'lead', 'auditor']),
  });
  const report = await contractor.draftReport({ engagementId });
  const saved = await contractor.saveMinutes({
    engagementId,
    meetingId,
    version: held.version,
    agenda: ['前回からの業務の状況', '課題と対応', '次回までの予定'],
    report: report.text,
    decisions: [...notes.decisions],
    actions: [],
    minutes: notes.minutes,
  });
  await contractor.submitMinutes({ engagementId, meetingId, version: saved.version });
  await message(
    world,
    memory,
    'to-city',
    '議事録の送付について',
    '本日の打合せの議事録をお送りします。ご確認ください。',
  );
}

interface Briefing {
  readonly at: string;
  readonly key: CaseKey;
  readonly type: 'ciso-plan' | 'ciso-result' | 'section' | 'report';
  readonly title: string;
  readonly audience: string;
  readonly document: CaseKey | null;
  readonly section?: string;
  readonly minutes: string;
  readonly decisions: readonly string[];
}

/** A meeting face to face in the city hall, recorded on its day with its minutes. */
function briefing(world: World, memory: Memory, given: Briefing): Step {
  return {
    at: given.at,
    title: `${given.title}を行う`,
    run: async () => {
      const contractor = world.as('lead', meetingsContract);
      const engagementId = memory.get('engagement');
      const attending =
        given.section === undefined
          ? ['ciso', 'office', 'lead', 'pm']
          : ['office', `${given.section}-head`, 'lead', 'auditor'];
      const { id } = await contractor.recordHeldMeeting({
        engagementId,
        type: given.type,
        title: given.title,
        occurredOn: given.at.slice(0, 10),
        startTime: given.at.slice(11),
        mode: '対面',
        venue: 'あおば市役所',
        audience: given.audience,
        ...(given.section === undefined ? {} : { department: memory.get(`department:${given.section}`) }),
        ...(given.document === null ? {} : { document: memory.get(given.document) }),
        participants: participants(world, attending),
      });
      memory.keep(given.key, id);
      const { version } = await contractor.getMeeting({ engagementId, meetingId: id });
      const saved = await contractor.saveMinutes({
        engagementId,
        meetingId: id,
        version,
        agenda: [given.title],
        report: '',
        decisions: [...given.decisions],
        actions: [],
        minutes: given.minutes,
      });
      await contractor.submitMinutes({ engagementId, meetingId: id, version: saved.version });
    },
  };
}

async function message(
  world: World,
  memory: Memory,
  direction: 'to-city' | 'from-city',
  subject: string,
  body: string,
): Promise<void> {
  await world.as('lead', meetingsContract).recordMessage({
    engagementId: memory.get('engagement'),
    channel: '電子メール',
    direction,
    subject,
    body,
    counterpart: '情報セキュリティ課　山田',
    fileIds: [],
  });
}

function participants(world: World, keys: readonly string[]) {
  return keys.map((key) => {
    const member = CAST.find((candidate) => candidate.key === key);
    if (member === undefined) throw new Error(`the cast has no "${key}"`);
    const side: 'city' | 'contractor' = member.party === 'contractor' ? 'contractor' : 'city';
    return { personId: world.caller(key).accountId, name: member.displayName, side };
  });
}
