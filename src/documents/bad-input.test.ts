import { tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
import { fontFile, fontFolder } from './fonts.ts';
import {
  bulletList,
  cell,
  document,
  heading,
  paragraph,
  renderDocx,
  renderHtml,
  renderPdf,
  table,
  tableOfContents,
} from './index.ts';
import { part } from './testing/ooxml.ts';
import { hasPoppler, pageSizes, textOf } from './testing/pdf.ts';

const squeezed = (text: string): string => text.replace(/\s/gu, '');

describe('a table of ten thousand rows is made whole', () => {
  const rows = Array.from({ length: 10_000 }, (_, index) => [index + 1, `確かめた事項その${index + 1}。`]);
  const tree = document({ title: '一覧' }, [
    heading(1, '表'),
    table({ columns: [{ width: 20 }, { width: '1fr' }], header: ['番号', '内容'], rows }),
  ]);
  const megabytes = (): number => process.memoryUsage().rss / 2 ** 20;

  test('as Word', async () => {
    const before = megabytes();
    const body = part(await renderDocx(tree), 'word/document.xml');
    expect(body.match(/<w:tr>|<w:tr /gu)).toHaveLength(10_001);
    expect(body).toContain('確かめた事項その10000。');
    expect(megabytes() - before).toBeLessThan(400);
  }, 120_000);

  test.skipIf(!hasPoppler)(
    'as PDF',
    async () => {
      const before = megabytes();
      const pdf = await renderPdf(tree);
      expect(pageSizes(pdf).length).toBeGreaterThan(150);
      expect(squeezed(textOf(pdf))).toContain('確かめた事項その10000。');
      expect(megabytes() - before).toBeLessThan(800);
    },
    120_000,
  );

  test('as a page', async () => {
    expect(await renderHtml(tree)).toContain('確かめた事項その10000。');
  });
});

describe('tables that no paper holds', () => {
  const large = (rows: number, caption?: string) =>
    document({ title: '資産の一覧' }, [
      table({
        ...(caption === undefined ? {} : { caption }),
        columns: Array.from({ length: 10 }, () => ({ width: '1fr' as const })),
        rows: Array.from({ length: rows }, () => Array.from({ length: 10 }, () => '有')),
      }),
    ]);

  test('are refused as PDF, with what to do instead', async () => {
    await expect(renderPdf(large(2_001, '端末'))).rejects.toThrow(
      '「資産の一覧」は、表のセルが合わせて20,010個あり、PDFにできる上限（20,000個）を超えています。最も大きい表は「端末」（2,001行）です。一覧はExcelで出力する',
    );
    expect((await renderDocx(large(2_001))).length).toBeGreaterThan(1000);
  });

  test('are refused as Word', async () => {
    await expect(renderDocx(large(10_001))).rejects.toThrow('Wordにできる上限（100,000個）');
  });
});

describe.skipIf(!hasPoppler)('a cell of five thousand characters', () => {
  const words = Array.from({ length: 500 }, (_, index) => `${String(index).padStart(4, '0')}の記録。`)
    .join('')
    .slice(0, 4998);
  const tree = document({ title: '長い' }, [
    table({ columns: [{ width: 30 }, { width: '1fr' }], header: ['項目', '内容'], rows: [['長', `${words}終り`]] }),
  ]);

  test('breaks over pages and loses nothing', async () => {
    const text = squeezed(textOf(await renderPdf(tree)));
    expect(text).toContain('終り');
    for (const number of ['0000の', '0100の', '0300の', '0499の']) expect(text).toContain(number);
    const body = part(await renderDocx(tree), 'word/document.xml');
    expect(body).toContain(`${words}終り`);
    // A row longer than a page may break, or Word would cut it.
    expect(body.match(/<w:cantSplit\/>/gu)).toHaveLength(1);
    expect(await renderHtml(tree)).toContain(`${words}終り`);
  });
});

describe('an empty report', () => {
  test.each([
    ['docx', renderDocx],
    ['pdf', renderPdf],
    ['html', renderHtml],
  ])('is refused as %s, naming it', async (_name, render) => {
    await expect(render(document({ title: '事業報告書' }, []))).rejects.toThrow('文書「事業報告書」に本文がありません');
    await expect(render(document({ title: '　' }, [paragraph('本文')]))).rejects.toThrow('題名が空です');
  });

  test('with a table of contents and nothing in it is made', async () => {
    const tree = document({ title: '報告' }, [tableOfContents(), bulletList([])]);
    expect((await renderDocx(tree)).length).toBeGreaterThan(1000);
    expect((await renderPdf(tree)).length).toBeGreaterThan(1000);
    expect(await renderHtml(tree)).toContain('目次');
  });
});

test('a missing font is named', () => {
  expect(() => fontFile('biz-udmincho', '400Regular', tmpdir())).toThrow(
    '書体「BIZUDMincho_400Regular.ttf」が見つからないため',
  );
  expect(() => fontFolder('noto-serif-jp', '700Bold', tmpdir())).toThrow('NotoSerifJP_700Bold.ttf');
  expect(fontFolder('biz-udgothic', '700Bold')).toMatch(/biz-udgothic/u);
});

describe('characters that no font has', () => {
  test('are named with their place in a PDF, and kept in the other outputs', async () => {
    const tree = document({ title: '題' }, [table({ columns: [{ width: '1fr' }], rows: [[cell('結果は😀である')]] })]);
    await expect(renderPdf(tree)).rejects.toThrow(/「😀」（U\+1F600）.*該当箇所：「結果は😀/su);
    expect(await renderHtml(tree)).toContain('結果は😀である');
    expect(part(await renderDocx(tree), 'word/document.xml')).toContain('結果は😀である');
  });
});
