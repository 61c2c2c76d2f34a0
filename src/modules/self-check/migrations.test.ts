import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { discoverModules, migrationSets } from '../../kernel/discovery.ts';
import { migrate, migrationsOf } from '../../kernel/migrate.ts';
import { createTestDatabase, type TestDatabase } from '../../kernel/postgres/test-database.ts';

const DEPARTMENT = '01900000-0000-7000-8000-00000000000d';
const CAMPAIGN = '01900000-0000-7000-8000-00000000000c';
const ENGAGEMENT = '01900000-0000-7000-8000-00000000000e';
const HASH = 'f'.repeat(64);
let database: TestDatabase;
let client: pg.Client;

/** A year's answers as they were kept when only departments answered. */
const BEFORE = [
  "insert into tenant (id, code, name, created_at) overriding system value values (1, 'a', 'あおば市', now())",
  "select set_config('app.tenants', '1', false)",
  `insert into engagement (tenant_id, id, specification, title, fiscal_year, contract_date, period_from, period_to, contractor, client, places, created_at)
   select 1, '${ENGAGEMENT}', 's', 't', 2026, '2026-06-01', '2026-06-01', '2027-03-31', 'c', '{}', '[]', now()`,
  `insert into department (tenant_id, id, valid_from) values (1, '${DEPARTMENT}', '2026-04-01')`,
  `insert into campaign (tenant_id, id, engagement_id, type, questionnaire_id, form, title, message, fiscal_year, opens, due, requires_approval, state, created_at)
   values (1, '${CAMPAIGN}', '${ENGAGEMENT}', 'self-check', gen_random_uuid(), '{}', 't', '', 2026, '2026-07-01', '2026-07-31', true, 'open', now())`,
  `insert into campaign_department (tenant_id, campaign_id, department_id, department_name, bureau_name, due, state, revision, answers_hash, points, submitted_at, submitted_by, channel)
   values (1, '${CAMPAIGN}', '${DEPARTMENT}', '市民課', '市民局', '2026-08-07', 'awaiting-approval', 1, '${HASH}', 87.5, '2026-07-15T01:00:00Z', gen_random_uuid(), 'html')`,
  `insert into response (tenant_id, campaign_id, department_id, revision, id, answers, answers_hash, points, proxy, submitted_by, submitted_at)
   values (1, '${CAMPAIGN}', '${DEPARTMENT}', 1, gen_random_uuid(), '{"a": {"value": "yes"}}', '${HASH}', 87.5, false, gen_random_uuid(), '2026-07-15T01:00:00Z')`,
  `insert into response_draft (tenant_id, campaign_id, department_id, base_revision, answers, saved_by, saved_at)
   values (1, '${CAMPAIGN}', '${DEPARTMENT}', 1, '{"a": {"value": "no"}}', gen_random_uuid(), now())`,
  `insert into campaign_notice (tenant_id, id, campaign_id, department_id, kind, message, created_at)
   values (1, gen_random_uuid(), '${CAMPAIGN}', '${DEPARTMENT}', 'reminder', 'm', now())`,
  `insert into answer_file (tenant_id, campaign_id, department_id, file_id, item, name, size, attached_by, attached_at)
   values (1, '${CAMPAIGN}', '${DEPARTMENT}', gen_random_uuid(), 'a', 'n', 1, gen_random_uuid(), now())`,
];

beforeAll(async () => {
  database = await createTestDatabase();
  const sets = migrationSets(await discoverModules());
  const last = new Map(sets.map((set) => [set.module, migrationsOf(set).length]));
  await migrate(database.connection, sets, { upTo: new Map([...last, ['self-check', 3]]) });
  client = new pg.Client(database.connection);
  await client.connect();
  for (const statement of BEFORE) await client.query(statement);
  await migrate(database.connection, sets);
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

it('a department becomes the respondent of its own sheet, with everything that it had', async () => {
  const { rows } = await client.query('select * from respondent');
  expect(rows).toEqual([
    expect.objectContaining({
      respondent_id: DEPARTMENT,
      department_id: DEPARTMENT,
      kind: 'department',
      department_name: '市民課',
      due: '2026-08-07',
      state: 'awaiting-approval',
      revision: 1,
      answers_hash: HASH,
      points: 87.5,
      channel: 'html',
    }),
  ]);
});

it.each(['response', 'response_draft', 'campaign_notice', 'answer_file'])('%s stays with it', async (table) => {
  const { rows } = await client.query<{ respondent_id: string }>(`select respondent_id from ${table}`);
  expect(rows).toEqual([{ respondent_id: DEPARTMENT }]);
});

it('an answer still cannot be changed, and no row belongs to nobody', async () => {
  await expect(client.query("update response set answers_hash = 'x'")).rejects.toThrow();
  await expect(
    client.query(
      `insert into campaign_notice (tenant_id, id, campaign_id, respondent_id, kind, message, created_at)
       values (1, gen_random_uuid(), '${CAMPAIGN}', gen_random_uuid(), 'reminder', 'm', now())`,
    ),
  ).rejects.toThrow(/foreign key/);
});
