/** What the city answers: minutes that it approves or returns, the room that it names. */
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { part } from '../../documents/testing/ooxml.ts';
import { wordVersion } from '../../documents/testing/word-changes.ts';
import type { Caller } from '../../kernel/caller.ts';
import { both, startMeetings, type StartedMeetings, written } from './testing/start-meetings.ts';

let started: StartedMeetings;
let manager: Caller;
let office: Caller;
let fukuoka = '';
let ward = '';

beforeAll(async () => {
  started = await startMeetings('2024-05-14T06:00:00.000Z', [
    { specification: 'fukuoka-2025', contractDate: '2025-04-21' },
    { specification: 'tokubetsuku', contractDate: '2024-04-05', periodTo: '2025-03-31' },
  ]);
  ({ manager, office } = started);
  [fukuoka = '', ward = ''] = started.engagements;
});
afterAll(() => started.test.close());

const meetings = (caller: Caller) => started.meetings(caller);
const facts = (engagementId: string, kinds: string[]) => started.facts(engagementId, kinds);

describe('approval of minutes', () => {
  it('returns with a reason, approves a corrected edition, and locks it', async () => {
    const { id: meetingId } = await meetings(manager).recordHeldMeeting({
      engagementId: ward,
      type: 'self-check-debriefing',
      title: '調査結果報告会',
      occurredOn: '2024-05-14',
      startTime: '10:00',
      mode: '対面',
      participants: both,
    });
    const inHand = async () => {
      const { version } = await meetings(manager).getMeeting({ engagementId: ward, meetingId });
      return { engagementId: ward, meetingId, version };
    };
    await meetings(manager).saveMinutes({ ...(await inHand()), ...written });
    await expect(meetings(office).approveMinutes(await inHand())).rejects.toMatchObject({ code: 'state.refused' });
    await meetings(manager).submitMinutes(await inHand());
    await expect(meetings(manager).approveMinutes(await inHand())).rejects.toMatchObject({
      code: 'permission.refused',
    });
    await meetings(office).returnMinutes({ ...(await inHand()), reason: '出席者の名が違います。' });
    expect(await meetings(manager).getMeeting({ engagementId: ward, meetingId })).toMatchObject({
      approval: 'returned',
      returnedBecause: '出席者の名が違います。',
    });
    await meetings(manager).saveMinutes({ ...(await inHand()), ...written, minutes: '出席者を改めた。' });
    await meetings(manager).submitMinutes(await inHand());
    await meetings(office).approveMinutes(await inHand());
    await expect(meetings(manager).saveMinutes({ ...(await inHand()), ...written })).rejects.toMatchObject({
      code: 'state.refused',
    });
    await expect(meetings(manager).submitMinutes(await inHand())).rejects.toMatchObject({ code: 'state.refused' });
    const { editions } = await meetings(office).listEditions({ engagementId: ward, meetingId });
    expect(editions.map(({ edition, state }) => [edition, state])).toEqual([
      [2, 'approved'],
      [1, 'returned'],
    ]);
    const decided = await facts(ward, ['minutes.approved', 'minutes.returned']);
    expect(decided.map(({ kind, data }) => [kind, data['edition']])).toEqual([
      ['minutes.returned', 1],
      ['minutes.approved', 2],
    ]);
    const changes = async (format: 'docx' | 'pdf', edition = 2) =>
      (await meetings(office).downloadChanges({ engagementId: ward, meetingId, edition, format })).bytes;
    const tracked = await changes('docx');
    expect(words(tracked)).toMatch(/<w:del [^>]*w:author="[^"]+"/u);
    expect(wordVersion(part(tracked, 'word/document.xml'), 'after').join()).toContain('出席者を改めた。');
    expect(wordVersion(part(tracked, 'word/document.xml'), 'before').join()).not.toContain('出席者を改めた。');
    expect(part(tracked, 'word/comments.xml')).toContain('差し戻した理由：出席者の名が違います。');
    expect(Buffer.from((await changes('pdf')).subarray(0, 4)).toString()).toBe('%PDF');
    await expect(changes('docx', 3)).rejects.toMatchObject({ code: 'record.missing' });
    // What was agreed to do goes on being done; the approved paper stays as it is.
    const paper = async () =>
      words(
        (
          await meetings(office).downloadDocument({
            engagementId: ward,
            kind: 'minutes',
            subject: meetingId,
            format: 'docx',
          })
        ).bytes,
      );
    const before = await paper();
    const { submitted } = await meetings(office).getMeeting({ engagementId: ward, meetingId });
    await meetings(manager).completeAction({ ...(await inHand()), actionId: submitted?.actions[0]?.id ?? '' });
    expect(await paper()).toBe(before);
    expect(before).toContain('第2版（発注者承認済み）');
  });
});

describe('under a specification that lets the city name the room', () => {
  it('leaves the room open until the city names it, and takes a telephone call at once', async () => {
    started.test.clock.moveTo('2025-04-22T00:00:00.000Z');
    const { id: meetingId } = await meetings(manager).scheduleMeeting({
      engagementId: fukuoka,
      type: 'working',
      title: '進め方の打合せ',
      date: '2025-04-22',
      startTime: '10:00',
      mode: '対面',
    });
    const inHand = { engagementId: fukuoka, meetingId };
    await meetings(office).confirmDate({ ...inHand, version: 1 });
    expect(await meetings(manager).getMeeting(inHand)).toMatchObject({ venue: null, venueMissing: 'city' });
    await expect(meetings(manager).holdMeeting({ ...inHand, version: 2, participants: both })).rejects.toMatchObject({
      code: 'input.invalid',
    });
    await meetings(office).nameVenue({ ...inHand, version: 2, venue: '3階の会議室' });
    await meetings(manager).holdMeeting({ ...inHand, version: 3, participants: both });
    expect(await meetings(manager).getMeeting(inHand)).toMatchObject({ minutesDue: '2025-04-29', minutesNeeded: true });

    await meetings(manager).recordTalk({
      engagementId: fukuoka,
      title: '資料の提出の延期',
      occurredOn: '2025-04-22',
      startTime: '15:10',
      mode: '電話',
      contractor: '受託者の担当者',
      city: '市の担当者',
      said: '資料の提出を一週間延ばしたいとの申出があった。',
      decisions: ['提出期限を5月2日とする。'],
      submit: true,
    });
    const [, phone] = await facts(fukuoka, ['meeting.held']);
    expect(phone?.data).toMatchObject({ type: 'talk', mode: '電話', venue: null, tool: null, licenceBy: null });
    expect(await facts(fukuoka, ['minutes.submitted'])).toHaveLength(1);
  });
});

/** The text of a docx. */
function words(bytes: Uint8Array): string {
  return Object.values(unzipSync(bytes, { filter: (file) => file.name === 'word/document.xml' }))
    .map((part) => Buffer.from(part).toString())
    .join('');
}
