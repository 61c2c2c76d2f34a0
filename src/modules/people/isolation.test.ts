import pg from 'pg';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrationSets } from '../../kernel/discovery.ts';
import { migrate } from '../../kernel/migrate.ts';
import { createTestDatabase, type TestDatabase } from '../../kernel/postgres/test-database.ts';
import people from './server.ts';
import { PASSWORD, type PeopleTest, startPeople } from './testing/start-people.ts';

describe('two municipalities', () => {
  let test: PeopleTest;
  let otherTenant: number;
  let otherPerson: string;
  beforeAll(async () => {
    test = await startPeople();
    otherTenant = await test.addTenant('若葉市');
    const other = test.as(['administrator'], { tenantId: otherTenant });
    const person = { displayName: '若葉 一郎', party: 'city', roles: ['ciso'], password: PASSWORD } as const;
    otherPerson = (await other.createAccount({ ...person, roles: ['ciso'], loginName: 'wakaba' })).accountId;
    await test.administrator.createAccount({ ...person, roles: ['ciso'], loginName: 'aoba' });
    await other.saveDepartment({ name: '若葉局', kana: '', bureauId: null, from: '2025-04-01' });
  });
  afterAll(() => test.close());

  it('never see one another’s people or departments', async () => {
    const accounts = (await test.administrator.listAccountDetails({})).accounts.map(({ loginName }) => loginName);
    expect(accounts).toEqual(['aoba']);
    expect(await test.administrator.listDepartments({})).toEqual({ departments: [] });
  });

  it('cannot name one another’s records', async () => {
    const missing = { code: 'record.missing' };
    await expect(test.administrator.disableAccount({ accountId: otherPerson, version: 1 })).rejects.toMatchObject(
      missing,
    );
    await expect(test.administrator.unlockAccount({ accountId: otherPerson })).rejects.toMatchObject(missing);
    await expect(test.administrator.renewInvitation({ accountId: otherPerson })).rejects.toMatchObject(missing);
    await expect(test.administrator.resetAccess({ accountId: otherPerson, version: 1 })).rejects.toMatchObject(missing);
  });

  it('share the space of login names', async () => {
    await expect(
      test.administrator.createAccount({
        loginName: 'wakaba',
        displayName: '青葉 花子',
        party: 'city',
        roles: ['ciso'],
        password: PASSWORD,
      }),
    ).rejects.toMatchObject({ code: 'input.invalid', detail: { fields: [{ path: 'loginName' }] } });
  });

  it('do not accept a token of the other under their own number', async () => {
    const browser = test.browser();
    await browser.call('signIn', { loginName: 'wakaba', password: PASSWORD });
    const token = browser.token ?? '';
    expect((await test.application.authenticate(token))?.tenantId).toBe(otherTenant);
    const forged = token.replace(/^t\.\d+\./, `t.${test.tenantId}.`);
    expect(await test.application.authenticate(forged)).toBeNull();
  });

  it('are kept apart by the database itself, even from a query that forgets the tenant', async () => {
    const { database } = test.application.parts;
    const everyName = (tenantId: number) =>
      database.transaction(tenantId, async (tx) => {
        const { rows } = await sql<{ login_name: string }>`select login_name from account order by 1`.execute(tx.db());
        return rows.map(({ login_name }) => login_name);
      });
    expect(await everyName(test.tenantId)).toEqual(['aoba']);
    expect(await everyName(otherTenant)).toEqual(['wakaba']);
    expect(await everyName(999_999)).toEqual([]);
    await expect(
      database.transaction(test.tenantId, (tx) =>
        sql`update account set tenant_id = ${otherTenant} where login_name = 'aoba'`.execute(tx.db()),
      ),
    ).rejects.toMatchObject({ code: '42501' });
  });
});

describe('a connection without a tenant', () => {
  let test: TestDatabase;
  let client: pg.Client;
  beforeAll(async () => {
    test = await createTestDatabase();
    await migrate(test.connection, migrationSets([people]));
    await fill(test);
    client = new pg.Client({ ...test.connection, options: '-c role=machimori_app' });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await test.drop();
  });

  it.each([
    'account',
    'session',
    'invitation',
    'department',
    'department_period',
    'department_succession',
    'firm',
    'municipality',
  ])('reads nothing from %s', async (table) => {
    await expect(client.query(`select * from ${table}`)).rejects.toMatchObject({ code: '42704' });
  });

  it('still finds the municipality of a login name', async () => {
    const { rows } = await client.query('select login_name, tenant_id from login_directory');
    expect(rows).toEqual([{ login_name: 'aoba', tenant_id: 1 }]);
  });
});

/** One row in every table, written by the owner. */
async function fill({ connection }: TestDatabase): Promise<void> {
  const owner = new pg.Client(connection);
  await owner.connect();
  const [one, two] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'];
  await owner.query(`
    insert into tenant (code, name) values ('aoba', 'あおば市');
    select set_config('app.tenants', '1', false);
    insert into municipality (tenant_id) values (1);
    insert into firm (tenant_id, id, kind, name) values (1, '${one}', 'vendor', '青空');
    insert into department (tenant_id, id, valid_from) values (1, '${one}', '2025-04-01'), (1, '${two}', '2025-04-01');
    insert into department_period values (1, '${one}', '2025-04-01', '総務局', '');
    insert into department_succession values (1, '${one}', '${two}');
    insert into account (tenant_id, id, login_name, display_name, party, roles, status, created_at)
      values (1, '${one}', 'aoba', '青葉', 'city', '{ciso}', 'active', now());
    insert into login_directory values ('aoba', 1, '${one}');
    insert into session values (1, 'hash', '${one}', now(), now(), now());
    insert into invitation values (1, 'hash', '${one}', now(), now());
  `);
  await owner.end();
}
