import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { checkFigure } from '../blocks/figure/check.ts';
import { chart as block, document, renderDocx, renderHtml, renderPdf } from '../index.ts';
import { objections } from '../testing/ooxml.ts';
import { longName, sampleCharts } from '../testing/charts.ts';
import { fontsOf, hasPoppler, textOf } from '../testing/pdf.ts';
import { widthInEm } from '../prepare/text.ts';
import type { BarChart, ChartSpec } from './model.ts';
import { drawChart } from './svg.ts';
import { chartTable } from './table.ts';
import { chartWords } from './words.ts';

const all = Object.entries(sampleCharts) as [string, ChartSpec][];

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The boxes of all words of a drawing, from the widths of the bundled font. Throws when the XML is not well-formed. */
function boxesOf(svg: string): Box[] {
  const boxes: Box[] = [];
  let open: (Omit<Box, 'text'> & { anchor: string; size: number }) | null = null;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes: a }) => {
    if (name !== 'text') return;
    const [, dx = '0', dy = '0'] = /translate\(([-\d.]+) ([-\d.]+)\)/u.exec(a['transform'] ?? '') ?? [];
    const x = Number(a['x'] ?? 0) + Number(dx);
    const y = Number(a['y'] ?? 0) + Number(dy);
    const size = Number.parseFloat(a['font-size'] ?? '12');
    open = { left: x, right: x, top: y - size / 2, bottom: y + size / 2, anchor: a['text-anchor'] ?? 'start', size };
  });
  parser.on('text', (text) => {
    if (open === null || text.trim() === '') return;
    const width = widthInEm(text) * open.size;
    const left = open.left - (open.anchor === 'middle' ? width / 2 : open.anchor === 'end' ? width : 0);
    boxes.push({ text, left, right: left + width, top: open.top, bottom: open.bottom });
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'text') open = null;
  });
  parser.write(svg).close();
  return boxes;
}

/** What is cut by the edge, and what runs into something else. */
function faults(chart: ChartSpec): string[] {
  const { svg, width, height } = drawChart(chart);
  const boxes = boxesOf(svg);
  const cut = boxes.filter(
    ({ left, right, top, bottom }) => left < -1 || right > width + 1 || top < -1 || bottom > height + 1,
  );
  const touching = boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (other) =>
          one.left < other.right - 1 &&
          other.left < one.right - 1 &&
          one.top < other.bottom - 1 &&
          other.top < one.bottom - 1,
      )
      .map((other) => `${one.text} on ${other.text}`),
  );
  return [...cut.map(({ text }) => `${text} is cut`), ...touching];
}

describe('drawings', () => {
  test.each(all)('%s: no words are cut or run into others', (_name, chart) => {
    expect(faults(chart)).toEqual([]);
  });

  test('bars of any figures and names', () => {
    const name = fc.stringMatching(/^[ぁ-ん一-龥A-Za-z]{1,40}$/u);
    const value = fc.oneof(
      fc.constant(null),
      fc.integer({ min: -10_000, max: 10_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value), { minLength: 1, maxLength: 12 }), (pairs) => {
        const chart: BarChart = {
          ...sampleCharts.one,
          categories: pairs.map(([category]) => category),
          series: [{ name: '値', values: pairs.map(([, figure]) => figure) }],
        };
        expect(faults(chart)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test.each(all)('%s: the same figures give the same text, whatever was drawn before', (_name, chart) => {
    const first = drawChart(chart).svg;
    drawChart(sampleCharts.several);
    expect(drawChart(chart).svg).toBe(first);
  });

  test.each(all)('%s: nothing that a page or a document refuses', (_name, chart) => {
    const { svg, width, height } = drawChart(chart);
    expect(svg).not.toMatch(/style=|<style|<script|class=|href=|\son\w+=|\sfont=|zr\d/u);
    checkFigure({ kind: 'figure', svg, alt: chartWords(chart), width: width / 4, height: height / 4 }, 160);
  });

  test('hostile names stay words', () => {
    const { svg } = drawChart({ ...sampleCharts.one, categories: ['<script>alert(1)</script>&"\u0000'] });
    expect(svg).not.toContain('<script');
    expect(
      boxesOf(svg)
        .map(({ text }) => text)
        .join(''),
    ).toContain('<script>alert(1)</script>&"');
  });
});

describe('words', () => {
  test('tell what is shown, highest, lowest and changes', () => {
    expect(chartWords(sampleCharts.bars)).toBe(
      '「局ごとの平均点」の棒グラフです。局ごとに平均点を示します（4項目）。最も高いのは総務局の92.5点です。最も低いのは土木局の0点です。',
    );
    expect(chartWords(sampleCharts.lines)).toContain('総務局は令和4年度の60%から令和8年度の85%となり、25%増えました。');
    expect(chartWords(sampleCharts.radar)).toContain(
      '今回と前回の差が最も大きいのは組織体制の整備で、今回が12%上回ります。',
    );
    expect(chartWords(sampleCharts.heat)).toContain(
      '最も低いのは道路管理課の組織的対策の40%です。値のない欄が1か所あります。',
    );
    expect(chartWords(sampleCharts.risks)).toBe(
      '「発見事項のリスク」のリスクマトリクスです。3件を、起こりやすさと影響の大きさで位置付けています。リスクが高いもの2件、中程度のもの1件、低いもの0件です。リスクが高いものは、バックアップの復元を試していない、退職者の利用者IDが残っているです。',
    );
    expect(chartWords(sampleCharts.distribution)).toContain('合計は19課で、最も多いのは70点以上80点未満の8課です。');
    expect(chartWords(sampleCharts.empty)).toContain('データがありません。');
    expect(chartWords(sampleCharts.one)).toContain('市民課は0件です。');
  });

  test('the table holds every figure', () => {
    expect(chartTable(sampleCharts.several)).toEqual({
      header: ['局', '令和6年度（点）', '令和7年度（点）', '令和8年度（点）'],
      rows: [
        ['総務局', '92.5', '95', '99.5'],
        ['市民局', '80', '―', '88'],
        ['土木局', '61', '70', '72'],
      ],
    });
    expect(chartTable(sampleCharts.stacked).header.at(-1)).toBe('計（件）');
  });
});

describe('what cannot be read is refused with a sentence', () => {
  const many = Array.from({ length: 41 }, (_, index) => `課${index}`);
  test.each<[string, ChartSpec, string]>([
    [
      'too many',
      { ...sampleCharts.one, categories: many, series: [{ name: '値', values: many.map(() => 1) }] },
      '41個',
    ],
    ['too long', { ...sampleCharts.one, categories: ['あ'.repeat(61)] }, '60字を超えています'],
    ['negative parts', { ...sampleCharts.stacked, series: [{ name: 'はい', values: [1, 2, 3, -1] }] }, '負の値'],
    ['too few figures', { ...sampleCharts.one, series: [{ name: '値', values: [] }] }, '合っていません'],
    ['not a number', { ...sampleCharts.one, series: [{ name: '値', values: [Number.NaN] }] }, '数として扱えない'],
    ['above the end', { ...sampleCharts.bars, max: 90 }, '軸の最大（90）を超える'],
    [
      'two axes',
      { ...sampleCharts.radar, categories: ['あ', 'い'], series: [{ name: '今回', values: [1, 2] }] },
      '軸が足りません',
    ],
    ['outside', { ...sampleCharts.risks, items: [{ name: '外', likelihood: 3, impact: 0 }] }, '段階の外'],
    ['too high', { ...sampleCharts.forty, categories: many.slice(1).map(() => longName) }, '高さに収まりません'],
    ['no title', { ...sampleCharts.one, title: ' ' }, '題名のないグラフ'],
  ])('%s', (_name, chart, message) => {
    expect(() => drawChart(chart)).toThrow(message);
  });
});

describe('in documents', () => {
  const tree = document(
    { title: '図表' },
    all.map(([, chart]) => block(chart, { withTable: chart.kind === 'bars' })),
  );

  test('Word holds drawing and picture, and stays valid and the same', async () => {
    const first = await renderDocx(tree);
    expect(await objections(first, 'docx')).toEqual([]);
    expect(Buffer.compare(first, await renderDocx(tree))).toBe(0);
  });

  test.skipIf(!hasPoppler)('PDF holds the words of the drawings in the bundled fonts', async () => {
    const pdf = await renderPdf(tree);
    const text = textOf(pdf).replace(/\s/gu, '');
    for (const words of [
      '教育委員会事務局',
      '第40総合市民サービス推進課',
      '出典　自己点検'.replace('　', ''),
      'データがありません。',
    ])
      expect(text).toContain(words);
    for (const font of fontsOf(pdf)) expect(font).toMatch(/^[A-Z]{6}\+(?:BIZUD|NotoSerifJP).*yes yes yes/u);
  });

  test('a page gets a figure with its words, title and figures', async () => {
    const html = await renderHtml(document({ title: '題名' }, [block(sampleCharts.bars)]));
    expect(html).toMatch(/<figure><svg role="img" aria-label="「局ごとの平均点」/u);
    expect(html).toContain('<figcaption>局ごとの平均点</figcaption><p>出典　自己点検（令和8年7月）の回答</p>');
    expect(html).toContain('<tr><th scope="row">土木局</th><td>0</td></tr>');
  });
});
