/** A department's own file: looked at, then handed in by the rules of the page. */
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
  readonly departmentId: string;
  readonly fileId: string;
}

export const previewOwnFile: H<'previewOwnFile'> = async (context, input) => {
  const { reception, department, file } = await readOwn(context, input);
  const before = await storedAnswers(context, reception, input.departmentId);
  const judged = { ...file, number: 1, problems: file.problems.length, acceptedRevision: null };
  return {
    problems: [...file.problems],
    notices: [...file.notices],
    differences: file.answers === null ? [] : differencesOf(reception.form, before, file.answers),
    verdict: judge(judged, [], department),
    revision: department.revision,
    refusal: department.refusal,
  };
};

export const submitOwnFile: H<'submitOwnFile'> = async (context, { expectedRevision, ...input }) => {
  const { file } = await readOwn(context, input);
  const [problem] = file.problems;
  if (problem !== undefined || file.answers === null || file.channel === null)
    throw new AppError('state.refused', {
      message: problem?.message ?? 'このファイルは提出できません。回答票で作り直してください。',
    });
  const { campaignId, departmentId } = input;
  const { answers, channel } = file;
  const receipt = await context
    .client(selfCheckContract)
    .submitFromFile({ campaignId, departmentId, expectedRevision, answers, channel });
  return { revision: receipt.revision, state: receipt.state };
};

async function readOwn(
  context: Context,
  { campaignId, departmentId, fileId }: OwnFile,
): Promise<{
  readonly reception: Reception;
  readonly department: Reception['departments'][number];
  readonly file: ReadFile;
}> {
  const reception = await receptionOf(context, campaignId);
  const department = reception.departments.find((one) => one.departmentId === departmentId);
  if (department === undefined)
    throw new AppError('permission.refused', {
      message: 'ほかの所属の回答票は提出できません。自分の所属の回答票を選んでください。',
    });
  const [file, ...more] = await readUploads(context, reception, [fileId]);
  if (file === undefined || more.length > 0)
    throw new AppError('state.refused', { message: '回答ファイルを一つだけ選んでください。' });
  if (file.departmentId !== null && file.departmentId !== departmentId)
    throw new AppError('state.refused', {
      message: '別の所属の回答票です。この所属の回答票で作ったファイルを選んでください。',
    });
  return { reception, department, file };
}
