import { z } from 'zod';
import { defineFacts } from '../../kernel/fact.ts';

export const facts = defineFacts({
  'list.imported': {
    when: 'Rows of an edited spreadsheet are taken into a list; each change has its own fact as well.',
    data: z.strictObject({ list: z.string(), added: z.int(), changed: z.int(), removed: z.int() }),
  },
});
