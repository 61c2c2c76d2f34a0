import { drawCharts } from '../charts/draw.ts';
import { titlePageToDocx } from '../blocks/title-page/docx.ts';
import { type DocumentTree } from '../model/document.ts';
import { paper, textWidth } from '../model/units.ts';
import { pack } from '../pack.ts';
import { HeadingCounter } from '../prepare/numbering.ts';
import { prepare, type Section } from '../prepare/prepare.ts';
import { checkSize } from '../prepare/size.ts';
import { type DocxContext, type WordFonts, wordFonts } from './context.ts';
import { contentsParagraphs, listedHeadings } from './contents.ts';
import { withPaintedFigures } from './figures.ts';
import { writeFlow } from './flow.ts';
import { WordLists } from './lists.ts';
import type { WordParagraph, WordSection } from './model.ts';
import { wordParts } from './package.ts';
import { pagesOf } from './pages/contents.ts';
import { textWidthOf, wordSection } from './section.ts';
import { bodyPart } from './xml/document.ts';
import { Writing } from './xml/writing.ts';

/** The tree as a Word file. */
export async function writeDocx(tree: DocumentTree): Promise<Uint8Array> {
  const checked = prepare(tree);
  checkSize(checked, 'Word');
  const prepared = { ...checked, sections: await withPaintedFigures(checked.sections) };
  const context: Omit<DocxContext, 'width' | 'pageHeight'> = {
    tree,
    labels: prepared.labels,
    charts: await drawCharts(
      prepared.sections.flatMap((section) => section.blocks),
      'svg-and-png',
    ),
    depth: 0,
    newPage: false,
    pageTop: false,
    appendix: { label: null },
    counter: new HeadingCounter(),
    lists: new WordLists(),
  };
  const sections = prepared.sections.map((section, index) =>
    wordSection(
      section,
      tree,
      prepared.sections[index - 1]?.cover === true,
      section.cover
        ? titlePageToDocx({ kind: 'title-page' }, here(section, context))
        : writeFlow(section.blocks, here(section, context)),
    ),
  );
  const fonts = wordFonts(tree.fonts);
  const { body, media } = writeBody(sections, fonts);
  const { comments } = prepared;
  return pack(wordParts({ tree, fonts, sections, lists: context.lists.kinds, comments, body, media }));
}

function here(section: Section, context: Omit<DocxContext, 'width' | 'pageHeight'>): DocxContext {
  const sheet = paper[section.size];
  return {
    ...context,
    width: textWidth(section.size, section.orientation),
    pageHeight: section.orientation === 'portrait' ? sheet.height : sheet.width,
  };
}

function writeBody(sections: readonly WordSection[], fonts: WordFonts) {
  const headings = listedHeadings(sections);
  const pages: ReadonlyMap<WordParagraph, number> =
    headings.length === 0 ? new Map() : pagesOf(sections, headings, fonts);
  const writing = new Writing(new Map(headings.map(({ paragraph, bookmark }) => [paragraph, bookmark])));
  const body = bodyPart(sections, writing, (contents, section) =>
    contentsParagraphs(contents, headings, textWidthOf(section), ({ paragraph }) => String(pages.get(paragraph) ?? '')),
  );
  return { body, media: writing.media };
}
