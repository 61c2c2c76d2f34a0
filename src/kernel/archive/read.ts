/** Opens an archive: the seal of the file, then every entry against the manifest, before anything else is touched. */
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { AppError } from '../error.ts';
import { blobEntry, type Manifest, MANIFEST_ENTRY, manifestSchema, tableEntry } from './manifest.ts';
import { isSealed } from './seal.ts';

export interface Archive {
  readonly manifest: Manifest;
  /** The bytes of an entry. */
  open(name: string): Promise<Readable>;
  close(): void;
}

/** Opens and checks an archive. @throws AppError `backup.broken` naming what does not fit. */
export async function openArchive(path: string, progress?: (done: string) => void): Promise<Archive> {
  if (!(await isSealed(path).catch(() => false))) throw broken('ファイル全体の検査値');
  const zip = await openZip(path);
  try {
    const entries = await entriesOf(zip);
    const open = (name: string): Promise<Readable> => {
      const entry = entries.get(name);
      if (entry === undefined) throw broken(`${name} がありません`);
      return new Promise((resolve, reject) => {
        zip.openReadStream(entry, (error, stream) => (error === null ? resolve(stream) : reject(broken(name))));
      });
    };
    const manifest = parseManifest(await textOf(await open(MANIFEST_ENTRY)));
    const expected = new Set([
      MANIFEST_ENTRY,
      ...manifest.tables.map((t) => tableEntry(t.name)),
      ...manifest.blobs.map((b) => blobEntry(b.sha256)),
    ]);
    for (const name of entries.keys()) if (!expected.has(name)) throw broken(`${name} は目録にありません`);
    for (const table of manifest.tables) {
      if ((await hashOf(await open(tableEntry(table.name)))) !== table.sha256) throw broken(tableEntry(table.name));
      progress?.(table.name);
    }
    for (const blob of manifest.blobs) {
      if ((await hashOf(await open(blobEntry(blob.sha256)))) !== blob.sha256) throw broken(blobEntry(blob.sha256));
    }
    return { manifest, open, close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error instanceof AppError ? error : broken(error instanceof Error ? error.name : 'zip');
  }
}

function openZip(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, zip) =>
      error === null ? resolve(zip) : reject(broken('zip')),
    );
  });
}

function entriesOf(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.once('end', () => resolve(entries));
    zip.once('error', () => reject(broken('zip')));
    zip.readEntry();
  });
}

function parseManifest(text: string): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    throw broken(MANIFEST_ENTRY);
  }
}

async function textOf(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString('utf8');
}

async function hashOf(stream: Readable): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of stream) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}

export function broken(what: string): AppError {
  return new AppError('backup.broken', {
    internal: what,
    message: `控えのファイルが壊れているか、街守の控えではありません（${what}）。データには触れていません。別の控えを使ってください。`,
  });
}
