/** A ZIP file written piece by piece: no file of it lies in memory as a whole. The same files give the same bytes. */
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';

/** Dates inside a ZIP file have no zone and would make equal packages differ; the first one that the format knows. */
const ZIP_DATE = new Date(1980, 0, 1);

/** @param files path inside the archive and the file on disk, in order. @throws Error when the disk is full */
export async function writeZip(
  target: string,
  files: readonly { readonly path: string; readonly file: string }[],
): Promise<void> {
  const zip = new yazl.ZipFile();
  const failed = new Promise<never>((_resolve, reject) => zip.once('error', reject));
  for (const { path, file } of files) {
    zip.addFile(file, path, { mtime: ZIP_DATE, mode: 0o100_644, forceDosTimestamp: true });
  }
  zip.end();
  await Promise.race([pipeline(zip.outputStream, createWriteStream(target, { mode: 0o600 })), failed]);
}
