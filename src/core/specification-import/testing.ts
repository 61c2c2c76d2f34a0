/** For tests: a clause tree is written out in some numbering style; the importer must find it again. */
import type { SourceLine } from './index.ts';

export type Branch = { heading: string; body: readonly string[]; children: readonly Branch[] };
export type StyleName = keyof typeof STYLES;

const KANA = 'アイウエオカキクケコサシスセソ';
const full = (n: number): string =>
  String(n).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const kanji = (n: number): string =>
  n <= 10 ? '一二三四五六七八九十'.charAt(n - 1) : `十${'一二三四五六七八九'.charAt(n - 11)}`;

/** How the n-th item of a series is signed, and what the sign is called in an id. */
export const STYLES = {
  decimal: { sign: (n: number) => `${n} `, label: String },
  article: { sign: (n: number) => `第${n}条　`, label: (n: number) => `第${n}条` },
  number: { sign: (n: number) => `${n} `, label: String },
  fullNumber: { sign: (n: number) => `${full(n)}　`, label: String },
  dotted: { sign: (n: number) => `${n}. `, label: String },
  kanji: { sign: (n: number) => `${kanji(n)}　`, label: String },
  bracket: { sign: (n: number) => `(${n}) `, label: (n: number) => `(${n})` },
  fullBracket: { sign: (n: number) => `（${full(n)}）`, label: (n: number) => `(${n})` },
  enclosed: { sign: (n: number) => `${String.fromCharCode(0x2473 + n)} `, label: (n: number) => `(${n})` },
  circle: {
    sign: (n: number) => String.fromCharCode(0x245f + n),
    label: (n: number) => String.fromCharCode(0x245f + n),
  },
  kana: { sign: (n: number) => `${KANA.charAt(n - 1)}　`, label: (n: number) => KANA.charAt(n - 1) },
  bracketKana: { sign: (n: number) => `(${KANA.charAt(n - 1)}) `, label: (n: number) => `(${KANA.charAt(n - 1)})` },
  letter: { sign: (n: number) => `${String.fromCharCode(96 + n)} `, label: (n: number) => String.fromCharCode(96 + n) },
  bracketLetter: {
    sign: (n: number) => `(${String.fromCharCode(96 + n)}) `,
    label: (n: number) => `(${String.fromCharCode(96 + n)})`,
  },
} satisfies Record<string, { sign(n: number): string; label(n: number): string }>;

/** Styles of one kind: a document does not use two of them on different levels. */
export const KINDS: readonly (readonly StyleName[])[] = [
  ['article', 'number', 'fullNumber', 'dotted', 'kanji'],
  ['bracket', 'fullBracket', 'enclosed'],
  ['circle', 'kana'],
  ['bracketKana'],
  ['letter', 'bracketLetter'],
];

/** The ids that the importer should give, and the paragraphs of the document. */
export function written(
  branches: readonly Branch[],
  styles: readonly StyleName[],
  prefix = '',
): { ids: string[]; paragraphs: string[] } {
  const [name, ...deeper] = styles;
  if (name === undefined) return { ids: [], paragraphs: [] };
  const style = STYLES[name];
  const ids: string[] = [];
  const paragraphs: string[] = [];
  for (const [at, branch] of branches.entries()) {
    const id = name === 'decimal' ? decimal(prefix, at + 1) : prefix + style.label(at + 1);
    const sign = name === 'decimal' ? `${id} ` : style.sign(at + 1);
    paragraphs.push(sign + branch.heading, ...branch.body);
    const below = written(branch.children, deeper, id);
    if (branch.body.length === 1 || (branch.body.length === 0 && below.ids.length === 0)) ids.push(id);
    else ids.push(...branch.body.map((_, n) => `${id}-p${n + 1}`));
    ids.push(...below.ids);
    paragraphs.push(...below.paragraphs);
  }
  return { ids, paragraphs };
}

const decimal = (prefix: string, n: number): string => (prefix === '' ? String(n) : `${prefix}.${n}`);

export type Layout = {
  /** Letters to a line; null for a line to a paragraph. */
  width: number | null;
  /** Lines to a page; null for no pages. */
  page: number | null;
  /** An empty line behind every line. */
  spaced: boolean;
  head: string | null;
};

/** Paragraphs set into lines and pages, with page numbers and running heads that do not belong to the text. */
export function laidOut(paragraphs: readonly string[], layout: Layout): SourceLine[] {
  const rows = paragraphs.flatMap((paragraph) => broken(paragraph, layout.width));
  const lines: SourceLine[] = [];
  const push = (text: string, page: number | null): void => {
    lines.push({ text, line: lines.length + 1, ...(page === null ? {} : { page }) });
    if (layout.spaced) lines.push({ text: '', line: lines.length + 1, ...(page === null ? {} : { page }) });
  };
  for (const [at, row] of rows.entries()) {
    const page = layout.page === null ? null : Math.floor(at / layout.page) + 1;
    if (page !== null && at % (layout.page ?? 1) === 0 && layout.head !== null) push(layout.head, page);
    push(row, page);
    const last = page !== null && (at % (layout.page ?? 1) === (layout.page ?? 1) - 1 || at === rows.length - 1);
    if (last) push(String(page), page);
  }
  return lines;
}

function broken(paragraph: string, width: number | null): string[] {
  if (width === null || paragraph.length <= width) return [paragraph];
  const rows: string[] = [];
  for (let at = 0; at < paragraph.length; at += width) rows.push(paragraph.slice(at, at + width));
  return rows;
}
