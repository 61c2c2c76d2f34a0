/**
 * Every list of the product over real rows: of Chiba's year on the day of the demonstration, and of Fukuoka's at its end.
 * What goes out as a spreadsheet or as text and comes back as it was changes nothing.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadYear } from '../../src/cli/year/years.ts';
import { replay } from '../../src/cli/year/replay.ts';
import type { Caller } from '../../src/kernel/caller.ts';
import { discoverModules } from '../../src/kernel/discovery.ts';
import { AppError } from '../../src/kernel/error.ts';
import { createJobRunner } from '../../src/kernel/job.ts';
import { silentLog } from '../../src/kernel/log.ts';
import type { Role } from '../../src/kernel/role.ts';
import { startTestApplication, type TestApplication } from '../../src/kernel/test-application.ts';
import { engagementContract } from '../../src/modules/engagement/contract.ts';
import { exchangeContract } from '../../src/modules/exchange/contract.ts';

/** Lists that no played year brings about: a draft of a specification, a survey of persons, a revised standard, and versions
 * of a paper that were cut for the public or brought by the contractor. */
const NEVER_OPENED: readonly string[] = [
  'specification.drafts',
  'self-check.respondents',
  'standards.matches',
  'deliverables.removed-pieces',
  'deliverables.own-versions',
];

const opened = new Set<string>();
/** Lists that came back with rows in them. */
const carried = new Set<string>();
const names = (await discoverModules()).flatMap(({ contract, lists }) => lists.map(({ id }) => `${contract.id}.${id}`));

const PEOPLE: readonly (readonly [Caller['party'], readonly Role[]])[] = [
  ['city', ['security-office']],
  ['contractor', ['project-manager', 'audit-lead']],
  ['city', ['administrator']],
  ['city', ['ciso']],
];

describe.each([{ name: 'chiba-2026' }, { name: 'fukuoka-2025' }])('lists of the year of $name', ({ name }) => {
  let test: TestApplication;
  let engagementId = '';
  let callers: readonly Caller[] = [];

  beforeAll(async () => {
    test = await startTestApplication({ start: '2023-04-01T00:00:00.000Z' });
    const { application, clock } = test;
    const { database, blobs } = application.parts;
    const jobs = createJobRunner({ database, blobs, clock, log: silentLog, modules: await discoverModules() });
    const year = await loadYear(name);
    const until = name === 'chiba-2026' ? { until: year.demonstrationDay } : {};
    const { tenantId } = await replay(year, { application, clock, jobs, ...until });
    callers = PEOPLE.map(([party, roles]) => ({ ...test.caller(roles), tenantId, party, roles }));
    const { engagements } = await application.client(engagementContract, callers[0] as Caller).listEngagements({});
    engagementId = engagements[0]?.id ?? '';
  }, 600_000);
  afterAll(() => test.close());

  it('come back unchanged, whoever may edit them', { timeout: 600_000 }, async () => {
    const wrong: string[] = [];
    const seen = new Set<string>();
    for (const [caller, scope] of callers.flatMap((one) => [[one, engagementId] as const, [one, null] as const])) {
      const exchange = test.application.client(exchangeContract, caller);
      const { lists } = await exchange.listLists({ engagementId: scope });
      for (const { list, editable, per } of lists) {
        // A list that the caller only reads is taken by the next one, who may edit it; the last one reads it.
        if (seen.has(list) || (!editable && caller !== callers.at(-1))) continue;
        const subjects =
          per === null
            ? [null]
            : (await exchange.listSubjects({ list, engagementId: scope })).subjects.map(({ id }) => id);
        // Of a list that is kept per department, audit or form the first is looked at.
        for (const subject of subjects.slice(0, 1)) {
          const chosen = { list, engagementId: scope, subject };
          for (const format of ['xlsx', 'csv'] as const) {
            const file = await exchange.downloadList({ ...chosen, format }).catch(refusal);
            if (file === null) continue;
            seen.add(list);
            opened.add(list);
            if (!editable) continue;
            const fileId = (await test.application.upload(caller, file.name, chunks(file.bytes))).id;
            const { added, changed, removed, refused, unchanged } = await exchange.previewList({ ...chosen, fileId });
            if (unchanged > 0) carried.add(list);
            if (added.length + changed.length + removed.length + refused.length > 0)
              wrong.push(`${list} ${format}: ${JSON.stringify({ added, changed, removed, refused }).slice(0, 400)}`);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

it('are all that the product has, most of those that may be edited with rows in them', () => {
  expect(names.filter((one) => !opened.has(one))).toEqual(NEVER_OPENED);
  expect(carried.size).toBeGreaterThan(40);
});

async function* chunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** What a procedure has yet to bring about is told by its page. */
function refusal(error: unknown): null {
  if (error instanceof AppError && error.code === 'state.refused') return null;
  throw error;
}
