import { z } from 'zod';
import { defineFacts } from '../../kernel/fact.ts';
import { day, id } from '../../kernel/schema.ts';

/** `2024-05`, or `FY2024` where the cap is one of the fiscal year. */
const period = z.string();

export const facts = defineFacts({
  'consultation.received': {
    when: 'A question reaches the office: typed by the department, or put on record from a mail, a call or a visit.',
    data: z.strictObject({
      category: z.string(),
      channel: z.string(),
      origin: z.enum(['department', 'office']),
      urgent: z.boolean(),
      questions: z.int(),
      occurredOn: day,
    }),
  },
  'consultation.triaged': {
    when: 'The office decides who answers: itself, the contractor, or nobody because the question was asked before.',
    data: z.strictObject({
      decision: z.enum(['office', 'contractor', 'duplicate']),
      due: day.nullable(),
      /** Period of the cap for which it was taken on; null without a cap. */
      month: period.nullable(),
    }),
  },
  'consultation.assigned': {
    when: 'The contractor names the member who answers.',
    data: z.strictObject({ member: id }),
  },
  'consultation.answered': {
    when: 'An answer is issued to those who asked.',
    data: z.strictObject({
      channel: z.string(),
      /** Code of a standard and the number of its provision. */
      citations: z.array(z.string()),
      /** What the clause asks to consider and the answer speaks of. */
      considerations: z.array(z.string()),
      summaryForLaypeople: z.boolean(),
      /** True when it uses up a part of the cap under the reading of the contract. */
      counted: z.boolean(),
      questions: z.int(),
      occurredOn: day,
    }),
  },
  'consultation.visited': {
    when: 'The contractor came to see for the sake of a consultation; members are ids of accounts.',
    data: z.strictObject({ occurredOn: day, members: z.array(id) }),
  },
  'consultation.reopened': {
    when: 'An answered or closed consultation goes on, because of a further question or an answer that did not do.',
    data: z.strictObject({ questions: z.int() }),
  },
  'consultation.rated': {
    when: 'Those who asked say how satisfied they are, from 1 to 5.',
    data: z.strictObject({ score: z.int() }),
  },
  'consultation.closed': {
    when: 'A consultation ends: settled, taken back, or asked before.',
    data: z.strictObject({ reason: z.enum(['resolved', 'withdrawn', 'duplicate']) }),
  },
  'consultation.cap-exceeded-approved': {
    when: 'The office confirms that a consultation is taken on beyond the cap of a period.',
    data: z.strictObject({ month: period }),
  },
  'consultation.deferred': {
    when: 'A consultation beyond the cap is moved to a later period.',
    data: z.strictObject({ month: period }),
  },
  'advice.requested': {
    when: "The office asks for an expert's advice on its own work; the subject is the consultation.",
    data: z.strictObject({ area: z.string(), topic: z.string() }),
  },
  'advice.given': {
    when: 'The contractor gives the advice that the office asked for.',
    data: z.strictObject({
      area: z.string(),
      topic: z.string(),
      channel: z.string(),
      citations: z.array(z.string()),
      /** Kinds of examples that it rests on. */
      precedents: z.array(z.string()),
      /** Files that were handed over with it. */
      materials: z.array(id),
      occurredOn: day,
    }),
  },
  'advice.recorded': {
    when: 'Advice is put into writing, so that what was said by word or mail is kept too.',
    data: z.strictObject({ area: z.string(), materials: z.array(id) }),
  },
  'consultation-summary.issued': {
    when: 'The summary of the consultations of a month or a year is issued; the subject is the summary.',
    data: z.strictObject({ period: z.enum(['month', 'fiscal-year']), from: day, to: day, count: z.int() }),
  },
  'knowledge.published': {
    when: 'An entry of the knowledge base, or a new edition of it, can be found by people of the city.',
    data: z.strictObject({
      type: z.string(),
      visibility: z.enum(['everyone', 'city']),
      /** The consultation from which it was made. */
      consultation: id.nullable(),
      edition: z.int(),
    }),
  },
  'knowledge.withdrawn': {
    when: 'An entry that people of the city could find is taken out of the knowledge base.',
    data: z.strictObject({ visibility: z.enum(['everyone', 'city']) }),
  },
});
