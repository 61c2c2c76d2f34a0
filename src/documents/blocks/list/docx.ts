import { chars, type DocxContext, type DocxWriter } from '../../docx/context.ts';
import { wordRuns } from '../../docx/inline.ts';
import { type RunLook, type WordParagraph, wordParagraph, type WordSpacing } from '../../docx/model.ts';
import { styleIds } from '../../docx/styles.ts';
import { bodyIndent } from '../../prepare/look.ts';
import type { Change } from '../../model/changes.ts';
import { hasLongWord } from '../../model/inline.ts';
import type { ListBlock, ListItem } from './model.ts';

/** Lists stand one character inside the body text. */
export const listToDocx: DocxWriter<ListBlock> = (block, context) =>
  listParagraphs(block, context, { style: styleIds.list, indent: bodyIndent(context.depth) + 1 });

/** The paragraphs of a list in any style, for body text and cells. `indent` in characters. */
export function listParagraphs(
  block: ListBlock,
  context: DocxContext,
  place: {
    readonly style: string;
    readonly indent: number;
    readonly run?: RunLook;
    readonly spacing?: WordSpacing;
  },
): WordParagraph[] {
  if (block.items.length === 0) return [];
  const list = context.lists.begin(block.marker);
  const write = (items: readonly ListItem[], level: number, whole?: Change): WordParagraph[] =>
    items.flatMap((item) => [
      wordParagraph(place.style, wordRuns(item.content, context.labels, place.run), {
        numbering: { list, level: Math.min(level, 3) },
        indent: { left: chars(place.indent + level + 1.5), hanging: chars(1.5) },
        ...(place.spacing === undefined ? {} : { spacing: place.spacing }),
        ...(hasLongWord(item.content) ? { align: 'left' } : {}),
        change: whole ?? item.change,
      }),
      ...write(item.children ?? [], level + 1, whole ?? item.change),
    ]);
  return write(block.items, 0);
}
