import { bulletList } from './blocks/list/model.ts';
import { paragraph } from './blocks/paragraph/model.ts';
import type { CellBlock } from './blocks/table/model.ts';

/** Lines that people wrote, a paragraph each; those that begin with a dot become points. Empty for an empty text. */
export function textBlocks(text: string): CellBlock[] {
  const blocks: CellBlock[] = [];
  let points: string[] = [];
  const flush = () => {
    if (points.length > 0) blocks.push(bulletList(points));
    points = [];
  };
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    if (line.startsWith('・')) points.push(line.slice(1));
    else {
      flush();
      blocks.push(paragraph(line, { firstLine: !/^[0-9０-９]+　/u.test(line) }));
    }
  }
  flush();
  return blocks;
}
