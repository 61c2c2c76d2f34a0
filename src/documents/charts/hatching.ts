/**
 * Hatching as plain lines inside the bars. SVG patterns would be shorter, but not every office program draws them, and some
 * fill them with black.
 */
import { type Hatch, palette } from './palette.ts';

const distance = 7;

/** Adds the hatching of its paint to every rectangle filled with one. */
export function hatched(svg: string): string {
  return svg.replace(
    /<path d="M([-\d.]+) ([-\d.]+)l([-\d.]+) 0l0 ([-\d.]+)l-[-\d.]+ 0Z" fill="(#[0-9a-f]{6})"[^>]*><\/path>/giu,
    (whole, x: string, y: string, width: string, height: string, fill: string) => {
      const paint = palette.find((one) => one.fill === fill.toLowerCase());
      if (paint === undefined || paint.hatch === 'none') return whole;
      const lines = hatchLines(paint.hatch, Number(x), Number(y), Number(width), Number(height));
      return lines === '' ? whole : `${whole}<path d="${lines}" fill="none" stroke="${paint.hatchInk}"></path>`;
    },
  );
}

/** Lines of a hatch, cut at the edges of the rectangle. */
export function hatchLines(hatch: Hatch, x: number, y: number, width: number, height: number): string {
  if (!(width > 2 && height > 2)) return '';
  const lines: string[] = [];
  const add = (x1: number, y1: number, x2: number, y2: number): void => {
    lines.push(`M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}`);
  };
  if (hatch === 'level') for (let at = distance; at < height; at += distance) add(x, y + at, x + width, y + at);
  if (hatch === 'upright') for (let at = distance; at < width; at += distance) add(x + at, y, x + at, y + height);
  if (hatch === 'rising' || hatch === 'falling') {
    for (let at = distance; at < width + height; at += distance * 1.4) {
      // A diagonal from (from, 0) down to (to, drop), measured from the upper left corner of the falling case mirrored.
      const from = Math.max(0, at - height);
      const to = Math.min(width, at);
      const drop = (across: number): number => at - across;
      if (hatch === 'rising') add(x + from, y + drop(from), x + to, y + drop(to));
      else add(x + width - from, y + drop(from), x + width - to, y + drop(to));
    }
  }
  return lines.join('');
}

const round = (value: number): number => Math.round(value * 10) / 10;
