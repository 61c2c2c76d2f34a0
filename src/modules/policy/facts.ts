/** Facts of the help with policy documents. */
import { z } from 'zod';
import { defineFacts } from '../../kernel/fact.ts';
import { id } from '../../kernel/schema.ts';

export const facts = defineFacts({
  'support.requested': {
    when: 'The city asks for advice on a policy document.',
    data: z.strictObject({ trigger: z.string(), document: z.string() }),
  },
  'support.advised': {
    when: 'The contractor answers a request with proposals per provision.',
    data: z.strictObject({ request: id, round: z.int(), provisions: z.int(), basis: z.array(z.string()) }),
  },
  'support.closed': {
    when: 'The city has taken the advice up and closes the request.',
    data: z.strictObject({ rounds: z.int() }),
  },
});
