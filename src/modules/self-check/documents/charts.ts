/** The results as charts: for the summary, the decks and the page of the results. */
import {
  type BarChart,
  chartLimits,
  chartName,
  type ChartSpec,
  type DistributionChart,
  type HeatMapChart,
  type RadarChart,
  type StackedBarChart,
} from '../../../documents/index.ts';
import type { Questionnaire } from '../../../core/content-schema/index.ts';
import type { Ranking } from '../contract/selection.ts';
import type { CountedSheet } from '../operations/ranking-data.ts';
import { type Analysis, sectionRates } from '../rules/analysis.ts';
import { tellsBureaus } from '../rules/bureaus.ts';
import type { StatusRow } from '../store/tables.ts';

/** How many departments a ranking shows. */
const RANKED = 20;

/** Of each bureau how many departments have answered; nothing where there are no bureaus. */
export function completionChart(statuses: readonly Pick<StatusRow, 'bureau_name' | 'state'>[]): StackedBarChart | null {
  const bureaus = [...Map.groupBy(statuses, ({ bureau_name: name }) => name)];
  if (!tellsBureaus(bureaus.map(([name]) => name)) || bureaus.length > chartLimits['stacked-bars'].categories)
    return null;
  const count = (done: boolean): number[] =>
    bureaus.map(([, rows]) => rows.filter(({ state }) => (state === 'submitted') === done).length);
  return {
    kind: 'stacked-bars',
    title: '局ごとの回答の状況',
    unit: '課',
    categoryName: '局',
    valueName: '課の数',
    categories: bureaus.map(([name]) => chartName(name, bureaus.length)),
    series: [
      { name: '回答済み', values: count(true) },
      { name: '未回答', values: count(false) },
    ],
  };
}

export function spreadChart({ spread }: Pick<Analysis, 'spread'>): DistributionChart {
  return {
    kind: 'distribution',
    title: '得点の分布',
    unit: '課',
    categoryName: '得点',
    valueName: '課の数',
    categories: spread.map(({ label }) => label),
    series: [{ name: '課の数', values: spread.map(({ departments }) => departments) }],
  };
}

/** Achievement by section: a radar, or bars where a radar has too few or too many axes; with the year before. */
export function sectionsChart(
  { sections }: Pick<Analysis, 'sections'>,
  before: Pick<Analysis, 'sections'> | null,
): RadarChart | BarChart {
  const earlier = sections.map(({ title }) => before?.sections.find((one) => one.title === title)?.rate ?? null);
  const shape = {
    title: '分類ごとの達成率',
    unit: '%',
    categoryName: '分類',
    valueName: '達成率',
    categories: sections.map(({ title }) => chartName(title, sections.length)),
    series: [
      { name: '今回', values: sections.map(({ rate }) => rate) },
      ...(earlier.some((rate) => rate !== null) ? [{ name: '前回', values: earlier }] : []),
    ],
    max: 100,
  };
  const round = sections.length >= 3 && sections.length <= chartLimits.radar.categories;
  return round ? { kind: 'radar', ...shape } : { kind: 'bars', ...shape };
}

/** What was answered in each section, over all departments. */
export function answersChart({ items, sections }: Pick<Analysis, 'items' | 'sections'>): StackedBarChart {
  const sum = (of: (item: Analysis['items'][number]) => number): number[] =>
    sections.map(({ title }) =>
      items.filter(({ section }) => section === title).reduce((all, item) => all + of(item), 0),
    );
  return {
    kind: 'stacked-bars',
    title: '分類ごとの回答',
    unit: '件',
    categoryName: '分類',
    valueName: '回答の数',
    categories: sections.map(({ title }) => chartName(title, sections.length)),
    series: [
      { name: 'はい', values: sum(({ yes }) => yes) },
      { name: 'いいえ（代替あり）', values: sum(({ withAlternative }) => withAlternative) },
      { name: 'いいえ', values: sum(({ no, withAlternative }) => no - withAlternative) },
      { name: '対象外', values: sum(({ notApplicable }) => notApplicable) },
    ],
  };
}

/** Departments × sections; of many departments those with the lowest rates. */
export function departmentsChart(form: Questionnaire, sheets: readonly CountedSheet[]): HeatMapChart | null {
  const { rows: most, columns } = chartLimits['heat-map'];
  if (sheets.length === 0 || form.sections.length > columns) return null;
  const all = sheets.map(({ status, answers }) => {
    const rates = sectionRates(form, answers);
    const known = rates.filter((rate) => rate !== null);
    return {
      name: status.department_name,
      rates,
      mean: known.length === 0 ? 101 : known.reduce((sum, rate) => sum + rate, 0) / known.length,
    };
  });
  const shown = all.length <= most ? all : all.toSorted((a, b) => a.mean - b.mean).slice(0, most);
  return {
    kind: 'heat-map',
    title: all.length <= most ? '課と分類ごとの達成率' : `課と分類ごとの達成率（達成率の低い${most}課）`,
    unit: '%',
    rowName: '課',
    columnName: '分類',
    valueName: '達成率',
    rows: shown.map(({ name }) => chartName(name, shown.length)),
    columns: form.sections.map(({ title }) => chartName(title, form.sections.length)),
    values: shown.map(({ rates }) => rates),
    steps: [60, 70, 80, 90],
    dark: 'low',
  };
}

/** The departments with the highest risk value. */
export function rankingChart({ departments }: Pick<Ranking, 'departments'>): BarChart | null {
  if (departments.length === 0) return null;
  const shown = departments.slice(0, RANKED);
  return {
    kind: 'bars',
    title: departments.length > RANKED ? `リスク値の順位（上位${RANKED}課）` : 'リスク値の順位',
    unit: '',
    categoryName: '課',
    valueName: 'リスク値',
    categories: shown.map(({ rank, departmentName }) => chartName(`${rank}　${departmentName}`, shown.length)),
    series: [{ name: 'リスク値', values: shown.map(({ value }) => Math.round(value * 10) / 10) }],
  };
}

/** Charts that exist, with their source. */
export const sourced = (source: string, ...charts: readonly (ChartSpec | null)[]): ChartSpec[] =>
  charts.flatMap((chart) => (chart === null ? [] : [{ ...chart, source }]));
