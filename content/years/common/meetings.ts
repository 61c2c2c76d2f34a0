/** Meetings: dates that both sides agree on, papers beforehand, minutes afterwards. */
import type { Step } from '../../../src/cli/year/year.ts';
import { meetingsContract } from '../../../src/modules/meetings/contract.ts';
import { reportKey } from './audit-reports.ts';
import type { PlannedMeeting } from './data.ts';
import { participants, type Play, step } from './play.ts';
import { daysBefore } from './days.ts';

export function meetings(play: Play): Step[] {
  const { data } = play;
  return [
    step(`${data.contractDate} 13:00`, '会議の日程を示し、確認する', () => schedule(play)),
    step(`${data.contractDate} 13:30`, '課題を記録する', () => openIssue(play)),
    ...data.meetings.flatMap((meeting, index) => {
      const before =
        meeting.papersBefore === undefined
          ? []
          : [
              step(`${daysBefore(meeting.at.slice(0, 10), meeting.papersBefore)} 15:00`, '会議の資料を送付する', () =>
                sendPapers(play, index),
              ),
            ];
      return [
        ...before,
        step(meeting.at, `${meeting.title}を行い、議事録を提出する`, () => hold(play, meeting, index)),
      ];
    }),
  ];
}

async function schedule({ world, data, keep, engagement }: Play): Promise<void> {
  const contractor = world.as('lead', meetingsContract);
  const office = world.as('office', meetingsContract);
  for (const [index, meeting] of data.meetings.entries()) {
    const { id } = await contractor.scheduleMeeting({
      ...engagement(),
      type: meeting.type,
      title: meeting.title,
      date: meeting.at.slice(0, 10),
      startTime: meeting.at.slice(11),
      ...(meeting.online === true
        ? { mode: 'オンライン', tool: 'みどり会議（ブラウザ版）', browserCapable: true }
        : { mode: '対面', venue: data.office.place }),
    });
    keep(`meeting:${index}`, id);
    const { version } = await office.getMeeting({ ...engagement(), meetingId: id });
    await office.confirmDate({ ...engagement(), meetingId: id, version });
  }
}

async function openIssue({ world, data, engagement }: Play): Promise<void> {
  const contractor = world.as('lead', meetingsContract);
  await contractor.openIssue({
    ...engagement(),
    meetingId: null,
    content: '庁内の相談の窓口と受付の手順を全庁に周知すること。',
    owner: 'city',
    due: data.plan.approved.slice(0, 10),
  });
}

const INFORMATION = [
  [
    'case',
    '委託先の従事者の端末の紛失の事例',
    '持ち出した端末の暗号化と、紛失の連絡の手順を確かめる必要があります。',
    '他団体の公表資料',
  ],
  [
    'vulnerability',
    '遠隔接続の機器の脆弱性',
    '該当する機器の有無と、修正の適用の状況を確かめる必要があります。',
    '脆弱性情報の公表資料',
  ],
  ['notice', '国のガイドラインの改定の動き', '改定の案のうち、対策基準に関わる箇所を整理しました。', '国の公表資料'],
] as const;

async function sendPapers({ world, data, get, engagement }: Play, index: number): Promise<void> {
  const contractor = world.as('lead', meetingsContract);
  const meetingId = get(`meeting:${index}`);
  const [kind, title, summary, source] = INFORMATION[index % INFORMATION.length] ?? INFORMATION[0];
  const publishedOn = data.contractDate;
  await contractor.addInformation({ ...engagement(), kind, title, summary, source, publishedOn });
  for (const paper of ['progress', 'issues', 'schedule', 'information'] as const) {
    await contractor.preparePaper({ ...engagement(), meetingId, kind: paper });
  }
  for (const one of data.meetings[index]?.attached ?? []) {
    const { kind, format } = typeof one === 'string' ? { kind: one, format: 'docx' as const } : one;
    await contractor.attachDocument({ ...engagement(), meetingId, kind, format });
  }
  const { version } = await contractor.getMeeting({ ...engagement(), meetingId });
  await contractor.sendPapers({ ...engagement(), meetingId, version });
}

async function hold(play: Play, meeting: PlannedMeeting, index: number): Promise<void> {
  const { world, get, engagement } = play;
  const contractor = world.as('lead', meetingsContract);
  const office = world.as('office', meetingsContract);
  const meetingId = get(`meeting:${index}`);
  const one = { ...engagement(), meetingId };
  const { version } = await contractor.getMeeting(one);
  const held = await contractor.holdMeeting({
    ...one,
    version,
    ...(meeting.explainsPlan === true ? { document: get('plan') } : {}),
    ...(meeting.about === undefined ? {} : { document: get(reportKey(meeting.about.source, meeting.about.target)) }),
    participants: participants(play, ['office', 'pm', 'lead'], { members: meeting.about !== undefined }),
  });
  const saved = await contractor.saveMinutes({
    ...one,
    version: held.version,
    agenda: [meeting.title],
    report: '',
    decisions: [...meeting.decisions],
    actions: [],
    minutes: meeting.minutes,
  });
  const submitted = await contractor.submitMinutes({ ...one, version: saved.version });
  const { approval } = await office.getMeeting(one);
  if (approval === 'waiting') await office.approveMinutes({ ...one, version: submitted.version });
}
