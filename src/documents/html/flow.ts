import { appendixToHtml } from '../blocks/appendix/html.ts';
import { calloutToHtml } from '../blocks/callout/html.ts';
import { chartToHtml } from '../blocks/chart/html.ts';
import { definitionListToHtml } from '../blocks/definition-list/html.ts';
import { figureToHtml } from '../blocks/figure/html.ts';
import { headingToHtml } from '../blocks/heading/html.ts';
import { labelsToHtml } from '../blocks/labels/html.ts';
import { letterHeadToHtml } from '../blocks/letter-head/html.ts';
import { listToHtml } from '../blocks/list/html.ts';
import { noteToHtml } from '../blocks/note/html.ts';
import { pageBreakToHtml } from '../blocks/page-break/html.ts';
import { paragraphToHtml } from '../blocks/paragraph/html.ts';
import { signatureToHtml, stampBoxToHtml } from '../blocks/stamp-box/html.ts';
import { tableOfContentsToHtml } from '../blocks/table-of-contents/html.ts';
import { tableToHtml } from '../blocks/table/html.ts';
import type { FlowBlock } from '../model/blocks.ts';
import { depthFrom } from '../prepare/depth.ts';
import type { Depth } from '../prepare/look.ts';
import type { HtmlContext } from './context.ts';

/** Writes blocks in order, one a line; body text takes the depth of the heading above it. */
export function writeFlow(blocks: readonly FlowBlock[], context: HtmlContext): string {
  let depth: Depth = context.depth;
  const pieces = blocks.map((block) => {
    depth = depthFrom(block, depth);
    return writeBlock(block, { ...context, depth });
  });
  return pieces.join('\n');
}

function writeBlock(block: FlowBlock, context: HtmlContext): string {
  switch (block.kind) {
    case 'heading':
      return headingToHtml(block, context);
    case 'appendix':
      return appendixToHtml(block, context);
    case 'paragraph':
      return paragraphToHtml(block, context);
    case 'list':
      return listToHtml(block, context);
    case 'definition-list':
      return definitionListToHtml(block, context);
    case 'table':
      return tableToHtml(block, context);
    case 'note':
      return noteToHtml(block, context);
    case 'callout':
      return calloutToHtml(block, context);
    case 'stamp-box':
      return stampBoxToHtml(block, context);
    case 'signature':
      return signatureToHtml(block, context);
    case 'figure':
      return figureToHtml(block, context);
    case 'chart':
      return chartToHtml(block, context);
    case 'labels':
      return labelsToHtml(block, context);
    case 'letter-head':
      return letterHeadToHtml(block, context);
    case 'table-of-contents':
      return tableOfContentsToHtml(block, context);
    case 'page-break':
      return pageBreakToHtml(block, context);
  }
}
