/**
 * The shapes of letters of a TrueType font. The painter of pictures reads its font anew for every piece of text, which takes
 * most of the time of a drawing; with shapes it needs no font.
 */
import { readFileSync } from 'node:fs';

export interface Letter {
  /** Width in units of the font. */
  readonly width: number;
  /** A path of SVG in units of the font, y pointing up. */
  readonly path: string;
}

interface Point {
  readonly x: number;
  readonly y: number;
  readonly on: boolean;
}

/** Deeper nesting of composed letters is no font. */
const NESTING = 5;

export class Outlines {
  readonly #data: Buffer;
  readonly #tables: ReadonlyMap<string, number>;
  /** Units of an em. */
  readonly em: number;
  readonly #wideOffsets: boolean;
  readonly #metrics: number;
  readonly #letters = new Map<number, Letter>();
  /** Height of the middle of the letters above the base line, in units. */
  readonly middle: number;

  /** @throws RangeError when the file is no TrueType font */
  constructor(path: string) {
    this.#data = readFileSync(path);
    const data = this.#data;
    this.#tables = new Map(
      Array.from({ length: data.readUInt16BE(4) }, (_one, index) => {
        const at = 12 + index * 16;
        return [data.toString('latin1', at, at + 4), data.readUInt32BE(at + 8)];
      }),
    );
    this.em = data.readUInt16BE(this.#table('head') + 18);
    this.#wideOffsets = data.readUInt16BE(this.#table('head') + 50) === 1;
    const hhea = this.#table('hhea');
    this.#metrics = data.readUInt16BE(hhea + 34);
    this.middle = (data.readInt16BE(hhea + 4) + data.readInt16BE(hhea + 6)) / 2;
  }

  /** The letter of a code point; the box of a missing one where the font has none. */
  letter(codePoint: number): Letter {
    const known = this.#letters.get(codePoint);
    if (known !== undefined) return known;
    const glyph = this.#glyphOf(codePoint);
    const contours = this.#contoursOf(glyph, NESTING);
    const letter = { width: this.#widthOf(glyph), path: contours.map(pathOf).join('') };
    this.#letters.set(codePoint, letter);
    return letter;
  }

  #table(name: string): number {
    const at = this.#tables.get(name);
    if (at === undefined) throw new RangeError(`the font has no table ${name}`);
    return at;
  }

  #glyphOf(codePoint: number): number {
    const data = this.#data;
    const cmap = this.#table('cmap');
    const subtables = Array.from(
      { length: data.readUInt16BE(cmap + 2) },
      (_one, index) => cmap + data.readUInt32BE(cmap + 8 + index * 8),
    );
    const wide = subtables.find((at) => data.readUInt16BE(at) === 12);
    if (wide === undefined) throw new RangeError('the font has no table of all characters');
    // Groups of characters in order: first, last, number of the first glyph.
    let low = 0;
    let high = data.readUInt32BE(wide + 12) - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const at = wide + 16 + middle * 12;
      if (codePoint < data.readUInt32BE(at)) high = middle - 1;
      else if (codePoint > data.readUInt32BE(at + 4)) low = middle + 1;
      else return data.readUInt32BE(at + 8) + codePoint - data.readUInt32BE(at);
    }
    return 0;
  }

  #widthOf(glyph: number): number {
    const index = Math.min(glyph, this.#metrics - 1);
    return this.#data.readUInt16BE(this.#table('hmtx') + index * 4);
  }

  #contoursOf(glyph: number, nesting: number): Point[][] {
    const offset = (index: number): number =>
      this.#wideOffsets
        ? this.#data.readUInt32BE(this.#table('loca') + index * 4)
        : this.#data.readUInt16BE(this.#table('loca') + index * 2) * 2;
    const from = offset(glyph);
    if (offset(glyph + 1) === from || nesting === 0) return [];
    const at = this.#table('glyf') + from;
    const contours = this.#data.readInt16BE(at);
    return contours < 0 ? this.#composed(at + 10, nesting) : this.#simple(at + 10, contours);
  }

  /** Letters made of others that are moved and scaled. */
  #composed(start: number, nesting: number): Point[][] {
    const data = this.#data;
    const all: Point[][] = [];
    let at = start;
    for (let more = true; more;) {
      const flags = data.readUInt16BE(at);
      const glyph = data.readUInt16BE(at + 2);
      at += 4;
      const words = (flags & 1) !== 0;
      const [dx, dy] = words
        ? [data.readInt16BE(at), data.readInt16BE(at + 2)]
        : [data.readInt8(at), data.readInt8(at + 1)];
      at += words ? 4 : 2;
      const scale = (): number => data.readInt16BE((at += 2) - 2) / 16_384;
      let [a, b, c, d] = [1, 0, 0, 1];
      if ((flags & 8) !== 0) a = d = scale();
      else if ((flags & 0x40) !== 0) [a, d] = [scale(), scale()];
      else if ((flags & 0x80) !== 0) [a, b, c, d] = [scale(), scale(), scale(), scale()];
      for (const contour of this.#contoursOf(glyph, nesting - 1)) {
        all.push(contour.map(({ x, y, on }) => ({ x: a * x + c * y + dx, y: b * x + d * y + dy, on })));
      }
      more = (flags & 0x20) !== 0;
    }
    return all;
  }

  #simple(start: number, contours: number): Point[][] {
    const data = this.#data;
    const ends = Array.from({ length: contours }, (_one, index) => data.readUInt16BE(start + index * 2));
    const count = (ends.at(-1) ?? -1) + 1;
    let at = start + contours * 2;
    at += 2 + data.readUInt16BE(at);
    const flags: number[] = [];
    while (flags.length < count) {
      const flag = data.readUInt8(at);
      at += 1;
      flags.push(flag);
      if ((flag & 8) === 0) continue;
      for (let left = data.readUInt8(at); left > 0; left -= 1) flags.push(flag);
      at += 1;
    }
    const places = (short: number, same: number): number[] => {
      let place = 0;
      return flags.map((flag) => {
        if ((flag & short) !== 0) {
          place += (flag & same) === 0 ? -data.readUInt8(at) : data.readUInt8(at);
          at += 1;
        } else if ((flag & same) === 0) {
          place += data.readInt16BE(at);
          at += 2;
        }
        return place;
      });
    };
    const xs = places(2, 16);
    const ys = places(4, 32);
    const points = flags.map((flag, index): Point => ({ x: xs[index] ?? 0, y: ys[index] ?? 0, on: (flag & 1) !== 0 }));
    return ends.map((end, index) => points.slice((ends[index - 1] ?? -1) + 1, end + 1));
  }
}

/** A contour as lines and curves: between two points off the curve lies one on it. */
function pathOf(contour: readonly Point[]): string {
  const [first] = contour;
  const last = contour.at(-1);
  if (first === undefined || last === undefined) return '';
  const start = first.on ? first : last.on ? last : between(first, last);
  let path = `M${start.x} ${start.y}`;
  let control: Point | null = null;
  for (const point of [...contour.slice(first.on ? 1 : 0), start]) {
    if (point.on) {
      path += control === null ? `L${point.x} ${point.y}` : `Q${control.x} ${control.y} ${point.x} ${point.y}`;
      control = null;
      continue;
    }
    if (control !== null) {
      const middle = between(control, point);
      path += `Q${control.x} ${control.y} ${middle.x} ${middle.y}`;
    }
    control = point;
  }
  return `${path}Z`;
}

const between = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, on: true });
