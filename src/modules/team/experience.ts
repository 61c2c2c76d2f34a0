/** Whether earlier work of a member counts as the experience that a specification asks for. Pure. */
import { type Day, fiscalYearLabel, fiscalYearPeriod, formatEraMonth } from '../../core/calendar/index.ts';
import type { ExperienceCondition } from '../../core/specification/index.ts';
import { yearsCovered } from './coverage.ts';

export interface ExperienceRecord {
  /** Kind of work, in the words of the specification: 「監査」. */
  readonly kind: string;
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
  /** The clause that decided; empty where the specification sets no condition. */
  readonly clause: string;
}

/** A verdict over all conditions: `counts` holds the ids of those that the work serves. */
export interface FullVerdict extends Verdict {
  readonly counts: readonly string[];
}

/** The verdict over all conditions of a specification; the sentence speaks of the condition nearest to the work. */
export function judgeExperience(record: ExperienceRecord, conditions: readonly ExperienceCondition[]): FullVerdict {
  const verdicts = conditions.map((condition) => ({ condition, verdict: countsAsExperience(record, condition) }));
  const counts = verdicts.filter(({ verdict }) => verdict.counted).map(({ condition }) => condition.id);
  const nearest =
    verdicts.find(({ verdict }) => verdict.counted) ??
    verdicts.find(({ condition }) => condition.kinds.includes(record.kind)) ??
    verdicts[0];
  if (nearest === undefined) {
    return { counts, counted: false, clause: '', reason: '仕様書に実績の条件がないため、記録だけを残します。' };
  }
  return { ...nearest.verdict, counts };
}

/**
 * Whether earlier work counts for one condition. Where the specification names fiscal years, the work was finished between
 * the first day of the first and the last day of the last; the start may lie before. Where it asks for years of work, work
 * that still goes on counts as far as it has come; otherwise it must be finished.
 */
export function countsAsExperience(record: ExperienceRecord, condition: ExperienceCondition): Verdict {
  const no = (clause: string, reason: string): Verdict => ({ counted: false, clause, reason });
  if (!condition.kinds.includes(record.kind)) {
    return no(
      condition.clause,
      `「${record.kind}」は、仕様書が実績として求める業務（${condition.kinds.join('、')}）に含まれません。`,
    );
  }
  const finished = refusedTime(record, condition);
  if (finished !== null) return no(condition.clause, finished);
  const client = refusedClient(record, condition);
  if (client !== null) return no(condition.clientClause ?? condition.clause, client);
  const lacking = condition.activityGroups.find(
    (group) => !group.anyOf.some((activity) => record.activities.includes(activity)),
  );
  if (lacking !== undefined) {
    return no(
      condition.activityClause ?? condition.clause,
      `業務の内容に「${lacking.name}」が含まれないため、実績に数えません。`,
    );
  }
  const years = windowOf(condition);
  return {
    counted: true,
    clause: condition.clause,
    reason:
      years === null
        ? `仕様書が求める実績（${condition.title}）に数えます。`
        : `${years}に完了した、対象となる団体の${record.kind}です。`,
  };
}

function windowOf({ fromFiscalYear, toFiscalYear }: ExperienceCondition): string | null {
  if (fromFiscalYear === undefined && toFiscalYear === undefined) return null;
  const from = fromFiscalYear === undefined ? '' : `${fiscalYearLabel(fromFiscalYear)}から`;
  return `${from}${toFiscalYear === undefined ? '今日' : fiscalYearLabel(toFiscalYear)}まで`;
}

function refusedTime(record: ExperienceRecord, condition: ExperienceCondition): string | null {
  const { fromFiscalYear, toFiscalYear, minYears } = condition;
  const years = windowOf(condition);
  if (!record.completed && (years !== null || minYears === undefined)) {
    return `${record.kind}が完了していないため、実績に数えません。`;
  }
  const early = fromFiscalYear !== undefined && record.to < fiscalYearPeriod(fromFiscalYear).from;
  const late = toFiscalYear !== undefined && record.to > fiscalYearPeriod(toFiscalYear).to;
  if (!early && !late) return null;
  return `${record.kind}の完了が${years ?? ''}の期間にないため、実績に数えません。`;
}

function refusedClient(record: ExperienceRecord, condition: ExperienceCondition): string | null {
  const { categories, population } = condition;
  if (categories.length === 0) return null;
  const count = categories.find((category) => category.name === record.category)?.count ?? 'never';
  if (count === 'always' || (count === 'population' && population === undefined)) return null;
  if (count === 'never' || population === undefined) {
    return `${record.category}は、実績として認める団体に含まれません。`;
  }
  const min = population.min % 10_000 === 0 ? `${population.min / 10_000}万人` : `${population.min}人`;
  const month = formatEraMonth(`${population.asOf}-01`);
  if (record.population === null) {
    return `${record.category}は${month}時点の人口${min}以上に限られますが、人口が記録されていません。`;
  }
  if (record.population >= population.min) return null;
  return `${month}時点の人口が${min}に満たない${record.category}のため、実績に数えません。`;
}

/** Whether what one member did before meets a condition, its length included. `years` is null where length does not count. */
export function meetsExperience(
  records: readonly ExperienceRecord[],
  condition: ExperienceCondition,
  today: Day,
): { readonly met: boolean; readonly years: number | null } {
  const counted = records.filter((record) => countsAsExperience(record, condition).counted);
  if (condition.minYears === undefined) return { met: counted.length > 0, years: null };
  const years = yearsCovered(
    counted.map(({ from, to }) => ({ from, to: to > today ? today : to })).filter(({ from, to }) => from <= to),
  );
  return { met: years >= condition.minYears, years };
}
