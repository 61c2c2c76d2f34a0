import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { type EmbeddedPostgres, openEmbedded } from './embedded.ts';
import { EmbeddedPostgresError } from './errors.ts';
import { isAlive, processesOf } from './process-state.ts';
import { isRoot } from './service-user.ts';

let dataDir: string;
let opened: EmbeddedPostgres[];
let children: ChildProcess[];
const log: string[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'machimori-embedded-'));
  chmodSync(dataDir, 0o711);
  opened = [];
  children = [];
  log.length = 0;
});

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  for (const server of opened) await server.stop();
  for (const pid of processesOf(cluster())) if (isAlive(pid)) process.kill(pid, 'SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

test('a first start makes the database, reachable only through the socket and durable', async () => {
  const server = await open();
  expect(server.version).toMatch(/^18\./);
  const [row] = await run<Record<string, string>>(
    server,
    `select current_database() as database, current_user as "user", current_setting('listen_addresses') as listen,
            current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
            current_setting('data_checksums') as checksums,
            (select datlocprovider::text || ' ' || datlocale from pg_database where datname = current_database()) as locale`,
  );
  expect(row).toEqual({
    database: 'machimori',
    user: 'machimori_owner',
    listen: '',
    fsync: 'on',
    commit: 'on',
    checksums: 'on',
    locale: 'b C.UTF-8',
  });
});

test('rows are there after a stop and a start, and the stop leaves no process', async () => {
  const first = await open();
  await run(first, `create table kept (name text); insert into kept values ('街守')`);
  await first.stop();
  expect(processesOf(cluster())).toEqual([]);
  expect(existsSync(join(cluster(), 'postmaster.pid'))).toBe(false);
  const second = await open();
  expect(await run(second, 'select name from kept')).toEqual([{ name: '街守' }]);
});

test('the server of a program that was killed is adopted, not started again', async () => {
  const holder = await holdInOtherProcess();
  const before = serverPid();
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  expect(isAlive(before)).toBe(true);
  const server = await open();
  expect(serverPid()).toBe(before);
  await server.stop();
  expect(log).toContain('database stopped');
  expect(processesOf(cluster())).toEqual([]);
});

test('two programs share one server, and the one that leaves last stops it', async () => {
  const server = await open();
  const holder = await holdInOtherProcess();
  const pid = serverPid();
  await server.stop();
  expect(isAlive(pid)).toBe(true);
  holder.kill('SIGTERM');
  await once(holder, 'exit');
  expect(processesOf(cluster())).toEqual([]);
});

test('programs that start at the same moment on a new folder get the same server', async () => {
  const servers = await Promise.all([open(), open(), holdInOtherProcess(), holdInOtherProcess()]);
  expect(servers).toHaveLength(4);
  await run(opened[0], 'create table shared ()');
  expect(await run(opened[1], 'select count(*)::int as n from shared')).toEqual([{ n: 0 }]);
});

test('a server that is killed under the program is started again with its rows', async () => {
  const server = await open();
  await run(server, `create table kept (name text); insert into kept values ('受領')`);
  process.kill(serverPid(), 'SIGKILL');
  await vi.waitFor(() => expect(log).toContain('database is back'), 30_000);
  expect(await run(server, 'select name from kept')).toEqual([{ name: '受領' }]);
});

test('a lock file with the number of a dead process does not hinder the start', async () => {
  const killed = await open();
  await run(killed, `create table kept (name text); insert into kept values ('受領')`);
  const content = readFileSync(join(cluster(), 'postmaster.pid'), 'utf8');
  await killed.stop();
  writeFileSync(join(cluster(), 'postmaster.pid'), content);
  expect(await run(await open(), 'select name from kept')).toEqual([{ name: '受領' }]);
});

test('a lock file with the number of another living program does not hinder the start', async () => {
  const first = await open();
  await first.stop();
  for (const pid of [process.pid, await idleProcessOfDatabaseUser()]) {
    const content = `${pid}\n${cluster()}\n1700000000\n5432\n/nowhere\n\n`;
    writeFileSync(join(cluster(), 'postmaster.pid'), content);
    // A server that was killed leaves the lock of its socket as well.
    writeFileSync(join(first.host, '.s.PGSQL.5432.lock'), content);
    const server = await open();
    expect(serverPid()).not.toBe(pid);
    await server.stop();
  }
});

test('a folder that is no database is refused and left as it is', async () => {
  mkdirSync(cluster(), { recursive: true });
  writeFileSync(join(cluster(), 'memo.txt'), 'これはデータベースではない');
  await expectRefusal('cluster-unrecognised', /データベースとして読めません/);
  expect(readFileSync(join(cluster(), 'memo.txt'), 'utf8')).toBe('これはデータベースではない');
});

test('a database of another major version is refused with the way out', async () => {
  await (await open()).stop();
  writeFileSync(join(cluster(), 'PG_VERSION'), '14\n');
  await expectRefusal('cluster-other-version', /PostgreSQL 14 .*POSTGRES_BIN/);
});

test('a damaged database is refused with the place of the log', async () => {
  await (await open()).stop();
  writeFileSync(join(cluster(), 'global', 'pg_control'), Buffer.alloc(8192, 1));
  const error = await expectRefusal('start-failed', /壊れているおそれ.*postgres\.log/);
  expect(error.detail).toMatch(/FATAL|PANIC/);
});

test('a folder without server programs is refused by name', async () => {
  const binDir = join(dataDir, 'empty');
  mkdirSync(binDir);
  await expectRefusal('binaries-missing', /PostgreSQL のプログラム postgres がありません/, binDir);
});

test('a data folder with a path too long for a socket works', async () => {
  dataDir = join(dataDir, '情報セキュリティ監査', '令和八年度'.repeat(5));
  const server = await open();
  expect(Buffer.byteLength(join(server.host, '.s.PGSQL.5432'))).toBeLessThanOrEqual(103);
  expect(await run(server, 'select 1 as one')).toEqual([{ one: 1 }]);
  rmSync(server.host, { recursive: true, force: true });
});

test.runIf(isRoot())('a data folder that the database user cannot enter keeps its database elsewhere', async () => {
  chmodSync(dataDir, 0o700);
  const server = await open();
  await run(server, 'create table kept ()');
  await server.stop();
  const record = z.object({ dataDir: z.string(), postgres: z.string() });
  const place = record.parse(JSON.parse(readFileSync(join(dataDir, 'postgres-location.json'), 'utf8')));
  expect(place.dataDir).toBe(dataDir);
  expect(place.postgres).toMatch(/^\/var\/lib\/machimori\//);
  // The place stays, even when the folder is opened later.
  chmodSync(dataDir, 0o711);
  const again = await open();
  expect(await run(again, 'select count(*)::int as n from kept')).toEqual([{ n: 0 }]);
  await again.stop();
  rmSync(place.postgres, { recursive: true });
});

function cluster(): string {
  return join(dataDir, 'postgres', 'cluster');
}

async function open(binDir?: string): Promise<EmbeddedPostgres> {
  const server = await openEmbedded({ dataDir, binDir, log: (line) => log.push(line) });
  opened.push(server);
  return server;
}

async function run<Row extends object>(server: EmbeddedPostgres | undefined, statement: string): Promise<Row[]> {
  if (server === undefined) throw new Error('no server was opened');
  const client = new Client({ host: server.host, user: server.user, database: server.database });
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}

function serverPid(): number {
  return Number.parseInt(readFileSync(join(cluster(), 'postmaster.pid'), 'utf8'), 10);
}

/** Another Node process that opens the same data folder and lets go of it on SIGTERM. */
async function holdInOtherProcess(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'testing', 'hold-open.ts'), dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await once(child.stdout, 'data');
  return child;
}

/** A process that is no server but belongs to the user of the database, as a reused number may. */
async function idleProcessOfDatabaseUser(): Promise<number> {
  const { uid, gid } = statSync(cluster());
  const child = spawn('sleep', ['600'], { stdio: 'ignore', ...(isRoot() ? { uid, gid } : {}) });
  children.push(child);
  await once(child, 'spawn');
  return child.pid ?? 0;
}

async function expectRefusal(code: string, message: RegExp, binDir?: string): Promise<EmbeddedPostgresError> {
  const error: unknown = await open(binDir).catch((thrown: unknown) => thrown);
  if (!(error instanceof EmbeddedPostgresError)) throw new Error(`not refused: ${String(error)}`);
  expect(error.code).toBe(code);
  expect(error.message).toMatch(message);
  return error;
}
