/** The part of a text that shows why it was found. */
import { fold } from './normalise.ts';
import type { Query } from './query.ts';

/** A piece of the text as written; `hit` is what was looked for. */
export interface SnippetPart {
  readonly text: string;
  readonly hit: boolean;
}

/** Characters before the first place that was found. */
const LEAD = 30;

/**
 * About `length` characters around the first place where a term stands, with every place marked; the beginning of the text
 * when nothing stands in it. The parts joined are a piece of the text as written, with … where it was cut.
 */
export function snippet(written: string, query: Query, length = 140): SnippetPart[] {
  const ranges = rangesOf(written, query);
  const first = ranges[0]?.from ?? 0;
  const from = first <= LEAD ? 0 : boundary(written, first - LEAD);
  const to = boundary(written, Math.min(written.length, from + length));
  const parts: SnippetPart[] = [];
  const add = (text: string, hit: boolean): void => {
    if (text !== '') parts.push({ text, hit });
  };
  if (from > 0) add('…', false);
  let at = from;
  for (const range of ranges) {
    if (range.to <= at || range.from >= to) continue;
    add(written.slice(at, Math.max(at, range.from)), false);
    at = Math.max(at, range.from);
    add(written.slice(at, Math.min(to, range.to)), true);
    at = Math.min(to, range.to);
  }
  add(written.slice(at, to), false);
  if (to < written.length) add('…', false);
  return parts;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Where any word of the query stands in the text as written: in order, joined where they overlap. */
function rangesOf(written: string, query: Query): Range[] {
  const folded = fold(written);
  const found: Range[] = [];
  for (const word of query.terms.flatMap(({ alternatives }) => alternatives)) {
    for (let at = folded.text.indexOf(word); at >= 0; at = folded.text.indexOf(word, at + word.length)) {
      found.push({ from: folded.starts[at] ?? 0, to: folded.ends[at + word.length - 1] ?? written.length });
    }
  }
  const joined: { from: number; to: number }[] = [];
  for (const range of found.sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = joined.at(-1);
    if (last !== undefined && range.from <= last.to) last.to = Math.max(last.to, range.to);
    else joined.push({ ...range });
  }
  return joined;
}

/** Never in the middle of a character of two units. */
function boundary(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at;
}
