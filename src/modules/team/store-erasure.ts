/** SQL of the erasure at the end: evidence goes, members stay as empty places so that records do not lose their hold. */
import type { Tx } from '../../kernel/database.ts';

interface Evidence {
  tenant_id: number;
  engagement_id: string;
  member_id: string;
  file_id: string | null;
}
interface Tables {
  team_qualification: Evidence;
  team_experience: Evidence;
  team_career: Evidence;
  team_expertise: Evidence;
  team_vendor_tie: Omit<Evidence, 'file_id'>;
  team_independence: Omit<Evidence, 'file_id'> & { note: string };
  team_change: {
    tenant_id: number;
    engagement_id: string;
    reason: string;
    qualification: string;
    career: string;
    particulars: string;
    comment: string;
    interview_note: string;
  };
  team_member: {
    tenant_id: number;
    engagement_id: string;
    name: string;
    department: string;
    account_id: string | null;
    erased_on: string | null;
  };
}

/** What stands in place of a name. */
export const ERASED = '（消去済み）';

const WITH_FILES = ['team_qualification', 'team_experience', 'team_career', 'team_expertise'] as const;

/** Ids of the files that prove something about a member. */
export async function listPersonalFiles(tx: Tx, memberId: string): Promise<string[]> {
  const lists = await Promise.all(
    WITH_FILES.map((table) =>
      tx
        .db<Tables>()
        .selectFrom(table)
        .select('file_id')
        .where('tenant_id', '=', tx.tenantId)
        .where('member_id', '=', memberId)
        .execute(),
    ),
  );
  return lists.flat().flatMap(({ file_id: fileId }) => (fileId === null ? [] : [fileId]));
}

export async function eraseEvidence(tx: Tx, engagementId: string): Promise<void> {
  for (const table of [...WITH_FILES, 'team_vendor_tie'] as const) {
    await tx
      .db<Tables>()
      .deleteFrom(table)
      .where('tenant_id', '=', tx.tenantId)
      .where('engagement_id', '=', engagementId)
      .execute();
  }
}

/** Words about people in change requests and declarations. */
export async function erasePapers(tx: Tx, engagementId: string): Promise<void> {
  await tx
    .db<Tables>()
    .updateTable('team_change')
    .set({ reason: ERASED, qualification: '', career: '', particulars: '[]', comment: '', interview_note: '' })
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .execute();
  await tx
    .db<Tables>()
    .updateTable('team_independence')
    .set({ note: '' })
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .execute();
}

export async function eraseMembers(tx: Tx, engagementId: string, today: string): Promise<void> {
  await tx
    .db<Tables>()
    .updateTable('team_member')
    .set({ name: ERASED, department: ERASED, account_id: null, erased_on: today })
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .where('erased_on', 'is', null)
    .execute();
}
