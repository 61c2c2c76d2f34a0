/**
 * A country in the database: municipalities made like the first one, each with its departments, their sheets, the entries
 * of the journal with their chain, and the numbers of the campaign. Written as the product writes them, by COPY.
 */
import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import type { Questionnaire } from '../../src/core/content-schema/index.ts';
import { canonical, sha256Of } from '../../src/kernel/canonical.ts';
import { newToken } from '../../src/kernel/identifier.ts';
import { GENESIS } from '../../src/kernel/journal.ts';
import { changeOf } from '../../src/modules/self-check/rules/tally.ts';
import { layoutName } from '../../src/modules/self-check/store/known-forms.ts';
import { randomFrom, stockSheets, type StockedSheet } from './sheets.ts';

/** What every municipality of the country is made like. */
export interface Model {
  readonly tenantId: number;
  readonly campaignId: string;
  readonly engagementId: string;
  readonly form: Questionnaire;
}

export interface City {
  readonly tenantId: number;
  readonly sheets: number;
}

const AT = '2026-07-16T00:00:00.000Z';
const ACCOUNT = '00000000-0000-0000-0000-000000000000';
const FLUSH = 40_000;

/** A few large cities and many small ones; together about `sheets`. */
export function sizesOf(tenants: number, sheets: number): number[] {
  const weights = Array.from({ length: tenants }, (_, index) => (index + 20) ** -0.7);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => Math.max(1, Math.round((sheets * weight) / all)));
}

export async function fillCountry(
  client: pg.Client,
  model: Model,
  sizes: readonly number[],
  folder: string,
  say: (text: string) => void,
): Promise<City[]> {
  // The rows are consistent as they are written; looking up every foreign key of millions of rows would prove nothing.
  await client.query('set session_replication_role = replica');
  const tenantIds = await cloneMunicipalities(client, model, sizes.length);
  const stock = stockSheets(model.form, 4096);
  const random = randomFrom(7);
  const layout = layoutName(model.form);
  const copying = copier(client, folder);
  const cities: City[] = [];
  for (const [index, tenantId] of tenantIds.entries()) {
    const sheets = sizes[index] ?? 0;
    cities.push({ tenantId, sheets });
    const chain = newToken();
    let previous = GENESIS;
    const places: number[] = [];
    for (let number = 1; number <= sheets; number += 1) {
      const sheet = stock[Math.floor(random() * stock.length)];
      if (sheet === undefined) continue;
      previous = await writeSheet(copying, model, { tenantId, number, sheet, chain, previous });
      places.push(...sheet.places);
    }
    await copying.add('campaign_tally', [
      tenantId,
      model.campaignId,
      layout,
      sheets,
      `{${changeOf([...places], []).join(',')}}`,
    ]);
    await copying.add('journal_head', [tenantId, chain, sheets, previous, AT]);
    if (index % 200 === 199) say(`  ${index + 1} municipalities`);
  }
  await copying.flush();
  await client.query('set session_replication_role = origin');
  await client.query('vacuum analyze');
  return cities;
}

async function cloneMunicipalities(client: pg.Client, model: Model, count: number): Promise<number[]> {
  const { rows } = await client.query<{ id: number }>(
    `insert into tenant (code, name, demonstration, clock_offset, created_at)
     select 'country-' || n, '試験市' || n, true, t.clock_offset, t.created_at
     from tenant t, generate_series(1, $2::int) n where t.id = $1 returning id`,
    [model.tenantId, count],
  );
  const ids = rows.map(({ id }) => id);
  for (const table of ['municipality', 'engagement', 'questionnaire', 'campaign']) {
    await client.query(
      `insert into ${table} select (jsonb_populate_record(model, jsonb_build_object('tenant_id', made.tenant))).*
       from ${table} model, unnest($2::int[]) as made (tenant) where model.tenant_id = $1`,
      [model.tenantId, ids],
    );
  }
  return ids;
}

async function writeSheet(
  copying: Copier,
  model: Model,
  {
    tenantId,
    number,
    sheet,
    chain,
    previous,
  }: {
    readonly tenantId: number;
    readonly number: number;
    readonly sheet: StockedSheet;
    readonly chain: string;
    readonly previous: string;
  },
): Promise<string> {
  const departmentId = randomUUID();
  const { campaignId, engagementId } = model;
  const { answers, hash: answersHash, points, counted } = sheet;
  const name = `課${String(number).padStart(5, '0')}`;
  await copying.add('department', [tenantId, departmentId, '2026-04-01', null, 1]);
  await copying.add('respondent', [
    tenantId,
    campaignId,
    departmentId,
    'department',
    departmentId,
    name,
    `第${(number % 12) + 1}局`,
    '2026-12-28',
    'submitted',
    1,
    answersHash,
    points,
    AT,
    ACCOUNT,
    counted,
  ]);
  await copying.add('response', [
    tenantId,
    campaignId,
    departmentId,
    1,
    randomUUID(),
    answers,
    answersHash,
    points,
    false,
    ACCOUNT,
    AT,
  ]);
  const actor = { accountId: ACCOUNT, party: 'city', roles: ['department-staff'] };
  const data = { campaign: campaignId, type: 'self-check', department: departmentId, revision: 1, answersHash };
  const subject = `${campaignId}:${departmentId}`;
  const entry = { chain, seq: number, at: AT, engagementId, kind: 'response.submitted', subject, actor, data };
  const hash = sha256Of(`${previous}\n${canonical(entry)}`);
  await copying.add('journal', [
    tenantId,
    number,
    AT,
    engagementId,
    entry.kind,
    subject,
    JSON.stringify(actor),
    JSON.stringify(data),
    previous,
    hash,
  ]);
  return hash;
}

const COLUMNS = {
  department: 'tenant_id, id, valid_from, valid_to, version',
  respondent:
    'tenant_id, campaign_id, respondent_id, kind, department_id, department_name, bureau_name, due, state, revision, answers_hash, points, submitted_at, submitted_by, counted',
  response:
    'tenant_id, campaign_id, respondent_id, revision, id, answers, answers_hash, points, proxy, submitted_by, submitted_at',
  journal: 'tenant_id, seq, at, engagement_id, kind, subject, actor, data, previous, hash',
  journal_head: 'tenant_id, chain, seq, hash, at',
  campaign_tally: 'tenant_id, campaign_id, layout, sheets, counts',
} as const;

interface Copier {
  add(table: keyof typeof COLUMNS, row: readonly (string | number | boolean | null)[]): Promise<void>;
  flush(): Promise<void>;
}

/** Rows are collected in files that the database server reads itself. */
function copier(client: pg.Client, folder: string): Copier {
  const held = new Map<keyof typeof COLUMNS, string[]>();
  const flush = async (): Promise<void> => {
    for (const [table, lines] of held) {
      const path = join(folder, `${table}.copy`);
      writeFileSync(path, lines.join(''), { mode: 0o644 });
      await client.query(`copy ${table} (${COLUMNS[table]}) from '${path}'`);
      rmSync(path);
    }
    held.clear();
  };
  return {
    flush,
    async add(table, row) {
      const lines = held.get(table) ?? [];
      held.set(table, lines);
      lines.push(
        `${row.map((value) => (value === null ? '\\N' : String(value).replaceAll('\\', '\\\\'))).join('\t')}\n`,
      );
      if (lines.length >= FLUSH) await flush();
    },
  };
}
