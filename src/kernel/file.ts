/** Files of a tenant: a name and a kind over a blob. Uploads are hostile until their bytes say otherwise. */
import { fileTypeFromBuffer } from 'file-type';
import { type ColumnType, sql } from 'kysely';
import type { BlobStore } from './blob.ts';
import type { Tx } from './database.ts';
import { AppError } from './error.ts';

export interface FileTables {
  file: {
    tenant_id: number;
    id: string;
    sha256: string;
    name: string;
    media_type: string;
    size: ColumnType<string, number, never>;
    uploaded_by: string | null;
    uploaded_at: ColumnType<Date, string, never>;
    attached_to: string | null;
  };
}

export interface StoredFile {
  readonly id: string;
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
}

/** 50 MB: a scanned contract of some hundred pages fits. */
export const UPLOAD_LIMIT = 50 * 1024 * 1024;

const OOXML = 'application/vnd.openxmlformats-officedocument';
/** What may be uploaded: extension → media type, and the types that the bytes may show. */
const ACCEPTED: Readonly<Record<string, { readonly mediaType: string; readonly seen: readonly string[] }>> = {
  pdf: { mediaType: 'application/pdf', seen: ['application/pdf'] },
  docx: {
    mediaType: `${OOXML}.wordprocessingml.document`,
    seen: [`${OOXML}.wordprocessingml.document`, 'application/zip'],
  },
  xlsx: { mediaType: `${OOXML}.spreadsheetml.sheet`, seen: [`${OOXML}.spreadsheetml.sheet`, 'application/zip'] },
  pptx: {
    mediaType: `${OOXML}.presentationml.presentation`,
    seen: [`${OOXML}.presentationml.presentation`, 'application/zip'],
  },
  doc: { mediaType: 'application/msword', seen: ['application/x-cfb'] },
  xls: { mediaType: 'application/vnd.ms-excel', seen: ['application/x-cfb'] },
  ppt: { mediaType: 'application/vnd.ms-powerpoint', seen: ['application/x-cfb'] },
  png: { mediaType: 'image/png', seen: ['image/png'] },
  jpg: { mediaType: 'image/jpeg', seen: ['image/jpeg'] },
  jpeg: { mediaType: 'image/jpeg', seen: ['image/jpeg'] },
  zip: { mediaType: 'application/zip', seen: ['application/zip'] },
  txt: { mediaType: 'text/plain', seen: [] },
  csv: { mediaType: 'text/csv', seen: [] },
  // Answer files that an HTML sheet made.
  json: { mediaType: 'application/json', seen: [] },
  // Specification files of the product's own format.
  yaml: { mediaType: 'text/plain', seen: [] },
  yml: { mediaType: 'text/plain', seen: [] },
};

export interface Upload {
  readonly id: string;
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly uploadedBy: string;
  readonly at: Date;
}

/** Stores an upload; the blob is on disk before the row exists. */
export async function receiveUpload(
  blobs: BlobStore,
  upload: Upload,
): Promise<StoredFile & { readonly uploadedBy: string; readonly at: Date }> {
  const name = safeName(upload.name);
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const accepted = Object.hasOwn(ACCEPTED, extension) ? ACCEPTED[extension] : undefined;
  if (accepted === undefined) throw new AppError('file.forbidden', { internal: 'extension' });
  const blob = await blobs.put(upload.bytes, UPLOAD_LIMIT);
  if (blob.size === 0)
    throw new AppError('file.lying', { message: 'ファイルの中身が空です。保存し直してから送ってください。' });
  const seen = await fileTypeFromBuffer(blob.start);
  // Text has no signature; it must not look like anything else and must hold no NUL.
  const honest =
    accepted.seen.length === 0
      ? seen === undefined && !blob.start.includes(0)
      : seen !== undefined && accepted.seen.includes(seen.mime);
  if (!honest && seen?.mime === 'application/x-cfb' && accepted.mediaType.startsWith(OOXML)) {
    throw new AppError('file.lying', {
      message:
        'パスワードで保護された文書のため、受け付けられません。保護を外して保存し直してから送ってください。古い形式の文書のときは、新しい形式で保存し直してください。',
    });
  }
  if (!honest) throw new AppError('file.lying', { internal: `${extension} is ${seen?.mime ?? 'unknown'}` });
  return {
    id: upload.id,
    sha256: blob.sha256,
    name,
    mediaType: accepted.mediaType,
    size: blob.size,
    uploadedBy: upload.uploadedBy,
    at: upload.at,
  };
}

/**
 * Waits for whoever removes or names the same content; held to the end of the transaction. Those who name it share the
 * lock, who removes it is alone.
 */
export async function lockBlob(tx: Tx, sha256: string, mode: 'shared' | 'exclusive'): Promise<void> {
  const key = sql`hashtextextended(${sha256}, 0)`;
  const lock =
    mode === 'shared' ? sql`select pg_advisory_xact_lock_shared(${key})` : sql`select pg_advisory_xact_lock(${key})`;
  await lock.execute(tx.db<FileTables>());
}

/** The row of a file. The caller looks afterwards whether the content is still there: a removal may have come before. */
export async function insertFile(
  tx: Tx,
  file: StoredFile & { readonly uploadedBy: string | null; readonly at: Date; readonly attachedTo?: string },
): Promise<void> {
  await lockBlob(tx, file.sha256, 'shared');
  await tx
    .db<FileTables>()
    .insertInto('file')
    .values({
      tenant_id: tx.tenantId,
      id: file.id,
      sha256: file.sha256,
      name: file.name,
      media_type: file.mediaType,
      size: file.size,
      uploaded_by: file.uploadedBy,
      uploaded_at: file.at.toISOString(),
      attached_to: file.attachedTo ?? null,
    })
    .execute();
}

type FileRow = StoredFile & { readonly uploadedBy: string | null; readonly attachedTo: string | null };

/** @throws AppError `file.missing` for an unknown id or another tenant's. */
export async function readFileRow(tx: Tx, id: string): Promise<FileRow> {
  const row = await findFileRow(tx, id);
  if (row === null) throw new AppError('file.missing');
  return row;
}

/** Bytes and name of a file of the tenant. @throws AppError `file.missing` */
export async function openFile(
  tx: Tx,
  blobs: BlobStore,
  id: string,
): Promise<{ name: string; mediaType: string; sha256: string; bytes: Uint8Array }> {
  const { name, mediaType, sha256 } = await readFileRow(tx, id);
  return { name, mediaType, sha256, bytes: await blobs.get(sha256) };
}

/** As `readFileRow`; null where there is none. */
export async function findFileRow(tx: Tx, id: string): Promise<FileRow | null> {
  const row = await tx
    .db<FileTables>()
    .selectFrom('file')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.id,
    sha256: row.sha256,
    name: row.name,
    mediaType: row.media_type,
    size: Number(row.size),
    uploadedBy: row.uploaded_by,
    attachedTo: row.attached_to,
  };
}

/** Removes the row of a file for good; a file that is gone already stays gone. */
export async function deleteFileRow(tx: Tx, id: string): Promise<void> {
  await tx.db<FileTables>().deleteFrom('file').where('tenant_id', '=', tx.tenantId).where('id', '=', id).execute();
}

/** Takes an upload of the same person in use by a record; a file serves one record. */
export async function attachFile(tx: Tx, id: string, accountId: string, record: string): Promise<StoredFile> {
  const file = await readFileRow(tx, id);
  if (file.attachedTo !== null && file.attachedTo !== record)
    throw new AppError('file.missing', { internal: 'attached elsewhere' });
  if (file.attachedTo === null && file.uploadedBy !== accountId)
    throw new AppError('file.missing', { internal: 'uploaded by another' });
  await tx
    .db<FileTables>()
    .updateTable('file')
    .set({ attached_to: record })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .execute();
  return file;
}

/** Deletes the rows of uploads that no record took in use since `before`; answers with their number. */
export async function deleteAbandoned(tx: Tx, before: Date): Promise<number> {
  const deleted = await tx
    .db<FileTables>()
    .deleteFrom('file')
    .where('tenant_id', '=', tx.tenantId)
    .where('attached_to', 'is', null)
    .where('uploaded_at', '<', sql<Date>`${before.toISOString()}::timestamptz`)
    .executeTakeFirst();
  return Number(deleted.numDeletedRows);
}

/** The hashes that any row of the transaction's tenants names; of one blob only with `sha256`. */
export async function referencedBlobs(tx: Tx, sha256?: string): Promise<ReadonlySet<string>> {
  let query = tx
    .db<FileTables>()
    .selectFrom('file')
    .select('sha256')
    .distinct()
    .where('tenant_id', 'in', [...tx.tenantIds]);
  if (sha256 !== undefined) query = query.where('sha256', '=', sha256);
  const rows = await query.execute();
  return new Set(rows.map((row) => row.sha256));
}

/** Keeps the name readable and harmless: no path, no control or direction characters, at most 200 characters. */
export function safeName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '')
    .replace(/^[.\s]+/, '')
    .trim();
  const points = [...clean];
  const short = points.length > 200 ? [...points.slice(0, 190), ...points.slice(-10)].join('') : clean;
  if (short === '') throw new AppError('file.forbidden', { internal: 'name' });
  return short;
}
