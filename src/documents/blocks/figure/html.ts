import type { HtmlWriter } from '../../html/context.ts';
import { htmlText } from '../../html/escape.ts';
import { checkFigure } from './check.ts';
import type { FigureBlock } from './model.ts';

/** The picture as part of the page. Inside an image element an SVG can load and run nothing. */
export const figureToHtml: HtmlWriter<FigureBlock> = (block, context) => {
  const { svg, png } = checkFigure(block, context.width);
  const source =
    svg === undefined
      ? `data:image/png;base64,${Buffer.from(png ?? new Uint8Array()).toString('base64')}`
      : `data:image/svg+xml;base64,${Buffer.from(svg, 'utf8').toString('base64')}`;
  const look = context.look(`& { width: ${block.width}mm; }`);
  const caption = block.caption === undefined ? '' : `<figcaption>${htmlText(block.caption)}</figcaption>`;
  return `<figure><img class="${look}" alt="${htmlText(block.alt)}" src="${source}">${caption}</figure>`;
};
