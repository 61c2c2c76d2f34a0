import { AlignmentType, Paragraph } from 'docx';
import { chars, type DocxWriter } from '../../docx/context.ts';
import { paragraphMark } from '../../docx/changes.ts';
import { wordRuns } from '../../docx/inline.ts';
import { hasLongWord } from '../../model/inline.ts';
import { styleIds } from '../../docx/styles.ts';
import { bodyIndent } from '../../prepare/look.ts';
import type { ParagraphBlock } from './model.ts';

export const wordAlignment = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

/** Body text in the style of its depth; only what differs from the style is written on the paragraph. */
export const paragraphToDocx: DocxWriter<ParagraphBlock> = (block, { labels, depth, newPage }) => {
  const aligned = block.align !== undefined && block.align !== 'left';
  const firstLine = (block.firstLine ?? !aligned) ? 1 : 0;
  const left = aligned ? 0 : bodyIndent(depth) + (block.indent ?? 0);
  const asStyle = firstLine === 1 && left === bodyIndent(depth);
  return [
    new Paragraph({
      style: styleIds.body(depth),
      children: wordRuns(block.content, labels),
      ...(block.align === undefined && !hasLongWord(block.content)
        ? {}
        : { alignment: wordAlignment[block.align ?? 'left'] }),
      ...(asStyle ? {} : { indent: { left: chars(left), firstLine: chars(firstLine) } }),
      ...paragraphMark(block.change),
      ...(newPage ? { pageBreakBefore: true } : {}),
      ...(block.keepWithNext === true ? { keepNext: true } : {}),
    }),
  ];
};
