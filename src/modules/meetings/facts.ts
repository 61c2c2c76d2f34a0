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
  'minutes.submitted': {
    when: 'The contractor hands the minutes of a meeting, or a corrected edition, to the city.',
    data: z.strictObject({ meeting: id, edition: z.int() }),
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
