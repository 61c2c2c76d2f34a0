/** Pure decisions of the team module over values alone. */
import { addDays, type Day, fiscalYearLabel, fiscalYearPeriod } from '../../core/calendar/index.ts';
import type { ExperienceCondition } from './conditions.ts';

export interface ExperienceRecord {
  readonly category: string;
  /** Residents at the date that the specification names; null when it does not matter or is not known. */
  readonly population: number | null;
  readonly from: Day;
  readonly to: Day;
  readonly completed: boolean;
  readonly activities: readonly string[];
}

export interface Verdict {
  readonly counted: boolean;
  /** One Japanese sentence for people: why it counts or does not. */
  readonly reason: string;
  /** The clause that decided. */
  readonly clause: string;
}

/**
 * Whether an earlier audit counts as experience. The period asks that the audit was finished between the first day of the
 * first and the last day of the last fiscal year; the start may lie before. Clauses 7(3)イ, ※1, ※2 of chiba.
 */
export function countsAsExperience(record: ExperienceRecord, condition: ExperienceCondition): Verdict {
  const first = fiscalYearPeriod(condition.fromFiscalYear).from;
  const last = fiscalYearPeriod(condition.toFiscalYear).to;
  const years = `${fiscalYearLabel(condition.fromFiscalYear)}から${fiscalYearLabel(condition.toFiscalYear)}まで`;
  const no = (clause: string, reason: string): Verdict => ({ counted: false, clause, reason });
  if (!record.completed) return no(condition.clause, '監査が完了していないため、実績に数えません。');
  if (record.to < first || record.to > last) {
    return no(condition.clause, `監査の完了が${years}の期間にないため、実績に数えません。`);
  }
  const client = refusedClient(record, condition);
  if (client !== null) return no(condition.clientClause, client);
  const lacking = condition.activityGroups.find(
    (group) => !group.anyOf.some((activity) => record.activities.includes(activity)),
  );
  if (lacking !== undefined) {
    return no(condition.activityClause, `業務の内容に「${lacking.name}」が含まれないため、実績に数えません。`);
  }
  return { counted: true, clause: condition.clause, reason: `${years}に完了した、対象となる団体の監査です。` };
}

function refusedClient(record: ExperienceRecord, condition: ExperienceCondition): string | null {
  const count = condition.categories.find((category) => category.name === record.category)?.count ?? 'never';
  if (count === 'always') return null;
  if (count === 'never') return `${record.category}は、実績として認める団体に含まれません。`;
  const min = `${condition.populationMin / 10_000}万人`;
  const month = `${condition.populationAsOf.slice(0, 4)}年${Number(condition.populationAsOf.slice(5))}月`;
  if (record.population === null) {
    return `${record.category}は${month}時点の人口${min}以上に限られますが、人口が記録されていません。`;
  }
  if (record.population >= condition.populationMin) return null;
  return `${month}時点の人口が${min}に満たない${record.category}のため、実績に数えません。`;
}

export interface Validity {
  readonly validFrom: Day;
  /** Last day of validity; null when it does not end. */
  readonly validTo: Day | null;
}

export type Coverage = { readonly covered: false } | { readonly covered: true; readonly until: Day | null };

/**
 * How far validities reach without a gap from `day` on, renewals included. Consecutive ones join when the next begins no
 * later than the day after the last day of the one before. `until` null means without end.
 */
export function coverageFrom(validities: readonly Validity[], day: Day): Coverage {
  let until: Day | null = addDays(day, -1);
  for (;;) {
    const reach: Day = addDays(until, 1);
    const going = validities.filter(
      (validity) => validity.validFrom <= reach && (validity.validTo === null || validity.validTo >= reach),
    );
    if (going.length === 0) return until < day ? { covered: false } : { covered: true, until };
    if (going.some((validity) => validity.validTo === null)) return { covered: true, until: null };
    until = going.reduce((latest, { validTo }) => (validTo !== null && validTo > latest ? validTo : latest), reach);
  }
}
