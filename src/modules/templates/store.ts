/** Storage of forms. */
import type { ColumnType, Selectable } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../kernel/database.ts';
import { AppError } from '../../kernel/error.ts';
import { problem, type Template } from './contract.ts';

interface TemplateTables {
  form_template: {
    tenant_id: number;
    id: string;
    engagement_id: string;
    kind: string;
    format: Template['format'];
    edition: Template['edition'];
    version: number;
    state: Template['state'];
    name: string;
    file_id: string;
    sha256: string;
    size: number;
    comment: string;
    problems: ColumnType<unknown, string, never>;
    registered_at: ColumnType<Date, string, never>;
    activated_at: ColumnType<Date | null, string | null, string>;
    retired_at: ColumnType<Date | null, string | null, string | null>;
  };
}

export interface StoredTemplate extends Template {
  readonly fileId: string;
}

export async function insertTemplate(tx: Tx, engagementId: string, template: StoredTemplate): Promise<void> {
  await tx
    .db<TemplateTables>()
    .insertInto('form_template')
    .values({
      tenant_id: tx.tenantId,
      id: template.id,
      engagement_id: engagementId,
      kind: template.kind,
      format: template.format,
      edition: template.edition,
      version: template.version,
      state: template.state,
      name: template.name,
      file_id: template.fileId,
      sha256: template.sha256,
      size: template.size,
      comment: template.comment,
      problems: JSON.stringify(template.problems),
      registered_at: template.registeredAt,
      activated_at: null,
      retired_at: null,
    })
    .execute();
}

/** All versions, the newest of each kind first. */
export async function selectTemplates(tx: Tx, engagementId: string): Promise<StoredTemplate[]> {
  const rows = await tx
    .db<TemplateTables>()
    .selectFrom('form_template')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .orderBy('kind')
    .orderBy('format')
    .orderBy('version', 'desc')
    .execute();
  return rows.map(fromRow);
}

/** @throws AppError `record.missing` */
export async function selectTemplate(tx: Tx, engagementId: string, id: string): Promise<StoredTemplate> {
  const row = await tx
    .db<TemplateTables>()
    .selectFrom('form_template')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('record.missing', { internal: 'form' });
  return fromRow(row);
}

/** @throws AppError `state.refused` when another person moved the form meanwhile */
export async function moveTemplate(
  tx: Tx,
  id: string,
  move: { readonly from: Template['state']; readonly to: 'active' | 'retired'; readonly at: Date },
): Promise<void> {
  const moment = move.at.toISOString();
  const moved = await tx
    .db<TemplateTables>()
    .updateTable('form_template')
    .set(
      move.to === 'active'
        ? { state: 'active', activated_at: moment, retired_at: null }
        : { state: 'retired', retired_at: moment },
    )
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .where('state', '=', move.from)
    .executeTakeFirst();
  if (moved.numUpdatedRows === 0n) throw new AppError('state.refused', { internal: 'form moved meanwhile' });
}

const fromRow = (row: Selectable<TemplateTables['form_template']>): StoredTemplate => ({
  id: row.id,
  kind: row.kind,
  format: row.format,
  edition: row.edition,
  version: row.version,
  state: row.state,
  name: row.name,
  fileId: row.file_id,
  sha256: row.sha256,
  size: row.size,
  comment: row.comment,
  problems: z.array(problem).parse(row.problems),
  registeredAt: row.registered_at.toISOString(),
  activatedAt: row.activated_at?.toISOString() ?? null,
  retiredAt: row.retired_at?.toISOString() ?? null,
});
