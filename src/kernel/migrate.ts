/**
 * Migrations: numbered SQL files beside what they change, applied once each in one transaction per module, as owner.
 * Two servers started together wait for one another. An applied file that was changed afterwards stops the start.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { PostgresConnection } from './postgres/connection.ts';
import { APP_ROLE, SECURE_TABLES_SQL } from './tenancy.ts';

export interface MigrationSet {
  readonly module: string;
  /** Folder of `0001-name.sql`, `0002-name.sql`, … without gaps. */
  readonly folder: string;
}

export interface AppliedMigration {
  readonly module: string;
  readonly number: number;
  readonly name: string;
}

/**
 * Applies what is missing and secures the tables; answers with what was applied now.
 * @param options.upTo the last number per module, for restoring data of an earlier version before moving it on.
 */
export async function migrate(
  connection: PostgresConnection,
  sets: readonly MigrationSet[],
  options: { readonly upTo?: ReadonlyMap<string, number> } = {},
): Promise<readonly AppliedMigration[]> {
  const client = new pg.Client({ ...connection, application_name: 'machimori-migrate' });
  await client.connect();
  try {
    await client.query('begin');
    await prepare(client);
    const applied: AppliedMigration[] = [];
    for (const set of sets) {
      for (const file of migrationsOf(set)) {
        if (options.upTo !== undefined && file.number > (options.upTo.get(set.module) ?? 0)) break;
        if (await apply(client, set.module, file))
          applied.push({ module: set.module, number: file.number, name: file.name });
      }
    }
    await client.query(SECURE_TABLES_SQL);
    await client.query('commit');
    return applied;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

/** Any number of the product's own; servers that start together on an empty database wait here for one another. */
const MIGRATING = 0x6d6967;

async function prepare(client: pg.Client): Promise<void> {
  await client.query('select pg_advisory_xact_lock($1)', [MIGRATING]);
  // Roles belong to the whole server, so two databases may race here; the second finds the role made.
  await client.query(`do $$ begin
    if not exists (select from pg_roles where rolname = '${APP_ROLE}') then
      create role ${APP_ROLE} nologin;
    end if;
  exception when duplicate_object or unique_violation then null;
  end $$`);
  await client.query(`do $$ begin
    if not pg_has_role(current_user, '${APP_ROLE}', 'member') then execute 'grant ${APP_ROLE} to ' || quote_ident(current_user); end if;
  end $$`);
  await client.query(`create table if not exists migration (
    module text not null, number int not null, name text not null, sha256 text not null,
    applied_at timestamptz not null default now(), primary key (module, number))`);
}

interface MigrationFile {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

export function migrationsOf(set: MigrationSet): readonly MigrationFile[] {
  return readdirSync(set.folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name, index) => {
      const number = Number(name.slice(0, 4));
      if (number !== index + 1)
        throw new Error(`migrations of ${set.module}: expected number ${index + 1}, found ${name}`);
      const sql = readFileSync(join(set.folder, name), 'utf8');
      return { number, name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
    });
}

async function apply(client: pg.Client, module: string, file: MigrationFile): Promise<boolean> {
  const { rows } = await client.query<{ sha256: string }>(
    'select sha256 from migration where module = $1 and number = $2',
    [module, file.number],
  );
  const found = rows[0];
  if (found !== undefined) {
    if (found.sha256 !== file.sha256)
      throw new Error(`migration ${module}/${file.name} was changed after it was applied`);
    return false;
  }
  await client.query(file.sql);
  await client.query('insert into migration (module, number, name, sha256) values ($1, $2, $3, $4)', [
    module,
    file.number,
    file.name,
    file.sha256,
  ]);
  return true;
}
