/**
 * The records of the module: many small kinds with the same life (written, decided, done), one schema each. The store
 * keeps a record as its body and a version; the contract shows it with its id. Browser-safe.
 */
import { z } from 'zod';
import { day, id, line, requiredText, sha256, text } from '../../kernel/schema.ts';
import {
  CLOUD_EVIDENCES,
  type CloudEvidence,
  INCIDENT_CLASSES,
  INSPECTION_MODES,
  LEVELS,
  MATERIAL_KINDS,
  MATERIAL_ORIGINS,
} from './choices.ts';
import { CONDUCT_BODIES } from './records-conduct.ts';
import { EXCHANGE_BODIES } from './records-exchange.ts';

const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>) => Object.keys(table) as [K, ...K[]];

export const cloudEvidence = z.enum(keysOf<CloudEvidence>(CLOUD_EVIDENCES));
export const level = z.enum(LEVELS);
export const materialKind = z.enum(keysOf(MATERIAL_KINDS));
export const materialOrigin = z.enum(keysOf(MATERIAL_ORIGINS));
export const incidentClass = z.enum(INCIDENT_CLASSES);
export const inspectionMode = z.enum(INSPECTION_MODES);
export const files = z.array(id).max(20);
export const lines = z.array(line).max(50);
const members = z.array(id).max(200);
/** An incident of the whole city names no department. */
export const departments = z.array(id).max(100);

export const BODIES = {
  ...EXCHANGE_BODIES,
  ...CONDUCT_BODIES,
  acknowledgement: z.strictObject({ memberId: id, rules: lines, on: day }),
  /** `owner` is a member. */
  measure: z.strictObject({ name: line, prevents: lines, owner: id, evidence: text, files }),
  'security-document': z.strictObject({
    document: line,
    due: day,
    note: text,
    submittedOn: day.nullable(),
    files,
  }),
  'cloud-service': z.strictObject({
    name: line,
    provider: line,
    use: requiredText,
    evidence: cloudEvidence,
    /** Registration or certificate number, or what the report is called. */
    reference: line,
    validTo: day.nullable(),
    files,
    /** A service that the city has to accept is not in use before. */
    state: z.enum(['requested', 'in-use', 'refused', 'ended']),
    comment: text,
  }),
  'information-manager': z.strictObject({ memberId: id, on: day, endedOn: day.nullable() }),
  'handler-notice': z.strictObject({
    on: day,
    handlers: z
      .array(
        z.strictObject({
          memberId: id,
          name: line,
          firm: line,
          department: line,
          roles: lines,
          handlesMyNumber: z.boolean(),
        }),
      )
      .max(200),
  }),
  workplace: z.strictObject({
    name: line,
    address: line,
    reason: requiredText,
    safeguards: lines,
    files,
    state: z.enum(['requested', 'approved', 'refused']),
    comment: text,
    decidedOn: day.nullable(),
  }),
  handling: z.strictObject({
    memberId: id,
    /** Null for the city's own premises. */
    workplaceId: id.nullable(),
    materialId: id.nullable(),
    level,
    purpose: requiredText,
    on: day,
  }),
  grant: z.strictObject({ memberId: id, on: day, revokedOn: day.nullable() }),
  training: z.strictObject({
    title: line,
    plannedOn: day,
    method: line,
    lecturer: line,
    topics: lines,
    members,
    planReportedOn: day.nullable(),
    heldOn: day.nullable(),
    heldTopics: lines,
    attendees: members,
    result: text,
    files,
    reportedOn: day.nullable(),
    state: z.enum(['planned', 'plan-reported', 'held', 'reported']),
  }),
  confidentiality: z.strictObject({ memberId: id, on: day, contents: lines }),
  'confidentiality-evidence': z.strictObject({ on: day, members, files }),
  subcontract: z.strictObject({
    firm: line,
    groupCompany: z.boolean(),
    reason: requiredText,
    content: requiredText,
    information: requiredText,
    supervision: requiredText,
    /** Why the safeguards match the city's own. */
    safeguards: requiredText,
    state: z.enum(['requested', 'approved', 'refused', 'confirmed', 'started', 'ended']),
    /** Number or name of the written approval. */
    approval: text,
    comment: text,
    decidedOn: day.nullable(),
    confirmedOn: day.nullable(),
    startedOn: day.nullable(),
    files,
  }),
  'no-subcontract': z.strictObject({ on: day }),
  material: z.strictObject({
    name: line,
    level,
    kind: materialKind,
    origin: materialOrigin,
    public: z.boolean(),
    handling: text,
    receivedOn: day,
    returnedOn: day.nullable(),
    receivedBackBy: text,
    /** What of it is kept here: scans, data. */
    files: files.default([]),
    /** Number in the register of lent property; the city's own, when it has one. */
    number: line.nullable().default(null),
    /** Set when what was kept here was erased at the end, with the hashes of what is gone. */
    wiped: z
      .strictObject({ on: day, sha256: z.array(sha256).max(20) })
      .nullable()
      .default(null),
    erased: z
      .strictObject({
        on: day,
        method: line,
        memberId: id,
        irrecoverable: z.boolean(),
        cityInstruction: text,
      })
      .nullable(),
  }),
  copy: z.strictObject({
    /** Material of the register, or null for another marked document such as the specification. */
    materialId: id.nullable(),
    document: line,
    scope: requiredText,
    reason: requiredText,
    copies: z.int().min(1).max(1000),
    state: z.enum(['requested', 'permitted', 'refused', 'made', 'erased']),
    comment: text,
    decidedOn: day.nullable(),
    madeOn: day.nullable(),
    erased: z
      .strictObject({
        on: day,
        method: line,
        memberId: id,
        irrecoverable: z.boolean(),
        cityInstruction: text,
      })
      .nullable(),
  }),
  'disposal-report': z.strictObject({ on: day, certificate: line, materials: members, copies: members }),
  incident: z.strictObject({
    title: line,
    class: incidentClass,
    suspected: z.boolean(),
    awareOn: day,
    description: requiredText,
    /** Departments of the city whose information or work is concerned; records from before this was asked name none. */
    departments: departments.default([]),
    /** Whose act it was; the contractor answers for subcontractors too. */
    subcontractId: id.nullable(),
    firstMeasures: text,
    reportedOn: day.nullable(),
    instructions: z
      .array(z.strictObject({ on: day, text: requiredText, completedOn: day.nullable(), result: text }))
      .max(50),
    publication: z.strictObject({ on: day, scope: line, text: requiredText }).nullable(),
    state: z.enum(['noticed', 'reported', 'instructed', 'completed']),
  }),
  'no-incident': z.strictObject({ on: day }),
  inspection: z.strictObject({
    request: requiredText,
    requestedOn: day,
    answeredOn: day.nullable(),
    answer: text,
    proposedOn: day.nullable(),
    files,
    heldOn: day.nullable(),
    mode: inspectionMode.nullable(),
    reason: line.nullable(),
    place: line.nullable(),
    objects: lines,
    result: text,
    corrections: text,
    state: z.enum(['requested', 'answered', 'held']),
  }),
  breach: z.strictObject({
    kind: z.enum(['breach', 'damage']),
    on: day,
    cause: requiredText,
    damage: text,
    subcontractId: id.nullable(),
    decision: text,
    decidedOn: day.nullable(),
  }),
} as const;

export type Kind = keyof typeof BODIES;
export type Body<K extends Kind> = z.output<(typeof BODIES)[K]>;
export const KINDS = Object.keys(BODIES) as Kind[];

/** A record as the contract shows it. */
export type Entry<K extends Kind> = Body<K> & { readonly id: string; readonly version: number };
