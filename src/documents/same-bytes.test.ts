import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  appendix,
  bold,
  bulletList,
  callout,
  cell,
  comment,
  definitionList,
  deleted,
  document,
  type DocumentTree,
  editionOf,
  figure,
  type FlowBlock,
  heading,
  hidden,
  inserted,
  item,
  landscape,
  letterHead,
  note,
  numberedList,
  pageBreak,
  paragraph,
  reference,
  renderDocx,
  renderHtml,
  renderPdf,
  renderWorkbookHtml,
  renderXlsx,
  section,
  sensitive,
  signature,
  stampBox,
  table,
  tableOfContents,
  titlePage,
} from './index.ts';
import { sampleReport, sampleSvg, sampleWorkbook } from './testing/sample.ts';
import { revision } from './testing/tracked.ts';

const words = fc.constantFrom(
  '髙﨑㋿①㈱Ⅲ～',
  '𠮷野',
  '結果を確かめた。',
  '<b>&amp;',
  '=1+1',
  'https://a.example/b',
  '表　題',
  '12',
);
const inline = fc.oneof(
  words,
  fc.tuple(words, words).map(([a, b]) => [a, bold(b), hidden(a, sensitive('理由', b)), reference('first')]),
  fc
    .tuple(words, words)
    .map(([a, b]) => [deleted(a, revision), inserted(b, revision), ...comment([a, b], { ...revision, text: b })]),
);
const block: fc.Arbitrary<FlowBlock> = fc.oneof(
  inline.map((content) => paragraph(content)),
  words.map((content) => heading(2, content)),
  words.map((content) => inserted(paragraph(content), revision)),
  fc.array(words, { maxLength: 4 }).map((items) => bulletList(items)),
  fc.array(words, { minLength: 1, maxLength: 4 }).map((items) => numberedList([...items, item('親', ...items)])),
  fc.tuple(words, inline).map(([term, text]) => definitionList([[term, text]])),
  fc.tuple(words, fc.array(fc.tuple(words, inline), { maxLength: 5 })).map(([caption, rows]) =>
    table({
      caption,
      columns: [{ width: 30 }, { width: '1fr' }, { width: 20, marks: sensitive('理由') }],
      header: [cell('見出し', { colspan: 2 }), '三'],
      rows: rows.map(([a, b]) => [a, cell(b, { shade: 'light' }), '三']),
    }),
  ),
  inline.map((content) => note(content)),
  inline.map((content) => callout(content, { title: '題', tone: 'warning' })),
  words.map((alt) => figure({ svg: sampleSvg, alt, width: 60, height: 20, caption: alt })),
  fc.constant(stampBox(['課長', '担当'], { title: '決裁' })),
  words.map((value) => signature([{ label: '氏名', value, seal: true }])),
  fc.constant(pageBreak()),
);
const trees: fc.Arbitrary<DocumentTree> = fc
  .tuple(fc.array(block, { maxLength: 8 }), fc.array(block, { minLength: 1, maxLength: 4 }), words, fc.boolean())
  .map(([body, more, title, kept]) =>
    document(
      { title, sender: title, marking: '取扱注意', created: '2026-06-01', ...(kept ? { pdfStandard: 'a-2a' } : {}) },
      [
        titlePage(),
        tableOfContents(),
        letterHead(),
        heading(1, '初め', { id: 'first' }),
        ...body,
        section([paragraph('別の取扱い')], { marking: '機密性3' }),
        landscape([heading(1, '横'), ...more], { size: 'A3' }),
        appendix('付けるもの'),
        ...more,
      ],
    ),
  );

test('the same data gives the same bytes in every output and edition, whatever was made before', async () => {
  let before: DocumentTree = document({ title: '前の文書' }, [heading(1, '前'), bulletList(['前'])]);
  await fc.assert(
    fc.asyncProperty(trees, async (tree) => {
      const copy = structuredClone(tree);
      for (const render of [renderDocx, renderPdf, renderHtml]) {
        const first = Buffer.from(await render(tree));
        // Another document in between must leave no trace, and what a document holds is not changed by making it.
        await render(before);
        expect(first.equals(Buffer.from(await render(copy)))).toBe(true);
      }
      for (const kind of ['public', 'executive'] as const)
        expect(editionOf(tree, { kind })).toEqual(editionOf(copy, { kind }));
      expect(tree).toEqual(copy);
      before = tree;
    }),
    { numRuns: 6 },
  );
  const book = Buffer.from(await renderXlsx(sampleWorkbook));
  expect(book.equals(Buffer.from(await renderXlsx(structuredClone(sampleWorkbook))))).toBe(true);
  expect(await renderWorkbookHtml(sampleWorkbook)).toBe(await renderWorkbookHtml(structuredClone(sampleWorkbook)));
}, 120_000);

test('people who make files at the same time each get their own', async () => {
  const one = (title: string): DocumentTree => ({ ...sampleReport, title });
  const names = ['総務局の報告', '市民局の報告', '土木局の報告'];
  const makers = names.flatMap((name) => [
    () => renderDocx(one(name)),
    () => renderPdf(one(name)),
    () => renderXlsx({ ...sampleWorkbook, title: name }),
  ]);
  const alone: Uint8Array[] = [];
  for (const make of makers) alone.push(await make());
  const together = await Promise.all(makers.map((make) => make()));
  expect(together.map((bytes, index) => Buffer.compare(bytes, alone[index] ?? bytes.subarray(1)))).toEqual(
    makers.map(() => 0),
  );
}, 60_000);
