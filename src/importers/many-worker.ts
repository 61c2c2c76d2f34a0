/** The process behind `many-files.ts`: lengths and bytes on standard input, one JSON answer on standard output. */
import { createHash } from 'node:crypto';
import { argv, stdin, stdout } from 'node:process';
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

const wantsContents = argv[2] === 'contents';
/** A text that carries files; other texts have the limit of their reader. */
const LONG_TEXT = wantsContents ? 24_000_000 : undefined;
/** What may still be handed on, in characters. */
let room = 64_000_000;
const TOO_MUCH = '一度に読み取れる大きさを超えました。このファイルから後は、別に読み取ってください。';

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte);

async function readOne(name: string, bytes: Uint8Array, source: number, inArchive: boolean): Promise<PlainFile[]> {
  const base = {
    name,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    source,
    ...contentOf(bytes, inArchive),
  };
  const refused = (message: string): PlainFile => ({ ...base, kind: 'refused', message });
  try {
    if (startsWith(bytes, [0x50, 0x4b])) {
      const names = await entryNames(bytes);
      if (names === null) return [refused('ファイルが壊れています。作り直してから取り込んでください。')];
      if (names.includes('xl/workbook.xml')) return [await sheetsOf(base, bytes)];
      if (names.includes('[Content_Types].xml'))
        return [refused('Word又はPowerPointの文書であり、読み取れる形のファイルではありません。')];
      if (inArchive) return [refused('ZIPの中のZIPは読み取れません。中のファイルを取り出してから取り込んでください。')];
      const files: PlainFile[] = [];
      for await (const file of archivedFiles(bytes, LONG_TEXT)) {
        if (file.bytes === null)
          files.push({ name: file.name, sha256: '', source, kind: 'refused', message: file.refused ?? '' });
        else files.push(...(await readOne(file.name, file.bytes, source, true)));
      }
      return files.length === 0 ? [refused('ZIPの中にファイルがありません。')] : files;
    }
    if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
      const message =
        '古い形式（.xls）か、パスワードで保護されたExcelのファイルです。パスワードを外し、「.xlsx」形式で保存し直してから取り込んでください。';
      return [refused(message)];
    }
    const text = decodeText(bytes, LONG_TEXT);
    room -= text.length;
    return [room < 0 ? refused(TOO_MUCH) : { ...base, kind: 'text', text }];
  } catch (error) {
    // Every error of ours that has a sentence for people.
    if (error instanceof ImportError || error instanceof ReadableError) return [refused(error.message)];
    throw error;
  }
}

/** A file that was sent by itself is there already; one out of an archive has to be handed on. */
function contentOf(bytes: Uint8Array, inArchive: boolean): { readonly content?: string } {
  if (!wantsContents || !inArchive) return {};
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  if (content.length > room) return {};
  room -= content.length;
  return { content };
}

async function sheetsOf(base: Omit<PlainFile, 'kind'>, bytes: Uint8Array): Promise<PlainFile> {
  const sheets = await readSpreadsheet(bytes);
  return {
    ...base,
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
for (const [source, { name, length }] of lengths.entries()) {
  found.push(...(await readOne(name, whole.subarray(at, at + length), source, false)));
  at += length;
}
stdout.write(JSON.stringify(found));
