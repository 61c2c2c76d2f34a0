/** Facts of the engagement: what the parties decided about the contract itself. */
import { z } from 'zod';
import { defineFacts } from '../../kernel/fact.ts';
import { day, id } from '../../kernel/schema.ts';
import { EXCLUSION_REASONS } from './contract/plan.ts';
import { WORK_MODES } from './contract/work-log.ts';

/** The clause of a task of the specification; empty for an own task, which fulfils no clause by itself. */
const taskClause = z.string();

export const facts = defineFacts({
  'engagement.created': {
    when: 'An engagement is made from a specification.',
    data: z.strictObject({
      specification: z.string(),
      contractDate: day,
      periodFrom: day,
      periodTo: day,
      contractName: z.string(),
      clientDepartment: z.string(),
      clientAddress: z.string(),
      clientTel: z.string(),
      clientFax: z.string(),
      clientEmail: z.string(),
      places: z.array(z.string()),
      marking: z.string().nullable(),
    }),
  },
  'reading.chosen': {
    when: 'A reading of an open point of the specification is settled for the engagement.',
    data: z.strictObject({ clause: z.string(), point: z.string(), reading: z.string() }),
  },
  'statement.acknowledged': {
    when: 'A named person confirms a clause that no record can prove.',
    data: z.strictObject({ clause: z.string() }),
  },
  'obligation.waived': {
    when: 'The city excuses a duty, with a reason.',
    data: z.strictObject({
      clause: z.string(),
      rule: z.string(),
      subject: z.string().nullable(),
      reason: z.string(),
      approver: id,
      /** What the waiver depends on. */
      conditions: z.string().optional(),
      /** The last day of the waiver; afterwards the duty counts again. */
      validUntil: day.optional(),
      /** The request that the waiver answers. */
      request: id.optional(),
    }),
  },
  'obligation.waiver-revoked': {
    when: 'The city takes a waiver back, with a reason; the duty counts again.',
    data: z.strictObject({
      clause: z.string(),
      rule: z.string(),
      subject: z.string().nullable(),
      reason: z.string(),
      approver: id,
    }),
  },
  'waiver.requested': {
    when: 'The contractor asks to be excused from a duty.',
    data: z.strictObject({ clause: z.string(), rule: z.string(), subject: z.string().nullable() }),
  },
  'waiver.withdrawn': {
    when: 'Who asked to be excused from a duty takes the request back.',
    data: z.strictObject({ clause: z.string(), rule: z.string(), subject: z.string().nullable() }),
  },
  'waiver.refused': {
    when: 'The city refuses to excuse a duty.',
    data: z.strictObject({ clause: z.string(), rule: z.string(), subject: z.string().nullable() }),
  },
  'calendar.closed-days-set': {
    when: 'The city sets the days on which it is closed beside weekends and holidays.',
    data: z.strictObject({ days: z.int() }),
  },
  'calendar-feed.issued': {
    when: 'A person gets a new address for subscribing to the calendar; the address is not recorded.',
    data: z.strictObject({ duties: z.boolean(), meetings: z.boolean(), milestones: z.boolean() }),
  },
  'calendar-feed.revoked': {
    when: 'A person ends a subscription address.',
    data: z.strictObject({}),
  },
  'point.agreed': {
    when: 'The parties settle a point that the specification leaves open.',
    data: z.strictObject({ clause: z.string(), topic: z.string(), decision: z.string(), occurredOn: day }),
  },
  'wbs.generated': {
    when: 'The work breakdown is derived from the specification.',
    data: z.strictObject({ clauses: z.array(z.string()), tasks: z.int() }),
  },
  'task.progressed': {
    when: 'The progress of a work item changes.',
    data: z.strictObject({
      clause: z.string(),
      percent: z.int(),
      status: z.enum(['not-started', 'in-progress', 'done']),
    }),
  },
  'task.changed': {
    when: 'Dates, content or members of a work item change.',
    data: z.strictObject({ clause: z.string(), plannedStart: day, plannedEnd: day }),
  },
  'task.added': {
    when: 'The contractor adds a work item of its own.',
    data: z.strictObject({ clause: taskClause }),
  },
  'task.removed': {
    when: 'An own work item is removed.',
    data: z.strictObject({ clause: taskClause }),
  },
  'task.excluded': {
    when: 'A work item of the specification is marked as not applicable, or taken back in: then without a reason.',
    data: z.strictObject({ clause: taskClause, reason: z.enum(EXCLUSION_REASONS).optional() }),
  },
  'milestone.reached': {
    when: 'A work item with a fixed date is reported as done.',
    data: z.strictObject({ clause: taskClause }),
  },
  'baseline.set': {
    when: 'The work breakdown is kept under a name to compare with.',
    data: z.strictObject({ version: z.int() }),
  },
  'wbs.delay-detected': {
    when: 'A party puts on record that work will end late.',
    data: z.strictObject({ tasks: z.int(), days: z.int() }),
  },
  'wbs.replanned': {
    when: 'Proposed dates of unfinished work items are accepted.',
    data: z.strictObject({ tasks: z.int(), trigger: z.enum(['delay', 'blackout']) }),
  },
  'wbs.imported': {
    when: 'An edited spreadsheet of the work breakdown is taken in.',
    data: z.strictObject({ added: z.int(), changed: z.int(), removed: z.int() }),
  },
  'blackout.registered': {
    when: 'The city names a time in which a department, or the whole city, cannot take part.',
    data: z.strictObject({ department: id.nullable(), from: day, to: day }),
  },
  'blackout.changed': {
    when: 'Such a time is corrected.',
    data: z.strictObject({ department: id.nullable(), from: day, to: day }),
  },
  'blackout.removed': {
    when: 'Such a time is taken back.',
    data: z.strictObject({ department: id.nullable() }),
  },
  'work.recorded': {
    when: 'The contractor records what was done on a day, how, and who was responsible, or corrects such a record.',
    data: z.strictObject({
      clause: z.string(),
      mode: z.enum(WORK_MODES),
      occurredOn: day,
      members: z.array(id),
      responsible: id,
      /** The record that this one takes the place of. */
      corrects: id.optional(),
    }),
  },
  'plan.drafted': {
    when: 'A version of the work plan is put together.',
    data: z.strictObject({
      version: z.int(),
      clauses: z.array(z.string()),
      fields: z.array(z.string()),
      predecessors: z.int(),
      members: z.int(),
    }),
  },
  'plan.submitted': {
    when: 'The contractor submits a version of the work plan.',
    data: z.strictObject({ version: z.int(), form: z.enum(['electronic', 'paper']), copies: z.int() }),
  },
  'plan.approved': {
    when: 'The city approves a version of the work plan.',
    data: z.strictObject({ version: z.int() }),
  },
  'plan.returned': {
    when: 'The city returns a version of the work plan with a reason.',
    data: z.strictObject({ version: z.int(), reason: z.string() }),
  },
});
