/** Meetings and milestones of an engagement as days. Meetings come from their facts: this module knows no others. */
import { resolveDate } from '../../../core/obligation/index.ts';
import type { Specification } from '../../../core/specification/index.ts';
import type { JournalEntry } from '../../../kernel/fact.ts';
import { readFacts } from '../../../kernel/journal.ts';
import type { Context } from '../../../kernel/module.ts';
import { calendarOf } from '../rules.ts';
import type { Setting } from './evaluated.ts';

export interface MeetingEntry {
  readonly id: string;
  readonly day: string;
  readonly name: string;
  readonly confirmed: boolean;
  /** Instant of the record that set the day. */
  readonly at: string;
}

export interface Milestone {
  /** Stable inside the engagement. */
  readonly id: string;
  readonly day: string;
  readonly name: string;
}

export interface CalendarEntries {
  readonly meetings: readonly MeetingEntry[];
  readonly milestones: readonly Milestone[];
}

const MEETING_KINDS = ['meeting.proposed', 'meeting.scheduled', 'meeting.cancelled', 'meeting.held'];

export async function readCalendarEntries(context: Context, setting: Setting): Promise<CalendarEntries> {
  const engagementId = setting.engagement.id;
  const entries = await readFacts(context.tx, { engagementId, kinds: MEETING_KINDS });
  return { meetings: meetingsFrom(entries, setting.specification), milestones: milestonesOf(setting) };
}

/** The last word on each meeting; one that was called off is gone. */
export function meetingsFrom(entries: readonly JournalEntry[], specification: Specification): MeetingEntry[] {
  const names = new Map(specification.meetings.map(({ type, name }) => [type, name]));
  const meetings = new Map<string, MeetingEntry>();
  for (const { kind, subject, data, at } of entries) {
    if (kind === 'meeting.cancelled') {
      meetings.delete(subject);
      continue;
    }
    const day = kind === 'meeting.held' ? data['occurredOn'] : data['date'];
    const type = data['type'];
    if (typeof day !== 'string' || typeof type !== 'string') continue;
    const name = names.get(type) ?? '打合せ';
    meetings.set(subject, { id: subject, day, name, confirmed: kind !== 'meeting.proposed', at });
  }
  return [...meetings.values()];
}

/** Beginning and end of the contract and the days by which the specification wants its documents. */
export function milestonesOf({ engagement, specification, closedDays }: Setting): Milestone[] {
  const calendar = calendarOf(
    specification,
    closedDays.map(({ day }) => day),
  );
  const { contractDate, periodFrom, periodTo } = engagement;
  const sources = { calendar, anchors: { contractDate, periodFrom, periodTo }, find: () => [] };
  const deliverables = specification.deliverables.flatMap(({ type, name, due }): Milestone[] => {
    const day = due === null ? null : resolveDate(due, sources).day;
    return day === null ? [] : [{ id: `deliverable-${type}`, day, name: `${name}の提出期限` }];
  });
  return [
    { id: 'begin', day: periodFrom, name: '委託期間の初日' },
    ...deliverables,
    { id: 'end', day: periodTo, name: '委託期間の末日' },
  ];
}
