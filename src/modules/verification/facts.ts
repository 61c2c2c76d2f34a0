/** What technical verification writes to the journal. The subject is the verification; `target` is the audited target. */
import { z } from 'zod';
import { defineFacts } from '../../kernel/fact.ts';

const id = z.uuid();
const day = z.iso.date();

export const facts = defineFacts({
  'verification.planned': {
    when: 'The plan of a technical verification is laid before the city.',
    data: z.strictObject({
      target: id,
      /** Begin and end, in the city's time. */
      window: z.string(),
      stopConditions: z.int(),
      /** True: somebody is named who can be reached. Names do not stand here. */
      contact: z.boolean(),
      occurredOn: day,
    }),
  },
  'verification.approved': {
    when: 'The city approves the plan of a technical verification.',
    data: z.strictObject({ target: id, occurredOn: day }),
  },
  'verification.returned': {
    when: 'The city returns the plan of a technical verification.',
    data: z.strictObject({ target: id }),
  },
  'verification.run': {
    when: 'A technical verification is carried out; `vulnerabilities` counts what the tool found.',
    data: z.strictObject({
      target: id,
      tool: z.string(),
      toolVersion: z.string(),
      vulnerabilities: z.int(),
      byProducts: z.int(),
      occurredOn: day,
    }),
  },
  'verification.disturbed': {
    when: 'A verification disturbs or damages what it examines.',
    data: z.strictObject({ target: id, recovered: z.boolean(), occurredOn: day }),
  },
  'verification.cancelled': {
    when: 'A planned verification is not carried out.',
    data: z.strictObject({ target: id }),
  },
});
