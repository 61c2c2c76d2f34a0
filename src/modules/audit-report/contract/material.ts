/** What a report is made from, as it stood when the report was finished: targets, items, findings, common issues. */
import { z } from 'zod';
import { day, id } from './shared.ts';

const s = z.string();

export const reportedItem = z.strictObject({ number: z.int(), section: s, title: s, judgement: s, fact: s });

export const reportedTarget = z.strictObject({
  id,
  /** Null while the audit of the target is not opened. */
  auditId: id.nullable(),
  kind: s,
  name: s,
  departmentIds: z.array(id),
  departments: z.array(s),
  affair: s,
  system: s,
  vendor: s,
  route: s,
  systems: z.array(s),
  myNumber: z.boolean(),
  heldOn: z.array(day),
  minutes: z.int(),
  places: z.array(s),
  methods: z.array(s),
  interviewees: z.array(s),
  /** Why the target was withdrawn, and when; null for one that stayed. */
  withdrawal: z.strictObject({ reason: s, on: day.nullable() }).nullable(),
  papersConfirmedOn: day.nullable(),
  /** Remarks on the facts of the working papers that nobody has answered. */
  openRemarks: z.int(),
  items: z.array(reportedItem),
});
export type ReportedTarget = z.output<typeof reportedTarget>;

export const reportedFinding = z.strictObject({
  id,
  targetId: id,
  /** Within its target. */
  number: z.int(),
  /** The heading of the checklist under which it arose; empty for one that arose from no item. */
  area: s,
  grade: s.nullable(),
  title: s,
  fact: s,
  cause: s,
  basis: z.array(s),
  risk: s,
  recommendation: s,
  alternatives: z.array(s),
  importance: s.nullable(),
  ease: s.nullable(),
  cost: s,
  constraints: z.strictObject({ physical: s, organisational: s, affair: s }),
  /** The view of the audited department that the city has on record. */
  view: s,
  /** The city has confirmed it. */
  confirmed: z.boolean(),
  /** How often it had been found by now; 0 for the first time. */
  times: z.int(),
});
export type ReportedFinding = z.output<typeof reportedFinding>;

export const material = z.strictObject({
  levels: z.array(z.strictObject({ label: s, rank: z.int(), meaning: s, needsRemedy: z.boolean() })),
  programme: z.strictObject({
    ...{ title: s, recordType: s, conductedBy: s, assurance: s, purpose: s, scope: s },
    techniques: z.array(s),
  }),
  targets: z.array(reportedTarget),
  findings: z.array(reportedFinding),
  issues: z.array(z.strictObject({ title: s, text: s, departmentIds: z.array(id) })),
  /** Null where no pre-survey was sent. */
  survey: z.strictObject({ sent: z.int(), answered: z.int(), notes: z.array(s) }).nullable(),
  verifications: z.array(z.strictObject({ targetId: s, tool: s, vulnerabilities: z.int(), occurredOn: day })),
});
export type Material = z.output<typeof material>;
