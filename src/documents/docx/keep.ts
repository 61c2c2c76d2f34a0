/** What belongs below a table or a drawing stays on its page. */
import type { WordBlock } from './model.ts';
import { styleIds } from './styles.ts';

/** The last lines or the last row of these blocks stay with what follows them. */
export function keptWithNext(blocks: readonly WordBlock[]): WordBlock[] {
  const kept = [...blocks];
  for (let at = kept.length - 1; at >= 0; at -= 1) {
    const block = kept[at];
    if (block === undefined || block.kind === 'contents') break;
    if (block.kind === 'table') {
      const last = block.rows.length - 1;
      kept[at] = {
        ...block,
        rows: block.rows.map((row, index) => (index === last ? { ...row, keepNext: true } : row)),
      };
      break;
    }
    kept[at] = { ...block, keepNext: true };
    // The low paragraph below a table is nothing by itself.
    if (block.style !== styleIds.tableGap) break;
  }
  return kept;
}
