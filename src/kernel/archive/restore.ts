/**
 * Fills a database from an archive that has been checked: the migrations up to the archive's version, the rows in one
 * transaction, then the later migrations.
 */
import type { Readable } from 'node:stream';
import pg from 'pg';
import type { BlobStore } from '../blob.ts';
import { sqlState, UNIQUE_VIOLATION } from '../database.ts';
import { AppError } from '../error.ts';
import { migrate, type MigrationSet, migrationsOf } from '../migrate.ts';
import type { PostgresConnection } from '../postgres/connection.ts';
import { blobEntry, type Manifest, tableEntry } from './manifest.ts';
import { type Archive, broken } from './read.ts';

export interface RestoreRequest {
  readonly connection: PostgresConnection;
  readonly blobs: BlobStore;
  readonly archive: Archive;
  readonly migrations: readonly MigrationSet[];
  readonly progress?: (done: string) => void;
}

/** Fills an empty database. @throws AppError `state.refused` when the database holds tenants already. */
export async function restoreBackup(request: RestoreRequest): Promise<void> {
  const { archive, connection, migrations } = request;
  if (archive.manifest.kind !== 'backup') throw broken('自治体一件の書き出しです。machimori import を使ってください');
  refuseNewer(archive.manifest, migrations);
  await refuseUsed(connection, archive.manifest);
  await migrate(connection, migrations, { upTo: new Map(Object.entries(archive.manifest.migrations)) });
  await putBlobs(request);
  await load(request, (client, table, lines) => insertLines(client, table, lines));
  await migrate(connection, migrations);
}

/** Adds one municipality to a running server of the same version; answers with its id here. */
export async function importTenant(request: RestoreRequest): Promise<number> {
  const { archive, migrations } = request;
  if (archive.manifest.kind !== 'tenant') throw broken('サーバ全体の控えです。machimori restore を使ってください');
  for (const set of migrations) {
    if ((archive.manifest.migrations[set.module] ?? 0) !== migrationsOf(set).length) {
      throw new AppError('state.refused', {
        message: '書き出した街守と版が異なるため取り込めません。両方を同じ版にしてから、もう一度書き出してください。',
      });
    }
  }
  await putBlobs(request);
  let here = 0;
  await load(request, async (client, table, lines) => {
    if (table !== 'tenant') return insertLines(client, table, inTenant(lines, here));
    for await (const line of lines) here = await insertTenant(client, line);
    await client.query("select set_config('app.tenants', $1, true)", [String(here)]);
    return 1;
  });
  return here;
}

/** The tenant gets a new number here; its journal names no number, so the chain still holds. */
async function insertTenant(client: pg.Client, line: string): Promise<number> {
  const { rows } = await client.query<{ id: number }>(
    `insert into tenant (code, name, clock_offset, demonstration, created_at)
     select code, name, clock_offset, demonstration, created_at from json_populate_record(null::tenant, $1::json)
     on conflict (code) do nothing returning id`,
    [line],
  );
  const row = rows[0];
  if (row === undefined) throw new AppError('record.duplicate', { message: '同じ自治体が既に登録されています。' });
  return row.id;
}

async function* inTenant(lines: AsyncIterable<string>, tenantId: number): AsyncGenerator<string> {
  for await (const line of lines) yield JSON.stringify({ ...(JSON.parse(line) as object), tenant_id: tenantId });
}

type Inserter = (client: pg.Client, table: string, lines: AsyncIterable<string>) => Promise<number>;

/** All tables in one transaction, those that others refer to first. */
async function load(request: RestoreRequest, insert: Inserter): Promise<void> {
  const { archive } = request;
  const client = new pg.Client({ ...request.connection, application_name: 'machimori-restore' });
  await client.connect();
  try {
    await client.query('begin');
    const references = await foreignKeys(client);
    for (const table of inOrder(
      archive.manifest.tables.map((it) => it.name),
      references,
    )) {
      const own = references.filter((it) => it.from === table && it.to === table);
      for (const key of own)
        await client.query(
          `alter table ${pg.escapeIdentifier(table)} drop constraint ${pg.escapeIdentifier(key.name)}`,
        );
      const lines = linesOf(await archive.open(tableEntry(table)));
      const rows = await insert(client, table, lines);
      for (const key of own) {
        await client.query(
          `alter table ${pg.escapeIdentifier(table)} add constraint ${pg.escapeIdentifier(key.name)} ${key.definition}`,
        );
      }
      if (rows !== archive.manifest.tables.find((it) => it.name === table)?.rows) throw broken(tableEntry(table));
      if (table === 'tenant' && archive.manifest.kind === 'backup') await afterTenants(client);
      request.progress?.(`${table} ${rows}`);
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    if (sqlState(error) !== UNIQUE_VIOLATION) throw error;
    throw new AppError('record.duplicate', {
      message:
        '書き出した自治体と同じ利用者名が、取り込み先の別の自治体で使われています。利用者名を変えてからやり直してください。',
    });
  } finally {
    await client.end();
  }
}

async function afterTenants(client: pg.Client): Promise<void> {
  await client.query(
    "select setval(pg_get_serial_sequence('tenant', 'id'), greatest(1, (select max(id) from tenant)))",
  );
  await client.query("select set_config('app.tenants', coalesce(string_agg(id::text, ','), ''), true) from tenant");
}

async function insertLines(client: pg.Client, table: string, lines: AsyncIterable<string>): Promise<number> {
  const name = pg.escapeIdentifier(table);
  let waiting: string[] = [];
  let rows = 0;
  const flush = async (): Promise<void> => {
    if (waiting.length === 0) return;
    await client.query(
      `insert into ${name} overriding system value select * from json_populate_recordset(null::${name}, $1::json)`,
      [`[${waiting.join(',')}]`],
    );
    rows += waiting.length;
    waiting = [];
  };
  for await (const line of lines) {
    waiting.push(line);
    if (waiting.length === 500) await flush();
  }
  await flush();
  return rows;
}

interface ForeignKey {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly definition: string;
}

async function foreignKeys(client: pg.Client): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `select k.conname as name, f.relname as "from", t.relname as "to", pg_get_constraintdef(k.oid) as definition
     from pg_constraint k join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
     where k.contype = 'f' and k.connamespace = 'public'::regnamespace`,
  );
  return rows;
}

function inOrder(tables: readonly string[], references: readonly ForeignKey[]): string[] {
  const ordered = new Set<string>();
  const visit = (table: string, path: readonly string[]): void => {
    if (ordered.has(table) || path.includes(table)) return;
    for (const { from, to } of references) if (from === table && tables.includes(to)) visit(to, [...path, table]);
    ordered.add(table);
  };
  for (const table of [...tables].sort()) visit(table, []);
  return [...ordered];
}

async function putBlobs({ archive, blobs, progress }: RestoreRequest): Promise<void> {
  for (const blob of archive.manifest.blobs) {
    if (!(await blobs.has(blob.sha256))) {
      const stored = await blobs.put(await archive.open(blobEntry(blob.sha256)), Number.MAX_SAFE_INTEGER);
      if (stored.sha256 !== blob.sha256) throw broken(blobEntry(blob.sha256));
    }
  }
  progress?.(`blobs ${archive.manifest.blobs.length}`);
}

function refuseNewer(manifest: Manifest, migrations: readonly MigrationSet[]): void {
  const known = new Map(migrations.map((set) => [set.module, migrationsOf(set).length]));
  for (const [module, number] of Object.entries(manifest.migrations)) {
    if (number > (known.get(module) ?? 0)) {
      throw new AppError('state.refused', {
        message: 'この控えは、今の街守より新しい版で作られています。街守を新しい版にしてから復元してください。',
      });
    }
  }
}

/** Only a database without municipalities, whose tables are not newer than the archive's, can take its rows. */
async function refuseUsed(connection: PostgresConnection, manifest: Manifest): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const { rows } = await client.query<{ tenant: string | null; migration: string | null }>(
      "select to_regclass('public.tenant')::text as tenant, to_regclass('public.migration')::text as migration",
    );
    const used = rows[0]?.tenant != null && (await client.query('select 1 from tenant limit 1')).rows.length > 0;
    const applied =
      rows[0]?.migration == null
        ? []
        : (await client.query<{ module: string; number: number }>('select module, number from migration')).rows;
    if (used || applied.some(({ module, number }) => number > (manifest.migrations[module] ?? 0))) {
      throw new AppError('state.refused', {
        message: '復元先のデータベースに既にデータがあります。空のデータベース又は新しい DATA_DIR を指定してください。',
      });
    }
  } finally {
    await client.end();
  }
}

/** Ends a line at a line feed only: the texts may hold other characters that elsewhere end a line (U+2028). */
async function* linesOf(stream: Readable): AsyncGenerator<string> {
  stream.setEncoding('utf8');
  let unfinished = '';
  for await (const chunk of stream as AsyncIterable<string>) {
    const lines = (unfinished + chunk).split('\n');
    unfinished = lines.pop() ?? '';
    yield* lines;
  }
  if (unfinished !== '') yield unfinished;
}
