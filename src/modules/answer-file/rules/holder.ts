/** What holds one value in a form, and its choices under the numbers by which paper and keyboard know them. */
import { YES_NO_NA, YES_NO_NA_LABELS } from '../../../core/assessment/answer.ts';
import type { FormItem, TableColumn, TableItem, YesNoNaItem } from '../../../core/content-schema/index.ts';

/** An item with one value, or a column of a table. */
export type Holder = Exclude<FormItem, TableItem> | TableColumn;
/** A value as answer sheets hold it; null is no answer. */
export type HeldValue = string | number | boolean | readonly string[] | null;

export interface HolderChoice {
  readonly value: string | boolean;
  readonly label: string;
  readonly help?: string | undefined;
}

/** The choices in printed order; none where something is written. */
export function choicesOf(holder: Holder): readonly HolderChoice[] {
  switch (holder.type) {
    case 'yes-no-na':
      return YES_NO_NA.filter((value) => value !== 'not-applicable' || holder.allowNotApplicable).map((value) => ({
        value,
        label: YES_NO_NA_LABELS[value],
      }));
    case 'yes-no':
      return [
        { value: true, label: 'はい' },
        { value: false, label: 'いいえ' },
      ];
    case 'single':
    case 'multiple':
      return holder.options;
    case 'number':
    case 'date':
    case 'text':
      return [];
  }
}

/** How the value is to be given, in words short enough for a cell or a line on paper. */
export function manner(holder: Holder): string {
  switch (holder.type) {
    case 'yes-no-na':
    case 'yes-no':
    case 'single':
      return '一つ選ぶ';
    case 'multiple':
      return '当てはまるものを全て選ぶ';
    case 'number':
      return `数字（${holder.unit}）`;
    case 'date':
      return '日付（例：令和8年6月1日）';
    case 'text':
      return `${holder.maxLength}字まで`;
  }
}

/** Which words an answer needs beside it, by はい/いいえ/対象外. */
export function wordsWanted(
  item: YesNoNaItem,
  value: unknown,
): { readonly reason: 'no' | 'not-applicable' | null; readonly alternative: boolean } {
  if (value === 'no' && item.explanation.no !== 'none')
    return { reason: 'no', alternative: item.explanation.no === 'reason-or-alternative' };
  if (value === 'not-applicable' && item.explanation.notApplicable !== 'none')
    return { reason: 'not-applicable', alternative: false };
  return { reason: null, alternative: false };
}
