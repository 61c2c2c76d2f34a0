import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApplication } from './application.ts';
import { type ManualClock, manualClock } from './clock.ts';
import { defineContract } from './contract.ts';
import { openDatabase } from './database.ts';
import { defineFacts } from './fact.ts';
import { createJobRunner, type JobRunner, type JobTables } from './job.ts';
import { readFacts, verifyJournal } from './journal.ts';
import { silentLog } from './log.ts';
import { defineServerModule, type ServerModule } from './module.ts';
import { startTestApplication, type TestApplication } from './test-application.ts';
import { createTenant } from './tenant.ts';
import { z } from 'zod';

const facts = defineFacts({
  'work.done': { data: z.strictObject({ name: z.string() }), when: 'A piece of work is done.' },
});
const attempts = new Map<string, number>();
/** Set by a test: what a job does besides its fact. */
let during: (name: string) => Promise<void> = async () => undefined;

const work: ServerModule['jobs'][string] = async (context, payload) => {
  const name = String(payload['name']);
  attempts.set(name, (attempts.get(name) ?? 0) + 1);
  facts.record(context, 'work.done', { engagementId: null, subject: name, data: { name } });
  await during(name);
};
const workshop: ServerModule = defineServerModule({
  contract: defineContract({ id: 'workshop', title: '試験用の仕事', permissions: {}, operations: {} }),
  facts: facts.kinds,
  handlers: {},
  jobs: { work, 'long-work': work },
  longJobs: ['long-work'],
});

let test: TestApplication;
let clock: ManualClock;
let runner: JobRunner;

beforeAll(async () => {
  test = await startTestApplication({ modules: [workshop] });
});
beforeEach(() => {
  attempts.clear();
  during = async () => undefined;
  clock = test.clock;
  runner = createJobRunner(test.application.parts);
});
afterAll(() => test.close());

type More = { runAt?: Date; dedupeKey?: string; tenantId?: number; kind?: string };
const add = (name: string, more: More = {}): Promise<void> => {
  const { tenantId, kind = 'work', ...job } = more;
  const caller = test.caller([], tenantId === undefined ? {} : { tenantId });
  return test.application.run(caller, (context) => context.jobs.add({ kind, payload: { name }, ...job }));
};
const done = async (tenantId = test.tenantId): Promise<string[]> =>
  test.application.parts.database.transaction(tenantId, async (tx) =>
    (await readFacts(tx, { kinds: ['work.done'] })).map((fact) => fact.subject),
  );
const rowOf = (name: string) =>
  test.application.parts.database.transaction(test.tenantId, async (tx) => {
    const rows = await tx
      .db<JobTables>()
      .selectFrom('job')
      .selectAll()
      .where('tenant_id', '=', test.tenantId)
      .execute();
    return rows.find((row) => row.payload['name'] === name);
  });

describe('jobs', () => {
  it('runs what is due once, and nothing before its time', async () => {
    await add('now');
    await add('later', { runAt: new Date(clock.now().getTime() + 60_000) });
    expect(await runner.runDue()).toBe(1);
    expect(await runner.runDue()).toBe(0);
    expect((await done()).filter((name) => name === 'now')).toHaveLength(1);
    clock.advance(60_000);
    expect(await runner.runDue()).toBe(1);
    expect(await done()).toContain('later');
  });

  it('runs each of many jobs once with two servers at work', async () => {
    const names = Array.from({ length: 45 }, (_, index) => `many${index}`);
    for (const name of names) await add(name);
    // The first job waits until another one runs, which only the other server can do.
    let second: () => void = () => undefined;
    const another = new Promise<void>((resolve) => (second = resolve));
    during = () => (attempts.size === 1 ? another : Promise.resolve(second()));
    const { parts } = test.application;
    const runs = await Promise.all([createJobRunner(parts).runDue(), createJobRunner(parts).runDue()]);
    // A server that finds everything taken leaves it to the other one.
    await runner.runDue();
    expect((await done()).filter((name) => name.startsWith('many')).toSorted()).toEqual(names.toSorted());
    expect(runs.every((count) => count > 0)).toBe(true);
    expect([...attempts.values()].every((count) => count === 1)).toBe(true);
  });

  it('drops a second job with the same key while one waits, and takes it afterwards', async () => {
    await add('first', { dedupeKey: 'k' });
    await add('second', { dedupeKey: 'k' });
    await runner.runDue();
    expect(await done()).toContain('first');
    await add('third', { dedupeKey: 'k' });
    await runner.runDue();
    expect(await done()).toContain('third');
    expect(await done()).not.toContain('second');
  });

  it('tries a failing job again after growing pauses, keeps none of its effects, and gives up in the end', async () => {
    during = async (name) => {
      if (name === 'bad') throw new TypeError('never works');
    };
    await add('bad');
    await add('good');
    const pauses: number[] = [];
    for (let attempt = 1; attempt <= 8; attempt += 1) {
      await runner.runDue();
      expect(attempts.get('bad')).toBe(attempt);
      const row = await rowOf('bad');
      expect(row).toMatchObject({ attempts: attempt, failure: 'TypeError' });
      pauses.push((row?.run_at.getTime() ?? 0) - clock.now().getTime());
      clock.advance((pauses.at(-1) ?? 0) - 1);
      await runner.runDue();
      expect(attempts.get('bad')).toBe(attempt);
      clock.advance(1);
    }
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    expect(pauses[0]).toBe(10_000);
    expect((await rowOf('bad'))?.done_at).not.toBeNull();
    clock.advance(86_400_000);
    expect(await runner.runDue()).toBe(0);
    expect(await done()).not.toContain('bad');
    expect(await done()).toContain('good');
  });

  it('succeeds at a later attempt', async () => {
    during = async (name) => {
      if (attempts.get(name) === 1) throw new Error('once');
    };
    await add('twice');
    await runner.runDue();
    clock.advance(3_600_000);
    await runner.runDue();
    expect((await done()).filter((name) => name === 'twice')).toHaveLength(1);
  });

  it('lives in the time of each municipality', async () => {
    const { database } = test.application.parts;
    const day = 86_400_000;
    const ahead = await createTenant(
      database,
      { code: 'ahead', name: '先の市', demonstration: true, clockOffset: 100 * day },
      clock.now(),
    );
    const caller = { ...test.caller([], { tenantId: ahead }), clockOffset: 100 * day };
    const inAhead = (name: string, runAt?: Date) =>
      test.application.run(caller, (context) =>
        context.jobs.add({ kind: 'work', payload: { name }, ...(runAt === undefined ? {} : { runAt }) }),
      );
    await inAhead('there now');
    await inAhead('there tomorrow', new Date(clock.now().getTime() + 101 * day));
    await runner.runDue();
    expect(await done(ahead)).toEqual(['there now']);
    clock.advance(day);
    await runner.runDue();
    expect(await done(ahead)).toEqual(['there now', 'there tomorrow']);
    expect((await database.transaction(ahead, (tx) => verifyJournal(tx))).broken).toBeNull();
  });

  it('fails a job whose kind nobody knows, and the others run', async () => {
    const stranger = createApplication({ ...test.application.parts, clock: manualClock(clock.now().toISOString()) });
    await stranger.run(test.caller([]), (context) =>
      context.jobs.add({ kind: 'unknown', payload: { name: 'strange' } }),
    );
    await add('ordinary');
    await runner.runDue();
    expect(await done()).toContain('ordinary');
    expect(await rowOf('strange')).toMatchObject({ attempts: 1, done_at: null });
  });

  it('lets the running job end when it stops, and starts no other', async () => {
    let release: () => void = () => undefined;
    const started = new Promise<void>((resolve) => {
      during = () => {
        resolve();
        return new Promise((go) => (release = go));
      };
    });
    await add('long');
    runner.start(1);
    await started;
    const stopping = runner.stop();
    await add('too late');
    release();
    await stopping;
    expect(await done()).toContain('long');
    expect(attempts.has('too late')).toBe(false);
  });

  it('lets usual jobs end while a long one runs, and long ones wait for each other', async () => {
    let release: () => void = () => undefined;
    let ended: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const usualEnded = new Promise<void>((resolve) => (ended = resolve));
    const started = new Promise<void>((resolve) => {
      during = async (name) => {
        if (name === 'long 1') {
          resolve();
          await held;
        }
        if (name === 'last usual') ended();
      };
    });
    await add('long 1', { kind: 'long-work' });
    await add('long 2', { kind: 'long-work' });
    runner.start(1);
    await started;
    await add('first usual');
    await add('last usual');
    await usualEnded;
    expect(attempts.has('long 2')).toBe(false);
    expect(await done()).not.toContain('long 1');
    release();
    while (!(await done()).includes('long 2')) await new Promise((resolve) => setTimeout(resolve, 5));
    await runner.stop();
    const names = (await done()).filter((name) => name.startsWith('long ') || name.endsWith('usual'));
    expect(names).toEqual(['first usual', 'last usual', 'long 1', 'long 2']);
  });

  it('survives a database that goes away and comes back', async () => {
    const gone = openDatabase({ host: '127.0.0.1', port: 1, user: 'x', database: 'x' });
    const broken = createJobRunner({
      database: gone,
      blobs: test.application.parts.blobs,
      clock,
      log: silentLog,
      modules: [workshop],
    });
    broken.start(1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await expect(broken.stop()).resolves.toBeUndefined();
    await gone.close();
  });
});
