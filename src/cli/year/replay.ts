/** Replays a year on a simulated clock. */
import { AppError } from '../../kernel/error.ts';
import type { Application } from '../../kernel/application.ts';
import type { Caller } from '../../kernel/caller.ts';
import type { ManualClock } from '../../kernel/clock.ts';
import { oneChunk } from '../../kernel/blob.ts';
import type { JobRunner } from '../../kernel/job.ts';
import { createTenant } from '../../kernel/tenant.ts';
import type { World, Year } from './year.ts';

export interface Replay {
  readonly tenantId: number;
  readonly steps: number;
  /** The moment at which the replay stands now. */
  readonly now: Date;
}

export interface ReplayOptions {
  readonly application: Application;
  readonly clock: ManualClock;
  readonly jobs: JobRunner;
  /** Last day that is played, `YYYY-MM-DD`; the whole year when absent. */
  readonly until?: string;
  readonly demonstration?: boolean;
  readonly progress?: (title: string) => void;
}

export async function replay(year: Year, options: ReplayOptions): Promise<Replay> {
  const { application, clock, jobs } = options;
  const callers = new Map<string, Caller>();
  const caller = (person: string): Caller => {
    const found = callers.get(person);
    if (found === undefined) throw new Error(`the year knows no person "${person}" yet`);
    return found;
  };
  const first = instantOf(year.steps(unborn)[0]?.at ?? '2026-04-01 09:00');
  clock.moveTo(first);
  const tenantId = await createTenant(
    application.parts.database,
    { ...year.municipality, demonstration: options.demonstration ?? false },
    clock.now(),
  );
  const world: World = {
    application,
    tenantId,
    as: (person, contract) => application.client(contract, caller(person)),
    upload: async (person, name, bytes) => (await application.upload(caller(person), name, oneChunk(bytes))).id,
    enrol: (person, who) => callers.set(person, who),
    caller,
  };
  let played = 0;
  for (const step of year.steps(world)) {
    if (options.until !== undefined && step.at.slice(0, 10) > options.until) break;
    clock.moveTo(instantOf(step.at));
    // Until nothing is due: a job may ask for another one.
    while ((await jobs.runDue()) > 0);
    try {
      await step.run();
    } catch (error) {
      throw new Error(`${step.at} ${step.title}: ${explain(error)}`, { cause: error });
    }
    played += 1;
    options.progress?.(`${step.at} ${step.title}`);
  }
  if (options.until !== undefined) clock.moveTo(instantOf(`${options.until} 17:00`));
  // What the last step asked for is done as well.
  while ((await jobs.runDue()) > 0);
  return { tenantId, steps: played, now: clock.now() };
}

/** `2026-06-01 09:00` in Asia/Tokyo as an instant. */
export function instantOf(local: string): string {
  return new Date(`${local.replace(' ', 'T')}:00+09:00`).toISOString();
}

function explain(error: unknown): string {
  if (!(error instanceof AppError)) return error instanceof Error ? error.message : String(error);
  const fields = (error.detail.fields ?? []).map((field) => `${field.path} ${field.message}`).join(' ');
  return `${error.message} ${error.detail.message ?? ''} ${fields}`;
}

/** Steps only close over their world; listing them for their dates touches nothing of it. */
const unborn = new Proxy({} as World, {
  get: () => {
    throw new Error('a step may use the world only when it runs');
  },
});
