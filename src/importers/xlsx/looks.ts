/** Which looks show a number as a day or a time: days and times are numbers in a spreadsheet. */
import type { Parts } from './archive.ts';
import { walk } from './xml.ts';

/** A clock starts anew every day, a duration counts on. */
export type Shown = 'number' | 'day' | 'clock' | 'duration';

/** Numbers of looks that no file spells out, in Western and in Japanese Excel. */
const BUILT_IN = new Map<number, Shown>([
  ...span(14, 17, 'day'),
  ...span(18, 21, 'clock'),
  ...span(22, 22, 'day'),
  ...span(27, 31, 'day'),
  ...span(32, 35, 'clock'),
  ...span(36, 36, 'day'),
  ...span(45, 45, 'clock'),
  ...span(46, 46, 'duration'),
  ...span(47, 47, 'clock'),
  ...span(50, 58, 'day'),
]);

function span(from: number, to: number, shown: Shown): [number, Shown][] {
  return Array.from({ length: to - from + 1 }, (_, index) => [from + index, shown]);
}

/** By the number that a cell gives as its style. */
export async function looksOf(parts: Parts, name: string | null): Promise<readonly Shown[]> {
  const looks: Shown[] = [];
  if (name === null) return looks;
  const own = new Map<number, Shown>();
  let inCells = false;
  await walk(parts, name, {
    open: (element, attributes) => {
      if (element === 'cellXfs') inCells = true;
      else if (element === 'numFmt') own.set(Number(attributes['numFmtId']), shownBy(attributes['formatCode'] ?? ''));
      else if (element === 'xf' && inCells) {
        const id = Number(attributes['numFmtId'] ?? 0);
        looks.push(own.get(id) ?? BUILT_IN.get(id) ?? 'number');
      }
    },
    close: (element) => {
      if (element === 'cellXfs') inCells = false;
    },
  });
  return looks;
}

/** What a format code shows; only its first part counts, which is for positive numbers. */
export function shownBy(code: string): Shown {
  const [first = ''] = code.replaceAll(/"[^"]*"|\\.|[_*]./gu, '').split(';');
  // Hours beyond a day stand in brackets; other brackets hold colours and languages.
  const signs = first.replaceAll(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/giu, '').toLowerCase();
  if (signs.includes('@') || signs.includes('general')) return 'number';
  if (/[yd]|g+e|m{3}/u.test(signs)) return 'day';
  if (signs.includes('[')) return 'duration';
  if (/[hs]/u.test(signs)) return 'clock';
  return signs.includes('m') ? 'day' : 'number';
}
