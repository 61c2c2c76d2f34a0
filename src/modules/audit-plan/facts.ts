/** What the planning of audits writes to the journal. Ids, days, words of the programme and counts: no names of people. */
import { z } from 'zod';
import { defineFacts } from '../../kernel/fact.ts';

const id = z.uuid();
const day = z.iso.date();
const kind = <S extends z.ZodType>(when: string, data: S) => ({ data, when });
const of = <S extends z.ZodRawShape>(shape: S) => z.strictObject(shape);
/** The word by which the rules of a specification know the audit. */
const type = z.string();
const words = z.array(z.string());

export const facts = defineFacts({
  'audit-programme.published': kind(
    'An edition of a programme of audits comes into force.',
    of({ type, edition: z.int(), source: z.string().nullable() }),
  ),
  'audit-programme.retired': kind(
    'A programme is put out of use, or taken up again.',
    of({ type, retired: z.boolean() }),
  ),
  'audit-target.proposed': kind(
    'A target of an audit is proposed.',
    of({ type, kind: z.string(), departments: z.array(id) }),
  ),
  'audit-target.agreed': kind(
    'A target of an audit is settled; the subject is the target. `corrects` names the withdrawn target it stands in for.',
    of({
      type,
      kind: z.string(),
      departments: z.array(id),
      affair: z.string().optional(),
      system: z.string().optional(),
      segment: z.string().optional(),
      vendor: z.string().optional(),
      route: z.string().optional(),
      systems: words,
      reason: z.string(),
      contractorHandles: z.boolean(),
      externalService: z.boolean(),
      myNumber: z.boolean(),
      procedure: z.boolean(),
      corrects: id.optional(),
      occurredOn: day,
    }),
  ),
  'audit-target.withdrawn': kind(
    'A target is withdrawn from the audits of the year.',
    of({ type, departments: z.array(id), before: z.string(), occurredOn: day }),
  ),
  'audit-target.handed-over': kind('The audit of a target begins.', of({ type, target: id })),
  'auditors.assigned': kind(
    'Auditors are assigned to a target: how many, and how many of them hold a qualification that the contract accepts.',
    of({ type, target: id, auditors: z.int(), qualified: z.int(), members: z.array(id) }),
  ),
  'internal-auditor.registered': kind(
    'An internal auditor of the city is put on record, or the record changed.',
    of({ department: id, trained: z.boolean() }),
  ),
  'internal-auditor.left': kind('An internal auditor of the city is taken off the list.', of({})),
  'audit-history.recorded': kind(
    'An audit of an earlier year is put on record, for the rotation.',
    of({ department: id, fiscalYear: z.int(), kind: z.string() }),
  ),
  'audit-history.removed': kind('The record of an audit of an earlier year is removed.', of({})),
  'vendor-check.decided': kind(
    'It is decided whether the vendor of a target is checked, its site visited and its technique verified.',
    of({
      target: id,
      vendorCheck: z.boolean(),
      siteVisit: z.boolean(),
      verification: z.boolean(),
      reason: z.string(),
      occurredOn: day,
    }),
  ),
});
