/** What the module writes to the journal. Ids, days, words of the specification and counts: no text that people wrote. */
import { z } from 'zod';
import { defineFacts } from '../../kernel/fact.ts';

const id = z.uuid();
const day = z.iso.date();
const kind = <S extends z.ZodType>(when: string, data: S) => ({ data, when });
const of = <S extends z.ZodRawShape>(shape: S) => z.strictObject(shape);
/** The subject of what concerns one plan is the finding that it answers. */
const plan = { type: z.string(), department: id, plan: id };

export const facts = defineFacts({
  'improvement-sheet.issued': kind(
    'The sheet of a finding is made and the department asked for its plan.',
    of({ ...plan, uses: z.array(z.string()) }),
  ),
  'improvement-plan.submitted': kind(
    'The department hands its plan in.',
    of({ ...plan, round: z.int(), occurredOn: day }),
  ),
  'improvement-plan.reviewed': kind(
    'The contractor has checked the plan and advised.',
    of({ ...plan, checks: z.array(z.string()), objections: z.int(), occurredOn: day }),
  ),
  'improvement-plan.returned': kind('The office gives the plan back with a reason.', of(plan)),
  'improvement-plan.approved': kind('The office approves the plan.', of({ ...plan, due: day })),
  'improvement.progressed': kind(
    'The department reports how far it is.',
    of({ ...plan, percent: z.int(), evidence: z.int(), occurredOn: day }),
  ),
  'improvement.reported': kind(
    'The department reports that a finding is put right. `findings` counts those of the target reported so far.',
    of({ ...plan, target: id, findings: z.int(), evidence: z.int(), occurredOn: day }),
  ),
  'followup.confirmed': kind(
    'The contractor has confirmed an improvement by the named techniques, or found that it does not meet the intent.',
    of({
      ...{ ...plan, target: id, techniques: z.array(z.string()), evidence: z.int() },
      ...{ meetsIntent: z.boolean(), evaluated: z.boolean(), occurredOn: day },
    }),
  ),
  'improvement.effect-checked': kind(
    'Some time after the improvement its effect was looked at.',
    of({ ...plan, effective: z.boolean(), occurredOn: day }),
  ),
  'improvement.closed': kind('The office closes a plan whose improvement was confirmed.', of(plan)),
  'improvement.reopened': kind('A plan is taken up again with a reason.', of(plan)),
  'improvement.cancelled': kind('A plan is given up with a reason.', of({ ...plan, findingWithdrawn: z.boolean() })),
  'improvement.carried-over': kind(
    'An open plan goes on in another contract year.',
    of({ ...plan, to: id.nullable() }),
  ),
  'improvement.taken-over': kind(
    'A plan of an earlier contract year is taken over.',
    of({ ...plan, fiscalYear: z.int(), years: z.int() }),
  ),
  'improvement.supported': kind(
    'The contractor supports a department after the audit.',
    of({ type: z.string(), department: id, channel: z.string(), minutes: z.int(), occurredOn: day }),
  ),
  'improvement.support-recorded': kind(
    'The record of a support goes to the city.',
    of({ type: z.string(), department: id }),
  ),
  'follow-up.closed': kind(
    'The follow-up of one kind of audits ends with the contract; `open` plans are handed on.',
    of({ type: z.string(), open: z.int(), occurredOn: day }),
  ),
});
