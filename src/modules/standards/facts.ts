/** Facts of the standards that an engagement is judged by. */
import { z } from 'zod';
import { defineFacts } from '../../kernel/fact.ts';
import { day } from '../../kernel/schema.ts';

export const facts = defineFacts({
  'standard.received': {
    when: 'A standard is received, or taken from its public place, for the engagement.',
    data: z.strictObject({
      code: z.string(),
      name: z.string(),
      edition: z.string(),
      public: z.boolean(),
      level: z.string().nullable(),
      tier: z.int(),
      occurredOn: day,
    }),
  },
  'standard.adopted': {
    when: 'The parties agree to use a further standard.',
    data: z.strictObject({ code: z.string(), edition: z.string(), scope: z.string(), occurredOn: day }),
  },
  'standard.revised': {
    when: 'A newer edition replaces the one in use.',
    data: z.strictObject({ code: z.string(), edition: z.string() }),
  },
  'standard.precedence-set': {
    when: 'The order of precedence between standards is settled.',
    data: z.strictObject({ order: z.array(z.array(z.string())) }),
  },
  'edition.confirmed': {
    when: 'Somebody checks that the edition in use is the newest.',
    data: z.strictObject({ code: z.string(), edition: z.string(), occurredOn: day }),
  },
  'conflict.recorded': {
    when: 'Two standards disagree; the one followed is named.',
    data: z.strictObject({ preferred: z.string(), other: z.string(), preferredTier: z.int(), otherTier: z.int() }),
  },
  'catalogue.imported': {
    when: 'An edition of a standard is saved with its requirements from a file.',
    data: z.strictObject({
      code: z.string(),
      edition: z.string(),
      format: z.string(),
      controls: z.int(),
      refused: z.int(),
    }),
  },
  'standard-mapping.changed': {
    when: 'Correspondences between the requirements of two standards are added, changed or removed.',
    data: z.strictObject({
      first: z.string(),
      second: z.string(),
      added: z.int(),
      changed: z.int(),
      removed: z.int(),
    }),
  },
  'standard-item.drafted': {
    when: 'Audit items are drafted from requirements of a standard.',
    data: z.strictObject({ code: z.string(), items: z.int() }),
  },
  'standard-item.settled': {
    when: 'Somebody words or confirms audit items that were made from requirements.',
    data: z.strictObject({ code: z.string(), items: z.int() }),
  },
  'standard-item.removed': {
    when: 'An audit item that was made from a requirement leaves its catalogue.',
    data: z.strictObject({ code: z.string() }),
  },
  'standard-revision.applied': {
    when: 'A further edition of a standard becomes the one that counts; the numbers say what became of its provisions.',
    data: z.strictObject({
      code: z.string(),
      from: z.string(),
      to: z.string(),
      same: z.int(),
      wording: z.int(),
      split: z.int(),
      merged: z.int(),
      new: z.int(),
      gone: z.int(),
    }),
  },
  'standard-revision.undone': {
    when: 'A revision of a standard is taken back.',
    data: z.strictObject({ code: z.string() }),
  },
});
