import { describe, expect, it } from 'vitest';
import { type FormData, listValue } from '../../core/form/index.ts';
import { cellsOf, row, text, textOfPart, xlsx } from '../testing/forms.ts';
import { moveRows, shiftFormula } from './formulas.ts';
import { fillTemplate } from './index.ts';

const items = (...counts: readonly number[]) =>
  listValue(counts.map((count, index) => ({ 品名: `品${index + 1}`, 数: count })));
const DATA: FormData = { 契約名: '監査業務', 件数: 3, 品目: items(10, 20, 30), 空: listValue([]) };
const fill = (book: Parameters<typeof xlsx>[0], data = DATA): Uint8Array => fillTemplate(xlsx(book), 'xlsx', data);

const LIST = [
  row(1, text('A1', '{{契約名}}の品目')),
  row(
    3,
    text('A3', '{{#品目}}{{品名}}'),
    text('B3', '{{数}}'),
    '<c r="C3"><f>B3*2</f><v>99</v></c>',
    text('D3', '{{/品目}}'),
  ),
  row(4, text('A4', '計'), '<c r="B4"><f>SUM(B3:B3)</f><v>99</v></c>'),
  row(5, '<c r="B5"><f>B4+$B$3+Other!B3</f></c>'),
].join('');

describe('an Excel form', () => {
  it('takes texts, and numbers as numbers', () => {
    const book = fill({
      data: row(1, text('A1', '件名：{{契約名}}'), text('B1', '{{件数}}'), text('C1', '{{件数}}件')),
    });
    expect(cellsOf(book)).toEqual({ A1: '件名：監査業務', B1: '3', C1: '3件' });
    expect(textOfPart(book, 'xl/worksheets/sheet1.xml')).toContain('<c r="B1"><v>3</v></c>');
  });

  it('repeats rows; formulas below grow and move, formulas of a row stay with it', () => {
    expect(cellsOf(fill({ data: LIST }))).toEqual({
      A1: '監査業務の品目',
      A3: '品1',
      B3: '10',
      C3: '=B3*2',
      A4: '品2',
      B4: '20',
      C4: '=B4*2',
      A5: '品3',
      B5: '30',
      C5: '=B5*2',
      A6: '計',
      B6: '=SUM(B3:B5)',
      B7: '=B6+$B$3+Other!B3',
    });
  });

  it('takes the calculated values out and lets Excel calculate anew', () => {
    const book = fill({ data: LIST });
    expect(textOfPart(book, 'xl/worksheets/sheet1.xml')).not.toContain('99');
    expect(textOfPart(book, 'xl/workbook.xml')).toContain('<calcPr fullCalcOnLoad="1"/>');
    expect(() => textOfPart(book, 'xl/calcChain.xml')).toThrow('no part');
    expect(textOfPart(book, '[Content_Types].xml')).not.toContain('calcChain');
    expect(textOfPart(book, 'xl/_rels/workbook.xml.rels')).not.toContain('calcChain');
  });

  it('keeps one empty row of an empty list, without marks', () => {
    expect(cellsOf(fill({ data: LIST }, { ...DATA, 品目: listValue([]) }))).toEqual({
      A1: '監査業務の品目',
      C3: '=B3*2',
      A4: '計',
      B4: '=SUM(B3:B3)',
      B5: '=B4+$B$3+Other!B3',
    });
  });

  it('moves merged cells, rules, print areas and references of other sheets', () => {
    const book = fill({
      data: LIST,
      summary: row(1, '<c r="A1"><f>様式!B4</f></c>', '<c r="B1"><f>COUNTA(様式!$A$3:$A$3)</f></c>'),
      after:
        '<mergeCells count="3"><mergeCell ref="A1:D1"/><mergeCell ref="D3:E3"/><mergeCell ref="A4:A5"/></mergeCells><conditionalFormatting sqref="B3"><cfRule type="expression" priority="1"><formula>B3&gt;1</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="A3:A4"><formula1>$A$5</formula1></dataValidation></dataValidations><rowBreaks count="1" manualBreakCount="1"><brk id="5" max="16383" man="1"/></rowBreaks>',
      names:
        '<definedName name="_xlnm.Print_Area" localSheetId="0">様式!$A$1:$D$5</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">様式!$1:$2</definedName>',
    });
    const sheet = textOfPart(book, 'xl/worksheets/sheet1.xml');
    for (const part of [
      '<mergeCells count="5"><mergeCell ref="A1:D1"/><mergeCell ref="D3:E3"/><mergeCell ref="D4:E4"/><mergeCell ref="D5:E5"/><mergeCell ref="A6:A7"/></mergeCells>',
      'sqref="B3:B5"',
      'sqref="A3:A6"><formula1>$A$7</formula1>',
      '<brk id="7"',
    ]) {
      expect(sheet).toContain(part);
    }
    expect(textOfPart(book, 'xl/workbook.xml')).toContain('様式!$A$1:$D$7</definedName>');
    expect(textOfPart(book, 'xl/workbook.xml')).toContain('様式!$1:$2</definedName>');
    expect(cellsOf(book, 'xl/worksheets/sheet2.xml')).toEqual({ A1: '=様式!B6', B1: '=COUNTA(様式!$A$3:$A$5)' });
  });

  it('repeats blocks of rows with lists inside, and drops rows whose condition is not met', () => {
    const data = [
      row(1, text('A1', '{{#課}}')),
      row(2, text('A2', '{{課名}}')),
      row(3, text('A3', '{{#品目}}{{品名}}'), text('B3', '{{数}}{{/品目}}')),
      row(4, text('A4', '小計'), '<c r="B4"><f>SUM(B3:B3)</f></c>'),
      row(5, text('A5', '{{/課}}')),
      row(6, text('A6', '{{?空}}'), text('B6', '消える{{/空}}')),
      row(7, text('A7', '合計'), '<c r="B7"><f>SUM(B2:B4)</f></c>'),
    ].join('');
    const values = {
      課: listValue([
        { 課名: '市民課', 品目: items(1, 2) },
        { 課名: '税務課', 品目: items(5) },
      ]),
      空: listValue([]),
    };
    expect(cellsOf(fill({ data }, values))).toEqual({
      A1: '市民課',
      A2: '品1',
      B2: '1',
      A3: '品2',
      B3: '2',
      A4: '小計',
      B4: '=SUM(B2:B3)',
      A5: '税務課',
      A6: '品1',
      B6: '5',
      A7: '小計',
      B7: '=SUM(B6:B6)',
      A8: '合計',
      B8: '=SUM(B1:B7)',
    });
  });

  it('reads shared texts, also in several runs with readings, and leaves no mark behind in the list', () => {
    const book = fill({
      data: row(1, '<c r="A1" s="3" t="s"><v>1</v></c>', '<c r="B1" t="s"><v>0</v></c>'),
      shared: [
        '<t>そのまま</t>',
        '<r><rPr><b/></rPr><t>件名{{契</t></r><r><t>約名}}</t></r><rPh sb="0" eb="1"><t>ケンメイ</t></rPh>',
      ],
    });
    const sheet = textOfPart(book, 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<c r="A1" s="3" t="inlineStr"><is><r><rPr><b/></rPr><t>件名監査業務</t></r></is></c>');
    expect(sheet).toContain('<c r="B1" t="s"><v>0</v></c>');
    expect(textOfPart(book, 'xl/sharedStrings.xml')).not.toContain('{{');
  });

  it('gives cells that share a formula one of each', () => {
    const data = [
      row(
        1,
        text('A1', '{{#品目}}{{品名}}'),
        text('B1', '{{数}}{{/品目}}'),
        '<c r="C1"><f t="shared" ref="C1:C3" si="0">B1+1</f><v>0</v></c>',
      ),
      row(2, '<c r="C2"><f t="shared" si="0"/><v>0</v></c>'),
      row(3, '<c r="C3"><f t="shared" si="0"/><v>0</v></c>'),
    ].join('');
    expect(cellsOf(fill({ data }))).toMatchObject({ C1: '=B1+1', C2: '=B2+1', C3: '=B3+1', C4: '=B4+1', C5: '=B5+1' });
  });

  it('never lets a value become a formula', () => {
    const book = fill({ data: row(1, text('A1', '{{契約名}}')) }, { 契約名: '=HYPERLINK("http://x")' });
    expect(textOfPart(book, 'xl/worksheets/sheet1.xml')).toContain(
      't="inlineStr"><is><t>=HYPERLINK("http://x")</t></is>',
    );
  });

  it('fills header and footer lines', () => {
    const book = fill(
      { data: '', after: '<headerFooter><oddHeader>&amp;C{{契約名}}</oddHeader></headerFooter>' },
      { 契約名: 'A&B' },
    );
    expect(textOfPart(book, 'xl/worksheets/sheet1.xml')).toContain('<oddHeader>&amp;CA&amp;&amp;B</oddHeader>');
  });

  it('tells the cell that a text does not fit', () => {
    expect(() => fill({ data: row(1, text('A1', '{{契約名}}')) }, { 契約名: 'あ'.repeat(40_000) })).toThrow('セルA1');
  });
});

it('moves references only', () => {
  const map = {
    one: (sheet: string | null, at: number) => (sheet === null ? at + 10 : at),
    range: (_: string | null, a: number, b: number) => [a + 10, b + 10] as const,
  };
  expect(moveRows('IF(A1="B2",LOG10(B2),$C$3)+SUM(A:A)+表1[列2]+名前1', map)).toBe(
    'IF(A11="B2",LOG10(B12),$C$13)+SUM(A:A)+表1[列2]+名前1',
  );
  expect(moveRows("'甲 乙'!A1+シート!$B$2", map)).toBe("'甲 乙'!A1+シート!$B$2");
  expect(shiftFormula('A1+$B$2+"C3"', 1, 1)).toBe('B2+$B$2+"C3"');
});
