/** Stored versions of questionnaires. */
import type { ColumnType, Selectable } from 'kysely';
import { z } from 'zod';
import type { Questionnaire } from '../../core/content-schema/index.ts';
import type { Tx } from '../../kernel/database.ts';
import { AppError } from '../../kernel/error.ts';
import type { QuestionnaireType } from './contract.ts';
import type { Draft } from './rules/build.ts';

interface Tables {
  questionnaire: {
    tenant_id: number;
    id: string;
    code: string;
    edition: string;
    number: number;
    type: QuestionnaireType;
    fiscal_year: number;
    title: string;
    form: ColumnType<unknown, string, string>;
    left_out: ColumnType<unknown, string | undefined, string>;
    state: 'draft' | 'published';
    version: ColumnType<number, number | undefined, number>;
    created_at: ColumnType<Date, string, never>;
    published_at: ColumnType<Date | null, string | null | undefined, string>;
  };
}

export type StoredQuestionnaire = Omit<Selectable<Tables['questionnaire']>, 'form' | 'left_out'> & Draft;

const leftOut = z.array(z.string());

function stored({ form, left_out, ...row }: Selectable<Tables['questionnaire']>): StoredQuestionnaire {
  // Only forms that passed their schema are written.
  return { ...row, form: form as Questionnaire, leftOut: leftOut.parse(left_out) };
}

/** All versions, the newest first. */
export async function listQuestionnaires(tx: Tx): Promise<StoredQuestionnaire[]> {
  const rows = await tx
    .db<Tables>()
    .selectFrom('questionnaire')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .orderBy('fiscal_year', 'desc')
    .orderBy('code')
    .orderBy('number', 'desc')
    .execute();
  return rows.map(stored);
}

/** @throws AppError `record.missing` */
export async function findQuestionnaire(tx: Tx, id: string, lock = false): Promise<StoredQuestionnaire> {
  let query = tx
    .db<Tables>()
    .selectFrom('questionnaire')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id);
  if (lock) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  if (row === undefined) throw new AppError('record.missing', { internal: 'questionnaire' });
  return stored(row);
}

/** Writes a new draft with the next number of its edition. */
export async function insertDraft(tx: Tx, id: string, draft: Draft, at: Date): Promise<StoredQuestionnaire> {
  const { form } = draft;
  const newest = await tx
    .db<Tables>()
    .selectFrom('questionnaire')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('tenant_id', '=', tx.tenantId)
    .where('code', '=', form.code)
    .where('edition', '=', form.version)
    .executeTakeFirst();
  const row = await tx
    .db<Tables>()
    .insertInto('questionnaire')
    .values({
      tenant_id: tx.tenantId,
      id,
      code: form.code,
      edition: form.version,
      number: (newest?.number ?? 0) + 1,
      type: form.type,
      fiscal_year: form.fiscalYear,
      title: form.title,
      form: JSON.stringify(form),
      left_out: JSON.stringify(draft.leftOut),
      state: 'draft',
      created_at: at.toISOString(),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return stored(row);
}

export async function updateDraft(tx: Tx, id: string, draft: Draft): Promise<StoredQuestionnaire> {
  const row = await tx
    .db<Tables>()
    .updateTable('questionnaire')
    .set((eb) => ({
      title: draft.form.title,
      form: JSON.stringify(draft.form),
      left_out: JSON.stringify(draft.leftOut),
      version: eb('version', '+', 1),
    }))
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return stored(row);
}

/** Fixes the version: what it leaves out is gone from the form. */
export async function publishDraft(tx: Tx, id: string, form: Questionnaire, at: Date): Promise<StoredQuestionnaire> {
  const row = await tx
    .db<Tables>()
    .updateTable('questionnaire')
    .set((eb) => ({
      form: JSON.stringify(form),
      left_out: '[]',
      state: 'published',
      version: eb('version', '+', 1),
      published_at: at.toISOString(),
    }))
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return stored(row);
}

export async function deleteDraft(tx: Tx, id: string): Promise<void> {
  await tx
    .db<Tables>()
    .deleteFrom('questionnaire')
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .execute();
}
