/** The working papers of one audit as they stand before the city. */
import { z } from 'zod';
import { day, id, requiredText } from './shared.ts';

/** What the city answers to the set of papers that was laid before it. */
export const paperSet = z.strictObject({
  version: z.int(),
  draftedOn: day,
  confirmedOn: day.nullable(),
  /** The day on which the city passed the facts on to the audited department, and what the department answered. */
  shownOn: day.nullable().default(null),
  answer: z.strictObject({ agreed: z.boolean(), on: day, by: id }).nullable().default(null),
  remarks: z.array(
    z.strictObject({
      id,
      checkId: id.nullable(),
      text: requiredText,
      /** Whether the department wrote it itself, or the city for it. */
      party: z.enum(['city', 'department']).default('city'),
      by: id,
      on: day,
      resolution: z.strictObject({ text: requiredText, by: id, on: day }).nullable(),
    }),
  ),
});
export type PaperSet = z.output<typeof paperSet>;
