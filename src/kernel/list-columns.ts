/** Short ways to declare the columns of a list. Widths are half-width characters. */
import type { ListChoice, ListColumn } from '../core/exchange/index.ts';
import { choicesOf, type ColumnOf } from './list.ts';

type Rest = Omit<ListColumn, 'key' | 'title' | 'kind' | 'width' | 'choices'>;

interface ValueOf {
  readonly text: string | null;
  readonly texts: readonly string[];
  readonly number: number | null;
  readonly boolean: boolean | null;
  readonly day: string | null;
}

const make =
  <K extends keyof ValueOf>(kind: K) =>
  <R>(key: string, title: string, width: number, value: (record: R) => ValueOf[K], rest: Rest = {}): ColumnOf<R> => ({
    key,
    title,
    kind,
    width,
    value,
    ...rest,
  });

export const textColumn = make('text');
export const textsColumn = make('texts');
export const numberColumn = make('number');
export const flagColumn = make('boolean');
const days = make('day');

/** A day by the era is twelve characters of two widths. */
export const dayColumn = <R>(
  key: string,
  title: string,
  value: (record: R) => string | null,
  rest: Rest = {},
): ColumnOf<R> => days(key, title, 18, value, rest);

/** @param labels labels by value, or the choices themselves */
export const choiceColumn = <R>(
  key: string,
  title: string,
  width: number,
  labels: Readonly<Record<string, string>> | readonly ListChoice[],
  value: (record: R) => string | null,
  rest: Rest = {},
): ColumnOf<R> => ({ key, title, kind: 'choice', width, choices: choices(labels), value, ...rest });

export const choicesColumn = <R>(
  key: string,
  title: string,
  width: number,
  labels: Readonly<Record<string, string>> | readonly ListChoice[],
  value: (record: R) => readonly string[],
  rest: Rest = {},
): ColumnOf<R> => ({ key, title, kind: 'choices', width, choices: choices(labels), value, ...rest });

const choices = (labels: Readonly<Record<string, string>> | readonly ListChoice[]): readonly ListChoice[] =>
  isList(labels) ? labels : choicesOf(labels);
const isList = (labels: unknown): labels is readonly ListChoice[] => Array.isArray(labels);

/** Must be filled in, in new rows and old ones. */
export const REQUIRED = { required: true, edit: 'always' } as const;
export const EDITABLE = { edit: 'always' } as const;
/** Filled in when the row is new, and then it stands. */
export const FIRST = { required: true, edit: 'new' } as const;
export const FIRST_OPTIONAL = { edit: 'new' } as const;
