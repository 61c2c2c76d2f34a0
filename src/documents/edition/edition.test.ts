import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bulletList,
  callout,
  cell,
  document,
  type DocumentTree,
  type Edition,
  editionOf,
  forExecutives,
  heading,
  hidden,
  landscape,
  marked,
  paragraph,
  reference,
  renderDocx,
  renderHtml,
  row,
  sensitive,
  table,
  tableOfContents,
  titlePage,
} from '../index.ts';
import { typstSource } from '../pdf/source.ts';
import { prepare } from '../prepare/prepare.ts';
import { sampleReport } from '../testing/sample.ts';
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
