import { describe, expect, test } from 'vitest';
import {
  bulletList,
  callout,
  definitionList,
  document,
  heading,
  letterHead,
  note,
  numberedList,
  paragraph,
  signature,
  stampBox,
  table,
  tableOfContents,
  titlePage,
  renderDocx,
  renderPdf,
  renderXlsx,
} from './index.ts';
import { objections, part } from './testing/ooxml.ts';
import { fontsOf, hasPoppler, pageSizes, textOf } from './testing/pdf.ts';
import { hardWords, hostileWords, sampleReport, sampleWorkbook } from './testing/sample.ts';

const squeezed = (text: string): string => text.replace(/\s/gu, '');

describe('the same tree gives the same bytes', () => {
  test.each([
    ['docx', () => renderDocx(sampleReport)],
    ['pdf', () => renderPdf(sampleReport)],
    ['xlsx', () => renderXlsx(sampleWorkbook)],
  ])('%s', async (_format, render) => {
    const first = await render();
    // Another document in between must leave no trace.
    await renderPdf(document({ title: '別の文書' }, [paragraph('別の本文')]));
    expect(Buffer.compare(first, await render())).toBe(0);
  });
});

describe('Office files are valid for the Open XML SDK', () => {
  test('docx', async () => {
    expect(await objections(await renderDocx(sampleReport), 'docx')).toEqual([]);
    expect(await objections(await renderDocx({ ...sampleReport, fonts: 'biz-ud' }), 'docx')).toEqual([]);
  });
  test('xlsx', async () => {
    expect(await objections(await renderXlsx(sampleWorkbook), 'xlsx')).toEqual([]);
  });
});

describe('Word', () => {
  test('numbers headings by styles that are tied to one numbering', async () => {
    const bytes = await renderDocx(sampleReport);
    const styles = part(bytes, 'word/styles.xml');
    const numbering = part(bytes, 'word/numbering.xml');
    const body = part(bytes, 'word/document.xml');
    const texts = ['第%1', '%2', '(%3)', '%4', '(%5)', '%6'];
    texts.forEach((text, index) => {
      expect(numbering).toMatch(
        new RegExp(
          `<w:lvl w:ilvl="${index}"[^>]*>(?:(?!</w:lvl>).)*<w:pStyle w:val="Heading${index + 1}"/>(?:(?!</w:lvl>).)*w:val="${text.replace(/[()]/gu, '\\$&')}"`,
          'su',
        ),
      );
      expect(styles).toMatch(
        new RegExp(`w:styleId="Heading${index + 1}"(?:(?!</w:style>).)*<w:ilvl w:val="${index}"/>`, 'su'),
      );
    });
    expect(numbering.match(/aiueoFullWidth/gu)).toHaveLength(2);
    expect(body.match(/<w:pStyle w:val="Heading1"\/>/gu)).toHaveLength(4);
    // The numbers themselves are never typed.
    expect(body).not.toMatch(/<w:pStyle w:val="Heading1"\/>(?:(?!<\/w:p>).)*>第1/su);
  });

  test('repeats both header rows of a table and turns the paper', async () => {
    const body = part(await renderDocx(sampleReport), 'word/document.xml');
    expect(body.match(/<w:tblHeader\/>/gu)).toHaveLength(3);
    expect(body).toMatch(/<w:pgSz w:w="23811" w:h="16838" w:orient="landscape"\/>/u);
    expect(body.match(/<w:pgSz/gu)).toHaveLength(4);
  });

  test('speaks Japanese, uses the fonts of municipal PCs, and tells no date', async () => {
    const bytes = await renderDocx(sampleReport);
    const styles = part(bytes, 'word/styles.xml');
    expect(styles).toContain('<w:lang w:val="en-US" w:eastAsia="ja-JP"/>');
    expect(styles).toContain('w:eastAsia="ＭＳ 明朝"');
    expect(part(await renderDocx({ ...sampleReport, fonts: 'biz-ud' }), 'word/styles.xml')).toContain(
      'BIZ UD明朝 Medium',
    );
    expect(part(bytes, 'docProps/core.xml').match(/1979-12-31T15:00:00Z/gu)).toHaveLength(2);
    const dated = await renderDocx({ ...sampleReport, created: '2026-06-10' });
    expect(part(dated, 'docProps/core.xml').match(/2026-06-09T15:00:00Z/gu)).toHaveLength(2);
    expect(part(bytes, 'word/fontTable.xml')).toContain('<w:font w:name="ＭＳ 明朝"><w:altName w:val="BIZ UDMincho"/>');
    await expect(renderPdf({ ...sampleReport, created: '令和8年' })).rejects.toThrow('作成日');
    expect(part(bytes, 'word/header2.xml')).toContain('【取扱注意】');
  });

  test('fills in the table of contents with page numbers', async () => {
    const body = part(await renderDocx(sampleReport), 'word/document.xml');
    const contents = body.slice(body.indexOf('TOC \\'), body.indexOf('</w:sdtContent>'));
    expect(contents).toContain('業務の概要');
    expect(contents).toMatch(/PAGEREF(?:(?!<\/w:p>).)*<w:t[^>]*>\d+<\/w:t>/su);
  });
});

describe.skipIf(!hasPoppler)('PDF', () => {
  test('keeps every word, in order, with the same numbers as Word makes', async () => {
    const text = squeezed(textOf(await renderPdf(sampleReport)));
    for (const words of [
      hardWords,
      hostileWords,
      '【取扱注意】',
      '第2の1に示す',
      '(1)体制ア資格(ア)番号a更新',
      'イ独立性',
      '①計画②調査',
      '表1件数',
      '図1体制',
    ]) {
      expect(text).toContain(squeezed(words));
    }
  });

  test('embeds the bundled fonts and no others', async () => {
    const fonts = fontsOf(await renderPdf(sampleReport));
    expect(fonts.length).toBeGreaterThan(2);
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+(?:BIZUD|NotoSerifJP).*yes yes yes/u);
  });

  test('has the asked paper', async () => {
    const sizes = pageSizes(await renderPdf(sampleReport));
    expect(sizes[0]).toBe('595 x 842');
    expect(sizes).toContain('1191 x 842');
    expect(pageSizes(await renderPdf({ ...sampleReport, size: 'A3', blocks: [paragraph('本文')] }))).toEqual([
      '842 x 1191',
    ]);
  });

  test('can be made for long keeping', async () => {
    const pdf = await renderPdf({ ...sampleReport, pdfStandard: 'a-2a' });
    expect(Buffer.from(pdf).includes('pdfaid:part')).toBe(true);
  });
});

describe('a document that cannot be made says why', () => {
  const failing = (blocks: Parameters<typeof document>[1]) => renderPdf(document({ title: '題名' }, blocks));

  test('a character that no font has is named, with its place', async () => {
    await expect(failing([paragraph('結果は良好です😀。')])).rejects.toThrow(
      /書体にない文字「😀」（U\+1F600）.*該当箇所：「結果は良好です😀/su,
    );
    await expect(failing([paragraph('𠮷野')])).resolves.toBeInstanceOf(Uint8Array);
  });

  test('after an error the next document is made as always', async () => {
    const good = document({ title: '題名' }, [paragraph('本文')]);
    const before = await renderPdf(good);
    await expect(failing([paragraph('😀')])).rejects.toThrow();
    expect(Buffer.compare(before, await renderPdf(good))).toBe(0);
  });

  test('a skipped heading level', async () => {
    await expect(failing([heading(1, 'あ'), heading(3, 'い')])).rejects.toThrow('見出し「い」の階層が飛んでいます');
    await expect(renderDocx(document({ title: '題名' }, [heading(2, 'い')]))).rejects.toThrow('階層が飛んでいます');
  });

  test('a heading without words', async () => {
    await expect(failing([heading(1, 'あ'), heading(2, '　\u0000')])).rejects.toThrow('見出し「あ」の次に');
  });

  test('an empty document', async () => {
    await expect(failing([])).rejects.toThrow('本文がありません');
  });
});

test('empty texts, lists and tables still make valid documents', async () => {
  const tree = document({ title: '題名', date: '', number: '', sender: '', addressee: [], subtitle: '' }, [
    titlePage(),
    letterHead(),
    tableOfContents(),
    paragraph(''),
    paragraph([]),
    bulletList([]),
    bulletList(['']),
    numberedList([]),
    definitionList([]),
    definitionList([['', '']]),
    note(''),
    callout(''),
    callout([]),
    stampBox(['']),
    signature([]),
    table({ columns: [{ width: '1fr' }, { width: 20 }], rows: [] }),
    table({ columns: [{ width: '1fr' }], header: [''], rows: [['']] }),
  ]);
  expect(await objections(await renderDocx(tree), 'docx')).toEqual([]);
  const pdf = await renderPdf(tree);
  if (hasPoppler) expect(textOf(pdf)).toContain('該当なし');
});
