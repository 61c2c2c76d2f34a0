/** Files in: read, compared with what is stored, and taken in one by one through the operation that paper uses. */
import type { AnswerSheet } from '../../../core/assessment/index.ts';
import { AppError, ERROR_CATALOGUE } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { selfCheckContract } from '../../self-check/contract.ts';
import { FILES_OF_INTAKE, type IntakeFile } from '../contract.ts';
import type { ComingFile } from '../rules/attachment.ts';
import { differencesOf } from '../rules/sheet.ts';
import { isPossible, judge, type JudgedFile } from '../rules/verdict.ts';
import {
  findAnswers,
  insertFiles,
  insertIntake,
  type IntakeFileRow,
  type IntakeRow,
  listFiles,
  listIntakes as storedIntakes,
  lockIntake,
  markAccepted,
} from '../store.ts';
import { type H, type Reception, receptionOf } from './common.ts';
import { readUploads } from './files.ts';
import { attachFiles, settle, settledHash, type Settlement } from './settling.ts';

/** Problems of a file that the list shows; the others stand on its own page. */
const SHOWN = 5;

export const openIntake: H<'openIntake'> = async (context, { campaignId }) => {
  await receptionOf(context, campaignId);
  const intakeId = context.newId();
  await insertIntake(context.tx, { id: intakeId, campaignId, createdBy: context.caller.accountId, at: context.now });
  return { intakeId };
};

export const addToIntake: H<'addToIntake'> = async (context, { intakeId, fileIds }) => {
  const intake = await lockIntake(context.tx, intakeId);
  const known = await listFiles(context.tx, [intakeId]);
  const reception = await receptionOf(context, intake.campaign_id);
  const files = await readUploads(context, reception, fileIds);
  if (known.length + files.length > FILES_OF_INTAKE)
    throw new AppError('state.refused', {
      message: `一度に取り込めるのは${FILES_OF_INTAKE.toLocaleString('ja-JP')}件までです。残りのファイルは、取込みを分けてください。`,
    });
  await insertFiles(context.tx, intakeId, known.length + 1, files);
  const refused = files.filter(({ problems, fileId }) => problems.length > 0 && fileId === null);
  return { files: files.length, refused: refused.length };
};

export const getIntake: H<'getIntake'> = async (context, { intakeId }) => {
  const { intake, reception, files, settlement, judged } = await opened(context, intakeId);
  const nameOf = (respondentId: string | null): string | null =>
    reception.respondents.find((one) => one.respondentId === respondentId)?.respondentName ?? null;
  return {
    intakeId,
    campaignId: intake.campaign_id,
    createdAt: intake.created_at.toISOString(),
    files: files.map((file, index): IntakeFile => {
      const { number, name, channel } = file;
      const used = settlement.usedBy(number);
      if (used !== undefined)
        return {
          ...{ number, name, channel, verdict: 'beside', revision: 0, savedAt: null, refusal: null },
          respondentId: used.sheet.respondentId,
          respondentName: nameOf(used.sheet.respondentId),
          problems: [],
          problemCount: 0,
          notices: [`問${used.item}の添付ファイルです。回答票と一緒に取り込まれます。`],
        };
      const respondent = reception.respondents.find(({ respondentId }) => respondentId === file.respondent_id);
      const own = judged[index] ?? judgedOf(file, [], null);
      const problems = [...file.problems, ...settlement.of(number).problems];
      return {
        ...{ number, name, channel, respondentId: file.respondent_id, savedAt: own.savedAt },
        respondentName: nameOf(file.respondent_id),
        verdict: judge(own, judged, respondent ?? null),
        revision: respondent?.revision ?? 0,
        refusal: respondent?.refusal ?? null,
        problems: problems.slice(0, SHOWN),
        problemCount: problems.length,
        notices: [...noticesOf(file)],
      };
    }),
  };
};

/** A file that is no sheet may have been meant as an answer to an item. */
const noticesOf = (file: IntakeFileRow): readonly string[] =>
  file.file_id === null
    ? file.notices
    : [...file.notices, '添付ファイルのときは、どの回答票の回答の欄にも、このファイルの名前が書かれていません。'];

export const getIntakeFile: H<'getIntakeFile'> = async (context, { intakeId, number }) => {
  const { reception, files, settlement } = await opened(context, intakeId);
  const file = files.find((one) => one.number === number);
  if (file === undefined) throw new AppError('record.missing', { internal: 'file of intake' });
  if (settlement.usedBy(number) !== undefined) return { problems: [], notices: [], differences: [] };
  const answers = await findAnswers(context.tx, intakeId, number);
  const before = file.respondent_id === null ? {} : await storedAnswers(context, reception, file.respondent_id);
  return {
    problems: [...file.problems, ...settlement.of(number).problems],
    notices: [...noticesOf(file)],
    differences: answers === null ? [] : differencesOf(reception.form, before, answers, settlement.nameOf(number)),
  };
};

export const acceptFiles: H<'acceptFiles'> = async (context, { intakeId, files: wanted, receivedOn }) => {
  const { intake, reception, files, settlement, judged } = await opened(context, intakeId);
  const accepted: number[] = [];
  const refused: { number: number; name: string; reason: string }[] = [];
  const taken = new Set<string>();
  for (const { number, revision } of wanted) {
    const index = files.findIndex((one) => one.number === number);
    const file = files[index];
    const own = judged[index];
    if (file === undefined || own === undefined) throw new AppError('record.missing', { internal: 'file of intake' });
    const respondent = reception.respondents.find(({ respondentId }) => respondentId === file.respondent_id);
    const refuse = (reason: string): void => void refused.push({ number, name: file.name, reason });
    const verdict = judge(own, judged, respondent ?? null);
    const { channel } = file;
    const answers = isPossible(verdict) ? await findAnswers(context.tx, intakeId, number) : null;
    if (respondent === undefined || channel === null || answers === null) {
      refuse('このファイルは取り込めません。一覧を開き直し、理由を確かめてください。');
    } else if (taken.has(respondent.respondentId)) {
      refuse('同じ回答者のファイルが二つ選ばれています。どちらか一つを選び直してください。');
    } else {
      taken.add(respondent.respondentId);
      const place = { campaignId: intake.campaign_id, respondentId: respondent.respondentId };
      try {
        const receipt = await context.attempt(async () =>
          context.client(selfCheckContract).submitOnBehalf({
            ...place,
            expectedRevision: revision,
            answers: await attachFiles(context, place, answers, settlement.of(number)),
            channel,
            ...(receivedOn === undefined ? {} : { receivedOn }),
          }),
        );
        await markAccepted(context.tx, { intakeId, number, revision: receipt.revision, at: context.now });
        accepted.push(number);
      } catch (error) {
        refuse(reasonOf(error));
      }
    }
  }
  return { accepted, refused };
};

/** The sentence of a refusal; what is nobody's slip goes on. */
function reasonOf(error: unknown): string {
  if (!(error instanceof AppError) || ERROR_CATALOGUE[error.code].status >= 500) throw error;
  if (error.code === 'record.stale')
    return '確かめた後に、この回答者の別の回答が提出されました。一覧を開き直し、違いを確かめてから取り込んでください。';
  const [field] = error.detail.fields ?? [];
  if (field?.path === 'receivedOn') throw error;
  return field?.message ?? error.detail.message ?? ERROR_CATALOGUE[error.code].message;
}

export const listIntakes: H<'listIntakes'> = async (context, { campaignId }) => {
  await receptionOf(context, campaignId);
  const intakes = await storedIntakes(context.tx, campaignId);
  const files = await listFiles(
    context.tx,
    intakes.map(({ id }) => id),
  );
  return {
    intakes: intakes.map((intake) => {
      const own = files.filter((file) => file.intake_id === intake.id);
      return {
        intakeId: intake.id,
        createdAt: intake.created_at.toISOString(),
        files: own.length,
        accepted: own.filter((file) => file.accepted_revision !== null).length,
        // A file that a sheet may name is no sheet that was refused.
        refused: own.filter((file) => file.problems.length > 0 && file.file_id === null).length,
      };
    }),
  };
};

interface Opened {
  readonly intake: IntakeRow;
  readonly reception: Reception;
  readonly files: readonly IntakeFileRow[];
  readonly settlement: Settlement;
  readonly judged: readonly JudgedFile[];
}

async function opened(context: Context, intakeId: string): Promise<Opened> {
  const intake = await lockIntake(context.tx, intakeId);
  const reception = await receptionOf(context, intake.campaign_id);
  const files = await listFiles(context.tx, [intakeId]);
  const settlement = await settle(context, intake.campaign_id, files.map(comingOf));
  const judged: JudgedFile[] = [];
  for (const file of files) {
    const settled = settlement.of(file.number);
    const answers = settled.files.length > 0 ? await findAnswers(context.tx, intakeId, file.number) : null;
    judged.push(judgedOf(file, settled.problems, answers === null ? null : settledHash(answers, settled)));
  }
  return { intake, reception, files, settlement, judged };
}

const comingOf = (file: IntakeFileRow): ComingFile => ({
  number: file.number,
  name: file.name,
  sha256: file.sha256,
  source: file.source,
  respondentId: file.respondent_id,
  wanted: file.wanted,
  fileId: file.file_id,
});

/** @param hash of the answers with the files that are stored already, where they name some */
const judgedOf = (file: IntakeFileRow, problems: readonly unknown[], hash: string | null): JudgedFile => ({
  number: file.number,
  respondentId: file.respondent_id,
  channel: file.channel,
  answersHash: hash ?? file.answers_hash,
  baseRevision: file.base_revision,
  savedAt: file.saved_at?.toISOString() ?? null,
  serial: file.serial,
  problems: file.problems.length + problems.length,
  acceptedRevision: file.accepted_revision,
});

/** The newest submission of a respondent; empty before the first. */
export async function storedAnswers(
  context: Context,
  { campaign, respondents }: Reception,
  respondentId: string,
): Promise<AnswerSheet> {
  const respondent = respondents.find((one) => one.respondentId === respondentId);
  if (respondent === undefined || respondent.revision === 0) return {};
  const { revisions } = await context.client(selfCheckContract).getResponse({ campaignId: campaign.id, respondentId });
  return revisions[0]?.answers ?? {};
}
