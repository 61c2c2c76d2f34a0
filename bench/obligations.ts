/** Duties: a thousand spoilt years evaluated, and the board of an engagement with a long journal. */
import { readConfig } from '../src/kernel/config.ts';
import type { Tx } from '../src/kernel/database.ts';
import { appendFacts, readFacts } from '../src/kernel/journal.ts';
import { silentLog } from '../src/kernel/log.ts';
import { createTenant } from '../src/kernel/tenant.ts';
import { createCalendar } from '../src/core/calendar/index.ts';
import { evaluate, type Fact, rulesOf } from '../src/core/obligation/index.ts';
import { observer } from '../src/cli/commands/trace.ts';
import { openTemporary } from '../src/cli/year/temporary.ts';
import { engagementContract } from '../src/modules/engagement/contract.ts';
import { toFact } from '../src/modules/engagement/rules.ts';
import { type FaultyYear, injectFaults } from '../test/year/fault-injector.ts';
import { type FaultlessYear, faultlessYears } from '../test/year/faultless-years.ts';
import { atLeast, type Finding, median, told, within } from './report.ts';

const YEARS = Number(process.env['BENCH_YEARS'] ?? 1000);
const YEARS_LIMIT = 60;
const FACTS = 20_000;
const BOARD_LIMIT = 100;
const LOOKS = 40;
/** A board from memory must be clearly faster than one that reads and evaluates everything. */
const RATIO_LIMIT = 3;

export async function obligations(say: (text: string) => void): Promise<readonly Finding[]> {
  const years = await faultlessYears();
  say(`specifications: ${years.map(({ id }) => id).join(', ')}`);
  return [...thousandYears(years, say), ...(await longBoard(years, say))];
}

interface Spoilt {
  readonly year: FaultlessYear;
  readonly faulty: FaultyYear;
}

function thousandYears(years: readonly FaultlessYear[], say: (text: string) => void): Finding[] {
  const calendar = createCalendar();
  const spoilt: Spoilt[] = [];
  for (let seed = 1; spoilt.length < YEARS; seed += 1) {
    const year = years[seed % years.length];
    if (year !== undefined) spoilt.push({ year, faulty: injectFaults(year.specification, year.facts, seed) });
    if (seed % 200 === 0) say(`${seed} years spoilt`);
  }
  const rules = new Map(years.map(({ id, specification }) => [id, rulesOf(specification.clauses)]));
  const from = performance.now();
  const found = spoilt.map(({ year, faulty }) =>
    evaluate(rules.get(year.id) ?? [], faulty.facts, calendar, faulty.today).filter(
      ({ state }) => state === 'late' || state === 'breached',
    ),
  );
  const seconds = (performance.now() - from) / 1000;
  const wrong = spoilt.filter(({ faulty }, position) => {
    const reported = new Map((found[position] ?? []).map(({ key, state }) => [key, state]));
    return (
      reported.size !== faulty.expected.size || [...faulty.expected].some(([key, state]) => reported.get(key) !== state)
    );
  });
  const faults = spoilt.reduce((sum, { faulty }) => sum + faulty.faults.length, 0);
  const facts = spoilt.reduce((sum, { faulty }) => sum + faulty.facts.length, 0);
  return [
    told('spoilt years', `${spoilt.length} years, ${faults} faults, ${facts} facts`),
    within('years in which not exactly these are reported', wrong.length, 0, 'years'),
    within(`${YEARS} years evaluated`, seconds, YEARS_LIMIT, 's'),
  ];
}

async function longBoard(years: readonly FaultlessYear[], say: (text: string) => void): Promise<Finding[]> {
  const [year] = years.filter(({ id }) => id === 'chiba-2026');
  if (year === undefined) return [];
  const service = await openTemporary(readConfig({}), silentLog);
  const { application, clock, database } = service;
  try {
    clock.moveTo('2026-06-01T00:00:00.000Z');
    const tenantId = await createTenant(database, { code: 'bench', name: 'あおば市' }, clock.now());
    const engagement = application.client(engagementContract, observer(tenantId, 0));
    const { engagementId } = await engagement.createEngagement({
      specification: year.id,
      contractDate: '2026-06-01',
      contractor: '青空監査法人',
      client: { department: '業務改革推進課', address: '中央区一番1号', tel: '000-000-0000', fax: '', email: '' },
      places: ['市役所'],
    });
    const facts = manyFacts(year.facts);
    for (let at = 0; at < facts.length; at += 1000) {
      await database.transaction(tenantId, (tx) => write(tx, engagementId, facts.slice(at, at + 1000)));
    }
    clock.moveTo('2027-03-31T03:00:00.000Z');
    say(`${facts.length} facts written`);
    const board = async (): Promise<number> => {
      const from = performance.now();
      await engagement.listBoard({ engagementId });
      return performance.now() - from;
    };
    const cold = await board();
    const warm = await repeated(LOOKS, board);
    const grown = await repeated(LOOKS, async () => {
      const fact = facts[Math.floor(facts.length / 2)];
      if (fact === undefined) return 0;
      await database.transaction(tenantId, (tx) => write(tx, engagementId, [{ ...fact, day: '2027-03-31' }]));
      return board();
    });
    clock.advance(24 * 3_600_000);
    const nextDay = await board();
    const naive = await repeated(5, async () => {
      const from = performance.now();
      await database.transaction(tenantId, async (tx) => {
        const all = (await readFacts(tx, { engagementId })).map(toFact);
        evaluate(rulesOf(year.specification.clauses), all, createCalendar(), '2027-04-01');
      });
      return performance.now() - from;
    });
    const { total } = await engagement.listBoard({ engagementId });
    return [
      told('board', `${FACTS} facts, ${total} duties`),
      within('board', median(warm), BOARD_LIMIT, 'ms'),
      within('board after one more fact', median(grown), BOARD_LIMIT, 'ms'),
      told('board, first after a start', `${cold.toFixed(0)} ms`),
      told('board, first of a day', `${nextDay.toFixed(0)} ms`),
      told('everything read and evaluated', `${median(naive).toFixed(0)} ms`),
      atLeast('that over a board', median(naive) / median(warm), RATIO_LIMIT),
    ];
  } finally {
    await service.close();
  }
}

/** The year over and over, every time about other things, in the order of the days. */
function manyFacts(year: readonly Fact[]): Fact[] {
  const own = year.filter(({ kind }) => kind !== 'engagement.created');
  return Array.from({ length: FACTS }, (_, position) => {
    const round = Math.floor(position / own.length);
    const fact = own[position % own.length];
    if (fact === undefined) throw new Error('an empty year');
    return round === 0 ? fact : { ...fact, subject: `${fact.subject}~${round}` };
  }).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

async function write(tx: Tx, engagementId: string, facts: readonly Fact[]): Promise<void> {
  const accountId = observer(tx.tenantId, 0).accountId;
  await appendFacts(
    tx,
    facts.map(({ day, kind, subject, data, actor }) => ({
      tenantId: tx.tenantId,
      actor: { accountId, party: actor.party, roles: [] },
      at: new Date(`${day}T01:00:00.000Z`),
      fact: { engagementId, kind, subject, data },
    })),
  );
}

async function repeated(times: number, measure: () => Promise<number>): Promise<number[]> {
  const found: number[] = [];
  for (let round = 0; round < times; round += 1) found.push(await measure());
  return found;
}
