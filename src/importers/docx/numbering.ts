import { walkXml } from './xml.ts';

type Level = { start: number; format: string; text: string };
type Definition = { levels: Map<number, Level> };
type Instance = { definition: string; starts: Map<number, number>; levels: Map<number, Level> };

/** Paragraph styles: the list they belong to and what they are called. */
export type Style = {
  name: string;
  basedOn: string | null;
  list: string | null;
  level: number | null;
  outline: number | null;
};

/** The automatic numbers of a Word document, counted as Word counts them. */
export class Numbering {
  readonly #definitions = new Map<string, Definition>();
  readonly #instances = new Map<string, Instance>();
  readonly #counters = new Map<string, number[]>();
  readonly #started = new Set<string>();

  constructor(xml: string | undefined) {
    if (xml !== undefined) this.#read(xml);
  }

  /** The sign of the next paragraph of a list at a level, without the space after it; empty for none. */
  next(list: string, level: number): string {
    const instance = this.#instances.get(list);
    const definition = instance === undefined ? undefined : this.#definitions.get(instance.definition);
    if (instance === undefined || definition === undefined) return '';
    const levelOf = (at: number): Level | undefined => instance.levels.get(at) ?? definition.levels.get(at);
    const own = levelOf(level);
    if (own === undefined) return '';
    const counters = this.#counters.get(instance.definition) ?? [];
    this.#counters.set(instance.definition, counters);
    if (!this.#started.has(list)) {
      this.#started.add(list);
      for (const [at, start] of instance.starts) counters[at] = start - 1;
    }
    counters[level] = (counters[level] ?? own.start - 1) + 1;
    counters.length = level + 1;
    if (own.format === 'none') return '';
    if (own.format === 'bullet') return '・';
    return own.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const shown = levelOf(at);
      return shown === undefined ? '' : numeral(counters[at] ?? shown.start, shown.format);
    });
  }

  #read(xml: string): void {
    let definition: Definition | null = null;
    let instance: Instance | null = null;
    let at = 0;
    let level: Level | null = null;
    walkXml(xml, {
      open: ({ name, attributes }) => {
        const value = attributes['val'] ?? '';
        if (name === 'abstractNum') {
          definition = { levels: new Map() };
          this.#definitions.set(attributes['abstractNumId'] ?? '', definition);
        } else if (name === 'num') {
          instance = { definition: '', starts: new Map(), levels: new Map() };
          this.#instances.set(attributes['numId'] ?? '', instance);
        } else if (name === 'abstractNumId' && instance !== null) instance.definition = value;
        else if (name === 'lvlOverride') at = Number(attributes['ilvl'] ?? 0);
        else if (name === 'startOverride') instance?.starts.set(at, Number(value));
        else if (name === 'lvl') {
          at = Number(attributes['ilvl'] ?? 0);
          level = { start: 1, format: 'decimal', text: '' };
          (instance ?? definition)?.levels.set(at, level);
        } else if (level !== null && name === 'start') level.start = Number(value);
        else if (level !== null && name === 'numFmt') level.format = value;
        else if (level !== null && name === 'lvlText') level.text = value;
      },
      close: (name) => {
        if (name === 'abstractNum') definition = null;
        else if (name === 'num') instance = null;
        else if (name === 'lvl') level = null;
      },
    });
  }
}

const AIUEO = 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン';
const IROHA = 'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス';

function numeral(n: number, format: string): string {
  if (format.startsWith('aiueo')) return AIUEO.charAt((n - 1) % AIUEO.length);
  if (format.startsWith('iroha')) return IROHA.charAt((n - 1) % IROHA.length);
  if (/EnclosedCircle/.test(format))
    return n <= 20 ? String.fromCharCode(0x245f + n) : n <= 35 ? String.fromCharCode(0x3251 + n - 21) : String(n);
  if (format === 'decimalEnclosedParen') return n <= 20 ? String.fromCharCode(0x2473 + n) : `(${n})`;
  if (/^(?:japanese|chinese|ideograph|taiwanese|korean)/.test(format)) return kanji(n);
  if (/^(?:lower|upper)Letter$/.test(format)) {
    const letter = String.fromCharCode(97 + ((n - 1) % 26));
    return format === 'upperLetter' ? letter.toUpperCase() : letter;
  }
  if (format.endsWith('Roman'))
    return n <= 12 ? String.fromCharCode((format === 'upperRoman' ? 0x215f : 0x216f) + n) : String(n);
  return String(n);
}

function kanji(n: number): string {
  const digits = '〇一二三四五六七八九';
  if (n < 10) return digits.charAt(n);
  if (n < 100)
    return `${n >= 20 ? digits.charAt(Math.floor(n / 10)) : ''}十${n % 10 === 0 ? '' : digits.charAt(n % 10)}`;
  return [...String(n)].map((digit) => digits.charAt(Number(digit))).join('');
}

/** Reads the paragraph styles of a document. */
export function readStyles(xml: string | undefined): ReadonlyMap<string, Style> {
  const styles = new Map<string, Style>();
  if (xml === undefined) return styles;
  let style: Style | null = null;
  walkXml(xml, {
    open: ({ name, attributes }) => {
      const value = attributes['val'] ?? '';
      if (name === 'style') {
        style = { name: '', basedOn: null, list: null, level: null, outline: null };
        styles.set(attributes['styleId'] ?? '', style);
      } else if (style === null) return;
      else if (name === 'name') style.name = value;
      else if (name === 'basedOn') style.basedOn = value;
      else if (name === 'numId') style.list = value;
      else if (name === 'ilvl') style.level = Number(value);
      else if (name === 'outlineLvl') style.outline = Number(value);
    },
    close: (name) => {
      if (name === 'style') style = null;
    },
  });
  return styles;
}

/** A property of a style, looked up along what it is based on. */
export function styled<K extends keyof Style>(styles: ReadonlyMap<string, Style>, id: string, key: K): Style[K] | null {
  let current = styles.get(id);
  for (let steps = 0; current !== undefined && steps < 20; steps += 1) {
    if (current[key] !== null) return current[key];
    current = current.basedOn === null ? undefined : styles.get(current.basedOn);
  }
  return null;
}
