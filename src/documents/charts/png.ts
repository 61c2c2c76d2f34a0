/** Pictures of drawings for programs that do not draw SVG: only the bundled font, so every machine paints the same. */
import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';
import { renderAsync } from '@resvg/resvg-js';
import { fontFile } from '../fonts.ts';
import { fontFamily } from './layout.ts';
import { withOutlines } from './lettering.ts';

/** Pixels across: about 160 dpi on a page of A4. */
const width = 1000;

/** An SVG as PNG. Painted and packed beside the program's own thread, so several at once. */
export async function paint(svg: string): Promise<Uint8Array> {
  const drawing = withOutlines(svg);
  const image = await renderAsync(drawing, {
    fitTo: { mode: 'width', value: width },
    background: '#ffffff',
    font: {
      fontFiles: drawing.includes('<text') ? [fontFile('biz-udgothic', '400Regular')] : [],
      loadSystemFonts: false,
      defaultFontFamily: fontFamily,
    },
  });
  return encode(image);
}

const packed = promisify<Buffer, Buffer>(deflate);

/** The painter's own encoder keeps the program waiting, and makes larger files of drawings. */
async function encode(image: { readonly width: number; readonly height: number; readonly pixels: Buffer }) {
  const { pixels } = image;
  const row = 1 + image.width * 3;
  // Each row begins with the number of its filter: none.
  const lines = Buffer.alloc(row * image.height);
  for (let y = 0, from = 0; y < image.height; y += 1) {
    const start = y * row + 1;
    // The background is opaque, so red, green and blue are all there is.
    for (let at = start; at < start + row - 1; at += 3, from += 4) {
      lines[at] = pixels[from] ?? 0;
      lines[at + 1] = pixels[from + 1] ?? 0;
      lines[at + 2] = pixels[from + 2] ?? 0;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(image.width, 0);
  head.writeUInt32BE(image.height, 4);
  head.set([BITS, RED_GREEN_BLUE], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', await packed(lines)), chunk('IEND')]);
}

const BITS = 8;
const RED_GREEN_BLUE = 2;

function chunk(name: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const bytes = Buffer.alloc(12 + data.length);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(name, 4, 'latin1');
  data.copy(bytes, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length);
  return bytes;
}
