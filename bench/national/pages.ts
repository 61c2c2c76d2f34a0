/** How long the pages of a full country take, and what it weighs. */
import type pg from 'pg';
import type { Caller } from '../../src/kernel/caller.ts';
import { verifyJournal } from '../../src/kernel/journal.ts';
import { selfCheckContract } from '../../src/modules/self-check/contract.ts';
import { layoutName } from '../../src/modules/self-check/store/known-forms.ts';
import { sumTallies } from '../../src/modules/self-check/store/tally-store.ts';
import type { Service } from '../../src/server/service.ts';
import { atLeast, type Finding, median, told, within } from '../report.ts';
import type { City, Model } from './fill.ts';

const LOOKS = 15;
const PAGE_LIMIT = 100;
const COUNTRY_LIMIT = 2000;
/** Of the plain scan of the same sheets in the same run. */
const SCAN_LIMIT = 2;
const GROWTH_LIMIT = 1.2;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

export async function measurePages(
  service: Service,
  client: pg.Client,
  model: Model,
  cities: readonly City[],
  clockOffset: number,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const bySize = cities.toSorted((a, b) => b.sheets - a.sheets);
  const chosen = [bySize[0], bySize[bySize.length >> 1]];
  for (const city of chosen) {
    if (city === undefined) continue;
    const office: Caller = {
      tenantId: city.tenantId,
      accountId: '00000000-0000-0000-0000-000000000000',
      party: 'system',
      roles: ['security-office'],
      departmentIds: [],
      clockOffset,
    };
    const selfCheck = service.application.client(selfCheckContract, office);
    const looks: number[] = [];
    for (let look = 0; look <= LOOKS; look += 1) {
      looks.push(await timed(() => selfCheck.analyseCampaign({ campaignId: model.campaignId })));
    }
    const { analysis } = await selfCheck.analyseCampaign({ campaignId: model.campaignId });
    if (analysis.answered !== city.sheets) throw new Error(`${analysis.answered} sheets instead of ${city.sheets}`);
    findings.push(within(`result page of a city of ${city.sheets} sheets`, median(looks.slice(1)), PAGE_LIMIT, 'ms'));
    const { broken } = await service.database.transaction(city.tenantId, (tx) => verifyJournal(tx));
    if (broken !== null) throw new Error(`journal: ${broken.reason}`);
  }
  findings.push(...(await measureCountry(service, client, model, cities)));
  return findings;
}

async function measureCountry(
  service: Service,
  client: pg.Client,
  model: Model,
  cities: readonly City[],
): Promise<Finding[]> {
  const layout = layoutName(model.form);
  const tenants = cities.map(({ tenantId }) => tenantId);
  const sum = () => service.database.across(tenants, (tx) => sumTallies(tx, layout));
  const looks: number[] = [];
  for (let look = 0; look <= LOOKS; look += 1) looks.push(await timed(sum));
  const whole = await sum();
  const sheets = cities.reduce((all, city) => all + city.sheets, 0);
  if (whole.sheets !== sheets) throw new Error(`${whole.sheets} sheets instead of ${sheets}`);
  // As the owner of the database, without row-level security: the quickest that SQL can read the answers themselves.
  let answers = 0;
  const scan = await timed(async () => {
    const { rows } = await client.query<{ count: string }>(
      `select one.key, one.value ->> 'value' as value, count(*) from response, jsonb_each(answers) as one
       where tenant_id = any ($1::int[]) group by 1, 2`,
      [tenants],
    );
    answers = rows.reduce((all, { count }) => all + Number(count), 0);
  });
  if (answers !== sheets * 30) throw new Error(`${answers} answers instead of ${sheets * 30}`);
  const country = median(looks.slice(1));
  return [
    within(`national result, ${tenants.length} municipalities, ${sheets} sheets`, country, COUNTRY_LIMIT, 'ms'),
    told('  plain SQL scan of the same sheets', `${scan.toFixed(0)} ms`),
    within('  national result against the scan', country / scan, SCAN_LIMIT, '×'),
  ];
}

const TABLES = ['response', 'respondent', 'journal', 'campaign_tally'];

/** Bytes on disk, indexes and toasted values included. */
export async function weigh(client: pg.Client, sheets: number): Promise<Finding[]> {
  const { rows } = await client.query<{ name: string; size: string }>(
    `select name, pg_total_relation_size(name::regclass) as size from unnest($1::text[]) name`,
    [TABLES],
  );
  const all = rows.reduce((sum, { size }) => sum + Number(size), 0);
  return [
    told('bytes per sheet on disk', `${Math.round(all / sheets)}`),
    told('  of these', rows.map(({ name, size }) => `${name} ${Math.round(Number(size) / sheets)}`).join(', ')),
  ];
}

/** Megabytes of a server after storms of 64, 256 and again 256 people, and after half of them went elsewhere. */
export function memoryFlat(megabytes: readonly number[]): Finding[] {
  const [, full = 0, ...later] = megabytes;
  return [
    told('memory of a server after each storm', `${megabytes.map((it) => it.toFixed(0)).join(', ')} MB`),
    within('  growth from one storm of 256 to the next', Math.max(...later) / full, GROWTH_LIMIT, '×'),
  ];
}

export const ratio = (name: string, http: number, tps: number): Finding => atLeast(name, http / tps, 1);
