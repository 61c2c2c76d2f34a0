import { deck, type DeckTree } from '../pptx/model.ts';
import { sampleCharts } from './charts.ts';
import { hardWords, hostileWords, sampleSvg } from './sample.ts';

const many = Array.from(
  { length: 12 },
  (_, index) => `${index + 1}番目の確認事項について、次のとおり取り扱うこととした。`,
);

/** A deck with every kind of slide, and contents too long for one slide. */
export const sampleDeck: DeckTree = deck(
  { title: '監査結果報告会資料', marking: '取扱注意', author: '株式会社まもり監査', created: '2027-03-01' },
  [
    {
      kind: 'title',
      title: '令和8年度情報セキュリティ監査 結果報告会',
      subtitle: 'みはま市情報セキュリティ監査業務委託',
      lines: ['令和9年3月1日', `株式会社まもり監査　${hardWords}`],
      notes: 'はじめに出席のお礼を述べる。',
    },
    { kind: 'section', title: '1　監査の概要' },
    { kind: 'bullets', title: '確認事項', items: many, notes: '要点だけを述べる。' },
    {
      kind: 'bullets',
      title: '二段の箇条書き',
      items: [{ text: '計画', children: ['対象の選定', hostileWords] }, '報告'],
    },
    {
      kind: 'table',
      title: '発見事項の一覧',
      columns: [
        { title: '番号', align: 'right' },
        { title: '発見事項', share: 5 },
        { title: '評価', align: 'center' },
        { title: '改善提言', share: 5 },
      ],
      rows: Array.from({ length: 16 }, (_, index) => [
        index + 1,
        index === 3 ? 'あ'.repeat(900) : `退職した職員の利用者IDが、翌月まで有効なまま残っていた（${index + 1}件目）。`,
        index % 3 === 0 ? '指摘' : '意見',
        '退職の届出と利用者IDの停止を、同じ日に行う手順に改めること。',
      ]),
      note: '番号は監査対象課ごとに付けている。',
    },
    ...Object.values(sampleCharts).map(
      (chart) =>
        ({ kind: 'chart', title: chart.title, chart, message: 'この図から読み取れることを一文で示す。' }) as const,
    ),
    {
      kind: 'two-columns',
      title: '良かった点と改善点',
      left: { heading: '良かった点', items: ['台帳の更新が毎月行われている。', '研修の受講率が高い。'] },
      right: { heading: '改善点', items: many.slice(0, 8) },
    },
    { kind: 'figure', title: '実施体制', svg: sampleSvg, alt: '業務責任者の枠', ratio: 3 },
    { kind: 'closing', title: 'ご清聴ありがとうございました', lines: ['問合せ先　情報セキュリティ担当課'] },
  ],
);
