import { z } from 'zod';
import { defineFacts } from '../../kernel/fact.ts';
import { day, id } from '../../kernel/schema.ts';

const occurredOn = day.optional();

export const facts = defineFacts({
  'member.assigned': {
    when: 'A person of the contractor becomes a member of the team; the data name the particulars that are on record.',
    data: z.strictObject({
      member: id,
      role: z.string(),
      roles: z.array(z.string()),
      firm: z.string(),
      noticeFields: z.array(z.string()),
      occurredOn,
    }),
  },
  'member.left': {
    when: 'A member leaves the team, replaced by another member or by nobody.',
    data: z.strictObject({ member: id, replacedBy: id.nullable(), occurredOn }),
  },
  'lead.appointed': {
    when: 'A member becomes the one lead person through whom everything from the city goes.',
    data: z.strictObject({ member: id, occurredOn }),
  },
  'qualification.registered': {
    when: 'A qualification of a member, or its renewal, is put on record.',
    data: z.strictObject({ member: id, code: z.string(), number: z.string(), validFrom: day, validTo: day.nullable() }),
  },
  'experience.registered': {
    when: 'Earlier work of a member is put on record with the verdict whether it counts.',
    data: z.strictObject({
      member: id,
      category: z.string(),
      population: z.int().nullable(),
      from: day,
      to: day,
      completed: z.boolean(),
      activities: z.array(z.string()),
      counted: z.boolean(),
      reason: z.string(),
      kind: z.string(),
      /** Ids of the experience conditions that the work serves. */
      counts: z.array(z.string()),
    }),
  },
  'career.declared': {
    when: 'A member states the years of practice in a field, as of a day.',
    data: z.strictObject({ member: id, field: z.string(), years: z.number(), asOf: day }),
  },
  'expertise.declared': {
    when: 'A member names fields of expertise and what kind of evidence shows them.',
    data: z.strictObject({ member: id, fields: z.array(z.string()), evidence: z.string() }),
  },
  'substitute.named': {
    when: 'It is settled who stands in for a member when the unexpected happens; `role` is what the member does.',
    data: z.strictObject({ member: id, role: z.string(), substitute: id, occurredOn }),
  },
  'role.appointed': {
    when: 'A member takes up a role that the specification wants filled.',
    data: z.strictObject({ member: id, role: z.string(), occurredOn }),
  },
  'firm-credential.registered': {
    when: 'A registration or certificate of the contractor, or its renewal, is put on record.',
    data: z.strictObject({
      type: z.string(),
      number: z.string(),
      field: z.string().nullable(),
      validFrom: day,
      validTo: day.nullable(),
      /** What or who is certified, in the words of the certificate. */
      scope: z.string(),
    }),
  },
  'firm-credential.rechecked': {
    when: 'Somebody has looked up during the contract whether the firm is still listed.',
    data: z.strictObject({ type: z.string(), result: z.enum(['listed', 'absent']), occurredOn }),
  },
  'independence.declared': {
    when: 'A member declares whether they take part in managing the assets of audited departments, or have ties to vendors.',
    data: z.strictObject({
      member: id,
      departments: z.array(id),
      involved: z.boolean(),
      /** Where the specification asks about vendors: whether the member has ties to any. Then no departments are named. */
      vendors: z.boolean().optional(),
      occurredOn,
    }),
  },
  'instruction.issued': {
    when: 'An instruction, a message or the outcome of a talk with the city is passed on to members by the lead.',
    data: z.strictObject({ members: z.array(id), channel: z.string(), occurredOn }),
  },
  'instruction.read': {
    when: 'A member confirms to have read an instruction.',
    data: z.strictObject({ member: id }),
  },
  'member-change.requested': {
    when: 'The contractor asks the city to accept another person in place of a member.',
    data: z.strictObject({ outgoing: id, incoming: id, fields: z.array(z.string()) }),
  },
  'member-change.decided': {
    when: 'The city accepts or refuses the change of a member, with or without an interview.',
    data: z.strictObject({ approved: z.boolean(), interview: z.boolean() }),
  },
});
