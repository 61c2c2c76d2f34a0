/** The board: duties by urgency, what will be late, the week, and what is new since a person's last look. */
import { addDays } from '../../../core/calendar/index.ts';
import {
  BOARD_GROUPS,
  boardGrouping,
  forecastMonths,
  type Obligation,
  stateSince,
  weekOf,
} from '../../../core/obligation/index.ts';
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import type { Context } from '../../../kernel/module.ts';
import { OK } from '../../../kernel/schema.ts';
import type { BoardItem, engagementContract } from '../contract.ts';
import { calendarOf } from '../rules.ts';
import { saveLook, selectLook, selectRequests } from '../store-board.ts';
import { requireEngagement } from '../store.ts';
import { readCalendarEntries } from './calendar-entries.ts';
import { type Board, boardOf } from './evaluated.ts';
import { viewOf } from './obligations.ts';

type Contract = typeof engagementContract;
type In<K extends keyof Contract['operations']> = ParsedInputOf<Contract, K>;
type Out<K extends keyof Contract['operations']> = Promise<OutputOf<Contract, K>>;

/** Records shown behind one duty, and duties shown of one month and as risks; what is left out is counted. */
const PROOF_SHOWN = 20;
const MONTH_SHOWN = 60;
const RISKS_SHOWN = 100;
const NOTICES_SHOWN = 20;

export async function listBoard(context: Context, input: In<'listBoard'>): Out<'listBoard'> {
  const board = await boardOf(context, input.engagementId);
  const { group: wanted, page, pageSize } = input;
  const detail = await detailsOf(context, board, input.engagementId);
  const found = Map.groupBy(
    board.obligations.filter((it) => isWanted(it, input, detail)),
    detail.group,
  );
  const shown = BOARD_GROUPS.filter((group) => wanted === 'all' || group === wanted).map(
    (group) => found.get(group) ?? [],
  );
  return {
    today: context.today,
    groups: BOARD_GROUPS.map((group) => ({ group, count: found.get(group)?.length ?? 0 })),
    total: shown.reduce((sum, duties) => sum + duties.length, 0),
    items: pageOf(shown, (page - 1) * pageSize, pageSize).map(detail.item),
    choices: choicesOf(board),
  };
}

/** A stretch of the groups in order; only groups that it touches are put in order, for most are long and done. */
function pageOf(groups: readonly (readonly Obligation[])[], from: number, size: number): Obligation[] {
  const page: Obligation[] = [];
  let before = 0;
  for (const duties of groups) {
    const [start, end] = [Math.max(0, from - before), from + size - before];
    if (start < duties.length && end > 0) page.push(...duties.toSorted(byDue).slice(start, end));
    before += duties.length;
  }
  return page;
}

interface Derived {
  readonly clauses: ReadonlySet<string>;
  readonly months: readonly string[];
}

const derived = new WeakMap<readonly Obligation[], Derived>();

/** What a long list gives once for all who look at it, until a new fact changes the list. */
function derivedFrom(obligations: readonly Obligation[]): Derived {
  const known = derived.get(obligations);
  if (known !== undefined) return known;
  const made = {
    clauses: new Set(obligations.map(({ clause }) => clause)),
    months: [...new Set(obligations.flatMap(({ due }) => (due === null ? [] : [due.slice(0, 7)])))].sort(),
  };
  derived.set(obligations, made);
  return made;
}

interface Details {
  readonly group: (obligation: Obligation) => BoardItem['group'];
  readonly item: (obligation: Obligation) => BoardItem;
  capability(clause: string): string;
  kind(clause: string): string;
  title(clause: string): string;
  persons(clause: string): readonly string[];
}

async function detailsOf(context: Context, board: Board, engagementId: string): Promise<Details> {
  const clauses = new Map(board.setting.specification.clauses.map((clause) => [clause.id, clause]));
  const persons = new Map(board.tasks.map(({ clause, members }) => [clause, members]));
  const requests = await selectRequests(context.tx, engagementId);
  const requested = new Set(requests.filter(({ state }) => state === 'requested').map(({ key }) => key));
  const { notReady, risks } = board;
  const day = { today: context.today, atRisk: new Set(risks.keys()), notReady };
  const details: Details = {
    group: boardGrouping(day),
    capability: (clause) => clauses.get(clause)?.capability ?? '',
    kind: (clause) => clauses.get(clause)?.kind ?? '',
    title: (clause) => clauses.get(clause)?.title ?? '',
    persons: (clause) => persons.get(clause) ?? [],
    item: (obligation) => ({
      ...viewOf(obligation, details.title(obligation.clause)),
      proof: obligation.proof.slice(0, PROOF_SHOWN),
      moreProof: Math.max(0, obligation.proof.length - PROOF_SHOWN),
      group: details.group(obligation),
      capability: details.capability(obligation.clause),
      risk: risks.get(obligation.key)?.sentence ?? null,
      persons: [...details.persons(obligation.clause)],
      waiverRequested: requested.has(obligation.key),
    }),
  };
  return details;
}

function isWanted(it: Obligation, wanted: In<'listBoard'>, details: Details): boolean {
  const { party, state, capability, kind, person, month, clause } = wanted;
  return (
    (party === 'all' || it.party === party || it.party === 'both') &&
    (state === 'all' || (state === 'open' ? isOpen(it) : it.state === state)) &&
    (capability === '' || details.capability(it.clause) === capability) &&
    (kind === '' || details.kind(it.clause) === kind) &&
    (person === '' || details.persons(it.clause).includes(person)) &&
    (month === '' || (it.due?.startsWith(month) ?? false)) &&
    (clause === '' || namesClause(it, clause, details))
  );
}

/** An exact clause id means this clause alone; anything else is looked for in clause, its title and the duty. */
function namesClause(it: Obligation, words: string, details: Details): boolean {
  if (it.clause === words) return true;
  if (details.title(words) !== '') return false;
  return it.clause.includes(words) || details.title(it.clause).includes(words) || it.title.includes(words);
}

const isOpen = ({ state }: Obligation): boolean => state !== 'met' && state !== 'late' && state !== 'waived';

function byDue(a: Obligation, b: Obligation): number {
  const [dueA, dueB] = [a.due ?? '9999', b.due ?? '9999'];
  return dueA < dueB ? -1 : dueA > dueB ? 1 : a.key < b.key ? -1 : 1;
}

function choicesOf({ setting, obligations, tasks }: Board): OutputOf<Contract, 'listBoard'>['choices'] {
  const { clauses } = setting.specification;
  const { clauses: used, months } = derivedFrom(obligations);
  const distinct = (values: readonly string[]): string[] => [...new Set(values)].sort();
  return {
    capabilities: distinct(clauses.filter(({ id }) => used.has(id)).map(({ capability }) => capability)),
    kinds: distinct(clauses.filter(({ id }) => used.has(id)).map(({ kind }) => kind)),
    persons: distinct(tasks.flatMap(({ members }) => members)),
    months: [...months],
  };
}

export async function forecastObligations(
  context: Context,
  input: In<'forecastObligations'>,
): Out<'forecastObligations'> {
  const { obligations, risks, notReady, setting } = await boardOf(context, input.engagementId);
  const ready = obligations.filter(({ key }) => !notReady.has(key));
  const byKey = new Map(ready.map((it) => [it.key, it]));
  return {
    today: context.today,
    months: forecastMonths(ready, context.today, setting.engagement.periodTo).map(({ duties, ...month }) => ({
      ...month,
      weeks: [...month.weeks],
      duties: duties.slice(0, MONTH_SHOWN).map((it) => ({
        ...{ key: it.key, title: it.title, clause: it.clause, party: it.party },
        due: it.due ?? context.today,
        derivation: it.derivation,
        risk: risks.get(it.key)?.sentence ?? null,
      })),
      more: Math.max(0, duties.length - MONTH_SHOWN),
    })),
    risks: [...risks].slice(0, RISKS_SHOWN).flatMap(([key, risk]) => {
      const it = byKey.get(key);
      return it === undefined ? [] : [{ key, title: it.title, clause: it.clause, party: it.party, ...risk }];
    }),
  };
}

export async function getWeek(context: Context, input: In<'getWeek'>): Out<'getWeek'> {
  const { engagementId } = input;
  const board = await boardOf(context, engagementId);
  const details = await detailsOf(context, board, engagementId);
  const { specification, closedDays } = board.setting;
  const calendar = calendarOf(
    specification,
    closedDays.map(({ day }) => day),
  );
  const named = new Map(closedDays.map(({ day, name }) => [day, name]));
  const entries = await readCalendarEntries(context, board.setting);
  const { from, to } = weekOf(input.day ?? context.today);
  const days = Array.from({ length: 7 }, (_, offset) => addDays(from, offset));
  return {
    today: context.today,
    from,
    to,
    days: days.map((day) => ({
      day,
      closed: named.get(day) ?? calendar.closedReason(day) ?? null,
      duties: board.obligations.filter((it) => it.due === day && isOpen(it)).map(details.item),
      meetings: entries.meetings
        .filter((it) => it.day === day)
        .map(({ id, name, confirmed }) => ({ id, name, confirmed })),
      milestones: entries.milestones.filter((it) => it.day === day).map(({ name }) => name),
    })),
    late: board.obligations
      .filter((it) => details.group(it) === 'late')
      .sort(byDue)
      .slice(0, MONTH_SHOWN)
      .map(details.item),
  };
}

/** What became due or late for the caller's side since they last opened the board; without a look, in the last week. */
export async function listNotices(context: Context, input: In<'listNotices'>): Out<'listNotices'> {
  const { engagementId } = input;
  const look = await selectLook(context.tx, engagementId, context.caller.accountId);
  const since = look ?? addDays(context.today, -7);
  const { obligations, notReady } = await boardOf(context, engagementId);
  const { party } = context.caller;
  const fresh = obligations.flatMap((it) => {
    const { key, title, clause, due, state } = it;
    if ((it.party !== party && it.party !== 'both') || notReady.has(key)) return [];
    const began = stateSince(it);
    if ((state !== 'due' && state !== 'breached') || began === null) return [];
    return began > since && began <= context.today ? [{ key, title, clause, due, state, since: began }] : [];
  });
  const items = fresh.sort((a, b) => (a.since < b.since ? 1 : a.since > b.since ? -1 : a.key < b.key ? -1 : 1));
  return { since: look, total: items.length, items: items.slice(0, NOTICES_SHOWN) };
}

export async function markBoardSeen(context: Context, { engagementId }: In<'markBoardSeen'>): Out<'markBoardSeen'> {
  await requireEngagement(context.tx, engagementId);
  await saveLook(context.tx, engagementId, context.caller.accountId, context.today);
  return OK;
}
