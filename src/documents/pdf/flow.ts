import { appendixToTypst } from '../blocks/appendix/typst.ts';
import { calloutToTypst } from '../blocks/callout/typst.ts';
import { chartToTypst } from '../blocks/chart/typst.ts';
import { definitionListToTypst } from '../blocks/definition-list/typst.ts';
import { figureToTypst } from '../blocks/figure/typst.ts';
import { headingToTypst } from '../blocks/heading/typst.ts';
import { labelsToTypst } from '../blocks/labels/typst.ts';
import { letterHeadToTypst } from '../blocks/letter-head/typst.ts';
import { listToTypst } from '../blocks/list/typst.ts';
import { noteToTypst } from '../blocks/note/typst.ts';
import { pageBreakToTypst } from '../blocks/page-break/typst.ts';
import { paragraphToTypst } from '../blocks/paragraph/typst.ts';
import { signatureToTypst, stampBoxToTypst } from '../blocks/stamp-box/typst.ts';
import { tableOfContentsToTypst } from '../blocks/table-of-contents/typst.ts';
import { tableToTypst } from '../blocks/table/typst.ts';
import type { FlowBlock } from '../model/blocks.ts';
import { depthFrom } from '../prepare/depth.ts';
import { staysWithNext } from '../prepare/keep.ts';
import type { Depth } from '../prepare/look.ts';
import type { TypstContext } from './context.ts';

/** Writes blocks in order; body text takes the depth of the heading above it. */
export function writeFlow(blocks: readonly FlowBlock[], context: TypstContext): string {
  let depth: Depth = context.depth;
  const pieces = blocks.map((block, index) => {
    depth = depthFrom(block, depth);
    return writeBlock(block, { ...context, depth, sticky: staysWithNext(block, blocks[index + 1]) });
  });
  return pieces.join('\n');
}

function writeBlock(block: FlowBlock, context: TypstContext): string {
  switch (block.kind) {
    case 'heading':
      return headingToTypst(block, context);
    case 'appendix':
      return appendixToTypst(block, context);
    case 'paragraph':
      return paragraphToTypst(block, context);
    case 'list':
      return listToTypst(block, context);
    case 'definition-list':
      return definitionListToTypst(block, context);
    case 'table':
      return tableToTypst(block, context);
    case 'note':
      return noteToTypst(block, context);
    case 'callout':
      return calloutToTypst(block, context);
    case 'stamp-box':
      return stampBoxToTypst(block, context);
    case 'signature':
      return signatureToTypst(block, context);
    case 'chart':
      return chartToTypst(block, context);
    case 'figure':
      return figureToTypst(block, context);
    case 'letter-head':
      return letterHeadToTypst(block, context);
    case 'labels':
      return labelsToTypst(block, context);
    case 'table-of-contents':
      return tableOfContentsToTypst(block, context);
    case 'page-break':
      return pageBreakToTypst(block, context);
  }
}
