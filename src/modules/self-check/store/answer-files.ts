/** Files that answer items. */
import type { Insertable, Selectable } from 'kysely';
import type { Tx } from '../../../kernel/database.ts';
import type { PlaceKey } from './response-store.ts';
import type { Tables } from './tables.ts';

export type AnswerFileRow = Selectable<Tables['answer_file']>;

/** All files of the places, of several municipalities at once. */
export async function listAnswerFiles(tx: Tx, keys: readonly PlaceKey[]): Promise<AnswerFileRow[]> {
  if (keys.length === 0) return [];
  return tx
    .db<Tables>()
    .selectFrom('answer_file')
    .selectAll()
    .where('tenant_id', 'in', [...new Set(keys.map(({ tenantId }) => tenantId))])
    .where((eb) =>
      eb(
        eb.refTuple('tenant_id', 'campaign_id', 'respondent_id'),
        'in',
        keys.map((key) => eb.tuple(key.tenantId, key.campaignId, key.respondentId)),
      ),
    )
    .orderBy('attached_at')
    .orderBy('file_id')
    .execute();
}

/** Attaching the same file again changes nothing. */
export async function insertAnswerFile(
  tx: Tx,
  row: Omit<Insertable<Tables['answer_file']>, 'tenant_id'>,
): Promise<void> {
  await tx
    .db<Tables>()
    .insertInto('answer_file')
    .values({ ...row, tenant_id: tx.tenantId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
