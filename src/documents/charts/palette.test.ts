import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrast, inkOn, luminance, palette, paintOf, strokes, tints, zonePaints } from './palette.ts';

/** The colour that a grey print makes of another, as a grey of the same luminance. */
function grey(hex: string): string {
  const light = luminance(hex);
  const value = light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
  const byte = Math.round(value * 255)
    .toString(16)
    .padStart(2, '0');
  return `#${byte}${byte}${byte}`;
}

test('neighbours differ 3 : 1 in colour and in grey, whatever the number of series', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200 }), (index) => {
      const [one, next] = [paintOf(index).fill, paintOf(index + 1).fill];
      expect(contrast(one, next)).toBeGreaterThanOrEqual(3);
      expect(contrast(grey(one), grey(next))).toBeGreaterThanOrEqual(3);
    }),
  );
});

test('fills of one brightness differ in their hatching', () => {
  const alike = palette.flatMap((one, index) =>
    palette.slice(index + 1).filter((other) => contrast(one.fill, other.fill) < 3 && one.hatch === other.hatch),
  );
  expect(alike).toEqual([]);
});

test('words are read on every fill, tint and zone', () => {
  for (const { fill, ink } of [...palette, ...Object.values(zonePaints)])
    expect(contrast(fill, ink)).toBeGreaterThanOrEqual(4.5);
  for (const fill of tints) expect(contrast(fill, inkOn(fill))).toBeGreaterThanOrEqual(4.5);
  const byte = fc.integer({ min: 0, max: 255 }).map((value) => value.toString(16).padStart(2, '0'));
  fc.assert(
    fc.property(fc.tuple(byte, byte, byte), (parts) => {
      const fill = `#${parts.join('')}`;
      expect(contrast(fill, inkOn(fill))).toBeGreaterThanOrEqual(4.5);
    }),
  );
});

test('tints become darker step by step, in grey too', () => {
  const lights = tints.map((tint) => luminance(grey(tint)));
  expect(lights).toEqual(lights.toSorted((a, b) => b - a));
  expect(contrast(tints[0], tints[4])).toBeGreaterThanOrEqual(7);
});

test('lines stand out from the paper and have a mark of their own', () => {
  for (const { colour } of strokes) expect(contrast(colour, '#ffffff')).toBeGreaterThanOrEqual(4.5);
  expect(new Set(strokes.map(({ mark }) => mark)).size).toBe(strokes.length);
  expect(new Set(strokes.map(({ dash }) => String(dash))).size).toBe(strokes.length);
});
