/** Pages as small grey pictures, to be compared with approved ones. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';

/** A grey picture: one byte per point, 255 is white. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly points: Uint8Array;
}

/** The pages of a PDF at so many points per inch. */
export function pagesOf(pdf: Uint8Array, dpi: number): Grey[] {
  const folder = mkdtempSync(join(tmpdir(), 'machimori-pages-'));
  try {
    writeFileSync(join(folder, 'a.pdf'), pdf);
    execFileSync('pdftoppm', ['-gray', '-r', String(dpi), join(folder, 'a.pdf'), join(folder, 'p')], {
      stdio: 'ignore',
    });
    return readdirSync(folder)
      .filter((name) => name.endsWith('.pgm'))
      .sort()
      .map((name) => readPgm(readFileSync(join(folder, name))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readPgm(bytes: Uint8Array): Grey {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/u.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 60)));
  if (head === null) throw new Error('not a grey picture of 8 bits');
  const [all = '', width = '', height = ''] = head;
  return { width: Number(width), height: Number(height), points: bytes.subarray(all.length) };
}

const writePgm = ({ width, height, points }: Grey): Uint8Array =>
  Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), points]);

/** Points per inch at which pages are looked at, and the side in points of the blocks whose mean is kept: 2.5 mm. */
const DPI = 40;
const SIDE = 4;

/** Means of the blocks of a page: what a person sees from two steps away. */
function blocks({ width, height, points }: Grey): Grey {
  const [across, down] = [Math.ceil(width / SIDE), Math.ceil(height / SIDE)];
  const means = new Uint8Array(across * down);
  for (let row = 0; row < down; row += 1) {
    for (let column = 0; column < across; column += 1) {
      let sum = 0;
      let count = 0;
      for (let y = row * SIDE; y < Math.min(height, (row + 1) * SIDE); y += 1) {
        for (let x = column * SIDE; x < Math.min(width, (column + 1) * SIDE); x += 1) {
          sum += points[y * width + x] ?? 255;
          count += 1;
        }
      }
      means[row * across + column] = Math.round(sum / count);
    }
  }
  return { width: across, height: down, points: means };
}

/**
 * How far a page may be from its approved picture, of 255: all blocks together in the mean, and the share of blocks that
 * differ by more than a fifth. Another version of the renderer smooths edges otherwise; a moved line or a lost box of a
 * table is far beyond it.
 */
const TOLERANCE = { mean: 1, block: 51, share: 0.001 };

/**
 * Compares the pages of a PDF with the approved pictures `<base>-<page>.pgm`. With UPDATE_GOLDEN=1 they are written: look
 * at them before they are committed.
 */
export function expectApprovedPages(pdf: Uint8Array, base: string, pages: readonly number[]): void {
  const all = pagesOf(pdf, DPI);
  for (const page of pages) {
    const picture = all[page - 1];
    if (picture === undefined) throw new Error(`${base} has no page ${page}`);
    const seen = blocks(picture);
    const file = `${base}-${page}.pgm`;
    if (process.env['UPDATE_GOLDEN'] === '1' || !existsSync(file)) {
      if (process.env['UPDATE_GOLDEN'] !== '1') throw new Error(`${file} has not been approved yet`);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, writePgm(seen));
    }
    const approved = readPgm(readFileSync(file));
    expect([seen.width, seen.height], `size of ${file}`).toEqual([approved.width, approved.height]);
    const differences = [...seen.points].map((point, at) => Math.abs(point - (approved.points[at] ?? 0)));
    const mean = differences.reduce((sum, one) => sum + one, 0) / differences.length;
    const share = differences.filter((one) => one > TOLERANCE.block).length / differences.length;
    expect(mean, `mean difference to ${file}`).toBeLessThan(TOLERANCE.mean);
    expect(share, `share of other blocks in ${file}`).toBeLessThan(TOLERANCE.share);
  }
}
