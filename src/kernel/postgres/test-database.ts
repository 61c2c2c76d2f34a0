import { randomBytes } from 'node:crypto';
import { Client, escapeIdentifier } from 'pg';
import { inject } from 'vitest';
import { formatPostgresUrl, type PostgresConnection } from './connection.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server for this test run, given by test/global-setup.ts; its user may create databases and roles. */
    testServer: PostgresConnection;
  }
}

/** A database of one test file. */
export interface TestDatabase {
  readonly connection: PostgresConnection;
  /** The same as an address, for a program that takes DATABASE_URL. */
  readonly url: string;
  /** Deletes the database; connections still open to it are ended. */
  drop(): Promise<void>;
}

/**
 * Makes a fresh database on the server of the test run: empty, or a copy of the database `template`, to which nobody
 * may be connected meanwhile. Only for tests.
 */
export async function createTestDatabase(options: { template?: string; name?: string } = {}): Promise<TestDatabase> {
  const server = inject('testServer');
  const name = options.name ?? `test_${randomBytes(8).toString('hex')}`;
  const source = options.template ?? 'template0';
  await onServer(server, `create database ${escapeIdentifier(name)} template ${escapeIdentifier(source)}`);
  const connection = { ...server, database: name };
  return {
    connection,
    url: formatPostgresUrl(connection),
    drop: () => onServer(server, `drop database if exists ${escapeIdentifier(name)} with (force)`),
  };
}

async function onServer(server: PostgresConnection, statement: string): Promise<void> {
  const client = new Client(server);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
