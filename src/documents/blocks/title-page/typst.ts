import { linesOf } from '../../model/document.ts';
import { mm, place, type TypstWriter } from '../../pdf/context.ts';
import { typstInline } from '../../pdf/escape.ts';
import { sizes } from '../../prepare/look.ts';
import { coverTitle } from './lines.ts';
import type { TitlePageBlock } from './model.ts';

/** Number top right, addressee left, title in the upper half, date and sender below the middle. */
export const titlePageToTypst: TypstWriter<TitlePageBlock> = (_block, context) => {
  const { tree, pageHeight } = context;
  const line = (text: string, at: string): string =>
    `#block(width: 100%, align(${at}, par(justify: false, text(size: 12pt)${typstInline(text, place(context, context.width, 12))})))`;
  const centred = (words: string): string => `#block(width: 100%, align(center, ${words}))`;
  const low = [...(tree.date === undefined ? [] : [tree.date]), ...linesOf(tree.sender)];
  const titlePlace = place(context, context.width, sizes.title);
  const titleWords = typstInline(coverTitle(tree.title, titlePlace.lineEm), titlePlace);
  return [
    ...(tree.number === undefined ? [] : [line(tree.number, 'right')]),
    ...linesOf(tree.addressee).map((text) => line(text, 'left')),
    `#place(top, dy: ${mm(pageHeight * 0.24)}, [`,
    `  ${centred(`doc-title(${sizes.title}pt, ${titleWords})`)}`,
    ...(tree.subtitle === undefined
      ? []
      : [
          `  #v(6pt)`,
          `  ${centred(`text(size: ${sizes.subtitle}pt, font: gothic)${typstInline(tree.subtitle, place(context, context.width, sizes.subtitle))}`)}`,
        ]),
    `])`,
    `#place(top, dy: ${mm(pageHeight * 0.58)}, [`,
    ...low.map((text) => `  ${line(text, 'center')}`),
    `])`,
  ].join('\n');
};
