/** The cap as it stands in the records of an engagement. */
import { AppError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import type { Cap } from '../conditions.ts';
import type { MeterView } from '../contract.ts';
import { countedUnder, firstWithRoom, meterOf, periodDays, periodName, periodOf, unitsLeft } from '../rules/cap.ts';
import { type ConsultationRow, listConsultationRows, lockCap } from '../store.ts';
import type { Setting } from './common.ts';

const handledOf = (row: ConsultationRow) => ({
  answers: row.answers,
  questions: row.questions,
  waitingOn: row.state === 'contractor' ? row.planned_on : null,
});

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
  consultations: rows.map((row) => countedUnder(cap, handledOf(row))),
});

/** Use of the cap in the period of a day. */
export function meterView(records: CapRecords, day: string): MeterView {
  const { cap } = records;
  const { clause, unit, per, carryOver } = cap;
  return { clause, unit, per, carryOver, ...meterOf({ ...inputOf(records), period: periodOf(day, per) }) };
}

export type Overrun = { readonly choice: 'exceed'; readonly reason: string } | { readonly choice: 'next-period' };

export interface Taken {
  readonly planned_on: string | null;
  readonly exceeded_on: string | null;
  readonly exceeded_because: string;
}

const FREE: Taken = { planned_on: null, exceeded_on: null, exceeded_because: '' };

/**
 * Takes a consultation on for the contractor: inside the cap of the present period, or beyond it as the office chose.
 * Null when the cap is used up and nobody chose.
 */
export async function takeOn(
  context: Context,
  { profile, conditions }: Setting,
  row: Pick<ConsultationRow, 'answers' | 'questions'>,
  overrun: Overrun | null,
): Promise<Taken | null> {
  const cap = conditions?.cap ?? null;
  if (cap === null) return FREE;
  await lockCap(context.tx, profile.id);
  const records = await capRecords(context, cap, profile);
  const units = unitsLeft(cap, row);
  if (meterView(records, context.today).left >= units) return { ...FREE, planned_on: context.today };
  if (overrun === null) return null;
  if (overrun.choice === 'exceed') {
    return { planned_on: context.today, exceeded_on: context.today, exceeded_because: overrun.reason };
  }
  const present = periodOf(context.today, cap.per);
  const free = firstWithRoom(inputOf(records), present, units, profile.periodTo);
  if (free === null) {
    throw new AppError('state.refused', {
      message: '契約期間の末日までに、空きのある期がありません。上限を超えて受けるかどうかを選んでください。',
    });
  }
  return { ...FREE, planned_on: periodDays(free).from };
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

/**
 * Whether an answer of this day uses up a part of the cap, having made sure that the part is there or that the office let it
 * go. Answers that use up nothing, such as further ones to the same consultation, pass.
 */
export async function countAnswer(
  context: Context,
  { profile, conditions }: Setting,
  row: ConsultationRow,
  answer: { readonly on: string; readonly questions: number },
): Promise<boolean> {
  const cap = conditions?.cap ?? null;
  if (cap === null) return row.answers.length === 0;
  const units = cap.unit === 'question' ? answer.questions : unitsLeft(cap, row);
  if (units === 0) return false;
  await lockCap(context.tx, profile.id);
  const period = periodOf(answer.on, cap.per);
  if (row.exceeded_on !== null && periodOf(row.exceeded_on, cap.per) === period) return true;
  if (row.planned_on !== null && periodOf(row.planned_on, cap.per) > period) {
    throw new AppError('state.refused', {
      message: `${periodName(periodOf(row.planned_on, cap.per))}に回した相談です。その期に入ってから回答するか、担当課が上限を超えて今期に受けることを確認してください。`,
    });
  }
  const records = await capRecords(context, cap, profile);
  const others = { ...records, rows: records.rows.filter(({ id }) => id !== row.id) };
  const own = countedUnder(cap, { answers: row.answers, questions: row.questions, waitingOn: null }).answered;
  const before = own.filter((one) => one.period === period).reduce((sum, one) => sum + one.units, 0);
  const { used, max, carried } = meterView(others, answer.on);
  if (used + before + units > max + carried) {
    throw new AppError('state.refused', {
      message: `${periodName(period)}の上限${max + carried}件を既に使い切っています。担当課が、上限を超えて受けることを理由とともに確認してから回答してください。`,
    });
  }
  return true;
}
