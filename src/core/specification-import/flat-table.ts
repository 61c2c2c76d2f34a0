import { fold, widthOf, type SourceLine } from './line.ts';
import { readMarker } from './marker.ts';

/** A row of a table that an extraction set down in the middle of other text. */
export type FloatingRow = SourceLine & { cells: readonly string[]; floats: 'deliverables' | 'schedule' };

const NAME = /^(?:成果物|納品物|納入物|提出物|提出書類|書類名?|名称|品名|成果品)(?:名|等)?$/;
const WHEN = /^(?:納入|納品|提出)?(?:時期|期限|期日|納期|予定日|予定時期)(?:等)?$/;
const COLUMN = /^[^、。]{1,12}$/;
const DUE = /(?:随時|都度|以内|まで|後|前|末|上旬|中旬|下旬|\d日|\d月|指定|協議|[-－―—])$/;

/** Finds tables whose columns survived only as spaces, and takes their lines out of the running text. */
export function liftFlatTables(lines: readonly SourceLine[], width: number): SourceLine[] {
  const lifted: SourceLine[] = [];
  let mode: 'deliverables' | 'schedule' | null = null;
  let columns = 0;
  for (const line of lines) {
    if (line.cells !== undefined) {
      mode = null;
      lifted.push(line);
      continue;
    }
    const tokens = fold(line.text).trim().split(/\s+/);
    const begins = headerOf(tokens);
    if (begins !== null) {
      mode = begins;
      columns = tokens.length;
      lifted.push(floating(line, tokens, begins));
    } else if (mode === 'deliverables' && isRow(tokens, line))
      lifted.push(floating(line, rowCells(tokens, columns), mode));
    else if (mode === 'schedule' && isScheduleLine(line, width)) lifted.push(floating(line, tokens, mode));
    else {
      mode = null;
      lifted.push(line);
    }
  }
  return lifted;
}

export const isFloating = (line: SourceLine): line is FloatingRow => 'floats' in line;

function headerOf(tokens: readonly string[]): 'deliverables' | 'schedule' | null {
  if (tokens.length < 2 || tokens.some((token) => !COLUMN.test(token))) return null;
  if (tokens.some((token) => NAME.test(token)) && tokens.some((token) => WHEN.test(token))) return 'deliverables';
  const months = tokens.filter((token) => /^\d{1,2}月$/.test(token)).length;
  return months >= 6 && months >= tokens.length - 2 ? 'schedule' : null;
}

function isRow(tokens: readonly string[], line: SourceLine): boolean {
  const marker = readMarker(line.text);
  if (marker !== null && marker.style !== 'bracket' && marker.style !== 'number') return false;
  return tokens.length >= 2 && DUE.test(tokens.at(-1) ?? '') && (tokens[0]?.length ?? 99) <= 30;
}

function rowCells(tokens: readonly string[], columns: number): string[] {
  if (columns === 2) return [tokens.slice(0, -1).join(' '), tokens.at(-1) ?? ''];
  return [tokens[0] ?? '', tokens.slice(1, -1).join(' '), tokens.at(-1) ?? ''];
}

function isScheduleLine(line: SourceLine, width: number): boolean {
  return widthOf(line.text.trim()) < width * 0.8 && !/。/.test(line.text);
}

function floating(line: SourceLine, cells: readonly string[], floats: FloatingRow['floats']): FloatingRow {
  return { ...line, cells, floats };
}
