/** Contract, part on reading: documents before they are made, what an edition leaves out, and what a department reads. */
import { z } from 'zod';
import { download, query } from '../../../kernel/contract.ts';
import { engagementInput, id } from '../../../kernel/schema.ts';
import { edition, ownVersion, removal } from './version.ts';

/** One document: its type, what it is about, and its reader. */
export const documentInput = engagementInput.extend({
  type: z.string().max(60),
  subject: z.string().max(100).nullable(),
  edition: edition.default('detailed'),
  /** Of a department's edition: which. */
  departmentId: id.nullable().default(null),
});

/** What is known of a document before it is made. */
export const documentPreview = z.strictObject({
  title: z.string(),
  editions: z.array(edition.exclude(['department'])),
  departments: z.array(z.strictObject({ id, name: z.string() })),
  formats: z.array(z.enum(['docx', 'xlsx', 'pdf', 'pptx'])),
  /** Why there is nothing to look at yet; null when there is. */
  unavailable: z.string().nullable(),
  gaps: z.array(z.strictObject({ message: z.string(), href: z.string() })),
  /** Why a version of this edition cannot be made, although the document can be looked at. */
  refusals: z.array(z.string()),
  /** What this edition leaves out or replaces. */
  removed: z.array(removal),
});

export const editionOperations = {
  listRemoved: query({
    summary: '版を作ったときに、詳細版から除き、又は置き換えた箇所を返す。',
    permission: 'deliverables.read',
    input: engagementInput.extend({ versionId: id }),
    output: z.strictObject({ removed: z.array(removal) }),
  }),
  listOwn: query({
    summary: '自所属のために作られ、検収された版を返す。',
    permission: 'deliverables.own',
    input: engagementInput,
    output: z.strictObject({ versions: z.array(ownVersion) }),
  }),
  downloadOwn: download({
    summary: '自所属のために作られ、検収された版のファイルを取得する。',
    permission: 'deliverables.own',
    input: engagementInput.extend({ versionId: id, fileId: id }),
  }),
  previewDocument: download({
    summary: '今の記録で作った文書を、版を作らずに取得する。',
    permission: 'deliverables.make',
    input: documentInput.extend({ format: z.enum(['docx', 'pdf', 'xlsx', 'pptx']) }),
  }),
  preview: query({
    summary: '文書を作る前に、足りない記録、作れない理由及び載せない箇所を返す。',
    permission: 'deliverables.look',
    input: documentInput,
    output: documentPreview,
  }),
  showDocument: download({
    summary: '今の記録で作った文書を、画面で読む形で返す。',
    permission: 'deliverables.look',
    input: documentInput,
  }),
} as const;
