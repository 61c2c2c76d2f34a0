/** A respondent's own file: looked at, then handed in by the rules of the page. */
import { AppError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { selfCheckContract } from '../../self-check/contract.ts';
import { differencesOf } from '../rules/sheet.ts';
import { judge } from '../rules/verdict.ts';
import type { ReadFile } from '../store.ts';
import { type H, type Reception, receptionOf } from './common.ts';
import { readUploads } from './files.ts';
import { storedAnswers } from './intake.ts';

interface OwnFile {
  readonly campaignId: string;
  readonly respondentId: string;
  readonly fileId: string;
}

export const previewOwnFile: H<'previewOwnFile'> = async (context, input) => {
  const { reception, respondent, file } = await readOwn(context, input);
  const before = await storedAnswers(context, reception, input.respondentId);
  const judged = { ...file, number: 1, problems: file.problems.length, acceptedRevision: null };
  return {
    problems: [...file.problems],
    notices: [...file.notices],
    differences: file.answers === null ? [] : differencesOf(reception.form, before, file.answers),
    verdict: judge(judged, [], respondent),
    revision: respondent.revision,
    refusal: respondent.refusal,
  };
};

export const submitOwnFile: H<'submitOwnFile'> = async (context, { expectedRevision, ...input }) => {
  const { file } = await readOwn(context, input);
  const [problem] = file.problems;
  if (problem !== undefined || file.answers === null || file.channel === null)
    throw new AppError('state.refused', {
      message: problem?.message ?? 'このファイルは提出できません。回答票で作り直してください。',
    });
  const { campaignId, respondentId } = input;
  const { answers, channel } = file;
  const receipt = await context
    .client(selfCheckContract)
    .submitFromFile({ campaignId, respondentId, expectedRevision, answers, channel });
  return { revision: receipt.revision, state: receipt.state };
};

async function readOwn(
  context: Context,
  { campaignId, respondentId, fileId }: OwnFile,
): Promise<{
  readonly reception: Reception;
  readonly respondent: Reception['respondents'][number];
  readonly file: ReadFile;
}> {
  const reception = await receptionOf(context, campaignId);
  const respondent = reception.respondents.find((one) => one.respondentId === respondentId);
  if (respondent === undefined)
    throw new AppError('permission.refused', {
      message: 'ほかの所属や人の回答票は提出できません。自分に届いた調査の回答票を選んでください。',
    });
  const [file, ...more] = await readUploads(context, reception, [fileId]);
  if (file === undefined || more.length > 0)
    throw new AppError('state.refused', { message: '回答ファイルを一つだけ選んでください。' });
  if (file.respondentId !== null && file.respondentId !== respondentId)
    throw new AppError('state.refused', {
      message: '別の回答者の回答票です。この調査票の回答票で作ったファイルを選んでください。',
    });
  return { reception, respondent, file };
}
