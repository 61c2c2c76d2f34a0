/**
 * One form for everything that reads the same: full and half width, case, kana width, spellings of the long vowel, spaces
 * and line breaks. Search compares only texts in this form. The offsets lead back to the text as it was written.
 */

/** A text in the form in which texts are compared, with the place of each character in the text as written. */
export interface Folded {
  readonly text: string;
  /** For each UTF-16 unit of `text` the offset of its source in the text as written. */
  readonly starts: readonly number[];
  /** For each UTF-16 unit of `text` the offset behind its source. */
  readonly ends: readonly number[];
}

/** A character with the marks that belong to it: half-width voicing marks and combining signs are never looked at alone. */
const UNIT = /[^\p{M}ﾞﾟ][\p{M}ﾞﾟ]*|[\p{M}ﾞﾟ]+/gsu;
/** Nothing that a reader looks for: spaces, line breaks, direction marks. */
const SILENT = /[\s\p{Cc}\p{Cf}\p{Z}]/u;
const MARK = /\p{M}/u;
/** What people type where a long vowel or a hyphen is meant. */
const STROKE = /[ー\-‐‑‒–—―−─━]/u;
const KATAKANA = /[ァ-ヺ]/u;
const HIRAGANA = /[ぁ-ゖ]/u;

/**
 * Rules, all of them such that a part of a text folds to a part of the folded text:
 * - compatible characters become one (NFKC) and small letters stand for capitals;
 * - spaces, line breaks and invisible characters vanish, for lines are broken anywhere in Japanese;
 * - a stroke between two katakana or two hiragana is a long vowel, however it was typed, and several are one; every other
 *   stroke vanishes: サーバー is サーバ, LGWAN-ASP is LGWANASP.
 */
export function fold(written: string): Folded {
  const letters: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of written.matchAll(UNIT)) {
    for (const letter of foldUnit(match[0])) {
      letters.push(letter);
      starts.push(match.index);
      ends.push(match.index + match[0].length);
    }
  }
  const kept: Folded & { text: string; starts: number[]; ends: number[] } = { text: '', starts: [], ends: [] };
  for (let at = 0; at < letters.length; at += 1) {
    const letter = letters[at] ?? '';
    if (STROKE.test(letter)) {
      const next = nextLetter(letters, at);
      // The first stroke of several speaks for all.
      if (STROKE.test(letters[at - 1] ?? '') || !isLongVowel(letters[at - 1], letters[next])) continue;
      append(kept, 'ー', starts[at] ?? 0, ends[next - 1] ?? 0);
    } else append(kept, letter, starts[at] ?? 0, ends[at] ?? 0);
  }
  return kept;
}

/** The text in the form in which texts are compared. */
export const normalise = (written: string): string => fold(written).text;

const known = new Map<string, readonly string[]>();

function foldUnit(unit: string): readonly string[] {
  const before = known.get(unit);
  if (before !== undefined) return before;
  const folded = [...unit.normalize('NFKC').toLowerCase().normalize('NFKC').replaceAll('ς', 'σ')];
  const first = folded[0] ?? '';
  // Marks on what vanishes, or on nothing, vanish too: left alone they would turn the letter before into another one.
  const bare = SILENT.test(first) || STROKE.test(first) || MARK.test(first);
  const letters = folded.filter((letter) => !SILENT.test(letter) && !(bare && MARK.test(letter)));
  // Almost everything that is ever written is one of some thousand characters.
  if (unit.length === 1) known.set(unit, letters);
  return letters;
}

function nextLetter(letters: readonly string[], from: number): number {
  let at = from;
  while (at < letters.length && STROKE.test(letters[at] ?? '')) at += 1;
  return at;
}

function isLongVowel(before: string | undefined, after: string | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  return (KATAKANA.test(before) && KATAKANA.test(after)) || (HIRAGANA.test(before) && HIRAGANA.test(after));
}

function append(to: { text: string; starts: number[]; ends: number[] }, letter: string, start: number, end: number) {
  to.text += letter;
  for (let unit = 0; unit < letter.length; unit += 1) {
    to.starts.push(start);
    to.ends.push(end);
  }
}
