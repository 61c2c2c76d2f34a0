import { chars, type DocxWriter } from '../../docx/context.ts';
import { wordRuns } from '../../docx/inline.ts';
import { wordParagraph } from '../../docx/model.ts';
import { styleIds } from '../../docx/styles.ts';
import { bodyIndent } from '../../prepare/look.ts';
import { widthInEm } from '../../prepare/text.ts';
import type { NoteBlock } from './model.ts';

export const noteToDocx: DocxWriter<NoteBlock> = (block, { labels, depth }) => {
  const hang = widthInEm(block.label) + 1;
  const words = typeof block.content === 'string' ? [block.content] : block.content;
  return [
    wordParagraph(styleIds.note, wordRuns([`${block.label}　`, ...words], labels), {
      indent: { left: chars(bodyIndent(depth) + hang * 0.86), hanging: chars(hang * 0.86) },
    }),
  ];
};
