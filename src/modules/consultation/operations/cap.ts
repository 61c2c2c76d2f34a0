/** The cap as it stands in the records of an engagement. */
import { AppError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import type { Cap } from '../conditions.ts';
import type { MeterView } from '../contract.ts';
import { countedUnder, firstWithRoom, meterOf, periodDays, periodOf, unitsOf } from '../rules/cap.ts';
import { type ConsultationRow, listConsultationRows, lockCap } from '../store.ts';
import type { Setting } from './setting.ts';

export interface CapRecords {
  readonly cap: Cap;
  readonly start: string;
  readonly today: string;
  readonly rows: readonly ConsultationRow[];
}

const inputOf = ({ cap, start, today, rows }: CapRecords) => ({
  cap,
  start,
  today,
  counted: rows.flatMap((row) =>
    countedUnder(cap, { taken: row.taken, answered: row.answered_on !== null, open: row.state === 'contractor' }),
  ),
});

/** Use of the cap in the period of a day. */
export function meterView(records: CapRecords, day: string): MeterView {
  const { cap } = records;
  const { clause, unit, per, carryOver } = cap;
  return { clause, unit, per, carryOver, ...meterOf({ ...inputOf(records), period: periodOf(day, per) }) };
}

export async function capRecords(
  context: Context,
  cap: Cap,
  profile: { readonly id: string; readonly contractDate: string },
): Promise<CapRecords> {
  return {
    cap,
    start: profile.contractDate,
    today: context.today,
    rows: await listConsultationRows(context.tx, profile.id),
  };
}

export type Overrun = { readonly choice: 'exceed'; readonly reason: string } | { readonly choice: 'next-period' };

/** For which period a consultation is taken on, and how. */
export interface Taking {
  /** A day of the period. */
  readonly on: string;
  /** Null without a cap. */
  readonly period: string | null;
  readonly beyond: boolean;
  readonly later: boolean;
}

/**
 * Takes a consultation on for the contractor: inside the cap of the present period, or beyond it as the office chose.
 * Null when the cap is used up and nobody chose.
 */
export async function takeOn(
  context: Context,
  { profile, conditions }: Setting,
  { id, questions }: Pick<ConsultationRow, 'id' | 'questions'>,
  overrun: Overrun | null,
): Promise<Taking | null> {
  const cap = conditions?.cap ?? null;
  const now = { on: context.today, beyond: false, later: false };
  if (cap === null) return { ...now, period: null };
  await lockCap(context.tx, profile.id);
  const all = await capRecords(context, cap, profile);
  // Taken on anew, what it used before is free.
  const records = { ...all, rows: all.rows.filter((row) => row.id !== id) };
  const units = unitsOf(cap, questions);
  const period = periodOf(context.today, cap.per);
  if (meterView(records, context.today).left >= units) return { ...now, period };
  if (overrun === null) return null;
  if (overrun.choice === 'exceed') return { ...now, period, beyond: true };
  const free = firstWithRoom(inputOf(records), period, units, profile.periodTo);
  if (free === null) {
    throw new AppError('state.refused', {
      message: '契約期間の末日までに、空きのある期がありません。上限を超えて受けるかどうかを選んでください。',
    });
  }
  return { on: periodDays(free).from, period: free, beyond: false, later: true };
}

/** The period for which a consultation was taken on; null without a cap, or when it was not. */
export function plannedPeriod({ conditions }: Setting, { taken }: Pick<ConsultationRow, 'taken'>): string | null {
  const cap = conditions?.cap ?? null;
  const first = taken[0];
  return cap === null || first === undefined ? null : periodOf(first.on, cap.per);
}

/** True while a consultation waits for a period that has not begun. */
export function isDeferred(context: Context, setting: Setting, row: Pick<ConsultationRow, 'taken'>): boolean {
  const planned = plannedPeriod(setting, row);
  const cap = setting.conditions?.cap ?? null;
  return planned !== null && cap !== null && planned > periodOf(context.today, cap.per);
}
