/** Storage of the catalogues that a municipality brought along: standards, their editions, files being looked at. */
import type { ColumnType } from 'kysely';
import { z } from 'zod';
import type { CatalogueGroup, SheetMapping } from '../../core/catalogue/index.ts';
import type { KnownMapping } from '../../importers/catalogue-file.ts';
import type { Tx } from '../../kernel/database.ts';
import { AppError } from '../../kernel/error.ts';
import { sheetMapping } from './contract/shared.ts';

type Json = ColumnType<unknown, string, string>;
type Written = ColumnType<Date, string, never>;

interface CatalogueTables {
  standard_catalogue: {
    tenant_id: number;
    id: string;
    engagement_id: string;
    code: string;
    name: string;
    issuer: string;
    public: boolean;
    current_edition: string | null;
    version: number;
  };
  standard_edition: {
    tenant_id: number;
    id: string;
    catalogue_id: string;
    position: number;
    label: string;
    published_on: string | null;
    licence: string;
    source: string;
    format: string;
    file_id: string;
    groups: Json;
    controls: number;
    imported_by: string;
    imported_at: Written;
  };
  standard_import: {
    tenant_id: number;
    id: string;
    engagement_id: string;
    file_id: string;
    file_name: string;
    state: string;
    content: Json;
    imported_by: string;
    imported_at: Written;
    version: number;
  };
  standard_column_mapping: {
    tenant_id: number;
    headings: string;
    mapping: Json;
    saved_at: ColumnType<Date, string, string>;
  };
}

export interface StoredCatalogue {
  readonly id: string;
  /** The engagement in which it was brought along. */
  readonly engagementId: string;
  readonly code: string;
  readonly name: string;
  readonly issuer: string;
  readonly public: boolean;
  readonly currentEdition: string | null;
  readonly version: number;
}

/** An edition without its requirements. */
export interface StoredEdition {
  readonly id: string;
  readonly catalogueId: string;
  readonly label: string;
  readonly publishedOn: string | null;
  readonly licence: string;
  readonly source: string;
  readonly controls: number;
  readonly importedAt: string;
}

export async function selectCatalogues(tx: Tx): Promise<StoredCatalogue[]> {
  const rows = await tx
    .db<CatalogueTables>()
    .selectFrom('standard_catalogue')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .orderBy('code')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    engagementId: row.engagement_id,
    code: row.code,
    name: row.name,
    issuer: row.issuer,
    public: row.public,
    currentEdition: row.current_edition,
    version: row.version,
  }));
}

export async function insertCatalogue(tx: Tx, catalogue: StoredCatalogue): Promise<void> {
  await tx
    .db<CatalogueTables>()
    .insertInto('standard_catalogue')
    .values({
      tenant_id: tx.tenantId,
      id: catalogue.id,
      engagement_id: catalogue.engagementId,
      code: catalogue.code,
      name: catalogue.name,
      issuer: catalogue.issuer,
      public: catalogue.public,
      current_edition: catalogue.currentEdition,
      version: catalogue.version,
    })
    .execute();
}

/** @throws AppError `record.stale` when another person changed it meanwhile */
export async function saveCurrentEdition(tx: Tx, catalogue: StoredCatalogue, editionId: string | null): Promise<void> {
  const saved = await tx
    .db<CatalogueTables>()
    .updateTable('standard_catalogue')
    .set({ current_edition: editionId, version: catalogue.version + 1 })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', catalogue.id)
    .where('version', '=', catalogue.version)
    .executeTakeFirst();
  if (saved.numUpdatedRows === 0n) throw new AppError('record.stale');
}

/** The oldest first. */
export async function selectEditions(tx: Tx): Promise<StoredEdition[]> {
  const rows = await tx
    .db<CatalogueTables>()
    .selectFrom('standard_edition')
    .select(['id', 'catalogue_id', 'label', 'published_on', 'licence', 'source', 'controls', 'imported_at'])
    .where('tenant_id', '=', tx.tenantId)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    catalogueId: row.catalogue_id,
    label: row.label,
    publishedOn: row.published_on,
    licence: row.licence,
    source: row.source,
    controls: row.controls,
    importedAt: row.imported_at.toISOString(),
  }));
}

export async function insertEdition(
  tx: Tx,
  edition: StoredEdition & {
    /** Place among the editions of its standard, from 1. */
    readonly position: number;
    readonly format: string;
    readonly fileId: string;
    readonly groups: readonly CatalogueGroup[];
    readonly importedBy: string;
  },
): Promise<void> {
  await tx
    .db<CatalogueTables>()
    .insertInto('standard_edition')
    .values({
      tenant_id: tx.tenantId,
      id: edition.id,
      catalogue_id: edition.catalogueId,
      position: edition.position,
      label: edition.label,
      published_on: edition.publishedOn,
      licence: edition.licence,
      source: edition.source,
      format: edition.format,
      file_id: edition.fileId,
      groups: JSON.stringify(edition.groups),
      controls: edition.controls,
      imported_by: edition.importedBy,
      imported_at: edition.importedAt,
    })
    .execute();
}

/** The chapters with their requirements. They were checked when the file was read and never change. */
export async function selectGroups(tx: Tx, editionId: string): Promise<readonly CatalogueGroup[]> {
  const row = await tx
    .db<CatalogueTables>()
    .selectFrom('standard_edition')
    .select('groups')
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', editionId)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('record.missing', { internal: 'edition' });
  return row.groups as readonly CatalogueGroup[];
}

export interface StoredImport<Content> {
  readonly id: string;
  readonly engagementId: string;
  readonly fileId: string;
  readonly fileName: string;
  readonly state: 'read' | 'saved' | 'discarded';
  readonly content: Content;
  readonly importedAt: string;
  readonly version: number;
}

const importState = z.enum(['read', 'saved', 'discarded']);

/** Those that nobody has saved or discarded yet; `content` is what the reader answered. */
export async function selectImports(tx: Tx, engagementId: string): Promise<StoredImport<unknown>[]> {
  const rows = await imports(tx).where('engagement_id', '=', engagementId).where('state', '=', 'read').execute();
  return rows.map(importOf);
}

/** Held until the end of the transaction. @throws AppError `record.missing` */
export async function takeImport(tx: Tx, engagementId: string, importId: string): Promise<StoredImport<unknown>> {
  const row = await imports(tx)
    .where('engagement_id', '=', engagementId)
    .where('id', '=', importId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new AppError('record.missing', { internal: 'import' });
  return importOf(row);
}

const imports = (tx: Tx) =>
  tx
    .db<CatalogueTables>()
    .selectFrom('standard_import')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .orderBy('imported_at')
    .orderBy('id');

function importOf(row: {
  readonly id: string;
  readonly engagement_id: string;
  readonly file_id: string;
  readonly file_name: string;
  readonly state: string;
  readonly content: unknown;
  readonly imported_at: Date;
  readonly version: number;
}): StoredImport<unknown> {
  return {
    id: row.id,
    engagementId: row.engagement_id,
    fileId: row.file_id,
    fileName: row.file_name,
    state: importState.parse(row.state),
    content: row.content,
    importedAt: row.imported_at.toISOString(),
    version: row.version,
  };
}

export async function insertImport(
  tx: Tx,
  { importedBy, ...one }: StoredImport<object> & { readonly importedBy: string },
): Promise<void> {
  await tx
    .db<CatalogueTables>()
    .insertInto('standard_import')
    .values({
      tenant_id: tx.tenantId,
      id: one.id,
      engagement_id: one.engagementId,
      file_id: one.fileId,
      file_name: one.fileName,
      state: one.state,
      content: JSON.stringify(one.content),
      imported_by: importedBy,
      imported_at: one.importedAt,
      version: one.version,
    })
    .execute();
}

/** Raises the version. The caller holds the row. */
export async function saveImport(tx: Tx, one: StoredImport<object>): Promise<void> {
  await tx
    .db<CatalogueTables>()
    .updateTable('standard_import')
    .set({ state: one.state, content: JSON.stringify(one.content), version: one.version + 1 })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', one.id)
    .execute();
}

/** The newest first. */
export async function selectColumnMappings(tx: Tx): Promise<KnownMapping[]> {
  const rows = await tx
    .db<CatalogueTables>()
    .selectFrom('standard_column_mapping')
    .select(['headings', 'mapping'])
    .where('tenant_id', '=', tx.tenantId)
    .orderBy('saved_at', 'desc')
    .limit(50)
    .execute();
  return rows.map((row) => ({ headings: row.headings.split('\n'), mapping: sheetMapping.parse(row.mapping) }));
}

export async function keepColumnMapping(
  tx: Tx,
  headings: readonly string[],
  mapping: SheetMapping,
  at: string,
): Promise<void> {
  const row = { mapping: JSON.stringify(mapping), saved_at: at };
  await tx
    .db<CatalogueTables>()
    .insertInto('standard_column_mapping')
    .values({ tenant_id: tx.tenantId, headings: headings.join('\n'), ...row })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'headings']).doUpdateSet(row))
    .execute();
}
