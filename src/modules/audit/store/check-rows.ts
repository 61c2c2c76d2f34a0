/** The lines of a long checklist, read without the texts of its items. */
import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../../kernel/database.ts';
import { type CheckRow, checkRow } from '../contract/papers.ts';
import type { CheckTables } from './check-tables.ts';

export async function readCheckRows(tx: Tx, auditId: string): Promise<CheckRow[]> {
  const rows = await tx
    .db<CheckTables>()
    .selectFrom('audit_check')
    .leftJoin('audit_paper', (join) =>
      join
        .onRef('audit_paper.tenant_id', '=', 'audit_check.tenant_id')
        .onRef('audit_paper.parent_id', '=', 'audit_check.id'),
    )
    .select([
      'audit_check.id',
      'audit_check.version',
      'audit_check.state',
      'audit_paper.state as paper',
      sql<number>`(audit_check.content ->> 'number')::int`.as('number'),
      sql<string>`audit_check.content ->> 'section'`.as('section'),
      sql<string>`audit_check.content ->> 'title'`.as('title'),
      sql<string>`audit_check.content ->> 'judgement'`.as('judgement'),
      sql<number>`jsonb_array_length(audit_check.content -> 'evidenceIds')`.as('evidence'),
      sql<number>`coalesce(audit_paper.version, 0)`.as('paperVersion'),
    ])
    .where('audit_check.tenant_id', '=', tx.tenantId)
    .where('audit_check.audit_id', '=', auditId)
    .orderBy('audit_check.position')
    .orderBy('audit_check.created_at')
    .orderBy('audit_check.id')
    .execute();
  return z.array(checkRow).parse(rows);
}
