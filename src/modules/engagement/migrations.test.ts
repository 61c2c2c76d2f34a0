import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { discoverModules, migrationSets } from '../../kernel/discovery.ts';
import { migrate, migrationsOf } from '../../kernel/migrate.ts';
import { createTestDatabase, type TestDatabase } from '../../kernel/postgres/test-database.ts';
import { readSnapshot } from './store-plan.ts';

const A = '01900000-0000-7000-8000-00000000000a';
const B = '01900000-0000-7000-8000-00000000000b';
const ENGAGEMENT = '01900000-0000-7000-8000-000000000001';
let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  const sets = migrationSets(await discoverModules());
  const last = new Map(sets.map((set) => [set.module, migrationsOf(set).length]));
  await migrate(database.connection, sets, { upTo: new Map([...last, ['engagement', 3]]) });
  client = new pg.Client(database.connection);
  await client.connect();
  await client.query(
    "insert into tenant (id, code, name, created_at) overriding system value values (1, 'a', 'あおば市', now())",
  );
  await client.query("select set_config('app.tenants', '1', false)");
  await client.query(
    `insert into engagement values (1, $1, 's', 't', 2026, '2026-06-01', '2026-06-01', '2027-03-31', 'c', '{}', '[]', null, 1, now())`,
    [ENGAGEMENT],
  );
  for (const [id, clause, before] of [
    [A, '9(1)', '[]'],
    [B, '9(2)', '["9(1)", "9(9)"]'],
  ]) {
    await client.query(
      `insert into task values (1, $1, $2, $3, 1, 'n', '', 'both', '[]', $4, '2026-06-01', '2026-06-02', 0, null, null, 1)`,
      [id, ENGAGEMENT, clause, before],
    );
  }
  await migrate(database.connection, sets);
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

it('predecessors that were clauses become tasks; a clause without a task is let go', async () => {
  const { rows } = await client.query<{ id: string; predecessors: unknown; origin: string }>(
    'select id, predecessors, origin from task order by id',
  );
  expect(rows).toEqual([
    { id: A, predecessors: [], origin: 'specification' },
    { id: B, predecessors: [{ id: A, lag: 0 }], origin: 'specification' },
  ]);
});

it('a version of the work plan of that time is read as the tasks of today', () => {
  const earlier = {
    position: 1,
    name: 'n',
    content: '',
    owner: 'both',
    members: [],
    plannedStart: '2026-06-01',
    plannedEnd: '2026-06-02',
    percent: 0,
    actualStart: null,
    actualEnd: null,
    version: 1,
  };
  const read = readSnapshot([
    { ...earlier, id: A, clause: '9(1)', predecessors: [] },
    { ...earlier, id: B, clause: '9(2)', predecessors: ['9(1)', '9(9)'] },
  ]);
  expect(read[1]).toMatchObject({ predecessors: [{ id: A, lag: 0 }], origin: 'specification', parentId: null });
});
