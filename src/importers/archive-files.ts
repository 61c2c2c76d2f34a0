/** The files inside a ZIP archive, one after the other, measured while they are unpacked. */
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { ImportError } from './error.ts';

/** As many as a large city has sections, twice. */
export const ARCHIVE_FILES = 1000;
/** One answer with a long table takes about 200 KB. */
const FILE_LIMIT = 10 * 1024 * 1024;
const WHOLE_LIMIT = 400 * 1024 * 1024;
/** What file managers leave behind. */
const LITTER = /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/iu;

export interface ArchivedFile {
  readonly name: string;
  readonly bytes: Uint8Array | null;
  /** Why there are no bytes. */
  readonly refused: string | null;
}

/** Names of the entries, or null when the bytes are no archive. */
export async function entryNames(bytes: Uint8Array): Promise<readonly string[] | null> {
  try {
    const zip = await open(bytes);
    const entries = await entriesOf(zip);
    zip.close();
    return entries.map(nameOf);
  } catch {
    return null;
  }
}

/** @throws ImportError when there are too many files, or when together they are too large */
export async function* archivedFiles(bytes: Uint8Array, fileLimit = FILE_LIMIT): AsyncGenerator<ArchivedFile> {
  const zip = await open(bytes);
  try {
    const entries = (await entriesOf(zip)).filter(
      (entry) => !nameOf(entry).endsWith('/') && !LITTER.test(nameOf(entry)),
    );
    if (entries.length > ARCHIVE_FILES) {
      throw new ImportError(
        'too-large',
        `一つのZIPに入れられるファイルは${ARCHIVE_FILES.toLocaleString('ja-JP')}件までです（このファイルは${entries.length.toLocaleString('ja-JP')}件）。分けてから取り込んでください。`,
      );
    }
    let left = WHOLE_LIMIT;
    for (const entry of entries) {
      const name = nameOf(entry);
      if (entry.isEncrypted()) {
        const refused =
          'パスワードの付いたZIPの中のファイルは読み取れません。パスワードを外してから取り込んでください。';
        yield { name, bytes: null, refused };
        continue;
      }
      const content = await unpack(zip, entry, Math.min(fileLimit, left));
      if (content === null && left < fileLimit) {
        throw new ImportError('too-large', 'ZIPの中身が大きすぎます。幾つかに分けてから取り込んでください。');
      }
      left -= content?.length ?? 0;
      yield {
        name,
        bytes: content,
        refused: content === null ? 'ファイルが大きすぎるか、壊れています。作り直してから取り込んでください。' : null,
      };
    }
  } finally {
    zip.close();
  }
}

function open(bytes: Uint8Array): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    // Names are decoded here: Windows in Japan writes them in Shift_JIS without saying so.
    yauzl.fromBuffer(buffer, { lazyEntries: true, autoClose: false, decodeStrings: false }, (error, zip) =>
      error === null
        ? resolve(zip)
        : reject(new ImportError('broken', 'ZIPとして開けません。壊れていないかを確かめて、作り直してください。')),
    );
  });
}

function entriesOf(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      if (entries.length > 20_000) reject(new ImportError('too-large', 'ZIPの中のファイルが多すぎます。'));
      else zip.readEntry();
    });
    zip.once('end', () => resolve(entries));
    zip.once('error', () =>
      reject(new ImportError('broken', 'ZIPの中を読み取れません。壊れていないかを確かめて、作り直してください。')),
    );
    zip.readEntry();
  });
}

function nameOf(entry: Entry): string {
  const raw = entry.fileName as unknown as Uint8Array | string;
  if (typeof raw === 'string') return raw;
  for (const encoding of ['utf-8', 'shift_jis']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(raw);
    } catch {
      // The next one.
    }
  }
  return new TextDecoder('latin1').decode(raw);
}

/** The bytes, or null when there are more than the limit or when they are broken. */
function unpack(zip: ZipFile, entry: Entry, limit: number): Promise<Uint8Array | null> {
  if (entry.uncompressedSize > limit) return Promise.resolve(null);
  return new Promise((resolve) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error !== null) {
        resolve(null);
        return;
      }
      const chunks: Buffer[] = [];
      let size = 0;
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > limit) {
          stream.destroy();
          resolve(null);
        } else chunks.push(chunk);
      });
      stream.once('end', () => resolve(Buffer.concat(chunks)));
      stream.once('error', () => resolve(null));
    });
  });
}
