/** Counting plans: per bureau, per kind of audit. Pure. */
import type { BoardRow } from '../contract/follow-up.ts';
import type { PlanView } from '../contract/plans.ts';

type Counts = Omit<BoardRow, 'bureauName'>;

export function countsOf(plans: readonly PlanView[]): Counts {
  const number = (test: (plan: PlanView) => boolean): number => plans.filter(test).length;
  return {
    all: plans.length,
    department: number(({ waiting }) => waiting === 'department'),
    contractor: number(({ waiting }) => waiting === 'contractor'),
    city: number(({ waiting }) => waiting === 'city'),
    late: number(({ late }) => late),
    done: number(({ state }) => state === 'closed'),
  };
}

/** One row per bureau, in the order of their first plan; departments without a bureau stand together at the end. */
export function byBureau(plans: readonly PlanView[]): BoardRow[] {
  const groups = [...Map.groupBy(plans, ({ bureauName }) => bureauName)];
  return groups
    .toSorted(([a], [b]) => (a === '' ? 1 : 0) - (b === '' ? 1 : 0))
    .map(([bureauName, own]) => ({ bureauName, ...countsOf(own) }));
}
