/**
 * Removes what nobody took in use: uploads without a record after a day, and blobs that no row names. A blob is
 * written before its row, so a young blob without a row is an upload on its way.
 */
import type { BlobStore } from './blob.ts';
import type { Clock } from './clock.ts';
import type { Database } from './database.ts';
import { deleteAbandoned, referencedBlobs } from './file.ts';

const DAY = 24 * 60 * 60 * 1000;

export interface Swept {
  readonly uploads: number;
  readonly blobs: number;
}

export async function sweepFiles(parts: {
  readonly database: Database;
  readonly blobs: BlobStore;
  readonly clock: Clock;
}): Promise<Swept> {
  const { database, blobs, clock } = parts;
  const yesterday = clock.now().getTime() - DAY;
  const tenants = await database.outside((db) => db.selectFrom('tenant').select(['id', 'clock_offset']).execute());
  if (tenants.length === 0) return { uploads: 0, blobs: 0 };
  let uploads = 0;
  for (const { id, clock_offset: offset } of tenants) {
    const before = new Date(yesterday + Number(offset));
    uploads += await database.transaction(id, (tx) => deleteAbandoned(tx, before));
  }
  const ids = tenants.map((tenant) => tenant.id);
  const known = await database.across(ids, (tx) => referencedBlobs(tx));
  let removed = 0;
  for await (const blob of blobs.list()) {
    if (known.has(blob.sha256) || blob.storedAt.getTime() > yesterday) continue;
    // An upload of the same content may have named it since the list was read.
    if ((await database.across(ids, (tx) => referencedBlobs(tx, blob.sha256))).size > 0) continue;
    await blobs.delete(blob.sha256);
    removed += 1;
  }
  return { uploads, blobs: removed };
}
