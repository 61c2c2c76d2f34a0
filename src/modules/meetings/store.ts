/** Meetings and messages. */
import type { ColumnType, Insertable, Selectable } from 'kysely';
import type { Tx } from '../../kernel/database.ts';
import { AppError } from '../../kernel/error.ts';
import type { MeetingMode, MeetingType } from './conditions.ts';
import type { Minutes, Participant } from './contract.ts';

export type Submitted = Minutes & { readonly edition: number; readonly submittedAt: string };

interface Tables {
  meeting: {
    tenant_id: number;
    engagement_id: string;
    id: string;
    type: MeetingType;
    title: string;
    date: string;
    start_time: string;
    state: 'proposed' | 'agreed' | 'held' | 'cancelled';
    proposed_by: 'city' | 'contractor';
    mode: MeetingMode;
    venue: string | null;
    tool: string | null;
    browser_capable: boolean | null;
    tool_agreed: boolean;
    department_id: string | null;
    document_id: string | null;
    audience: string | null;
    cancelled_because: string;
    participants: ColumnType<Participant[], string, string>;
    draft: ColumnType<Minutes, string, string>;
    submitted: ColumnType<Submitted | null, string | null, string | null>;
    version: number;
  };
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

export type MeetingRow = Selectable<Tables['meeting']>;
export type MessageRow = Selectable<Tables['meeting_message']>;

/** What a change may write; JSON columns are given as values. */
export type MeetingValues = Omit<MeetingRow, 'tenant_id' | 'engagement_id' | 'id' | 'version'>;

export async function insertMeeting(tx: Tx, engagementId: string, id: string, values: MeetingValues): Promise<void> {
  const row: Insertable<Tables['meeting']> = {
    ...values,
    tenant_id: tx.tenantId,
    engagement_id: engagementId,
    id,
    participants: JSON.stringify(values.participants),
    draft: JSON.stringify(values.draft),
    submitted: values.submitted === null ? null : JSON.stringify(values.submitted),
    version: 1,
  };
  await tx.db<Tables>().insertInto('meeting').values(row).execute();
}

/** Meetings by date. */
export function listMeetings(tx: Tx, engagementId: string): Promise<MeetingRow[]> {
  return tx
    .db<Tables>()
    .selectFrom('meeting')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .orderBy('date')
    .orderBy('start_time')
    .orderBy('id')
    .execute();
}

/** @throws AppError `record.missing` */
export async function findMeeting(tx: Tx, engagementId: string, id: string): Promise<MeetingRow> {
  const row = await tx
    .db<Tables>()
    .selectFrom('meeting')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('record.missing', { internal: 'meeting' });
  return row;
}

/** Writes on top of the version that was seen. @throws AppError `record.stale` when somebody saved in between. */
export async function updateMeeting(
  tx: Tx,
  id: string,
  seen: number,
  { participants, draft, submitted, ...plain }: Partial<MeetingValues>,
): Promise<number> {
  const changed = await tx
    .db<Tables>()
    .updateTable('meeting')
    .set({
      ...plain,
      ...(participants === undefined ? {} : { participants: JSON.stringify(participants) }),
      ...(draft === undefined ? {} : { draft: JSON.stringify(draft) }),
      ...(submitted === undefined ? {} : { submitted: submitted === null ? null : JSON.stringify(submitted) }),
      version: seen + 1,
    })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .where('version', '=', seen)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw new AppError('record.stale', { internal: 'meeting' });
  return seen + 1;
}

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
