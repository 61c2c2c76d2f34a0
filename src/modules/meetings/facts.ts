import { z } from 'zod';
import { defineFacts } from '../../kernel/fact.ts';
import { day, id } from '../../kernel/schema.ts';

export const facts = defineFacts({
  'meeting.proposed': {
    when: 'One side names a date or moves a meeting to another date, which the other side has yet to confirm.',
    data: z.strictObject({ type: z.string(), date: day }),
  },
  'meeting.cancelled': {
    when: 'A meeting that has not taken place is called off.',
    data: z.strictObject({ type: z.string(), date: day }),
  },
  'meeting.scheduled': {
    when: 'The date of a meeting stands, because the other side has confirmed it.',
    data: z.strictObject({ type: z.string(), date: day, agreed: z.boolean() }),
  },
  'meeting.held': {
    when: 'A meeting took place and its particulars are on record; participants are ids of accounts or members.',
    data: z.strictObject({
      type: z.string(),
      occurredOn: day,
      mode: z.string(),
      venue: z.string().nullable(),
      tool: z.string().nullable(),
      browserCapable: z.boolean().nullable(),
      /** True when the city agreed to a tool that needs more than a browser. */
      toolAgreed: z.boolean(),
      licenceBy: z.string().nullable(),
      terminalsBy: z.string().nullable(),
      department: id.nullable(),
      document: id.nullable(),
      audience: z.string().nullable(),
      participants: z.array(z.string()),
      cityPeople: z.int(),
      contractorPeople: z.int(),
    }),
  },
  'meeting.online-agreed': {
    when: 'Both sides have agreed to hold a meeting online, where the specification asks for that.',
    data: z.strictObject({ meeting: id, type: z.string() }),
  },
  'meeting.materials-sent': {
    when: 'Agenda and papers of a meeting go to the other side; papers are names of the specification or ids of files.',
    data: z.strictObject({
      meeting: id,
      type: z.string(),
      papers: z.array(z.string()),
      /** Whether an agenda was among them. */
      agenda: z.boolean(),
      occurredOn: day,
    }),
  },
  'information.provided': {
    when: 'The information corner of a meeting goes to the city; topics are its kinds, sources the ids of its entries.',
    data: z.strictObject({
      meeting: id,
      topics: z.array(z.string()),
      sources: z.array(id),
      occurredOn: day,
    }),
  },
  'minutes.submitted': {
    when: 'The contractor hands the minutes of a meeting, or a corrected edition, to the city.',
    data: z.strictObject({ meeting: id, edition: z.int() }),
  },
  'minutes.approved': {
    when: 'The city approves an edition of minutes, which cannot be changed any more.',
    data: z.strictObject({ meeting: id, edition: z.int() }),
  },
  'minutes.returned': {
    when: 'The city returns an edition of minutes with a reason.',
    data: z.strictObject({ meeting: id, edition: z.int() }),
  },
  'issue.opened': {
    when: 'An issue is put on the issue list, at a meeting or without one.',
    data: z.strictObject({ meeting: id.nullable(), occurredOn: day.optional() }),
  },
  'issue.closed': {
    when: 'An issue on the issue list is dealt with.',
    data: z.strictObject({ occurredOn: day.optional() }),
  },
  'message.recorded': {
    when: 'A message between the city and the contractor is put on record.',
    data: z.strictObject({
      channel: z.string(),
      direction: z.enum(['to-city', 'from-city']),
      occurredOn: day.optional(),
    }),
  },
});
