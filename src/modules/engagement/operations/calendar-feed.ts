/** Subscriptions: a person's own calendar of an engagement, opened by a secret in its address and by nothing else. */
import { CALENDAR_MEDIA_TYPE, type CalendarEvent, writeCalendar } from '../../../core/icalendar/index.ts';
import type { Obligation } from '../../../core/obligation/index.ts';
import { mayUse } from '../../../kernel/caller.ts';
import { sha256Of } from '../../../kernel/canonical.ts';
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError } from '../../../kernel/error.ts';
import { newToken } from '../../../kernel/identifier.ts';
import type { Context, OpenHandler } from '../../../kernel/module.ts';
import { OK } from '../../../kernel/schema.ts';
import { engagementContract } from '../contract.ts';
import { facts } from '../facts.ts';
import { createRateLimit } from '../rate-limit.ts';
import { requireEngagement } from '../store.ts';
import {
  findFeed,
  insertFeed,
  replaceToken,
  requireOwnFeed,
  revokeFeed,
  selectFeeds,
  type StoredFeed,
  touchFeed,
} from '../store-feed.ts';
import { readCalendarEntries } from './calendar-entries.ts';
import { type Board, boardOf } from './evaluated.ts';

type Contract = typeof engagementContract;
type In<K extends keyof Contract['operations']> = ParsedInputOf<Contract, K>;
type Out<K extends keyof Contract['operations']> = Promise<OutputOf<Contract, K>>;

/** Addresses of one person for one engagement; enough for every device, too few to lose sight of. */
const FEEDS_ALLOWED = 10;
/** Calendars read a subscription every few hours; a forgotten loop must not cost more than that many readings an hour. */
const perToken = createRateLimit({ times: 60, withinMs: 3_600_000 });
/** Wrong addresses cost a look into the database each; all of them together are limited. */
const strangers = createRateLimit({ times: 120, withinMs: 60_000 });
const REFRESH_HOURS = 6;

export async function listCalendarFeeds(context: Context, input: In<'listCalendarFeeds'>): Out<'listCalendarFeeds'> {
  const feeds = await selectFeeds(context.tx, input.engagementId, context.caller.accountId);
  return { feeds: feeds.map(({ engagementId: _engagement, accountId: _account, ...feed }) => feed) };
}

export async function createCalendarFeed(context: Context, input: In<'createCalendarFeed'>): Out<'createCalendarFeed'> {
  const { engagementId, duties, meetings, milestones, alarmDays } = input;
  const { accountId } = context.caller;
  await requireEngagement(context.tx, engagementId);
  if (!duties && !meetings && !milestones) {
    throw new AppError('input.invalid', {
      fields: [{ path: 'duties', message: '購読する内容を一つ以上選んでください。' }],
    });
  }
  const own = await selectFeeds(context.tx, engagementId, accountId);
  if (own.filter(({ revokedOn }) => revokedOn === null).length >= FEEDS_ALLOWED) {
    throw new AppError('state.refused', {
      message: `購読用アドレスは${FEEDS_ALLOWED}件までです。使っていないものを廃止してから、作り直してください。`,
    });
  }
  const feed: StoredFeed = {
    ...{ id: context.newId(), engagementId, accountId, duties, meetings, milestones, alarmDays },
    ...{ createdOn: context.today, usedOn: null, revokedOn: null },
  };
  const token = issueToken(context.tx.tenantId);
  await insertFeed(context.tx, feed, sha256Of(token));
  recordIssue(context, feed);
  return { feedId: feed.id, path: pathOf(token) };
}

export async function renewCalendarFeed(
  context: Context,
  { feedId }: In<'renewCalendarFeed'>,
): Out<'renewCalendarFeed'> {
  const feed = await requireOwnFeed(context.tx, feedId, context.caller.accountId);
  const token = issueToken(context.tx.tenantId);
  await replaceToken(context.tx, feedId, sha256Of(token));
  recordIssue(context, feed);
  return { feedId, path: pathOf(token) };
}

export async function revokeCalendarFeed(
  context: Context,
  { feedId }: In<'revokeCalendarFeed'>,
): Out<'revokeCalendarFeed'> {
  const { engagementId } = await requireOwnFeed(context.tx, feedId, context.caller.accountId);
  await revokeFeed(context.tx, feedId, context.today);
  facts.record(context, 'calendar-feed.revoked', { engagementId, subject: feedId, data: {} });
  return OK;
}

/**
 * Every reason for which an address does not open (unknown, revoked, its person left or lost the right) answers alike.
 * @throws AppError `record.missing`; `rate.limited`
 */
export const calendarFeed: OpenHandler<In<'calendarFeed'>, OutputOf<Contract, 'calendarFeed'>> = async (
  open,
  { token },
) => {
  const refused = (): AppError => {
    if (!strangers.allows('', open.now)) return new AppError('rate.limited');
    return new AppError('record.missing', { internal: 'calendar feed' });
  };
  const tenantId = tenantOf(token);
  if (tenantId === null || strangers.isExhausted('', open.now)) throw refused();
  const tokenHash = sha256Of(token);
  const feed = await open.database.transaction(tenantId, (tx) => findFeed(tx, tokenHash));
  if (feed === null) throw refused();
  if (!perToken.allows(tokenHash, open.now)) throw new AppError('rate.limited');
  const caller = await open.callerOf(tenantId, feed.accountId);
  if (caller === null || !mayUse(engagementContract, 'engagement.follow', caller)) throw refused();
  const text = await open.as(caller, (context) => feedText(context, feed));
  return { name: '街守.ics', mediaType: CALENDAR_MEDIA_TYPE, bytes: new TextEncoder().encode(text) };
};

async function feedText(context: Context, feed: StoredFeed): Promise<string> {
  if (feed.usedOn !== context.today) await touchFeed(context.tx, feed.id, context.today);
  const board = await boardOf(context, feed.engagementId);
  const { engagement } = board.setting;
  const entries = await readCalendarEntries(context, board.setting);
  const alarm = feed.alarmDays === null ? {} : { alarmDays: feed.alarmDays };
  const began = `${engagement.contractDate}T00:00:00.000Z`;
  const duties = feed.duties ? dutyEvents(board, context.caller.party, began, alarm) : [];
  const meetings = feed.meetings
    ? entries.meetings.map((it): CalendarEvent => ({
        uid: `${it.id}@machimori`,
        ...{ stamp: it.at, day: it.day, summary: it.name, ...alarm },
        status: it.confirmed ? 'CONFIRMED' : 'TENTATIVE',
      }))
    : [];
  const milestones = feed.milestones
    ? entries.milestones.map((it): CalendarEvent => ({
        uid: `${engagement.id}-${it.id}@machimori`,
        ...{ stamp: began, day: it.day, summary: it.name, ...alarm },
      }))
    : [];
  const events = [...duties, ...meetings, ...milestones];
  return writeCalendar({ part: 'engagement', name: engagement.title, refreshHours: REFRESH_HOURS, events });
}

function dutyEvents(
  { obligations, notReady, setting }: Board,
  party: string,
  began: string,
  alarm: { readonly alarmDays?: number },
): CalendarEvent[] {
  return obligations.flatMap((it): CalendarEvent[] => {
    const own = it.party === party || it.party === 'both';
    if (!own || it.due === null || notReady.has(it.key) || !isOpen(it)) return [];
    const last = it.proof.at(-1)?.day;
    return [
      {
        // A key may hold Japanese clause numbers; its hash is as stable and safe everywhere.
        uid: `${sha256Of(`${setting.engagement.id} ${it.key}`).slice(0, 32)}@machimori`,
        stamp: last === undefined ? began : `${last}T00:00:00.000Z`,
        day: it.due,
        summary: `【期限】${it.title}`,
        description: `条項 ${it.clause}\n${it.derivation}`,
        ...alarm,
      },
    ];
  });
}

const isOpen = ({ state }: Obligation): boolean => state === 'not-due' || state === 'due' || state === 'breached';

function recordIssue(context: Context, { id, engagementId, duties, meetings, milestones }: StoredFeed): void {
  facts.record(context, 'calendar-feed.issued', { engagementId, subject: id, data: { duties, meetings, milestones } });
}

/** Names its municipality, so that row-level security can be set before the row is found; 256 random bits follow. */
function issueToken(tenantId: number): string {
  return `${tenantId}.${newToken()}`;
}

function tenantOf(token: string): number | null {
  const match = /^(\d{1,9})\.[\w-]{43}$/.exec(token);
  return match === null ? null : Number(match[1]);
}

function pathOf(token: string): string {
  return `/api/engagement/calendarFeed?input=${encodeURIComponent(JSON.stringify({ token }))}`;
}
