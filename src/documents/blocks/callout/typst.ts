import { bodySize } from '../../model/units.ts';
import { place, type TypstWriter } from '../../pdf/context.ts';
import { typstInline, typstString } from '../../pdf/escape.ts';
import { shades } from '../../prepare/look.ts';
import { listContent } from '../list/typst.ts';
import type { CalloutBlock } from './model.ts';

export const calloutToTypst: TypstWriter<CalloutBlock> = (block, context) => {
  const inline = place(context, context.width - 8, bodySize);
  const title =
    block.title === undefined
      ? ''
      : `#block(sticky: true, text(font: gothic, weight: "bold", ${typstString(block.title)}))`;
  const body = block.blocks.map((piece) =>
    piece.kind === 'list'
      ? listContent(piece, { ...inline, lineEm: inline.lineEm - 1.5 })
      : `#text-block(first: 0pt, at: ${piece.align ?? 'left'})${typstInline(piece.content, inline)}`,
  );
  const fill = block.tone === 'warning' ? `fill: rgb("#${shades.warning}")` : '';
  return `#callout(${fill})[${title}${body.join('')}]`;
};
