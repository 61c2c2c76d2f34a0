/** What a city's own form (様式) may ask for: fields by their Japanese names, and the values of one document. */

/**
 * `paragraphs` is text of several lines; `list` can only be repeated. A text or paragraphs field with `fields` may be
 * repeated as well, point by point.
 */
export type FieldKind = 'text' | 'number' | 'day' | 'paragraphs' | 'list' | 'condition';

export interface FormField {
  /** What stands between the braces: 契約名. */
  readonly name: string;
  /** One Japanese phrase for whoever writes the form. */
  readonly meaning: string;
  /** What may come out, for a preview before there are records. Of a day: `YYYY-MM-DD`. */
  readonly example: string;
  readonly kind: FieldKind;
  /** A form of this kind is of no use without it. */
  readonly required: boolean;
  /** What may stand inside the repetition. */
  readonly fields?: readonly FormField[];
  /** The heading over this and the following particulars in the built-in paper, for a form that begins like it. */
  readonly under?: string;
}

/** A day, `YYYY-MM-DD`; forms show it as 令和8年6月1日. */
export interface DayValue {
  readonly day: string;
}

/** Lines of text, and what a repetition goes through. A value of both kinds can be used either way. */
export interface BlockValue {
  readonly paragraphs: readonly string[];
  readonly rows: readonly FormData[];
}

export type FormValue = string | number | boolean | null | DayValue | BlockValue;

export interface FormData {
  readonly [name: string]: FormValue;
}

/** A value of lines that can also be repeated, each line as 内容. */
export const linesValue = (lines: readonly string[]): BlockValue => ({
  paragraphs: lines,
  rows: lines.map((line) => ({ 内容: line })),
});

/** A value that can only be repeated. */
export const listValue = (rows: readonly FormData[]): BlockValue => ({ paragraphs: [], rows });

export const isBlockValue = (value: FormValue): value is BlockValue =>
  typeof value === 'object' && value !== null && 'rows' in value;

export const isDayValue = (value: FormValue): value is DayValue =>
  typeof value === 'object' && value !== null && 'day' in value;

type Shape = Partial<Pick<FormField, 'kind' | 'required' | 'fields' | 'under'>>;

/** A field in one line: `field('会議名', '会議の名称', '第1回定例会議')`. Default: text, not required. */
export const field = (name: string, meaning: string, example: string, shape: Shape = {}): FormField => ({
  name,
  meaning,
  example,
  kind: 'text',
  required: false,
  ...shape,
});

type Column = readonly [name: string, meaning: string, example: string];

const columnsOf = (columns: readonly Column[]): readonly FormField[] =>
  columns.map(([name, meaning, example]) => field(name, meaning, example));

/** A list: its columns as name, meaning, example. */
export const listField = (
  name: string,
  meaning: string,
  columns: readonly Column[],
  shape: Pick<Shape, 'required'> = {},
): FormField => field(name, meaning, '', { kind: 'list', fields: columnsOf(columns), ...shape });

/** Text of several lines, which can also be repeated line by line as 内容. */
export const linesField = (
  name: string,
  meaning: string,
  example: string,
  shape: Pick<Shape, 'required'> = {},
): FormField =>
  field(name, meaning, example, { kind: 'paragraphs', fields: [field('内容', '一項目の文', example)], ...shape });
