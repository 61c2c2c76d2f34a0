/** Anonymous answers, kept so that nothing tells who gave which. */
import { sql } from 'kysely';
import type { AnswerSheet } from '../../../core/assessment/index.ts';
import type { Tx } from '../../../kernel/database.ts';
import type { Tables } from './tables.ts';

export interface AnonymousAnswer {
  readonly groupName: string;
  readonly answers: AnswerSheet;
}

/**
 * Writes an answer among others: as many as make `among` with it are drawn at random, taken out and written anew with it in an
 * order drawn at random, all under fresh ids. So at least `among` rows carry the number of the same transaction and lie side by
 * side, and each of them may be the new one; before there are so many, all of them do.
 */
export async function insertAmong(tx: Tx, campaignId: string, answer: AnonymousAnswer, among: number): Promise<void> {
  const { tenantId } = tx;
  await sql`
    with drawn as (
      select id from anonymous_answer
      where tenant_id = ${tenantId} and campaign_id = ${campaignId}
      order by random() limit ${among - 1} for update
    ), taken as (
      delete from anonymous_answer
      where tenant_id = ${tenantId} and campaign_id = ${campaignId} and id in (select id from drawn)
      returning group_name, answers
    ), mixed as (
      select group_name, answers from taken
      union all select ${answer.groupName}::text, ${JSON.stringify(answer.answers)}::jsonb
    )
    insert into anonymous_answer (tenant_id, campaign_id, group_name, answers)
    select ${tenantId}, ${campaignId}::uuid, group_name, answers from mixed order by random()`.execute(tx.db<Tables>());
}

/** Writes all answers of a campaign anew in an order drawn at random: at the end none is apart from the others. */
export async function mixAll(tx: Tx, campaignId: string): Promise<void> {
  const { tenantId } = tx;
  await sql`
    with taken as (
      delete from anonymous_answer where tenant_id = ${tenantId} and campaign_id = ${campaignId}
      returning group_name, answers
    )
    insert into anonymous_answer (tenant_id, campaign_id, group_name, answers)
    select ${tenantId}, ${campaignId}::uuid, group_name, answers from taken order by random()`.execute(tx.db<Tables>());
}

export async function listAnonymous(tx: Tx, campaignId: string): Promise<AnonymousAnswer[]> {
  const rows = await tx
    .db<Tables>()
    .selectFrom('anonymous_answer')
    .select(['group_name', 'answers'])
    .where('tenant_id', '=', tx.tenantId)
    .where('campaign_id', '=', campaignId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ groupName: row.group_name, answers: row.answers as AnswerSheet }));
}
