/** Words of a drawing as shapes, for the painter. */
import { fontFile } from '../fonts.ts';
import { fontFamily } from './layout.ts';
import { Outlines } from './outlines.ts';

let outlines: Outlines | null = null;

/** Attributes that are understood here; words with any other stay words. */
const known = new Set([
  'dominant-baseline',
  'text-anchor',
  'font-size',
  'font-family',
  'x',
  'y',
  'transform',
  'fill',
  'xml:space',
]);

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#160': '\u00a0',
};

/** The drawing with the words of our own charts as shapes. */
export const withOutlines = (svg: string): string =>
  svg.replace(/<text((?: [\w:-]+="[^"]*")*)>([^<]*)<\/text>/gu, (whole, attributes: string, words: string) => {
    const own = new Map(
      [...attributes.matchAll(/ ([\w:-]+)="([^"]*)"/gu)].map(([, name = '', value = '']) => [name, value]),
    );
    const size = /^(\d+(?:\.\d+)?)(?:px)?$/u.exec(own.get('font-size') ?? '')?.[1];
    if (
      size === undefined ||
      own.get('font-family') !== fontFamily ||
      [...own.keys()].some((name) => !known.has(name))
    ) {
      return whole;
    }
    const text = words.replace(/&([#\w]+);/gu, (entity, name: string) => entities[name] ?? entity);
    const keep = (name: string): string => (own.has(name) ? ` ${name}="${own.get(name) ?? ''}"` : '');
    return `<g${keep('transform')}${keep('fill')}>${lettersOf(text, Number(size), own)}</g>`;
  });

function lettersOf(text: string, size: number, attributes: ReadonlyMap<string, string>): string {
  outlines ??= new Outlines(fontFile('biz-udgothic', '400Regular'));
  const font = outlines;
  const scale = size / font.em;
  const letters = [...text].map((character) => font.letter(character.codePointAt(0) ?? 0));
  const width = letters.reduce((sum, letter) => sum + letter.width * scale, 0);
  const share = { middle: 0.5, end: 1 }[attributes.get('text-anchor') ?? ''] ?? 0;
  let x = Number(attributes.get('x') ?? 0) - width * share;
  const central = attributes.get('dominant-baseline') === 'central';
  const y = Number(attributes.get('y') ?? 0) + (central ? font.middle * scale : 0);
  return letters
    .map(({ path, width: advance }) => {
      const place = `matrix(${scale} 0 0 ${-scale} ${x} ${y})`;
      x += advance * scale;
      return path === '' ? '' : `<path transform="${place}" d="${path}"/>`;
    })
    .join('');
}
