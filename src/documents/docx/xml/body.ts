import { placeCells, type PlacedWordCell, type WordParagraph, type WordRow, type WordTable } from '../model.ts';
import { bookmarked, inlinesXml } from './inline.ts';
import { borders, cellMargins, paragraphLook } from './look.ts';
import { changeTag, type Writing } from './writing.ts';

/** @param keepNext what the row says where the paragraph does not; @param section the properties of a section that it ends */
export function paragraphXml(paragraph: WordParagraph, writing: Writing, keepNext = false, section = ''): string {
  const { style, children, change } = paragraph;
  const kept = keepNext && paragraph.keepNext === undefined ? { ...paragraph, keepNext } : paragraph;
  const properties =
    (style === '' ? '' : `<w:pStyle w:val="${style}"/>`) +
    paragraphLook(kept) +
    (change === undefined ? '' : `<w:rPr><${changeTag(change, writing)}/></w:rPr>`) +
    section;
  const entry = writing.entries.get(paragraph);
  const words = (): string => inlinesXml(children, writing);
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${
    entry === undefined ? words() : bookmarked(entry, writing, words)
  }</w:p>`;
}

export function tableXml(table: WordTable, writing: Writing): string {
  const { widths, align, rows } = table;
  const width = widths.reduce((sum, each) => sum + each, 0);
  const head =
    `<w:tblPr><w:tblW w:w="${width}" w:type="dxa"/>` +
    (align === undefined ? '' : `<w:jc w:val="${align}"/>`) +
    (table.borders === undefined ? '' : borders('tblBorders', table.borders)) +
    `<w:tblLayout w:type="fixed"/>${cellMargins('tblCellMar', table.margins)}</w:tblPr>` +
    `<w:tblGrid>${widths.map((each) => `<w:gridCol w:w="${each}"/>`).join('')}</w:tblGrid>`;
  const cells = placeCells(rows);
  return `<w:tbl>${head}${rows.map((row, index) => rowXml(row, cells[index] ?? [], widths, writing)).join('')}</w:tbl>`;
}

function rowXml(row: WordRow, cells: readonly PlacedWordCell[], widths: readonly number[], writing: Writing): string {
  const { height, change } = row;
  const properties =
    (row.whole === true ? '<w:cantSplit/>' : '') +
    (height === undefined
      ? ''
      : `<w:trHeight w:val="${height.value}" w:hRule="${height.exact ? 'exact' : 'atLeast'}"/>`) +
    (row.header === true ? '<w:tblHeader/>' : '') +
    (change === undefined ? '' : `<${changeTag(change, writing)}/>`);
  const written = cells.map((cell) => cellXml(cell, widths, row.keepNext === true, writing));
  return `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${written.join('')}</w:tr>`;
}

function cellXml(cell: PlacedWordCell, widths: readonly number[], keepNext: boolean, writing: Writing): string {
  const { columns = 1, rows = 1 } = cell;
  const width = widths.slice(cell.column, cell.column + columns).reduce((sum, each) => sum + each, 0);
  const properties =
    `<w:tcW w:w="${width}" w:type="dxa"/>` +
    (columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : '') +
    (rows > 1 ? `<w:vMerge w:val="${cell.goesOn ? 'continue' : 'restart'}"/>` : '') +
    (cell.borders === undefined ? '' : borders('tcBorders', cell.borders)) +
    (cell.fill === undefined ? '' : `<w:shd w:val="clear" w:color="auto" w:fill="${cell.fill}"/>`) +
    (cell.margins === undefined ? '' : cellMargins('tcMar', cell.margins)) +
    (cell.upright === true ? '<w:textDirection w:val="tbRl"/>' : '') +
    (cell.vertical === undefined ? '' : `<w:vAlign w:val="${cell.vertical}"/>`);
  const words = cell.paragraphs.map((paragraph) => paragraphXml(paragraph, writing, keepNext)).join('');
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${words}</w:tc>`;
}
