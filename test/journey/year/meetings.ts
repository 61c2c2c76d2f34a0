/** Regular meetings, briefings and reports between the two sides (8(2), 9(1)ア, オ, カ). */
import { meetingsContract } from '../../../src/modules/meetings/contract.ts';
import type { InputOf } from '../../../src/kernel/contract.ts';
import { confirm, field, group, main, pick, press, section } from '../harness/hand.ts';
import type { Stage } from './stage.ts';

type Type = InputOf<typeof meetingsContract, 'recordHeldMeeting'>['type'];

/** The regular meeting of that day: attendance and minutes on its page. */
export async function holdRegular(stage: Stage, date: string): Promise<void> {
  const { engagementId } = stage;
  const { meetings } = await (await stage.api('lead', meetingsContract)).listMeetings({ engagementId });
  const meeting = meetings.find((it) => it.date === date && it.type === 'biweekly');
  const lead = await stage.open('lead', `meetings/${meeting?.id ?? ''}`);
  await holdOnPage(stage, ['山田 恵子', '髙﨑 由美', '𠮷野 隆']);
  await lead.page.getByRole('button', { name: '記録から報告文を作る', exact: true }).click();
  await lead.quiet();
  await writeMinutes(stage, '次回までの予定のとおり進める。');
}

/** A briefing whose date the contractor proposes and the city confirms, both on their pages. */
export async function scheduleBriefing(stage: Stage, date: string, title: string): Promise<void> {
  const lead = await stage.open('lead', 'meetings');
  const form = section(main(lead), '会議の日程を示す');
  await field(form, '種類').selectOption({ label: 'CISOへの監査結果の説明' });
  await field(form, '会議名').fill(title);
  await field(form, '開催日').fill(date.replaceAll('-', '/'));
  await field(form, '開始時刻').fill('14:00');
  await pick(form, '方法', '対面');
  await field(form, '会場（対面の場合）').fill('あおば市役所　第一応接室');
  await press(lead, 'meetings/scheduleMeeting', '日程を示す', form);
  const office = await stage.open('office', 'meetings');
  await main(office).getByRole('link', { name: title, exact: true }).click();
  await office.quiet();
  await press(office, 'meetings/confirmDate', 'この日程を確認する');
}

export async function holdBriefing(stage: Stage, title: string): Promise<void> {
  const lead = await stage.open('lead', 'meetings');
  await main(lead).getByRole('link', { name: title, exact: true }).click();
  await lead.quiet();
  await holdOnPage(stage, ['青木 正明', '山田 恵子', '髙﨑 由美', '佐藤 健一']);
  await writeMinutes(stage, '監査結果通知案の内容を了承する。\n共通する課題は全庁に周知する。');
}

async function holdOnPage(stage: Stage, people: readonly string[]): Promise<void> {
  const lead = await stage.cast.as('lead');
  const attendance = group(main(lead), '出席者');
  for (const name of people) await attendance.getByRole('checkbox', { name: new RegExp(name) }).check();
  await press(lead, 'meetings/holdMeeting', '実施を記録する');
}

async function writeMinutes(stage: Stage, decisions: string): Promise<void> {
  const lead = await stage.cast.as('lead');
  const page = main(lead);
  await field(page, '議題').fill('業務の状況\n課題と対応');
  await field(page, '議事の内容').fill('資料に基づいて説明し、質疑を行った。');
  await field(page, '決定事項').fill(decisions);
  await press(lead, 'meetings/saveMinutes', '下書きを保存する');
  await confirm(lead, 'meetings/submitMinutes', '議事録を提出する');
}

/** The other meetings, over HTTP; answers with the meeting's id. */
export async function recordMeeting(
  stage: Stage,
  given: {
    readonly type: Type;
    readonly title: string;
    readonly occurredOn: string;
    readonly audience: string;
    readonly department?: string;
    readonly document?: string;
    /** Login names of those who came. */
    readonly people: readonly string[];
  },
): Promise<string> {
  const api = await stage.api('lead', meetingsContract);
  const { engagementId } = stage;
  const { people, ...rest } = given;
  const { id } = await api.recordHeldMeeting({
    engagementId,
    ...rest,
    startTime: '15:00',
    mode: '対面',
    venue: 'あおば市役所',
    participants: await participants(stage, people),
  });
  await minutesOver(stage, id, given.title);
  return id;
}

export async function recordRegular(stage: Stage, date: string): Promise<void> {
  const api = await stage.api('lead', meetingsContract);
  const { engagementId } = stage;
  const { meetings } = await api.listMeetings({ engagementId });
  const meeting = meetings.find((it) => it.date === date && it.type === 'biweekly');
  if (meeting === undefined) throw new Error(`no regular meeting on ${date}`);
  const { id, version } = meeting;
  const attending = await participants(stage, ['山田　恵子', '髙﨑　由美']);
  await api.holdMeeting({ engagementId, meetingId: id, version, participants: attending });
  await minutesOver(stage, id, '業務の状況');
}

async function minutesOver(stage: Stage, meetingId: string, agenda: string): Promise<void> {
  const api = await stage.api('lead', meetingsContract);
  const { engagementId } = stage;
  const { version } = await api.getMeeting({ engagementId, meetingId });
  const saved = await api.saveMinutes({
    engagementId,
    meetingId,
    version,
    agenda: [agenda],
    report: '',
    decisions: ['説明の内容を了承する。'],
    actions: [],
    minutes: '資料に基づいて説明し、質疑を行った。',
  });
  await api.submitMinutes({ engagementId, meetingId, version: saved.version });
}

async function participants(stage: Stage, names: readonly string[]) {
  const { people } = await (
    await stage.api('lead', meetingsContract)
  ).listChoices({ engagementId: stage.engagementId });
  return names.map((name) => {
    const found = people.find((person) => person.name.startsWith(name));
    if (found === undefined) throw new Error(`nobody is called ${name}`);
    return { personId: found.id, name: found.name, side: found.side };
  });
}
