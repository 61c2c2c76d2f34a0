import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonical } from './canonical.ts';
import { openDatabase, type Database } from './database.ts';
import { migrationSets } from './discovery.ts';
import { appendFacts, readFacts, verifyJournal } from './journal.ts';
import { migrate } from './migrate.ts';
import { createTestDatabase, type TestDatabase } from './postgres/test-database.ts';
import { TENANTLESS_TABLES } from './tenancy.ts';
import { createTenant } from './tenant.ts';

const actor = { accountId: '00000000-0000-7000-8000-000000000001', party: 'city', roles: ['security-office'] } as const;
const at = new Date('2026-06-01T00:00:00.000Z');

let test: TestDatabase;
let database: Database;
let owner: pg.Client;
let tenantId: number;

beforeAll(async () => {
  test = await createTestDatabase();
  await migrate(test.connection, migrationSets([]));
  database = openDatabase(test.connection);
  owner = new pg.Client(test.connection);
  await owner.connect();
  tenantId = await createTenant(database, { code: 'a', name: 'あおば市' }, at);
  await database.transaction(tenantId, (tx) =>
    appendFacts(
      tx,
      Array.from({ length: 30 }, (_, index) => ({
        tenantId,
        actor,
        at,
        fact: {
          engagementId: null,
          kind: 'test.written',
          subject: `s${index}`,
          data: { index, text: '髙﨑', nested: { b: [1, null], a: true } },
        },
      })),
    ),
  );
});
afterAll(async () => {
  await owner.end();
  await database.close();
  await test.drop();
});

const verdict = () => database.transaction(tenantId, (tx) => verifyJournal(tx));

describe('journal', () => {
  it('reads back what was written, in order, and verifies', async () => {
    const entries = await database.transaction(tenantId, (tx) => readFacts(tx, { kinds: ['test.written'] }));
    expect(entries.map((entry) => entry.seq)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
    expect(await verdict()).toEqual({ entries: 30, broken: null });
  });

  it('refuses update, delete and truncate, also to the owner', async () => {
    for (const statement of ["update journal set kind = 'x'", 'delete from journal', 'truncate journal']) {
      await expect(owner.query(statement)).rejects.toMatchObject({ code: '42501' });
    }
    await expect(
      database.transaction(tenantId, (tx) =>
        tx.db<{ journal: { tenant_id: number } }>().deleteFrom('journal').where('tenant_id', '=', tenantId).execute(),
      ),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('names the first broken entry after any tampering', async () => {
    const tamper = async (statement: string, check: (broken: { seq: number } | null) => void): Promise<void> => {
      await owner.query('begin; set local session_replication_role = replica');
      await owner.query('savepoint before');
      await owner.query("select set_config('app.tenants', $1, true)", [String(tenantId)]);
      await owner.query(statement);
      await owner.query('commit');
      check((await verdict()).broken);
    };
    await owner.query('create table kept as select * from journal');
    const restore = 'delete from journal; insert into journal select * from kept';
    await tamper(`update journal set data = data || '{"index": 99}' where seq = 17`, (broken) =>
      expect(broken?.seq).toBe(17),
    );
    await tamper(restore, (broken) => expect(broken).toBeNull());
    await tamper('delete from journal where seq = 9', (broken) => expect(broken?.seq).toBe(9));
    await tamper(restore, (broken) => expect(broken).toBeNull());
    await tamper('delete from journal where seq = 30', (broken) => expect(broken?.seq).toBe(30));
    await tamper(restore, (broken) => expect(broken).toBeNull());
    await owner.query('drop table kept');
  });

  it('hashes equal values equally, whatever the order of their keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
        const reversed = Object.fromEntries(Object.entries(record).reverse());
        expect(canonical(reversed)).toBe(canonical(record));
        expect(canonical(JSON.parse(canonical(record)))).toBe(canonical(record));
      }),
    );
  });
});

describe('isolation', () => {
  it('shows and accepts nothing without the setting, and only the own tenant with it', async () => {
    const other = await createTenant(database, { code: 'b', name: 'みどり市' }, at);
    const app = new pg.Client({ ...test.connection, options: '-c role=machimori_app' });
    await app.connect();
    try {
      await expect(app.query('select * from journal')).rejects.toThrow(/app\.tenants/);
      await app.query('begin');
      await app.query("select set_config('app.tenants', $1, true)", [String(other)]);
      expect((await app.query('select * from journal')).rows).toEqual([]);
      await expect(
        app.query(`insert into file (tenant_id, id, sha256, name, media_type, size, uploaded_at)
          values (${tenantId}, gen_random_uuid(), 'x', 'x', 'x', 1, now())`),
      ).rejects.toThrow(/row-level security/);
      await app.query('rollback');
    } finally {
      await app.end();
    }
  });

  it('forces row-level security on every table that belongs to tenants, and knows every table that does not', async () => {
    const { rows } = await owner.query<{ name: string; forced: boolean; tenant: boolean }>(
      `select c.relname as name, c.relforcerowsecurity as forced,
              exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id') as tenant
       from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r'`,
    );
    const tenantless: readonly string[] = TENANTLESS_TABLES;
    for (const table of rows) {
      if (tenantless.includes(table.name)) continue;
      expect(table).toEqual({ name: table.name, forced: true, tenant: true });
    }
  });
});
