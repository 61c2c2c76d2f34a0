/** What became of the files that sheets name, as far as the files go that have come until now. */
import { type AnswerSheet } from '../../../core/assessment/index.ts';
import { canonical, sha256Of } from '../../../kernel/canonical.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { selfCheckContract } from '../../self-check/contract.ts';
import { type ComingFile, settleFiles, type SheetSettlement, withFileIds } from '../rules/attachment.ts';
import { receive } from './files.ts';

export interface Settlement {
  /** Of the sheet with this number; nothing for a sheet that names no file. */
  readonly of: (number: number) => SheetSettlement;
  /** The sheet that uses the file with this number beside it, and the item that it answers. */
  readonly usedBy: (number: number) => { readonly sheet: ComingFile; readonly item: number } | undefined;
  /** Names of files by the ids in answers that were read, or that are stored. */
  readonly nameOf: (number: number) => (id: string) => string | undefined;
}

const NONE: SheetSettlement = { files: [], problems: [], uses: new Map() };

export async function settle(context: Context, campaignId: string, coming: readonly ComingFile[]): Promise<Settlement> {
  const sheets = coming.filter(({ wanted }) => wanted.length > 0);
  const respondents = [...new Set(sheets.flatMap(({ respondentId }) => (respondentId === null ? [] : [respondentId])))];
  const { files: stored } =
    respondents.length === 0
      ? { files: [] }
      : await context.client(selfCheckContract).listAnswerFiles({ campaignId, respondents });
  const settled = new Map(
    sheets.map((sheet) => {
      const own = stored.filter(({ respondentId }) => respondentId === sheet.respondentId);
      return [sheet.number, settleFiles(sheet, coming, own)] as const;
    }),
  );
  const used = new Map(
    sheets.flatMap((sheet) =>
      [...(settled.get(sheet.number) ?? NONE).uses].map(([number, item]) => [number, { sheet, item }] as const),
    ),
  );
  return {
    of: (number) => settled.get(number) ?? NONE,
    usedBy: (number) => used.get(number),
    nameOf: (number) => (id) => {
      const file = settled.get(number)?.files.find((one) => one.id === id);
      if (file !== undefined) return 'upload' in file ? `${file.name}（届いたファイル）` : file.name;
      return stored.find((one) => one.id === id)?.name;
    },
  };
}

/** The hash of the answers as they would be stored; null while a file of theirs is not stored. */
export function settledHash(answers: AnswerSheet, { files }: SheetSettlement): string | null {
  const to = files.flatMap((file) => ('stored' in file ? [{ ...file, to: file.stored }] : []));
  return to.length < files.length ? null : sha256Of(canonical(withFileIds(answers, to)));
}

/** Attaches the files to the stored sheet; the answers name them by their new ids. */
export async function attachFiles(
  context: Context,
  place: { readonly campaignId: string; readonly respondentId: string },
  answers: AnswerSheet,
  { files }: SheetSettlement,
): Promise<AnswerSheet> {
  const placed: { readonly id: string; readonly item: string; readonly to: string }[] = [];
  for (const file of files) {
    if ('stored' in file) placed.push({ ...file, to: file.stored });
    else placed.push({ ...file, to: await attach(context, place, file) });
  }
  return placed.length === 0 ? answers : withFileIds(answers, placed);
}

/** An upload of the caller's own: whoever read the file may be another, and two sheets may name one file. */
async function attach(
  context: Context,
  place: { readonly campaignId: string; readonly respondentId: string },
  { name, item, upload }: { readonly name: string; readonly item: string; readonly upload: string },
): Promise<string> {
  const { bytes } = await opened(context, upload, name);
  const received = await receive(context, name, bytes);
  if (typeof received === 'string') throw new AppError('state.refused', { message: `「${name}」　${received}` });
  const { id } = await context.client(selfCheckContract).attachAnswerFile({ ...place, item, fileId: received.id });
  return id;
}

async function opened(context: Context, upload: string, name: string) {
  try {
    return await context.files.open(upload);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'file.missing') throw error;
    throw new AppError('state.refused', {
      message: `読み取ってから時間がたったため、添付ファイル「${name}」が消えています。回答票と添付ファイルを、もう一度読み取ってください。`,
    });
  }
}
