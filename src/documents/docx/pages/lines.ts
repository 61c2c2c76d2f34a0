/** How many lines a text takes where every kanji and kana is one em wide and every Latin letter half an em. */
import { widthInEm } from '../../prepare/text.ts';

/** A piece of text in one size, in points. */
export interface Piece {
  readonly text: string;
  readonly size: number;
}

/** Marks that Word lets stand outside the line. */
const HANGING = new Set('、。，．､｡,.');
const NEVER_FIRST = new Set('!%),.:;?]}、。々〉》」』】〕゛゜ゝゞ・ヽヾ！％），．：；？］｝｡｣､･');
const NEVER_LAST = new Set('$([{「『（［｛〈《【〔￥＄');
const TOLERANCE = 0.01;

/** Where the lines of a paragraph stand, in points from the left edge of the text. */
export interface LinePlace {
  readonly left: number;
  /** Where the first line begins; less than `left` when it hangs out. */
  readonly first: number;
  readonly right: number;
  /** Stops that a tab goes to. */
  readonly tabs: readonly number[];
}

/** Lines of a paragraph, at least one. A newline in a text is a line break. */
export function countLines(pieces: readonly Piece[], { left, first, right, tabs }: LinePlace): number {
  let lines = 1;
  let position = first;
  let start = first;
  /** Points since the last place where the line may be broken. */
  let tail = 0;
  let before = '';
  for (const { text, size } of pieces) {
    for (const character of text) {
      if (character === '\n') {
        lines += 1;
        position = left;
        start = left;
        tail = 0;
        before = '';
        continue;
      }
      if (character === '\t') {
        // The last stop is at the right edge: what follows it ends there.
        const at = position;
        position = tabs.find((stop) => stop > at) ?? position;
        tail = 0;
        before = '';
        continue;
      }
      const width = widthInEm(character) * size;
      if (mayBreak(before, character)) tail = 0;
      if (position + width > right + TOLERANCE && character !== ' ' && !(HANGING.has(character) && position <= right)) {
        lines += 1;
        // A word longer than the line is broken where the line ends.
        position = left + (tail > 0 && tail < position - start ? tail : 0);
        start = left;
      }
      position += width;
      tail += width;
      before = character;
    }
  }
  return lines;
}

function mayBreak(before: string, character: string): boolean {
  if (before === '' || NEVER_FIRST.has(character) || NEVER_LAST.has(before)) return false;
  return before === ' ' || before === '-' || !isLatin(before) || !isLatin(character);
}

const isLatin = (character: string): boolean => character >= '!' && character <= '~';
