import { z } from 'zod';
import { defineFacts } from '../../kernel/fact.ts';
import { id } from '../../kernel/schema.ts';

export const facts = defineFacts({
  'self-check.analysed': {
    when: 'The analysis of a survey is complete: summed up, its problems named, with proposals for improvement.',
    data: z.strictObject({
      campaign: id,
      type: z.string(),
      fiscalYear: z.int(),
      /** Sheets sent out, and answers that count. */
      issued: z.int(),
      collected: z.int(),
      /** Share of those asked who answered, 0 to 1. */
      coverage: z.number(),
      /** Affairs that were asked, where a campaign asks affairs. */
      affairs: z.int().optional(),
      media: z.array(z.string()),
      contents: z.array(z.string()),
      segments: z.array(z.string()),
      weakItems: z.int(),
      /** Weak items for which no improvement is proposed. */
      withoutProposal: z.int(),
      number: z.int(),
    }),
  },
  'check-items.proposed': {
    when: 'Items to add, to sharpen or to drop are proposed to the city, with reasons.',
    data: z.strictObject({
      additions: z.int(),
      changes: z.int(),
      removals: z.int(),
      withoutReason: z.int(),
      forFiscalYear: z.int(),
      /** The campaign whose analysis they follow from. */
      analysis: id.optional(),
      questionnaire: id,
      number: z.int(),
    }),
  },
  'check-items.decided': {
    when: 'The city has decided about proposed items.',
    data: z.strictObject({ accepted: z.int(), declined: z.int() }),
  },
  'check-items.adopted': {
    when: "Accepted items have gone into the draft of next year's form.",
    data: z.strictObject({ questionnaire: id, items: z.int() }),
  },
  'analysis.criteria-changed': {
    when: 'The office changes the criteria of the analysis.',
    data: z.strictObject({ number: z.int(), smallestGroup: z.int() }),
  },
  'feedback.made': {
    when: 'The sheets of results for all departments were made in one run.',
    data: z.strictObject({ campaign: id, departments: z.int(), number: z.int() }),
  },
});
