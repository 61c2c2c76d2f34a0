import { mm, type TypstWriter } from '../../pdf/context.ts';
import { typstString } from '../../pdf/escape.ts';
import { checkFigure } from './check.ts';
import type { FigureBlock } from './model.ts';

export const figureToTypst: TypstWriter<FigureBlock> = (block, context) => {
  const { svg, png } = checkFigure(block, context.width);
  const path =
    svg === undefined
      ? context.addFile('png', png ?? new Uint8Array())
      : context.addFile('svg', new TextEncoder().encode(svg));
  const image = `image(${typstString(path)}, width: ${mm(block.width)}, height: ${mm(block.height)}, fit: "contain", alt: ${typstString(block.alt)})`;
  const caption =
    block.caption === undefined
      ? ''
      : `\n#figure-caption${context.sticky ? '(sticky: true)' : ''}[#${typstString(block.caption)}]`;
  return `#block(width: 100%, above: gap + 3pt, sticky: ${block.caption !== undefined || context.sticky}, align(center, ${image}))${caption}`;
};
