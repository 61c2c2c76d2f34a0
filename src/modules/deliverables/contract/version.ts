/** Contract, part on versions: files in an edition for one reader, from the draft to the decision. */
import { z } from 'zod';
import { day, id, instant, sha256 } from '../../../kernel/schema.ts';

/** How a version is handed in. `disc`: on CD-ROM or DVD-ROM; `bound`: printed and bound. */
export const SUBMISSION_FORMS = ['electronic', 'paper', 'email', 'disc', 'bound'] as const;

export const deliverableFile = z.strictObject({
  fileId: id,
  name: z.string(),
  format: z.enum(['docx', 'xlsx', 'pptx', 'pdf', 'other']),
  size: z.int(),
  sha256,
  /** The version of the city's own form that the file was made in; null for the built-in look and for uploads. */
  template: z.strictObject({ templateId: id, version: z.int(), sha256 }).nullable().default(null),
});
export type DeliverableFile = z.output<typeof deliverableFile>;

/** Whom a document is made for; the provider of its type says which it has. */
export const edition = z.enum(['detailed', 'public', 'executive', 'department']);
export type Edition = z.output<typeof edition>;

export const deliverableVersion = z.strictObject({
  id,
  deliverableId: id,
  type: z.string(),
  subject: z.string().nullable(),
  title: z.string(),
  version: z.int(),
  edition,
  /** The department that the edition is for; null for every other one. */
  departmentId: id.nullable(),
  state: z.enum(['draft', 'reviewed', 'submitted', 'accepted', 'rejected']),
  files: z.array(deliverableFile),
  chapters: z.int().nullable(),
  form: z.enum(SUBMISSION_FORMS).nullable(),
  paper: z.enum(['A4', 'A3']).nullable(),
  copies: z.int().nullable(),
  comment: z.string(),
  draftedAt: instant,
  submittedAt: instant.nullable(),
  decidedAt: instant.nullable(),
  /** The day on which it was handed in as the final version. */
  finalisedOn: day.nullable(),
  /** How many pieces of the detailed edition it leaves out or replaces; null for files made elsewhere. */
  removed: z.int().nullable(),
});
export type DeliverableVersion = z.output<typeof deliverableVersion>;

/** Something that an edition leaves out or replaces, with its place in the detailed one. */
export const removal = z.strictObject({
  kind: z.string(),
  place: z.string(),
  reason: z.string(),
  instead: z.string().nullable(),
});
export type Removal = z.output<typeof removal>;

/** A version that a department reads as its own. */
export const ownVersion = deliverableVersion
  .pick({ id: true, title: true, version: true, files: true, submittedAt: true, decidedAt: true })
  .extend({ departmentId: id });
export type OwnVersion = z.output<typeof ownVersion>;
