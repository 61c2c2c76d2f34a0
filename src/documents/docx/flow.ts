import { appendixToDocx } from '../blocks/appendix/docx.ts';
import { calloutToDocx } from '../blocks/callout/docx.ts';
import { chartToDocx } from '../blocks/chart/docx.ts';
import { definitionListToDocx } from '../blocks/definition-list/docx.ts';
import { figureToDocx } from '../blocks/figure/docx.ts';
import { headingToDocx } from '../blocks/heading/docx.ts';
import { labelsToDocx } from '../blocks/labels/docx.ts';
import { letterHeadToDocx } from '../blocks/letter-head/docx.ts';
import { listToDocx } from '../blocks/list/docx.ts';
import { noteToDocx } from '../blocks/note/docx.ts';
import { pageStart } from '../blocks/page-break/docx.ts';
import { paragraphToDocx } from '../blocks/paragraph/docx.ts';
import { signatureToDocx, stampBoxToDocx } from '../blocks/stamp-box/docx.ts';
import { tableOfContentsToDocx } from '../blocks/table-of-contents/docx.ts';
import { tableToDocx } from '../blocks/table/docx.ts';
import type { FlowBlock } from '../model/blocks.ts';
import { depthFrom } from '../prepare/depth.ts';
import { staysWithNext } from '../prepare/keep.ts';
import type { Depth } from '../prepare/look.ts';
import type { DocxContext } from './context.ts';
import { keptWithNext } from './keep.ts';
import type { WordBlock } from './model.ts';

/** Kinds whose first paragraph starts the page by itself; before others a low paragraph does. */
const startsPages: ReadonlySet<FlowBlock['kind']> = new Set(['heading', 'appendix', 'paragraph', 'table-of-contents']);

/** Writes blocks in order; body text takes the depth of the heading above it. */
export function writeFlow(blocks: readonly FlowBlock[], context: DocxContext): WordBlock[] {
  let depth: Depth = context.depth;
  let newPage = false;
  return blocks.flatMap((block, index) => {
    depth = depthFrom(block, depth);
    const here = { ...context, depth, newPage, pageTop: newPage || index === 0 };
    newPage = block.kind === 'page-break';
    if (newPage) return [];
    const own = writeBlock(block, here);
    const written = staysWithNext(block, blocks[index + 1]) ? keptWithNext(own) : own;
    return here.newPage && !startsPages.has(block.kind) ? [...pageStart(), ...written] : written;
  });
}

function writeBlock(block: FlowBlock, context: DocxContext): readonly WordBlock[] {
  switch (block.kind) {
    case 'heading':
      return headingToDocx(block, context);
    case 'appendix':
      return appendixToDocx(block, context);
    case 'paragraph':
      return paragraphToDocx(block, context);
    case 'list':
      return listToDocx(block, context);
    case 'definition-list':
      return definitionListToDocx(block, context);
    case 'table':
      return tableToDocx(block, context);
    case 'note':
      return noteToDocx(block, context);
    case 'callout':
      return calloutToDocx(block, context);
    case 'stamp-box':
      return stampBoxToDocx(block, context);
    case 'signature':
      return signatureToDocx(block, context);
    case 'chart':
      return chartToDocx(block, context);
    case 'figure':
      return figureToDocx(block, context);
    case 'letter-head':
      return letterHeadToDocx(block, context);
    case 'labels':
      return labelsToDocx(block, context);
    case 'table-of-contents':
      return tableOfContentsToDocx(block, context);
    case 'page-break':
      return [];
  }
}
