/** What will be late as things stand, and what falls due in the months that remain. Pure. */
import { addDays, daysBetween, endOfMonth, formatEra, type Day } from '../calendar/index.ts';
import { weekOf } from './board.ts';
import type { Obligation, Quantity } from './obligation.ts';

/**
 * Why a duty will be late: `plan` its work is planned to end after the due date, `pace` fewer records than the elapsed
 * share of the period asks for, `cap` the use grows faster than the maximum allows, `validity` what holds today runs out.
 */
export type RiskCause = 'plan' | 'pace' | 'cap' | 'validity';

/** `expected`: when it would happen as things stand, null where no day follows. */
export type Risk = { readonly cause: RiskCause; readonly expected: Day | null; readonly sentence: string };

export type Outlook = {
  readonly today: Day;
  /** By clause: the day on which the work under the clause is planned to end. Finished work is left out. */
  readonly plannedEnds: ReadonlyMap<string, Day>;
};

/** The duties that will be late as things stand, by key. Only duties that can still be fulfilled. */
export function forecastRisks(obligations: readonly Obligation[], outlook: Outlook): Map<string, Risk> {
  const siblings = new Map<string, number>();
  for (const { type, clause, rule } of obligations) {
    if (type !== 'respond' || !outlook.plannedEnds.has(clause)) continue;
    siblings.set(`${clause}/${rule}`, (siblings.get(`${clause}/${rule}`) ?? 0) + 1);
  }
  const risks = new Map<string, Risk>();
  for (const obligation of obligations) {
    if (!isOpen(obligation)) continue;
    const isAlone = (): boolean => siblings.get(`${obligation.clause}/${obligation.rule}`) === 1;
    const risk = riskOf(obligation, outlook, isAlone);
    if (risk) risks.set(obligation.key, risk);
  }
  return risks;
}

const isOpen = ({ state }: Obligation): boolean => state === 'not-due' || state === 'due';

function riskOf(obligation: Obligation, { today, plannedEnds }: Outlook, isAlone: () => boolean): Risk | null {
  const { type, due, quantity, proof, missing } = obligation;
  if (type === 'holds') {
    // Before the period begins there is no record behind the finding, and its date is no end of a validity.
    return due === null || proof.length === 0 ? null : { cause: 'validity', expected: due, sentence: missing };
  }
  if (quantity) return capRisk(quantity, today) ?? paceRisk(quantity, today);
  // Answers that are owed again and again have no single work item that ends late.
  const single = type === 'by' || (type === 'respond' && isAlone());
  const planned = single ? plannedEnds.get(obligation.clause) : undefined;
  if (due === null || planned === undefined || planned <= due) return null;
  const sentence = `関係する作業の終了予定日（${formatEra(planned)}）が、期限の${formatEra(due)}より後です。`;
  return { cause: 'plan', expected: planned, sentence };
}

function paceRisk({ have, min, from, to }: Quantity, today: Day): Risk | null {
  const share = elapsed(from, to, today);
  if (min === null || !share || have >= min) return null;
  const wanted = Math.floor((min * share.days) / share.total);
  if (have >= wanted) return null;
  const sentence = `期間の${share.days}日目（全${share.total}日）で${wanted}回に達しているはずのところ、記録は${have}回です。`;
  return { cause: 'pace', expected: to, sentence };
}

/** One record makes no trend: two are needed. */
function capRisk({ have, max, from, to }: Quantity, today: Day): Risk | null {
  const share = elapsed(from, to, today);
  if (max === null || from === null || !share || have < 2 || have > max) return null;
  if (have * share.total <= max * share.days) return null;
  const reached = addDays(from, Math.ceil((share.days * (max + 1)) / have) - 1);
  const expected = to !== null && reached > to ? to : reached;
  const sentence = `${share.days}日で${have}件の進み方では、${formatEra(expected)}ごろに上限の${max}件を超えます。`;
  return { cause: 'cap', expected, sentence };
}

/** Days of the period up to today, today included; null outside the period. */
function elapsed(
  from: Day | null,
  to: Day | null,
  today: Day,
): { readonly days: number; readonly total: number } | null {
  if (from === null || to === null || today < from || today > to) return null;
  return { days: daysBetween(from, today) + 1, total: daysBetween(from, to) + 1 };
}

export type PartyCount = { readonly contractor: number; readonly city: number };

export type WeekForecast = PartyCount & { readonly from: Day; readonly to: Day };

/** What is still open and falls due in a month. A duty of both parties counts for each. */
export type MonthForecast = PartyCount & {
  /** `YYYY-MM`. */
  readonly month: string;
  /** Monday to Sunday, cut to the month and to the days from today on. */
  readonly weeks: readonly WeekForecast[];
  /** The duties by due date. */
  readonly duties: readonly Obligation[];
};

/** Month by month from today to the end of the contract, also the months in which nothing is due. */
export function forecastMonths(obligations: readonly Obligation[], today: Day, periodTo: Day): MonthForecast[] {
  const open = obligations
    .filter((it) => isOpen(it) && it.due !== null && it.due >= today)
    .toSorted((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : a.due === b.due ? 0 : 1));
  const last = open.at(-1)?.due ?? periodTo;
  const end = last > periodTo ? last : periodTo;
  const byMonth = Map.groupBy(open, ({ due }) => (due ?? '').slice(0, 7));
  const months: MonthForecast[] = [];
  for (let from = today; from <= end; from = addDays(endOfMonth(from), 1)) {
    const month = from.slice(0, 7);
    const duties = byMonth.get(month) ?? [];
    months.push({ month, ...countParties(duties), weeks: weeksOf(from, endOfMonth(from), duties), duties });
  }
  return months;
}

function weeksOf(from: Day, to: Day, duties: readonly Obligation[]): WeekForecast[] {
  const weeks: WeekForecast[] = [];
  for (let start = from; start <= to; start = addDays(weekOf(start).to, 1)) {
    const sunday = weekOf(start).to;
    const end = sunday < to ? sunday : to;
    const due = duties.filter((duty) => duty.due !== null && start <= duty.due && duty.due <= end);
    weeks.push({ from: start, to: end, ...countParties(due) });
  }
  return weeks;
}

function countParties(duties: readonly Obligation[]): PartyCount {
  const count = (party: 'contractor' | 'city'): number =>
    duties.filter((duty) => duty.party === party || duty.party === 'both').length;
  return { contractor: count('contractor'), city: count('city') };
}
