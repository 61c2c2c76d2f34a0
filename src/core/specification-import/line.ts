/** A line of a specification as a reader of files saw it. Everything that follows is decided from these lines alone. */
export type SourceLine = {
  /** The text as it was written, without line break. Automatic numbering of a word processor stands in front. */
  text: string;
  /** Position in the source, counted from 1 over the whole document. */
  line: number;
  /** Page, from 1, where the source has pages. */
  page?: number;
  /** A row of a table: its cells in order. A cell may hold several lines. Merged cells repeat as empty ones. */
  cells?: readonly string[];
  /** The author marked the line as a heading. */
  heading?: boolean;
};

/** Where a stretch of a clause's text comes from: from `start` on, up to the next part, it is this line. */
export type SourcePart = { start: number; line: number; page?: number };

/**
 * Full-width letters, digits and signs as half-width ones, one character for one character: a position in the folded
 * text is the same position in the text as written. Half-width katakana become full-width (without voicing marks).
 */
export function fold(text: string): string {
  let folded = '';
  for (let position = 0; position < text.length; position += 1) folded += foldUnit(text, position);
  return folded;
}

const HALF_KANA = 'ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ';
const FULL_KANA = 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン';

function foldUnit(text: string, position: number): string {
  const unit = text.charAt(position);
  const code = text.charCodeAt(position);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code === 0x3000 || code === 0xa0 || code === 0x2009 || code === 0x200b) return ' ';
  if (unit === '〔' || unit === '⦅') return '(';
  if (unit === '〕' || unit === '⦆') return ')';
  if (unit === '〜' || unit === '∼') return '~';
  if (unit === '−' || unit === '‐' || unit === '–') return '-';
  if (unit === '･' || unit === '•' || unit === '‧') return '・';
  const kana = HALF_KANA.indexOf(unit);
  return kana >= 0 ? FULL_KANA.charAt(kana) : unit;
}

/** Width of a text in full-width characters. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) < 0x100 ? 0.5 : 1;
  return width;
}

/** A sentence or a list of them, as opposed to a name, a heading or a fragment. */
export function isSentence(text: string): boolean {
  return (
    /[。．]\s*(?:[)）」』]\s*)?$/.test(text.trim()) ||
    /(?:こと|する|ある|いる|れる|もの|ない|せる|か)$/.test(text.trim())
  );
}
