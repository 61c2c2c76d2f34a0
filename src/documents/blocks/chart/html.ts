import type { DrawnChart } from '../../charts/svg.ts';
import { chartTable } from '../../charts/table.ts';
import { chartWords } from '../../charts/words.ts';
import { cleanText } from '../../prepare/text.ts';
import type { ChartBlock } from './model.ts';

/** The chart as a figure: the drawing with its text alternative, its title, its source, and its figures to be opened. */
export function chartToHtml(block: ChartBlock, picture: DrawnChart): string {
  const { chart } = block;
  const { header, rows } = chartTable(chart);
  const drawing = picture.svg.replace('<svg ', `<svg role="img" aria-label="${escape(chartWords(chart))}" `);
  const source = chart.source === undefined ? '' : `<p>出典　${escape(chart.source)}</p>`;
  const head = header.map((name) => `<th scope="col">${escape(name)}</th>`).join('');
  const body = rows
    .map(
      ([name = '', ...figures]) =>
        `<tr><th scope="row">${escape(name)}</th>${figures.map((figure) => `<td>${escape(figure)}</td>`).join('')}</tr>`,
    )
    .join('');
  return `<figure>${drawing}<figcaption>${escape(block.caption ?? chart.title)}</figcaption>${source}<details><summary>値を表で見る</summary><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></details></figure>`;
}

const escape = (text: string): string =>
  cleanText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
