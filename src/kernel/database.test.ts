import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase, type Tx } from './database.ts';
import { createTestDatabase, type TestDatabase } from './postgres/test-database.ts';

let test: TestDatabase;
let database: Database;
let owner: pg.Client;

beforeAll(async () => {
  test = await createTestDatabase();
  owner = new pg.Client(test.connection);
  await owner.connect();
  await owner.query(`do $$ begin create role machimori_app nologin; exception when duplicate_object then null; end $$`);
  await owner.query('create table shelf (tenant_id int not null, name text not null primary key)');
  await owner.query('grant select, insert on shelf to machimori_app');
  database = openDatabase(test.connection, { poolSize: 1 });
});
afterAll(async () => {
  await database.close();
  await owner.end();
  await test.drop();
});

const put = (tx: Tx, name: string) =>
  sql`insert into shelf (tenant_id, name) values (${tx.tenantId}, ${name})`.execute(tx.db<unknown>());
const names = (tx: Tx) =>
  sql<{ name: string }>`select * from shelf where tenant_id = ${tx.tenantId} order by name`.execute(tx.db<unknown>());
const kept = async (tenantId: number): Promise<string[]> =>
  (await database.transaction(tenantId, names)).rows.map(({ name }) => name);

describe('a transaction', () => {
  it('answers each of many questions asked at once with its own rows', async () => {
    const numbers = Array.from({ length: 40 }, (_, index) => index);
    const answers = await database.transaction(1, (tx) =>
      Promise.all(
        numbers.map(async (number) => {
          const { rows } = await sql<{ n: number }>`select ${number}::int as n`.execute(tx.db<unknown>());
          return rows[0]?.n;
        }),
      ),
    );
    expect(answers).toEqual(numbers);
  });

  it('in which one of several statements fails writes nothing', async () => {
    await expect(
      database.transaction(2, (tx) => Promise.all([put(tx, 'a'), put(tx, 'a'), put(tx, 'b')])),
    ).rejects.toMatchObject({ code: '23505' });
    expect(await kept(2)).toEqual([]);
  });

  it('is no success when a failure was passed over in silence, or came with the commit', async () => {
    const silent = database.transaction(3, async (tx) => {
      await put(tx, 'c');
      await put(tx, 'c').catch(() => undefined);
    });
    await expect(silent).rejects.toThrow('a failed statement');
    const late = database.transaction(3, async (tx) => {
      await put(tx, 'd');
      tx.withCommit(put(tx, 'd'));
    });
    await expect(late).rejects.toMatchObject({ code: '23505' });
    expect(await kept(3)).toEqual([]);
    await database.transaction(3, async (tx) => tx.withCommit(put(tx, 'e')));
    expect(await kept(3)).toEqual(['e']);
  });

  it('that finds no room on the disk of the database says so', async () => {
    const full = sql`do $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$`;
    await expect(database.transaction(5, (tx) => full.execute(tx.db<unknown>()))).rejects.toMatchObject({
      code: 'storage.full',
    });
  });

  it('goes on after a table was changed under its prepared statements', async () => {
    await database.transaction(4, (tx) => put(tx, 'f'));
    for (let time = 0; time < 4; time += 1) expect(await kept(4)).toEqual(['f']);
    await owner.query("alter table shelf add column colour text not null default '青'");
    for (let time = 0; time < 3; time += 1) {
      const { rows } = await database.transaction(4, names);
      expect(rows).toEqual([{ tenant_id: 4, name: 'f', colour: '青' }]);
    }
  });
});

describe('a database that goes away in the middle of a statement', () => {
  it('is told as not available, and used again when it is back', async () => {
    const sockets = new Set<Socket>();
    const between = createServer((near) => {
      const far = connect(
        test.connection.host.startsWith('/')
          ? { path: `${test.connection.host}/.s.PGSQL.${test.connection.port}` }
          : { host: test.connection.host, port: test.connection.port },
      );
      for (const socket of [near, far]) sockets.add(socket.on('error', () => socket.destroy()));
      near.pipe(far).pipe(near);
    });
    await new Promise<void>((listening) => between.listen(0, '127.0.0.1', listening));
    const { port } = between.address() as AddressInfo;
    const away = openDatabase({ ...test.connection, host: '127.0.0.1', port }, { poolSize: 1 });
    try {
      const waiting = away.transaction(5, (tx) => {
        // The other end says goodbye without an error of its own.
        setTimeout(() => sockets.forEach((socket) => socket.end()), 100);
        return sql`select pg_sleep(20)`.execute(tx.db<unknown>());
      });
      await expect(waiting).rejects.toMatchObject({ code: 'service.unavailable' });
      await away.transaction(5, (tx) => put(tx, 'g'));
      expect(await kept(5)).toEqual(['g']);
    } finally {
      await away.close();
      between.close();
    }
  });
});
