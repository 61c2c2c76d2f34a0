/** What the checklists write to the journal: words of the programme, codes of standards and counts. */
import { z } from 'zod';
import { defineFacts } from '../../kernel/fact.ts';

const day = z.iso.date();
const words = z.array(z.string());
const type = z.string();

export const facts = defineFacts({
  'checklist.drafted': {
    when: 'A checklist is laid before the city; the numbers are counted over its items in scope.',
    data: z.strictObject({
      type,
      version: z.int(),
      areas: words,
      items: z.int(),
      /** Items that name no provision. */
      withoutBasis: z.int(),
      /** Codes of the standards on which items rest, and their editions. */
      basis: words,
      editions: words,
      /** Targets without an item that suits them, and standards of the programme on which no item rests. */
      uncovered: z.int(),
      /** Of β and β′ models alike, and of the β′ model alone. */
      commonItems: z.int(),
      addedItems: z.int(),
      /** Items that do not say what exactly is looked at. */
      withoutPoint: z.int(),
      /** New, changed and dropped items against the year before or the version before. */
      changed: z.int().optional(),
      /** What is described and has items that take it into account. */
      trends: words,
      sets: words,
      occurredOn: day,
    }),
  },
  'checklist.agreed': {
    when: 'The city agrees to a checklist.',
    data: z.strictObject({ type, version: z.int(), occurredOn: day }),
  },
  'checklist.returned': {
    when: 'The city returns a checklist with remarks.',
    data: z.strictObject({ type, version: z.int(), remarks: z.int() }),
  },
  'checklist.changed': {
    when: 'A further version of a proposed checklist is begun, with a reason.',
    data: z.strictObject({ type, version: z.int(), reason: z.string() }),
  },
  'audit-forms.revised': {
    when: 'The checklist and the forms that go with it are revised after its items.',
    data: z.strictObject({ type, documents: words, version: z.int(), occurredOn: day }),
  },
});
