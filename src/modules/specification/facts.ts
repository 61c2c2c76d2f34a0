import { z } from 'zod';
import { defineFacts } from '../../kernel/fact.ts';

export const facts = defineFacts({
  'specification.sent': {
    when: 'A person sends a file from which a draft is to be made.',
    data: z.strictObject({ size: z.int() }),
  },
  'specification.imported': {
    when: 'A draft is made from an uploaded specification.',
    data: z.strictObject({ format: z.string(), pages: z.int().nullable(), clauses: z.int(), suggestions: z.int() }),
  },
  'specification.edited': {
    when: 'A person changes a draft.',
    data: z.strictObject({ change: z.string(), clause: z.string().nullable(), clauses: z.int() }),
  },
  'specification.published': {
    when: 'A draft becomes a specification that engagements can be made from.',
    data: z.strictObject({
      specification: z.string(),
      revision: z.int(),
      clauses: z.int(),
      rules: z.int(),
      sha256: z.string(),
    }),
  },
});
