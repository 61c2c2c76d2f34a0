/** The recorded transaction as a pgbench script, and pgbench itself. */
import { spawnSync } from 'node:child_process';
import { chmodSync, writeFileSync, globSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { PostgresConnection } from '../../src/kernel/postgres/connection.ts';
import type { Submitter } from '../../test/support/submitters.ts';
import type { Recorded } from './record.ts';

/** pgbench of this machine, or null when there is none. */
export function findPgbench(): string | null {
  const candidates = [process.env['PGBENCH'], 'pgbench', ...globSync('/usr/lib/postgresql/*/bin/pgbench')];
  return candidates.find((path) => path !== undefined && spawnSync(path, ['--version']).status === 0) ?? null;
}

/** Parameters that follow from the client's state; every other one is a column of `bench_client`. */
const OWN = new Set(['tenant_id', 'campaign_id', 'department_id', 'account_id', 'revision', 'next_seq', 'hash', 'key']);

/**
 * Writes the script and the table that gives each client its values. A client reads its row once; afterwards it does
 * exactly the recorded statements, the numbers counted on as the application would.
 */
export async function writeScript(
  connection: PostgresConnection,
  recorded: Recorded,
  submitters: readonly Submitter[],
  folder: string,
): Promise<string> {
  const constants = new Map<string, string>();
  const body: string[] = [];
  for (const [number, { text, values }] of recorded.statements.entries()) {
    const nameAt = (value: unknown, place: string): string => {
      const name = nameOf(prepared(value), recorded) ?? constant(place, prepared(value));
      if (name === 'null') return name;
      return name === 'key' ? `(:department_id::text || '-' || :revision::text)` : `:${name}`;
    };
    // The product sends a column of rows as one parameter; here it is a column of one row.
    const names = values.map((value, index) =>
      Array.isArray(value)
        ? `array[${value.map((one, at) => nameAt(one, `${number}_${index}_${at}`)).join(', ')}]`
        : nameAt(value, `${number}_${index}`),
    );
    const readsHead = /from "journal_head"/.test(text) && /for update/.test(text);
    const statement = withoutTenants(text)
      .replace(/\s+/g, ' ')
      .replace(/\$(\d+)/g, (_, digits: string) => names[Number(digits) - 1] ?? '');
    body.push(readsHead ? `${statement} \\gset head_` : `${statement};`);
    if (readsHead) body.push('\\set next_seq :head_seq + 1');
  }
  function constant(place: string, value: string | null): string {
    if (value === null) return 'null';
    const name = `p${place}`;
    constants.set(name, value);
    return name;
  }
  const columns = [...constants.keys()];
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query(`create table bench_client (client int primary key, municipality int, campaign_id uuid,
      department_id uuid, account_id uuid ${columns.map((name) => `, ${name} text`).join('')})`);
    await client.query('grant select on bench_client to machimori_app');
    await client.query("select set_config('app.tenants', string_agg(id::text, ','), false) from tenant");
    for (const [index, submitter] of submitters.entries()) {
      await client.query(
        `insert into bench_client select $1, $2, $3, $4, a.id ${columns.map((_, at) => `, $${at + 5}`).join('')}
         from account a where a.tenant_id = $2 and a.department_id = $4`,
        [index, submitter.tenantId, submitter.campaignId, submitter.departmentId, ...constants.values()],
      );
    }
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
  const path = join(folder, 'submission.sql');
  const start = [
    '\\if :ready = 0',
    'select municipality as tenant_id, campaign_id, department_id, account_id',
    ...columns.map((name) => `, ${name}`),
    'from bench_client where client = :client_id \\gset',
    "select set_config('app.tenants', :tenant_id::text, false) as tenants \\gset",
    'select revision from respondent where tenant_id = :tenant_id and campaign_id = :campaign_id and respondent_id = :department_id \\gset',
    '\\set ready 1',
    '\\endif',
    '\\set revision :revision + 1',
  ];
  writeFileSync(path, `${[...start, ...body].join('\n')}\n`);
  chmodSync(path, 0o644);
  return path;
}

/**
 * The product binds each transaction to its municipalities with the begin; a client of pgbench works in one municipality,
 * to which its session was bound at the start. That is less work, to the advantage of pgbench.
 */
const withoutTenants = (text: string): string => text.replace(/^(begin); set local app\.tenants = '\d+'$/, '$1');

/** The head's columns carry the prefix of `\gset`. */
function nameOf(value: string | null, { known }: Recorded): string | null {
  for (const [name, own] of known) if (OWN.has(name) && own === value) return name === 'hash' ? 'head_hash' : name;
  return null;
}

/** As the driver sends it. */
function prepared(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Transactions per second with 64 clients, each in its own municipality. */
export function runPgbench(
  program: string,
  connection: PostgresConnection,
  script: string,
  clients: number,
  seconds: number,
): { readonly tps: number; readonly latency: string } {
  const { stdout, stderr, status } = spawnSync(
    program,
    [
      '-n',
      '-M',
      'prepared',
      '-c',
      String(clients),
      '-j',
      '2',
      '-T',
      String(seconds),
      '-D',
      'ready=0',
      '-f',
      script,
      '-h',
      connection.host,
      '-p',
      String(connection.port),
      '-U',
      connection.user,
      connection.database,
    ],
    { encoding: 'utf8', env: { ...process.env, PGOPTIONS: '-c role=machimori_app -c timezone=UTC' } },
  );
  const tps = Number(/tps = ([\d.]+)/.exec(stdout)?.[1] ?? Number.NaN);
  if (status !== 0 || Number.isNaN(tps)) throw new Error(`pgbench: ${stderr.slice(0, 2000)}`);
  return { tps, latency: /latency average = ([\d.]+ ms)/.exec(stdout)?.[1] ?? '' };
}
