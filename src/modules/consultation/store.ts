/** Consultations, their threads and summaries. */
import { type ColumnType, type Insertable, type Selectable, sql } from 'kysely';
import type { Tx } from '../../kernel/database.ts';
import { AppError } from '../../kernel/error.ts';
import type { Channel } from './conditions.ts';
import type { AdviceSubject, Answer, Draft, Summary } from './contract.ts';

export interface VisitParticulars {
  readonly place: string;
  readonly cityPeople: string;
  readonly members: readonly string[];
}
export type AnswerParticulars = Omit<Answer, 'text'>;
/** What the contractor took on: a day of the period of the cap, and how many questions. */
export interface TakenOn {
  readonly on: string;
  readonly questions: number;
}

/** When advice was put into writing, and by whom. */
export interface AdviceRecord {
  readonly on: string;
  readonly by: string;
}

type Json<T> = ColumnType<T, string, string>;

interface Tables {
  consultation_counter: { tenant_id: number; engagement_id: string; last_number: number };
  consultation: {
    tenant_id: number;
    engagement_id: string;
    id: string;
    number: number;
    title: string;
    category: string;
    channel: Channel;
    origin: 'department' | 'office';
    department_id: string | null;
    asker_id: string | null;
    asker_name: string;
    recorded_by: 'city' | 'contractor';
    urgent: boolean;
    received_on: string;
    questions: number;
    state: 'received' | 'office' | 'contractor' | 'answered' | 'closed';
    handler: 'office' | 'contractor' | null;
    member_id: string | null;
    due: string | null;
    taken: Json<readonly TakenOn[]>;
    exceeded_because: string;
    answered_on: string | null;
    draft: ColumnType<Draft | null, string | null, string | null>;
    duplicate_of: string | null;
    closed_because: 'resolved' | 'withdrawn' | 'duplicate' | null;
    score: number | null;
    score_comment: string;
    advice: ColumnType<AdviceSubject | null, string | null, string | null>;
    advice_record: ColumnType<AdviceRecord | null, string | null, string | null>;
    version: number;
  };
  consultation_entry: {
    tenant_id: number;
    consultation_id: string;
    id: string;
    position: number;
    kind: 'question' | 'answer' | 'note' | 'visit' | 'reopening';
    audience: 'all' | 'parties' | 'contractor';
    author_id: string;
    author_party: 'city' | 'contractor';
    written_at: ColumnType<Date, string, never>;
    occurred_on: string;
    channel: Channel | null;
    body: string;
    files: ColumnType<{ id: string; name: string }[], string, never>;
    particulars: ColumnType<AnswerParticulars | VisitParticulars | null, string | null, never>;
  };
  consultation_summary: {
    tenant_id: number;
    engagement_id: string;
    id: string;
    period: 'month' | 'fiscal-year';
    from_day: string;
    to_day: string;
    content: ColumnType<Summary, string, never>;
    issued_on: string;
    issued_by: string;
  };
}

export type ConsultationRow = Selectable<Tables['consultation']>;
export type EntryRow = Selectable<Tables['consultation_entry']>;
export type SummaryRow = Selectable<Tables['consultation_summary']>;

/** What a change may write; JSON columns are given as values. */
export type ConsultationValues = Omit<ConsultationRow, 'tenant_id' | 'engagement_id' | 'id' | 'number' | 'version'>;

/**
 * Waits for everybody else who looks at the cap of this engagement, until the end of the transaction: two consultations never
 * take the last place at once.
 */
export async function lockCap(tx: Tx, engagementId: string): Promise<void> {
  await tx
    .db<Tables>()
    .insertInto('consultation_counter')
    .values({ tenant_id: tx.tenantId, engagement_id: engagementId, last_number: 0 })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'engagement_id'])
        .doUpdateSet({ last_number: sql<number>`consultation_counter.last_number` }),
    )
    .execute();
}

/** The next number of the engagement; also holds the lock of `lockCap`. */
export async function takeNumber(tx: Tx, engagementId: string): Promise<number> {
  const row = await tx
    .db<Tables>()
    .insertInto('consultation_counter')
    .values({ tenant_id: tx.tenantId, engagement_id: engagementId, last_number: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'engagement_id'])
        .doUpdateSet({ last_number: sql<number>`consultation_counter.last_number + 1` }),
    )
    .returning('last_number')
    .executeTakeFirstOrThrow();
  return row.last_number;
}

export async function insertConsultation(
  tx: Tx,
  key: { readonly engagementId: string; readonly id: string; readonly number: number },
  values: ConsultationValues,
): Promise<void> {
  const row: Insertable<Tables['consultation']> = {
    ...values,
    tenant_id: tx.tenantId,
    engagement_id: key.engagementId,
    id: key.id,
    number: key.number,
    taken: JSON.stringify(values.taken),
    draft: jsonOrNull(values.draft),
    advice: jsonOrNull(values.advice),
    advice_record: jsonOrNull(values.advice_record),
    version: 1,
  };
  await tx.db<Tables>().insertInto('consultation').values(row).execute();
}

const jsonOrNull = (value: object | null): string | null => (value === null ? null : JSON.stringify(value));

/** Consultations, newest first. */
export function listConsultationRows(tx: Tx, engagementId: string): Promise<ConsultationRow[]> {
  return tx
    .db<Tables>()
    .selectFrom('consultation')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .orderBy('number', 'desc')
    .execute();
}

/** @throws AppError `record.missing` */
export async function findConsultation(tx: Tx, engagementId: string, id: string): Promise<ConsultationRow> {
  const row = await tx
    .db<Tables>()
    .selectFrom('consultation')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('record.missing', { internal: 'consultation' });
  return row;
}

/** Writes on top of the version that was seen. @throws AppError `record.stale` when somebody saved in between. */
export async function updateConsultation(
  tx: Tx,
  id: string,
  seen: number,
  { taken, draft, advice, advice_record: record, ...plain }: Partial<ConsultationValues>,
): Promise<number> {
  const changed = await tx
    .db<Tables>()
    .updateTable('consultation')
    .set({
      ...plain,
      ...(taken === undefined ? {} : { taken: JSON.stringify(taken) }),
      ...(draft === undefined ? {} : { draft: jsonOrNull(draft) }),
      ...(advice === undefined ? {} : { advice: jsonOrNull(advice) }),
      ...(record === undefined ? {} : { advice_record: jsonOrNull(record) }),
      version: seen + 1,
    })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .where('version', '=', seen)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw new AppError('record.stale', { internal: 'consultation' });
  return seen + 1;
}

/** Appends to the thread. The consultation's version is checked in the same transaction, so positions never collide. */
export async function insertEntry(
  tx: Tx,
  entry: Omit<EntryRow, 'tenant_id' | 'position' | 'written_at'> & { readonly written_at: Date },
): Promise<void> {
  const last = await tx
    .db<Tables>()
    .selectFrom('consultation_entry')
    .select((eb) => eb.fn.max('position').as('position'))
    .where('tenant_id', '=', tx.tenantId)
    .where('consultation_id', '=', entry.consultation_id)
    .executeTakeFirst();
  await tx
    .db<Tables>()
    .insertInto('consultation_entry')
    .values({
      ...entry,
      tenant_id: tx.tenantId,
      position: (last?.position ?? 0) + 1,
      written_at: entry.written_at.toISOString(),
      files: JSON.stringify(entry.files),
      particulars: entry.particulars === null ? null : JSON.stringify(entry.particulars),
    })
    .execute();
}

/** The threads of these consultations in their order. */
export async function listEntries(tx: Tx, consultationIds: readonly string[]): Promise<EntryRow[]> {
  if (consultationIds.length === 0) return [];
  return tx
    .db<Tables>()
    .selectFrom('consultation_entry')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('consultation_id', 'in', [...consultationIds])
    .orderBy('consultation_id')
    .orderBy('position')
    .execute();
}

export async function insertSummary(tx: Tx, row: Omit<SummaryRow, 'tenant_id'>): Promise<void> {
  await tx
    .db<Tables>()
    .insertInto('consultation_summary')
    .values({ ...row, tenant_id: tx.tenantId, content: JSON.stringify(row.content) })
    .execute();
}

/** Issued summaries, newest first. */
export function listSummaries(tx: Tx, engagementId: string): Promise<SummaryRow[]> {
  return tx
    .db<Tables>()
    .selectFrom('consultation_summary')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .orderBy('issued_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
}
