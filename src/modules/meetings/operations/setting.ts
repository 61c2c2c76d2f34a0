/** The engagement with the meetings that its specification and the product know. */
import { type Calendar, createCalendar } from '../../../core/calendar/index.ts';
import type { MeetingConditions } from '../../../core/specification/index.ts';
import { fieldError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { engagementContract, type EngagementProfile } from '../../engagement/contract.ts';
import type { MeetingKind } from '../contract.ts';
import { MEETING_MODES, STANDARD_TYPES } from '../meeting-types.ts';

export interface Setting {
  readonly profile: EngagementProfile;
  /** Those of the specification in its order, the regular ones first, then the product's own. */
  readonly kinds: readonly MeetingKind[];
  /** What the specification says; where it is silent, every part is absent. */
  readonly conditions: MeetingConditions;
  /** The first one is the main one. */
  readonly regular: readonly MeetingKind[];
  readonly calendar: Calendar;
  readonly chapters: readonly { readonly clause: string; readonly title: string }[];
}

const SILENT: MeetingConditions = { regular: [], weekdays: [1, 2, 3, 4, 5] };

/** @throws AppError `record.missing` */
export async function settingOf(context: Context, engagementId: string): Promise<Setting> {
  const client = context.client(engagementContract);
  const profile = await client.getEngagement({ engagementId });
  const specification = await client.getSpecification({ engagementId });
  const conditions = specification.conditions.meetings ?? SILENT;
  const named = conditions.regular;
  // Where the specification's conditions name none, a meeting with a cadence is a regular one.
  const isRegular = (type: string, cadence: unknown): boolean =>
    named.length > 0 ? named.includes(type) : cadence !== undefined;
  const own = specification.meetings.map((meeting): MeetingKind => ({
    type: meeting.type,
    name: meeting.name,
    clause: meeting.clause,
    regular: isRegular(meeting.type, meeting.cadence),
    cadence: meeting.cadence ?? null,
    due: meeting.due,
    notBefore: meeting.notBefore,
    modes: meeting.modes,
    venue: meeting.venue ?? null,
    perDepartment: meeting.per === 'department',
    audience: meeting.audience ?? null,
    length: meeting.minutes ?? null,
    topics: meeting.topics,
    papers: meeting.papers,
    papersBefore: meeting.papersBefore ?? null,
  }));
  const rank = ({ type, regular }: MeetingKind): number =>
    regular ? (named.includes(type) ? named.indexOf(type) : named.length) : named.length + 1;
  const ordered = own.toSorted((a, b) => rank(a) - rank(b));
  const standard = STANDARD_TYPES.filter(({ type }) => !own.some((kind) => kind.type === type)).map(standardKind);
  return {
    profile,
    kinds: [...ordered, ...standard],
    conditions,
    regular: ordered.filter(({ regular }) => regular),
    calendar: createCalendar(),
    chapters: specification.chapters,
  };
}

const standardKind = ({ type, name }: (typeof STANDARD_TYPES)[number]): MeetingKind => ({
  type,
  name,
  clause: null,
  regular: false,
  cadence: null,
  due: null,
  notBefore: null,
  modes: [...MEETING_MODES],
  venue: null,
  perDepartment: false,
  audience: null,
  length: null,
  topics: [],
  papers: [],
  papersBefore: null,
});

/** @throws AppError `input.invalid` for a type that neither the specification nor the product knows. */
export function kindOf({ kinds }: Setting, type: string): MeetingKind {
  const kind = kinds.find((candidate) => candidate.type === type);
  if (kind === undefined) {
    throw fieldError('type', 'この業務委託にない種類の会議です。一覧にある種類から選んでください。');
  }
  return kind;
}
