/** The working papers of one audit as they stand before the city. */
import { z } from 'zod';
import { day, id, requiredText } from './shared.ts';

/** What the city answers to the set of papers that was laid before it. */
export const paperSet = z.strictObject({
  version: z.int(),
  draftedOn: day,
  confirmedOn: day.nullable(),
  remarks: z.array(
    z.strictObject({
      id,
      checkId: id.nullable(),
      text: requiredText,
      by: id,
      on: day,
      resolution: z.strictObject({ text: requiredText, by: id, on: day }).nullable(),
    }),
  ),
});
export type PaperSet = z.output<typeof paperSet>;
