/** Storage of files on their way to a draft. */
import type { ColumnType } from 'kysely';
import type { Tx } from '../../kernel/database.ts';
import { AppError } from '../../kernel/error.ts';

export type ImportState = 'waiting' | 'reading' | 'done' | 'refused';
export type StoredImport = {
  id: string;
  name: string;
  fileId: string;
  state: ImportState;
  pagesRead: number | null;
  pages: number | null;
  clauses: number | null;
  problems: readonly string[];
  createdAt: Date;
};

interface ImportTables {
  specification_import: {
    tenant_id: number;
    id: string;
    name: string;
    file_id: string;
    state: ImportState;
    pages_read: number | null;
    pages: number | null;
    clauses: number | null;
    problems: ColumnType<string[], string, string>;
    created_at: ColumnType<Date, string, never>;
    ended_at: ColumnType<Date | null, string | null, string | null>;
  };
}

export async function insertImport(
  tx: Tx,
  row: Pick<StoredImport, 'id' | 'name' | 'fileId' | 'createdAt'>,
): Promise<void> {
  await tx
    .db<ImportTables>()
    .insertInto('specification_import')
    .values({
      tenant_id: tx.tenantId,
      id: row.id,
      name: row.name,
      file_id: row.fileId,
      state: 'waiting',
      pages_read: null,
      pages: null,
      clauses: null,
      problems: '[]',
      created_at: row.createdAt.toISOString(),
      ended_at: null,
    })
    .execute();
}

/** @throws AppError `record.missing` */
export async function requireImport(tx: Tx, id: string): Promise<StoredImport> {
  const row = await tx
    .db<ImportTables>()
    .selectFrom('specification_import')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('record.missing', { internal: 'specification import' });
  return importOf(row);
}

/** Those that have not become a draft, the newest first. */
export async function selectOpenImports(tx: Tx): Promise<StoredImport[]> {
  const rows = await tx
    .db<ImportTables>()
    .selectFrom('specification_import')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('state', '!=', 'done')
    .orderBy('created_at', 'desc')
    .limit(50)
    .execute();
  return rows.map(importOf);
}

export async function saveProgress(tx: Tx, id: string, read: { done: number; total: number } | null): Promise<void> {
  await tx
    .db<ImportTables>()
    .updateTable('specification_import')
    .set({ state: 'reading', pages_read: read?.done ?? null, pages: read?.total ?? null })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .execute();
}

export async function endImport(
  tx: Tx,
  end: { id: string; at: Date } & (
    | { state: 'done'; pages: number | null; clauses: number }
    | { state: 'refused'; problems: readonly string[] }
  ),
): Promise<void> {
  await tx
    .db<ImportTables>()
    .updateTable('specification_import')
    .set({
      state: end.state,
      ended_at: end.at.toISOString(),
      ...(end.state === 'done'
        ? { pages: end.pages, pages_read: end.pages, clauses: end.clauses }
        : { problems: JSON.stringify(end.problems).replaceAll('\\u0000', '') }),
    })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', end.id)
    .execute();
}

function importOf(row: {
  id: string;
  name: string;
  file_id: string;
  state: ImportState;
  pages_read: number | null;
  pages: number | null;
  clauses: number | null;
  problems: string[];
  created_at: Date;
}): StoredImport {
  return {
    id: row.id,
    name: row.name,
    fileId: row.file_id,
    state: row.state,
    pagesRead: row.pages_read,
    pages: row.pages,
    clauses: row.clauses,
    problems: row.problems,
    createdAt: row.created_at,
  };
}
