import { type ChartPictures, drawCharts } from '../charts/draw.ts';
import { titlePageToHtml } from '../blocks/title-page/html.ts';
import type { DocumentTree } from '../model/document.ts';
import { plainText } from '../model/inline.ts';
import { textWidth } from '../model/units.ts';
import { HeadingCounter } from '../prepare/numbering.ts';
import { numberOf, prepare, type Prepared, type Section } from '../prepare/prepare.ts';
import { cleanText } from '../prepare/text.ts';
import { remarksToHtml } from './changes.ts';
import type { HeadingEntry, HtmlContext } from './context.ts';
import { htmlText } from './escape.ts';
import { writeFlow } from './flow.ts';
import { htmlPage, Looks } from './page.ts';

/** The tree as one page of HTML. @throws DocumentError as the other outputs do */
export async function writeHtml(tree: DocumentTree): Promise<string> {
  const prepared = prepare(tree);
  const charts = await drawCharts(
    prepared.sections.flatMap((section) => section.blocks),
    'svg',
  );
  const looks = new Looks();
  return htmlPage(tree.title, looks, htmlBody(prepared, charts, looks));
}

/** What stands in the body of the page. */
export function htmlBody(prepared: Prepared, charts: ChartPictures, looks: Looks): string {
  const { tree } = prepared;
  const headings = headingsOf(prepared);
  let written = 0;
  let titles = 0;
  const context: Omit<HtmlContext, 'width'> = {
    tree,
    labels: prepared.labels,
    depth: 0,
    charts,
    headings,
    nextHeading: () => {
      const entry = headings[written] ?? { id: undefined, level: 1, number: '', words: '' };
      written += 1;
      return { entry, anchor: `h${written}` };
    },
    look: looks.add,
    titleTag: () => ((titles += 1) === 1 ? 'h1' : 'p'),
  };
  const titled = prepared.sections.some(
    ({ cover, blocks }) => cover || blocks.some(({ kind }) => kind === 'letter-head'),
  );
  const remarks = remarksToHtml(prepared);
  return [
    ...(titled ? [] : [`<h1>${htmlText(tree.title)}</h1>`]),
    ...prepared.sections.map((section) => writeSection(section, context)),
    ...(remarks === null ? [] : [remarks]),
  ].join('\n');
}

function writeSection(section: Section, shared: Omit<HtmlContext, 'width'>): string {
  const context: HtmlContext = { ...shared, width: textWidth(section.size, section.orientation) };
  const marking = section.marking === undefined ? '' : `<p class="marking">【${htmlText(section.marking)}】</p>\n`;
  const words = section.cover ? titlePageToHtml({ kind: 'title-page' }, context) : writeFlow(section.blocks, context);
  return `<div class="sheet${section.orientation === 'landscape' ? ' landscape' : ''}">\n${marking}${words}\n</div>`;
}

function headingsOf({ sections, labels }: Prepared): HeadingEntry[] {
  const counter = new HeadingCounter();
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap((block): HeadingEntry[] => {
      if (block.kind !== 'heading' && block.kind !== 'appendix') return [];
      const number = numberOf(block, counter) === null ? '' : counter.last;
      const level = block.kind === 'appendix' ? 1 : block.level;
      return [{ id: block.id, level, number, words: cleanText(plainText(block.content, labels)) }];
    }),
  );
}
