/** The whole Chiba year through the contract, and what the product says of it when something goes wrong. */
import { afterEach, describe, expect, it } from 'vitest';
import { year } from '../../content/years/chiba-2026.ts';
import { observer, traceOf } from '../../src/cli/commands/trace.ts';
import { replay } from '../../src/cli/year/replay.ts';
import type { Step, Year } from '../../src/cli/year/year.ts';
import { createJobRunner } from '../../src/kernel/job.ts';
import { verifyJournal } from '../../src/kernel/journal.ts';
import { startTestApplication, type TestApplication } from '../../src/kernel/test-application.ts';
import { engagementContract, type ObligationView } from '../../src/modules/engagement/contract.ts';
import { silentLog } from '../../src/kernel/log.ts';
import { discoverModules } from '../../src/kernel/discovery.ts';

/** Days after the contract, when every period is over. */
const AFTERWARDS = '2027-04-12';

const running: TestApplication[] = [];
afterEach(async () => {
  for (const test of running.splice(0)) await test.close();
});

async function play(script: Year, until?: string) {
  const test = await startTestApplication({ start: '2026-04-01T00:00:00.000Z' });
  running.push(test);
  const { application, clock } = test;
  const { database, blobs } = application.parts;
  const jobs = createJobRunner({ database, blobs, clock, log: silentLog, modules: await discoverModules() });
  const { tenantId } = await replay(script, { application, clock, jobs, ...(until === undefined ? {} : { until }) });
  const caller = observer(tenantId, 0);
  const client = application.client(engagementContract, caller);
  const engagementId = (await client.listEngagements({})).engagements[0]?.id ?? '';
  return {
    clauses: await traceOf(application, caller, script.specification),
    obligations: (await client.listObligations({ engagementId })).obligations,
    journal: await database.transaction(tenantId, (tx) => verifyJournal(tx)),
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
  it('leaves none of the 149 clauses unknown, open or breached, and an unbroken journal', async () => {
    const { clauses, obligations, journal } = await play(year);
    expect(clauses).toHaveLength(149);
    expect(clauses.filter((clause) => !['met', 'evidenced', 'statement'].includes(clause.state))).toEqual([]);
    expect(clauses.every((clause) => clause.proof.length > 0 || clause.reason !== null)).toBe(true);
    expect(wrong(obligations)).toEqual([]);
    expect(journal.broken).toBeNull();
    expect(journal.entries).toBeGreaterThan(500);
  });

  it('stands without any breach in its middle, with work still to do', async () => {
    const { clauses, obligations } = await play(year, year.demonstrationDay);
    expect(wrong(obligations)).toEqual([]);
    expect(clauses.filter((clause) => clause.state === 'breached' || clause.state === 'unknown')).toEqual([]);
    expect(clauses.filter((clause) => clause.state === 'planned').length).toBeGreaterThan(10);
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
    const late = await play(
      variant((step) =>
        step.title === '議事録と発見事項の概要を提出する' && step.at.startsWith('2026-12-07')
          ? { ...step, at: '2026-12-10 11:00' }
          : step,
      ),
      AFTERWARDS,
    );
    expect(added(before, wrong(late.obligations)).toSorted()).toEqual([
      '9(1)イ(イ)-p4/minutes late',
      '9(1)イ(イ)-p6/outline late',
    ]);
    const noInspection = await play(
      variant((step) => (/検査/.test(step.title) ? null : step)),
      AFTERWARDS,
    );
    expect(added(before, wrong(noInspection.obligations)).map((item) => item.split('/')[0])).toEqual(['10(11)-p1']);
  });
});
