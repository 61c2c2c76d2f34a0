import { type Column, Disclosure, StatusBadge, Table } from '../../../web/ui/index.ts';
import { contributions, type RiskWeights, roundPart } from '../rules/risk-value.ts';
import type { RankedRow, RankingReply } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.ranking;

/** The ranking with its reasons; the parts of each value add up to it. */
export function RankingTable({ ranking }: { ranking: RankingReply }) {
  const { weights } = ranking.weights;
  return (
    <Table
      caption={text.table}
      hideCaption
      rows={ranking.departments}
      rowKey={({ departmentId }) => departmentId}
      columns={columnsFor(weights)}
    />
  );
}

function columnsFor(weights: RiskWeights): readonly Column<RankedRow>[] {
  return [
    { key: 'rank', header: text.columns.rank, align: 'end', cell: ({ rank }) => rank, sortBy: ({ rank }) => rank },
    {
      key: 'department',
      header: text.columns.department,
      nowrap: true,
      rowHeader: true,
      cell: ({ departmentName }) => departmentName,
      sortBy: ({ departmentName }) => departmentName,
    },
    {
      key: 'bureau',
      header: text.columns.bureau,
      nowrap: true,
      cell: ({ bureauName }) => bureauName,
      sortBy: ({ bureauName }) => bureauName,
    },
    {
      key: 'value',
      header: text.columns.value,
      align: 'end',
      cell: ({ value }) => value.toFixed(1),
      sortBy: ({ value }) => value,
    },
    {
      key: 'theme',
      header: text.columns.theme,
      cell: ({ matchesTheme }) => (matchesTheme ? <StatusBadge tone="info">{text.theme}</StatusBadge> : '―'),
    },
    {
      key: 'why',
      header: text.columns.why,
      cell: ({ explanation, points }) => (
        <>
          {explanation.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <Disclosure summary={text.parts}>
            <ul className="list-disc ps-6">
              {contributions(points, weights).map(({ factor, label, part }) => (
                <li key={factor}>
                  {label}：{messages.results.points(roundPart(part))}
                </li>
              ))}
            </ul>
          </Disclosure>
        </>
      ),
    },
  ];
}
