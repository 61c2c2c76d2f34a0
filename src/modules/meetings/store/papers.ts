/** Papers of meetings. */
import type { ColumnType, Insertable, Selectable } from 'kysely';
import type { Tx } from '../../../kernel/database.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Paper, PaperContent } from '../contract.ts';

interface Tables {
  meeting_paper: {
    tenant_id: number;
    engagement_id: string;
    meeting_id: string;
    id: string;
    position: number;
    side: 'city' | 'contractor';
    kind: Paper['kind'];
    name: string;
    file_id: string | null;
    content: ColumnType<PaperContent | null, string | null, string>;
    sent_content: ColumnType<PaperContent | null, string | null, string | null>;
    sent_on: string | null;
    version: number;
  };
}

export type PaperRow = Selectable<Tables['meeting_paper']>;
export type NewPaper = Pick<
  PaperRow,
  'engagement_id' | 'meeting_id' | 'id' | 'side' | 'kind' | 'name' | 'file_id' | 'content'
>;

/** Behind the papers that are there already. */
export async function insertPaper(tx: Tx, paper: NewPaper): Promise<void> {
  const position = (await listPapers(tx, paper.meeting_id)).reduce((most, row) => Math.max(most, row.position), 0) + 1;
  const row: Insertable<Tables['meeting_paper']> = {
    ...paper,
    tenant_id: tx.tenantId,
    position,
    content: paper.content === null ? null : JSON.stringify(paper.content),
    sent_content: null,
    sent_on: null,
    version: 1,
  };
  await tx.db<Tables>().insertInto('meeting_paper').values(row).execute();
}

/** Papers of one meeting in their order. */
export function listPapers(tx: Tx, meetingId: string): Promise<PaperRow[]> {
  return tx
    .db<Tables>()
    .selectFrom('meeting_paper')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('meeting_id', '=', meetingId)
    .orderBy('position')
    .execute();
}

/** @throws AppError `record.stale` when somebody saved in between. */
export async function saveContent(tx: Tx, id: string, seen: number, content: PaperContent): Promise<number> {
  const changed = await tx
    .db<Tables>()
    .updateTable('meeting_paper')
    .set({ content: JSON.stringify(content), version: seen + 1 })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .where('version', '=', seen)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw new AppError('record.stale', { internal: 'meeting paper' });
  return seen + 1;
}

export async function deletePaper(tx: Tx, id: string, seen: number): Promise<void> {
  const gone = await tx
    .db<Tables>()
    .deleteFrom('meeting_paper')
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .where('version', '=', seen)
    .executeTakeFirst();
  if (gone.numDeletedRows === 0n) throw new AppError('record.stale', { internal: 'meeting paper' });
}

/** Fixes what a side sends: files as they are, prepared papers as they are now. */
export async function markSent(tx: Tx, rows: readonly PaperRow[], day: string): Promise<void> {
  for (const row of rows) {
    await tx
      .db<Tables>()
      .updateTable('meeting_paper')
      .set({
        sent_on: day,
        sent_content: row.content === null ? null : JSON.stringify(row.content),
        version: row.version + 1,
      })
      .where('tenant_id', '=', tx.tenantId)
      .where('id', '=', row.id)
      .execute();
  }
}
