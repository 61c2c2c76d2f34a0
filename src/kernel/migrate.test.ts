import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { discoverModules, migrationSets } from './discovery.ts';
import { migrate, type MigrationSet } from './migrate.ts';
import { createTestDatabase, type TestDatabase } from './postgres/test-database.ts';

let root: string;
const databases: TestDatabase[] = [];

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'machimori-migrate-'));
});
afterAll(async () => {
  for (const database of databases) await database.drop();
  rmSync(root, { recursive: true, force: true });
});

async function fresh(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  databases.push(database);
  return database;
}

function setOf(module: string, files: Readonly<Record<string, string>>): MigrationSet {
  const folder = mkdtempSync(join(root, `${module}-`));
  mkdirSync(folder, { recursive: true });
  for (const [name, sql] of Object.entries(files)) writeFileSync(join(folder, name), sql);
  return { module, folder };
}

async function ask(database: TestDatabase, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(database.connection);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

const FILES = {
  '0001-one.sql': 'create table one (tenant_id int)',
  '0002-two.sql': 'create table two (tenant_id int)',
};

describe('migrations', () => {
  it('runs each file once when several servers start together', async () => {
    const database = await fresh();
    const sets = [...migrationSets([]), setOf('m', FILES)];
    const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(database.connection, sets)));
    expect(applied.map((files) => files.length).toSorted((a, b) => a - b)).toEqual([0, 0, 0, 3]);
    expect(await ask(database, "select number from migration where module = 'm' order by 1")).toEqual([
      { number: 1 },
      { number: 2 },
    ]);
    expect(await migrate(database.connection, sets)).toEqual([]);
  });

  it('makes the roles of the server once, also for two databases at the same moment', async () => {
    const both = await Promise.all([fresh(), fresh()]);
    await Promise.all(both.map((database) => migrate(database.connection, migrationSets([]))));
    for (const database of both) expect(await ask(database, 'select 1 as n from migration')).not.toEqual([]);
  });

  it('applies the real modules to an empty database', async () => {
    const modules = await discoverModules();
    const applied = await migrate((await fresh()).connection, migrationSets(modules));
    const migrated = new Set(applied.map(({ module }) => module));
    expect(migrationSets(modules).filter(({ module }) => !migrated.has(module))).toEqual([]);
  });

  it('refuses a file that was changed after it was applied, and then applies nothing', async () => {
    const database = await fresh();
    const set = setOf('m', { '0001-one.sql': FILES['0001-one.sql'] });
    await migrate(database.connection, [...migrationSets([]), set]);
    writeFileSync(join(set.folder, '0001-one.sql'), 'create table one (tenant_id int, more int)');
    writeFileSync(join(set.folder, '0002-two.sql'), FILES['0002-two.sql']);
    await expect(migrate(database.connection, [...migrationSets([]), set])).rejects.toThrow('0001-one.sql');
    expect(await ask(database, "select to_regclass('two') as two")).toEqual([{ two: null }]);
  });

  it.each([{ '0002-two.sql': '' }, { '0001-a.sql': '', '0003-b.sql': '' }, { '0001-a.sql': '', '0001-b.sql': '' }])(
    'refuses a gap or a number used twice: %j',
    async (files) => {
      const database = await fresh();
      await expect(migrate(database.connection, [...migrationSets([]), setOf('m', files)])).rejects.toThrow('expected');
      expect(await ask(database, "select to_regclass('tenant') as tenant")).toEqual([{ tenant: null }]);
    },
  );

  it('leaves no half of a set whose last file fails', async () => {
    const database = await fresh();
    const set = setOf('m', { ...FILES, '0003-three.sql': 'create table three (x int); select no_such_function()' });
    await expect(migrate(database.connection, [...migrationSets([]), set])).rejects.toThrow('no_such_function');
    expect(await ask(database, "select count(*)::int as n from pg_tables where schemaname = 'public'")).toEqual([
      { n: 0 },
    ]);
  });
});
