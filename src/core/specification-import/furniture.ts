import { fold, widthOf, type SourceLine } from './line.ts';
import { readMarker } from './marker.ts';

/** The lines that speak, without what printing and conversion put between them. */
export type CleanText = {
  lines: readonly SourceLine[];
  /** A remark on the handling of the document that stands on its pages: 「取扱注意」. */
  marking: { name: string; text: string; line: number; page?: number } | null;
};

/** Takes out blank lines, page numbers, running heads, the table of contents and marks left by converters. */
export function cleanLines(source: readonly SourceLine[]): CleanText {
  const lines = source.map((line) => ({ ...line, text: withoutDebris(line.text) }));
  const running = runningHeads(lines);
  const contents = contentsLines(lines);
  const marked = lines.find((line) => running.has(shape(line.text)) && HANDLING.test(line.text));
  const handling = marked === undefined ? null : (HANDLING.exec(marked.text)?.[0] ?? null);
  const kept = lines.filter(
    (line, position) =>
      line.text.trim() !== '' &&
      !/^[以]\s*[上]$/.test(line.text.trim()) &&
      !contents.has(position) &&
      !running.has(shape(line.text)) &&
      !(handling !== null && withoutSpaces(line.text).startsWith(`【${handling}】`)) &&
      (line.cells !== undefined || !isPageNumber(lines, position)),
  );
  return {
    lines: kept,
    marking:
      marked === undefined || handling === null
        ? null
        : {
            name: handling,
            text: marked.text.trim(),
            line: marked.line,
            ...(marked.page === undefined ? {} : { page: marked.page }),
          },
  };
}

const withoutSpaces = (text: string): string => text.replace(/\s+/g, '');

const HANDLING = /取扱注意|部外秘|関係者外秘|社外秘|機密性[1-3１-３]|複製厳禁|複写禁止|CONFIDENTIAL/;

function withoutDebris(text: string): string {
  return text
    .replace(/\[(?:bookmark|image|link|footnote): ?[^\]]*\]/g, '')
    .replace(/<\/?(?:ul|ol|li|br|p|b|i|u|td|tr|th|table|span|div|strong|em)\b[^<>]*>/gi, ' ')
    .replace(/(?!\t)[\p{Cc}\p{Cf}]/gu, '')
    .replace(/^#{1,6} +/, '')
    .replace(/\*\*/g, '');
}

/** What repeats on pages is told by its shape: numbers and spaces may differ. */
const shape = (text: string): string => fold(text).replace(/\s+/g, '').replace(/\d+/g, '#');

function runningHeads(lines: readonly SourceLine[]): ReadonlySet<string> {
  const pages = new Set(lines.map((line) => line.page).filter((page) => page !== undefined)).size;
  const seen = new Map<string, { count: number; pages: Set<number>; ends: number; text: string }>();
  const last = new Map<number, number>();
  const first = new Map<number, number>();
  for (const [position, line] of lines.entries()) {
    if (line.page === undefined || line.text.trim() === '') continue;
    if (!first.has(line.page)) first.set(line.page, position);
    last.set(line.page, position);
  }
  for (const [position, line] of lines.entries()) {
    const key = shape(line.text);
    if (key.length < 3 || line.cells !== undefined) continue;
    const entry = seen.get(key) ?? { count: 0, pages: new Set<number>(), ends: 0, text: line.text };
    entry.count += 1;
    if (line.page !== undefined) {
      entry.pages.add(line.page);
      if (position - (first.get(line.page) ?? 0) < 2 || (last.get(line.page) ?? 0) - position < 2) entry.ends += 1;
    }
    seen.set(key, entry);
  }
  const heads = new Set<string>();
  for (const [key, entry] of seen) {
    const marker = readMarker(entry.text);
    // A sentence that happens to stand at the edge of several pages is text.
    if (/。\s*$/.test(entry.text) && !HANDLING.test(entry.text)) continue;
    if (marker !== null && marker.style !== 'box') continue;
    const everywhere = pages >= 2 && entry.pages.size >= Math.max(2, pages / 2) && entry.ends >= entry.count / 2;
    const often = pages < 2 && entry.count >= 3 && (marker !== null || HANDLING.test(entry.text)) && key.length >= 8;
    if (everywhere || often) heads.add(key);
  }
  return heads;
}

/** A line that holds only a number, standing apart from the text or at the edge of a page. */
function isPageNumber(lines: readonly SourceLine[], position: number): boolean {
  const line = lines[position];
  if (line === undefined) return false;
  const text = fold(line.text).trim();
  if (/^(?:-+ ?\d{1,4} ?-+|(?:p|page)\.? ?\d{1,4}|\d{1,4} ?(?:\/|of) ?\d{1,4}|\d{1,4} ?ページ)$/i.test(text))
    return true;
  if (!/^\d{1,4}$/.test(text)) return false;
  if (line.page !== undefined) {
    const spoken = (one: SourceLine): boolean => one.text.trim() !== '';
    const next = lines.slice(position + 1).find(spoken);
    return lines.slice(0, position).findLast(spoken)?.page !== line.page || next?.page !== line.page;
  }
  const before = lines[position - 1];
  const after = lines[position + 1];
  const empty = (other: SourceLine | undefined): boolean => other === undefined || other.text.trim() === '';
  return empty(before) && empty(after);
}

const CONTENTS_ENTRY = /(?:[.…‥・]{3,}|\t|\s{2,}|\s-) *(?:-? ?\d{1,3} ?-?) *$/;

/** Positions of the table of contents: its heading and the lines that end in a page number. */
function contentsLines(lines: readonly SourceLine[]): ReadonlySet<number> {
  const found = new Set<number>();
  const start = lines.findIndex((line) => /^(?:目|もく) ?次$/.test(fold(line.text).trim()));
  if (start < 0) return found;
  const pending: number[] = [start];
  for (let position = start + 1, misses = 0; position < lines.length && misses < 2; position += 1) {
    const line = lines[position];
    if (line === undefined) break;
    const text = fold(line.text);
    if (text.trim() === '') continue;
    pending.push(position);
    if (CONTENTS_ENTRY.test(text.trimEnd())) {
      for (const one of pending) found.add(one);
      pending.length = 0;
      misses = 0;
    } else misses += 1;
  }
  return found;
}

/** The width to which the lines of the source were broken, or null when every paragraph is one line. */
export function wrapWidth(lines: readonly SourceLine[]): number | null {
  const widths = lines
    .filter((line) => line.cells === undefined)
    .map((line) => widthOf(line.text.trim()))
    .filter((width) => width >= 12)
    .sort((a, b) => a - b);
  if (widths.length < 8) return null;
  const high = widths[Math.floor(widths.length * 0.95)] ?? 0;
  const near = widths.filter((width) => width >= high * 0.75).length;
  return high <= 60 && near >= widths.length * 0.25 ? high : null;
}
