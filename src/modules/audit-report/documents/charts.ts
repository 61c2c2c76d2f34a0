/** Charts of a report: judgements by target or by heading of the checklist, findings by department, area and level. */
import { chartLimits, chartName, type ChartSpec, type StackedBarChart } from '../../../documents/index.ts';
import type { Material, ReportedFinding, ReportedTarget } from '../contract/material.ts';
import { EASE_NAMES, IMPORTANCE_NAMES, JUDGEMENT_NAMES } from '../labels.ts';
import { bySection, byArea, count, JUDGEMENTS, liveTargets } from '../rules/tallies.ts';

const SHOWN = JUDGEMENTS.filter((one) => one !== 'unconfirmed');

interface Bar {
  readonly name: string;
  readonly items: ReportedTarget['items'];
}

function judgementChart(title: string, categoryName: string, bars: readonly Bar[]): StackedBarChart | null {
  if (bars.length === 0 || bars.length > chartLimits['stacked-bars'].categories) return null;
  if (bars.every(({ items }) => items.length === 0)) return null;
  return {
    kind: 'stacked-bars',
    ...{ title, categoryName, unit: '件', valueName: '確認項目の数' },
    categories: bars.map(({ name }) => chartName(name, bars.length)),
    series: SHOWN.map((judgement) => ({
      name: JUDGEMENT_NAMES[judgement],
      values: bars.map(({ items }) => count(items, judgement)),
    })),
  };
}

export const judgementsByTarget = (material: Material): ChartSpec | null =>
  judgementChart('監査の対象ごとの判断', '監査の対象', liveTargets(material));

/** More headings than these are read more easily in the table that stands below. */
const FEW_SECTIONS = 10;

export function judgementsBySection(items: ReportedTarget['items']): ChartSpec | null {
  const sections = [...bySection(items)].map(([name, own]) => ({ name, items: own }));
  return sections.length > FEW_SECTIONS ? null : judgementChart('分野ごとの判断', '分野', sections);
}

function findingsChart(
  { levels }: Material,
  head: Pick<StackedBarChart, 'title' | 'categoryName'>,
  groups: readonly { readonly name: string; readonly findings: readonly ReportedFinding[] }[],
): StackedBarChart | null {
  if (groups.length === 0 || groups.length > chartLimits['stacked-bars'].categories) return null;
  return {
    kind: 'stacked-bars',
    ...head,
    ...{ unit: '件', valueName: '発見事項の数' },
    categories: groups.map(({ name }) => chartName(name, groups.length)),
    series: levels.map(({ label }) => ({
      name: label,
      values: groups.map(({ findings }) => findings.filter(({ grade }) => grade === label).length),
    })),
  };
}

/** The charts that make the findings visible: by department, by area, and importance against ease. */
export function findingsCharts(material: Material): readonly ChartSpec[] {
  const { findings } = material;
  if (findings.length === 0) return [];
  const departments = new Map<string, ReportedFinding[]>();
  for (const target of liveTargets(material))
    for (const name of target.departments)
      departments.set(name, [
        ...(departments.get(name) ?? []),
        ...findings.filter(({ targetId }) => targetId === target.id),
      ]);
  const charts = [
    findingsChart(
      material,
      { title: '所属ごとの発見事項', categoryName: '所属' },
      [...departments].map(([name, own]) => ({ name, findings: own })),
    ),
    findingsChart(
      material,
      { title: '分野ごとの発見事項', categoryName: '分野' },
      byArea(findings).map(({ area, findings: own }) => ({ name: area, findings: own })),
    ),
    matrix(findings),
  ];
  return charts.filter((one) => one !== null);
}

const EASE = ['hard', 'moderate', 'easy'] as const;
const IMPORTANCE = ['low', 'medium', 'high'] as const;

/** Only findings for which both are stated; none without any. */
function matrix(findings: readonly ReportedFinding[]): ChartSpec | null {
  const rated = findings.filter(({ importance, ease }) => importance !== null && ease !== null);
  if (rated.length === 0) return null;
  return {
    kind: 'heat-map',
    title: '検出事項の重要性と対応の容易さ',
    unit: '件',
    rowName: '重要性',
    columnName: '対応の容易さ',
    valueName: '発見事項の数',
    rows: [...IMPORTANCE].reverse().map((one) => IMPORTANCE_NAMES[one]),
    columns: EASE.map((one) => EASE_NAMES[one]),
    values: [...IMPORTANCE]
      .reverse()
      .map((row) =>
        EASE.map((column) => rated.filter(({ importance, ease }) => importance === row && ease === column).length),
      ),
    steps: [1, 3, 5],
    dark: 'high',
  };
}
