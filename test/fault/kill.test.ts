/** Killed in the middle of five hundred submissions at once: no answer that was given is lost, none is doubled. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { canonical, sha256Of } from '../../src/kernel/canonical.ts';
import { readConfig } from '../../src/kernel/config.ts';
import { readFacts, verifyJournal } from '../../src/kernel/journal.ts';
import { silentLog } from '../../src/kernel/log.ts';
import { isAlive, readPidFile } from '../../src/kernel/postgres/process-state.ts';
import { createTestDatabase } from '../../src/kernel/postgres/test-database.ts';
import { openService, type Service } from '../../src/server/service.ts';
import { type ServerProcess, startServer } from '../support/server-process.ts';
import { type Load, prepareLoad, type Submitter } from '../support/submitters.ts';

const DEPARTMENTS = 500;

interface Receipt {
  readonly revision: number;
  readonly answersHash: string;
}

const cleaning: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const clean of cleaning.splice(0).reverse()) await clean();
});

function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'machimori-fault-'));
  // As root the database runs as another user, who must be able to enter.
  chmodSync(folder, 0o755);
  cleaning.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function withService<T>(env: Record<string, string>, work: (service: Service) => Promise<T>): Promise<T> {
  const service = await openService(readConfig(env), silentLog);
  try {
    return await work(service);
  } finally {
    await service.close();
  }
}

async function start(env: Record<string, string>): Promise<ServerProcess> {
  const server = await startServer(env);
  cleaning.push(async () => {
    if (server.child.exitCode === null && server.child.signalCode === null) await server.stop();
  });
  return server;
}

/** One person hands in; null when no answer came. Any answer but 200 is a failure of the test. */
function submit(
  address: string,
  agent: Agent,
  submitter: Submitter,
  answers: unknown,
  revision: number,
): Promise<Receipt | null> {
  const body = JSON.stringify({
    campaignId: submitter.campaignId,
    departmentId: submitter.departmentId,
    expectedRevision: revision - 1,
    answers,
  });
  return new Promise((resolve, reject) => {
    const sending = request(`${address}/api/self-check/submitResponse`, {
      agent,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-machimori': '1',
        'idempotency-key': `${submitter.departmentId}-${revision}`,
        cookie: `machimori=${submitter.token}`,
      },
    });
    sending.once('error', () => resolve(null));
    sending.once('response', (response) => {
      const judge = (received: string): void => {
        if (response.statusCode === 200) resolve(JSON.parse(received) as Receipt);
        // The database may be gone before the server is.
        else if (response.statusCode === 503) resolve(null);
        else reject(new Error(`${response.statusCode}: ${received}`));
      };
      text(response).then(judge, () => resolve(null));
    });
    sending.end(body);
  });
}

/** Everything answered is there once, with its fact, and nothing else is. */
async function expectAllKept(
  service: Service,
  load: Load,
  answered: readonly ReadonlyMap<Submitter, Receipt>[],
): Promise<void> {
  for (const tenantId of new Set(load.submitters.map((submitter) => submitter.tenantId))) {
    await service.database.transaction(tenantId, async (tx) => {
      expect((await verifyJournal(tx)).broken).toBeNull();
      const facts = (await readFacts(tx, { kinds: ['response.submitted'] })).map(
        ({ data }) => `${String(data['department'])} ${String(data['revision'])} ${String(data['answersHash'])}`,
      );
      const rows = await tx
        .db<{
          response: {
            tenant_id: number;
            respondent_id: string;
            revision: number;
            answers: unknown;
            answers_hash: string;
          };
        }>()
        .selectFrom('response')
        .select(['respondent_id', 'revision', 'answers', 'answers_hash'])
        .where('tenant_id', '=', tenantId)
        .execute();
      const responses = rows.map((row) => `${row.respondent_id} ${row.revision} ${row.answers_hash}`);
      expect(new Set(rows.map((row) => `${row.respondent_id} ${row.revision}`)).size).toBe(rows.length);
      for (const row of rows) expect(sha256Of(canonical(row.answers))).toBe(row.answers_hash);
      // A fact for every response and a response for every fact: nothing half-written.
      expect(facts.toSorted()).toEqual(responses.toSorted());
      const kept = new Set(responses);
      const lost = answered.flatMap((receipts) =>
        [...receipts].filter(
          ([submitter, { revision, answersHash }]) =>
            submitter.tenantId === tenantId && !kept.has(`${submitter.departmentId} ${revision} ${answersHash}`),
        ),
      );
      expect(lost).toEqual([]);
    });
  }
}

/** All hand in at once; as soon as `enough` have their answer, `strike` happens. */
async function storm(
  addresses: readonly string[],
  load: Load,
  revision: number,
  enough: number,
  strike: () => Promise<void>,
): Promise<Map<Submitter, Receipt>> {
  const agent = new Agent({ keepAlive: true, maxSockets: DEPARTMENTS });
  const receipts = new Map<Submitter, Receipt>();
  const strikes: Promise<void>[] = [];
  try {
    await Promise.all(
      load.submitters.map(async (submitter, index) => {
        const address = addresses[index % addresses.length] ?? '';
        const receipt = await submit(address, agent, submitter, load.sheet(revision * 1000 + index), revision);
        if (receipt === null) return;
        receipts.set(submitter, receipt);
        if (receipts.size >= enough && strikes.length === 0) strikes.push(strike());
      }),
    );
    await Promise.all(strikes);
  } finally {
    agent.destroy();
  }
  return receipts;
}

/** Waits until the system has forgotten the process: its number still counts as alive until its new parent asks. */
async function buried(pid: number): Promise<void> {
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 20));
}

const nothing = async (): Promise<void> => undefined;

describe('a server killed under load', () => {
  it.each([
    { what: 'the server', database: false },
    { what: 'the server and its database', database: true },
  ])('loses no answered submission when $what is killed', { timeout: 180_000 }, async ({ database }) => {
    const folder = dataFolder();
    const env = { DATA_DIR: folder };
    const load = await withService(env, (service) => prepareLoad(service, { tenants: 1, departments: DEPARTMENTS }));
    const answered: Map<Submitter, Receipt>[] = [];
    for (const [round, enough] of [60, 300].entries()) {
      const revision = round + 1;
      const server = await start(env);
      const receipts = await storm([server.address], load, revision, enough, async () => {
        const postmaster = readPidFile(join(folder, 'postgres', 'cluster'))?.pid;
        if (database && postmaster !== undefined) process.kill(postmaster, 'SIGKILL');
        await server.kill();
        if (database && postmaster !== undefined) await buried(postmaster);
      });
      expect(receipts.size).toBeGreaterThanOrEqual(enough);
      expect(receipts.size).toBeLessThan(DEPARTMENTS);
      answered.push(receipts);

      // The others never heard an answer and send again under the same keys; those already written get their receipt.
      const again = await start(env);
      await withService(env, (service) => expectAllKept(service, load, answered));
      const all = await storm([again.address], load, revision, Infinity, nothing);
      expect(all.size).toBe(DEPARTMENTS);
      for (const [submitter, receipt] of receipts) expect(all.get(submitter)).toEqual(receipt);
      answered.push(all);
      expect(await again.stop()).toBe(0);
    }
    await withService(env, (service) => expectAllKept(service, load, answered));
  });
});

describe('two servers on one PostgreSQL', () => {
  it('lose and double nothing, also when one is killed and people go to the other', { timeout: 180_000 }, async () => {
    const shared = await createTestDatabase();
    cleaning.push(() => shared.drop());
    const env = { DATABASE_URL: shared.url, DATA_DIR: dataFolder() };
    const load = await withService(env, (service) =>
      prepareLoad(service, { tenants: 2, departments: DEPARTMENTS / 2 }),
    );
    const servers = await Promise.all([start(env), start(env)]);
    const addresses = servers.map((server) => server.address);
    const first = await storm(addresses, load, 1, Infinity, nothing);
    expect(first.size).toBe(DEPARTMENTS);

    // Each sheet goes to both servers at the same moment, under the same key.
    const [left, right] = await Promise.all([
      storm(addresses, load, 2, Infinity, nothing),
      storm(addresses.toReversed(), load, 2, Infinity, nothing),
    ]);
    expect([left.size, right.size]).toEqual([DEPARTMENTS, DEPARTMENTS]);
    for (const [submitter, receipt] of left) expect(right.get(submitter)).toEqual(receipt);

    const third = await storm(addresses, load, 3, 150, () => servers[0].kill());
    const rest = await storm([servers[1].address], load, 3, Infinity, nothing);
    expect(rest.size).toBe(DEPARTMENTS);
    for (const [submitter, receipt] of third) expect(rest.get(submitter)).toEqual(receipt);
    await withService(env, (service) => expectAllKept(service, load, [first, left, right, third, rest]));
  });
});
