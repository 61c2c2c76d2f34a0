/** What the tables of contents say: on which page each heading stands. */
import { linePitch } from '../../model/units.ts';
import type { WordFonts } from '../context.ts';
import { contentsParagraphs, type ListedHeading, withContents } from '../contents.ts';
import type { WordParagraph, WordSection } from '../model.ts';
import { textWidthOf } from '../section.ts';
import { paginate, type PlacedBlock, type PlacedSection } from './paginate.ts';
import { placeParagraph } from './paragraph.ts';
import { looksOf, points } from './styles.ts';
import { placeTable } from './table.ts';

/**
 * The pages of all paragraphs from one pass over what is written. Measured are the fonts that the document asks for: every
 * kanji and kana one em, every Latin letter half an em wide. The office program corrects a page that breaks elsewhere when
 * the contents are updated.
 */
export function pagesOf(
  sections: readonly WordSection[],
  headings: readonly ListedHeading[],
  fonts: WordFonts,
): ReadonlyMap<WordParagraph, number> {
  const looks = looksOf(fonts);
  const placed = sections.map((section, index): PlacedSection => {
    const width = textWidthOf(section);
    const place = { width: points(width), pitch: linePitch, looks };
    const blocks = withContents(section.blocks, (contents) => contentsParagraphs(contents, headings, width, () => ''));
    const last = index < sections.length - 1 ? blocks.at(-1) : undefined;
    const { sheet, landscape, margins } = section;
    return {
      height: points((landscape ? sheet.width : sheet.height) - margins.top - margins.bottom),
      start: section.start,
      blocks: blocks.map((block): PlacedBlock =>
        block.kind === 'table' ? placeTable(block, place) : placeParagraph(block, place, block === last),
      ),
    };
  });
  return paginate(placed);
}
