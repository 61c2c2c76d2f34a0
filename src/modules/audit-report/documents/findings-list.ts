/** 監査指摘事項一覧表: all findings on one sheet of A4, and the charts that make them visible on pages after it. */
import { formatEra } from '../../../core/calendar/index.ts';
import {
  type Block,
  chart,
  document,
  type DocumentTree,
  letterHead,
  pageBreak,
  paragraph,
  table,
  toTheCity,
  type WorkbookTree,
} from '../../../documents/index.ts';
import type { EngagementProfile } from '../../engagement/contract.ts';
import type { Material } from '../contract/material.ts';
import { levelCounts } from '../rules/tallies.ts';
import { findingsCharts } from './charts.ts';

export interface ListSource {
  readonly engagement: EngagementProfile;
  readonly title: string;
  readonly material: Material;
  readonly today: string;
}

export const LIST_COLUMNS = ['監査対象課', '番号', '評価', '指摘事項', '想定されるリスク', '改善の方法'] as const;

type Row = readonly [department: string, number: number, grade: string, title: string, risk: string, remedy: string];

function rowsOf({ findings, targets }: Material): Row[] {
  const named = new Map(targets.map((target) => [target.id, target]));
  return findings.map((finding) => {
    const target = named.get(finding.targetId);
    const departments = (target?.departments ?? []).map((name) => name.split(' ').at(-1) ?? name).join('、');
    return [
      target === undefined || target.kind === 'department' ? departments : `${departments}\n${target.name}`,
      finding.number,
      finding.grade ?? '―',
      finding.title,
      finding.risk,
      finding.recommendation,
    ];
  });
}

const said = (text: string): string => (text === '' ? '―' : text);

/** Points; smaller letters are hard to read in print. */
const SIZES = [9, 8.5, 8, 7.5, 7, 6.5] as const;
export const LIST_SIZES: readonly number[] = SIZES;

/** The list alone, in letters of a size. */
export function listTree(source: ListSource, fontSize: number): DocumentTree {
  return document(particulars(source), listBlocks(source, fontSize));
}

/** The list with the charts after it. */
export function listWithCharts(source: ListSource, fontSize: number): DocumentTree {
  const charts = findingsCharts(source.material);
  return document(particulars(source), [
    ...listBlocks(source, fontSize),
    ...(charts.length === 0 ? [] : [pageBreak()]),
    ...charts.map((spec) => chart(spec, { withTable: true })),
  ]);
}

export const chartCount = ({ material }: ListSource): number => findingsCharts(material).length;

const particulars = ({ engagement, title, today }: ListSource) => ({
  title,
  date: formatEra(today),
  created: today,
  ...toTheCity(engagement),
  orientation: 'landscape' as const,
});

function listBlocks({ material }: ListSource, fontSize: number): Block[] {
  const { findings } = material;
  return [
    letterHead(),
    paragraph(`発見事項は${findings.length}件（${levelCounts(material, findings)}）です。`),
    table({
      columns: [
        { width: 34 },
        { width: 10, align: 'center' },
        { width: 20, align: 'center' },
        { width: '2fr' },
        { width: '3fr' },
        { width: '3fr' },
      ],
      header: [...LIST_COLUMNS],
      rows: rowsOf(material).map((row) => row.map((value) => (typeof value === 'string' ? said(value) : value))),
      fontSize,
      empty: '該当する事項はありませんでした。',
    }),
  ];
}

export function listWorkbook(source: ListSource): WorkbookTree {
  const { engagement, title, material, today } = source;
  const [department, number, grade, finding, risk, remedy] = LIST_COLUMNS;
  return {
    title,
    author: engagement.contractor,
    created: today,
    ...(engagement.marking === null ? {} : { marking: engagement.marking }),
    sheets: [
      {
        name: '一覧',
        title,
        subtitle: [
          `${engagement.title}　${engagement.contractor}　${formatEra(today)}`,
          levelCounts(material, material.findings),
        ],
        size: 'A4',
        orientation: 'landscape',
        fontSize: 10,
        onePage: { smallestFont: 6.5 },
        columns: [
          { title: department, width: 16 },
          { title: number, width: 5, align: 'center' },
          { title: grade, width: 10, align: 'center' },
          { title: finding, width: 26 },
          { title: risk, width: 34 },
          { title: remedy, width: 40 },
        ],
        rows: rowsOf(material).map((row) => [...row]),
      },
    ],
  };
}
