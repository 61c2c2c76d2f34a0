import type { SourceLine } from '../core/specification-import/index.ts';
import { ImportError } from './error.ts';

/** Longest text that is read, in characters. A specification of 500 pages has about half a million. */
export const TEXT_LIMIT = 3_000_000;

/** Reads a text file, whatever Japanese encoding it was saved in. @throws ImportError */
export function readText(bytes: Uint8Array): SourceLine[] {
  return linesOfText(decodeText(bytes));
}

/** The text of a file in UTF-8, UTF-16, Shift_JIS (CP932) or EUC-JP. @throws ImportError when it is none of them. */
export function decodeText(bytes: Uint8Array, limit = TEXT_LIMIT): string {
  const text = decode(bytes);
  if (text.length > limit) {
    throw new ImportError(
      'too-large',
      `文章が長すぎて読み取れません（${limit / 10_000}万字まで）。いくつかに分けて取り込んでください。`,
    );
  }
  return text;
}

function decode(bytes: Uint8Array): string {
  const marked = byMark(bytes);
  if (marked !== null) return new TextDecoder(marked).decode(bytes);
  const wide = wideOrder(bytes);
  if (wide !== null) return new TextDecoder(wide).decode(bytes);
  const readings = ['utf-8', 'shift_jis', 'euc-jp'].flatMap((encoding) => {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return [{ text, score: strangeness(text) }];
    } catch {
      return [];
    }
  });
  // UTF-8 that decodes at all is UTF-8; the other two are told apart by what reads like Japanese.
  const [first] = readings;
  const best = isUtf8(bytes) ? first : readings.toSorted((a, b) => a.score - b.score)[0];
  if (best === undefined || best.text.includes('\u0000') || best.score > 0.3) {
    throw new ImportError(
      'not-text',
      '文字コードを読み取れません。メモ帳などで開き、UTF-8で保存し直してから取り込んでください。',
    );
  }
  return best.text;
}

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/** UTF-16 without a mark: line breaks show as a zero byte on one side. */
function wideOrder(bytes: Uint8Array): string | null {
  let little = 0;
  let big = 0;
  for (let at = 0; at + 1 < Math.min(bytes.length, 20_000); at += 2) {
    if (bytes[at] === 0x0a && bytes[at + 1] === 0) little += 1;
    if (bytes[at] === 0 && bytes[at + 1] === 0x0a) big += 1;
  }
  if (little === 0 && big === 0) return null;
  return little > big ? 'utf-16le' : 'utf-16be';
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Share of characters that Japanese office texts hardly hold. */
function strangeness(text: string): number {
  const strange = text.match(/[^\s\u0020-\u007e\u3000-\u30ff\u4e00-\u9fff\uff01-\uff5e]/gu)?.length ?? 0;
  const half = text.match(/[\uff61-\uff9f]/gu)?.length ?? 0;
  return (strange + half) / Math.max(1, text.length);
}

/** Lines of a plain text. Rows whose cells are set off by tabs become rows of a table. */
export function linesOfText(text: string): SourceLine[] {
  const lines: SourceLine[] = [];
  let cell: { line: SourceLine; cells: string[] } | null = null;
  let page = 1;
  const paged = text.includes('\f');
  for (const [position, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const breaks = raw.split('\f').length - 1;
    page += breaks;
    const written = raw.replaceAll('\f', '');
    const at = { line: position + 1, ...(paged ? { page } : {}) };
    // A word processor's text export puts every cell on a line that begins with a tab; an empty line ends the row.
    if (written.startsWith('\t') && !/^\t.*\t/.test(written) && !isIndented(written, cell !== null)) {
      if (cell === null) {
        cell = { line: { text: '', ...at }, cells: [] };
        lines.push(cell.line);
      }
      cell.cells.push(written.trim());
    } else if (cell !== null && written.trim() !== '') {
      cell.cells.push(`${cell.cells.pop() ?? ''}\n${written.trim()}`);
    } else {
      cell = null;
      lines.push(rowOf(written, at));
      continue;
    }
    cell.line.cells = cell.cells;
    cell.line.text = cell.cells.join('\t');
  }
  return lines;
}

/** A tab in front of a numbered paragraph is an indent, not a cell. */
function isIndented(written: string, inRow: boolean): boolean {
  return !inRow && /^\t+(?:[（(]?[0-9０-９ア-ン][)）]?[ \t　.．]|[・※①-⑳])/u.test(written);
}

function rowOf(written: string, at: { line: number; page?: number }): SourceLine {
  const cells = written.split('\t');
  const isRow =
    cells.length >= 2 && cells.slice(1).some((one) => one.trim() !== '') && cells.some((one) => one.trim().length > 1);
  const numbered =
    cells.length === 2 && /^\s*(?:[（(]?[\dア-ン０-９]{1,2}[)）]?[.．]?|[①-⑳・※])\s*$/u.test(cells[0] ?? '');
  const contents =
    /[-–]?\s*\d{1,3}\s*[-–]?$/.test(cells.at(-1)?.trim() ?? '') && (cells.at(-1)?.trim().length ?? 9) <= 6;
  if (!isRow || numbered || contents) return { text: written, ...at };
  return { text: written, cells: cells.map((one) => one.trim()), ...at };
}
