/** What the audit found, as slides for the report meeting (9(1)カ) and for the CISO. */
import { formatEra } from '../../../core/calendar/index.ts';
import { chartLimits, chartName, type Slide, type StackedBarChart } from '../../../documents/index.ts';
import type { Context } from '../../../kernel/module.ts';
import type { FindingView } from '../contract.ts';
import { type DepartmentChecks, tally } from './checklist.ts';
import { numbered } from './findings.ts';
import { clientOf, readSource, type Source } from './source.ts';

/** Judgements of the items of every department. */
export function judgementChart(departments: readonly DepartmentChecks[]): StackedBarChart | null {
  if (departments.length === 0 || departments.length > chartLimits['stacked-bars'].categories) return null;
  return {
    kind: 'stacked-bars',
    title: '確認項目ごとの判断',
    unit: '件',
    categoryName: '監査対象課',
    valueName: '確認項目の数',
    categories: departments.map(({ audit }) => chartName(audit.departmentName, departments.length)),
    series: tally([]).map(({ label }, at) => ({
      name: label,
      values: departments.map(({ checks }) => tally(checks)[at]?.count ?? 0),
    })),
  };
}

/** Findings of every department by grade. */
export function gradeChart(source: Source, findings: readonly FindingView[]): StackedBarChart | null {
  const { audits } = source;
  if (audits.length === 0 || audits.length > chartLimits['stacked-bars'].categories) return null;
  const live = findings.filter(({ state }) => state !== 'withdrawn');
  return {
    kind: 'stacked-bars',
    title: '監査対象課ごとの発見事項',
    unit: '件',
    categoryName: '監査対象課',
    valueName: '発見事項の数',
    categories: audits.map(({ departmentName }) => chartName(departmentName, audits.length)),
    series: (['指摘', '意見'] as const).map((grade) => ({
      name: grade,
      values: audits.map(({ id }) => live.filter((one) => one.auditId === id && one.grade === grade).length),
    })),
  };
}

export async function fieldWorkSlides(
  context: Context,
  engagementId: string,
  depth: 'full' | 'brief',
): Promise<Slide[]> {
  const source = await readSource(context, engagementId);
  if (source.audits.length === 0) return [];
  const departments: DepartmentChecks[] = [];
  for (const audit of source.audits)
    departments.push({ audit, ...(await clientOf(context).listChecks({ auditId: audit.id })) });
  const chart = judgementChart(departments);
  return [
    {
      kind: 'table',
      title: '監査の対象',
      columns: [
        { title: '監査対象課', share: 3 },
        { title: '監査通知', share: 2 },
      ],
      rows: source.audits.map(({ departmentName, notice }) => [
        departmentName,
        notice === null ? '―' : formatEra(notice.sentOn),
      ]),
    },
    ...(chart === null || depth === 'brief' ? [] : [{ kind: 'chart', title: chart.title, chart } as const]),
  ];
}

export async function findingSlides(context: Context, engagementId: string, depth: 'full' | 'brief'): Promise<Slide[]> {
  const source = await readSource(context, engagementId);
  const { findings } = await clientOf(context).listFindings({ engagementId, programmeId: 'focus-theme' });
  const live = numbered(findings);
  if (live.length === 0) return [];
  const chart = gradeChart(source, findings);
  // Who has little time sees what must be mended; the rest stays with the report.
  const told = depth === 'brief' ? live.filter(({ finding }) => finding.grade === '指摘') : live;
  return [
    ...(chart === null ? [] : [{ kind: 'chart', title: chart.title, chart } as const]),
    {
      kind: 'table',
      title: depth === 'brief' ? '指摘とした事項' : '発見事項',
      // The four columns of the result notices; who reads 指摘 alone needs no word on the grade.
      columns: [
        { title: '監査対象課', share: 3 },
        ...(depth === 'brief' ? [] : [{ title: '番号', share: 1.1, align: 'center' as const }]),
        { title: '発見事項', share: 3 },
        ...(depth === 'brief' ? [] : [{ title: '評価', share: 1.3, align: 'center' as const }]),
        { title: '想定されるリスク', share: 5 },
        { title: '改善提言', share: 5 },
      ],
      rows: told.map(({ finding, number }) => [
        source.nameOf(finding.departmentId),
        ...(depth === 'brief' ? [] : [number]),
        finding.title,
        ...(depth === 'brief' ? [] : [finding.grade ?? '―']),
        finding.risk,
        finding.recommendation,
      ]),
      note: 'この監査は改善のための助言を目的とし、全ての業務を対象に対策の状況を請け合うものではありません。',
    },
  ];
}
