import { AlignmentType, type IRunPropertiesOptions, type ISpacingProperties, Paragraph } from 'docx';
import { chars, type DocxContext, type DocxWriter } from '../../docx/context.ts';
import { paragraphMark } from '../../docx/changes.ts';
import { wordRuns } from '../../docx/inline.ts';
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
    readonly run?: IRunPropertiesOptions;
    readonly spacing?: ISpacingProperties;
  },
): Paragraph[] {
  const instance = context.nextList();
  const write = (items: readonly ListItem[], level: number, whole?: Change): Paragraph[] =>
    items.flatMap((item) => [
      new Paragraph({
        style: place.style,
        numbering: { reference: block.marker, level: Math.min(level, 3), instance, custom: true },
        indent: { left: chars(place.indent + level + 1.5), hanging: chars(1.5) },
        ...(place.spacing === undefined ? {} : { spacing: place.spacing }),
        ...(hasLongWord(item.content) ? { alignment: AlignmentType.LEFT } : {}),
        ...paragraphMark(whole ?? item.change),
        children: wordRuns(item.content, context.labels, place.run),
      }),
      ...write(item.children ?? [], level + 1, whole ?? item.change),
    ]);
  return write(block.items, 0);
}
