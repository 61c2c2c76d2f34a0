/**
 * Erasure at the end of a contract. A module that keeps what belongs to the contractor alone says what that is, and
 * removes it when asked; who asks, who sees it and what the certificate says is the matter of another module.
 */
import type { BlobStore } from './blob.ts';
import type { Database, Tx } from './database.ts';
import type { FactSink } from './fact.ts';
import { deleteFileRow, findFileRow, lockBlob, referencedBlobs } from './file.ts';

/** One thing that would be removed. */
export interface ErasureItem {
  /** What kind of thing it is, in Japanese: 監査証拠. */
  readonly kind: string;
  readonly subject: string;
  /** What people know it by. The certificate lists it. */
  readonly label: string;
  /** True for personal data of the contractor's people, which only some specifications want erased. */
  readonly personal: boolean;
  /** Hash of the record's content. */
  readonly record: string;
  /** Hashes of its files. */
  readonly files: readonly string[];
}

export interface ErasureScope {
  readonly engagementId: string;
  readonly personal: boolean;
}

export interface ErasureFiles {
  /** Hash of a file's content and the record that holds it; null when the file is gone already. */
  find(fileId: string): Promise<{ readonly sha256: string; readonly attachedTo: string | null } | null>;
}

/** For looking only. */
export interface ErasureView {
  readonly tx: Tx;
  readonly files: ErasureFiles;
}

/** For removing, in one transaction of the module. */
export interface ErasureContext extends ErasureView, FactSink {
  readonly today: string;
  /** The member of the team who carries it out, and how. */
  readonly executor: string;
  readonly method: string;
  readonly files: ErasureFiles & {
    /** Removes the file; its content follows once nothing names it any more. */
    drop(fileId: string): Promise<void>;
  };
}

/** What a module implements. */
export interface ModuleErasure {
  /** What is there to be removed. Empty after `erase`: that is how the removal is verified. */
  plan(view: ErasureView, scope: ErasureScope): Promise<readonly ErasureItem[]>;
  /** Removes everything that `plan` names; what has to stay visible stays as an empty record with the hash. */
  erase(context: ErasureContext, scope: ErasureScope): Promise<void>;
}

export type Eraser = ModuleErasure & { readonly moduleId: string };

export const erasureFiles = (tx: Tx): ErasureContext['files'] => ({
  find: (fileId) => findFileRow(tx, fileId),
  drop: (fileId) => deleteFileRow(tx, fileId),
});

export interface RemovedBlobs {
  readonly removed: readonly string[];
  /** Contents that stay because a file of any municipality has the same. */
  readonly needed: readonly string[];
}

/**
 * Removes contents that no file names any more, at once. The lock keeps an upload of the same content from naming it
 * between the look and the removal: the upload waits, finds the content gone and stores it again.
 */
export async function removeBlobs(
  { database, blobs }: { readonly database: Database; readonly blobs: BlobStore },
  hashes: readonly string[],
): Promise<RemovedBlobs> {
  const tenants = await database.outside((db) => db.selectFrom('tenant').select('id').orderBy('id').execute());
  const ids = tenants.map(({ id }) => id);
  const removed: string[] = [];
  const needed: string[] = [];
  for (const sha256 of new Set(hashes)) {
    const stays = await database.across(ids, async (tx) => {
      await lockBlob(tx, sha256, 'exclusive');
      if ((await referencedBlobs(tx, sha256)).size > 0) return true;
      await blobs.delete(sha256);
      return false;
    });
    (stays ? needed : removed).push(sha256);
  }
  return { removed, needed };
}
