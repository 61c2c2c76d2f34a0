/** What members state about themselves (years of practice, expertise, ties to vendors), and who stands in for them. */
import type { ColumnType, Insertable, Selectable } from 'kysely';
import type { Tx } from '../../kernel/database.ts';

interface Tables {
  team_career: {
    tenant_id: number;
    engagement_id: string;
    id: string;
    member_id: string;
    field: string;
    years: ColumnType<string, number, never>;
    as_of: string;
    evidence: string;
    file_id: string | null;
  };
  team_expertise: {
    tenant_id: number;
    engagement_id: string;
    id: string;
    member_id: string;
    fields: ColumnType<string[], string, never>;
    proof: string;
    evidence: string;
    declared_on: string;
    file_id: string | null;
  };
  team_vendor_tie: {
    tenant_id: number;
    engagement_id: string;
    member_id: string;
    tied: boolean;
    vendors: string;
    declared_on: string;
  };
  team_substitute: {
    tenant_id: number;
    engagement_id: string;
    member_id: string;
    substitute_id: string;
    named_on: string;
  };
}

export type CareerRow = Selectable<Tables['team_career']>;
export type ExpertiseRow = Selectable<Tables['team_expertise']>;
export type VendorTieRow = Selectable<Tables['team_vendor_tie']>;
export type SubstituteRow = Selectable<Tables['team_substitute']>;
type New<T extends keyof Tables> = Omit<Insertable<Tables[T]>, 'tenant_id'>;

export async function insertCareer(tx: Tx, row: New<'team_career'>) {
  await tx
    .db<Tables>()
    .insertInto('team_career')
    .values({ ...row, tenant_id: tx.tenantId })
    .execute();
}

/** Statements from the oldest to the newest. */
export function listCareers(tx: Tx, engagementId: string): Promise<CareerRow[]> {
  return tx
    .db<Tables>()
    .selectFrom('team_career')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .orderBy('as_of')
    .orderBy('id')
    .execute();
}

export async function insertExpertise(
  tx: Tx,
  row: Omit<New<'team_expertise'>, 'fields'> & { fields: readonly string[] },
) {
  await tx
    .db<Tables>()
    .insertInto('team_expertise')
    .values({ ...row, tenant_id: tx.tenantId, fields: JSON.stringify(row.fields) })
    .execute();
}

export function listExpertise(tx: Tx, engagementId: string): Promise<ExpertiseRow[]> {
  return tx
    .db<Tables>()
    .selectFrom('team_expertise')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .orderBy('declared_on')
    .orderBy('id')
    .execute();
}

/** The latest statement of a member takes the place of the one before. */
export async function saveVendorTie(tx: Tx, row: New<'team_vendor_tie'>) {
  await tx
    .db<Tables>()
    .insertInto('team_vendor_tie')
    .values({ ...row, tenant_id: tx.tenantId })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'member_id']).doUpdateSet((eb) => ({
        tied: eb.ref('excluded.tied'),
        vendors: eb.ref('excluded.vendors'),
        declared_on: eb.ref('excluded.declared_on'),
      })),
    )
    .execute();
}

export function listVendorTies(tx: Tx, engagementId: string): Promise<VendorTieRow[]> {
  return tx
    .db<Tables>()
    .selectFrom('team_vendor_tie')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .orderBy('member_id')
    .execute();
}

/** A member has one substitute: the latest one takes the place of the one before. */
export async function saveSubstitute(tx: Tx, row: New<'team_substitute'>) {
  await tx
    .db<Tables>()
    .insertInto('team_substitute')
    .values({ ...row, tenant_id: tx.tenantId })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'member_id']).doUpdateSet((eb) => ({
        substitute_id: eb.ref('excluded.substitute_id'),
        named_on: eb.ref('excluded.named_on'),
      })),
    )
    .execute();
}

export function listSubstitutes(tx: Tx, engagementId: string): Promise<SubstituteRow[]> {
  return tx
    .db<Tables>()
    .selectFrom('team_substitute')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .orderBy('member_id')
    .execute();
}
