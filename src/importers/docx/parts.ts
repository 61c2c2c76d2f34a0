import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { ImportError } from '../error.ts';

/** Longest part that is unpacked, in bytes. The text of 500 pages takes about a third. */
const PART_LIMIT = 64 * 1024 * 1024;
const ENTRY_LIMIT = 10_000;

export const brokenDocx = (internal: string): ImportError =>
  new ImportError(
    'broken',
    `Word文書として開けません（${internal}）。Wordで開き、「.docx」形式で保存し直してから取り込んでください。`,
  );

/** Unpacks the named parts of a Word file and no others. Sizes are counted while unpacking, whatever the file claims. */
export async function docxParts(bytes: Uint8Array, wanted: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
  const zip = await open(bytes);
  try {
    const found = new Map<string, string>();
    let left = PART_LIMIT;
    for (const entry of await entriesOf(zip)) {
      if (!wanted.has(entry.fileName) || found.has(entry.fileName)) continue;
      const part = await unpack(zip, entry, left);
      left -= part.length;
      found.set(entry.fileName, part.toString('utf8'));
    }
    return found;
  } finally {
    zip.close();
  }
}

function open(bytes: Uint8Array): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true, strictFileNames: false };
    yauzl.fromBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), options, (error, zip) =>
      error === null ? resolve(zip) : reject(brokenDocx('ファイルの構造')),
    );
  });
}

function entriesOf(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      if (entries.length > ENTRY_LIMIT) reject(brokenDocx('部品が多すぎます'));
      else zip.readEntry();
    });
    zip.once('end', () => resolve(entries));
    zip.once('error', () => reject(brokenDocx('目録')));
    zip.readEntry();
  });
}

function unpack(zip: ZipFile, entry: Entry, limit: number): Promise<Buffer> {
  if (entry.isEncrypted()) {
    return Promise.reject(
      new ImportError('encrypted', 'パスワードで保護された文書です。保護を外して保存し直してから取り込んでください。'),
    );
  }
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error !== null) {
        reject(brokenDocx(entry.fileName));
        return;
      }
      const chunks: Buffer[] = [];
      let size = 0;
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > limit) {
          stream.destroy();
          reject(
            new ImportError('too-large', '文書の中身が大きすぎて読み取れません。章ごとに分けて取り込んでください。'),
          );
        } else chunks.push(chunk);
      });
      stream.once('end', () => resolve(Buffer.concat(chunks)));
      stream.once('error', () => reject(brokenDocx(entry.fileName)));
    });
  });
}
