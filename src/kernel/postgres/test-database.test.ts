import { Client } from 'pg';
import { expect, test } from 'vitest';
import { type PostgresConnection, parsePostgresUrl } from './connection.ts';
import { createTestDatabase } from './test-database.ts';

test('each test database is separate, empty and gone after drop', async () => {
  const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  await run(one.connection, 'create table seen ()');
  expect(await tables(one.connection)).toEqual(['seen']);
  expect(await tables(other.connection)).toEqual([]);
  await Promise.all([one.drop(), other.drop()]);
  await expect(tables(one.connection)).rejects.toThrow(/does not exist/);
});

test('a test database can be a copy of another', async () => {
  const template = await createTestDatabase();
  await run(template.connection, 'create table seen ()');
  const copy = await createTestDatabase({ template: template.connection.database });
  expect(await tables(copy.connection)).toEqual(['seen']);
  await copy.drop();
  await template.drop();
});

test('the address of a test database leads to it', async () => {
  const made = await createTestDatabase();
  expect(parsePostgresUrl(made.url)).toEqual(made.connection);
  const client = new Client({ connectionString: made.url });
  await client.connect();
  const { rows } = await client.query('select current_database() as name');
  expect(rows).toEqual([{ name: made.connection.database }]);
  await client.end();
  await made.drop();
});

async function tables(connection: PostgresConnection): Promise<unknown[]> {
  const rows = await run(connection, `select tablename from pg_tables where schemaname = 'public' order by 1`);
  return rows.map((row) => row['tablename']);
}

async function run(connection: PostgresConnection, statement: string): Promise<Record<string, unknown>[]> {
  const client = new Client(connection);
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(statement);
  await client.end();
  return rows;
}
