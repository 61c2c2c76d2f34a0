import type { BlobStore } from './blob.ts';
import type { Tx } from './database.ts';
import { AppError } from './error.ts';
import { insertFile, openFile, readFileRow, safeName } from './file.ts';
import { newId } from './identifier.ts';
import type { JobFiles } from './module.ts';

/** The files of a job's transaction. */
export const jobFiles = (tx: Tx, blobs: BlobStore, now: Date): JobFiles => ({
  open: (fileId) => openFile(tx, blobs, fileId),
  async read(fileId) {
    const file = await readFileRow(tx, fileId);
    if (!(await blobs.has(file.sha256))) throw new AppError('file.missing', { internal: 'blob missing' });
    return { ...file, chunks: blobs.stream(file.sha256) };
  },
  async keep(file, record) {
    const blob = await blobs.put(file.chunks(), Number.MAX_SAFE_INTEGER);
    const stored = {
      id: newId(now),
      sha256: blob.sha256,
      name: safeName(file.name),
      mediaType: file.mediaType,
      size: blob.size,
    };
    await insertFile(tx, { ...stored, uploadedBy: null, at: now, attachedTo: record });
    // A removal of the same content may have come in before the row did.
    if (!(await blobs.has(blob.sha256))) await blobs.put(file.chunks(), Number.MAX_SAFE_INTEGER);
    return stored;
  },
});
