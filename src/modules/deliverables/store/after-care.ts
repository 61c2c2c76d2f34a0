/** Storage of the care after delivery and of earlier works. */
import type { z } from 'zod';
import type { Tx } from '../../../kernel/database.ts';
import type { afterCare } from '../contract.ts';

interface CareTables {
  after_care: {
    tenant_id: number;
    id: string;
    engagement_id: string;
    kind: 'defect' | 'enquiry';
    deliverable_id: string | null;
    content: string;
    answer: string | null;
    opened_on: string;
    closed_on: string | null;
  };
  preexisting_work: {
    tenant_id: number;
    id: string;
    engagement_id: string;
    name: string;
    owner: string;
    used_in: string;
  };
}

export type AfterCare = z.output<typeof afterCare>;

export async function insertAfterCare(tx: Tx, engagementId: string, item: AfterCare): Promise<void> {
  await tx
    .db<CareTables>()
    .insertInto('after_care')
    .values({
      tenant_id: tx.tenantId,
      id: item.id,
      engagement_id: engagementId,
      kind: item.kind,
      deliverable_id: item.deliverableId,
      content: item.content,
      answer: item.answer,
      opened_on: item.openedOn,
      closed_on: item.closedOn,
    })
    .execute();
}

export async function selectAfterCare(tx: Tx, engagementId: string): Promise<AfterCare[]> {
  const rows = await tx
    .db<CareTables>()
    .selectFrom('after_care')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    deliverableId: row.deliverable_id,
    content: row.content,
    answer: row.answer,
    openedOn: row.opened_on,
    closedOn: row.closed_on,
  }));
}

export async function closeAfterCare(tx: Tx, id: string, answer: string, day: string): Promise<void> {
  await tx
    .db<CareTables>()
    .updateTable('after_care')
    .set({ answer, closed_on: day })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .execute();
}

export async function insertPreexisting(
  tx: Tx,
  engagementId: string,
  work: { readonly id: string; readonly name: string; readonly owner: string; readonly usedIn: string },
): Promise<void> {
  await tx
    .db<CareTables>()
    .insertInto('preexisting_work')
    .values({
      tenant_id: tx.tenantId,
      id: work.id,
      engagement_id: engagementId,
      name: work.name,
      owner: work.owner,
      used_in: work.usedIn,
    })
    .execute();
}

export async function selectPreexisting(
  tx: Tx,
  engagementId: string,
): Promise<{ id: string; name: string; owner: string; usedIn: string }[]> {
  const rows = await tx
    .db<CareTables>()
    .selectFrom('preexisting_work')
    .select(['id', 'name', 'owner', 'used_in'])
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .orderBy('id')
    .execute();
  return rows.map(({ used_in: usedIn, ...row }) => ({ ...row, usedIn }));
}
