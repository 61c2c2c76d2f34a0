import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { shownBy } from './looks.ts';
import { readSpreadsheet, SpreadsheetError } from './read.ts';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const KIND = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const FORMATS = ['General', 'yyyy"年"m"月"d"日"', '[$-411]ge.m.d', 'h:mm', '[h]:mm'];

interface Written {
  readonly cells?: string;
  readonly after?: string;
  readonly texts?: string;
  readonly properties?: string;
  readonly parts?: Readonly<Record<string, string>>;
}

/** A workbook of one sheet, as a spreadsheet program would write it. */
function workbook({ cells = '', after = '', texts = '', properties = '', parts = {} }: Written): Uint8Array {
  const files: Record<string, string> = {
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${KIND}"><workbookPr ${properties}/><sheets><sheet name="一覧" sheetId="1" r:id="a"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="a" Type="${KIND}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="b" Type="${KIND}/sharedStrings" Target="/xl/SharedStrings.xml"/><Relationship Id="c" Type="${KIND}/styles" Target="styles.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<sst ${MAIN}>${texts}</sst>`,
    'xl/styles.xml': `<styleSheet ${MAIN}><numFmts>${FORMATS.map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${FORMATS.map((_code, index) => `<xf numFmtId="${200 + index}"/>`).join('')}<xf numFmtId="57"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${MAIN}><cols><col min="1" max="1" hidden="1"/></cols><sheetData>${cells}</sheetData>${after}</worksheet>`,
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

async function read(written: Written): Promise<[number, [number, unknown][]][]> {
  const [sheet] = await readSpreadsheet(workbook(written));
  return (sheet?.lines ?? []).map(({ row, cells }) => [row, [...cells]]);
}
const first = async (cell: string, written: Written = {}): Promise<unknown> =>
  (await read({ ...written, cells: `<row r="1">${cell}</row>` }))[0]?.[1][0]?.[1];

describe('a cell', () => {
  test.each([
    ['a shared text', '<c r="A1" t="s"><v>0</v></c>', '街　守'],
    ['a text of several looks, without its reading', '<c r="A1" t="s"><v>1</v></c>', '髙﨑さん'],
    ['a text in its place', '<c r="A1" t="inlineStr"><is><t>a&amp;b</t></is></c>', 'a&b'],
    [
      'a text in its place, of several looks',
      '<c r="A1" t="inlineStr"><is><r><t>一</t></r><r><t xml:space="preserve"> 二</t></r></is></c>',
      '一 二',
    ],
    [
      'signs that XML cannot write',
      '<c r="A1" t="inlineStr"><is><t>a_x000D_b_x005F_x0000_</t></is></c>',
      'a\rb_x0000_',
    ],
    ['a number', '<c r="A1"><v>1.5E3</v></c>', 1500],
    ['yes', '<c r="A1" t="b"><v>1</v></c>', true],
    ['an error', '<c r="A1" t="e"><v>#REF!</v></c>', '#REF!'],
    ['the last result of a formula', '<c r="A1"><f>1+1</f><v>2</v></c>', 2],
    ['the last text of a formula', '<c r="A1" t="str"><f>A2&amp;""</f><v>文</v></c>', '文'],
    ['a formula that was never computed', '<c r="A1"><f>1+1</f></c>', undefined],
    ['a look without content', '<c r="A1" s="1"/>', undefined],
    ['blanks', '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> 　</t></is></c>', undefined],
    ['a day', '<c r="A1" s="1"><v>46174.75</v></c>', { day: '2026-06-01' }],
    ['a day of an era', '<c r="A1" s="2"><v>46174</v></c>', { day: '2026-06-01' }],
    ['a day in a look of Japanese Excel', '<c r="A1" s="5"><v>46174</v></c>', { day: '2026-06-01' }],
    ['a day in letters', '<c r="A1" t="d"><v>2026-06-01T09:00:00</v></c>', { day: '2026-06-01' }],
    ['a day of a formula', '<c r="A1" s="1"><f>TODAY()</f><v>46174</v></c>', { day: '2026-06-01' }],
    ['what is no day', '<c r="A1" s="1"><v>99999999</v></c>', 99_999_999],
    ['a time', '<c r="A1" s="3"><v>0.3958333333</v></c>', '9:30'],
    ['hours', '<c r="A1" s="4"><v>1.5</v></c>', '36:00'],
    ['a number with no look of a day', '<c r="A1" s="0"><v>46174</v></c>', 46174],
  ])('%s', async (_what, cell, content) => {
    const texts =
      '<si><t>街　守</t></si><si><r><t>髙﨑</t></r><r><rPr/><t>さん</t></r><rPh sb="0" eb="2"><t>タカサキ</t></rPh></si>';
    expect(await first(cell, { texts })).toEqual(content);
  });

  test('days counted from 1904', async () => {
    const cell = '<c r="A1" s="1"><v>44712</v></c>';
    expect(await first(cell, { properties: 'date1904="1"' })).toEqual({ day: '2026-06-01' });
  });

  test.each([
    ['G/標準', 'number'],
    ['#,##0;[Red]-#,##0', 'number'],
    ['0"日"', 'number'],
    ['@', 'number'],
    ['0.00E+00', 'number'],
    ['yyyy/m/d;@', 'day'],
    ['mmm', 'day'],
    ['[$-F800]dddd', 'day'],
    ['mm:ss', 'clock'],
    ['[mm]', 'duration'],
  ])('what %s shows', (code, shown) => {
    expect(shownBy(code)).toBe(shown);
  });
});

describe('a sheet', () => {
  test('places that are left out follow each other; hidden columns count', async () => {
    const cells =
      '<row><c><v>1</v></c><c><v>2</v></c></row><row r="4"><c r="AB4"><v>3</v></c><c><v>4</v></c></row><row/>';
    expect(await read({ cells })).toEqual([
      [
        1,
        [
          [1, 1],
          [2, 2],
        ],
      ],
      [
        4,
        [
          [28, 3],
          [29, 4],
        ],
      ],
    ]);
  });

  test('all cells of a merged area hold its value, and nothing that lies under it', async () => {
    const cells =
      '<row r="1"><c r="B1"><v>7</v></c><c r="C1"><v>8</v></c></row><row r="3"><c r="A3"/><c r="B3"><v>9</v></c></row>';
    const after = '<mergeCells><mergeCell ref="B1:C2"/><mergeCell ref="A3:B3"/></mergeCells>';
    expect(await read({ cells, after })).toEqual([
      [
        1,
        [
          [2, 7],
          [3, 7],
        ],
      ],
      [
        2,
        [
          [2, 7],
          [3, 7],
        ],
      ],
    ]);
  });

  test('elements with prefixes, and a part in UTF-16', async () => {
    const prefixed = `<?xml version="1.0" encoding="UTF-16"?><x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>街</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`;
    const bytes = workbook({});
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${prefixed}`, 'utf16le'));
    const parts = unzipSync(bytes);
    const [sheet] = await readSpreadsheet(zipSync({ ...parts, 'xl/worksheets/sheet1.xml': utf16 }));
    expect(sheet?.lines).toEqual([{ row: 1, cells: new Map([[1, '街']]) }]);
  });

  test('sheets come in the order of the workbook; charts are none; hidden ones are told', async () => {
    const sheets = [
      '<sheet name="二" sheetId="2" state="veryHidden" r:id="a"/>',
      '<sheet name="図" sheetId="3" r:id="d"/>',
    ];
    const parts = {
      'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${KIND}"><sheets>${sheets.join('')}</sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="a" Type="${KIND}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="d" Type="${KIND}/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>`,
    };
    expect(await readSpreadsheet(workbook({ parts }))).toEqual([{ name: '二', hidden: true, lines: [] }]);
  });
});

describe('a file that is refused', () => {
  const rows = (count: number): string =>
    Array.from({ length: count }, (_, index) => `<row r="${index + 1}"><c><v>1</v></c></row>`).join('');
  const nested = `<a>`.repeat(200);
  test.each<[string, Written, string]>([
    ['too many rows', { cells: rows(12_001) }, '行又は項目が多すぎます'],
    [
      'a merged area over the whole column',
      { cells: rows(1), after: '<mergeCells><mergeCell ref="A1:A1048576"/></mergeCells>' },
      '行又は項目が多すぎます',
    ],
    ['a text that is not there', { cells: '<row><c t="s"><v>9</v></c></row>' }, '読み取れません'],
    ['a row that no sheet has', { cells: '<row r="-1"/>' }, '読み取れません'],
    ['a column that no sheet has', { cells: '<row><c r="ZZZZ1"/></row>' }, '読み取れません'],
    ['a broken part', { cells: '<row><c></row>' }, '読み取れません'],
    ['elements in elements without end', { cells: nested }, '読み取れません'],
    ['a document type', { parts: { 'xl/sharedStrings.xml': '<!DOCTYPE a [<!ENTITY b "c">]><sst/>' } }, 'DOCTYPE'],
    ['no workbook', { parts: { 'xl/workbook.xml': '' } }, '読み取れません'],
    ['a sheet without its part', { parts: { 'xl/_rels/workbook.xml.rels': '<Relationships/>' } }, '読み取れません'],
  ])('%s', async (_what, written, sentence) => {
    const reading = readSpreadsheet(workbook(written));
    await expect(reading).rejects.toThrow(SpreadsheetError);
    await expect(reading).rejects.toThrow(sentence);
  });
});
