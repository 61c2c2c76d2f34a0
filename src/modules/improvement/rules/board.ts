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

/** One row per bureau, in the order of their first plan; a department without a bureau stands for itself. */
export function byBureau(plans: readonly PlanView[]): BoardRow[] {
  const groups = Map.groupBy(plans, ({ bureauName, departmentName }) =>
    bureauName === '' ? departmentName : bureauName,
  );
  return [...groups].map(([bureauName, own]) => ({ bureauName, ...countsOf(own) }));
}
