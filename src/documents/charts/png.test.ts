import { inflateSync } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import { expect, test } from 'vitest';
import { fontFile } from '../fonts.ts';
import { sampleCharts } from '../testing/charts.ts';
import { rareNames } from '../testing/names.ts';
import { withOutlines } from './lettering.ts';
import { paint } from './png.ts';
import { drawChart } from './svg.ts';

/** What the painter makes of the words with the font itself. */
function withFont(svg: string): { readonly width: number; readonly pixels: Buffer } {
  const font = { fontFiles: [fontFile('biz-udgothic', '400Regular')], loadSystemFonts: false };
  const painter = new Resvg(svg, { fitTo: { mode: 'width', value: 1000 }, background: '#ffffff', font });
  const { width, pixels } = painter.render();
  return { width, pixels };
}

/** Red, green and blue of a picture whose rows have no filter. */
function pointsOf(png: Buffer): { readonly width: number; readonly rows: Buffer } {
  const length = png.readUInt32BE(33);
  return { width: png.readUInt32BE(16), rows: inflateSync(png.subarray(41, 41 + length)) };
}

/** Points that differ so much that somebody could see it. */
async function differences(svg: string): Promise<number> {
  const { width, rows } = pointsOf(Buffer.from(await paint(svg)));
  const wanted = withFont(svg);
  expect(width).toBe(wanted.width);
  expect(rows.length).toBe((wanted.pixels.length / 4) * 3 + wanted.pixels.length / 4 / width);
  let different = 0;
  for (let point = 0; point < wanted.pixels.length / 4; point += 1) {
    const at = Math.floor(point / width) * (1 + width * 3) + 1 + (point % width) * 3;
    for (const colour of [0, 1, 2]) {
      if (Math.abs((rows[at + colour] ?? 0) - (wanted.pixels[point * 4 + colour] ?? 0)) > 40) different += 1;
    }
  }
  return different;
}

test.each(Object.entries(sampleCharts))('%s is painted as with the font itself', async (_name, chart) => {
  const { svg } = drawChart(chart);
  expect(withOutlines(svg)).not.toContain('<text');
  // Less than the dot of a letter: places of shapes are rounded a little otherwise.
  expect(await differences(svg)).toBeLessThan(40);
});

test('so are rare names and marks of XML', async () => {
  const chart = { ...sampleCharts.one, title: '氏名', categories: [`${rareNames.slice(0, 4).join('')}<&>"'`] };
  expect(await differences(drawChart(chart).svg)).toBeLessThan(40);
});

test('words with a look that only the painter knows stay words', () => {
  const own = '<svg xmlns="http://www.w3.org/2000/svg"><text x="1" y="9" letter-spacing="2">字</text></svg>';
  expect(withOutlines(own)).toBe(own);
});
