/**
 * Files that answer items and come with a sheet: inside an answer file, beside a workbook under the names in its cells, or
 * attached to the stored sheet already.
 */
import { type AnswerSheet, type ItemAnswer, textsOf } from '../../../core/assessment/answer.ts';
import type { Questionnaire } from '../../../core/content-schema/index.ts';

/** Largest file inside an answer file, and all files of one together, in bytes: they grow by a third on their way. */
export const FILE_BYTES = 10 * 1024 * 1024;
export const SHEET_BYTES = 12 * 1024 * 1024;

/** A file that a sheet names. */
export interface WantedFile {
  /** Stands for the file in the answers that were read. */
  readonly id: string;
  readonly item: string;
  readonly number: number;
  /** Empty for a file that is stored already. */
  readonly name: string;
  readonly from: 'inside' | 'beside' | 'stored';
  /** Of a file inside: its hash and the upload that it became. */
  readonly sha256?: string | undefined;
  readonly fileId?: string | undefined;
}

/** A file of an intake, as far as files with sheets go. */
export interface ComingFile {
  readonly number: number;
  /** With its folders, where it lay in an archive. */
  readonly name: string;
  readonly sha256: string;
  /** The upload in which it came. */
  readonly source: string | null;
  readonly respondentId: string | null;
  readonly wanted: readonly WantedFile[];
  /** The upload that holds it alone; null for sheets, and where files are not asked for. */
  readonly fileId: string | null;
}

/** A file that is attached to the stored sheet. */
export interface StoredFile {
  readonly id: string;
  readonly item: string;
  readonly name: string;
  readonly sha256: string | null;
}

/** What a wanted file turned out to be: one that is attached already, or an upload to be attached. */
export type SettledFile = WantedFile & ({ readonly stored: string } | { readonly upload: string });

export interface SheetSettlement {
  readonly files: readonly SettledFile[];
  readonly problems: readonly { readonly item: number; readonly place: ''; readonly message: string }[];
  /** Numbers of the files beside it that it uses, with the item each answers. */
  readonly uses: ReadonlyMap<number, number>;
}

export const asksForFiles = (form: Questionnaire): boolean =>
  form.sections.some(({ items }) => items.some(({ type }) => type === 'file'));

/** The first half of a hash in the shape of an id. */
export const idOfHash = (sha256: string): string =>
  [sha256.slice(0, 8), sha256.slice(8, 12), sha256.slice(12, 16), sha256.slice(16, 20), sha256.slice(20, 32)].join('-');

/** Finds the files of one sheet among those that came with it and those that are stored. */
export function settleFiles(
  sheet: ComingFile,
  coming: readonly ComingFile[],
  stored: readonly StoredFile[],
): SheetSettlement {
  const files: SettledFile[] = [];
  const problems: SheetSettlement['problems'][number][] = [];
  const uses = new Map<number, number>();
  for (const wanted of sheet.wanted) {
    const refuse = (message: string): void =>
      void problems.push({ item: wanted.number, place: '', message: `問${wanted.number}：${message}` });
    const settled = (name: string, sha256: string, upload: string): void => {
      const same = stored.find((one) => one.item === wanted.item && one.name === name && one.sha256 === sha256);
      files.push({ ...wanted, name, ...(same === undefined ? { upload } : { stored: same.id }) });
    };
    if (wanted.from === 'inside') {
      if (wanted.fileId !== undefined) settled(wanted.name, wanted.sha256 ?? '', wanted.fileId);
      continue;
    }
    if (wanted.from === 'stored') {
      const known = stored.find(({ id }) => id === wanted.id);
      if (known === undefined) refuse('前に添付したファイルが見つかりません。外してから、添付し直してください。');
      else files.push({ ...wanted, name: known.name, stored: known.id });
      continue;
    }
    const found = candidates(wanted.name, sheet, coming);
    const [first] = found;
    if (new Set(found.map(({ sha256 }) => sha256)).size > 1) {
      refuse(
        `「${wanted.name}」という名前の違うファイルが${found.length}件届いています。回答票ごとのフォルダに分けたZIPにするか、名前を変えてから読み取り直してください。`,
      );
      continue;
    }
    if (first?.fileId !== undefined && first.fileId !== null) {
      uses.set(first.number, wanted.number);
      settled(baseName(first.name), first.sha256, first.fileId);
      continue;
    }
    const known = stored.findLast((one) => one.item === wanted.item && fold(one.name) === fold(wanted.name));
    if (known === undefined)
      refuse(
        `「${wanted.name}」が届いていません。回答票と一緒に読み取るか、回答の欄に書かれたファイルの名前を確かめてください。`,
      );
    else files.push({ ...wanted, name: known.name, stored: known.id });
  }
  return { files, problems, uses };
}

/** Files of the name: those that lie beside the sheet, or else came in the same archive, or else came at all. */
function candidates(name: string, sheet: ComingFile, coming: readonly ComingFile[]): readonly ComingFile[] {
  const files = coming.filter(({ fileId }) => fileId !== null);
  const exact = files.filter((file) => fold(file.name) === fold(name));
  // Windows does not show the ends of names, so that people do not write them.
  const named = exact.length > 0 ? exact : files.filter((file) => withoutEnd(fold(file.name)) === fold(name));
  const inArchive = named.filter(({ source }) => source === sheet.source);
  const besides = inArchive.filter((file) => folderOf(file.name) === folderOf(sheet.name));
  return [besides, inArchive, named].find((some) => some.length > 0) ?? [];
}

const baseName = (path: string): string => path.split(/[/\\]/u).at(-1) ?? '';
const folderOf = (path: string): string => path.split(/[/\\]/u).slice(0, -1).join('/');
const fold = (path: string): string => baseName(path).normalize('NFKC').trim().toLowerCase();
const withoutEnd = (name: string): string => name.replace(/\.[a-z]{3,4}$/u, '');

/** The answers with other ids of files. */
export function withFileIds(
  answers: AnswerSheet,
  files: readonly (Pick<WantedFile, 'id' | 'item'> & { readonly to: string })[],
): AnswerSheet {
  const items = new Set(files.map(({ item }) => item));
  return Object.fromEntries(
    Object.entries(answers).map(([item, answer]): readonly [string, ItemAnswer] => {
      if (!items.has(item)) return [item, answer];
      const own = files.filter((file) => file.item === item);
      return [item, { ...answer, value: textsOf(answer).map((id) => own.find((file) => file.id === id)?.to ?? id) }];
    }),
  );
}
