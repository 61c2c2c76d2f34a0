/** Tables of contents: which headings they list, and what stands in them. */
import {
  type WordBlock,
  type WordContents,
  type WordInline,
  type WordParagraph,
  wordParagraph,
  type WordSection,
  type WordTable,
  wordText,
} from './model.ts';
import { styleIds } from './styles.ts';

/** A heading that a table of contents can list. */
export interface ListedHeading {
  readonly paragraph: WordParagraph;
  readonly bookmark: string;
  readonly level: number;
  readonly number: string | null;
  /** Its words without those struck out, on one line. */
  readonly title: string;
}

/** The headings that at least one table of contents lists, with the bookmarks that it points to. */
export function listedHeadings(sections: readonly WordSection[]): ListedHeading[] {
  const blocks = sections.flatMap((section) => section.blocks);
  const deepest = blocks.reduce(
    (depth, block) => (block.kind === 'contents' ? Math.max(depth, block.depth) : depth),
    0,
  );
  const listed: ListedHeading[] = [];
  for (const block of blocks) {
    if (block.kind !== 'paragraph' || block.entry === undefined || block.entry.level > deepest) continue;
    const title = block.children.map(wordsOf).join('').replaceAll('\n', ' ');
    if (title.trim() === '') continue;
    listed.push({ paragraph: block, bookmark: `_Toc${listed.length + 1}`, ...block.entry, title });
  }
  return listed;
}

function wordsOf(piece: WordInline): string {
  if (piece.kind === 'text') return piece.change?.kind === 'deleted' ? '' : piece.text;
  return piece.kind === 'link' || piece.kind === 'bookmark' ? piece.children.map(wordsOf).join('') : '';
}

/** The paragraphs of a table of contents on `width` twips of text. @param pageOf '' where it is not known yet */
export function contentsParagraphs(
  { depth }: WordContents,
  headings: readonly ListedHeading[],
  width: number,
  pageOf: (heading: ListedHeading) => string,
): WordParagraph[] {
  const start: WordInline = { kind: 'field-start', instruction: `TOC \\h \\o "1-${depth}"` };
  const end = wordParagraph('', [{ kind: 'field-end' }]);
  const listed = headings.filter(({ level }) => level <= depth);
  if (listed.length === 0) return [wordParagraph('', [start]), end];
  const tab: WordInline = { kind: 'tab', look: {} };
  const lines = listed.map((heading, index) => {
    const { bookmark, level, number, title } = heading;
    const page: WordInline = {
      kind: 'field',
      instruction: `PAGEREF ${bookmark} \\h`,
      result: pageOf(heading),
      look: {},
    };
    const words = [...(number === null ? [] : [wordText(number), tab]), wordText(title), tab, page];
    return wordParagraph(
      styleIds.toc(level),
      [...(index === 0 ? [start] : []), { kind: 'link', anchor: bookmark, children: words }],
      {
        tabs: [
          ...(number === null ? [] : [{ kind: 'left' as const, at: afterNumber(level, number) }]),
          { kind: 'right', at: width, dotted: true },
        ],
      },
    );
  });
  return [...lines, end];
}

/**
 * Where the words begin after a number, as Word places them: a multiple of 240 past the number, which Word measures in
 * letters of 12 points of the font of its own template, and deeper with each level.
 */
function afterNumber(level: number, number: string): number {
  const widths = [...number].map((character) => (/\d/u.test(character) ? 135 : character < '\u0080' ? 80 : 240));
  const end = 240 * level + widths.reduce((sum, width) => sum + width, 0);
  return end <= 1920 ? Math.ceil(end / 240) * 240 : end;
}

/** The blocks of a section with its tables of contents as paragraphs. */
export const withContents = (
  blocks: readonly WordBlock[],
  fill: (contents: WordContents) => readonly WordParagraph[],
): (WordParagraph | WordTable)[] =>
  blocks.flatMap((block): readonly (WordParagraph | WordTable)[] =>
    block.kind === 'contents' ? fill(block) : [block],
  );
