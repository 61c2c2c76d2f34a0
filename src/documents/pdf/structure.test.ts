import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  appendix,
  bulletList,
  document,
  type DocumentTree,
  figure,
  heading,
  paragraph,
  renderPdf,
  table,
  tableOfContents,
  titlePage,
} from '../index.ts';
import { fontsOf, hasPoppler } from '../testing/pdf.ts';
import { sampleSvg } from '../testing/sample.ts';

/** A report of more than fifty pages, with headings of three levels, tables and pictures. */
const longReport: DocumentTree = document(
  { title: '監査報告書', sender: '受注者', date: '令和9年3月26日', created: '2027-03-26', marking: '取扱注意' },
  [
    titlePage(),
    tableOfContents({ depth: 3 }),
    ...Array.from({ length: 12 }, (_, chapter) => [
      heading(1, `章の見出し${chapter + 1}`, { newPage: true }),
      ...Array.from({ length: 4 }, (_each, section) => [
        heading(2, `節の見出し${chapter + 1}の${section + 1}`),
        ...Array.from({ length: 9 }, (_line, index) =>
          paragraph(
            `${chapter + 1}の${section + 1}の${index + 1}番目の段落。${'確かめた事実を記録に基づいて述べる。'.repeat(6)}`,
          ),
        ),
        heading(3, '内訳'),
        table({
          caption: `表${chapter + 1}-${section + 1}`,
          columns: [{ width: 30 }, { width: '1fr' }],
          header: ['区分', '内容'],
          rows: [
            ['組織', '体制を定めている。'],
            ['物理', '書庫を施錠している。'],
          ],
        }),
        bulletList(['一', '二']),
      ]).flat(),
      figure({ svg: sampleSvg, alt: `章${chapter + 1}の体制`, width: 60, height: 20 }),
    ]).flat(),
    appendix('用語の説明'),
    paragraph('終わりの段落。'),
  ],
);

type Pdf = Awaited<ReturnType<typeof getDocument>['promise']>;
interface Node {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly Node[];
}

interface Mark {
  readonly title: string;
  readonly dest: string | readonly unknown[] | null;
  readonly items: readonly Mark[];
}

const isReference = (value: unknown): value is { readonly num: number; readonly gen: number } =>
  typeof value === 'object' && value !== null && 'num' in value && 'gen' in value;

const roles = (node: Node): string[] => [
  ...(node.role === undefined ? [] : [node.role]),
  ...(node.children ?? []).flatMap(roles),
];

describe('a report of fifty pages', () => {
  let bytes: Uint8Array = new Uint8Array();
  let pdf: Pdf;
  beforeAll(async () => {
    bytes = await renderPdf(longReport);
    pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  }, 120_000);
  afterAll(() => pdf.loadingTask.destroy());

  test('has its pages, its language and its particulars', async () => {
    expect(pdf.numPages).toBeGreaterThanOrEqual(50);
    const { info, metadata } = await pdf.getMetadata();
    expect(info).toMatchObject({
      Title: '監査報告書',
      Author: '受注者',
      Language: expect.stringMatching(/^ja/u) as string,
    });
    expect(metadata?.getRaw()).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect([...((await pdf.getMarkInfo()) as unknown as Map<string, boolean>)]).toContainEqual(['Marked', true]);
  });

  test('has bookmarks for every heading, each leading to its page', async () => {
    const outline = (await pdf.getOutline()) as unknown as readonly Mark[];
    expect(outline.map(({ title }) => title)).toEqual([
      ...Array.from({ length: 12 }, (_, index) => `第${index + 1} 章の見出し${index + 1}`),
      '別紙1 用語の説明',
    ]);
    expect(outline[0]?.items).toHaveLength(4);
    expect(outline[0]?.items[0]?.items.map(({ title }) => title)).toEqual(['(1) 内訳']);
    const pages: number[] = [];
    for (const { dest } of outline) {
      const target = typeof dest === 'string' ? ((await pdf.getDestination(dest)) as readonly unknown[] | null) : dest;
      const page = target?.[0];
      if (!isReference(page)) throw new Error('a bookmark leads nowhere');
      pages.push(await pdf.getPageIndex(page));
    }
    expect(pages).toEqual(pages.toSorted((a, b) => a - b));
    expect(new Set(pages).size).toBe(13);
  });

  test('is tagged: headings, tables with heads, lists, pictures with their words', async () => {
    const found = new Set<string>();
    const words: string[] = [];
    const look = (node: Node): void => {
      if (node.alt !== undefined) words.push(node.alt);
      node.children?.forEach(look);
    };
    for (let page = 1; page <= 12; page += 1) {
      const tree = (await (await pdf.getPage(page)).getStructTree()) as Node | null;
      if (tree === null) continue;
      roles(tree).forEach((role) => found.add(role));
      look(tree);
    }
    for (const role of ['H1', 'H2', 'P', 'Table', 'TR', 'TH', 'TD', 'L', 'LI', 'TOC']) expect(found).toContain(role);
    expect(words).toContain('章1の体制');
  });

  test('gives its text in reading order', async () => {
    let text = '';
    for (let page = 1; page <= 10; page += 1) {
      const { items } = await (await pdf.getPage(page)).getTextContent();
      text += items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .replace(/\s/gu, '');
    }
    const lines = Array.from(
      { length: 9 },
      (_, index) => `1の1の${index + 1}番目の段落。確かめた事実を記録に基づいて述べる。`,
    );
    const places = [...lines, '表1-1', '書庫を施錠している。', '1の2の1番目の段落'].map((words) => text.indexOf(words));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test.skipIf(!hasPoppler)('embeds parts of the bundled fonts and nothing else', () => {
    const fonts = fontsOf(bytes);
    expect(fonts.length).toBeGreaterThan(1);
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+(?:BIZUD|NotoSerifJP).*yes yes yes/u);
    expect(bytes.length).toBeLessThan(3_000_000);
  });

  test('can be made for long keeping as PDF/A-2a, with the same bookmarks', async () => {
    const kept = await renderPdf({ ...longReport, pdfStandard: 'a-2a' });
    const task = getDocument({ data: kept, verbosity: 0 });
    const other = await task.promise;
    const raw = (await other.getMetadata()).metadata?.getRaw();
    expect(raw).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(raw).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect((await other.getOutline()).length).toBe(13);
    await task.destroy();
  });
});
