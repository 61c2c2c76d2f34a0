import {
  BorderStyle,
  type FileChild,
  type ITableCellOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell as WordCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { type DocxContext, type DocxWriter, halfPoints } from '../../docx/context.ts';
import { paragraphMark, wholeChange } from '../../docx/changes.ts';
import { wordRuns } from '../../docx/inline.ts';
import { smallSpacing, styleIds } from '../../docx/styles.ts';
import { twipsFromMm } from '../../model/units.ts';
import { cleanText } from '../../prepare/text.ts';
import { tableChange } from '../../prepare/map-tree.ts';
import { type Grid, gridOf, type PlacedCell, rowStaysWhole, tableStaysWhole, tableWidths } from '../../prepare/grid.ts';
import { cellMargin, ruleColour, shades, sizes } from '../../prepare/look.ts';
import { listParagraphs } from '../list/docx.ts';
import { wordAlignment } from '../paragraph/docx.ts';
import { type CellBlock, isCellBlocks, type TableBlock } from './model.ts';

/** A thin rule as the frame of a table. */
export const rule = { style: BorderStyle.SINGLE, size: 4, color: ruleColour } as const;
export const frame = { top: rule, bottom: rule, left: rule, right: rule, insideHorizontal: rule, insideVertical: rule };
export const noRule = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
export const cellMargins = {
  top: twipsFromMm(cellMargin.y),
  bottom: twipsFromMm(cellMargin.y),
  left: twipsFromMm(cellMargin.x),
  right: twipsFromMm(cellMargin.x),
} as const;

export const tableToDocx: DocxWriter<TableBlock> = (block, context) => {
  const grid = gridOf(block);
  const widths = tableWidths(block, context.width);
  return [
    ...(block.caption === undefined
      ? []
      : [new Paragraph({ style: styleIds.caption, text: cleanText(block.caption) })]),
    wordTable(block, grid, widths, context),
    tableGap(),
  ];
};

/** A low empty paragraph: without it Word joins two tables into one. */
export const tableGap = (): FileChild => new Paragraph({ style: styleIds.tableGap });

/** A fixed-layout table of this width in mm. */
export const fixedTable = (widths: readonly number[]) => ({
  layout: TableLayoutType.FIXED,
  width: { size: twipsFromMm(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
  columnWidths: widths.map(twipsFromMm),
  margins: cellMargins,
});

function wordTable(block: TableBlock, grid: Grid, widths: readonly number[], context: DocxContext): Table {
  const size = block.fontSize ?? sizes.table;
  const cells = (row: readonly PlacedCell[], header: boolean): WordCell[] =>
    row.map((cell) => new WordCell(wordCell(cell, { block, widths, size, header, context })));
  const whole = tableStaysWhole(grid, widths, size);
  // A header never stands alone at the foot of a page, the last row never alone at the top of the next.
  const beforeLast = grid.body.length - 2;
  return new Table({
    ...fixedTable(widths),
    borders: frame,
    rows: [
      ...grid.header.map(
        (row) =>
          new TableRow({
            tableHeader: true,
            cantSplit: true,
            keepNext: true,
            ...wholeChange(tableChange(block)),
            children: cells(row, true),
          }),
      ),
      ...grid.body.map(
        (row, index) =>
          new TableRow({
            cantSplit: rowStaysWhole(block, row, widths, size),
            keepNext: whole ? index <= beforeLast : index === beforeLast,
            ...wholeChange(block.rowChanges?.[index]),
            children: cells(row, false),
          }),
      ),
    ],
  });
}

interface CellPlace {
  readonly block: TableBlock;
  readonly widths: readonly number[];
  readonly size: number;
  readonly header: boolean;
  readonly context: DocxContext;
}

function wordCell(cell: PlacedCell, place: CellPlace): ITableCellOptions {
  const width = place.widths.slice(cell.column, cell.column + cell.colspan).reduce((sum, each) => sum + each, 0);
  const shade = cell.shade ?? (place.header ? 'header' : undefined);
  const vertical = cell.vertical ?? (place.header ? 'middle' : 'top');
  return {
    children: cellParagraphs(cell, place),
    width: { size: twipsFromMm(width), type: WidthType.DXA },
    verticalAlign: {
      top: VerticalAlignTable.TOP,
      middle: VerticalAlignTable.CENTER,
      bottom: VerticalAlignTable.BOTTOM,
    }[vertical],
    ...(cell.colspan > 1 ? { columnSpan: cell.colspan } : {}),
    ...(cell.rowspan > 1 ? { rowSpan: cell.rowspan } : {}),
    ...(shade === undefined ? {} : { shading: { type: ShadingType.CLEAR, color: 'auto', fill: shades[shade] } }),
  };
}

function cellParagraphs(cell: PlacedCell, { block, size, header, context }: CellPlace): Paragraph[] {
  const style = header ? styleIds.tableHeader : styleIds.tableText;
  const align = cell.align ?? (header ? 'center' : (block.columns[cell.column]?.align ?? 'left'));
  const run = {
    ...(size === sizes.table ? {} : { size: halfPoints(size) }),
    ...(cell.bold === true ? { bold: true } : {}),
  };
  const spacing = size === sizes.table ? {} : { spacing: smallSpacing(size) };
  const one = (piece: CellBlock): Paragraph[] =>
    piece.kind === 'list'
      ? listParagraphs(piece, context, { style, indent: 0, run, ...spacing })
      : [
          new Paragraph({
            style,
            ...spacing,
            alignment: wordAlignment[piece.align ?? align],
            ...paragraphMark(piece.change),
            children: wordRuns(piece.content, context.labels, run),
          }),
        ];
  return isCellBlocks(cell.content) ? cell.content.flatMap(one) : one({ kind: 'paragraph', content: cell.content });
}
