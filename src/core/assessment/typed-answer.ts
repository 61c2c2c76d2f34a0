/**
 * Answers told apart by the type of their item: what pages, files and documents switch over, so that the compiler names
 * every place that does not yet know a type.
 */
import type { FormItem } from '../content-schema/index.ts';
import { type AnswerRow, type ItemAnswer, isItemAnswered, matrixOf, rowsOf, textsOf, YES_NO_NA } from './answer.ts';
import type { MatrixAnswer, YesNoNa } from './answer.ts';

type ItemType = FormItem['type'];

/** What a given answer says, by the type of its item. */
export type TypedAnswer =
  | { readonly type: 'yes-no-na'; readonly value: YesNoNa; readonly reason: string; readonly alternative: string }
  | { readonly type: 'single'; readonly value: string }
  | { readonly type: 'multiple'; readonly values: readonly string[] }
  | { readonly type: 'scale'; readonly step: number }
  | { readonly type: 'matrix'; readonly rows: MatrixAnswer }
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'text'; readonly value: string }
  /** `YYYY-MM-DD` */
  | { readonly type: 'date'; readonly day: string }
  | { readonly type: 'file'; readonly fileIds: readonly string[] }
  | { readonly type: 'table'; readonly rows: readonly AnswerRow[] };

// Every type of item has its answer, and no answer is without a type of item.
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
export const COMPLETE: Same<ItemType, TypedAnswer['type']> = true;

/** The answer in the terms of its item; null when there is none or when it cannot be read. */
export function readAnswer(item: FormItem, answer: ItemAnswer | undefined): TypedAnswer | null {
  if (answer === undefined || !isItemAnswered(answer)) return null;
  const { type } = item;
  const { value } = answer;
  switch (type) {
    case 'yes-no-na': {
      const found = YES_NO_NA.find((choice) => choice === value);
      if (found === undefined) return null;
      return { type, value: found, reason: answer.reason ?? '', alternative: answer.alternative ?? '' };
    }
    case 'single':
    case 'text':
      return typeof value === 'string' ? { type, value } : null;
    case 'date':
      return typeof value === 'string' ? { type, day: value } : null;
    case 'number':
      return typeof value === 'number' ? { type, value } : null;
    case 'scale':
      return typeof value === 'number' ? { type, step: value } : null;
    case 'multiple': {
      const values = textsOf(answer);
      return values.length > 0 ? { type, values } : null;
    }
    case 'file': {
      const fileIds = textsOf(answer);
      return fileIds.length > 0 ? { type, fileIds } : null;
    }
    case 'matrix':
      return { type, rows: matrixOf(answer) };
    case 'table':
      return { type, rows: rowsOf(answer) };
  }
}

/** Steps of a scale from the first to the last. */
export function stepsOf({ from, to }: { readonly from: number; readonly to: number }): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
