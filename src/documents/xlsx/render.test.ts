import { Workbook } from '@cj-tech-master/excelts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderXlsx, type Sheet, type WorkbookTree } from '../index.ts';
import { part } from '../testing/ooxml.ts';
import { sampleWorkbook } from '../testing/sample.ts';
import { lineCount, looksLikeFormula } from './text.ts';

const book = (sheet: Partial<Sheet>): WorkbookTree => ({
  title: '題',
  sheets: [{ name: '一覧', columns: [{ title: '項目', width: 20 }], rows: [], ...sheet }],
});

describe('text stays text', () => {
  test('whatever it begins with', async () => {
    const words = fc.tuple(
      fc.constantFrom('=', '+', '-', '@', '\t', ' =', "'=", '＝', ''),
      fc.string({ maxLength: 20 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 20 }), async (list) => {
        const rows = list.map(([start, rest]) => [`${start}1${rest.replace(/[^ -~]/gu, '')}`]);
        const bytes = await renderXlsx(book({ rows }));
        expect(part(bytes, 'xl/worksheets/sheet1.xml')).not.toContain('<f>');
        const read = new Workbook();
        await read.xlsx.load(Buffer.from(bytes));
        rows.forEach(([text = ''], index) => {
          expect(read.getWorksheet('一覧')?.getCell(index + 2, 1).value).toBe(text.replaceAll('\t', ' '));
        });
      }),
      { numRuns: 30 },
    );
  });

  test('and keeps the quote prefix when it looks like a formula', async () => {
    const styles = part(await renderXlsx(book({ rows: [['=1+1']] })), 'xl/styles.xml');
    expect(styles).toMatch(/<xf numFmtId="49" quotePrefix="1"/u);
    expect(['=1', '+1', '-1', '@a', ' =1', '＝1', 'abc', '1-2'].map(looksLikeFormula)).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('a sheet is ready to print and to fill in', () => {
  test('frozen and repeated header, filter, paper, marks and page numbers', async () => {
    const bytes = await renderXlsx(sampleWorkbook);
    const sheet = part(bytes, 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<pane ySplit="4" topLeftCell="A5" activePane="bottomLeft" state="frozen"/>');
    expect(sheet).toContain('<autoFilter ref="A4:E9"/>');
    expect(sheet).toMatch(/<pageSetup paperSize="9" orientation="landscape"[^>]*fitToHeight="0"\/>/u);
    expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(sheet).toContain('【取扱注意】');
    expect(sheet).toContain('&amp;P / &amp;N');
    expect(sheet).toMatch(/<col min="1" max="1"[^>]*hidden="1"/u);
    expect(part(bytes, 'xl/worksheets/sheet2.xml')).toContain('paperSize="8"');
    expect(part(bytes, 'xl/workbook.xml')).toContain('&apos;発見事項一覧&apos;!$4:$4</definedName>');
  });

  test('short lists of choices stand in the rule, long ones on a hidden sheet', async () => {
    const bytes = await renderXlsx(sampleWorkbook);
    const sheet = part(bytes, 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('sqref="B5:B9"><formula1>&quot;指摘,意見&quot;');
    expect(sheet).toContain('$A$1:$A$60');
    expect(part(bytes, 'xl/workbook.xml')).toMatch(/name="選択肢一覧"[^>]*state="hidden"/u);
  });

  test('rows are as high as their wrapped text', async () => {
    expect(lineCount('あ'.repeat(10), 21)).toBe(1);
    expect(lineCount('あ'.repeat(27), 21)).toBe(3);
    expect(lineCount('あ'.repeat(28), 21)).toBe(4);
    expect(lineCount('あ\nい\n', 21)).toBe(3);
    const sheet = part(await renderXlsx(book({ rows: [['あ'.repeat(30)], ['短い']] })), 'xl/worksheets/sheet1.xml');
    const heights = [...sheet.matchAll(/<row r="(\d+)"[^>]* ht="(\d+)"/gu)].map((match) => Number(match[2]));
    expect(heights[1]).toBeGreaterThan(2 * (heights[2] ?? 0));
  });
});

describe('a workbook that cannot be made says why', () => {
  test.each([
    [{ name: '' }, '空です'],
    [{ name: 'あ'.repeat(32) }, '31字以内'],
    [{ name: 'a/b' }, '記号'],
    [{ rows: [['a', 'b']] }, '列数（1）と合いません'],
    [{ rows: [['x'.repeat(40_000)]] }, '上限'],
    [{ columns: [] }, '列がありません'],
  ])('%o', async (sheet, message) => {
    await expect(renderXlsx(book(sheet))).rejects.toThrow(message);
  });

  test('two sheets of one name', async () => {
    const sheet = { name: 'A', columns: [{ title: '項目', width: 9 }], rows: [] };
    await expect(renderXlsx({ title: '題', sheets: [sheet, { ...sheet, name: 'a' }] })).rejects.toThrow('重複');
  });
});
