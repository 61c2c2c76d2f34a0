/** Facts of forms: which version came, was put in use and taken out. */
import { z } from 'zod';
import { defineFacts } from '../../kernel/fact.ts';
import { sha256 } from '../../kernel/schema.ts';

const template = z.strictObject({
  kind: z.string(),
  format: z.enum(['docx', 'xlsx', 'pptx']),
  version: z.int(),
  sha256,
  /** Absent in forms of the detailed edition. */
  edition: z.enum(['public', 'executive', 'department']).optional(),
});

export const facts = defineFacts({
  'template.registered': {
    when: 'A form of the city is uploaded and checked; it may still have problems.',
    data: template.extend({ problems: z.int() }),
  },
  'template.activated': { when: 'A checked form is put in use for its kind of document.', data: template },
  'template.retired': {
    when: 'A form is no longer used, by itself or because another one took its place.',
    data: template,
  },
});
