import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TabStopType,
  TextRun,
} from 'docx';
import type { AppendixLabel } from '../blocks/appendix/model.ts';
import { drawCharts } from '../charts/draw.ts';
import { titlePageToDocx } from '../blocks/title-page/docx.ts';
import { type DocumentTree, linesOf } from '../model/document.ts';
import { linePitch, margins, paper, textWidth, twipsFromMm, twipsFromPt } from '../model/units.ts';
import { sizes } from '../prepare/look.ts';
import { createdAt } from '../prepare/created.ts';
import { prepare, type Prepared, type Section } from '../prepare/prepare.ts';
import { cleanText } from '../prepare/text.ts';
import { wordComment } from './changes.ts';
import { type DocxContext, halfPoints, wordFonts } from './context.ts';
import { withPaintedFigures } from './figures.ts';
import { writeFlow } from './flow.ts';
import { wordNumbering } from './numbering.ts';
import { repackDocx } from './package.ts';
import { contentsOf } from './pages/contents.ts';
import { wordStyles } from './styles.ts';

/** The tree as a Word file. */
export async function writeDocx(tree: DocumentTree): Promise<Uint8Array> {
  const checked = prepare(tree);
  const prepared = { ...checked, sections: await withPaintedFigures(checked.sections) };
  const fonts = wordFonts(tree.fonts);
  let lists = 0;
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
    fonts,
    nextList: () => (lists += 1),
    appendix: { label: null },
  };
  const author = cleanText(tree.author ?? linesOf(tree.sender).at(0) ?? '');
  const hasContents = prepared.sections.some((section) =>
    section.blocks.some((block) => block.kind === 'table-of-contents'),
  );
  const file = new Document({
    title: cleanText(tree.title),
    creator: author,
    lastModifiedBy: author,
    ...(tree.subtitle === undefined ? {} : { subject: cleanText(tree.subtitle) }),
    styles: wordStyles(fonts),
    numbering: wordNumbering(appendixLabels(prepared)),
    ...(hasContents ? { pageNumbers: contentsOf(prepared.sections, fonts) } : {}),
    ...(prepared.comments.length === 0 ? {} : { comments: { children: prepared.comments.map(wordComment) } }),
    sections: prepared.sections.map((section, index) => wordSection(section, index, prepared, context)),
  });
  return repackDocx(await Packer.toBuffer(file), createdAt(tree.created), fonts);
}

const appendixLabels = (prepared: Prepared): ReadonlySet<AppendixLabel> =>
  new Set(
    prepared.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'appendix' ? [block.label] : [])),
    ),
  );

function wordSection(
  section: Section,
  index: number,
  prepared: Prepared,
  context: Omit<DocxContext, 'width' | 'pageHeight'>,
): ISectionOptions {
  const width = textWidth(section.size, section.orientation);
  const sheet = paper[section.size];
  const pageHeight = section.orientation === 'portrait' ? sheet.height : sheet.width;
  const here: DocxContext = { ...context, width, pageHeight };
  const afterCover = prepared.sections[index - 1]?.cover === true;
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        // Word wants the sheet as it lies upright and turns it by the orientation.
        size: {
          width: twipsFromMm(sheet.width),
          height: twipsFromMm(sheet.height),
          orientation: section.orientation === 'portrait' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
        },
        margin: {
          top: twipsFromMm(margins.top),
          bottom: twipsFromMm(margins.bottom),
          left: twipsFromMm(margins.left),
          right: twipsFromMm(margins.right),
          header: twipsFromMm(12),
          footer: twipsFromMm(12),
        },
        ...(afterCover ? { pageNumbers: { start: 1 } } : {}),
      },
      grid: { type: DocumentGridType.LINES, linePitch: twipsFromPt(linePitch) },
    },
    headers: { default: pageHeader(section, context.tree, width) },
    footers: { default: pageFooter(section) },
    children: section.cover ? titlePageToDocx({ kind: 'title-page' }, here) : writeFlow(section.blocks, here),
  };
}

function pageHeader(section: Section, tree: DocumentTree, width: number): Header {
  const size = halfPoints(sizes.header);
  const running = section.cover ? '' : cleanText(tree.running ?? tree.title);
  const marking = section.marking === undefined ? '' : `【${cleanText(section.marking)}】`;
  return new Header({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: twipsFromMm(width) }],
        children: [
          new TextRun({ text: running, size }),
          ...(marking === '' ? [] : [new TextRun({ children: ['\t', marking], size, bold: true })]),
        ],
      }),
    ],
  });
}

function pageFooter(section: Section): Footer {
  const size = halfPoints(sizes.header);
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: section.cover ? [] : [new TextRun({ children: ['- ', PageNumber.CURRENT, ' -'], size })],
      }),
    ],
  });
}
