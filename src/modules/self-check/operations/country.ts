/** The result of one form over all municipalities that asked it: for the operator of the database, at the command line. */
import { SURVEY_TYPE_IDS, SURVEY_TYPE_LABELS, type SurveyType } from '../../../core/content-schema/index.ts';
import { fiscalYearLabel } from '../../../core/calendar/index.ts';
import { AppError } from '../../../kernel/error.ts';
import type { SumOverAll, SumTable } from '../../../kernel/module.ts';
import { analyseTally } from '../rules/analysis.ts';
import { choicesOf } from '../rules/tally.ts';
import { type AskedForm, formsAsked, sumTallies } from '../store/tally-store.ts';

/** Fewer municipalities are not added up: each could work out what the others answered. */
const LEAST = 5;

/** @param question kind of survey and fiscal year: `self-check`, `2026` */
export const sumSurveys: SumOverAll = async (database, tenantIds, [type = '', year = '']) => {
  const known = SURVEY_TYPE_IDS.find((one) => one === type);
  if (known === undefined || !/^\d{4}$/u.test(year))
    throw new AppError('input.invalid', {
      message: `調査の種類（${SURVEY_TYPE_IDS.join('、')}）と、年度（例：2026）を指定してください。`,
    });
  if (tenantIds.length === 0) return [];
  return database.across(tenantIds, async (tx) => {
    const tables: SumTable[] = [];
    for (const asked of await formsAsked(tx, known, Number(year)))
      tables.push(tableOf(known, Number(year), asked, await sumTallies(tx, asked.layout)));
    return tables;
  });
};

type Summed = Awaited<ReturnType<typeof sumTallies>>;

function tableOf(type: SurveyType, year: number, { form }: AskedForm, { sheets, campaigns, counts }: Summed): SumTable {
  const title = `${fiscalYearLabel(year)}　${SURVEY_TYPE_LABELS[type]}　${form.title}`;
  const header = ['問', '設問', '回答', '件数', '割合'];
  if (campaigns < LEAST)
    return {
      title,
      header,
      rows: [],
      notes: [`同じ設問で調査した団体が${LEAST}に満たないため、合計を示しません。`],
    };
  const items = analyseTally(form, counts, []).items.flatMap(({ number, question, yes, no, notApplicable, rate }) =>
    rowsOf(number, question, [
      ['はい', yes],
      ['いいえ', no],
      ['対象外', notApplicable],
    ]).map((row, index) =>
      index === 0 && rate !== null ? [...row.slice(0, 1), `${question}（達成率${rate}%）`, ...row.slice(2)] : row,
    ),
  );
  const numbers = new Map(form.sections.flatMap((section) => section.items.map(({ id, number }) => [id, number])));
  const choices = choicesOf(form, counts).flatMap(({ item, label, counts: own }) =>
    rowsOf(
      numbers.get(item) ?? 0,
      label,
      own.map((one) => [one.label, one.count] as const),
    ),
  );
  return {
    title,
    header,
    rows: [...items, ...choices].toSorted((a, b) => Number(a[0]) - Number(b[0])),
    notes: [`${campaigns}団体、回答${sheets}件の合計です。団体ごとの数は含みません。`],
  };
}

function rowsOf(number: number, question: string, answers: readonly (readonly [string, number])[]): string[][] {
  const all = answers.reduce((sum, [, count]) => sum + count, 0);
  return answers.map(([label, count]) => [
    String(number),
    question,
    label,
    String(count),
    all === 0 ? '―' : `${((100 * count) / all).toFixed(1)}%`,
  ]);
}
