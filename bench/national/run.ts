/**
 * The whole country at once: every municipality with its sheets in one database, then people handing in over HTTP against
 * pgbench with the same transaction, result pages, the national result, memory, bytes, and two servers on one database.
 * `BENCH_SCALE` is the share of the country (0.02 unless given; 1 is 1,788 municipalities and 2.8 million sheets).
 */
import pg from 'pg';
import { readConfig } from '../../src/kernel/config.ts';
import { silentLog } from '../../src/kernel/log.ts';
import { openService, type Service } from '../../src/server/service.ts';
import { startServer } from '../../test/support/server-process.ts';
import { type Load, prepareLoad, type Submitter } from '../../test/support/submitters.ts';
import { withFolder } from '../place.ts';
import { type Finding, told } from '../report.ts';
import { residentOf } from '../start.ts';
import type { Result } from '../submission/load.ts';
import { findPgbench, runPgbench, writeScript } from '../submission/pgbench.ts';
import { recordSubmission } from '../submission/record.ts';
import { storm } from '../submission/storm.ts';
import { fillCountry, type Model, sizesOf } from './fill.ts';
import { memoryFlat, measurePages, ratio, weigh } from './pages.ts';

/** Sheets of the whole country. */
const WHOLE = 2_800_000;
const SCALE = Number(process.env['BENCH_SCALE'] ?? 0.02);
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 8);
const MUNICIPALITIES = Math.max(10, Math.round(1788 * SCALE));
const SHEETS = Math.round(WHOLE * SCALE);
const CLIENTS = [64, 256] as const;
/** The embedded server takes 200 connections; pgbench does not gain by more. */
const PGBENCH_CLIENTS = [64, 128] as const;

export async function national(say: (text: string) => void): Promise<readonly Finding[]> {
  const program = findPgbench();
  if (program === null)
    return [{ name: 'national', value: 'pgbench is not installed', limit: 'pgbench', holds: false }];
  return withFolder(async (folder) => {
    const env = { DATA_DIR: folder };
    const service = await openService(readConfig(env), silentLog);
    const client = new pg.Client(service.connection);
    await client.connect();
    try {
      say(`people: ${Math.max(...CLIENTS) + Math.max(...PGBENCH_CLIENTS)} municipalities`);
      const load = await prepareLoad(service, {
        tenants: Math.max(...CLIENTS) + Math.max(...PGBENCH_CLIENTS),
        departments: 1,
      });
      const people = load.submitters.slice(0, Math.max(...CLIENTS));
      const benchers = load.submitters.slice(Math.max(...CLIENTS));
      const [recorder] = benchers;
      if (recorder === undefined) throw new Error('no municipality for pgbench');
      const { model, clockOffset } = await modelOf(client, recorder);
      say(`country: ${MUNICIPALITIES} municipalities, ${SHEETS} sheets (scale ${SCALE})`);
      const from = performance.now();
      const cities = await fillCountry(client, model, sizesOf(MUNICIPALITIES, SHEETS), folder, say);
      say(`  filled in ${((performance.now() - from) / 1000).toFixed(0)} s`);
      const sheets = cities.reduce((all, city) => all + city.sheets, 0);
      const weight = await weigh(client, sheets);
      const pages = await measurePages(service, client, model, cities, clockOffset);
      const recorded = await recordSubmission(service, load, recorder);
      const script = await writeScript(service.connection, recorded, benchers, folder);
      const storms = await measureStorms({ service, client, folder, program, script, load, people, say });
      return [told('scale of the country', String(SCALE)), ...weight, ...pages, ...storms];
    } finally {
      await client.end();
      await service.close();
    }
  });
}

async function modelOf(
  client: pg.Client,
  { tenantId, campaignId }: Submitter,
): Promise<{ readonly model: Model; readonly clockOffset: number }> {
  const { rows } = await client.query<{ engagement_id: string; form: Model['form']; clock_offset: string }>(
    `select c.engagement_id, c.form, t.clock_offset from campaign c join tenant t on t.id = c.tenant_id
     where c.tenant_id = $1 and c.id = $2`,
    [tenantId, campaignId],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('no campaign');
  const model = { tenantId, campaignId, engagementId: row.engagement_id, form: row.form };
  return { model, clockOffset: Number(row.clock_offset) };
}

interface Setting {
  readonly service: Service;
  readonly client: pg.Client;
  readonly folder: string;
  readonly program: string;
  readonly script: string;
  readonly load: Load;
  readonly people: readonly Submitter[];
  say(text: string): void;
}

async function measureStorms(setting: Setting): Promise<Finding[]> {
  const { service, folder, program, script, people, say } = setting;
  const sheet = JSON.stringify(setting.load.sheet(0)).replace('（0）', '（@）');
  const revisions = people.map(() => 0);
  const env = { DATA_DIR: folder };
  const hitting = async (address: string, from: number, count: number): Promise<Result> => {
    const { hostname, port } = new URL(address);
    const result = await storm(folder, {
      host: hostname,
      port: Number(port),
      seconds: SECONDS,
      clients: people
        .slice(from, from + count)
        .map((person, at) => ({ ...person, revision: revisions[from + at] ?? 0 })),
      sheet,
    });
    result.revisions.forEach((revision, at) => (revisions[from + at] = revision));
    return result;
  };
  const findings: Finding[] = [];
  const server = await startServer(env);
  try {
    const best = Math.max(
      ...PGBENCH_CLIENTS.map((clients) => {
        const { tps } = runPgbench(program, service.connection, script, clients, SECONDS);
        say(`pgbench, ${clients} clients: ${tps.toFixed(0)}/s`);
        return tps;
      }),
    );
    findings.push(told('pgbench, same transaction, the better of 64 and 128', `${best.toFixed(0)}/s`));
    const memory: number[] = [];
    for (const clients of CLIENTS) {
      const http = await hitting(server.address, 0, clients);
      memory.push(residentOf(server.pid));
      say(`HTTP, ${clients} clients: ${http.perSecond.toFixed(0)}/s, p99 ${http.p99.toFixed(0)} ms`);
      findings.push(
        told(`submissions over HTTP, ${clients} clients`, `${http.perSecond.toFixed(0)}/s`),
        told('  p50 / p99', `${http.p50.toFixed(1)} / ${http.p99.toFixed(1)} ms`),
        ratio('  against pgbench', http.perSecond, best),
      );
    }
    // The same again: what the first storm of 256 left behind must not grow.
    await hitting(server.address, 0, people.length);
    memory.push(residentOf(server.pid));
    const second = await startServer(env);
    try {
      const half = people.length / 2;
      const both = await Promise.all([hitting(server.address, 0, half), hitting(second.address, half, half)]);
      const together = both.reduce((sum, it) => sum + it.perSecond, 0);
      findings.push(
        told('two servers, 128 clients each', `${together.toFixed(0)}/s`),
        told('  the whole country, 2.8 million sheets, at this rate', `${(WHOLE / together / 60).toFixed(1)} minutes`),
      );
      memory.push(residentOf(server.pid));
      findings.push(...memoryFlat(memory));
    } finally {
      await second.stop();
    }
    findings.push(await nothingLost(setting, revisions));
  } finally {
    await server.stop();
  }
  return findings;
}

/** Every answered submission is there once, in the answers, in the journal and in the numbers. */
async function nothingLost({ client, people }: Setting, revisions: readonly number[]): Promise<Finding> {
  const { rows } = await client.query<{ responses: string; newest: number; facts: string; sheets: number }>(
    `select count(*) as responses, coalesce(max(r.revision), 0) as newest,
       (select count(*) from journal j where j.tenant_id = asked.tenant_id and j.kind = 'response.submitted') as facts,
       (select sheets from campaign_tally t where t.tenant_id = asked.tenant_id and t.campaign_id = asked.campaign_id) as sheets
     from unnest($1::int[], $2::uuid[]) with ordinality as asked (tenant_id, campaign_id, place)
     left join response r on r.tenant_id = asked.tenant_id and r.campaign_id = asked.campaign_id
     group by asked.place, asked.tenant_id, asked.campaign_id order by asked.place`,
    [people.map(({ tenantId }) => tenantId), people.map(({ campaignId }) => campaignId)],
  );
  const wrong = rows.filter(({ responses, newest, facts, sheets }, at) => {
    const answered = revisions[at] ?? 0;
    return Number(responses) !== answered || newest !== answered || Number(facts) !== answered || sheets !== 1;
  });
  const all = revisions.reduce((sum, revision) => sum + revision, 0);
  const holds = wrong.length === 0 && rows.length === people.length;
  return { name: 'answered submissions lost or doubled', value: `${wrong.length} of ${all}`, limit: 'none', holds };
}
