/** Messages between the two sides. */
import type { ColumnType, Selectable } from 'kysely';
import type { Tx } from '../../../kernel/database.ts';

interface Tables {
  meeting_message: {
    tenant_id: number;
    engagement_id: string;
    id: string;
    thread_id: string;
    channel: string;
    direction: 'to-city' | 'from-city';
    subject: string;
    body: string;
    counterpart: string;
    sent_on: string;
    files: ColumnType<{ id: string; name: string }[], string, never>;
    recorded_by: string;
    recorded_at: ColumnType<Date, string, never>;
  };
}

export type MessageRow = Selectable<Tables['meeting_message']>;

export async function insertMessage(
  tx: Tx,
  row: Omit<MessageRow, 'tenant_id' | 'recorded_at'> & { readonly recorded_at: Date },
): Promise<void> {
  await tx
    .db<Tables>()
    .insertInto('meeting_message')
    .values({
      ...row,
      tenant_id: tx.tenantId,
      files: JSON.stringify(row.files),
      recorded_at: row.recorded_at.toISOString(),
    })
    .execute();
}

/** Messages, newest first. */
export function listMessages(tx: Tx, engagementId: string): Promise<MessageRow[]> {
  return tx
    .db<Tables>()
    .selectFrom('meeting_message')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .orderBy('sent_on', 'desc')
    .orderBy('recorded_at', 'desc')
    .execute();
}
