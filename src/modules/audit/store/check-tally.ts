/** How many items a department's checklist has and how many of them are judged, without reading their texts. */
import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database.ts';
import type { CheckTables } from './check-tables.ts';

export interface CheckTally {
  readonly checks: number;
  readonly judged: number;
}

/** The items in scope, by audit; an audit without any is left out. */
export async function tallyChecks(tx: Tx, auditIds: readonly string[]): Promise<ReadonlyMap<string, CheckTally>> {
  if (auditIds.length === 0) return new Map();
  const rows = await tx
    .db<CheckTables>()
    .selectFrom('audit_check')
    .select((eb) => [
      'audit_id',
      eb.fn.countAll<string>().as('checks'),
      eb.fn
        .countAll<string>()
        .filterWhere(sql<boolean>`content ->> 'judgement' <> 'unconfirmed'`)
        .as('judged'),
    ])
    .where('tenant_id', '=', tx.tenantId)
    .where('audit_id', 'in', [...auditIds])
    .where('state', '=', 'in-scope')
    .groupBy('audit_id')
    .execute();
  return new Map(rows.map((row) => [row.audit_id, { checks: Number(row.checks), judged: Number(row.judged) }]));
}

/** Items in scope that have neither a judgement nor evidence. */
export async function countUntouchedChecks(tx: Tx, auditId: string): Promise<number> {
  const row = await tx
    .db<CheckTables>()
    .selectFrom('audit_check')
    .select((eb) => eb.fn.countAll<string>().as('open'))
    .where('tenant_id', '=', tx.tenantId)
    .where('audit_id', '=', auditId)
    .where('state', '=', 'in-scope')
    .where(sql<boolean>`content ->> 'judgement' = 'unconfirmed' and content -> 'evidenceIds' = '[]'::jsonb`)
    .executeTakeFirstOrThrow();
  return Number(row.open);
}
