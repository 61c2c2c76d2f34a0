import { chartTable } from '../../charts/table.ts';
import { chartWords } from '../../charts/words.ts';
import type { HtmlWriter } from '../../html/context.ts';
import { htmlText } from '../../html/escape.ts';
import type { ChartBlock } from './model.ts';
import { pictureOf } from './picture.ts';

/** The chart as a figure: the drawing with its text alternative, its title, its source, and its figures to be opened. */
export const chartToHtml: HtmlWriter<ChartBlock> = (block, context) => {
  const { chart } = block;
  const { header, rows } = chartTable(chart);
  const { svg } = pictureOf(context.charts, block);
  const drawing = svg.replace('<svg ', `<svg role="img" aria-label="${htmlText(chartWords(chart))}" `);
  const source = chart.source === undefined ? '' : `<p>出典　${htmlText(chart.source)}</p>`;
  const head = header.map((name) => `<th scope="col">${htmlText(name)}</th>`).join('');
  const body = rows
    .map(
      ([name = '', ...figures]) =>
        `<tr><th scope="row">${htmlText(name)}</th>${figures.map((figure) => `<td>${htmlText(figure)}</td>`).join('')}</tr>`,
    )
    .join('');
  return `<figure>${drawing}<figcaption>${htmlText(block.caption ?? chart.title)}</figcaption>${source}<details><summary>値を表で見る</summary><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></details></figure>`;
};
