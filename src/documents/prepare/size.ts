/** How large the tables of a document may be: setting them takes memory and keeps other people waiting. */
import { DocumentError } from '../errors.ts';
import type { FlowBlock } from '../model/blocks.ts';
import type { Prepared } from './prepare.ts';

/**
 * Cells of all tables together. A PDF is set as a whole: 20,000 cells are some 300 pages, take three seconds and 400 MB.
 * Word files take a hundredth of that, but Word itself becomes slow.
 */
export const cellLimits = { PDF: 20_000, Word: 100_000 } as const;

/** @throws DocumentError `table-too-large` naming the largest table and what to do instead */
export function checkSize({ tree, sections }: Prepared, output: keyof typeof cellLimits): void {
  let all = 0;
  let largest = { name: '', cells: 0, rows: 0 };
  for (const block of sections.flatMap(({ blocks }) => blocks)) {
    const { rows, columns, name } = tableOf(block);
    const cells = rows * columns;
    all += cells;
    if (cells > largest.cells) largest = { name, cells, rows };
  }
  const limit = cellLimits[output];
  if (all <= limit) return;
  const count = (number: number): string => number.toLocaleString('ja-JP');
  throw new DocumentError(
    'table-too-large',
    `「${tree.title}」は、表のセルが合わせて${count(all)}個あり、${output}にできる上限（${count(limit)}個）を超えています。最も大きい表は${largest.name}（${count(largest.rows)}行）です。一覧はExcelで出力するか、期間や所属で分けて作成してください。`,
  );
}

function tableOf(block: FlowBlock): { readonly rows: number; readonly columns: number; readonly name: string } {
  if (block.kind === 'definition-list') return { rows: block.entries.length, columns: 2, name: '用語の表' };
  if (block.kind !== 'table') return { rows: 0, columns: 0, name: '' };
  const name = block.caption === undefined ? '題のない表' : `「${block.caption}」`;
  return { rows: block.rows.length, columns: block.columns.length, name };
}
