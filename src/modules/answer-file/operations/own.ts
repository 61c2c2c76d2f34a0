/** A respondent's own file: looked at, then handed in by the rules of the page. */
import { AppError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { selfCheckContract } from '../../self-check/contract.ts';
import { differencesOf } from '../rules/sheet.ts';
import { judge } from '../rules/verdict.ts';
import type { FileProblem, ReadFile } from '../store.ts';
import { type H, type Reception, receptionOf } from './common.ts';
import { readUploads } from './files.ts';
import { storedAnswers } from './intake.ts';
import { attachFiles, settle, settledHash, type Settlement } from './settling.ts';

interface OwnFiles {
  readonly campaignId: string;
  readonly respondentId: string;
  readonly fileIds: readonly string[];
}

/** The sheet, and the files beside it that it names. */
const SHEET = 1;

export const previewOwnFile: H<'previewOwnFile'> = async (context, input) => {
  const { reception, respondent, file, settlement, problems } = await readOwn(context, input);
  const before = await storedAnswers(context, reception, input.respondentId);
  const hash = file.answers === null ? null : settledHash(file.answers, settlement.of(SHEET));
  const judged = {
    ...file,
    number: SHEET,
    answersHash: hash ?? file.answersHash,
    problems: problems.length,
    acceptedRevision: null,
  };
  return {
    problems,
    notices: [...file.notices],
    differences:
      file.answers === null ? [] : differencesOf(reception.form, before, file.answers, settlement.nameOf(SHEET)),
    verdict: judge(judged, [], respondent),
    revision: respondent.revision,
    refusal: respondent.refusal,
  };
};

export const submitOwnFile: H<'submitOwnFile'> = async (context, { expectedRevision, ...input }) => {
  const { file, settlement, problems } = await readOwn(context, input);
  const [problem] = problems;
  if (problem !== undefined || file.answers === null || file.channel === null)
    throw new AppError('state.refused', {
      message: problem?.message ?? 'このファイルは提出できません。回答票で作り直してください。',
    });
  const { campaignId, respondentId } = input;
  const { channel } = file;
  const place = { campaignId, respondentId };
  const answers = await attachFiles(context, place, file.answers, settlement.of(SHEET));
  const receipt = await context
    .client(selfCheckContract)
    .submitFromFile({ ...place, expectedRevision, answers, channel });
  return { revision: receipt.revision, state: receipt.state };
};

async function readOwn(
  context: Context,
  { campaignId, respondentId, fileIds }: OwnFiles,
): Promise<{
  readonly reception: Reception;
  readonly respondent: Reception['respondents'][number];
  readonly file: ReadFile;
  readonly settlement: Settlement;
  /** Of the sheet, and of files beside it that it does not name. */
  readonly problems: FileProblem[];
}> {
  const reception = await receptionOf(context, campaignId);
  const respondent = reception.respondents.find((one) => one.respondentId === respondentId);
  if (respondent === undefined)
    throw new AppError('permission.refused', {
      message: 'ほかの所属や人の回答票は提出できません。自分に届いた調査の回答票を選んでください。',
    });
  const read = await readUploads(context, reception, fileIds);
  const sheets = read.filter(({ channel, fileId }) => channel !== null || fileId === null);
  const [file = read[0], ...more] = sheets;
  if (file === undefined || more.length > 0)
    throw new AppError('state.refused', {
      message:
        '回答ファイルを一つだけ選んでください。添付ファイルは、回答票の回答の欄に書いた名前のものを一緒に選べます。',
    });
  if (file.respondentId !== null && file.respondentId !== respondentId)
    throw new AppError('state.refused', {
      message: '別の回答者の回答票です。この調査票の回答票で作ったファイルを選んでください。',
    });
  const besides = read.filter((one) => one !== file);
  const coming = [file, ...besides].map((one, index) => ({ ...one, number: SHEET + index }));
  const settlement = await settle(context, campaignId, coming);
  const unused = coming.slice(1).filter(({ number }) => settlement.usedBy(number) === undefined);
  const problems = [
    ...file.problems,
    ...settlement.of(SHEET).problems,
    ...unused.map(({ name }) => ({
      item: null,
      place: '',
      message: `「${name}」の名前は、回答票のどの回答の欄にも書かれていません。欄に名前を書くか、このファイルを外してください。`,
    })),
  ];
  return { reception, respondent, file, settlement, problems };
}
