import { type DocxContext, type DocxWriter, halfPoints } from '../../docx/context.ts';
import { wordRuns } from '../../docx/inline.ts';
import {
  type WordBlock,
  type WordBorder,
  type WordBorders,
  type WordCell,
  type WordMargins,
  type WordParagraph,
  wordParagraph,
  type WordTable,
  wordText,
} from '../../docx/model.ts';
import { smallSpacing, styleIds } from '../../docx/styles.ts';
import { twipsFromMm } from '../../model/units.ts';
import { cleanText } from '../../prepare/text.ts';
import { tableChange } from '../../prepare/map-tree.ts';
import { type Grid, gridOf, type PlacedCell, rowStaysWhole, tableStaysWhole, tableWidths } from '../../prepare/grid.ts';
import { cellMargin, ruleColour, shades, sizes } from '../../prepare/look.ts';
import { listParagraphs } from '../list/docx.ts';
import { type CellBlock, isCellBlocks, type TableBlock } from './model.ts';

/** A thin rule as the frame of a table. */
export const rule: WordBorder = { style: 'single', size: 4, colour: ruleColour };
export const frame: WordBorders = { top: rule, left: rule, bottom: rule, right: rule, insideH: rule, insideV: rule };
export const noRule: WordBorder = { style: 'none', size: 0, colour: 'auto' };
// Word puts the space between lines above every line, the first one too; in the PDF it stands between lines only.
const beside = twipsFromMm(cellMargin.x);
const cellMargins: WordMargins = { top: 0, left: beside, bottom: twipsFromMm(cellMargin.y / 2), right: beside };

export const tableToDocx: DocxWriter<TableBlock> = (block, context) => {
  const grid = gridOf(block);
  const widths = tableWidths(block, context.width);
  return [
    ...(block.caption === undefined ? [] : [wordParagraph(styleIds.caption, [wordText(cleanText(block.caption))])]),
    wordTable(block, grid, widths, context),
    tableGap(),
  ];
};

/** A low empty paragraph: without it Word joins two tables into one. */
export const tableGap = (): WordBlock => wordParagraph(styleIds.tableGap, []);

/** A table without rows, of these widths in mm. */
export const fixedTable = (widths: readonly number[]): Omit<WordTable, 'rows'> => ({
  kind: 'table',
  widths: widths.map(twipsFromMm),
  margins: cellMargins,
});

function wordTable(block: TableBlock, grid: Grid, widths: readonly number[], context: DocxContext): WordTable {
  const size = block.fontSize ?? sizes.table;
  const cells = (row: readonly PlacedCell[], header: boolean): WordCell[] =>
    row.map((cell) => wordCell(cell, { block, size, header, context }));
  const whole = tableStaysWhole(grid, widths, size);
  // A header never stands alone at the foot of a page, the last row never alone at the top of the next.
  const beforeLast = grid.body.length - 2;
  return {
    ...fixedTable(widths),
    borders: frame,
    rows: [
      ...grid.header.map((row) => ({
        header: true,
        whole: true,
        keepNext: true,
        change: tableChange(block),
        cells: cells(row, true),
      })),
      ...grid.body.map((row, index) => ({
        whole: rowStaysWhole(block, row, widths, size),
        keepNext: whole ? index <= beforeLast : index === beforeLast,
        change: block.rowChanges?.[index],
        cells: cells(row, false),
      })),
    ],
  };
}

interface CellPlace {
  readonly block: TableBlock;
  readonly size: number;
  readonly header: boolean;
  readonly context: DocxContext;
}

function wordCell(cell: PlacedCell, place: CellPlace): WordCell {
  const shade = cell.shade ?? (place.header ? 'header' : undefined);
  const vertical = cell.vertical ?? (place.header ? 'middle' : 'top');
  return {
    paragraphs: cellParagraphs(cell, place),
    vertical: vertical === 'middle' ? 'center' : vertical,
    columns: cell.colspan,
    rows: cell.rowspan,
    ...(shade === undefined ? {} : { fill: shades[shade] }),
  };
}

function cellParagraphs(cell: PlacedCell, { block, size, header, context }: CellPlace): WordParagraph[] {
  const style = header ? styleIds.tableHeader : styleIds.tableText;
  const align = cell.align ?? (header ? 'center' : (block.columns[cell.column]?.align ?? 'left'));
  const run = {
    ...(size === sizes.table ? {} : { size: halfPoints(size) }),
    ...(cell.bold === true ? { bold: true } : {}),
  };
  const spacing = size === sizes.table ? {} : { spacing: smallSpacing(size) };
  const one = (piece: CellBlock): WordParagraph[] =>
    piece.kind === 'list'
      ? listParagraphs(piece, context, { style, indent: 0, run, ...spacing })
      : [
          wordParagraph(style, wordRuns(piece.content, context.labels, run), {
            ...spacing,
            align: piece.align ?? align,
            change: piece.change,
          }),
        ];
  return isCellBlocks(cell.content) ? cell.content.flatMap(one) : one({ kind: 'paragraph', content: cell.content });
}
