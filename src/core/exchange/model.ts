/** A list of the product as data: its columns and rows, as they go out to a spreadsheet program and come back. */
import { ReadableError } from '../readable-error.ts';

/** What one cell means: a text, a number, a day `YYYY-MM-DD`, a flag, one choice or several, lines. null is empty. */
export type ListValue = string | number | boolean | null | readonly string[];

/**
 * - `text`: free text; `texts`: several short texts, one a line in the cell;
 * - `number`, `day`, `boolean` (○ or empty);
 * - `choice`, `choices`: one or several of `choices`, by value inside and by label outside; a reference to another record
 *   is a choice among the records there are.
 */
export type ListColumnKind = 'text' | 'texts' | 'number' | 'day' | 'boolean' | 'choice' | 'choices';

export interface ListChoice {
  readonly value: string;
  readonly label: string;
}

export interface ListColumn {
  /** Name of the field in the operations that save it: a refusal of theirs is shown at this column. */
  readonly key: string;
  readonly title: string;
  /** Other titles by which the column is known when a file comes in. */
  readonly aliases?: readonly string[];
  readonly kind: ListColumnKind;
  /** Width in half-width characters. */
  readonly width: number;
  /** May not be empty. */
  readonly required?: boolean;
  /** `new`: only in new rows. Default `never`. */
  readonly edit?: 'always' | 'new' | 'never';
  /** Why a cell that may not be edited is as it is, and where to change it. */
  readonly reason?: string;
  readonly choices?: readonly ListChoice[];
  /** Longest text. */
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
  /** Digits after the point. Default 0. */
  readonly decimals?: number;
}

export type ListValues = Readonly<Record<string, ListValue>>;

export interface ListRow {
  /** Stable id, hidden in the file. */
  readonly id: string;
  readonly values: ListValues;
  /** Why the row can no longer be changed: a sentence. */
  readonly locked?: string | undefined;
}

export interface ListContent {
  readonly columns: readonly ListColumn[];
  readonly rows: readonly ListRow[];
}

/** Titles of the two hidden columns. */
export const ID_TITLE = '識別子';
export const STAMP_TITLE = '照合値';

/** A file that is no such list at all. The message says in Japanese what to do. */
export class ListFileError extends ReadableError {
  constructor(message: string) {
    super(message);
    this.name = 'ListFileError';
  }
}
