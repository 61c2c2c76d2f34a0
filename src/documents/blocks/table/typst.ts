import { mm, place, type TypstContext, type TypstWriter } from '../../pdf/context.ts';
import { typstInline, typstString } from '../../pdf/escape.ts';
import {
  type Grid,
  gridOf,
  lastRowsTogether,
  type PlacedCell,
  rowStaysWhole,
  tableStaysWhole,
  tableWidths,
} from '../../prepare/grid.ts';
import { cellMargin, shades, sizes } from '../../prepare/look.ts';
import { listContent } from '../list/typst.ts';
import { type CellBlock, isCellBlocks, type TableBlock } from './model.ts';

export const tableToTypst: TypstWriter<TableBlock> = (block, context) => {
  const grid = gridOf(block);
  const widths = tableWidths(block, context.width);
  const size = block.fontSize ?? sizes.table;
  const caption = block.caption === undefined ? '' : `#table-caption[#${typstString(block.caption)}]\n`;
  const whole = tableStaysWhole(grid, widths, size) ? ', breakable: false' : '';
  return `${caption}#small-table(size: ${size}pt${whole}${context.sticky ? ', sticky: true' : ''})[#table(\n${[
    `  columns: (${widths.map((width) => `${mm(width)},`).join(' ')}),`,
    ...headerRows(block, grid, widths, size, context),
    ...bodyRows(block, grid, widths, size, context),
  ].join('\n')}\n)]`;
};

function headerRows(
  block: TableBlock,
  grid: Grid,
  widths: readonly number[],
  size: number,
  context: TypstContext,
): string[] {
  if (grid.header.length === 0) return [];
  const rows = grid.header.map((row) =>
    row.map((cell) => typstCell(cell, { block, widths, size, context, header: true, whole: true })).join(' '),
  );
  return [`  table.header(\n    ${rows.join('\n    ')}\n  ),`];
}

/** The last row never stands alone at the top of a page: Typst keeps the rows of a foot together. */
function bodyRows(
  block: TableBlock,
  grid: Grid,
  widths: readonly number[],
  size: number,
  context: TypstContext,
): string[] {
  const rows = grid.body.map((row) => {
    const whole = rowStaysWhole(block, row, widths, size);
    return `  ${row.map((cell) => typstCell(cell, { block, widths, size, context, header: false, whole })).join(' ')}`;
  });
  const last = lastRowsTogether(block, grid, widths, size);
  if (last === 0) return rows;
  return [...rows.slice(0, -last), `  table.footer(repeat: false,\n  ${rows.slice(-last).join('\n  ')}\n  ),`];
}

interface CellPlace {
  readonly block: TableBlock;
  readonly widths: readonly number[];
  readonly size: number;
  readonly context: TypstContext;
  readonly header: boolean;
  readonly whole: boolean;
}

function typstCell(cell: PlacedCell, { block, widths, size, context, header, whole }: CellPlace): string {
  const width = widths.slice(cell.column, cell.column + cell.colspan).reduce((sum, each) => sum + each, 0);
  const inline = place(context, width - 2 * cellMargin.x, size);
  const shade = cell.shade ?? (header ? 'header' : undefined);
  const align = cell.align ?? (header ? 'center' : (block.columns[cell.column]?.align ?? 'left'));
  const vertical = { top: 'top', middle: 'horizon', bottom: 'bottom' }[cell.vertical ?? (header ? 'middle' : 'top')];
  const options = [
    `align: ${align} + ${vertical}`,
    ...(cell.colspan > 1 ? [`colspan: ${cell.colspan}`] : []),
    ...(cell.rowspan > 1 ? [`rowspan: ${cell.rowspan}`] : []),
    ...(shade === undefined ? [] : [`fill: rgb("#${shades[shade]}")`]),
    ...(whole ? ['breakable: false'] : []),
  ].join(', ');
  const one = (piece: CellBlock): string => {
    if (piece.kind === 'list') return listContent(piece, { ...inline, lineEm: inline.lineEm - 1.3 });
    const words = typstInline(piece.content, inline);
    return piece.align === undefined ? `#par${words}` : `#align(${piece.align}, par${words})`;
  };
  const words = isCellBlocks(cell.content) ? `[${cell.content.map(one).join('')}]` : typstInline(cell.content, inline);
  const gothic = header ? `[#set text(font: gothic);#${words}]` : words;
  return `table.cell(${options})${cell.bold === true ? `[#strong${gothic}]` : gothic},`;
}
