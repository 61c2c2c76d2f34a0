/** Storage of what was handed over. */
import type { ColumnType } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../../kernel/database.ts';
import { delivery, type Delivery, type RestMaterial } from '../contract/delivery.ts';

interface DeliveryTables {
  delivery: {
    tenant_id: number;
    id: string;
    engagement_id: string;
    package_id: string;
    form: Delivery['form'];
    copies: ColumnType<unknown, string, never>;
    note_form: Delivery['noteForm'];
    delivered_on: string;
    corrects: string | null;
    recorded_at: ColumnType<Date, string, never>;
  };
  delivery_package: { tenant_id: number; id: string; task: string | null };
  rest_material: {
    tenant_id: number;
    engagement_id: string;
    position: number;
    name: string;
    delivered: boolean;
    reason: string;
  };
}

export async function insertDelivery(tx: Tx, engagementId: string, made: Delivery, at: Date): Promise<void> {
  await tx
    .db<DeliveryTables>()
    .insertInto('delivery')
    .values({
      tenant_id: tx.tenantId,
      id: made.id,
      engagement_id: engagementId,
      package_id: made.packageId,
      form: made.form,
      copies: JSON.stringify(made.copies),
      note_form: made.noteForm,
      delivered_on: made.deliveredOn,
      corrects: made.corrects,
      recorded_at: at.toISOString(),
    })
    .execute();
}

/** The records that hold, the newest first; one that was corrected is left out. */
export async function selectDeliveries(tx: Tx, engagementId: string): Promise<Delivery[]> {
  const rows = await tx
    .db<DeliveryTables>()
    .selectFrom('delivery')
    .innerJoin('delivery_package', (join) =>
      join
        .onRef('delivery_package.tenant_id', '=', 'delivery.tenant_id')
        .onRef('delivery_package.id', '=', 'delivery.package_id'),
    )
    .selectAll('delivery')
    .select('delivery_package.task')
    .where('delivery.tenant_id', '=', tx.tenantId)
    .where('delivery_package.tenant_id', '=', tx.tenantId)
    .where('delivery.engagement_id', '=', engagementId)
    .orderBy('delivery.recorded_at', 'desc')
    .orderBy('delivery.id', 'desc')
    .execute();
  const corrected = new Set(rows.map((row) => row.corrects));
  return rows
    .filter((row) => !corrected.has(row.id))
    .map((row) =>
      delivery.parse({
        id: row.id,
        packageId: row.package_id,
        task: row.task,
        form: row.form,
        copies: z.array(z.unknown()).parse(row.copies),
        noteForm: row.note_form,
        deliveredOn: row.delivered_on,
        corrects: row.corrects,
      }),
    );
}

export async function replaceRest(tx: Tx, engagementId: string, materials: readonly RestMaterial[]): Promise<void> {
  const db = tx.db<DeliveryTables>();
  await db
    .deleteFrom('rest_material')
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .execute();
  if (materials.length === 0) return;
  await db
    .insertInto('rest_material')
    .values(
      materials.map((one, position) => ({
        tenant_id: tx.tenantId,
        engagement_id: engagementId,
        position,
        ...one,
      })),
    )
    .execute();
}

export async function selectRest(tx: Tx, engagementId: string): Promise<RestMaterial[]> {
  return await tx
    .db<DeliveryTables>()
    .selectFrom('rest_material')
    .select(['name', 'delivered', 'reason'])
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .orderBy('position')
    .execute();
}
