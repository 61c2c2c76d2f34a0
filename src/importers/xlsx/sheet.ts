/** The lines of one sheet. Formulas count by their last result. */
import { fromDayNumber, isDay } from '../../core/calendar/index.ts';
import type { CellContent, SheetLine } from '../../core/exchange/sheet.ts';
import type { Parts } from './archive.ts';
import type { Shown } from './looks.ts';
import { type Area, areaOf, columnOf, spread } from './merged.ts';
import { CELL_LIMIT, COLUMN_LIMIT, ROW_LIMIT, type Rows, SpreadsheetError, unreadable } from './model.ts';
import { TextRuns, unescaped } from './texts.ts';
import { walk } from './xml.ts';

export interface Shared {
  readonly texts: readonly string[];
  readonly looks: readonly Shown[];
  readonly from1904: boolean;
}

/** @throws SpreadsheetError when there is too much of it, or something that no spreadsheet program writes */
export async function readLines(
  parts: Parts,
  { name, part }: { readonly name: string; readonly part: string },
  shared: Shared,
): Promise<SheetLine[]> {
  const reader = new SheetReader(name, shared);
  if (!(await walk(parts, part, reader))) throw unreadable();
  spread(reader.rows, reader.areas, () => reader.count());
  return [...reader.rows]
    .toSorted(([one], [other]) => one - other)
    .map(([row, cells]) => ({ row, cells: new Map([...cells].toSorted(([one], [other]) => one - other)) }));
}

class SheetReader {
  readonly rows: Rows = new Map();
  readonly areas: Area[] = [];
  readonly #name: string;
  readonly #shared: Shared;
  readonly #runs = new TextRuns();
  #cells = 0;
  #row = 0;
  #column = 0;
  #type = 'n';
  #look = 0;
  #value = '';
  #inValue = false;

  constructor(name: string, shared: Shared) {
    this.#name = name;
    this.#shared = shared;
  }

  open(element: string, attributes: Readonly<Record<string, string>>): void {
    switch (element) {
      case 'row':
        this.#row = numbered(attributes['r'], this.#row);
        this.#column = 0;
        break;
      case 'c': {
        const place = attributes['r'];
        this.#column = place === undefined ? this.#column + 1 : columnOf(place);
        this.#type = attributes['t'] ?? 'n';
        this.#look = Number(attributes['s'] ?? 0);
        this.#value = '';
        break;
      }
      case 'v':
        this.#inValue = true;
        break;
      case 'mergeCell':
        this.areas.push(areaOf(attributes['ref'] ?? ''));
        break;
      default:
        this.#runs.open(element);
    }
  }

  close(element: string): void {
    if (element === 'v') this.#inValue = false;
    else if (element === 'c') this.#keep();
    else this.#runs.close(element);
  }

  text(text: string): void {
    if (this.#inValue) this.#value += text;
    else this.#runs.text(text);
  }

  /** One more cell that holds something. */
  count(): void {
    this.#cells += 1;
    if (this.#cells <= CELL_LIMIT && this.rows.size <= ROW_LIMIT) return;
    throw new SpreadsheetError(
      `シート「${this.#name}」の行又は項目が多すぎます（${ROW_LIMIT}行まで）。要らない行を削除するか、分けてから送ってください。`,
    );
  }

  #keep(): void {
    const inline = this.#runs.take();
    const content = this.#column > COLUMN_LIMIT ? null : this.#content(inline);
    if (content === null) return;
    let cells = this.rows.get(this.#row);
    if (cells === undefined) this.rows.set(this.#row, (cells = new Map()));
    cells.set(this.#column, content);
    this.count();
  }

  #content(inline: string): CellContent | null {
    if (this.#type === 'inlineStr') return filled(inline);
    if (this.#value === '') return null;
    switch (this.#type) {
      case 's': {
        const text = this.#shared.texts[Number(this.#value)];
        if (text === undefined) throw unreadable();
        return filled(text);
      }
      case 'str':
        return filled(unescaped(this.#value));
      case 'b':
        return Number(this.#value) !== 0;
      case 'd': {
        const day = this.#value.slice(0, 10);
        return isDay(day) ? { day } : this.#value;
      }
      // #REF! and the like: shown as it is, so that the person finds the cell.
      case 'e':
        return this.#value;
      default:
        return this.#number();
    }
  }

  #number(): CellContent | null {
    const number = Number(this.#value);
    if (!Number.isFinite(number)) return this.#value;
    switch (this.#shared.looks[this.#look]) {
      case 'day':
        return dayOf(number + (this.#shared.from1904 ? DAYS_TO_1904 : 0)) ?? number;
      case 'clock':
        return hours(number - Math.floor(number));
      case 'duration':
        return hours(number);
      default:
        return number;
    }
  }
}

/** From the end of 1899, from which spreadsheet programs count. */
const DAYS_TO_1970 = 25_569;
const DAYS_TO_1904 = 1462;
/** 31 December 9999, the last day that they know. */
const LAST = 2_958_465;
const MILLISECONDS = 86_400_000;

const filled = (text: string): string | null => (text.trim() === '' ? null : text);

/** Null for a number that is no day. What was computed may be a hair short of midnight. */
function dayOf(serial: number): CellContent | null {
  const whole = Math.floor(Math.round(serial * MILLISECONDS) / MILLISECONDS);
  return whole < 1 || whole > LAST ? null : { day: fromDayNumber(whole - DAYS_TO_1970) };
}

/** Hours and minutes of so many days, as the sheet shows them. */
function hours(days: number): string {
  const minutes = Math.round(days * 1440);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** The number of a row, which a file may leave out. */
function numbered(written: string | undefined, before: number): number {
  const number = written === undefined ? before + 1 : Number(written);
  if (!Number.isInteger(number) || number < 1 || number > 1_048_576) throw unreadable();
  return number;
}
