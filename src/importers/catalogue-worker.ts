/** The process behind `catalogue-file.ts`: bytes on standard input, the mapping as argument, one JSON answer out. */
import { argv, stdin, stdout } from 'node:process';
import { parseDocument } from 'yaml';
import {
  CatalogueError,
  columnsOf,
  headingsOf,
  isFramework,
  isFrameworkWorkbook,
  isOscal,
  isOwn,
  proposeMapping,
  type ReadCatalogue,
  readFramework,
  readFrameworkWorkbook,
  readOscal,
  readOwn,
  readSheet,
  type SheetMapping,
} from '../core/catalogue/index.ts';
import { ContentError } from '../core/content-schema/index.ts';
import { readCsv, type SheetContent } from '../core/exchange/index.ts';
import { ReadableError } from '../core/readable-error.ts';
import type { CatalogueAnswer, CatalogueFile, CatalogueRequest } from './catalogue-file.ts';
import { ImportError } from './error.ts';
import { decodeText } from './text.ts';
import { SpreadsheetError } from './xlsx/model.ts';
import { CELL_LIMIT, readSpreadsheet, ROW_LIMIT } from './xlsx/read.ts';

/** Characters of a text: the largest public catalogue has ten million. */
const TEXT_LIMIT = 30_000_000;
/** Aliases that a YAML file may resolve: a few hundred bytes must not become gigabytes. */
const ALIASES = 50;
const YAML_KEYS = /^(?:urn|objects|code|groups|catalog)\s*:/mu;

const chunks: Buffer[] = [];
for await (const chunk of stdin) chunks.push(chunk as Buffer);

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte);

async function read(bytes: Uint8Array, request: CatalogueRequest): Promise<CatalogueFile> {
  if (startsWith(bytes, [0x50, 0x4b])) return ofSheets(await readSpreadsheet(bytes), request);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new SpreadsheetError(
      '古い形式（.xls）か、パスワードで保護されたExcelのファイルです。パスワードを外し、「.xlsx」形式で保存し直してから送ってください。',
    );
  }
  const text = decodeText(bytes, TEXT_LIMIT);
  const start = text.trimStart().slice(0, 200);
  if (/^[{[]/u.test(start)) return { kind: 'catalogue', read: ofDocument(jsonOf(text), text) };
  if (start.startsWith('<')) {
    throw new CatalogueError(
      'XML又はHTMLのファイルです。OSCALのカタログは、JSONの形式で保存したものを選んでください。',
    );
  }
  if (YAML_KEYS.test(text)) return { kind: 'catalogue', read: ofDocument(yamlOf(text), text) };
  return ofSheets([readCsv(text, { rows: ROW_LIMIT, cells: CELL_LIMIT })], request);
}

function ofDocument(document: unknown, text: string): ReadCatalogue {
  if (isOscal(document)) return readOscal(document);
  if (isFramework(document)) return readFramework(document);
  if (isOwn(document)) return readOwn(text);
  throw new CatalogueError(
    '基準の目録として読み取れる形ではありません。OSCALのカタログ、枠組みのライブラリ、街守の目録又は表計算のファイルを選んでください。',
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new CatalogueError('JSONとして読み取れません。ファイルが途中で切れていないかを確かめてください。');
  }
}

function yamlOf(text: string): unknown {
  const document = parseDocument(text, { uniqueKeys: true });
  const [broken] = document.errors;
  if (broken !== undefined) {
    throw new CatalogueError(`YAMLとして読み取れません。${broken.linePos?.[0].line ?? 1}行目を確かめてください。`);
  }
  try {
    return document.toJS({ maxAliasCount: ALIASES }) as unknown;
  } catch {
    throw new CatalogueError('YAMLの別名（エイリアス）が多すぎます。展開して保存し直してから取り込んでください。');
  }
}

function ofSheets(sheets: readonly SheetContent[], { mapping, known }: CatalogueRequest): CatalogueFile {
  if (mapping === null && isFrameworkWorkbook(sheets)) {
    const library = readFrameworkWorkbook(sheets);
    if (library !== null) return { kind: 'catalogue', read: library };
  }
  const kept = mapping === null ? keptFor(sheets, known) : undefined;
  const used = mapping ?? kept ?? proposeMapping(sheets);
  if (used === null)
    throw new CatalogueError('表の行がありません。見出しと項目の書かれたシートのあるファイルを選んでください。');
  const outcome = attempt(sheets, used);
  return {
    kind: 'sheets',
    mapping: used,
    fromEarlier: kept !== undefined,
    headings: headingsOf(sheets, used),
    sheets: sheets
      .filter(({ hidden, lines }) => !hidden && lines.length > 0)
      .slice(0, 40)
      .map((sheet) => ({
        name: sheet.name,
        rows: sheet.lines.length,
        firstRows: sheet.lines.slice(0, 15).map(({ row, cells }) => ({
          row,
          text: [...cells.values()]
            .map((cell) => (typeof cell === 'object' ? cell.day : String(cell)))
            .join('｜')
            .slice(0, 100),
        })),
        columns: columnsOf(sheet, sheet.name === used.sheet ? used.headingRow : (sheet.lines[0]?.row ?? 1)),
      })),
    ...outcome,
  };
}

/** A mapping that was saved for the same headings; the sheet may have another name, as it does every year. */
function keptFor(sheets: readonly SheetContent[], known: CatalogueRequest['known']): SheetMapping | undefined {
  const shown = sheets.filter(({ hidden }) => !hidden);
  return known
    .filter(({ headings }) => headings.some((one) => one !== ''))
    .flatMap(({ mapping, headings }) =>
      shown
        .map(({ name }) => ({ ...mapping, sheet: name }))
        .filter((one) => headingsOf(sheets, one).join('\n') === headings.join('\n')),
    )[0];
}

/** A mapping that does not fit yet is no failure of the file: the person sees why and mends it. */
function attempt(
  sheets: readonly SheetContent[],
  mapping: SheetMapping,
): { readonly read: ReadCatalogue | null; readonly fault: string | null } {
  try {
    return { read: readSheet(sheets, mapping), fault: null };
  } catch (error) {
    if (error instanceof CatalogueError) return { read: null, fault: error.message };
    throw error;
  }
}

async function answer(): Promise<CatalogueAnswer> {
  try {
    return { ok: true, result: await read(Buffer.concat(chunks), JSON.parse(argv[2] ?? '') as CatalogueRequest) };
  } catch (error) {
    // Every error of ours that has a sentence for people.
    if (error instanceof ImportError || error instanceof ReadableError || error instanceof ContentError)
      return { ok: false, message: error.message.slice(0, 2000) };
    throw error;
  }
}

stdout.write(JSON.stringify(await answer()));
