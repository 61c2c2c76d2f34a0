/** Storage of drafts and of published revisions. */
import type { ColumnType } from 'kysely';
import type { Tx } from '../../kernel/database.ts';
import { AppError } from '../../kernel/error.ts';
import { type DraftContent, upgraded } from './rules/stored.ts';

export type SourceLines = readonly { line: number; page: number | null; text: string }[];
export type StoredDraft = {
  id: string;
  name: string;
  fileId: string | null;
  format: 'docx' | 'pdf' | 'text' | 'yaml';
  pages: number | null;
  content: DraftContent;
  publishedAs: string | null;
  version: number;
  createdAt: Date;
};
export type Revision = {
  id: string;
  base: string;
  revision: number;
  draftId: string;
  title: string;
  authority: string;
  fiscalYear: number | null;
  periodTo: string | null;
  clauses: number;
  sha256: string;
  publishedAt: Date;
};

interface SpecificationTables {
  specification_draft: {
    tenant_id: number;
    id: string;
    name: string;
    file_id: string | null;
    format: StoredDraft['format'];
    pages: number | null;
    content: DraftContent | string;
    source: SourceLines | string;
    published_as: string | null;
    version: number;
    created_at: ColumnType<Date, string, never>;
  };
  specification_revision: {
    tenant_id: number;
    id: string;
    base: string;
    revision: number;
    draft_id: string;
    title: string;
    authority: string;
    fiscal_year: number | null;
    period_to: string | null;
    clauses: number;
    body: string;
    sha256: string;
    published_at: ColumnType<Date, string, never>;
  };
}

export async function insertDraft(tx: Tx, draft: StoredDraft, source: SourceLines): Promise<void> {
  await tx
    .db<SpecificationTables>()
    .insertInto('specification_draft')
    .values({
      tenant_id: tx.tenantId,
      id: draft.id,
      name: draft.name,
      file_id: draft.fileId,
      format: draft.format,
      pages: draft.pages,
      content: withoutNul(JSON.stringify(draft.content)),
      source: withoutNul(JSON.stringify(source)),
      published_as: null,
      version: 1,
      created_at: draft.createdAt.toISOString(),
    })
    .execute();
}

/** The database cannot hold the character NUL, not even escaped. */
const withoutNul = (json: string): string => json.replaceAll('\\u0000', '');

const COLUMNS = [
  'id',
  'name',
  'file_id',
  'format',
  'pages',
  'content',
  'published_as',
  'version',
  'created_at',
] as const;

export async function selectDrafts(tx: Tx): Promise<StoredDraft[]> {
  const rows = await tx
    .db<SpecificationTables>()
    .selectFrom('specification_draft')
    .select(COLUMNS)
    .where('tenant_id', '=', tx.tenantId)
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map(draftOf);
}

/** @throws AppError `record.missing` */
export async function requireDraft(tx: Tx, id: string): Promise<StoredDraft> {
  const row = await tx
    .db<SpecificationTables>()
    .selectFrom('specification_draft')
    .select(COLUMNS)
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('record.missing', { internal: 'specification draft' });
  return draftOf(row);
}

/** @throws AppError `record.missing` */
export async function selectSource(tx: Tx, id: string): Promise<SourceLines> {
  const row = await tx
    .db<SpecificationTables>()
    .selectFrom('specification_draft')
    .select('source')
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('record.missing', { internal: 'specification draft' });
  return typeof row.source === 'string' ? (JSON.parse(row.source) as SourceLines) : row.source;
}

/** Saves the next version; answers with its number. @throws AppError `record.stale` when somebody saved first. */
export async function saveDraft(
  tx: Tx,
  draft: { id: string; version: number; content: DraftContent; publishedAs?: string },
): Promise<number> {
  const saved = await tx
    .db<SpecificationTables>()
    .updateTable('specification_draft')
    .set({
      content: withoutNul(JSON.stringify(draft.content)),
      version: draft.version + 1,
      ...(draft.publishedAs === undefined ? {} : { published_as: draft.publishedAs }),
    })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', draft.id)
    .where('version', '=', draft.version)
    .executeTakeFirst();
  if (saved.numUpdatedRows === 0n) throw new AppError('record.stale');
  return draft.version + 1;
}

export async function insertRevision(tx: Tx, revision: Revision, body: string): Promise<void> {
  await tx
    .db<SpecificationTables>()
    .insertInto('specification_revision')
    .values({
      tenant_id: tx.tenantId,
      id: revision.id,
      base: revision.base,
      revision: revision.revision,
      draft_id: revision.draftId,
      title: revision.title,
      authority: revision.authority,
      fiscal_year: revision.fiscalYear,
      period_to: revision.periodTo,
      clauses: revision.clauses,
      body,
      sha256: revision.sha256,
      published_at: revision.publishedAt.toISOString(),
    })
    .execute();
}

/** Newest first. */
export async function selectRevisions(tx: Tx): Promise<Revision[]> {
  const rows = await tx
    .db<SpecificationTables>()
    .selectFrom('specification_revision')
    .select([
      'id',
      'base',
      'revision',
      'draft_id',
      'title',
      'authority',
      'fiscal_year',
      'period_to',
      'clauses',
      'sha256',
      'published_at',
    ])
    .where('tenant_id', '=', tx.tenantId)
    .orderBy('published_at', 'desc')
    .orderBy('revision', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    base: row.base,
    revision: row.revision,
    draftId: row.draft_id,
    title: row.title,
    authority: row.authority,
    fiscalYear: row.fiscal_year,
    periodTo: row.period_to,
    clauses: row.clauses,
    sha256: row.sha256,
    publishedAt: row.published_at,
  }));
}

export async function selectHash(tx: Tx, id: string): Promise<string | null> {
  const row = await tx
    .db<SpecificationTables>()
    .selectFrom('specification_revision')
    .select('sha256')
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.sha256 ?? null;
}

export async function selectBody(tx: Tx, id: string): Promise<{ body: string; sha256: string } | null> {
  const row = await tx
    .db<SpecificationTables>()
    .selectFrom('specification_revision')
    .select(['body', 'sha256'])
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

function draftOf(row: {
  id: string;
  name: string;
  file_id: string | null;
  format: StoredDraft['format'];
  pages: number | null;
  content: DraftContent | string;
  published_as: string | null;
  version: number;
  created_at: Date;
}): StoredDraft {
  return {
    id: row.id,
    name: row.name,
    fileId: row.file_id,
    format: row.format,
    pages: row.pages,
    content: upgraded(typeof row.content === 'string' ? (JSON.parse(row.content) as DraftContent) : row.content),
    publishedAs: row.published_as,
    version: row.version,
    createdAt: row.created_at,
  };
}
