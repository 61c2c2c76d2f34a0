/** The process behind `list-file.ts`: bytes on standard input, one JSON answer on standard output. */
import { stdin, stdout } from 'node:process';
import { readCsv, type SheetContent } from '../core/exchange/index.ts';
import { ReadableError } from '../core/readable-error.ts';
import { ImportError } from './error.ts';
import type { ListFileAnswer } from './list-file.ts';
import { decodeText } from './text.ts';
import { SpreadsheetError } from './xlsx/model.ts';
import { CELL_LIMIT, readSpreadsheet, ROW_LIMIT } from './xlsx/read.ts';

/** Characters of a CSV file: 10,000 rows of 2,000 characters. */
const CSV_LIMIT = 20_000_000;

const chunks: Buffer[] = [];
for await (const chunk of stdin) chunks.push(chunk as Buffer);

async function read(bytes: Uint8Array): Promise<readonly SheetContent[]> {
  if (startsWith(bytes, [0x50, 0x4b])) return readSpreadsheet(bytes);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new SpreadsheetError(
      '古い形式（.xls）か、パスワードで保護されたExcelのファイルです。パスワードを外し、「.xlsx」形式で保存し直してから送ってください。',
    );
  }
  return [readCsv(decodeText(bytes, CSV_LIMIT), { rows: ROW_LIMIT, cells: CELL_LIMIT })];
}

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte);

async function answer(): Promise<ListFileAnswer> {
  try {
    const sheets = await read(Buffer.concat(chunks));
    return {
      ok: true,
      sheets: sheets.map(({ name, hidden, lines }) => ({
        name,
        hidden,
        lines: lines.map(({ row, cells }) => [row, [...cells]] as const),
      })),
    };
  } catch (error) {
    // Every error of ours that has a sentence for people.
    if (error instanceof ImportError || error instanceof ReadableError) return { ok: false, message: error.message };
    throw error;
  }
}

stdout.write(JSON.stringify(await answer()));
