import { parseSpecification, resolveSpecification } from '../../core/specification/index.ts';
import { readContent } from '../../kernel/content.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chibaFacts } from '../../../content/specifications/chiba-2026.facts.fixture.ts';
import { createCalendar } from '../../core/calendar/index.ts';
import { evaluate, rulesOf } from '../../core/obligation/index.ts';
import type { Tx } from '../../kernel/database.ts';
import { newId } from '../../kernel/identifier.ts';
import { appendFacts, readFacts } from '../../kernel/journal.ts';
import { startTestApplication, type TestApplication } from '../../kernel/test-application.ts';
import { createEvaluationCache, type EvaluationCache } from './evaluation-cache.ts';
import { toFact } from './rules.ts';

let test: TestApplication;
let otherTenant: number;
beforeAll(async () => {
  test = await startTestApplication({ start: '2026-06-01T00:00:00.000Z' });
  otherTenant = await test.addTenant('若葉市');
});
afterAll(() => test.close());

const YEAR = chibaFacts();
const specification = resolveSpecification(parseSpecification(readContent('specifications/chiba-2026.yaml')));
const RULES = rulesOf(specification.clauses);
const ACTOR = { accountId: '00000000-0000-7000-8000-000000000001', party: 'contractor', roles: [] } as const;

/** Facts of the year, taken at random, in the municipality's journal at its own time. */
async function append(tx: Tx, engagementId: string, picks: readonly number[], instant: string): Promise<void> {
  const at = new Date(instant);
  await appendFacts(
    tx,
    picks.flatMap((pick) => {
      const fact = YEAR[pick % YEAR.length];
      if (fact === undefined) return [];
      const { kind, subject, data, day } = fact;
      // Some facts tell of an earlier day.
      const draft = { engagementId, kind, subject, data: pick % 3 === 0 ? { ...data, occurredOn: day } : data };
      return [{ tenantId: tx.tenantId, actor: ACTOR, at, fact: draft }];
    }),
  );
}

const subjectOf = (engagementId: string, closedDays: readonly string[] = []) => ({
  engagementId,
  specification,
  closedDays,
});

async function full(tx: Tx, engagementId: string, today: string, closedDays: readonly string[] = []) {
  const facts = (await readFacts(tx, { engagementId })).map(toFact);
  return evaluate(RULES, facts, createCalendar({ closedDays }), today);
}

async function check(
  cache: EvaluationCache,
  tx: Tx,
  engagementId: string,
  today: string,
  closedDays: readonly string[] = [],
) {
  const kept = await cache.read(tx, subjectOf(engagementId, closedDays), (evaluation) => evaluation.at(today));
  expect(kept).toEqual(await full(tx, engagementId, today, closedDays));
}

const picks = fc.array(fc.nat(500), { minLength: 1, maxLength: 6 });
const step = fc.oneof(
  fc.record({ do: fc.constant('append' as const), picks, commit: fc.boolean(), readInside: fc.boolean() }),
  fc.record({ do: fc.constant('read' as const), closed: fc.boolean() }),
  fc.record({ do: fc.constant('overlap' as const), picks, commit: fc.boolean() }),
  fc.record({ do: fc.constant('later' as const), days: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ do: fc.constant('elsewhere' as const), picks }),
);

describe('what is kept in memory', () => {
  it('is what a full evaluation gives, whatever transactions, processes and municipalities do', async () => {
    const { database } = test.application.parts;
    const ROLLED_BACK = new Error('rolled back');
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
        const engagementId = newId(new Date());
        // Two server processes, one of them short of memory.
        const caches = [createEvaluationCache(), createEvaluationCache(8)];
        let now = Date.parse('2026-06-01T00:00:00.000Z');
        const instant = () => new Date(now).toISOString();
        const today = () => instant().slice(0, 10);
        const inside = (tenantId: number, work: (tx: Tx) => Promise<void>) =>
          database.transaction(tenantId, work).catch((error: unknown) => {
            if (error !== ROLLED_BACK) throw error;
          });
        const readAll = () =>
          Promise.all(
            caches.map((cache) => database.transaction(test.tenantId, (tx) => check(cache, tx, engagementId, today()))),
          );
        for (const it of steps) {
          if (it.do === 'later') now += it.days * 86_400_000;
          if (it.do === 'read') {
            await readAll();
            const closed = it.closed ? ['2026-06-10', '2026-11-25'] : [];
            await Promise.all(
              caches.map((cache) =>
                database.transaction(test.tenantId, (tx) => check(cache, tx, engagementId, today(), closed)),
              ),
            );
          }
          if (it.do === 'append') {
            await inside(test.tenantId, async (tx) => {
              await append(tx, engagementId, it.picks, instant());
              if (it.readInside) for (const cache of caches) await check(cache, tx, engagementId, today());
              if (!it.commit) throw ROLLED_BACK;
            });
          }
          if (it.do === 'overlap') {
            // Others read while the writer, who has read its own facts, is still undecided.
            await inside(test.tenantId, async (tx) => {
              await append(tx, engagementId, it.picks, instant());
              for (const cache of caches) await check(cache, tx, engagementId, today());
              await readAll();
              await Promise.all([...caches.map((cache) => check(cache, tx, engagementId, today())), readAll()]);
              if (!it.commit) throw ROLLED_BACK;
            });
          }
          if (it.do === 'elsewhere') {
            await inside(otherTenant, async (tx) => {
              await append(tx, engagementId, it.picks, instant());
              for (const cache of caches) await check(cache, tx, engagementId, today());
            });
          }
          await readAll();
        }
        // The journals stay at the last instant; the next run starts earlier, so they begin anew.
        await reset();
      }),
      { numRuns: 8 },
    );
  }, 120_000);

  it('is bounded: what was not used for longest is forgotten', async () => {
    const cache = createEvaluationCache(25);
    const { database } = test.application.parts;
    const ids = [1, 2, 3].map(() => newId(new Date()));
    for (const id of ids) {
      await database.transaction(test.tenantId, async (tx) => {
        await append(tx, id, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], '2027-12-01T00:00:00.000Z');
        await check(cache, tx, id, '2027-12-01');
      });
    }
    expect(cache.size()).toBe(20);
    const large = newId(new Date());
    await database.transaction(test.tenantId, async (tx) => {
      await append(
        tx,
        large,
        Array.from({ length: 40 }, (_, n) => n),
        '2027-12-01T00:00:00.000Z',
      );
      await check(cache, tx, large, '2027-12-01');
    });
    expect(cache.size()).toBeLessThanOrEqual(25);
  });
});

async function reset(): Promise<void> {
  const { database } = test.application.parts;
  for (const tenantId of [test.tenantId, otherTenant]) {
    await database.transaction(tenantId, async (tx) => {
      await tx
        .db<{ journal_head: { tenant_id: number; at: string } }>()
        .updateTable('journal_head')
        .set({ at: '2026-06-01T00:00:00.000Z' })
        .where('tenant_id', '=', tenantId)
        .execute();
    });
  }
}
