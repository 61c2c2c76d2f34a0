/** What members and the firm can prove: qualifications, experience, credentials, declarations of independence. */
import type { ColumnType, Insertable, Selectable } from 'kysely';
import type { Tx } from '../../kernel/database.ts';
import { AppError } from '../../kernel/error.ts';

export interface CredentialCheck {
  readonly day: string;
  readonly result: 'listed' | 'absent';
}

interface Tables {
  team_qualification: {
    tenant_id: number;
    engagement_id: string;
    id: string;
    member_id: string;
    code: string;
    name: string;
    number: string;
    valid_from: string;
    valid_to: string | null;
    file_id: string | null;
  };
  team_experience: {
    tenant_id: number;
    engagement_id: string;
    id: string;
    member_id: string;
    client: string;
    category: string;
    population: number | null;
    subject: string;
    from_day: string;
    to_day: string;
    completed: boolean;
    activities: ColumnType<string[], string, never>;
    evidence: string;
    counted: boolean;
    reason: string;
    clause: string;
    file_id: string | null;
    kind: string;
    counts: ColumnType<string[], string, never>;
  };
  team_credential: {
    tenant_id: number;
    engagement_id: string;
    id: string;
    type: string;
    number: string;
    field: string | null;
    scope: string;
    valid_from: string;
    valid_to: string | null;
    file_id: string | null;
    checks: ColumnType<CredentialCheck[], string, string>;
  };
  team_independence: {
    tenant_id: number;
    engagement_id: string;
    member_id: string;
    department_id: string;
    involved: boolean;
    note: string;
    declared_on: string;
  };
}

export type QualificationRow = Selectable<Tables['team_qualification']>;
export type ExperienceRow = Selectable<Tables['team_experience']>;
export type CredentialRow = Selectable<Tables['team_credential']>;
export type DeclarationRow = Selectable<Tables['team_independence']>;
type New<T extends keyof Tables> = Omit<Insertable<Tables[T]>, 'tenant_id'>;

export async function insertQualification(tx: Tx, row: New<'team_qualification'>) {
  await tx
    .db<Tables>()
    .insertInto('team_qualification')
    .values({ ...row, tenant_id: tx.tenantId })
    .execute();
}

export function listQualifications(tx: Tx, engagementId: string): Promise<QualificationRow[]> {
  return tx
    .db<Tables>()
    .selectFrom('team_qualification')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .orderBy('valid_from')
    .orderBy('id')
    .execute();
}

export async function insertExperience(
  tx: Tx,
  row: Omit<New<'team_experience'>, 'activities' | 'counts'> & {
    activities: readonly string[];
    counts: readonly string[];
  },
) {
  await tx
    .db<Tables>()
    .insertInto('team_experience')
    .values({
      ...row,
      tenant_id: tx.tenantId,
      activities: JSON.stringify(row.activities),
      counts: JSON.stringify(row.counts),
    })
    .execute();
}

export function listExperience(tx: Tx, engagementId: string): Promise<ExperienceRow[]> {
  return tx
    .db<Tables>()
    .selectFrom('team_experience')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .orderBy('to_day', 'desc')
    .orderBy('id')
    .execute();
}

export async function insertCredential(tx: Tx, row: Omit<New<'team_credential'>, 'checks'>) {
  await tx
    .db<Tables>()
    .insertInto('team_credential')
    .values({ ...row, tenant_id: tx.tenantId, checks: '[]' })
    .execute();
}

export function listCredentials(tx: Tx, engagementId: string): Promise<CredentialRow[]> {
  return tx
    .db<Tables>()
    .selectFrom('team_credential')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .orderBy('type')
    .orderBy('valid_from')
    .execute();
}

/** Adds one look-up of the published list. @throws AppError `record.missing` */
export async function addCredentialCheck(
  tx: Tx,
  engagementId: string,
  id: string,
  check: CredentialCheck,
): Promise<CredentialRow> {
  const row = await tx
    .db<Tables>()
    .selectFrom('team_credential')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new AppError('record.missing', { internal: 'team_credential' });
  await tx
    .db<Tables>()
    .updateTable('team_credential')
    .set({ checks: JSON.stringify([...row.checks, check]) })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .execute();
  return row;
}

/** The latest declaration of a member for a department takes the place of the one before. */
export async function saveDeclarations(tx: Tx, rows: readonly New<'team_independence'>[]) {
  await tx
    .db<Tables>()
    .insertInto('team_independence')
    .values(rows.map((row) => ({ ...row, tenant_id: tx.tenantId })))
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'member_id', 'department_id']).doUpdateSet((eb) => ({
        involved: eb.ref('excluded.involved'),
        note: eb.ref('excluded.note'),
        declared_on: eb.ref('excluded.declared_on'),
      })),
    )
    .execute();
}

export function listDeclarations(tx: Tx, engagementId: string): Promise<DeclarationRow[]> {
  return tx
    .db<Tables>()
    .selectFrom('team_independence')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .orderBy('declared_on')
    .execute();
}
