/** What the reports of internal auditors write to the journal: ids, numbers and the words of the criteria. */
import { z } from 'zod';
import { defineFacts } from '../../kernel/fact.ts';

const id = z.uuid();

export const facts = defineFacts({
  'auditor-report.submitted': {
    when: 'The report of internal auditors on a target is handed in for review; the subject is the report.',
    data: z.strictObject({ target: id, version: z.int(), observations: z.int(), occurredOn: z.iso.date() }),
  },
  'auditor-report.reviewed': {
    when: 'The review of a report goes back to the auditor; the subject is the report.',
    data: z.strictObject({
      target: id,
      version: z.int(),
      /** Criteria that were looked at. */
      criteria: z.array(z.string()),
      /** Pieces of advice. */
      advice: z.int(),
      /** Findings that the report had left out. */
      missed: z.int(),
      /** A further version is asked for. */
      again: z.boolean(),
    }),
  },
});
