/** Members, instructions and change requests. */
import type { ColumnType, Insertable, Selectable } from 'kysely';
import type { Tx } from '../../kernel/database.ts';
import { AppError } from '../../kernel/error.ts';

interface Tables {
  team_member: {
    tenant_id: number;
    engagement_id: string;
    id: string;
    account_id: string | null;
    name: string;
    firm: string;
    department: string;
    roles: ColumnType<string[], string, string>;
    handles_my_number: boolean;
    state: 'proposed' | 'active' | 'left' | 'declined';
    is_lead: boolean;
    from_day: string;
    to_day: string | null;
    version: number;
    erased_on: string | null;
  };
  team_instruction: {
    tenant_id: number;
    engagement_id: string;
    id: string;
    title: string;
    body: string;
    channel: string;
    issued_on: string;
    members: ColumnType<string[], string, never>;
  };
  team_instruction_read: {
    tenant_id: number;
    instruction_id: string;
    member_id: string;
    read_at: ColumnType<Date, string, never>;
  };
  team_change: {
    tenant_id: number;
    engagement_id: string;
    id: string;
    outgoing_id: string;
    incoming_id: string;
    becomes_lead: boolean;
    reason: string;
    qualification: string;
    career: string;
    requested_on: string;
    state: 'requested' | 'approved' | 'refused';
    comment: string;
    interviewed_on: string | null;
    interview_note: string;
    decided_on: string | null;
    version: number;
    particulars: ColumnType<{ name: string; text: string }[], string, never>;
  };
}

export type MemberRow = Selectable<Tables['team_member']>;
export type InstructionRow = Selectable<Tables['team_instruction']>;
export type ChangeRow = Selectable<Tables['team_change']>;
type New<T extends keyof Tables> = Omit<Insertable<Tables[T]>, 'tenant_id'>;

export async function insertMember(tx: Tx, row: Omit<New<'team_member'>, 'roles'> & { roles: readonly string[] }) {
  await tx
    .db<Tables>()
    .insertInto('team_member')
    .values({ ...row, tenant_id: tx.tenantId, roles: JSON.stringify(row.roles) })
    .execute();
}

/** The lead first, then members in the order of their assignment. */
export function listMembers(tx: Tx, engagementId: string): Promise<MemberRow[]> {
  return tx
    .db<Tables>()
    .selectFrom('team_member')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .orderBy('is_lead', 'desc')
    .orderBy('from_day')
    .orderBy('id')
    .execute();
}

/** @throws AppError `record.missing` */
export async function findMember(tx: Tx, engagementId: string, id: string): Promise<MemberRow> {
  const row = await tx
    .db<Tables>()
    .selectFrom('team_member')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('record.missing', { internal: 'team_member' });
  return row;
}

export type MemberChange = Partial<
  Pick<
    MemberRow,
    'account_id' | 'name' | 'firm' | 'department' | 'handles_my_number' | 'state' | 'is_lead' | 'from_day' | 'to_day'
  >
> & { readonly roles?: readonly string[] };

/** Writes the change on top of `seen`; @throws AppError `record.stale` when somebody saved in between. */
export async function updateMember(
  tx: Tx,
  id: string,
  seen: number,
  { roles, ...change }: MemberChange,
): Promise<number> {
  const changed = await tx
    .db<Tables>()
    .updateTable('team_member')
    .set({ ...change, ...(roles === undefined ? {} : { roles: JSON.stringify(roles) }), version: seen + 1 })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .where('version', '=', seen)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw new AppError('record.stale', { internal: 'team_member' });
  return seen + 1;
}

export async function insertInstruction(
  tx: Tx,
  row: Omit<New<'team_instruction'>, 'members'> & { members: readonly string[] },
) {
  await tx
    .db<Tables>()
    .insertInto('team_instruction')
    .values({ ...row, tenant_id: tx.tenantId, members: JSON.stringify(row.members) })
    .execute();
}

export function listInstructions(tx: Tx, engagementId: string): Promise<InstructionRow[]> {
  return tx
    .db<Tables>()
    .selectFrom('team_instruction')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .orderBy('issued_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** Who read which instruction of the engagement, and when. */
export function listReadings(tx: Tx, engagementId: string) {
  return tx
    .db<Tables>()
    .selectFrom('team_instruction_read as reading')
    .innerJoin('team_instruction as instruction', (join) =>
      join
        .onRef('instruction.tenant_id', '=', 'reading.tenant_id')
        .onRef('instruction.id', '=', 'reading.instruction_id'),
    )
    .select(['reading.instruction_id', 'reading.member_id', 'reading.read_at'])
    .where('reading.tenant_id', '=', tx.tenantId)
    .where('instruction.engagement_id', '=', engagementId)
    .execute();
}

/** True when this is the first time that the member confirms. */
export async function insertReading(tx: Tx, instructionId: string, memberId: string, at: Date): Promise<boolean> {
  const result = await tx
    .db<Tables>()
    .insertInto('team_instruction_read')
    .values({
      tenant_id: tx.tenantId,
      instruction_id: instructionId,
      member_id: memberId,
      read_at: at.toISOString(),
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'instruction_id', 'member_id']).doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function insertChange(
  tx: Tx,
  row: Omit<New<'team_change'>, 'particulars'> & { particulars: readonly { name: string; text: string }[] },
) {
  await tx
    .db<Tables>()
    .insertInto('team_change')
    .values({ ...row, tenant_id: tx.tenantId, particulars: JSON.stringify(row.particulars) })
    .execute();
}

export function listChanges(tx: Tx, engagementId: string): Promise<ChangeRow[]> {
  return tx
    .db<Tables>()
    .selectFrom('team_change')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .orderBy('requested_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

export type Decision = Pick<ChangeRow, 'state' | 'comment' | 'interviewed_on' | 'interview_note' | 'decided_on'>;

/** @throws AppError `record.stale` when somebody decided in between. */
export async function decideChange(tx: Tx, id: string, seen: number, decision: Decision): Promise<void> {
  const changed = await tx
    .db<Tables>()
    .updateTable('team_change')
    .set({ ...decision, version: seen + 1 })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .where('version', '=', seen)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw new AppError('record.stale', { internal: 'team_change' });
}
