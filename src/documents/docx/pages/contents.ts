/** What the table of contents says of each heading: its number and the page it stands on. */
import type { BookmarkListNumber, PageNumberEstimator } from 'docx';
import { HeadingCounter } from '../../prepare/numbering.ts';
import { numberOf, type Section } from '../../prepare/prepare.ts';
import type { WordFonts } from '../context.ts';
import { attributeOf, childOf, contentOf, nameOf, numberAt } from './element.ts';
import { paginate, type PlacedBlock, type PlacedSection } from './paginate.ts';
import { readParagraph } from './paragraph.ts';
import { looksOf } from './styles.ts';
import { readTable } from './table.ts';

/**
 * Fills in the table of contents from one pass over what is written. Measured are the fonts that the document asks for:
 * every kanji and kana one em, every Latin letter half an em wide. The office program corrects a page that breaks elsewhere
 * when the contents are updated.
 */
export function contentsOf(sections: readonly Section[], fonts: WordFonts): PageNumberEstimator {
  const estimate = (body: unknown) => {
    const pages = [...paginate(readBody(body, fonts))];
    return { bookmarks: new Map(pages.map(([bookmark, page]) => [bookmark, String(page)])) };
  };
  return Object.assign(estimate, { listNumbers: (body: unknown) => listNumbers(body, sections) });
}

/** Word measures the number in letters of 12 points of the font of its own template, in twips. */
function numberWidth(text: string): number {
  const widths = [...text].map((character) => (/\d/u.test(character) ? 135 : character < '\u0080' ? 80 : 240));
  return widths.reduce((sum, width) => sum + width, 0);
}

/** The numbers of the headings by their bookmarks: every heading is one paragraph with a style of headings. */
function listNumbers(body: unknown, sections: readonly Section[]): ReadonlyMap<string, BookmarkListNumber> {
  const counter = new HeadingCounter();
  const numbers = sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) =>
      block.kind === 'heading' || block.kind === 'appendix'
        ? [numberOf(block, counter) === null ? null : counter.last]
        : [],
    );
  const headings = contentOf(body).filter((block) => styleOf(block).startsWith('Heading'));
  return new Map(
    headings.flatMap((heading, index) => {
      const text = numbers[index];
      if (text === undefined || text === null) return [];
      return contentOf(heading, 'w:p').flatMap((child): [string, BookmarkListNumber][] =>
        nameOf(child) === 'w:bookmarkStart'
          ? [[String(attributeOf(child, 'w:name')), { text, separator: 'tab', width: numberWidth(text) }]]
          : [],
      );
    }),
  );
}

const propertiesOf = (paragraph: unknown): readonly unknown[] => contentOf(childOf(contentOf(paragraph), 'w:pPr'));
const styleOf = (paragraph: unknown): string =>
  String(attributeOf(childOf(propertiesOf(paragraph), 'w:pStyle'), 'w:val'));

function readBody(body: unknown, fonts: WordFonts): PlacedSection[] {
  const looks = looksOf(fonts);
  const sections: PlacedSection[] = [];
  let nodes: unknown[] = [];
  const endSection = (properties: unknown): void => {
    const { width, height, pitch, start } = paperOf(properties);
    const blocks = nodes.map((node): PlacedBlock =>
      nameOf(node) === 'w:tbl' ? readTable(node, pitch, looks) : readParagraph(node, width, pitch, looks),
    );
    sections.push({ height, start, blocks });
    nodes = [];
  };
  for (const node of contentOf(body)) {
    const name = nameOf(node);
    if (name === 'w:sdt') nodes.push(...contentOf(childOf(contentOf(node, name), 'w:sdtContent')).filter(isBlock));
    else if (isBlock(node)) nodes.push(node);
    const section = name === 'w:sectPr' ? node : name === 'w:p' ? childOf(propertiesOf(node), 'w:sectPr') : undefined;
    if (section !== undefined) endSection(section);
  }
  return sections;
}

const isBlock = (node: unknown): boolean => nameOf(node) === 'w:p' || nameOf(node) === 'w:tbl';

function paperOf(section: unknown) {
  const content = contentOf(section, 'w:sectPr');
  const size = childOf(content, 'w:pgSz');
  const margin = childOf(content, 'w:pgMar');
  const points = (element: unknown, name: string): number => (numberAt(element, name) ?? 0) / 20;
  const pitch = points(childOf(content, 'w:docGrid'), 'w:linePitch');
  return {
    width: points(size, 'w:w') - points(margin, 'w:left') - points(margin, 'w:right'),
    height: points(size, 'w:h') - points(margin, 'w:top') - points(margin, 'w:bottom'),
    pitch: pitch === 0 ? null : pitch,
    start: numberAt(childOf(content, 'w:pgNumType'), 'w:start') ?? null,
  };
}
