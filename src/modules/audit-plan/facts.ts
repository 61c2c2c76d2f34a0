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
const stage = z.enum(['three-year', 'yearly', 'basic', 'implementation']);

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
  'audit-plan.drafted': kind(
    'A plan lies before the other side with everything it must say; `share` is the part of all departments that it audits.',
    of({
      type: z.string().optional(),
      stage,
      target: id.optional(),
      version: z.int(),
      fields: words,
      targets: z.int(),
      share: z.number().optional(),
      minutesPerTarget: z.int().optional(),
      considered: words,
      outsideCycle: z.int().optional(),
      occurredOn: day,
    }),
  ),
  'audit-plan.submitted': kind(
    'A plan is submitted.',
    of({
      type: z.string().optional(),
      stage,
      target: id.optional(),
      version: z.int(),
      fields: words,
      targets: z.int(),
      occurredOn: day,
    }),
  ),
  'audit-plan.changed': kind(
    'A submitted plan is laid before the other side in a new version.',
    of({
      type: z.string().optional(),
      stage,
      target: id.optional(),
      version: z.int(),
      reason: z.string(),
      occurredOn: day,
    }),
  ),
  'audit-plan.returned': kind(
    'The other side returns a plan with remarks.',
    of({ type: z.string().optional(), stage, target: id.optional(), version: z.int() }),
  ),
  'audit-plan.agreed': kind(
    'The other side agrees to a plan.',
    of({ type: z.string().optional(), stage, target: id.optional(), version: z.int(), occurredOn: day }),
  ),
  'audit-plan.distributed': kind(
    'The implementation plan of a target is distributed to the audited departments.',
    of({ type, target: id, version: z.int(), occurredOn: day }),
  ),
  'audit-plan.confirmed': kind(
    'An audited department confirms the implementation plan.',
    of({ type, target: id, version: z.int(), occurredOn: day }),
  ),
  'audit-timetable.changed': kind(
    'Times of a target are placed, changed or removed.',
    of({ type, target: id, plannedOn: day.nullable(), times: z.int() }),
  ),
  'audit-target.noticed': kind(
    'A department is notified of the audit of a target.',
    of({ type, target: id, department: id, occurredOn: day }),
  ),
  'target-documents.listed': kind(
    'The list of documents that are asked for before the audit of a target is made or grows.',
    of({ type, target: id, documents: z.int() }),
  ),
  'target-documents.requested': kind(
    'A department is asked for documents, or again for what was insufficient.',
    of({ type, target: id, documents: z.int(), due: day, occurredOn: day }),
  ),
  'additional-document.notified': kind(
    'A document that the briefing did not name is asked for.',
    of({ type, target: id, documents: z.int(), occurredOn: day }),
  ),
  'target-document.received': kind(
    'A department hands in a document, or says why there is none; the subject is the target, as that of the list.',
    of({ type, target: id, document: id, files: z.int(), occurredOn: day }),
  ),
  'target-document.judged': kind(
    'A received document is accepted or found insufficient.',
    of({ type, target: id, document: id, judgement: z.enum(['accepted', 'insufficient']) }),
  ),
  'pre-survey.sent': kind(
    'The forms of the pre-survey go to the audited departments.',
    of({
      type,
      targets: z.array(id),
      variants: words,
      subjects: words,
      requestedDocuments: z.int(),
      due: day,
      occurredOn: day,
    }),
  ),
  'pre-survey.answered': kind('An answer to the pre-survey comes in.', of({ type, target: id, occurredOn: day })),
  'pre-survey.read': kind(
    'An answer or a document is read before the audit; `unread` counts what came in and nobody has read.',
    of({ type, target: id, documents: z.int(), unread: z.int() }),
  ),
  'briefing.prepared': kind(
    'The material for the briefing of the audited departments is complete.',
    of({ type, contents: words, occurredOn: day }),
  ),
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
