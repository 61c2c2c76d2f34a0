/** The whole Chiba year through the contract, and what the product says of it when something goes wrong. */
import { afterEach, describe, expect, it } from 'vitest';
import { year } from '../../content/years/chiba-2026.ts';
import { observer, traceOf } from '../../src/cli/commands/trace.ts';
import { replay } from '../../src/cli/year/replay.ts';
import type { Step, World, Year } from '../../src/cli/year/year.ts';
import type { Application } from '../../src/kernel/application.ts';
import { createJobRunner } from '../../src/kernel/job.ts';
import { verifyJournal } from '../../src/kernel/journal.ts';
import { startTestApplication, type TestApplication } from '../../src/kernel/test-application.ts';
import {
  type ClauseTraceView,
  engagementContract,
  type ObligationView,
} from '../../src/modules/engagement/contract.ts';
import { silentLog } from '../../src/kernel/log.ts';
import { discoverModules } from '../../src/kernel/discovery.ts';

/** Days after the contract, when every period is over. */
const AFTERWARDS = '2027-04-12';

const running: TestApplication[] = [];
afterEach(async () => {
  for (const test of running.splice(0)) await test.close();
});

interface Standing {
  readonly clauses: readonly ClauseTraceView[];
  readonly obligations: readonly ObligationView[];
}

/** How the year stands at the moment of the clock. */
async function standingOf(application: Application, tenantId: number, specification: string): Promise<Standing> {
  const caller = observer(tenantId, 0);
  const client = application.client(engagementContract, caller);
  const engagementId = (await client.listEngagements({})).engagements[0]?.id ?? '';
  return {
    clauses: await traceOf(application, caller, specification),
    obligations: (await client.listObligations({ engagementId })).obligations,
  };
}

async function play(script: Year, until?: string) {
  const test = await startTestApplication({ start: '2026-04-01T00:00:00.000Z' });
  running.push(test);
  const { application, clock } = test;
  const { database, blobs } = application.parts;
  const jobs = createJobRunner({ database, blobs, clock, log: silentLog, modules: await discoverModules() });
  const { tenantId } = await replay(script, { application, clock, jobs, ...(until === undefined ? {} : { until }) });
  return {
    ...(await standingOf(application, tenantId, script.specification)),
    journal: await database.transaction(tenantId, (tx) => verifyJournal(tx)),
  };
}

/** The year, and a look at it after the last step of the day. */
function lookingOn(day: string, look: (standing: Standing) => void): Year {
  const looking = (world: World): Step => ({
    at: `${day} 23:59`,
    title: '一年の途中の状態を確かめる',
    run: async () => look(await standingOf(world.application, world.tenantId, year.specification)),
  });
  return {
    ...year,
    steps(world) {
      const steps = year.steps(world);
      const later = steps.findIndex(({ at }) => at.slice(0, 10) > day);
      return steps.toSpliced(later, 0, looking(world));
    },
  };
}

/** The year with its steps changed; papers are left out because they take most of the time. */
function variant(change: (step: Step) => Step | null): Year {
  return {
    ...year,
    steps: (world) =>
      year
        .steps(world)
        .filter((step) => !/成果物|事業報告|納品/.test(step.title))
        .map(change)
        .filter((step) => step !== null)
        .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
  };
}

const wrong = (obligations: readonly ObligationView[]): string[] =>
  obligations
    .filter((obligation) => obligation.state === 'late' || obligation.state === 'breached')
    .map(({ clause, rule, state }) => `${clause}/${rule} ${state}`);

/** What only the variant has: the injected fault and nothing else. */
function added(before: readonly string[], after: readonly string[]): string[] {
  const left = [...before];
  return after.filter((item) => {
    const index = left.indexOf(item);
    if (index === -1) return true;
    left.splice(index, 1);
    return false;
  });
}

// A year is some hundred commands and as many papers; a busy machine takes its time.
describe('the Chiba year', { timeout: 1_200_000 }, () => {
  it('stands without any breach in its middle, and leaves none of the 149 clauses unknown, open or breached', async () => {
    const looks: Standing[] = [];
    const { clauses, obligations, journal } = await play(lookingOn(year.demonstrationDay, (it) => looks.push(it)));
    const [middle] = looks;
    expect(looks).toHaveLength(1);
    expect(wrong(middle?.obligations ?? [])).toEqual([]);
    const between = (...states: readonly string[]) => middle?.clauses.filter(({ state }) => states.includes(state));
    expect(between('breached', 'unknown')).toEqual([]);
    expect(between('planned')?.length).toBeGreaterThan(10);

    expect(clauses).toHaveLength(149);
    expect(clauses.filter((clause) => !['met', 'evidenced', 'statement'].includes(clause.state))).toEqual([]);
    expect(clauses.every((clause) => clause.proof.length > 0 || clause.reason !== null)).toBe(true);
    expect(wrong(obligations)).toEqual([]);
    expect(journal.broken).toBeNull();
    expect(journal.entries).toBeGreaterThan(500);
  });

  it('reports exactly the faults that are put into it', async () => {
    const before = wrong(
      (
        await play(
          variant((step) => step),
          AFTERWARDS,
        )
      ).obligations,
    );
    // Two faults that have nothing to do with one another, in one year: each must show, and nothing beside them.
    const spoilt = await play(
      variant((step) => {
        if (/検査/.test(step.title)) return null;
        const minutes = step.title === '議事録と発見事項の概要を提出する' && step.at.startsWith('2026-12-07');
        return minutes ? { ...step, at: '2026-12-10 11:00' } : step;
      }),
      AFTERWARDS,
    );
    const faults = added(before, wrong(spoilt.obligations)).toSorted();
    const inspection = faults.filter((fault) => fault.startsWith('10(11)-p1/'));
    expect(inspection).toHaveLength(1);
    expect(faults.filter((fault) => !inspection.includes(fault))).toEqual([
      '9(1)イ(イ)-p4/minutes late',
      '9(1)イ(イ)-p6/outline late',
    ]);
  });
});
