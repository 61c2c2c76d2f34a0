/** Records of what passes between contractor, city and third parties, and of the erasure at the end. Browser-safe. */
import { z } from 'zod';
import { day, id, line, requiredText, sha256, text } from '../../kernel/schema.ts';
import { COST_BEARERS, DISCLOSURE_ACTS } from './choices.ts';

const files = z.array(id).max(20);

export const oathSigner = z.enum(['member', 'firm', 'subcontractor']);
export const costBearer = z.enum(COST_BEARERS);
export const disclosureAct = z.enum(DISCLOSURE_ACTS);

/** One thing that the erasure removes: whose module, what it is, and the hashes of its content. */
export const erasureItem = z.strictObject({
  module: line,
  /** What kind of thing it is, in Japanese. */
  kind: line,
  subject: z.string().max(100),
  label: line,
  personal: z.boolean(),
  /** Hash of the record's own content. */
  record: sha256,
  /** Hashes of the files that belong to it. */
  files: z.array(sha256).max(100),
});

/** A file that had to stay although the record went, because another record holds the same content. */
const needed = z.array(sha256).max(10_000);

export const EXCHANGE_BODIES = {
  /** A signed oath handed in to the city: of members, of the firm, or of a subcontractor. */
  oath: z.strictObject({
    signer: oathSigner,
    members: z.array(id).max(200),
    subcontractId: id.nullable(),
    on: day,
    files,
  }),
  'carry-out': z.strictObject({
    materials: z.array(line).min(1).max(50),
    purpose: line,
    /** Member who carries it. */
    carrier: id,
    medium: line,
    /** Clause under which it is asked for. */
    clause: line,
    destination: line,
    takeOn: day,
    backBy: day,
    state: z.enum(['requested', 'approved', 'refused', 'taken', 'returned']),
    comment: text,
    decidedOn: day.nullable(),
    takenOn: day.nullable(),
    returnedOn: day.nullable(),
    returnNote: text,
  }),
  disclosure: z.strictObject({
    acts: z.array(disclosureAct).min(1),
    object: line,
    /** A firm or an authority, never a person. */
    recipient: line,
    reason: requiredText,
    state: z.enum(['requested', 'approved', 'refused', 'made']),
    comment: text,
    decidedOn: day.nullable(),
    /** When it was done; records from before this was asked for have none. */
    madeOn: day.nullable().default(null),
  }),
  'third-party-work': z.strictObject({
    name: line,
    owner: line,
    licence: line,
    costBy: costBearer,
    use: text,
    /** Papers of a work that does not pass to the city are handed in with the deliverables. */
    papers: text,
    on: day,
    files,
  }),
  'report-request': z.strictObject({
    topic: line,
    request: requiredText,
    due: day.nullable(),
    /** A subcontractor who is asked; the contractor answers for it. */
    subcontractId: id.nullable(),
    requestedOn: day,
    answer: text,
    /** Null again when the city has sent the answer back. */
    answeredOn: day.nullable(),
    files,
    /** Day on which the city took the answer as sufficient; until then the request stays open. */
    acceptedOn: day.nullable().default(null),
    comment: text.default(''),
  }),
  supervisor: z.strictObject({ name: line, department: line, on: day, endedOn: day.nullable() }),
  eco: z.strictObject({ items: z.array(line).min(1).max(50), note: text, on: day }),
  erasure: z.strictObject({
    method: line,
    reason: text,
    personal: z.boolean(),
    /** Names are kept: the certificate names who did it and who saw it. */
    executor: z.strictObject({ memberId: id, accountId: id, name: line }),
    witness: z.strictObject({ accountId: id, name: line, on: day }).nullable(),
    requestedOn: day,
    items: z.array(erasureItem).max(5000),
    /** Modules whose part is done. */
    erased: z.array(line).max(50),
    erasedOn: day.nullable(),
    verified: z.strictObject({ on: day, removed: needed, needed }).nullable(),
    backups: text,
    certificate: line.nullable(),
    certifiedOn: day.nullable(),
    state: z.enum(['requested', 'withdrawn', 'confirmed', 'verified', 'certified']),
  }),
} as const;
