import type { HtmlContext, HtmlWriter } from '../../html/context.ts';
import { htmlInline, htmlText } from '../../html/escape.ts';
import { gridOf, type PlacedCell, tableWidths } from '../../prepare/grid.ts';
import { listElement } from '../list/html.ts';
import { type CellBlock, isCellBlocks, type TableBlock } from './model.ts';

export const tableToHtml: HtmlWriter<TableBlock> = (block, context) => tableElement(block, context, false);

/** A table that scrolls by itself on a narrow screen. `rowHeaders`: the first column names its row. */
export function tableElement(block: TableBlock, context: HtmlContext, rowHeaders: boolean): string {
  const grid = gridOf(block);
  const widths = tableWidths(block, context.width);
  const sum = widths.reduce((total, width) => total + width, 0);
  const share = (width: number): number => Math.round((width / sum) * 1000) / 10;
  const columns = widths.map((width) => `<col class="${context.look(`& { width: ${share(width)}%; }`)}">`).join('');
  const caption = block.caption === undefined ? '' : `<caption>${htmlText(block.caption)}</caption>`;
  const write = (row: readonly PlacedCell[], header: boolean): string =>
    `<tr>${row.map((cell) => cellElement(cell, block, context, header ? 'col' : rowHeaders && cell.column === 0 ? 'row' : null)).join('')}</tr>`;
  return [
    `<div class="scroll" tabindex="0" role="region" aria-label="${htmlText(block.caption ?? '表')}">`,
    `<table>${caption}<colgroup>${columns}</colgroup>`,
    ...(grid.header.length === 0 ? [] : [`<thead>${grid.header.map((row) => write(row, true)).join('\n')}</thead>`]),
    `<tbody>${grid.body.map((row) => write(row, false)).join('\n')}</tbody></table>`,
    '</div>',
  ].join('\n');
}

function cellElement(cell: PlacedCell, block: TableBlock, context: HtmlContext, scope: 'col' | 'row' | null): string {
  const align = cell.align ?? (scope === 'col' ? undefined : block.columns[cell.column]?.align);
  const classes = [
    ...(align === undefined || (align === 'left' && scope === null) ? [] : [align]),
    ...(cell.vertical === undefined || cell.vertical === 'top' ? [] : [cell.vertical]),
    ...(cell.shade === undefined ? [] : [`shade-${cell.shade}`]),
    ...(cell.bold === true ? ['bold'] : []),
  ];
  const tag = scope === null ? 'td' : 'th';
  const attributes = [
    ...(scope === null ? [] : [` scope="${scope}${cell.colspan > 1 && scope === 'col' ? 'group' : ''}"`]),
    ...(cell.colspan > 1 ? [` colspan="${cell.colspan}"`] : []),
    ...(cell.rowspan > 1 ? [` rowspan="${cell.rowspan}"`] : []),
    ...(classes.length === 0 ? [] : [` class="${classes.join(' ')}"`]),
  ].join('');
  const { content } = cell;
  const words = isCellBlocks(content)
    ? content.map((piece) => pieceElement(piece, context)).join('')
    : htmlInline(content, context);
  return `<${tag}${attributes}>${words}</${tag}>`;
}

/** A paragraph or list inside a cell or a box. */
export const pieceElement = (piece: CellBlock, context: HtmlContext): string =>
  piece.kind === 'list'
    ? listElement(piece, context)
    : `<p${piece.align === undefined ? '' : ` class="${piece.align}"`}>${htmlInline(piece.content, context)}</p>`;
