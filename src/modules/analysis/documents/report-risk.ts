/** The risk value in the report: the first ten, how they stand when a weight moves, and who is proposed for an audit. */
import { type Block, bulletList, heading, note, paragraph, table } from '../../../documents/index.ts';
import type { ReportMaterial } from './common.ts';

const SHOWN = 10;

export function riskBlocks({ ranking }: ReportMaterial): Block[] {
  if (ranking === null || ranking.departments.length === 0)
    return [paragraph('リスク値は、自己点検（及び行うときは予備調査）の回答がそろった所属について算定します。')];
  const names = new Map(ranking.departments.map(({ departmentId, departmentName }) => [departmentId, departmentName]));
  const ranges = new Map(ranking.topTen.ranges.map((range) => [range.departmentId, range]));
  const top = ranking.departments.slice(0, SHOWN);
  return [
    paragraph(
      `自己点検の不足${ranking.surveyed ? '及び予備調査の結果' : ''}から、所属ごとに0から100までのリスク値を算定しました。値が大きいほど、対策の不足又は失うおそれのあるものが大きいことを表します。`,
    ),
    heading(2, '上位の所属'),
    table({
      caption: `リスク値の上位${top.length}課`,
      columns: [
        { width: 12, align: 'right' },
        { width: 34 },
        { width: 18, align: 'right' },
        { width: 24, align: 'center' },
        { width: '1fr' },
      ],
      header: ['順位', '所属', 'リスク値', '順位の幅', '説明'],
      rows: top.map(({ departmentId, departmentName, rank, value, explanation }) => [
        rank,
        departmentName,
        value.toFixed(1),
        rangeText(ranges.get(departmentId)),
        explanation.join(''),
      ]),
    }),
    note('「順位の幅」は、算定に用いる重みを一つずつ20%増やし、又は減らしたときの順位の範囲です。'),
    heading(2, '重みを変えたときの変化'),
    ...sensitivityBlocks(ranking, names),
    heading(2, '監査対象課の案'),
    table({
      caption: '監査対象課の案',
      columns: [{ width: 44 }, { width: '1fr' }],
      header: ['所属', '理由'],
      rows: ranking.proposal.map(({ departmentId, reason }) => [names.get(departmentId) ?? '', reason]),
    }),
    ...(ranking.unranked.length === 0
      ? []
      : [note(`回答がそろわないため、${ranking.unranked.length}課についてはリスク値を算定していません。`)]),
  ];
}

const rangeText = (range: { readonly best: number; readonly worst: number } | undefined): string =>
  range === undefined ? '―' : range.best === range.worst ? `${range.best}位` : `${range.best}～${range.worst}位`;

function sensitivityBlocks(
  { topTen }: NonNullable<ReportMaterial['ranking']>,
  names: ReadonlyMap<string, string>,
): Block[] {
  if (topTen.changes.length === 0)
    return [
      paragraph(`どの重みを一つだけ20%増やし、又は減らしても、上位${topTen.ranges.length}課の顔ぶれは変わりません。`),
    ];
  const list = (ids: readonly string[]): string => ids.map((id) => `「${names.get(id) ?? ''}」`).join('');
  return [
    bulletList(
      topTen.changes.map(
        ({ label, direction, entering, leaving }) =>
          `「${label}」の重みを20%${direction === 'up' ? '増やす' : '減らす'}と、上位${topTen.ranges.length}課に${list(entering)}が入り、${list(leaving)}が外れます。`,
      ),
    ),
  ];
}
