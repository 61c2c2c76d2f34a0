/** Meetings with the editions of their minutes. */
import type { ColumnType, Insertable, Selectable } from 'kysely';
import type { Tx } from '../../../kernel/database.ts';
import { AppError } from '../../../kernel/error.ts';
import type { AgendaItem, Minutes, Participant } from '../contract.ts';
import { minutes } from '../contract/schemas.ts';
import type { MeetingMode } from '../meeting-types.ts';

/** The city's answer to the edition of that number. */
export interface Decision {
  readonly edition: number;
  readonly approved: boolean;
  readonly reason: string;
  readonly on: string;
}

export type Submitted = Minutes & { readonly edition: number; readonly submittedAt: string };

interface Tables {
  meeting: {
    tenant_id: number;
    engagement_id: string;
    id: string;
    type: string;
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
    length: number | null;
    agenda: ColumnType<AgendaItem[], string, string>;
    online_agreed: boolean;
    papers_sent_on: string | null;
    decision: ColumnType<Decision | null, string | null, string | null>;
    version: number;
  };
  meeting_edition: {
    tenant_id: number;
    engagement_id: string;
    meeting_id: string;
    edition: number;
    content: ColumnType<Minutes, string, never>;
    submitted_at: ColumnType<Date, string, never>;
    approved: boolean | null;
    reason: string;
    decided_on: string | null;
  };
}

export type MeetingRow = Selectable<Tables['meeting']>;
export type EditionRow = Omit<Selectable<Tables['meeting_edition']>, 'tenant_id' | 'engagement_id' | 'content'>;

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
    agenda: JSON.stringify(values.agenda),
    decision: values.decision === null ? null : JSON.stringify(values.decision),
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
  { participants, draft, submitted, agenda, decision, ...plain }: Partial<MeetingValues>,
): Promise<number> {
  const changed = await tx
    .db<Tables>()
    .updateTable('meeting')
    .set({
      ...plain,
      ...(participants === undefined ? {} : { participants: JSON.stringify(participants) }),
      ...(draft === undefined ? {} : { draft: JSON.stringify(draft) }),
      ...(submitted === undefined ? {} : { submitted: submitted === null ? null : JSON.stringify(submitted) }),
      ...(agenda === undefined ? {} : { agenda: JSON.stringify(agenda) }),
      ...(decision === undefined ? {} : { decision: decision === null ? null : JSON.stringify(decision) }),
      version: seen + 1,
    })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .where('version', '=', seen)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw new AppError('record.stale', { internal: 'meeting' });
  return seen + 1;
}

/** An edition as it was handed in; its content never changes. */
export async function insertEdition(
  tx: Tx,
  engagementId: string,
  meetingId: string,
  { edition, submittedAt, ...content }: Submitted,
): Promise<void> {
  await tx
    .db<Tables>()
    .insertInto('meeting_edition')
    .values({
      tenant_id: tx.tenantId,
      engagement_id: engagementId,
      meeting_id: meetingId,
      edition,
      content: JSON.stringify(content),
      submitted_at: submittedAt,
      approved: null,
      reason: '',
      decided_on: null,
    })
    .execute();
}

export async function decideEdition(tx: Tx, meetingId: string, decision: Decision): Promise<void> {
  await tx
    .db<Tables>()
    .updateTable('meeting_edition')
    .set({ approved: decision.approved, reason: decision.reason, decided_on: decision.on })
    .where('tenant_id', '=', tx.tenantId)
    .where('meeting_id', '=', meetingId)
    .where('edition', '=', decision.edition)
    .execute();
}

/** What an edition said when it was handed in, and the city's answer to it; null when there is no such edition. */
export async function findEdition(
  tx: Tx,
  meetingId: string,
  edition: number,
): Promise<{ readonly text: Submitted; readonly row: EditionRow } | null> {
  const found = await tx
    .db<Tables>()
    .selectFrom('meeting_edition')
    .select(['meeting_id', 'edition', 'content', 'submitted_at', 'approved', 'reason', 'decided_on'])
    .where('tenant_id', '=', tx.tenantId)
    .where('meeting_id', '=', meetingId)
    .where('edition', '=', edition)
    .executeTakeFirst();
  if (found === undefined) return null;
  const { content, ...row } = found;
  const text = { ...minutes.parse(content), edition, submittedAt: row.submitted_at.toISOString() };
  return { text, row };
}

/** Editions of one meeting, newest first. */
export function listEditions(tx: Tx, meetingId: string): Promise<EditionRow[]> {
  return tx
    .db<Tables>()
    .selectFrom('meeting_edition')
    .select(['meeting_id', 'edition', 'submitted_at', 'approved', 'reason', 'decided_on'])
    .where('tenant_id', '=', tx.tenantId)
    .where('meeting_id', '=', meetingId)
    .orderBy('edition', 'desc')
    .execute();
}
