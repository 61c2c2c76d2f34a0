/** Issues and entries of the information corner. */
import { type Selectable, sql } from 'kysely';
import type { Tx } from '../../../kernel/database.ts';
import { AppError } from '../../../kernel/error.ts';
import type { InformationKind } from '../meeting-types.ts';

interface Tables {
  meeting_issue: {
    tenant_id: number;
    engagement_id: string;
    id: string;
    number: number;
    meeting_id: string | null;
    raised_on: string;
    content: string;
    owner: 'city' | 'contractor';
    due: string | null;
    response: string;
    closed_on: string | null;
    version: number;
  };
  meeting_information: {
    tenant_id: number;
    engagement_id: string;
    id: string;
    kind: InformationKind;
    title: string;
    summary: string;
    source: string;
    published_on: string;
    added_on: string;
    withdrawn: boolean;
    version: number;
  };
}

export type IssueRow = Selectable<Tables['meeting_issue']>;
export type InformationRow = Selectable<Tables['meeting_information']>;

/** Takes the next number of the engagement; answers with it. */
export async function insertIssue(tx: Tx, row: Omit<IssueRow, 'tenant_id' | 'number' | 'version'>): Promise<number> {
  // Two people who raise an issue at once must not get the same number.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`meeting_issue:${row.engagement_id}`}, 0))`.execute(
    tx.db<Tables>(),
  );
  const { most } = await tx
    .db<Tables>()
    .selectFrom('meeting_issue')
    .select(({ fn }) => fn.max('number').as('most'))
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', row.engagement_id)
    .executeTakeFirstOrThrow();
  const number = (most ?? 0) + 1;
  await tx
    .db<Tables>()
    .insertInto('meeting_issue')
    .values({ ...row, tenant_id: tx.tenantId, number, version: 1 })
    .execute();
  return number;
}

/** Issues by number. */
export function listIssues(tx: Tx, engagementId: string): Promise<IssueRow[]> {
  return tx
    .db<Tables>()
    .selectFrom('meeting_issue')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .orderBy('number')
    .execute();
}

/** @throws AppError `record.stale` when somebody saved in between. */
export async function updateIssue(
  tx: Tx,
  id: string,
  seen: number,
  values: Partial<Pick<IssueRow, 'content' | 'owner' | 'due' | 'response' | 'closed_on'>>,
): Promise<number> {
  const changed = await tx
    .db<Tables>()
    .updateTable('meeting_issue')
    .set({ ...values, version: seen + 1 })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .where('version', '=', seen)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw new AppError('record.stale', { internal: 'issue' });
  return seen + 1;
}

export async function insertInformation(
  tx: Tx,
  row: Omit<InformationRow, 'tenant_id' | 'version' | 'withdrawn'>,
): Promise<void> {
  await tx
    .db<Tables>()
    .insertInto('meeting_information')
    .values({ ...row, tenant_id: tx.tenantId, withdrawn: false, version: 1 })
    .execute();
}

/** Entries that stand, the most recently published first. */
export function listInformation(tx: Tx, engagementId: string): Promise<InformationRow[]> {
  return tx
    .db<Tables>()
    .selectFrom('meeting_information')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('engagement_id', '=', engagementId)
    .where('withdrawn', '=', false)
    .orderBy('published_on', 'desc')
    .orderBy('id')
    .execute();
}

/** @throws AppError `record.stale` when somebody saved in between. */
export async function updateInformation(
  tx: Tx,
  id: string,
  seen: number,
  values: Partial<Pick<InformationRow, 'kind' | 'title' | 'summary' | 'source' | 'published_on' | 'withdrawn'>>,
): Promise<number> {
  const changed = await tx
    .db<Tables>()
    .updateTable('meeting_information')
    .set({ ...values, version: seen + 1 })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .where('version', '=', seen)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw new AppError('record.stale', { internal: 'information' });
  return seen + 1;
}
