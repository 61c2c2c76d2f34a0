/** What holds one value in a form, and its choices under the numbers by which paper and keyboard know them. */
import { YES_NO_NA, YES_NO_NA_LABELS } from '../../../core/assessment/answer.ts';
import { stepsOf } from '../../../core/assessment/typed-answer.ts';
import type { FormItem, MatrixItem, TableColumn, TableItem, YesNoNaItem } from '../../../core/content-schema/index.ts';

/** An item to which files are attached. */
export type FileItem = Extract<FormItem, { type: 'file' }>;
/** An item with one value, or a column of a table. */
export type Holder = Exclude<FormItem, TableItem | MatrixItem | FileItem> | TableColumn;
/** A value as answer sheets hold it; null is no answer. */
export type HeldValue = string | number | boolean | readonly string[] | null;

export interface HolderChoice {
  readonly value: string | boolean | number;
  /** What stands before it on paper and is typed for it. */
  readonly code: string;
  readonly label: string;
  readonly help?: string | undefined;
}

/** The choices in printed order; none where something is written. */
export function choicesOf(holder: Holder): readonly HolderChoice[] {
  return plainChoices(holder).map((choice, index) => ({ code: String(index + 1), ...choice }));
}

type PlainChoice = Omit<HolderChoice, 'code'> & Partial<Pick<HolderChoice, 'code'>>;

function plainChoices(holder: Holder): readonly PlainChoice[] {
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
    case 'scale':
      return stepsOf(holder).map((step) => ({ value: step, code: String(step), label: stepLabel(holder, step) }));
    case 'number':
    case 'date':
    case 'text':
      return [];
  }
}

function stepLabel({ from, to, fromLabel, toLabel }: Extract<Holder, { type: 'scale' }>, step: number): string {
  const end = step === from ? fromLabel : step === to ? toLabel : '';
  return end === '' ? String(step) : `${step}（${end}）`;
}

/** The rows of a matrix as what they are: one choice each. */
export function matrixHolders(item: MatrixItem): Extract<TableColumn, { type: 'single' }>[] {
  return item.rows.map(({ id, label }) => ({
    type: 'single',
    id,
    label,
    required: item.required || item.requiredIf !== undefined,
    options: item.options,
  }));
}

/** How the value is to be given, in words short enough for a cell or a line on paper. */
export function manner(holder: Holder): string {
  switch (holder.type) {
    case 'yes-no-na':
    case 'yes-no':
    case 'single':
    case 'scale':
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
