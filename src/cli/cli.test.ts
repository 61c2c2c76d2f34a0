/** The command line as a program: exit codes, help, results as JSON, and what it says when something is wrong. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../kernel/postgres/test-database.ts';
import { readConfig } from '../kernel/config.ts';
import { openDatabase } from '../kernel/database.ts';
import { verifyJournal } from '../kernel/journal.ts';
import { silentLog } from '../kernel/log.ts';
import { createTenant } from '../kernel/tenant.ts';
import { openService } from '../server/service.ts';
import { commands } from './commands/index.ts';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

let folder: string;
const databases: TestDatabase[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'machimori-cli-'));
});
afterAll(async () => {
  for (const database of databases) await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function fresh(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  databases.push(database);
  return database;
}

async function run(words: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  const child = spawn(process.execPath, [MAIN, ...words], {
    env: { ...process.env, BASE_URL: '', PORT: '0', DATA_DIR: join(folder, 'data'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number | null]>,
  ]);
  return { code, out, err };
}

const on = (database: TestDatabase, name = 'data'): Record<string, string> => ({
  DATABASE_URL: database.url,
  DATA_DIR: join(folder, name),
});
const jsonOf = ({ out }: Ended): Record<string, unknown> => JSON.parse(out) as Record<string, unknown>;

/** A municipality and its tables, made by the commands' own service. */
async function withCity(code: string): Promise<TestDatabase> {
  const database = await fresh();
  const service = await openService(readConfig(on(database)), silentLog);
  await createTenant(service.database, { code, name: `${code}市` }, new Date());
  await service.close();
  return database;
}

describe('usage', () => {
  it('explains itself and each command', async () => {
    const overview = await run(['--help']);
    expect(overview.code).toBe(0);
    const explained = commands.map(async (command) => {
      expect(overview.out).toContain(command.name);
      const help = await run([...command.name.split(' '), '--help']);
      expect([help.code, help.err]).toEqual([0, '']);
      expect(help.out).toContain(`machimori ${command.usage}`);
      for (const option of Object.keys(command.options)) expect(help.out).toContain(`--${option}`);
    });
    await Promise.all(explained);
  });

  it.each([[['unknown']], [['backup']], [['backup', 'a', 'b']], [['serve', '--wrong']], [['year', 'chiba-2026']]])(
    'ends with 2 for %j and says how it is used',
    async (words) => {
      const ended = await run(words);
      expect([ended.code, ended.out]).toEqual([2, '']);
      expect(ended.err).toContain('machimori');
    },
  );

  it('gives an error as JSON where JSON was asked for', async () => {
    const ended = await run(['restore', join(folder, 'absent.zip'), '--json']);
    expect(ended.code).toBe(1);
    expect(jsonOf(ended)).toMatchObject({ error: { code: 'backup.broken' } });
    const wrong = await run(['journal', 'verify', '--json'], { DATABASE_POOL: 'many', LOG_LEVEL: 'loud' });
    expect(wrong.code).toBe(1);
    expect(jsonOf(wrong)).toMatchObject({ error: { code: 'configuration.invalid' } });
    expect(wrong.out).toMatch(/DATABASE_POOL.*LOG_LEVEL|LOG_LEVEL.*DATABASE_POOL/);
  });

  it('says so and ends when the port is taken or the database cannot be reached', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const ended = await run(['serve', '--no-demonstration'], { ...on(await fresh()), PORT: String(port) });
    taken.close();
    expect(ended.code).toBe(1);
    expect(ended.err).toContain(`ポート ${port} は別のプログラムが使っています。`);
    const gone = await run(['journal', 'verify'], { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' });
    expect(gone.code).toBe(1);
    expect(gone.err).toContain('データベースにつながりません');
  });
});

// Each is a process of its own with a database of its own.
describe('work', { timeout: 240_000 }, () => {
  it('backs up, checks, restores into an empty database and refuses a used one', async () => {
    const from = await withCity('aoba');
    const file = join(folder, 'backup.zip');
    const made = await run(['backup', file, '--json'], on(from));
    expect([made.code, jsonOf(made)['path']]).toEqual([0, file]);
    const checked = await run(['restore', file, '--check', '--json'], on(from));
    expect([checked.code, jsonOf(checked)['checked']]).toEqual([0, true]);
    expect(await run(['restore', file], on(from))).toMatchObject({ code: 1 });
    const to = await fresh();
    const restored = await run(['restore', file, '--json'], on(to, 'restored'));
    expect([restored.code, jsonOf(restored)]).toEqual([0, { restored: true }]);
    const verified = await run(['journal', 'verify', '--json'], on(to, 'restored'));
    expect(verified.code).toBe(0);
    expect(jsonOf(verified)).toEqual({ results: [{ tenant: 'aoba', entries: 0, broken: null }] });

    const broken = join(folder, 'broken.zip');
    const bytes = readFileSync(file);
    bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 1;
    writeFileSync(broken, bytes);
    const refused = await run(['restore', broken], on(await fresh(), 'never'));
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('控えのファイルが壊れている');
    expect((await run(['backup', join(folder, 'no', 'folder.zip')], on(from))).code).toBe(1);
  });

  it('moves a municipality and adds a person to it', async () => {
    const from = await withCity('midori');
    const to = await withCity('asahi');
    const file = join(folder, 'midori.zip');
    const words = [
      'user',
      'add',
      'yamada',
      '--name',
      '山田花子',
      '--party',
      'city',
      '--roles',
      'administrator',
      '--json',
    ];
    const added = await run(words, on(from));
    expect(added.code).toBe(0);
    expect(String(jsonOf(added)['password'])).toHaveLength(20);
    expect((await run(words, on(from))).code).toBe(1);
    expect((await run(['user', 'add', 'x', '--name', 'x', '--party', 'city', '--roles', 'king'], on(from))).code).toBe(
      1,
    );
    expect((await run(['export', 'midori', file], on(from))).code).toBe(0);
    expect((await run(['export', 'nowhere', `${file}2`], on(from))).code).toBe(1);
    const imported = await run(['import', file, '--json'], on(to, 'moved'));
    expect(imported.code).toBe(0);
    const pool = openDatabase(to.connection, { poolSize: 2 });
    const verdict = await pool.transaction(Number(jsonOf(imported)['tenantId']), (tx) => verifyJournal(tx));
    await pool.close();
    expect(verdict.broken).toBeNull();
    expect(verdict.entries).toBeGreaterThan(0);
    expect((await run(['import', file], on(to, 'moved'))).code).toBe(1);
  });

  it('names the entry at which a journal was broken, and ends with 1', async () => {
    const database = await withCity('kawa');
    const words = ['user', 'add', 'sato', '--name', '佐藤', '--party', 'city', '--roles', 'administrator'];
    expect((await run(words, on(database))).code).toBe(0);
    const pg = await import('pg');
    const owner = new pg.default.Client(database.connection);
    await owner.connect();
    await owner.query("set session_replication_role = replica; select set_config('app.tenants', '1', false)");
    await owner.query("update journal set kind = 'x' where seq = 1");
    await owner.end();
    const ended = await run(['journal', 'verify', '--json'], on(database));
    expect(ended.code).toBe(1);
    expect(jsonOf(ended)).toMatchObject({ results: [{ tenant: 'kawa', broken: { seq: 1 } }] });
  });
});
