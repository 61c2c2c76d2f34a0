/** The pages that the volume adds itself, and the stamps laid over the pages of the documents, as Typst sources. */
import { linesOf } from '../model/document.ts';
import { typstString } from '../pdf/escape.ts';
import { prelude } from '../pdf/prelude.ts';
import { isFolded, type VolumeLayout } from './layout.ts';
import type { BoundDocument, BoundPart, BoundVolume, PageSizePt, VolumePage } from './model.ts';

const words = (text: string): string => `#${typstString(text)}`;
const pt = (value: number): string => `${Math.round(value * 100) / 100}pt`;

/** Words of the text as wide as a tab: four characters at most. */
const tabWords = (tab: string): string => [...tab].slice(0, 4).join('');

/** Height in mm of one index tab, and how far below the top edge the first one stands. */
const TAB = { height: 22, width: 14, top: 20 };
/** So many tabs fit one below the other; the next one starts at the top again. */
const TABS_DOWN = 11;

/**
 * Cover, contents, tab sheets and blank backs, in the order of the volume. `layout` gives the page numbers; the contents
 * take as many sheets as they need, so they are set once to be counted and a second time with the numbers.
 */
export function ownSheets(volume: BoundVolume, layout: VolumeLayout | null): string {
  const numberOf = (part: number, document: number | null): string => {
    if (layout === null) return '0';
    return String(document === null ? layout.tabs[part] : layout.documents[part]?.[document]);
  };
  const own = layout === null ? [] : layout.pages.filter((page) => page.kind === 'tab' || page.kind === 'blank');
  return [
    prelude,
    `#set document(title: ${typstString(volume.title)})`,
    `#set page(width: 210mm, height: 297mm, margin: (x: 25mm, top: 25mm, bottom: 25mm))`,
    cover(volume),
    '#pagebreak()',
    contents(volume, numberOf),
    ...own.map((page) => (page.kind === 'tab' ? tabSheet(volume, page.part) : blankBack(page))),
    '',
  ].join('\n');
}

function cover(volume: BoundVolume): string {
  const line = (text: string, at: string, size = 12): string =>
    `#block(width: 100%, align(${at}, par(justify: false, text(size: ${size}pt)[${words(text)}])))`;
  const marking = volume.marking === undefined ? [] : [line(`【${volume.marking}】`, 'right')];
  return [
    ...marking,
    ...linesOf(volume.addressee).map((text) => line(text, 'left')),
    '#place(top, dy: 70mm, [',
    `  #block(width: 100%, align(center, par(justify: false, text(font: gothic, weight: "bold", size: 22pt)[${words(volume.title)}])))`,
    '  #v(8pt)',
    `  #block(width: 100%, align(center, par(justify: false, text(font: gothic, size: 14pt)[${words(volume.subtitle)}])))`,
    '])',
    '#place(top, dy: 170mm, [',
    ...[volume.date, ...linesOf(volume.sender)].map((text) => `  ${line(text, 'center')}`),
    '])',
  ].join('\n');
}

function contents(volume: BoundVolume, numberOf: (part: number, document: number | null) => string): string {
  const row = (left: string, title: string, number: string, strong: boolean): string =>
    `#block(width: 100%, above: ${strong ? '9pt' : '4pt'}, below: 0pt, sticky: ${strong}, grid(columns: (16mm, 1fr, 14mm), column-gutter: 2mm, align: (left + bottom, left + bottom, right + bottom),
  text(font: gothic)[${words(left)}], par(justify: false, text(${strong ? 'font: gothic' : 'font: mincho'})[${words(title)} #box(width: 1fr, repeat[．])]), [${words(number)}]))`;
  return [
    `#block(width: 100%, below: 14pt, align(center, text(font: gothic, weight: "bold", size: 16pt)[目　次]))`,
    ...volume.parts.flatMap((part, index) => [
      row(tabWords(part.tab), part.title, numberOf(index, null), true),
      ...listed(part).map((document) =>
        row('', document.title, numberOf(index, part.documents.indexOf(document)), false),
      ),
    ]),
  ].join('\n');
}

/** The documents of a part by name; none where its only document says no more than the part itself. */
const listed = ({ title, documents }: BoundPart): readonly BoundDocument[] =>
  documents.length === 1 && documents[0]?.title === title ? [] : documents;

/** A tab sheet: title in the middle, its documents, and the tab at the outer edge, each one lower than the one before. */
function tabSheet(volume: BoundVolume, index: number): string {
  const part = volume.parts[index];
  if (part === undefined) return '';
  const top = TAB.top + (index % TABS_DOWN) * TAB.height;
  return [
    '#pagebreak()',
    `#place(top + right, dx: 25mm, dy: ${top - 25}mm, rect(width: ${TAB.width}mm, height: ${TAB.height - 2}mm, radius: (left: 3mm), fill: rgb("#334155"), align(center + horizon, text(font: gothic, weight: "bold", size: 13pt, fill: white)[${words(tabWords(part.tab))}])))`,
    '#v(80mm)',
    `#block(width: 100%, align(center, par(justify: false, text(font: gothic, weight: "bold", size: 20pt)[${words(`${part.tab}　${part.title}`)}])))`,
    '#v(14mm)',
    `#align(center, block(width: 120mm, align(left, [${listed(part)
      .map(({ title }) => `#block(above: 5pt, below: 0pt, par(justify: false, hanging-indent: 1em)[・${words(title)}])`)
      .join('')}])))`,
  ].join('\n');
}

function blankBack({ size }: Extract<VolumePage, { kind: 'blank' }>): string {
  return [
    `#set page(width: ${pt(size.width)}, height: ${pt(size.height)})`,
    '#align(center + horizon, text(size: 9pt, fill: rgb("#475569"))[（このページは空白です。）])',
    '#set page(width: 210mm, height: 297mm)',
  ].join('\n');
}

/** One transparent page per stamp, of the size of the page that it is laid over: number, tab and the note of a fold. */
export function stamps(
  pages: readonly { readonly number: number; readonly size: PageSizePt; readonly tab: string | null }[],
): string {
  const stamp = ({ number, size, tab }: (typeof pages)[number]): string => {
    // Bound at the left edge and printed on both sides: the outer edge of a front is the right one, of a back the left one.
    const side = number % 2 === 1 ? 'right' : 'left';
    const inward = number % 2 === 1 ? '-9mm' : '9mm';
    const box = (body: string): string =>
      `box(fill: white, inset: (x: 1.5mm, y: 0.8mm), text(font: gothic, size: 9pt)[${body}])`;
    const label = tab === null ? String(number) : `${tabWords(tab)}　${number}`;
    const fold = isFolded(size)
      ? `\n#place(bottom + ${side === 'right' ? 'left' : 'right'}, dx: ${side === 'right' ? '9mm' : '-9mm'}, dy: -6mm, ${box('A4に折り込む。')})`
      : '';
    return `#page(width: ${pt(size.width)}, height: ${pt(size.height)})[
#place(bottom + ${side}, dx: ${inward}, dy: -6mm, ${box(words(label))})${fold}
]`;
  };
  return `${prelude}\n#set page(margin: 0pt, fill: none)\n${pages.map(stamp).join('\n')}\n`;
}
