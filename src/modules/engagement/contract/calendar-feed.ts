/** Contract, calendar part: a subscription address for a person's own calendar, which its token alone opens. */
import { z } from 'zod';
import { command, download, query } from '../../../kernel/contract.ts';
import { day, done, engagementInput, id } from '../../../kernel/schema.ts';

const contents = {
  /** Duties of the person's own side that are still open. */
  duties: z.boolean(),
  meetings: z.boolean(),
  /** Beginning and end of the contract, and the days by which documents are owed. */
  milestones: z.boolean(),
  /** Days before an entry on which calendars remind; null for no reminder. */
  alarmDays: z.int().min(0).max(30).nullable(),
};

const feed = z.strictObject({
  id,
  ...contents,
  createdOn: day,
  usedOn: day.nullable(),
  revokedOn: day.nullable(),
});
export type CalendarFeed = z.output<typeof feed>;

/** Below the address of the installation. Shown once: it holds the secret. */
const address = z.strictObject({ feedId: id, path: z.string() });

export const calendarFeedOperations = {
  listCalendarFeeds: query({
    summary: '自分の購読用アドレスの一覧を、最後に使われた日とともに返す。アドレスそのものは返さない。',
    permission: 'engagement.follow',
    input: engagementInput,
    output: z.strictObject({ feeds: z.array(feed) }),
  }),
  createCalendarFeed: command({
    summary: '自分のカレンダーで購読するアドレスを作る。アドレスを示すのはこの一度だけである。',
    permission: 'engagement.follow',
    input: engagementInput.extend(contents),
    output: address,
    confidential: true,
  }),
  renewCalendarFeed: command({
    summary: '購読用アドレスを作り直す。これまでのアドレスは使えなくなる。',
    permission: 'engagement.follow',
    input: z.strictObject({ feedId: id }),
    output: address,
    confidential: true,
  }),
  revokeCalendarFeed: command({
    summary: '購読用アドレスを使えなくする。',
    permission: 'engagement.follow',
    input: z.strictObject({ feedId: id }),
    output: done,
  }),
  calendarFeed: download({
    summary: '購読用アドレスの予定を iCalendar で返す。アドレスに含まれる秘密の文字列だけで開く。',
    permission: 'anyone',
    input: z.strictObject({ token: z.string().max(100) }),
  }),
};
