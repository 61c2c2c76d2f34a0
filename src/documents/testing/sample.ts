import {
  bold,
  bulletList,
  callout,
  cell,
  definitionList,
  document,
  type DocumentTree,
  figure,
  heading,
  item,
  landscape,
  letterHead,
  note,
  numberedList,
  pageBreak,
  paragraph,
  reference,
  signature,
  stampBox,
  table,
  tableOfContents,
  titlePage,
  underline,
  type WorkbookTree,
} from '../index.ts';

/** Characters that break careless programs and careless fonts. */
export const hardWords = '髙﨑㋿①㈱Ⅲ～𠮷野―〇々ゞ㎡';

/** Text that means something to Typst, XML, spreadsheets or shells. */
export const hostileWords =
  '#set $x$ \\ *a* _b_ `c` <d> @e // f [g] {h} "i" \'j\' &amp; ]]> =1+1 #panic("x") <label> /* k */ ~ -- ... \\u{41}';

export const sampleSvg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40" font-family="BIZ UDGothic" font-size="8"><rect x="1" y="1" width="118" height="38" fill="#e3e9f1" stroke="#334"/><text x="60" y="23" text-anchor="middle">業務責任者</text></svg>';

/** A report with every kind of block, on pages of three kinds. */
export const sampleReport: DocumentTree = document(
  {
    title: '事業報告書',
    subtitle: '令和8年度情報セキュリティ監査業務委託',
    date: '令和9年3月26日',
    number: '第12号',
    addressee: ['みはま市長　様'],
    sender: ['株式会社まもり監査', `代表取締役　${hardWords}`],
    marking: '取扱注意',
  },
  [
    titlePage(),
    tableOfContents({ depth: 3 }),
    pageBreak(),
    letterHead(),
    stampBox(['課長', '係長', '担当'], { title: '確認' }),
    heading(1, '業務の概要', { id: 'overview' }),
    paragraph(['結果は', reference('result'), 'に示す。', bold('重要な事項'), 'に', underline('下線'), 'を付した。']),
    heading(2, '目的'),
    paragraph(hostileWords),
    heading(3, '体制'),
    heading(4, '資格'),
    heading(5, '番号'),
    heading(6, '更新'),
    paragraph('令和10年3月31日まで有効である。', { indent: 1 }),
    heading(4, '独立性'),
    numberedList(['計画', item('調査', '配布', '回収'), '報告']),
    numberedList(['一番目', '二番目'], 'decimal'),
    bulletList(['会議', hostileWords]),
    definitionList([
      ['業務名', '監査業務委託'],
      ['期間', '令和8年6月1日から\n令和9年3月31日まで'],
    ]),
    note('数値は四捨五入による。'),
    callout([paragraph('関係者以外に開示しないこと。'), bulletList(['保管', '廃棄'])], {
      title: '取扱い',
      tone: 'warning',
    }),
    figure({ svg: sampleSvg, alt: '業務責任者の枠', width: 120, height: 40, caption: '図1　体制' }),
    heading(1, '結果'),
    heading(2, '件数', { id: 'result' }),
    table({
      caption: '表1　件数',
      columns: [{ width: '2fr' }, { width: 20, align: 'right' }, { width: 20, align: 'right' }],
      header: [
        [cell('区分', { rowspan: 2 }), cell('件数', { colspan: 2 })],
        ['指摘', '意見'],
      ],
      rows: [
        ['組織', 3, 5],
        [cell('計', { bold: true, shade: 'light' }), cell('3', { align: 'right' }), 5],
        [cell([paragraph(hostileWords), bulletList(['い', 'ろ'])], { colspan: 3, vertical: 'middle' })],
      ],
      fontSize: 8,
    }),
    landscape([heading(1, '横の表'), table({ columns: [{ width: '1fr' }], header: ['項目'], rows: longRows() })], {
      size: 'A3',
    }),
    heading(1, 'おわりに', { numbered: false }),
    paragraph('以上', { align: 'right' }),
    signature([{ label: '代表者氏名', value: hardWords, seal: true }]),
  ],
);

function longRows(): string[][] {
  return Array.from({ length: 90 }, (_, index) => [`${index + 1}番目の項目`]);
}

/** A workbook with choices, hidden ids, tints, and text that looks like formulas. */
export const sampleWorkbook: WorkbookTree = {
  title: '監査資料',
  marking: '取扱注意',
  author: '株式会社まもり監査',
  sheets: [
    {
      name: '発見事項一覧',
      title: '発見事項一覧',
      subtitle: ['令和9年1月15日現在'],
      columns: [
        { title: 'ID', width: 10, hidden: true },
        { title: '区分', width: 8, choices: ['指摘', '意見'] },
        { title: '内容', width: 30 },
        { title: '状況', width: 14, choices: Array.from({ length: 60 }, (_, index) => `対応状況その${index + 1}`) },
        { title: 'リスク値', width: 9, format: '0.0' },
      ],
      rows: [
        ['f-1', { value: '指摘', shade: 'warning', bold: true }, hostileWords, '対応状況その1', 3.25],
        ['f-2', '意見', '=1+1', '', null],
        ['f-3', '意見', hardWords, '', 1],
      ],
      blankRows: 2,
    },
    { name: 'A3', size: 'A3', columns: [{ title: '項目', width: 20 }], rows: [] },
  ],
};
