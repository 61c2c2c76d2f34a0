import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BlobStore, localBlobStore, oneChunk } from '../blob.ts';
import { type Database, openDatabase } from '../database.ts';
import { insertFile } from '../file.ts';
import { newId } from '../identifier.ts';
import { appendFacts, readFacts, verifyJournal } from '../journal.ts';
import { migrate, type MigrationSet } from '../migrate.ts';
import { migrationSets } from '../discovery.ts';
import type { PostgresConnection } from '../postgres/connection.ts';
import { createTestDatabase, type TestDatabase } from '../postgres/test-database.ts';
import { createTenant } from '../tenant.ts';
import { openArchive } from './read.ts';
import { importTenant, restoreBackup } from './restore.ts';
import { writeArchive } from './write.ts';

const at = new Date('2026-06-01T00:00:00.000Z');
const actor = { accountId: '00000000-0000-7000-8000-000000000001', party: 'city', roles: ['security-office'] } as const;

/** A module of this test with two levels of its table: restoring moves rows of the first to the second. */
const LEVELS = [
  `create table memo (tenant_id int not null references tenant (id), id int not null, word text not null,
     parent int, primary key (tenant_id, id), foreign key (tenant_id, parent) references memo (tenant_id, id));
   create table login_directory (login_name text primary key, tenant_id int not null references tenant (id));
   alter table login_directory force row level security;`,
  `alter table memo add column length int;
   update memo set length = char_length(word);
   alter table memo alter column length set not null, alter column length set default 0;`,
];

let folder: string;
let sets: readonly MigrationSet[];
const open: TestDatabase[] = [];
const pools: Database[] = [];

interface Place {
  readonly connection: PostgresConnection;
  readonly blobs: BlobStore;
  readonly blobFolder: string;
  readonly database: Database;
}

async function place(levels?: number): Promise<Place> {
  const test = await createTestDatabase();
  open.push(test);
  if (levels !== undefined) {
    await migrate(test.connection, sets, {
      upTo: new Map([...sets.map((set) => [set.module, 99] as const), ['memos', levels]]),
    });
  }
  const database = openDatabase(test.connection, { poolSize: 3 });
  pools.push(database);
  const blobFolder = mkdtempSync(join(folder, 'blobs-'));
  return { connection: test.connection, blobs: localBlobStore(blobFolder), blobFolder, database };
}

/** Adds a fact, a row and a file; the texts need every kind of escaping. */
async function add(where: Place, tenantId: number, index: number): Promise<void> {
  const text = `${index} 髙﨑\n"引用" \\ 𠮷\u2028`;
  const blob = await where.blobs.put(oneChunk(Buffer.from(text)), 1000);
  await where.database.transaction(tenantId, async (tx) => {
    await insertFile(tx, {
      id: newId(at),
      sha256: blob.sha256,
      name: `記録${index}.txt`,
      mediaType: 'text/plain',
      size: blob.size,
      uploadedBy: null,
      at,
    });
    await tx
      .db<{ memo: { tenant_id: number; id: number; word: string; parent: number | null } }>()
      .insertInto('memo')
      .values({ tenant_id: tenantId, id: index, word: text, parent: index === 0 ? null : 0 })
      .execute();
    await appendFacts(tx, [
      {
        tenantId,
        actor,
        at,
        fact: { engagementId: null, kind: 'memo.written', subject: String(index), data: { text } },
      },
    ]);
  });
}

const factsOf = (where: Place, tenantId: number) => where.database.transaction(tenantId, (tx) => readFacts(tx, {}));
const verdictOf = (where: Place, tenantId: number) => where.database.transaction(tenantId, (tx) => verifyJournal(tx));

async function rowsOf(where: Place, statement: string): Promise<unknown[]> {
  const client = new pg.Client(where.connection);
  await client.connect();
  try {
    await client.query("select set_config('app.tenants', coalesce(string_agg(id::text, ','), ''), false) from tenant");
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

async function tablesOf(where: Place): Promise<number> {
  const client = new pg.Client(where.connection);
  await client.connect();
  try {
    return (await client.query("select from pg_tables where schemaname = 'public'")).rows.length;
  } finally {
    await client.end();
  }
}

async function back(from: Place, tenantId?: number): Promise<string> {
  const path = join(mkdtempSync(join(folder, 'archive-')), '控え.zip');
  const which = tenantId === undefined ? {} : { tenantId };
  await writeArchive({ ...from, path, product: '0.1.0', now: at, ...which });
  return path;
}

async function restore(path: string, to: Place): Promise<void> {
  const archive = await openArchive(path);
  try {
    await restoreBackup({ ...to, archive, migrations: sets });
  } finally {
    archive.close();
  }
}

async function bring(path: string, to: Place): Promise<number> {
  const archive = await openArchive(path);
  try {
    return await importTenant({ ...to, archive, migrations: sets });
  } finally {
    archive.close();
  }
}

const code = (expected: string) => expect.objectContaining({ code: expected });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'machimori-archive-'));
  const migrations = join(folder, 'migrations');
  mkdirSync(migrations);
  LEVELS.forEach((sql, index) => writeFileSync(join(migrations, `000${index + 1}-memo.sql`), sql));
  sets = [...migrationSets([]), { module: 'memos', folder: migrations }];
});
afterAll(async () => {
  for (const pool of pools) await pool.close();
  for (const test of open) await test.drop();
  rmSync(folder, { recursive: true, force: true });
});

describe('backup and restore', () => {
  it('takes one moment of a server at work and gives it back into an empty one of a later version', async () => {
    const from = await place(1);
    const first = await createTenant(from.database, { code: 'a', name: 'あおば市' }, at);
    const second = await createTenant(from.database, { code: 'b', name: 'みどり市' }, at);
    for (let index = 0; index < 20; index += 1)
      await add(from, index % 2 === 0 ? first : second, index === 1 ? 0 : index);
    const enough = new AbortController();
    let index = 100;
    const writer = (async () => {
      while (!enough.signal.aborted) await add(from, first, (index += 1));
    })();
    const path = await back(from);
    const later = await back(from);
    enough.abort();
    await writer;

    const to = await place();
    await restore(path, to);
    const facts = await factsOf(to, first);
    expect(facts.length).toBeGreaterThanOrEqual(10);
    expect(facts).toEqual((await factsOf(from, first)).slice(0, facts.length));
    expect(await factsOf(to, second)).toEqual(await factsOf(from, second));
    expect((await verdictOf(to, first)).broken).toBeNull();
    expect((await verdictOf(to, second)).broken).toBeNull();
    // Rows, facts and blobs are of the same moment, and the later level has been applied to the rows.
    const memos = await rowsOf(to, `select word, length, char_length(word) as expected from memo`);
    expect(memos).toHaveLength(facts.length + 10);
    for (const memo of memos as { length: number; expected: number }[]) expect(memo.length).toBe(memo.expected);
    const files = (await rowsOf(to, 'select sha256 from file')) as { sha256: string }[];
    expect(files).toHaveLength(facts.length + 10);
    for (const { sha256 } of files) expect(await to.blobs.get(sha256)).toEqual(await from.blobs.get(sha256));

    // Work goes on where it stopped: the next tenant and the next entry get their own numbers.
    await createTenant(to.database, { code: 'c', name: 'あさひ市' }, at);
    await to.database.transaction(first, (tx) =>
      appendFacts(tx, [
        { tenantId: first, actor, at, fact: { engagementId: null, kind: 'x', subject: 'x', data: {} } },
      ]),
    );
    expect((await verdictOf(to, first)).broken).toBeNull();
    expect((await openArchive(later)).manifest.tables.find((table) => table.name === 'tenant')?.rows).toBe(2);
  });

  it('refuses a database that holds a municipality or newer tables, and leaves both as they were', async () => {
    const from = await place(1);
    await createTenant(from.database, { code: 'a', name: 'あおば市' }, at);
    const path = await back(from);
    const used = await place(2);
    const tenantId = await createTenant(used.database, { code: 'z', name: 'ほかの市' }, at);
    await expect(restore(path, used)).rejects.toEqual(code('state.refused'));
    expect(await rowsOf(used, 'select code from tenant')).toEqual([{ code: 'z' }]);
    expect((await verdictOf(used, tenantId)).broken).toBeNull();
    await expect(restore(path, await place(2))).rejects.toEqual(code('state.refused'));
    await restore(path, await place(1));
  });

  it('refuses an archive of a newer version and one of the other kind', async () => {
    const from = await place(2);
    const tenantId = await createTenant(from.database, { code: 'a', name: 'あおば市' }, at);
    const path = await back(from);
    const archive = await openArchive(path);
    const older = sets.filter((set) => set.module !== 'memos');
    await expect(restoreBackup({ ...(await place()), archive, migrations: older })).rejects.toEqual(
      code('state.refused'),
    );
    archive.close();
    const one = await back(from, tenantId);
    await expect(restore(one, await place())).rejects.toEqual(code('backup.broken'));
    await expect(bring(path, await place(2))).rejects.toEqual(code('backup.broken'));
  });

  it('notices any changed byte and any cut before it touches the target', async () => {
    const from = await place(2);
    const tenantId = await createTenant(from.database, { code: 'a', name: 'あおば市' }, at);
    for (let index = 0; index < 3; index += 1) await add(from, tenantId, index);
    const path = await back(from);
    const bytes = readFileSync(path);
    const target = await place();
    const broken = `${path}.broken`;
    const refused = async (content: Uint8Array): Promise<void> => {
      writeFileSync(broken, content);
      await expect(restore(broken, target)).rejects.toEqual(code('backup.broken'));
    };
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (position, change) => {
        const changed = Buffer.from(bytes);
        changed[position] = (changed[position] ?? 0) ^ change;
        await refused(changed);
      }),
      {
        numRuns: 150,
        examples: [
          [0, 1],
          [10, 1],
          [bytes.length - 1, 1],
          [bytes.length - 70, 4],
        ],
      },
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), (length) => refused(bytes.subarray(0, length))),
      { numRuns: 50, examples: [[0], [bytes.length - 1]] },
    );
    await refused(Buffer.from('machimori'));
    await expect(restore(`${path}.absent`, target)).rejects.toEqual(code('backup.broken'));
    expect(await tablesOf(target)).toBe(0);
    expect(readdirSync(target.blobFolder)).toEqual(['incoming']);
    copyFileSync(path, broken);
    await restore(broken, target);
  });

  it('leaves no file under the name when the disk or a blob refuses', async () => {
    const from = await place(2);
    const tenantId = await createTenant(from.database, { code: 'a', name: 'あおば市' }, at);
    await add(from, tenantId, 0);
    const request = { ...from, product: '0.1.0', now: at };
    await expect(writeArchive({ ...request, path: join(folder, 'no', 'such', 'folder.zip') })).rejects.toMatchObject({
      code: 'ENOENT',
    });
    for await (const { sha256 } of from.blobs.list()) await from.blobs.delete(sha256);
    const target = mkdtempSync(join(folder, 'archive-'));
    await expect(writeArchive({ ...request, path: join(target, 'a.zip') })).rejects.toEqual(code('file.missing'));
    expect(readdirSync(target)).toEqual([]);
  });
});

describe('export and import of one municipality', () => {
  it('brings it into a server that has another one: new number, same facts, unbroken journal', async () => {
    const from = await place(2);
    const other = await createTenant(from.database, { code: 'x', name: 'ほかの市' }, at);
    const moved = await createTenant(from.database, { code: 'a', name: 'あおば市' }, at);
    for (let index = 0; index < 4; index += 1) await add(from, index === 3 ? other : moved, index === 3 ? 0 : index);
    const path = await back(from, moved);

    const to = await place(2);
    for (const name of ['p', 'q', 'r']) await createTenant(to.database, { code: name, name }, at);
    const here = await bring(path, to);
    expect(here).toBe(4);
    expect(await factsOf(to, here)).toEqual(await factsOf(from, moved));
    expect(await verdictOf(to, here)).toEqual({ entries: 3, broken: null });
    expect(await rowsOf(to, 'select tenant_id, id from memo order by id')).toEqual(
      [0, 1, 2].map((id) => ({ tenant_id: here, id })),
    );
    const files = (await rowsOf(to, 'select sha256 from file')) as { sha256: string }[];
    for (const { sha256 } of files) expect(await to.blobs.has(sha256)).toBe(true);
    expect(files).toHaveLength(3);
    await expect(bring(path, to)).rejects.toEqual(code('record.duplicate'));
  });

  it('refuses another version and a name that is taken, and then leaves nothing', async () => {
    const from = await place(2);
    const moved = await createTenant(from.database, { code: 'a', name: 'あおば市' }, at);
    const directory = (tenantId: number): string =>
      `insert into login_directory (login_name, tenant_id) values ('yamada', ${tenantId})`;
    await rowsOf(from, directory(moved));
    const path = await back(from, moved);
    const to = await place(2);
    const there = await createTenant(to.database, { code: 'z', name: 'ほかの市' }, at);
    await rowsOf(to, directory(there));
    await expect(bring(path, to)).rejects.toEqual(code('record.duplicate'));
    expect(await rowsOf(to, 'select code from tenant')).toEqual([{ code: 'z' }]);
    await expect(bring(await back(await withTenant(1), 1), to)).rejects.toEqual(code('state.refused'));
  });
});

async function withTenant(levels: number): Promise<Place> {
  const made = await place(levels);
  await createTenant(made.database, { code: 'old', name: '前の版の市' }, at);
  return made;
}
