/** Meetings under specifications other than chiba's: several series, papers before the day, late people, issues. */
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../kernel/caller.ts';
import { engagementContract } from '../engagement/contract.ts';
import { both, startMeetings, type StartedMeetings, written } from './testing/start-meetings.ts';

let started: StartedMeetings;
let manager: Caller;
let office: Caller;
let kyoto = '';
let fukuoka = '';

beforeAll(async () => {
  started = await startMeetings('2024-04-05T00:00:00.000Z', [
    { specification: 'kyoto-2024', contractDate: '2024-04-05' },
    { specification: 'fukuoka-2025', contractDate: '2025-04-21' },
  ]);
  ({ manager, office } = started);
  [kyoto = '', fukuoka = ''] = started.engagements;
});
afterAll(() => started.test.close());

const meetings = (caller: Caller) => started.meetings(caller);
const facts = (engagementId: string, kinds: string[]) => started.facts(engagementId, kinds);

describe('kinds of meetings', () => {
  it('come from the specification, the regular ones first, with the product’s own behind them', async () => {
    const { types, online, venueBy, minutes } = await meetings(office).listTypes({ engagementId: kyoto });
    expect(types.slice(0, 2).map(({ type, regular }) => [type, regular])).toEqual([
      ['regular', true],
      ['biweekly', true],
    ]);
    expect(types.at(-1)).toMatchObject({ type: 'report', clause: null });
    // The specification speaks of working meetings itself.
    expect(types.filter(({ type }) => type === 'working')).toMatchObject([{ name: '作業会議', clause: '5(2)ウ-p1' }]);
    expect([online?.agreement, venueBy, minutes?.withinText, minutes?.approval]).toEqual([
      true,
      'agreed',
      '5開庁日',
      false,
    ]);
    await expect(
      meetings(manager).scheduleMeeting({
        engagementId: kyoto,
        type: 'ciso-plan',
        title: '説明',
        date: '2024-04-10',
        startTime: '10:00',
        mode: '対面',
      }),
    ).rejects.toMatchObject({ code: 'input.invalid', detail: { fields: [{ path: 'type' }] } });
  });

  it('get days proposed: every month and every fortnight, and what has a due date ahead of it', async () => {
    const { suggestions } = await meetings(manager).suggestSchedule({ engagementId: kyoto });
    const of = (type: string) => suggestions.filter((it) => it.type === type).map(({ date }) => date);
    expect(of('regular')).toHaveLength(12);
    expect(of('biweekly').length).toBeGreaterThanOrEqual(25);
    expect(of('regular')[0]).toBe('2024-04-12');
    started.test.clock.moveTo('2025-04-21T00:00:00.000Z');
    const city = await meetings(office).suggestSchedule({ engagementId: fukuoka });
    // Due on 1 May, ten days after the contract: two opening days in hand.
    expect(city.suggestions.find(({ type }) => type === 'kickoff')?.date).toBe('2025-04-28');
    started.test.clock.moveTo('2024-04-05T00:00:00.000Z');
  });

  it('keep several series apart', async () => {
    const series = {
      engagementId: kyoto,
      from: '2024-04-08',
      to: '2024-06-28',
      weekday: 2 as const,
      startTime: '10:00',
    };
    const monthly = await meetings(manager).proposeRegularMeetings({ ...series, venue: '第一会議室' });
    expect(monthly.meetings.map(({ date }) => date)).toEqual(['2024-04-09', '2024-05-14', '2024-06-11']);
    const fortnightly = await meetings(manager).proposeRegularMeetings({
      ...series,
      type: 'biweekly',
      mode: 'オンライン',
      tool: '会議ソフト',
      browserCapable: true,
    });
    expect(fortnightly.meetings.length).toBe(6);
    const planned = await meetings(manager).suggestSchedule({ engagementId: kyoto });
    const next = planned.suggestions.find(({ type }) => type === 'biweekly')?.date;
    expect(next).toBe('2024-07-02');
  });
});

describe('a monthly meeting', () => {
  let meetingId: string;
  const inHand = async () => {
    const { version } = await meetings(manager).getMeeting({ engagementId: kyoto, meetingId });
    return { engagementId: kyoto, meetingId, version };
  };

  it('goes online only when both agree', async () => {
    const { meetings: list } = await meetings(manager).listMeetings({ engagementId: kyoto });
    meetingId = list.find(({ type, date }) => type === 'regular' && date === '2024-05-14')?.id ?? '';
    await meetings(office).confirmDate(await inHand());
    expect(await facts(kyoto, ['meeting.online-agreed'])).toEqual([]);
    await meetings(manager).moveMeeting({
      ...(await inHand()),
      date: '2024-05-14',
      startTime: '13:30',
      mode: 'オンライン',
      tool: '会議ソフト',
      browserCapable: true,
    });
    expect(await meetings(office).getMeeting({ engagementId: kyoto, meetingId })).toMatchObject({
      state: 'proposed',
      onlineAgreed: false,
      equipmentBy: '受託者',
    });
    await meetings(office).confirmDate(await inHand());
    const [agreed] = await facts(kyoto, ['meeting.online-agreed']);
    expect(agreed).toMatchObject({ subject: meetingId, data: { meeting: meetingId, type: 'regular' } });
  });

  it('has its papers drawn from the records, corrected, and sent two opening days before', async () => {
    started.test.clock.moveTo('2024-05-09T03:00:00.000Z');
    const { id: issueId } = await meetings(office).openIssue({
      engagementId: kyoto,
      meetingId: null,
      content: '端末の持出しの手順が決まっていない。',
      owner: 'contractor',
      due: '2024-05-31',
    });
    await meetings(manager).addInformation({
      engagementId: kyoto,
      kind: 'notice',
      title: '端末の管理の徹底',
      summary: '持出しの記録を毎月確かめるよう求めるもの。',
      source: '国の通知',
      publishedOn: '2024-05-01',
    });
    const prepare = (kind: 'progress' | 'issues' | 'schedule' | 'information') =>
      meetings(manager).preparePaper({ engagementId: kyoto, meetingId, kind });
    const { id: progress } = await prepare('progress');
    await prepare('issues');
    await prepare('schedule');
    await prepare('information');
    await expect(prepare('schedule')).rejects.toMatchObject({ code: 'record.duplicate' });
    const { papers } = await meetings(manager).listPapers({ engagementId: kyoto, meetingId });
    const contents = papers.map(({ content }) => content);
    expect(contents[0]).toMatchObject({ kind: 'progress', since: '2024-04-05', until: '2024-05-09' });
    expect(contents[0]).toHaveProperty('done', expect.stringContaining('課題1件を課題管理表に加えました。'));
    expect(contents[0]).toHaveProperty('next', expect.stringMatching(/^・/));
    expect(contents[1]).toMatchObject({ kind: 'issues', rows: [{ number: 1, closedOn: null }] });
    const schedule = contents[2];
    expect(schedule?.kind === 'schedule' && schedule.rows.length).toBeGreaterThan(5);
    expect(contents[3]).toMatchObject({ rows: [{ informationKind: 'notice', source: '国の通知' }] });

    // The city sees nothing before it is sent, and then what was sent.
    expect((await meetings(office).listPapers({ engagementId: kyoto, meetingId })).papers).toEqual([]);
    const [report] = papers;
    if (report?.content?.kind !== 'progress') throw new Error('no report');
    const corrected = { ...report.content, remark: '口頭で補足します。' };
    const onePaper = { engagementId: kyoto, meetingId, paperId: progress };
    const { version } = await meetings(manager).savePaper({ ...onePaper, version: 1, content: corrected });
    await expect(meetings(manager).savePaper({ ...onePaper, version: 1, content: corrected })).rejects.toMatchObject({
      code: 'record.stale',
    });
    expect(await meetings(manager).getMeeting({ engagementId: kyoto, meetingId })).toMatchObject({
      papersDue: '2024-05-10',
      papersSentOn: null,
    });
    await meetings(manager).sendPapers(await inHand());
    const [sent] = await facts(kyoto, ['meeting.materials-sent']);
    expect(sent?.data).toEqual({
      meeting: meetingId,
      type: 'regular',
      papers: ['進捗状況報告書', '課題管理表', '概要スケジュール', '情報コーナー'],
      agenda: true,
      occurredOn: '2024-05-09',
    });
    await meetings(manager).savePaper({
      ...onePaper,
      version: version + 1,
      content: { ...corrected, remark: '書き直し中' },
    });
    const seen = await meetings(office).listPapers({ engagementId: kyoto, meetingId });
    expect(seen.papers[0]?.content?.remark).toBe('口頭で補足します。');
    expect((await meetings(manager).listPapers({ engagementId: kyoto, meetingId })).papers[0]?.changedSinceSent).toBe(
      true,
    );
    await expect(meetings(manager).removePaper({ ...onePaper, version: version + 2 })).rejects.toMatchObject({
      code: 'state.refused',
    });
    await expect(
      meetings(office).savePaper({ ...onePaper, version: version + 2, content: corrected }),
    ).rejects.toMatchObject({ code: 'permission.refused' });
    const { bytes } = await meetings(office).downloadPaper({ ...onePaper, format: 'docx' });
    expect(words(bytes)).toContain('口頭で補足します。');
    await expect(meetings(office).downloadPaper({ ...onePaper, format: 'xlsx' })).rejects.toMatchObject({
      code: 'state.refused',
    });
    await meetings(office).changeIssue({
      engagementId: kyoto,
      issueId,
      version: 1,
      content: '端末の持出しの手順が決まっていない。',
      owner: 'contractor',
      due: '2024-05-31',
      response: '案を作成中',
    });
  });

  it('tells who came late and who did not come', async () => {
    started.test.clock.moveTo('2024-05-14T06:00:00.000Z');
    const absent = { ...both[0], personId: null, name: '課長', side: 'city' as const, attendance: 'absent' as const };
    await expect(
      meetings(manager).holdMeeting({ ...(await inHand()), participants: [absent, ...both.slice(1)] }),
    ).rejects.toMatchObject({ code: 'input.invalid' });
    await meetings(manager).holdMeeting({
      ...(await inHand()),
      participants: [
        absent,
        { ...both[0], name: '市の担当者', side: 'city', personId: null, attendance: 'late' },
        ...both.slice(1),
      ],
    });
    const [held] = await facts(kyoto, ['meeting.held']);
    expect(held?.data).toMatchObject({ mode: 'オンライン', licenceBy: '受託者', cityPeople: 1, contractorPeople: 1 });
    await meetings(manager).openIssue({
      engagementId: kyoto,
      meetingId,
      content: '研修の日程が重なっている。',
      owner: 'city',
      due: null,
    });
    await meetings(manager).saveMinutes({ ...(await inHand()), ...written });
    await meetings(manager).submitMinutes(await inHand());
    const meeting = await meetings(office).getMeeting({ engagementId: kyoto, meetingId });
    expect(meeting).toMatchObject({ minutesDue: '2024-05-21', approval: 'none' });
    expect(meeting.submitted?.issues).toEqual([{ number: 2, content: '研修の日程が重なっている。' }]);
    await expect(meetings(office).approveMinutes(await inHand())).rejects.toMatchObject({ code: 'state.refused' });
    const paper = await meetings(office).downloadDocument({
      engagementId: kyoto,
      kind: 'minutes',
      subject: meetingId,
      format: 'docx',
    });
    expect(words(paper.bytes)).toContain('市の担当者（途中から出席）');
    expect(words(paper.bytes)).toContain('課長（発注者）');
    await expect(
      meetings(manager).preparePaper({ engagementId: kyoto, meetingId, kind: 'progress' }),
    ).rejects.toMatchObject({ code: 'state.refused' });
  });

  it('closes an issue once, with what was done', async () => {
    const { issues } = await meetings(manager).listIssues({ engagementId: kyoto });
    expect(issues.map(({ number, meetingTitle }) => [number, meetingTitle])).toEqual([
      [1, null],
      [2, '定例報告会'],
    ]);
    const close = { engagementId: kyoto, issueId: issues[1]?.id ?? '', version: 1, response: '日程を改めた。' };
    await meetings(office).closeIssue(close);
    await expect(meetings(office).closeIssue({ ...close, version: 2 })).rejects.toMatchObject({
      code: 'state.refused',
    });
    expect(await facts(kyoto, ['issue.closed'])).toHaveLength(1);
    const staff = started.test.caller(['department-staff']);
    await expect(meetings(staff).listIssues({ engagementId: kyoto })).rejects.toMatchObject({
      code: 'permission.refused',
    });
    const list = await meetings(office).downloadDocument({
      engagementId: kyoto,
      kind: 'issue-list',
      subject: null,
      format: 'xlsx',
    });
    expect(words(list.bytes, /sharedStrings|sheet1/)).toContain('日程を改めた。');
  });

  it('meets what the specification asks for', async () => {
    const { obligations } = await started.test.application
      .client(engagementContract, manager)
      .listObligations({ engagementId: kyoto });
    const of = (clause: string) =>
      obligations.filter((it) => it.clause === clause && it.subject === meetingId).map(({ state }) => state);
    expect(of('5(2)イ(イ)-p1')).toEqual(['met']);
    expect(of('5(2)イ(イ)-p2')).toEqual(['met']);
    expect(of('5(2)イ(ウ)')).toEqual(['met']);
    expect(of('5(2)エ-p1')).toEqual(['met']);
    expect(of('5(2)エ-p2')).toEqual(['met']);
    expect(of('5(2)イ(ア)')).toEqual(['met']);
  });
});

/** The text of a docx or xlsx. */
function words(bytes: Uint8Array, parts = /word\/document\.xml$/): string {
  return Object.values(unzipSync(bytes, { filter: (file) => parts.test(file.name) }))
    .map((part) => Buffer.from(part).toString())
    .join('');
}
