import { cleanText, widthInEm } from '../prepare/text.ts';
import { DocumentError } from '../errors.ts';

/** Excel holds at most this many characters in a cell. */
const CELL_LIMIT = 32_767;

/**
 * Text of a cell. It is always stored as a string, never as a formula; the caller also sets the quote prefix on text
 * that begins like a formula, so that it stays text when someone edits the cell or saves the sheet as CSV.
 */
export function cellString(text: string): string {
  const clean = cleanText(text);
  if (clean.length > CELL_LIMIT) {
    throw new DocumentError(
      'sheet-invalid',
      `セルの文字数が上限（${CELL_LIMIT}字）を超えています：「${clean.slice(0, 20)}…」。文章を分けてください。`,
    );
  }
  return clean;
}

/** Whether a spreadsheet program would take the text for a formula when it is typed in. */
export const looksLikeFormula = (text: string): boolean =>
  /^[\s']*[=+\-@＝＋－＠]/u.test(text) || /^[\t\r]/u.test(text);

/** Lines a text takes in a column of this width in half-width characters. */
export function lineCount(text: string, width: number): number {
  const usable = Math.max(2, width - 1);
  return text.split('\n').reduce((sum, line) => {
    const needed = widthInEm(line) * 2;
    // A line that is broken loses up to a character to the rules of what may not begin a line.
    return sum + (needed <= usable ? 1 : Math.ceil(needed / Math.max(1, usable - 2)));
  }, 0);
}

const FORBIDDEN_IN_NAME = /[\\/?*[\]:]/u;

/** @throws DocumentError when Excel would not accept the name of a sheet, or two sheets share one */
export function checkSheetNames(names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    const reason =
      name.trim() === ''
        ? 'が空です'
        : name.length > 31
          ? 'は31字以内にしてください'
          : FORBIDDEN_IN_NAME.test(name) || name.startsWith("'") || name.endsWith("'")
            ? 'に使えない記号が含まれています'
            : seen.has(name.toLowerCase())
              ? 'が重複しています'
              : undefined;
    if (reason !== undefined) throw new DocumentError('sheet-invalid', `シート名「${name}」${reason}。`);
    seen.add(name.toLowerCase());
  }
}

/** Text in the header or footer of a page: & starts a code there. */
export const headerText = (text: string): string => cleanText(text).replaceAll('&', '&&').replaceAll('\n', ' ');
