/** The parts of an Office file, read with suspicion: nothing is unpacked before the sizes in the directory were added up. */
import { crc32, inflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { TemplateError } from './errors.ts';

/** The parts of the file by name, in the order of the file. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/** Bounds of an honest form: unpacked size of the whole, of one part and of all XML in bytes, number of parts, packing ratio. */
const LIMITS = {
  total: 80 * 1024 * 1024,
  part: 40 * 1024 * 1024,
  xml: 12 * 1024 * 1024,
  parts: 2000,
  ratio: 250,
} as const;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const whole = 'ファイル全体';
const broken = (place: string, cause?: unknown): TemplateError =>
  new TemplateError(
    'broken',
    place,
    'ファイルが壊れているため読み取れません。元のソフトウェアで開いて保存し直してください。',
    cause === undefined ? {} : { cause },
  );

/** @throws TemplateError when the file is encrypted, no Office file, broken, or would unpack to too much */
export function readParts(bytes: Uint8Array): Parts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length > 8 && view.getUint32(0) === 0xd0cf11e0) {
    throw new TemplateError(
      'encrypted',
      whole,
      'パスワードで保護されたファイル又は古い形式（.doc、.xls、.ppt）のファイルです。保護を解除し、新しい形式で保存し直してください。',
    );
  }
  if (bytes.length < 22 || view.getUint32(0, true) !== 0x04034b50) {
    throw new TemplateError(
      'wrong-type',
      whole,
      'Word、Excel又はPowerPointのファイルではありません。.docx、.xlsx又は.pptxで保存し直してください。',
    );
  }
  const entries = directory(bytes, view);
  checkSizes(entries);
  return new Map(entries.filter(({ name }) => !name.endsWith('/')).map((entry) => [entry.name, unpack(bytes, entry)]));
}

/** Same parts, same bytes. */
export function writeParts(parts: Parts): Uint8Array {
  // Dates inside a zip have no zone; the first one that the format knows.
  return zipSync(Object.fromEntries(parts), { mtime: '1980-01-01', level: 6 });
}

function directory(bytes: Uint8Array, view: DataView): readonly Entry[] {
  const end = endOfDirectory(view);
  if (end === null) throw broken(whole);
  const count = view.getUint16(end + 10, true);
  if (count > LIMITS.parts) throw tooLarge(whole, '中の部品が多すぎます。');
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw broken(whole);
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    entries.push({
      name,
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  if (names.size !== entries.length) throw broken('同じ名前の部品');
  return entries;
}

/** Position of the end record; a comment may follow it. */
function endOfDirectory(view: DataView): number | null {
  const lowest = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return null;
}

const tooLarge = (place: string, why: string): TemplateError =>
  new TemplateError(
    'too-large',
    place,
    `${why}様式として使える大きさを超えています。画像を小さくするなどしてください。`,
  );

function checkSizes(entries: readonly Entry[]): void {
  for (const { name, size, packed, flags } of entries) {
    if ((flags & 1) === 1) {
      throw new TemplateError('encrypted', name, '暗号化された部品があります。保護を解除して保存し直してください。');
    }
    if (size > LIMITS.part) throw tooLarge(name, '展開すると大きすぎる部品があります。');
    if (size > 1024 * 1024 && size / Math.max(1, packed) > LIMITS.ratio) {
      throw tooLarge(name, '極端に圧縮された部品があります。');
    }
    if (name.includes('..') || name.startsWith('/') || name.includes('\\')) throw broken(name);
  }
  if (entries.reduce((sum, { size }) => sum + size, 0) > LIMITS.total) {
    throw tooLarge(whole, '展開すると大きすぎます。');
  }
  const xml = entries.filter(({ name }) => /\.(?:xml|rels|vml|svg)$/iu.test(name));
  if (xml.reduce((sum, { size }) => sum + size, 0) > LIMITS.xml) {
    throw tooLarge(whole, '文章や表の部分が、展開すると大きすぎます。');
  }
}

function unpack(bytes: Uint8Array, { name, method, crc, packed, size, offset }: Entry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50) throw broken(name);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const data = bytes.subarray(start, start + packed);
  const content = method === 0 ? data : inflate(data, { name, method, size });
  if (content.length !== size || crc32(content) !== crc) throw broken(name);
  return content;
}

/** Never more than the directory says, whatever the packed data hold. */
function inflate(data: Uint8Array, { name, method, size }: Pick<Entry, 'name' | 'method' | 'size'>): Uint8Array {
  if (method !== 8) throw broken(name);
  try {
    return new Uint8Array(inflateRawSync(data, { maxOutputLength: Math.max(1, size) }));
  } catch (cause) {
    throw broken(name, cause);
  }
}
