import { chars, type DocxWriter } from '../../docx/context.ts';
import { wordRuns } from '../../docx/inline.ts';
import { wordParagraph } from '../../docx/model.ts';
import { hasLongWord } from '../../model/inline.ts';
import { styleIds } from '../../docx/styles.ts';
import { bodyIndent } from '../../prepare/look.ts';
import type { ParagraphBlock } from './model.ts';

/** Body text in the style of its depth; only what differs from the style is written on the paragraph. */
export const paragraphToDocx: DocxWriter<ParagraphBlock> = (block, { labels, depth, newPage }) => {
  const aligned = block.align !== undefined && block.align !== 'left';
  const firstLine = (block.firstLine ?? !aligned) ? 1 : 0;
  const left = aligned ? 0 : bodyIndent(depth) + (block.indent ?? 0);
  const asStyle = firstLine === 1 && left === bodyIndent(depth);
  return [
    wordParagraph(styleIds.body(depth), wordRuns(block.content, labels), {
      ...(block.align === undefined && !hasLongWord(block.content) ? {} : { align: block.align ?? 'left' }),
      ...(asStyle ? {} : { indent: { left: chars(left), firstLine: chars(firstLine) } }),
      change: block.change,
      ...(newPage ? { pageBreakBefore: true } : {}),
      ...(block.keepWithNext === true ? { keepNext: true } : {}),
    }),
  ];
};
