/** A report of 50 pages with 10 charts and 30 tables, a deck of 40 slides and a list of 5,000 × 20, as a year's end makes them. */
import {
  type Block,
  chart,
  deck,
  type DeckTree,
  document,
  type DocumentTree,
  heading,
  paragraph,
  type Slide,
  table,
  tableOfContents,
  titlePage,
  type WorkbookTree,
} from '../src/documents/index.ts';
import { sampleCharts } from '../src/documents/testing/charts.ts';

const shown = [
  sampleCharts.bars,
  sampleCharts.several,
  sampleCharts.stacked,
  sampleCharts.radar,
  sampleCharts.lines,
  sampleCharts.distribution,
  sampleCharts.heat,
  sampleCharts.risks,
  sampleCharts.negative,
  sampleCharts.one,
] as const;

const words = (index: number): string =>
  `${index}番目の確認では、利用者IDの管理、記録媒体の持出し及び委託先の監督について、規程の定めと実際の取扱いを照らし合わせた。その結果、おおむね定めに沿って運用されていたが、一部の所属で点検の記録が残っておらず、令和8年度のうちに様式を改めることとした。`;

/** @param seed makes reports differ, so that nothing that was kept helps */
export function report(seed: number): DocumentTree {
  const blocks: Block[] = [titlePage(), tableOfContents()];
  for (let chapter = 0; chapter < 10; chapter += 1) {
    blocks.push(heading(1, `第${chapter + 1}の業務の結果`, { newPage: true }));
    const figures = shown[chapter] ?? sampleCharts.bars;
    blocks.push(chart({ ...figures, title: `${figures.title}（${seed}）` }));
    for (let section = 0; section < 3; section += 1) {
      blocks.push(heading(2, `確認の結果${section + 1}`));
      for (let at = 0; at < 5; at += 1) blocks.push(paragraph(words(seed + chapter * 100 + section * 10 + at)));
      blocks.push(
        table({
          caption: `表${chapter + 1}－${section + 1}　確認の記録`,
          columns: [{ width: 14, align: 'right' }, { width: '2fr' }, { width: 22 }, { width: '3fr' }],
          header: ['番号', '確認事項', '結果', '内容'],
          rows: Array.from({ length: 12 }, (_one, row) => [
            row + 1,
            `利用者IDの棚卸し（${row + seed}）`,
            row % 3 === 0 ? '一部不備' : '適切',
            '台帳と実際の利用者を照らし合わせ、退職した職員の利用者IDが残っていないことを確かめた。',
          ]),
        }),
      );
    }
  }
  return document(
    { title: '事業報告書', subtitle: '令和8年度情報セキュリティ監査業務委託', marking: '取扱注意' },
    blocks,
  );
}

export function slides(seed: number): DeckTree {
  const charts = shown.filter((one) => one.kind !== 'risk-matrix');
  const list: Slide[] = [{ kind: 'title', title: `報告会資料（${seed}）` }];
  for (let at = 0; list.length < 40; at += 1) {
    const own = charts[at % charts.length] ?? sampleCharts.bars;
    if (at % 4 === 0) list.push({ kind: 'chart', title: own.title, chart: own });
    else if (at % 4 === 1)
      list.push({
        kind: 'table',
        title: `発見事項（${at}）`,
        columns: [{ title: '番号' }, { title: '発見事項', share: 6 }, { title: '評価' }],
        rows: Array.from({ length: 7 }, (_one, row) => [row + 1, '利用者IDの停止が遅れていた。', '意見']),
      });
    else
      list.push({
        kind: 'bullets',
        title: `結果の概要（${at}）`,
        items: Array.from({ length: 6 }, (_one, row) => `${row + 1}番目の要点を短く述べる。`),
        notes: words(at),
      });
  }
  return deck({ title: '報告会資料', marking: '取扱注意' }, list);
}

export function ledger(seed: number): WorkbookTree {
  return {
    title: '情報資産台帳',
    sheets: [
      {
        name: '台帳',
        columns: Array.from({ length: 20 }, (_one, at) => ({ title: `項目${at + 1}`, width: 14 })),
        rows: Array.from({ length: 5000 }, (_one, row) =>
          Array.from({ length: 20 }, (_cell, at) => (at % 4 === 0 ? row + at + seed : `情報資産${row}の${at}番目`)),
        ),
      },
    ],
  };
}
