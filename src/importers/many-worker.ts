/** The process behind `many-files.ts`: lengths and bytes on standard input, one JSON answer on standard output. */
import { createHash } from 'node:crypto';
import { stdin, stdout } from 'node:process';
import { ReadableError } from '../core/readable-error.ts';
import { archivedFiles, entryNames } from './archive-files.ts';
import { ImportError } from './error.ts';
import type { PlainFile } from './many-files.ts';
import { decodeText } from './text.ts';
import { readSpreadsheet } from './xlsx/read.ts';

const chunks: Buffer[] = [];
for await (const chunk of stdin) chunks.push(chunk as Buffer);
const whole = Buffer.concat(chunks);
const headEnd = whole.indexOf(0x0a);
const lengths = JSON.parse(whole.toString('utf8', 0, headEnd)) as readonly { name: string; length: number }[];

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte);

async function readOne(name: string, bytes: Uint8Array, inArchive: boolean): Promise<PlainFile[]> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const refused = (message: string): PlainFile => ({ name, sha256, kind: 'refused', message });
  try {
    if (startsWith(bytes, [0x50, 0x4b])) {
      const names = await entryNames(bytes);
      if (names === null) return [refused('ファイルが壊れています。作り直してから取り込んでください。')];
      if (names.includes('xl/workbook.xml')) return [await sheetsOf(name, sha256, bytes)];
      if (inArchive) return [refused('ZIPの中のZIPは読み取れません。中のファイルを取り出してから取り込んでください。')];
      const files: PlainFile[] = [];
      for await (const file of archivedFiles(bytes)) {
        if (file.bytes === null)
          files.push({ name: file.name, sha256: '', kind: 'refused', message: file.refused ?? '' });
        else files.push(...(await readOne(file.name, file.bytes, true)));
      }
      return files.length === 0 ? [refused('ZIPの中にファイルがありません。')] : files;
    }
    if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
      const message =
        '古い形式（.xls）か、パスワードで保護されたExcelのファイルです。パスワードを外し、「.xlsx」形式で保存し直してから取り込んでください。';
      return [refused(message)];
    }
    return [{ name, sha256, kind: 'text', text: decodeText(bytes) }];
  } catch (error) {
    // Every error of ours that has a sentence for people.
    if (error instanceof ImportError || error instanceof ReadableError) return [refused(error.message)];
    throw error;
  }
}

async function sheetsOf(name: string, sha256: string, bytes: Uint8Array): Promise<PlainFile> {
  const sheets = await readSpreadsheet(bytes);
  return {
    name,
    sha256,
    kind: 'sheets',
    sheets: sheets.map((sheet) => ({
      name: sheet.name,
      hidden: sheet.hidden,
      lines: sheet.lines.map(({ row, cells }) => [row, [...cells]] as const),
    })),
  };
}

const found: PlainFile[] = [];
let at = headEnd + 1;
for (const { name, length } of lengths) {
  found.push(...(await readOne(name, whole.subarray(at, at + length), false)));
  at += length;
}
stdout.write(JSON.stringify(found));
