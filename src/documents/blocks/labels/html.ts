import type { HtmlWriter } from '../../html/context.ts';
import { htmlText } from '../../html/escape.ts';
import type { Label, LabelsBlock } from './model.ts';
import { labelSizes } from './size.ts';

/** Boxes of their size on paper. A screen can write from top to bottom by itself. */
export const labelsToHtml: HtmlWriter<LabelsBlock> = (block, context) => {
  const row = context.look(
    `& { display: flex; flex-direction: ${block.beside ? 'row' : 'column'}; flex-wrap: wrap; gap: 6mm; }`,
  );
  const box = ({ width, height, lines, upright }: Label): string => {
    const look = context.look(
      `& { width: ${width}mm; height: ${height}mm; box-sizing: border-box; padding: 2mm; border: 0.5pt dashed #475569; text-align: center; align-content: center;${upright === true ? ' writing-mode: vertical-rl;' : ''} font-size: ${labelSizes.other}pt; }`,
    );
    const first = context.look(`& { font-size: ${labelSizes.first}pt; font-weight: bold; }`);
    const words = lines.map((line, at) => `<p${at === 0 ? ` class="${first}"` : ''}>${htmlText(line)}</p>`).join('');
    return `<div class="${look}">${words}</div>`;
  };
  return `<div class="${row}">${block.labels.map(box).join('')}</div>`;
};
