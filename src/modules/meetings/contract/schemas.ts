/** Contract, shapes that its parts share. */
import { z } from 'zod';
import { SpanSchema } from '../../../core/obligation/date-expression.ts';
import { day, id, instant, line, text, version } from '../../../kernel/schema.ts';
import { MEETING_MODES } from '../meeting-types.ts';

/** A type of the engagement's specification or one of the product's own; see `listTypes`. */
export const type = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9-]*$/);
export const mode = z.enum(MEETING_MODES);
export const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export const side = z.enum(['city', 'contractor']);
/** Length of a meeting or of a point of its agenda. */
export const minuteCount = z.int().min(1).max(600);

export const participant = z.strictObject({
  /** Account or team member; null for a person who has neither. */
  personId: id.nullable(),
  name: line,
  side: z.enum(['city', 'contractor', 'vendor']),
  /** `absent`: expected, but did not come. */
  attendance: z.enum(['present', 'late', 'absent']).default('present'),
});
export type Participant = z.output<typeof participant>;

export const action = z.strictObject({ id, text: line, owner: side, due: day.nullable(), doneOn: day.nullable() });
export type Action = z.output<typeof action>;

/** What minutes are made of. */
export const minutes = z.strictObject({
  agenda: z.array(line).max(50),
  report: text,
  decisions: z.array(line).max(100),
  actions: z.array(action).max(100),
  minutes: text,
  /** Issues that came up at the meeting, as the issue list held them when the minutes were submitted. */
  issues: z.array(z.strictObject({ number: z.int(), content: z.string() })).default([]),
});
export type Minutes = z.output<typeof minutes>;
export const submittedMinutes = minutes.extend({ edition: z.int(), submittedAt: instant });

/** A point of the agenda; `presenter` may be empty. */
export const agendaItem = z.strictObject({
  title: line,
  presenter: z.string().trim().max(100),
  minutes: minuteCount.nullable(),
});
export type AgendaItem = z.output<typeof agendaItem>;

/** Place or tool of a meeting. */
export const setting = {
  mode,
  /** 対面 only; without it the first place of the contract, unless the specification says who provides the room. */
  venue: line.nullable().optional(),
  /** オンライン only. */
  tool: line.nullable().optional(),
  browserCapable: z.boolean().nullable().optional(),
};
export const about = {
  department: id.nullable().optional(),
  /** Deliverable or plan that is explained. */
  document: id.nullable().optional(),
  audience: line.nullable().optional(),
};

export const meeting = z.strictObject({
  id,
  type,
  title: z.string(),
  date: day,
  startTime: z.string(),
  /** Planned length in minutes; null when nobody said. */
  length: z.int().nullable(),
  state: z.enum(['proposed', 'agreed', 'held', 'cancelled']),
  proposedBy: side,
  mode,
  venue: z.string().nullable(),
  /** The side that still has to name the room; null when it is known or none is needed. */
  venueMissing: z.enum(['city', 'contractor', 'both']).nullable(),
  tool: z.string().nullable(),
  browserCapable: z.boolean().nullable(),
  toolAgreed: z.boolean(),
  /** True while the specification wants a browser tool and the city has not agreed to another one. */
  toolAgreementMissing: z.boolean(),
  /** Null where no agreement is asked for. */
  onlineAgreed: z.boolean().nullable(),
  licenceBy: z.string().nullable(),
  terminalsBy: z.string().nullable(),
  equipmentBy: z.string().nullable(),
  department: id.nullable(),
  document: id.nullable(),
  audience: z.string().nullable(),
  cancelledBecause: z.string(),
  agenda: z.array(agendaItem),
  /** Last day for agenda and papers; null where the specification names none. */
  papersDue: day.nullable(),
  papersSentOn: day.nullable(),
  participants: z.array(participant),
  /** The contractor's working copy; null for everybody else. */
  draft: minutes.nullable(),
  submitted: submittedMinutes.nullable(),
  /** Whether the specification asks for minutes of this meeting, and until when. */
  minutesNeeded: z.boolean(),
  minutesDue: day.nullable(),
  /** State of the latest edition with the city; `none` where no approval is asked for or nothing was submitted. */
  approval: z.enum(['none', 'waiting', 'approved', 'returned']),
  returnedBecause: z.string(),
  version,
});
export type Meeting = z.output<typeof meeting>;

/** What may be held under the engagement, and what the specification says of it. */
export const meetingKind = z.strictObject({
  type,
  name: z.string(),
  /** Null for the product's own types. */
  clause: z.string().nullable(),
  regular: z.boolean(),
  cadence: SpanSchema.nullable(),
  due: day.nullable(),
  notBefore: day.nullable(),
  modes: z.array(mode),
  venue: z.string().nullable(),
  perDepartment: z.boolean(),
  audience: z.string().nullable(),
  length: z.int().nullable(),
  topics: z.array(z.string()),
  papers: z.array(z.string()),
  papersBefore: z.strictObject({ clause: z.string(), span: SpanSchema }).nullable(),
});
export type MeetingKind = z.output<typeof meetingKind>;

export const inEngagement = { engagementId: id };
export const oneMeeting = { ...inEngagement, meetingId: id, version };
export const versioned = z.strictObject({ version });
