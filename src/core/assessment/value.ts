/** Single values of items and columns: whether they fit. */
import { isDay } from '../calendar/day.ts';
import type { FormItem, TableColumn } from '../content-schema/index.ts';

/** What is answered by one value; tables, matrices, files and はい/いいえ/対象外 have checks of their own. */
export type ValueHolder = Exclude<FormItem, { type: 'table' | 'yes-no-na' | 'matrix' | 'file' }> | TableColumn;

/** Why a value does not fit its item or column; null when it does. */
export function wrongValue(holder: ValueHolder, value: unknown): string | null {
  switch (holder.type) {
    case 'text':
      if (typeof value !== 'string') return '文字で入力してください。';
      if (value.length > holder.maxLength)
        return `${count(holder.maxLength)}字以内で入力してください（今は${count(value.length)}字）。`;
      return !holder.multiline && /[\r\n]/.test(value) ? '改行せずに入力してください。' : null;
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) return '数字で入力してください。';
      if (holder.integer && !Number.isInteger(value)) return '小数点のない数にしてください。';
      return value < holder.min || value > holder.max
        ? `${count(holder.min)}から${count(holder.max)}までの数にしてください。`
        : null;
    case 'scale':
      return typeof value === 'number' && Number.isInteger(value) && value >= holder.from && value <= holder.to
        ? null
        : `${holder.from}から${holder.to}までの中から選んでください。`;
    case 'date':
      return typeof value === 'string' && isDay(value) ? null : '実在する日付を入力してください。';
    case 'yes-no':
      return typeof value === 'boolean' ? null : '「はい」か「いいえ」を選んでください。';
    case 'single':
      return holder.options.some((option) => option.value === value) ? null : '選択肢の中から選んでください。';
    case 'multiple': {
      const chosen: readonly unknown[] = Array.isArray(value) ? value : [value];
      const fits =
        Array.isArray(value) &&
        new Set(chosen).size === chosen.length &&
        chosen.every((one) => holder.options.some((option) => option.value === one));
      return fits ? null : '選択肢の中から選んでください。';
    }
  }
}

const count = (value: number): string => value.toLocaleString('ja');
const FILE_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Why a list of files does not fit; whether the files are there is known to the server only. */
export function wrongFiles(item: Extract<FormItem, { type: 'file' }>, value: unknown): string | null {
  if (!Array.isArray(value) || !value.every((id) => typeof id === 'string' && FILE_ID.test(id)))
    return 'ファイルを添付し直してください。';
  if (value.length > item.maxFiles) return `ファイルは${item.maxFiles}件までにしてください。`;
  return new Set(value).size === value.length ? null : '同じファイルが二度添付されています。';
}
