/** A spreadsheet is an archive that somebody sent: what it unpacks to is measured before a library unpacks it. */
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { SpreadsheetError } from './model.ts';

/** 2,000 tasks with all their columns take about 3 MB. */
const UNPACKED_LIMIT = 40 * 1024 * 1024;
const ENTRY_LIMIT = 2_000;

const broken = (): SpreadsheetError =>
  new SpreadsheetError('Excelのファイルとして開けません。Excelで開き、「.xlsx」形式で保存し直してから送ってください。');
const tooLarge = (): SpreadsheetError =>
  new SpreadsheetError(
    'Excelのファイルの中身が大きすぎます。要らないシートや画像を除いて保存し直してから送ってください。',
  );

/** @throws SpreadsheetError when it is no sound archive, is encrypted, or unpacks to more than a spreadsheet needs. */
export async function checkArchive(bytes: Uint8Array): Promise<void> {
  const zip = await open(bytes);
  try {
    let left = UNPACKED_LIMIT;
    for (const entry of await entriesOf(zip)) left -= await measure(zip, entry, left);
  } finally {
    zip.close();
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
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length;
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
