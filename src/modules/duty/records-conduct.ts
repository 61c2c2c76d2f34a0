/** Records of how the contractor goes about the work: annexes, declarations, proposals. Browser-safe. */
import { z } from 'zod';
import { day, id, line, requiredText, text } from '../../kernel/schema.ts';

const files = z.array(id).max(20);

export const CONDUCT_BODIES = {
  /** An annex that the specification only names, with what it asks the contractor to observe. A later one replaces it. */
  annex: z.strictObject({ annex: line, title: line, items: z.array(line).min(1).max(100), on: day, files }),
  /** The contractor declares to observe laws; `clause` is the clause that asks for it. */
  compliance: z.strictObject({ clause: line, laws: z.array(line).min(1).max(50), on: day }),
  proposal: z.strictObject({
    /** Clause of the aim that the proposal serves. */
    objective: line,
    title: line,
    content: requiredText,
    files,
    madeOn: day,
    state: z.enum(['made', 'accepted', 'declined']),
    comment: text,
    decidedOn: day.nullable(),
  }),
} as const;
