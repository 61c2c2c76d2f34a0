/** How texts of cells are tidied and guarded. */
import type { CellContent } from './sheet.ts';

// What XML forbids and what turns the direction of writing: no cell carries it.
const FORBIDDEN = /(?!\n)\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu;

/** One form of a text, whoever saved it: line ends, blanks at the ends of lines, characters no cell carries. */
export function tidy(text: string): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .replaceAll('\t', ' ')
    .replace(/[\ud800-\udfff]/gu, '〓')
    .replace(FORBIDDEN, '')
    .replace(/[^\S\n]+$/gmu, '')
    .trim();
}

/** The text that a cell shows. */
export function cellText(cell: CellContent | null): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return cell.day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/u, '$1/$2/$3');
  return tidy(String(cell));
}

/** Full-width and encircled digits, signs and letters as plain ones. */
export const plain = (text: string): string => text.normalize('NFKC').trim();

/** A heading as it is compared: no blanks, no marks for what must be filled in. */
export const heading = (text: string): string =>
  plain(text)
    .replaceAll(/\s/gu, '')
    .replace(/^[*※]+|[*※]+$/gu, '')
    .replace(/\((?:必須|任意)\)$/u, '');

const FORMULA = /^'*[\s]*[=+\-@＝＋－＠]/u;

/** A text that a spreadsheet program would take for a formula gets an apostrophe; `unguard` takes exactly one away. */
export const guard = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
export const unguard = (text: string): string =>
  text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;

/** Parts of an enumeration as people separate them. */
export const partsOf = (text: string): string[] =>
  (text.includes('\n') ? text.split('\n') : text.split(/[、,，;；]/u)).map(tidy).filter((part) => part !== '');
