/** Pictures of drawings for programs that do not draw SVG: only the bundled font, so every machine paints the same. */
import { renderAsync } from '@resvg/resvg-js';
import { fontFile } from '../fonts.ts';
import { fontFamily } from './layout.ts';

/** Pixels across: about 160 dpi on a page of A4. */
const width = 1000;

/** An SVG as PNG. Runs beside the program's own thread, so several are painted at once. */
export async function paint(svg: string): Promise<Uint8Array> {
  const image = await renderAsync(svg, {
    fitTo: { mode: 'width', value: width },
    background: '#ffffff',
    font: {
      fontFiles: [fontFile('biz-udgothic', '400Regular')],
      loadSystemFonts: false,
      defaultFontFamily: fontFamily,
    },
  });
  return image.asPng();
}
