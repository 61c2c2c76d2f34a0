import type { Orientation, PageSize } from '../model/units.ts';

/** What a cell may hold. Text is never a formula, whatever it starts with. null leaves the cell empty. */
export type CellValue = string | number | boolean | null;

/** A tint that stays readable in a grey print. */
export type SheetShade = 'light' | 'warning' | 'danger' | 'good';

/** A cell with a look of its own. */
export interface SheetCell {
  readonly value: CellValue;
  readonly bold?: boolean;
  readonly shade?: SheetShade;
  readonly align?: 'left' | 'center' | 'right';
  /** Values to choose from in this cell alone. */
  readonly choices?: readonly string[];
  /** Longest text of this cell alone. */
  readonly maxLength?: number;
  /** Where it differs from the column: grey, and locked where the sheet is protected. */
  readonly readOnly?: boolean;
}

export interface SheetColumn {
  readonly title: string;
  /** Width in half-width characters, as Excel counts it. A full-width character takes two. */
  readonly width: number;
  readonly align?: 'left' | 'center' | 'right';
  /** Number format, for example `#,##0` or `0.0%`. Dates are written as 和暦 text by the caller. */
  readonly format?: string;
  /** Values to choose from (data validation list) for every row of the column. */
  readonly choices?: readonly string[];
  /** Hidden column, for stable ids of a round trip. */
  readonly hidden?: boolean;
  /** Cells that should not be edited: grey, and locked where the sheet is protected. */
  readonly readOnly?: boolean;
  /** Every cell keeps what is typed as text: no number, no date, no formula. */
  readonly text?: boolean;
  /** Longest text that the spreadsheet program accepts. */
  readonly maxLength?: number;
}

/** A list on one sheet: title lines, one frozen header row, rows, filters, print set-up. */
export interface Sheet {
  /** Tab name, up to 31 characters, none of \ / ? * [ ] : */
  readonly name: string;
  /** Large first line above the list. */
  readonly title?: string;
  /** Lines below the title, for example the date and the engagement. */
  readonly subtitle?: readonly string[];
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly (CellValue | SheetCell)[])[];
  readonly size?: PageSize;
  readonly orientation?: Orientation;
  /** Filter arrows on the header. Default true. */
  readonly filter?: boolean;
  /** Size of the text in points. Default 10. */
  readonly fontSize?: number;
  /**
   * Everything on one sheet of paper: the text shrinks from `fontSize` down to this many points, for example 7. What does
   * not fit then is refused with a sentence, never cut. Filter arrows do not take part.
   */
  readonly onePage?: { readonly smallestFont: number };
  /** Cells of read-only columns and headings cannot be edited in the spreadsheet program. No password. Default false. */
  readonly protect?: boolean;
  /** A sheet that nobody sees, for what a program needs on the way back. Default false. */
  readonly hidden?: boolean;
  /** Empty rows below the list that carry the frame and the choices, for entries by hand. Default 0. */
  readonly blankRows?: number;
}

/** A workbook: particulars and sheets. */
export interface WorkbookTree {
  readonly title: string;
  /** Mark in the page header, written in brackets: 取扱注意 → 【取扱注意】. */
  readonly marking?: string;
  readonly author?: string;
  /** Day on which the workbook was made, `YYYY-MM-DD`, for the file properties. */
  readonly created?: string;
  readonly sheets: readonly Sheet[];
}
