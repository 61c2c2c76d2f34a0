/** A spreadsheet is an archive that somebody sent: what it unpacks to is measured before anything of it is read. */
import type { Readable } from 'node:stream';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { broken, SpreadsheetError } from './model.ts';

/** A list of 10,000 rows with 20 columns takes about 15 MB, long texts more. */
const UNPACKED_LIMIT = 64 * 1024 * 1024;
const ENTRY_LIMIT = 2_000;

/** Characters at the beginning of a part in which a document type is looked for. */
const PROLOGUE = 16_384;

const doctype = (): SpreadsheetError =>
  new SpreadsheetError(
    'Excelのファイルの中に、受け付けられない宣言（DOCTYPE）があります。Excelで開き、「.xlsx」形式で保存し直してから送ってください。',
  );
const tooLarge = (): SpreadsheetError =>
  new SpreadsheetError(
    'Excelのファイルの中身が大きすぎます。要らないシートや画像を除いて保存し直してから送ってください。',
  );

/** The parts of a sound archive. */
export interface Parts {
  /** The text of a part, piece by piece; null when there is no such part. Names differ in more than their case. */
  read(name: string): AsyncIterable<string> | null;
}

/** @throws SpreadsheetError when it is no sound archive, is encrypted, or unpacks to more than a spreadsheet needs. */
export async function withArchive<T>(bytes: Uint8Array, work: (parts: Parts) => Promise<T>): Promise<T> {
  const zip = await open(bytes);
  try {
    let left = UNPACKED_LIMIT;
    const entries = await entriesOf(zip);
    for (const { fileName } of entries) refuseForeign(fileName);
    for (const entry of entries) left -= await measure(zip, entry, left);
    const byName = new Map(entries.map((entry) => [entry.fileName.toLowerCase(), entry]));
    return await work({
      read: (name) => {
        const entry = byName.get(name.toLowerCase());
        return entry === undefined ? null : textOf(zip, entry);
      },
    });
  } finally {
    zip.close();
  }
}

/** Parts that do something when the file is opened, or reach for other files. */
function refuseForeign(name: string): void {
  if (/(?:^|\/)vba[^/]*\.bin$/iu.test(name) || /^xl\/macrosheets\//iu.test(name)) {
    throw new SpreadsheetError(
      'マクロの入ったExcelのファイルは受け付けられません。「Excel ブック（.xlsx）」の形式で保存し直してから送ってください。',
    );
  }
  if (/^xl\/externalLinks\//iu.test(name)) {
    throw new SpreadsheetError(
      'ほかのファイルを参照しているExcelのファイルは受け付けられません。「データ」の「リンクの編集」で参照を値に置き換えてから送ってください。',
    );
  }
}

function open(bytes: Uint8Array): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    yauzl.fromBuffer(buffer, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, zip) =>
      error === null ? resolve(zip) : reject(broken()),
    );
  });
}

function entriesOf(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      if (entries.length > ENTRY_LIMIT) reject(tooLarge());
      else zip.readEntry();
    });
    zip.once('end', () => resolve(entries));
    zip.once('error', () => reject(broken()));
    zip.readEntry();
  });
}

/** Bytes that an entry really unpacks to, whatever it claims. */
function measure(zip: ZipFile, entry: Entry, limit: number): Promise<number> {
  if (entry.isEncrypted() || entry.uncompressedSize > limit) return Promise.reject(tooLarge());
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error !== null) {
        reject(broken());
        return;
      }
      let size = 0;
      let start = '';
      const isXml = /\.(?:xml|rels)$/iu.test(entry.fileName);
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length;
        // A document type may only stand at the beginning; it could name files of the server.
        if (isXml && start.length < PROLOGUE) {
          start += chunk.toString('latin1', 0, PROLOGUE).replaceAll('\0', '');
          if (/<!(?:DOCTYPE|ENTITY)/iu.test(start)) {
            stream.destroy();
            reject(doctype());
            return;
          }
        }
        if (size > limit) {
          stream.destroy();
          reject(tooLarge());
        }
      });
      stream.once('end', () => resolve(size));
      stream.once('error', () => reject(broken()));
    });
  });
}

async function* textOf(zip: ZipFile, entry: Entry): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  for await (const chunk of await streamOf(zip, entry)) {
    const bytes = chunk as Uint8Array;
    decoder ??= new TextDecoder(encodingOf(bytes));
    yield decoder.decode(bytes, { stream: true });
  }
  yield decoder?.decode() ?? '';
}

const encodingOf = ([first, second]: Uint8Array): string =>
  first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';

function streamOf(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error === null ? resolve(stream) : reject(broken())));
  });
}
