import { linesOf } from '../../model/document.ts';
import { place, type TypstWriter } from '../../pdf/context.ts';
import { typstInline } from '../../pdf/escape.ts';
import { sizes } from '../../prepare/look.ts';
import type { LetterHeadBlock } from './model.ts';

export const letterHeadToTypst: TypstWriter<LetterHeadBlock> = (_block, context) => {
  const { tree } = context;
  const line = (text: string, at: 'left' | 'right'): string =>
    `#block(width: 100%, inset: (x: 1em), align(${at}, par(justify: false)${typstInline(text, place(context))}))`;
  const subtitle =
    tree.subtitle === undefined
      ? ''
      : `#block(width: 100%, below: 18pt, align(center, text(font: gothic, size: ${sizes.letterTitle}pt)${typstInline(tree.subtitle, place(context))}))\n`;
  return [
    ...[tree.number, tree.date].filter((text) => text !== undefined).map((text) => line(text, 'right')),
    ...linesOf(tree.addressee).map((text) => line(text, 'left')),
    ...linesOf(tree.sender).map((text) => line(text, 'right')),
    `#block(width: 100%, above: 24pt, below: ${tree.subtitle === undefined ? 18 : 9}pt, align(center, doc-title(${sizes.letterTitle}pt, ${typstInline(tree.title, place(context, context.width, sizes.letterTitle))})))`,
    subtitle,
  ].join('\n');
};
