/**
 * Background work on the database: leased with SKIP LOCKED, tried again with growing pauses, never lost, never doubled.
 * Jobs of long kinds have a lane of their own, so that a reminder does not wait for a file of five hundred pages; one at a
 * time, because each may take a processor and hundreds of megabytes.
 */
import { sql, type ColumnType } from 'kysely';
import { dayOf } from '../core/calendar/index.ts';
import type { BlobStore } from './blob.ts';
import type { Clock } from './clock.ts';
import type { Database, Tx } from './database.ts';
import { removeBlobs } from './erasure.ts';
import type { FactDraft } from './fact.ts';
import { newId } from './identifier.ts';
import { appendFacts } from './journal.ts';
import type { Log } from './log.ts';
import { erasersOf, type ServerModule } from './module.ts';
import { jobFiles } from './job-files.ts';

export interface JobTables {
  job: {
    tenant_id: number;
    id: string;
    kind: string;
    payload: ColumnType<Record<string, unknown>, string, never>;
    run_at: ColumnType<Date, string, string>;
    attempts: number;
    leased_until: ColumnType<Date | null, string | null, string | null>;
    done_at: ColumnType<Date | null, string | null, string | null>;
    failure: string | null;
    dedupe_key: string | null;
  };
}

export interface NewJob {
  readonly id: string;
  readonly kind: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly runAt: Date;
  readonly dedupeKey?: string;
}

export async function addJob(tx: Tx, job: NewJob): Promise<void> {
  await tx
    .db<JobTables>()
    .insertInto('job')
    .values({
      tenant_id: tx.tenantId,
      id: job.id,
      kind: job.kind,
      payload: JSON.stringify(job.payload),
      run_at: job.runAt.toISOString(),
      attempts: 0,
      dedupe_key: job.dedupeKey ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

const MAX_ATTEMPTS = 8;
const BATCH = 20;
const LANES = ['usual', 'long'] as const;
type Lane = (typeof LANES)[number];

export interface JobRunner {
  /** Runs everything that is due now, the usual lane first; answers with the number of jobs run. */
  runDue(): Promise<number>;
  start(everyMilliseconds: number): void;
  /** Lets the running jobs end. */
  stop(): Promise<void>;
}

export function createJobRunner(parts: {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly modules: readonly ServerModule[];
  readonly blobs: BlobStore;
}): JobRunner {
  const { database, blobs, clock, log } = parts;
  const erasers = erasersOf(parts.modules);
  const handlers = new Map(parts.modules.flatMap((module) => Object.entries(module.jobs)));
  const longKinds = parts.modules.flatMap((module) => module.longJobs);
  const timers = new Map<Lane, ReturnType<typeof setTimeout>>();
  const running = new Map<Lane, Promise<unknown>>();
  let stopped = false;

  const runDue = async (): Promise<number> => {
    let count = 0;
    for (const lane of LANES) count += await runLane(lane);
    return count;
  };

  const runLane = async (lane: Lane): Promise<number> => {
    if (lane === 'long' && longKinds.length === 0) return 0;
    const tenants = await database.outside((db) =>
      db.selectFrom('tenant').select(['id', 'clock_offset']).orderBy('id').execute(),
    );
    if (tenants.length === 0) return 0;
    const offsets = new Map(tenants.map((tenant) => [tenant.id, Number(tenant.clock_offset)]));
    let count = 0;
    for (;;) {
      // Each municipality has its own present: a demonstration lives in another time.
      const localNow = sql<Date>`${clock.now().toISOString()}::timestamptz + interval '1 millisecond' *
        (select clock_offset from tenant where tenant.id = job.tenant_id)`;
      const due = await database.across([...offsets.keys()], (tx) =>
        tx
          .db<JobTables>()
          .selectFrom('job')
          .select(['tenant_id', 'id'])
          .where('tenant_id', 'in', [...offsets.keys()])
          .where('done_at', 'is', null)
          .where('run_at', '<=', localNow)
          .$if(longKinds.length > 0, (query) => query.where('kind', lane === 'long' ? 'in' : 'not in', [...longKinds]))
          .orderBy('run_at')
          .limit(BATCH)
          .execute(),
      );
      let run = 0;
      for (const job of due) run += (await runOne(job.tenant_id, job.id, offsets.get(job.tenant_id) ?? 0)) ? 1 : 0;
      count += run;
      // Nothing run although something is due: another server is at work on it.
      if (due.length < BATCH || run === 0) return count;
    }
  };

  /** The job's effect and its end are one transaction: a crash between them is impossible. */
  const runOne = async (tenantId: number, id: string, offset: number): Promise<boolean> => {
    const now = new Date(clock.now().getTime() + offset);
    try {
      return await database.transaction(tenantId, async (tx) => {
        const job = await tx
          .db<JobTables>()
          .selectFrom('job')
          .select(['kind', 'payload'])
          .where('tenant_id', '=', tenantId)
          .where('id', '=', id)
          .where('done_at', 'is', null)
          .where('run_at', '<=', sql<Date>`${now.toISOString()}::timestamptz`)
          .forUpdate()
          .skipLocked()
          .executeTakeFirst();
        if (job === undefined) return false;
        const handler = handlers.get(job.kind);
        if (handler === undefined) throw new Error(`no handler for job ${job.kind}`);
        const facts: FactDraft[] = [];
        await handler(
          {
            tx,
            files: jobFiles(tx, blobs, now),
            aside: (work) => database.transaction(tenantId, work),
            now,
            today: dayOf(now.toISOString()),
            newId: () => newId(now),
            log,
            erasers,
            jobs: { add: (next) => addJob(tx, { ...next, id: newId(now), runAt: next.runAt ?? now }) },
            removeBlobs: (hashes) => removeBlobs({ database, blobs }, hashes),
            append: (fact) => facts.push(fact),
          },
          job.payload,
        );
        await tx
          .db<JobTables>()
          .updateTable('job')
          .set({ done_at: now.toISOString() })
          .where('tenant_id', '=', tenantId)
          .where('id', '=', id)
          .execute();
        const actor = { accountId: '00000000-0000-0000-0000-000000000000', party: 'system', roles: [] } as const;
        await appendFacts(
          tx,
          facts.map((fact) => ({ tenantId, actor, at: now, fact })),
        );
        return true;
      });
    } catch (error) {
      await postpone(tenantId, id, now, error);
      return true;
    }
  };

  const postpone = async (tenantId: number, id: string, now: Date, error: unknown): Promise<void> => {
    const failure = error instanceof Error ? error.name : 'failure';
    log.error('job failed', { id, failure });
    await database.transaction(tenantId, async (tx) => {
      const db = tx.db<JobTables>();
      const job = await db
        .selectFrom('job')
        .select('attempts')
        .where('tenant_id', '=', tenantId)
        .where('id', '=', id)
        .where('done_at', 'is', null)
        .forUpdate()
        .executeTakeFirst();
      // Another server may have succeeded meanwhile.
      if (job === undefined) return;
      const attempts = job.attempts + 1;
      const pause = Math.min(3600, 5 * 2 ** attempts) * 1000;
      await db
        .updateTable('job')
        .set({
          attempts,
          failure,
          run_at: new Date(now.getTime() + pause).toISOString(),
          ...(attempts >= MAX_ATTEMPTS ? { done_at: now.toISOString() } : {}),
        })
        .where('tenant_id', '=', tenantId)
        .where('id', '=', id)
        .execute();
    });
  };

  const tick = (lane: Lane, every: number): void => {
    if (stopped) return;
    running.set(
      lane,
      runLane(lane)
        .catch((error: unknown) =>
          log.error('job run failed', { failure: error instanceof Error ? error.name : 'failure' }),
        )
        .finally(() => {
          if (!stopped)
            timers.set(
              lane,
              setTimeout(() => tick(lane, every), every),
            );
        }),
    );
  };

  return {
    runDue,
    start(every) {
      for (const lane of LANES) tick(lane, every);
    },
    async stop() {
      stopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
      await Promise.all(running.values());
    },
  };
}
