import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../kernel/caller.ts';
import { readFacts } from '../../kernel/journal.ts';
import { startTestApplication, type TestApplication } from '../../kernel/test-application.ts';
import { engagementContract } from '../engagement/contract.ts';
import { peopleContract } from '../people/contract.ts';
import { meetingsContract } from './contract.ts';
import { meetingsChapter } from './documents/chapter.ts';

let test: TestApplication;
let manager: Caller;
let office: Caller;
let head: Caller;
let engagementId: string;
let department: string;

beforeAll(async () => {
  test = await startTestApplication({ start: '2026-06-01T00:00:00.000Z' });
  const administrator = test.application.client(peopleContract, test.caller(['administrator']));
  const { created } = await administrator.reorganise({
    from: '2025-04-01',
    changes: [
      { kind: 'create', key: 'a', name: '総務局', kana: 'そうむきょく', bureau: null },
      { kind: 'create', key: 'b', name: '人事課', kana: 'じんじか', bureau: 'new:a' },
    ],
  });
  department = created.find(({ key }) => key === 'b')?.id ?? '';
  manager = test.caller(['project-manager']);
  office = test.caller(['security-office']);
  head = test.caller(['department-head'], { departmentIds: [department] });
  ({ engagementId } = await test.application.client(engagementContract, manager).createEngagement({
    specification: 'chiba-2026',
    contractDate: '2026-06-01',
    contractor: '青空監査法人',
    client: { department: '業務改革推進課', address: '中央区一番1号', tel: '000-000-0000', fax: '', email: '' },
    places: ['市役所'],
  }));
});
afterAll(() => test.close());

const meetings = (caller: Caller) => test.application.client(meetingsContract, caller);
const facts = (kinds: string[]) =>
  test.application.parts.database.transaction(test.tenantId, (tx) => readFacts(tx, { engagementId, kinds }));
const both = [
  { personId: null, name: '市の担当者', side: 'city' as const },
  { personId: '00000000-0000-7000-8000-0000000000aa', name: '受託者の担当者', side: 'contractor' as const },
];
const regular = { engagementId: '', weekday: 2 as const, startTime: '10:00', tool: 'ウェブ会議', browserCapable: true };

describe('dates', () => {
  it('are proposed by one side and stand when the other one confirms', async () => {
    const propose = { ...regular, engagementId, from: '2026-06-01', to: '2026-07-31' };
    const reply = await meetings(manager).proposeRegularMeetings(propose);
    expect(reply.meetings.map(({ date }) => date)).toEqual([
      '2026-06-02',
      '2026-06-16',
      '2026-06-30',
      '2026-07-14',
      '2026-07-28',
    ]);
    await expect(meetings(manager).proposeRegularMeetings(propose)).rejects.toMatchObject({
      code: 'record.duplicate',
    });
    const meetingId = reply.meetings[0]?.id ?? '';
    const inHand = { engagementId, meetingId, version: 1 };
    expect(await facts(['meeting.scheduled'])).toEqual([]);
    await expect(meetings(manager).confirmDate(inHand)).rejects.toMatchObject({ code: 'state.refused' });
    await expect(meetings(manager).holdMeeting({ ...inHand, participants: both })).rejects.toMatchObject({
      code: 'state.refused',
      detail: { message: '日程がまだ確認されていません。発注者が日程を確認してから記録してください。' },
    });
    await expect(meetings(head).confirmDate(inHand)).rejects.toMatchObject({ code: 'permission.refused' });
    await meetings(office).confirmDate(inHand);
    await expect(meetings(office).confirmDate(inHand)).rejects.toMatchObject({
      code: 'record.stale',
      detail: { current: { state: 'agreed' } },
    });
    expect((await facts(['meeting.scheduled'])).map(({ data }) => data)).toEqual([
      { type: 'biweekly', date: '2026-06-02', agreed: true },
    ]);
  });

  it('are open days to come inside the contract', async () => {
    const schedule = (date: string) =>
      meetings(office).scheduleMeeting({
        engagementId,
        type: 'working',
        title: '資料の確認',
        date,
        startTime: '10:00',
        mode: '対面',
      });
    for (const date of ['2026-06-06', '2026-12-31', '2026-05-29', '2027-04-01']) {
      await expect(schedule(date)).rejects.toMatchObject({ code: 'input.invalid' });
    }
    const { id } = await schedule('2026-06-05');
    const meeting = await meetings(manager).getMeeting({ engagementId, meetingId: id });
    expect(meeting).toMatchObject({ venue: '市役所', licenceBy: null, proposedBy: 'city' });
    await meetings(manager).moveMeeting({
      engagementId,
      meetingId: id,
      version: 1,
      date: '2026-06-08',
      startTime: '09:30',
    });
    await meetings(office).cancelMeeting({ engagementId, meetingId: id, version: 2, reason: '不要になったため' });
    await expect(
      meetings(office).cancelMeeting({ engagementId, meetingId: id, version: 3, reason: '不要' }),
    ).rejects.toMatchObject({ code: 'state.refused' });
  });
});

describe('minutes', () => {
  it('belong to the contractor until they are submitted', async () => {
    test.clock.moveTo('2026-06-02T03:00:00.000Z');
    const [first] = (await meetings(manager).listMeetings({ engagementId })).meetings;
    const inHand = { engagementId, meetingId: first?.id ?? '' };
    await expect(
      meetings(manager).holdMeeting({ ...inHand, version: 2, participants: both.slice(1) }),
    ).rejects.toMatchObject({ code: 'input.invalid' });
    await meetings(manager).holdMeeting({ ...inHand, version: 2, participants: both });
    const [held] = await facts(['meeting.held']);
    expect(held?.data).toMatchObject({
      mode: 'オンライン',
      tool: 'ウェブ会議',
      browserCapable: true,
      licenceBy: '受注者',
      terminalsBy: '発注者及び受注者',
      participants: ['00000000-0000-7000-8000-0000000000aa'],
    });
    const content = {
      agenda: ['計画の確認'],
      report: '',
      decisions: ['計画の案で進める。'],
      actions: [{ text: '調査票の案を送る', owner: 'contractor' as const, due: '2026-06-12' }],
      minutes: '計画の案を確認した。',
    };
    await expect(meetings(office).saveMinutes({ ...inHand, version: 3, ...content })).rejects.toMatchObject({
      code: 'permission.refused',
    });
    await expect(meetings(manager).submitMinutes({ ...inHand, version: 3 })).rejects.toMatchObject({
      code: 'input.invalid',
    });
    await meetings(manager).saveMinutes({ ...inHand, version: 3, ...content });
    expect(await meetings(office).getMeeting(inHand)).toMatchObject({ draft: null, submitted: null });
    await meetings(manager).submitMinutes({ ...inHand, version: 4 });
    await meetings(manager).saveMinutes({ ...inHand, version: 5, ...content, minutes: '書き直し中', actions: [] });
    expect(await meetings(office).getMeeting(inHand)).toMatchObject({
      draft: null,
      submitted: { edition: 1, minutes: '計画の案を確認した。', actions: [{ text: '調査票の案を送る' }] },
    });
    expect(await facts(['minutes.submitted'])).toHaveLength(1);
  });

  it('are a paper for the city once they are submitted', async () => {
    const [first, second] = (await meetings(manager).listMeetings({ engagementId })).meetings;
    const request = { engagementId, kind: 'minutes', format: 'docx' as const };
    const { bytes } = await meetings(office).downloadDocument({ ...request, subject: first?.id ?? null });
    const text = Object.values(unzipSync(bytes, { filter: (file) => file.name === 'word/document.xml' }))
      .map((part) => Buffer.from(part).toString())
      .join('');
    expect(text).toContain('計画の案を確認した。');
    expect(text).not.toContain('書き直し中');
    await expect(meetings(office).downloadDocument({ ...request, subject: second?.id ?? null })).rejects.toMatchObject({
      code: 'state.refused',
    });
  });

  it('make a chapter of the business report', async () => {
    const blocks = await test.application.run(manager, (context) => meetingsChapter.build(context, engagementId, []));
    expect(JSON.stringify(blocks)).toContain('打合せを1回行いました（うち定例の打合せ1回、オンライン1回）');
  });

  it('are seen by a department only where they concern it', async () => {
    expect((await meetings(head).listMeetings({ engagementId })).meetings).toEqual([]);
    const { id } = await meetings(manager).recordHeldMeeting({
      engagementId,
      type: 'section',
      title: '人事課への説明',
      occurredOn: '2026-06-02',
      startTime: '13:00',
      mode: '対面',
      department,
      participants: both,
    });
    expect((await meetings(head).listMeetings({ engagementId })).meetings.map((meeting) => meeting.id)).toEqual([id]);
    const stranger = test.caller(['security-office'], { tenantId: await test.addTenant('kita') });
    await expect(meetings(stranger).getMeeting({ engagementId, meetingId: id })).rejects.toMatchObject({
      code: 'record.missing',
    });
  });

  it('asks the city about a tool that does not run in a browser', async () => {
    const { id: meetingId } = await meetings(office).scheduleMeeting({
      engagementId,
      type: 'working',
      title: '確認',
      date: '2026-06-02',
      startTime: '15:00',
      mode: 'オンライン',
      tool: '専用ソフト',
      browserCapable: false,
    });
    const inHand = { engagementId, meetingId };
    await meetings(manager).confirmDate({ ...inHand, version: 1 });
    await expect(meetings(manager).holdMeeting({ ...inHand, version: 2, participants: both })).rejects.toMatchObject({
      code: 'state.refused',
    });
    await expect(meetings(manager).agreeTool({ ...inHand, version: 2 })).rejects.toMatchObject({
      code: 'permission.refused',
    });
    await meetings(office).agreeTool({ ...inHand, version: 2 });
    await meetings(manager).holdMeeting({ ...inHand, version: 3, participants: both });
  });
});

describe('reports, calendar, messages', () => {
  it('prefills the progress report from the facts since the last regular meeting', async () => {
    test.clock.moveTo('2026-06-15T00:00:00.000Z');
    await test.application.run(manager, async (context) =>
      context.append({ engagementId, kind: 'plan.submitted', subject: engagementId, data: { version: 1 } }),
    );
    const report = await meetings(manager).draftReport({ engagementId });
    expect(report).toMatchObject({ since: '2026-06-02', until: '2026-06-15' });
    expect(report.text).toContain('作業計画書を提出しました（1件）');
    await expect(meetings(office).draftReport({ engagementId })).rejects.toMatchObject({ code: 'permission.refused' });
  });

  it('offers the city only what was submitted, and the contractor also its drafts', async () => {
    const draft = '00000000-0000-7000-8000-0000000000bb';
    await test.application.run(manager, async (context) =>
      context.append({ engagementId, kind: 'plan.drafted', subject: draft, data: { version: 2 } }),
    );
    const offered = async (caller: Caller) =>
      (await meetings(caller).listChoices({ engagementId })).documents.map(({ id, name }) => [id, name]);
    const submitted = [engagementId, '作業計画書（第1版）'];
    expect(await offered(office)).toEqual([submitted]);
    expect(await offered(manager)).toEqual([submitted, [draft, '作業計画書（第2版）']]);
  });

  it('writes a calendar that no line of which is too long', async () => {
    const { bytes, mediaType } = await meetings(office).downloadCalendar({ engagementId });
    const text = Buffer.from(bytes).toString();
    expect(mediaType).toContain('text/calendar');
    expect(text).toContain('DTSTART;TZID=Asia/Tokyo:20260616T100000');
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  });

  it('keeps messages with their thread', async () => {
    const message = {
      engagementId,
      channel: '電子メール' as const,
      direction: 'to-city' as const,
      subject: '調査票の案',
      body: '送付します。',
      counterpart: '業務改革推進課',
      fileIds: [],
    };
    const { id } = await meetings(manager).recordMessage(message);
    await meetings(office).recordMessage({
      ...message,
      direction: 'from-city',
      subject: 'Re: 調査票の案',
      threadId: id,
    });
    await expect(meetings(manager).recordMessage({ ...message, occurredOn: '2026-06-16' })).rejects.toMatchObject({
      code: 'input.invalid',
    });
    const { messages } = await meetings(office).listMessages({ engagementId });
    expect(messages.map(({ threadId }) => threadId)).toEqual([id, id]);
    await expect(meetings(head).listMessages({ engagementId })).rejects.toMatchObject({ code: 'permission.refused' });
    expect((await facts(['message.recorded'])).map(({ data }) => data['channel'])).toEqual([
      '電子メール',
      '電子メール',
    ]);
  });
});
