/**
 * Coarse prints of the pages of many papers, held against approved ones in one text file: a line that moved, a box that is
 * gone or a further page is found, another smoothing of edges is not. A print is one hexadecimal digit of ink for each of
 * 16 × 24 places of a page, after the letter of its direction.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Grey, pagesOf } from './images.ts';

const ACROSS = 16;
const DOWN = 24;
const DPI = 20;
/** Pages of a paper that are kept; the number of all its pages is. */
const KEPT = 6;
/** Of 255, what one digit means; a page full of text has about 60. */
const STEP = 6;

/** How many places may have more or less ink than approved by more than one digit: a share of the page. */
const TOLERANCE = 0.02;

export interface Prints {
  readonly pages: number;
  /** Of the first pages. */
  readonly prints: readonly string[];
}

export function printsOf(pdf: Uint8Array): Prints {
  const pages = pagesOf(pdf, DPI);
  return { pages: pages.length, prints: pages.slice(0, KEPT).map(printOf) };
}

function printOf({ width, height, points }: Grey): string {
  const ink = new Float64Array(ACROSS * DOWN);
  const area = new Float64Array(ACROSS * DOWN);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const place = Math.floor((y * DOWN) / height) * ACROSS + Math.floor((x * ACROSS) / width);
      ink[place] = (ink[place] ?? 0) + 255 - (points[y * width + x] ?? 255);
      area[place] = (area[place] ?? 0) + 1;
    }
  }
  const digits = [...ink].map((sum, place) => Math.min(15, Math.round(sum / (area[place] ?? 1) / STEP)).toString(16));
  return `${width > height ? 'L' : 'P'}${digits.join('')}`;
}

/**
 * What is not as approved, one sentence per paper; nothing when all is. With UPDATE_GOLDEN=1 the file is written instead:
 * look at the pages before it is committed.
 */
export function unlikeApproved(file: string, papers: ReadonlyMap<string, Prints>): string[] {
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, written(papers));
    return [];
  }
  const approved = existsSync(file) ? read(readFileSync(file, 'utf8')) : new Map<string, Prints>();
  const gone = [...approved.keys()].filter((name) => !papers.has(name)).map((name) => `${name}: is not made any more`);
  return [
    ...gone,
    ...[...papers].flatMap(([name, now]) => {
      const then = approved.get(name);
      const said = then === undefined ? 'has not been approved yet' : difference(then, now);
      return said === null ? [] : [`${name}: ${said}`];
    }),
  ];
}

function difference(then: Prints, now: Prints): string | null {
  if (then.pages !== now.pages) return `${now.pages} pages instead of ${then.pages}`;
  const other = now.prints.flatMap((print, page) => (alike(then.prints[page] ?? '', print) ? [] : [page + 1]));
  return other.length === 0 ? null : `page ${other.join(', ')} looks otherwise`;
}

function alike(then: string, now: string): boolean {
  if (then[0] !== now[0] || then.length !== now.length) return false;
  const unlike = [...now].filter((digit, at) => Math.abs(parseInt(digit, 16) - parseInt(then[at] ?? '0', 16)) > 1);
  return unlike.length <= TOLERANCE * ACROSS * DOWN;
}

const written = (papers: ReadonlyMap<string, Prints>): string =>
  [...papers]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, { pages, prints }]) => [`${name} ${pages}`, ...prints.map((print) => `  ${print}`)])
    .join('\n')
    .concat('\n');

function read(text: string): Map<string, Prints> {
  const papers = new Map<string, { pages: number; prints: string[] }>();
  let last: { pages: number; prints: string[] } | undefined;
  for (const line of text.split('\n')) {
    if (line.startsWith('  ')) last?.prints.push(line.trim());
    else if (line !== '') {
      const at = line.lastIndexOf(' ');
      last = { pages: Number(line.slice(at + 1)), prints: [] };
      papers.set(line.slice(0, at), last);
    }
  }
  return papers;
}
