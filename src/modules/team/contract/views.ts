/** What the team's operations show. */
import { z } from 'zod';
import { day, id, instant, line, requiredText, version } from '../../../kernel/schema.ts';

/** Roles of one person. */
export const roles = z.array(line).min(1).max(10);
/** What is recorded of a person: 氏名, 所属（会社・部署）, 役割, 特定個人情報の取扱いの有無. */
export const person = {
  name: line,
  firm: line,
  department: line,
  roles,
  handlesMyNumber: z.boolean(),
  accountId: id.nullable(),
};

export const member = z.strictObject({
  id,
  ...person,
  roles: z.array(z.string()),
  state: z.enum(['proposed', 'active', 'left', 'declined']),
  isLead: z.boolean(),
  from: day,
  to: day.nullable(),
  version,
  /** Day on which the personal data were erased at the end of the contract. */
  erasedOn: day.nullable(),
});
export type Member = z.output<typeof member>;

export const qualification = z.strictObject({
  id,
  memberId: id,
  code: z.string(),
  name: z.string(),
  number: z.string(),
  validFrom: day,
  validTo: day.nullable(),
  fileId: id.nullable(),
  /** True when the specification's list names it. */
  accepted: z.boolean(),
});
export type Qualification = z.output<typeof qualification>;

/** Earlier work of a member. */
export const experienceInput = {
  client: line,
  /** One of the choices of `getTeam`. */
  category: line,
  population: z.int().min(0).max(20_000_000).nullable(),
  subject: line,
  from: day,
  to: day,
  completed: z.boolean(),
  activities: z.array(line).max(30),
  /** What shows that the work was of this kind: contract, report, certificate of the client. */
  evidence: requiredText,
};
export const experience = z.strictObject({
  id,
  memberId: id,
  ...experienceInput,
  kind: z.string(),
  category: z.string(),
  activities: z.array(z.string()),
  evidence: z.string(),
  counted: z.boolean(),
  /** Ids of the experience conditions that it serves, as the specification reads today. */
  counts: z.array(z.string()),
  reason: z.string(),
  clause: z.string(),
  fileId: id.nullable(),
});
export type Experience = z.output<typeof experience>;

/** Whether the firm is found in the published list. */
export const listing = z.enum(['listed', 'absent']);
export const career = z.strictObject({
  id,
  memberId: id,
  field: z.string(),
  years: z.number(),
  asOf: day,
  evidence: z.string(),
  fileId: id.nullable(),
});

export const expertise = z.strictObject({
  id,
  memberId: id,
  fields: z.array(z.string()),
  proof: z.string(),
  evidence: z.string(),
  declaredOn: day,
  fileId: id.nullable(),
});

export const vendorTie = z.strictObject({ memberId: id, tied: z.boolean(), vendors: z.string(), declaredOn: day });

export const credential = z.strictObject({
  id,
  type: z.string(),
  number: z.string(),
  field: z.string().nullable(),
  scope: z.string(),
  validFrom: day,
  validTo: day.nullable(),
  fileId: id.nullable(),
  checks: z.array(z.strictObject({ day, result: listing })),
});
export type Credential = z.output<typeof credential>;

export const condition = z.strictObject({
  clause: z.string(),
  title: z.string(),
  state: z.enum(['satisfied', 'attention', 'unsatisfied']),
  explanation: z.string(),
  members: z.array(id),
  endsOn: day.nullable(),
  /** What it rests on ends within 60 days, inside the contract. */
  endsSoon: z.boolean(),
});
export type Condition = z.output<typeof condition>;

export const change = z.strictObject({
  id,
  outgoing: id,
  incoming: id,
  becomesLead: z.boolean(),
  reason: z.string(),
  qualification: z.string(),
  career: z.string(),
  /** What else the specification wants shown. */
  particulars: z.array(z.strictObject({ name: z.string(), text: z.string() })),
  requestedOn: day,
  state: z.enum(['requested', 'approved', 'refused']),
  comment: z.string(),
  interviewedOn: day.nullable(),
  interviewNote: z.string(),
  decidedOn: day.nullable(),
  version,
  /** The conditions as they would stand with the new member in place of the old one; empty once decided. */
  conditions: z.array(condition),
});
export type Change = z.output<typeof change>;

export const instruction = z.strictObject({
  id,
  title: z.string(),
  body: z.string(),
  channel: z.string(),
  issuedOn: day,
  readings: z.array(z.strictObject({ memberId: id, readAt: instant.nullable() })),
});
export type Instruction = z.output<typeof instruction>;
