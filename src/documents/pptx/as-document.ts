/** A deck as a document: for reading it on the screen before it is made, and for the checks of wording. */
import { chart } from '../blocks/chart/model.ts';
import { figure } from '../blocks/figure/model.ts';
import { heading } from '../blocks/heading/model.ts';
import { bulletList, item } from '../blocks/list/model.ts';
import { note } from '../blocks/note/model.ts';
import { paragraph } from '../blocks/paragraph/model.ts';
import { table } from '../blocks/table/model.ts';
import type { FlowBlock } from '../model/blocks.ts';
import { document, type DocumentTree } from '../model/document.ts';
import type { Bullet, DeckTree, Slide } from './model.ts';

/** Width in mm of a figure; its height follows from its proportion. */
const FIGURE_WIDTH = 120;

/** Every slide under a heading of its own, with what the speaker says below it. */
export function deckAsDocument(deck: DeckTree): DocumentTree {
  const { title, marking } = deck;
  return document({ title, ...(marking === undefined ? {} : { marking }) }, deck.slides.flatMap(slideBlocks));
}

function slideBlocks(slide: Slide): FlowBlock[] {
  return [
    heading(1, slide.title, { numbered: false }),
    ...contentBlocks(slide),
    ...(slide.notes === undefined || slide.notes === '' ? [] : [note(slide.notes, '発表者')]),
  ];
}

function contentBlocks(slide: Slide): FlowBlock[] {
  switch (slide.kind) {
    case 'title':
      return [slide.subtitle, ...(slide.lines ?? [])].flatMap((line) => (line === undefined ? [] : [paragraph(line)]));
    case 'section':
      return [];
    case 'bullets':
      return [bullets(slide.items)];
    case 'table':
      return [
        table({
          columns: slide.columns.map(({ share = 1, align = 'left' }) => ({ width: `${share}fr` as const, align })),
          header: slide.columns.map((column) => column.title),
          rows: slide.rows,
        }),
        ...(slide.note === undefined ? [] : [note(slide.note)]),
      ];
    case 'chart':
      return [...(slide.message === undefined ? [] : [paragraph(slide.message)]), chart(slide.chart)];
    case 'two-columns':
      return [slide.left, slide.right].flatMap((column) => [
        heading(2, column.heading, { numbered: false }),
        bullets(column.items),
      ]);
    case 'figure': {
      const { svg, png, alt, ratio } = slide;
      const picture = { ...(svg === undefined ? {} : { svg }), ...(png === undefined ? {} : { png }) };
      return [figure({ ...picture, alt, width: FIGURE_WIDTH, height: FIGURE_WIDTH / ratio })];
    }
    case 'closing':
      return (slide.lines ?? []).map((line) => paragraph(line));
  }
}

const bullets = (items: readonly (string | Bullet)[]): FlowBlock =>
  bulletList(items.map((entry) => (typeof entry === 'string' ? entry : item(entry.text, ...(entry.children ?? [])))));
