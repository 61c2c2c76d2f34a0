/**
 * Writes an archive while the server runs: all tables as they were at one moment (one repeatable-read transaction), and
 * every blob that a row names. One zip file; the manifest with the hashes comes last.
 */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import Cursor from 'pg-cursor';
import yazl from 'yazl';
import type { BlobStore } from '../blob.ts';
import type { PostgresConnection } from '../postgres/connection.ts';
import {
  ARCHIVE_FORMAT,
  blobEntry,
  LEFT_OUT_OF_BACKUP,
  LEFT_OUT_OF_TENANT,
  type Manifest,
  MANIFEST_ENTRY,
  tableEntry,
} from './manifest.ts';
import { seal, UNSEALED } from './seal.ts';

export interface ArchiveRequest {
  readonly connection: PostgresConnection;
  readonly blobs: BlobStore;
  /** The file; written beside itself first, so that a half-made archive never bears the name. */
  readonly path: string;
  readonly product: string;
  readonly now: Date;
  /** One municipality only. */
  readonly tenantId?: number;
  readonly progress?: (done: string) => void;
}

export async function writeArchive(request: ArchiveRequest): Promise<Manifest> {
  const client = new pg.Client({ ...request.connection, application_name: 'machimori-archive' });
  await client.connect();
  const temporary = `${request.path}.part`;
  const zip = new yazl.ZipFile();
  const bytes = zip.outputStream as unknown as Readable;
  try {
    await client.query('begin isolation level repeatable read read only');
    await seeTenants(client, request.tenantId);
    const written = pipeline(bytes, createWriteStream(temporary, { mode: 0o600 }));
    // When the disk refuses, `written` fails and nothing reads the entries any more: whichever ends first decides.
    const filled = fill(zip, client, request);
    const manifest = await Promise.race([filled, written.then(() => filled)]);
    zip.end({ comment: UNSEALED, forceZip64Format: false });
    await written;
    await client.query('commit');
    await seal(temporary);
    await rename(temporary, request.path);
    return manifest;
  } catch (error) {
    bytes.destroy();
    await rm(temporary, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}

/** Row-level security holds for owners that are not superusers as well, so the tenants are named. */
export async function seeTenants(client: pg.Client, tenantId?: number): Promise<void> {
  const tenants =
    tenantId === undefined
      ? (await client.query<{ id: number }>('select id from tenant')).rows.map((row) => row.id)
      : [tenantId];
  await client.query("select set_config('app.tenants', $1, true)", [tenants.join(',')]);
}

async function fill(zip: yazl.ZipFile, client: pg.Client, request: ArchiveRequest): Promise<Manifest> {
  const tables: Manifest['tables'] = [];
  for (const name of await tableNames(
    client,
    request.tenantId === undefined ? LEFT_OUT_OF_BACKUP : LEFT_OUT_OF_TENANT,
  )) {
    const hash = createHash('sha256');
    let rows = 0;
    const lines = async function* (): AsyncGenerator<Buffer> {
      for await (const line of rowsOf(client, name, request.tenantId)) {
        const bytes = Buffer.from(`${line}\n`);
        hash.update(bytes);
        rows += 1;
        yield bytes;
      }
    };
    await addStream(zip, Readable.from(lines()), tableEntry(name), true);
    tables.push({ name, rows, sha256: hash.digest('hex') });
    request.progress?.(`${name} ${rows}`);
  }
  const blobs: Manifest['blobs'] = [];
  for await (const line of distinctBlobs(client)) {
    await addStream(zip, Readable.from(request.blobs.stream(line.sha256)), blobEntry(line.sha256), false);
    blobs.push(line);
    request.progress?.(`blobs ${blobs.length}`);
  }
  const { rows } = await client.query<{ module: string; number: number }>(
    'select module, max(number) as number from migration group by module order by module',
  );
  const manifest: Manifest = {
    format: ARCHIVE_FORMAT,
    kind: request.tenantId === undefined ? 'backup' : 'tenant',
    product: request.product,
    madeAt: request.now.toISOString(),
    migrations: Object.fromEntries(rows.map((row) => [row.module, row.number])),
    tables,
    blobs,
  };
  zip.addBuffer(Buffer.from(JSON.stringify(manifest, null, 1)), MANIFEST_ENTRY);
  return manifest;
}

/** Waits until the entry's bytes have been read, because the database can serve one cursor at a time. */
function addStream(zip: yazl.ZipFile, stream: Readable, name: string, compress: boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.once('end', resolve);
    stream.once('error', reject);
    zip.addReadStream(stream, name, { compress, mtime: new Date(0), mode: 0o100600 });
  });
}

async function tableNames(client: pg.Client, leftOut: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind = 'r' order by 1`,
  );
  return rows.map((row) => row.name).filter((name) => !leftOut.includes(name));
}

async function* rowsOf(client: pg.Client, table: string, tenantId: number | undefined): AsyncGenerator<string> {
  const condition = tenantId === undefined ? '' : table === 'tenant' ? 'where id = $1' : 'where tenant_id = $1';
  const cursor = client.query(
    new Cursor<{ line: string }>(
      `select row_to_json(t)::text as line from ${pg.escapeIdentifier(table)} t ${condition}`,
      tenantId === undefined ? [] : [tenantId],
    ),
  );
  try {
    for (;;) {
      const rows = await cursor.read(500);
      for (const row of rows) yield row.line;
      if (rows.length < 500) return;
    }
  } finally {
    await cursor.close();
  }
}

/** Row-level security leaves only the blobs of the tenants that the archive is about. */
async function* distinctBlobs(client: pg.Client): AsyncGenerator<Manifest['blobs'][number]> {
  const { rows } = await client.query<{ sha256: string; size: string }>(
    `select distinct sha256, size from file
     where tenant_id = any (string_to_array(current_setting('app.tenants'), ',')::int[]) order by sha256`,
  );
  for (const row of rows) yield { sha256: row.sha256, size: Number(row.size) };
}
