import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bulletList,
  callout,
  cell,
  comment,
  deleted,
  detailedEdition,
  document,
  type DocumentTree,
  type Edition,
  editionOf,
  forExecutives,
  heading,
  hidden,
  inserted,
  landscape,
  marked,
  pageOf,
  paragraph,
  reference,
  renderDocx,
  renderFile,
  renderHtml,
  row,
  sensitive,
  table,
  tableOfContents,
  titlePage,
  treeVersion,
} from '../index.ts';
import { typstSource } from '../pdf/source.ts';
import { prepare } from '../prepare/prepare.ts';
import { wordsOfDocx } from '../testing/forms.ts';
import { sampleReport } from '../testing/sample.ts';
import { revision, trackedSample } from '../testing/tracked.ts';
import { textsOf } from './texts.ts';

const PUBLIC: Edition = { kind: 'public' };
const words = (tree: DocumentTree): string =>
  textsOf(tree)
    .map(({ text }) => text)
    .join('\n');

const report = document({ title: '監査報告書', marking: '取扱注意' }, [
  titlePage(),
  tableOfContents(),
  heading(1, '総評'),
  marked(paragraph('全体の要約'), forExecutives),
  marked(paragraph('市民への説明'), { only: ['public'] }),
  heading(1, '発見事項', { id: 'findings' }),
  paragraph([
    '所管は',
    hidden('税務課', sensitive('所属の名称', 'ある課')),
    'である。',
    hidden('内線1234', sensitive('連絡先')),
  ]),
  table({
    caption: '一覧',
    columns: [{ width: 30, marks: sensitive('所属の名称') }, { width: '1fr' }, { width: 30 }],
    header: [
      [cell('対象', { colspan: 2 }), cell('評価', { rowspan: 2 })],
      ['課', '件名'],
    ],
    rows: [
      [cell('税務課', { rowspan: 2 }), '鍵の管理', '指摘'],
      row(['台帳', '意見'], sensitive('公表前の事項')),
      ['市民課', cell('端末', { marks: sensitive('機器の名称', '機器') }), '意見'],
      row(['窓口課', '書庫', '指摘'], sensitive('公表前の事項', '公表前')),
    ],
  }),
  heading(2, '詳しい内容', { id: 'detail', marks: sensitive('対策の弱点') }),
  paragraph('鍵は引出しにある。'),
  heading(3, '場所'),
  paragraph('書庫'),
  heading(2, '参考'),
  paragraph(['詳しくは', reference('detail'), '又は', reference('findings'), 'を見ること。']),
  bulletList([{ content: '公開' }, { content: '秘密', marks: sensitive('手口') }]),
  callout([marked(paragraph('内側'), sensitive('手口', '伏せる'))]),
  landscape([marked(heading(1, '別の課'), { departments: ['d2'] }), paragraph('別の課の話')], { marking: '機密性3' }),
]);

describe('the public edition', () => {
  const { tree, removed } = editionOf(report, PUBLIC);
  const text = words(tree);

  test('leaves out or replaces what is marked, down to words, rows, columns and cells', () => {
    for (const secret of [
      '税務課',
      '内線1234',
      '台帳',
      '端末',
      '窓口課',
      '書庫',
      '鍵は引出し',
      '場所',
      '秘密',
      '内側',
      '取扱注意',
      '機密性3',
    ])
      expect(text).not.toContain(secret);
    for (const kept of [
      '市民への説明',
      '所管はある課である。（非公開）',
      '鍵の管理',
      '機器',
      '公表前',
      '公開',
      '伏せる',
      '参考',
      '別の課の話',
    ])
      expect(text).toContain(kept);
    expect(text).toContain('詳しくはこの版にない箇所又は');
    expect(tree.title).toBe('監査報告書（公表用概要版）');
  });

  test('lists what was left out: kind, place, reason', () => {
    expect(removed.map(({ kind, place, reason, instead }) => [kind, place, reason, instead])).toEqual([
      ['語句', '第2「発見事項」', '所属の名称', 'ある課'],
      ['語句', '第2「発見事項」', '連絡先', '（非公開）'],
      ['表の列', '第2「発見事項」の表「一覧」の1列目', '所属の名称', null],
      ['表の行', '第2「発見事項」の表「一覧」の2行目', '公表前の事項', null],
      ['表の行', '第2「発見事項」の表「一覧」の4行目', '公表前の事項', '公表前'],
      ['表のセル', '第2「発見事項」の表「一覧」の3行2列目', '機器の名称', '機器'],
      ['見出し以下', '第2の1「詳しい内容」', '対策の弱点', null],
      ['項目', '第2の2「参考」', '手口', null],
      ['記載', '第2の2「参考」', '手口', '伏せる'],
    ]);
  });

  test('still is a sound document in every output', async () => {
    expect((await renderDocx(tree)).length).toBeGreaterThan(1000);
    expect(await renderHtml(tree)).toContain('<th scope="col" rowspan="2">評価</th>');
  });
});

test('the detailed edition loses nothing and says nothing', () => {
  const { tree, removed } = editionOf(report, { kind: 'detailed' });
  expect(removed).toEqual([]);
  expect(words(tree)).toBe(words(report).replaceAll('\n市民への説明', ''));
  const source = (it: DocumentTree) => typstSource(prepare(it), new Map());
  expect(source(editionOf(sampleReport, { kind: 'detailed' }).tree)).toEqual(source(sampleReport));
});

test('a file of the whole tree says nothing that is written for other readers alone', async () => {
  const marks = { only: ['executive'] } as const;
  const whole = document({ title: '計画書' }, [paragraph('本文'), { ...paragraph('要約'), marks }]);
  const said = async (tree: DocumentTree) =>
    JSON.stringify(wordsOfDocx((await renderFile(tree, 'docx', '計画書')).bytes));
  expect(await said(whole)).toContain('本文');
  expect(await said(whole)).not.toContain('要約');
  expect(await said(editionOf(whole, { kind: 'executive' }).tree)).toContain('要約');
  expect(await pageOf(whole)).not.toContain('要約');
});

test('executives read what is marked for them, under its headings', () => {
  const { tree, removed } = editionOf(report, { kind: 'executive' });
  expect(tree.blocks.map((block) => block.kind)).toEqual([
    'title-page',
    'table-of-contents',
    'heading',
    'paragraph',
    'section',
  ]);
  expect(words(tree)).toContain('全体の要約');
  expect(words(tree)).not.toContain('発見事項');
  expect(tree.marking).toBe('取扱注意');
  expect(removed.length).toBeGreaterThan(8);
});

test('a department does not read of another', () => {
  const of = (department: string) => words(editionOf(report, { kind: 'department', department, name: '窓口課' }).tree);
  expect(of('d1')).not.toContain('別の課の話');
  expect(of('d2')).toContain('別の課の話');
  expect(of('d1')).toContain('税務課');
});

test('no marked text survives, wherever the marks are', () => {
  const secret = '秘密の語';
  const mark = fc.constantFrom(sensitive('理由'), sensitive('理由', '代わり'));
  const piece = fc.oneof(
    mark.map((marks) => marked(paragraph(secret), marks)),
    mark.map((marks) => paragraph(['前', hidden(secret, marks), '後'])),
    mark.map((marks) => bulletList(['一', { content: secret, marks, children: [{ content: secret }] }])),
    fc.tuple(mark, fc.nat({ max: 2 }), fc.nat({ max: 2 })).map(([marks, at, kind]) =>
      table({
        columns: [0, 1, 2].map((index) => ({
          width: '1fr' as const,
          ...(kind === 0 && index === at ? { marks } : {}),
        })),
        rows: [0, 1, 2].map((line) => {
          const cells = [0, 1, 2].map((column) => {
            const hit = kind === 0 ? column === at : kind === 1 ? line === at : line === at && column === at;
            return hit ? cell(secret, kind === 2 ? { marks } : {}) : '公開';
          });
          return kind === 1 && line === at ? row(cells, marks) : cells;
        }),
      }),
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), (blocks) => {
      const source = document({ title: '題' }, [heading(1, '章'), ...blocks]);
      const { tree, removed } = editionOf(source, PUBLIC);
      expect(words(tree)).not.toContain(secret);
      expect(removed.length).toBeGreaterThanOrEqual(blocks.length);
      expect(words(editionOf(source, { kind: 'detailed' }).tree)).toBe(words(source));
    }),
  );
});

test('a paper that is an edition by itself stays it, with the words that are for its readers alone', () => {
  const own = document({ title: '監査結果報告書' }, [
    heading(1, '助言'),
    marked(paragraph('鍵を箱で保管する。'), sensitive('対策の弱点が分かる記載')),
    marked(paragraph('助言を3件示しました。'), { only: ['public'] }),
  ]);
  const summary = editionOf(own, PUBLIC).tree;
  expect(detailedEdition(summary)).toEqual(summary);
  expect(words(summary)).toContain('助言を3件示しました。');
  expect(words(summary)).not.toContain('鍵を箱で保管する。');
});

describe('a document with tracked changes and comments', () => {
  const secret = sensitive('所属の名称', 'ある課');
  const tracked = document({ title: '基準' }, [
    heading(1, '総則'),
    paragraph(['所管は', deleted('情報課', revision), inserted(hidden('税務課', secret), revision), 'とする。']),
    deleted(marked(paragraph('廃止した秘密'), secret), revision),
    inserted(marked(paragraph('新しい秘密'), secret), revision),
    heading(1, '雑則'),
    paragraph([...comment('施行する。', { ...revision, text: '担当は税務課' })]),
    table({
      columns: [{ width: 30, marks: secret }, { width: '1fr' }],
      rows: [
        ['甲', '残す'],
        deleted(row(['乙', '消す'], secret), revision),
        inserted(row(['丙', cell('足す', { rowspan: 2 })]), revision),
        ['丁'],
      ],
    }),
  ]);

  test('gives the public what is in force, and lists what it does not see', () => {
    const { tree, removed } = editionOf(tracked, PUBLIC);
    const plain = document({ title: '基準（公表用概要版）' }, [
      heading(1, '総則'),
      paragraph(['所管は', hidden('ある課', secret), 'とする。']),
      paragraph('ある課'),
      heading(1, '雑則'),
      paragraph(['施行する。']),
    ]);
    expect(words(tree)).toBe(`${words(plain)}\nある課\n残す\nある課\n足す\nある課`);
    expect(JSON.stringify(tree)).not.toMatch(/情報課|税務課|廃止した秘密|新しい秘密|消す|総務課|担当は/u);
    expect(removed.map(({ kind, place }) => [kind, place])).toEqual([
      ['見え消し', '第1「総則」'],
      ['語句', '第1「総則」'],
      ['段落', '第1「総則」'],
      ['段落', '第1「総則」'],
      ['コメント', '第2「雑則」'],
      ['見え消し', '第2「雑則」'],
      ['表の列', '第2「雑則」の表の1列目'],
      ['表の行', '第2「雑則」の表の2行目'],
    ]);
  });

  test('keeps changes and comments for its own readers, who can accept or refuse them there', () => {
    const { tree } = editionOf(tracked, { kind: 'detailed' });
    const cells = (it: DocumentTree) => typstSource(prepare(it), new Map()).body;
    expect(cells(tree)).toBe(cells(tracked));
    expect(cells(editionOf(trackedSample, { kind: 'detailed' }).tree)).toBe(cells(trackedSample));
    for (const version of ['after', 'before'] as const)
      expect(words(treeVersion(tree, version))).toBe(words(treeVersion(tracked, version)));
    expect(words(treeVersion(tracked, 'after'))).toContain('所管は税務課とする。\n新しい秘密');
    expect(words(treeVersion(tracked, 'before'))).toContain('所管は情報課とする。\n廃止した秘密');
  });

  test('is searched for confidential words in both versions, in comments and in the names of their authors', () => {
    const torn = document({ title: '題' }, [
      paragraph([
        '税',
        deleted('制', revision),
        inserted('務課', revision),
        'の',
        ...comment('件', { ...revision, text: '髙橋に聞く' }),
      ]),
      deleted(paragraph('文'), { ...revision, author: '監査室' }),
    ]);
    const all = words(torn);
    for (const found of ['税務課の件', '税制の件', '髙橋に聞く', '監査室', '総務課']) expect(all).toContain(found);
  });
});
