/** Seals, and files that came in with what was read from them. */
import type { ColumnType, Selectable } from 'kysely';
import type { AnswerSheet } from '../../core/assessment/index.ts';
import type { Tx } from '../../kernel/database.ts';
import { AppError } from '../../kernel/error.ts';
import type { WantedFile } from './rules/attachment.ts';

type FixedJson = ColumnType<unknown, string, never>;
type Instant = ColumnType<Date, string, never>;

interface Tables {
  answer_seal: { tenant_id: number; campaign_id: string; secret: string };
  intake: { tenant_id: number; id: string; campaign_id: string; created_by: string; created_at: Instant };
  intake_file: {
    tenant_id: number;
    intake_id: string;
    number: number;
    name: string;
    sha256: string;
    channel: 'html' | 'excel' | null;
    respondent_id: string | null;
    base_revision: number | null;
    saved_at: ColumnType<Date | null, string | null, never>;
    serial: number | null;
    answers: ColumnType<unknown, string | null, never>;
    answers_hash: string | null;
    problems: FixedJson;
    notices: FixedJson;
    wanted: FixedJson;
    /** The upload in which it came; null for files read before this was kept. */
    source: string | null;
    /** The upload that holds it alone, for files that may answer an item. */
    file_id: string | null;
    accepted_revision: ColumnType<number | null, undefined, number>;
    accepted_at: ColumnType<Date | null, undefined, string>;
  };
}

/** Something that keeps a file, or one of its answers, from being taken in. */
export interface FileProblem {
  /** Number of the item; null when the whole file is meant. */
  readonly item: number | null;
  /** Where it stands in the file: シート「回答」のD12. Empty where there is no such place. */
  readonly place: string;
  readonly message: string;
}

/** A file as it was read. */
export interface ReadFile {
  readonly name: string;
  readonly sha256: string;
  readonly channel: 'html' | 'excel' | null;
  readonly respondentId: string | null;
  readonly baseRevision: number | null;
  readonly savedAt: string | null;
  readonly serial: number | null;
  readonly answers: AnswerSheet | null;
  readonly answersHash: string | null;
  readonly problems: readonly FileProblem[];
  readonly notices: readonly string[];
  readonly wanted: readonly WantedFile[];
  readonly source: string;
  readonly fileId: string | null;
}

export type IntakeRow = Selectable<Tables['intake']>;
/** Without the answers, which may be long. */
export type IntakeFileRow = Omit<Selectable<Tables['intake_file']>, 'answers' | 'problems' | 'notices' | 'wanted'> & {
  readonly wanted: readonly WantedFile[];
  readonly problems: readonly FileProblem[];
  readonly notices: readonly string[];
};

/** The secret of a campaign; `fresh` becomes it at the first use. */
export async function secretOf(tx: Tx, campaignId: string, fresh: () => string): Promise<string> {
  const known = await findSecret(tx, campaignId);
  if (known !== null) return known;
  await tx
    .db<Tables>()
    .insertInto('answer_seal')
    .values({ tenant_id: tx.tenantId, campaign_id: campaignId, secret: fresh() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await findSecret(tx, campaignId)) ?? fresh();
}

/** Null while no sheet of the campaign has been given out. */
export async function findSecret(tx: Tx, campaignId: string): Promise<string | null> {
  const row = await tx
    .db<Tables>()
    .selectFrom('answer_seal')
    .select('secret')
    .where('tenant_id', '=', tx.tenantId)
    .where('campaign_id', '=', campaignId)
    .executeTakeFirst();
  return row?.secret ?? null;
}

export async function insertIntake(
  tx: Tx,
  intake: { readonly id: string; readonly campaignId: string; readonly createdBy: string; readonly at: Date },
): Promise<void> {
  await tx
    .db<Tables>()
    .insertInto('intake')
    .values({
      tenant_id: tx.tenantId,
      id: intake.id,
      campaign_id: intake.campaignId,
      created_by: intake.createdBy,
      created_at: intake.at.toISOString(),
    })
    .execute();
}

/** Held against others until the end of the transaction. @throws AppError `record.missing` */
export async function lockIntake(tx: Tx, id: string): Promise<IntakeRow> {
  const row = await tx
    .db<Tables>()
    .selectFrom('intake')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new AppError('record.missing', { internal: 'intake' });
  return row;
}

/** Intakes of a campaign, the newest first. */
export async function listIntakes(tx: Tx, campaignId: string): Promise<IntakeRow[]> {
  return tx
    .db<Tables>()
    .selectFrom('intake')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('campaign_id', '=', campaignId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

export async function insertFiles(tx: Tx, intakeId: string, from: number, files: readonly ReadFile[]): Promise<void> {
  for (let start = 0; start < files.length; start += 100) {
    await tx
      .db<Tables>()
      .insertInto('intake_file')
      .values(
        files.slice(start, start + 100).map((file, index) => ({
          tenant_id: tx.tenantId,
          intake_id: intakeId,
          number: from + start + index,
          name: file.name,
          sha256: file.sha256,
          channel: file.channel,
          respondent_id: file.respondentId,
          base_revision: file.baseRevision,
          saved_at: file.savedAt,
          serial: file.serial,
          answers: file.answers === null ? null : JSON.stringify(file.answers),
          answers_hash: file.answersHash,
          problems: JSON.stringify(file.problems),
          notices: JSON.stringify(file.notices),
          wanted: JSON.stringify(file.wanted),
          source: file.source,
          file_id: file.fileId,
        })),
      )
      .execute();
  }
}

const WITHOUT_ANSWERS = [
  'tenant_id',
  'intake_id',
  'number',
  'name',
  'sha256',
  'channel',
  'respondent_id',
  'base_revision',
  'saved_at',
  'serial',
  'answers_hash',
  'problems',
  'notices',
  'wanted',
  'source',
  'file_id',
  'accepted_revision',
  'accepted_at',
] as const;

/** The files of intakes, in the order in which they came. */
export async function listFiles(tx: Tx, intakeIds: readonly string[]): Promise<IntakeFileRow[]> {
  if (intakeIds.length === 0) return [];
  const rows = await tx
    .db<Tables>()
    .selectFrom('intake_file')
    .select(WITHOUT_ANSWERS)
    .where('tenant_id', '=', tx.tenantId)
    .where('intake_id', 'in', [...intakeIds])
    .orderBy('intake_id')
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    ...row,
    problems: row.problems as readonly FileProblem[],
    notices: row.notices as readonly string[],
    wanted: row.wanted as readonly WantedFile[],
  }));
}

/** What was read from one file; null where it could not be read that far. */
export async function findAnswers(tx: Tx, intakeId: string, number: number): Promise<AnswerSheet | null> {
  const row = await tx
    .db<Tables>()
    .selectFrom('intake_file')
    .select('answers')
    .where('tenant_id', '=', tx.tenantId)
    .where('intake_id', '=', intakeId)
    .where('number', '=', number)
    .executeTakeFirst();
  return (row?.answers ?? null) as AnswerSheet | null;
}

export async function markAccepted(
  tx: Tx,
  file: { readonly intakeId: string; readonly number: number; readonly revision: number; readonly at: Date },
): Promise<void> {
  await tx
    .db<Tables>()
    .updateTable('intake_file')
    .set({ accepted_revision: file.revision, accepted_at: file.at.toISOString() })
    .where('tenant_id', '=', tx.tenantId)
    .where('intake_id', '=', file.intakeId)
    .where('number', '=', file.number)
    .execute();
}
