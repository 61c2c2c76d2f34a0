import { fold } from './line.ts';
import { readKanji } from './numeral.ts';

/** The way in which a number is written. One document uses a style for one level only. */
export type MarkerStyle =
  | 'article'
  | 'number'
  | 'kanji'
  | 'decimal'
  | 'half-bracket'
  | 'bracket'
  | 'circle'
  | 'kana'
  | 'bracket-kana'
  | 'letter'
  | 'bracket-letter'
  | 'roman'
  | 'bullet'
  | 'note'
  | 'box'
  | 'angle';

/** A sign at the beginning of a line that says where the line belongs. */
export type Marker = {
  style: MarkerStyle;
  /** Position in its series, from 1; 0 where the sign does not count (bullet, note without number, box). */
  ordinal: number;
  /** Numbers after the first one of a decimal number: 1.2.3 is [2, 3]. */
  rest: readonly number[];
  /** As it appears in a clause id: `(1)`, `ア`, `①`. */
  label: string;
  /** Where the text begins after the sign. */
  end: number;
  /** Name in a box or between angle brackets. */
  name?: string;
};

const KANA = 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン';
const IROHA = 'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス';
const KANA_CLASS = 'ア-ン';
const SPACE = '[ \\t]';

type Reader = { style: MarkerStyle; pattern: RegExp; read(match: RegExpExecArray): Partial<Marker> | null };

const digits = (text: string): number => Number(text.replace(/\s/g, ''));

const READERS: readonly Reader[] = [
  {
    style: 'article',
    pattern: /^第 ?(\d{1,3}|[一二三四五六七八九十百]+) ?(条|章|項|編)?(?=[ \t(]|$)/,
    read: (match) => {
      const ordinal = numberOf(match[1]);
      return { ordinal, label: `第${ordinal}${match[2] ?? ''}` };
    },
  },
  {
    style: 'decimal',
    pattern: /^(\d{1,2})((?:[.-]\d{1,2}){1,4})[.)]?(?=[ \t]|$|[^\d\s.,%/-])/,
    read: (match) => {
      const rest = (match[2] ?? '').split(/[.-]/).slice(1).map(Number);
      return { ordinal: digits(match[1] ?? ''), rest, label: [match[1], ...rest].join('.') };
    },
  },
  {
    style: 'number',
    pattern: /^(\d{1,2})(?:[.．、](?!\d)|(?=[ \t])|$)/,
    read: (match) => ({ ordinal: digits(match[1] ?? ''), label: String(digits(match[1] ?? '')) }),
  },
  {
    style: 'kanji',
    pattern: /^([一二三四五六七八九十]{1,3})(?:[.．、]|(?=[ \t]))/,
    read: (match) => ({ ordinal: readKanji(match[1] ?? ''), label: String(readKanji(match[1] ?? '')) }),
  },
  {
    style: 'bracket',
    pattern: /^(?:\( ?(\d{1,2}) ?\)|([⑴-⒇])|\( ?([一二三四五六七八九十]{1,3}) ?\))/,
    read: (match) => {
      const ordinal = match[2] === undefined ? numberOf(match[1] ?? match[3]) : match[2].charCodeAt(0) - 0x2473;
      return { ordinal, label: `(${ordinal})` };
    },
  },
  {
    style: 'half-bracket',
    pattern: /^(\d{1,2}) ?\)/,
    read: (match) => ({ ordinal: digits(match[1] ?? ''), label: `${digits(match[1] ?? '')})` }),
  },
  {
    style: 'circle',
    pattern: /^([①-⑳㉑-㉟㊱-㊿❶-❿])/,
    read: (match) => ({ ordinal: circled(match[1] ?? ''), label: match[1] ?? '' }),
  },
  {
    style: 'bracket-kana',
    pattern: new RegExp(`^\\( ?([${KANA_CLASS}]) ?\\)`),
    read: (match) => ({ ordinal: KANA.indexOf(match[1] ?? '') + 1, label: `(${match[1] ?? ''})` }),
  },
  {
    style: 'kana',
    pattern: new RegExp(`^([${KANA_CLASS}])(?:[.．、](?!\\d)|(?=${SPACE})|$)`),
    read: (match) => ({ ordinal: KANA.indexOf(match[1] ?? '') + 1, label: match[1] ?? '' }),
  },
  {
    style: 'bracket-letter',
    pattern: /^\( ?([a-zA-Z]) ?\)/,
    read: (match) => ({ ordinal: letter(match[1]), label: `(${(match[1] ?? '').toLowerCase()})` }),
  },
  {
    style: 'letter',
    pattern: /^([a-zA-Z])(?:[.．、)](?!\w)|(?=[ \t])|$)/,
    read: (match) => ({ ordinal: letter(match[1]), label: (match[1] ?? '').toLowerCase() }),
  },
  {
    style: 'roman',
    pattern: /^([ⅰ-ⅻⅠ-Ⅻ])[.．、]?/,
    read: (match) => {
      const code = (match[1] ?? '').charCodeAt(0);
      return { ordinal: code >= 0x2170 ? code - 0x216f : code - 0x215f, label: match[1] ?? '' };
    },
  },
  {
    style: 'note',
    pattern: /^(?:※|\(注|注(?=\d?[):. ]))(\d{1,2})?(?:\)|:|\.)?/,
    read: (match) => ({ ordinal: match[1] === undefined ? 0 : Number(match[1]), label: '※' }),
  },
  {
    style: 'box',
    pattern: /^【([^】]{1,60})】/,
    read: (match) => ({ label: `【${match[1] ?? ''}】`, name: match[1] ?? '' }),
  },
  {
    style: 'angle',
    pattern: /^(?:<|〈|≪|《) ?([^<>〈〉≪≫《》]{1,60}) ?(?:>|〉|≫|》)(?=\s*$)/,
    read: (match) => (/^https?:|^\/?[a-z]+$/.test(match[1] ?? '') ? null : { label: '', name: match[1] ?? '' }),
  },
  { style: 'bullet', pattern: /^(?:[・◦●○◎■□◆◇▪➢✓*]|[-－](?=[ \t(]))/, read: () => ({ label: '・' }) },
];

/** Words that show that the number before them is spoken about, not given: 「（１）で示す実績」. */
const REFERENCE =
  /^\s*(?:で(?!き|ー|ジ)|の(?!ぞ|ぼ|み|び|り|こ)|に(?:お|つ|よ|係|基|規|定|示|記|掲|関|準|該|従|限)|を(?:除|含|踏|受|基|満|準)|は、|から|まで|及び|又は|並びに|若しくは|と(?:同|は|併|し)|や|、|~|-\s?[(\d])/;
/** What a count or a day begins with; 「4月」 is no number of a clause. */
const COUNTED = /^(?:月|日|年|時|分|回|人|名|部|課|局|項目|%|割|円|千円|か月|ヶ月|箇所|つ)|^\s*[月年日](?:[\s\d、]|$)/;

/**
 * The sign at the beginning of a line, if there is one. Spaces in front are skipped.
 * A hyphen in front of another sign comes from a conversion and is skipped, too.
 */
export function readMarker(text: string): Marker | null {
  const folded = fold(text);
  const lead = /^[ \t]*(?:[-*] +(?=\( ?(?:\d{1,2}|[ア-ン]) ?\)|[ア-ン] |[①-⑳⑴-⒇※【・]))?/.exec(folded)?.[0].length ?? 0;
  const line = folded.slice(lead);
  for (const reader of READERS) {
    const match = reader.pattern.exec(line);
    if (match === null) continue;
    const read = reader.read(match);
    if (read === null || Number.isNaN(read.ordinal)) continue;
    const after = line.slice(match[0].length);
    if (isSpokenAbout(reader.style, after)) return null;
    const space = /^[ \t]*/.exec(after)?.[0].length ?? 0;
    return { style: reader.style, ordinal: 0, rest: [], label: '', end: lead + match[0].length + space, ...read };
  }
  return null;
}

function isSpokenAbout(style: MarkerStyle, after: string): boolean {
  if (style === 'bullet' || style === 'box' || style === 'angle' || style === 'note') return false;
  if (REFERENCE.test(after)) return true;
  return (style === 'number' || style === 'decimal' || style === 'letter') && COUNTED.test(after);
}

/** The ordinal of a kana sign in the order イロハ, where a document counts that way. */
export function irohaOrdinal(label: string): number {
  return IROHA.indexOf(label.replace(/[()]/g, '')) + 1;
}

function numberOf(text: string | undefined): number {
  const written = text ?? '';
  return /^\d/.test(written) ? digits(written) : readKanji(written);
}

function letter(text: string | undefined): number {
  return (text ?? '').toLowerCase().charCodeAt(0) - 96;
}

function circled(text: string): number {
  const code = text.charCodeAt(0);
  if (code >= 0x2460 && code <= 0x2473) return code - 0x245f;
  if (code >= 0x3251 && code <= 0x325f) return code - 0x3251 + 21;
  if (code >= 0x32b1 && code <= 0x32bf) return code - 0x32b1 + 36;
  return code - 0x2775;
}
