/** Items on their own: one that an editor sends, and a file of items without a form around them. */
import * as z from 'zod';
import ja from 'zod/v4/locales/ja.js';
import { readableText, refuseDuplicates } from './common.ts';
import { formItem } from './form-item.ts';
import type { FormItem } from './form-item.ts';
import { ContentError, parseContent } from './parse.ts';
import { resolve, resolveAlone } from './questionnaire.ts';

/** @throws ContentError when the value is no item; its choices stand in the item itself. */
export function parseItem(value: unknown): FormItem {
  const result = formItem.safeParse(value, { error: ja().localeError });
  if (!result.success) {
    const faults = result.error.issues.map((issue) => ({
      path: issue.path.map(String).join('.'),
      message: issue.message,
    }));
    throw new ContentError('設問', faults);
  }
  const item = result.data;
  const holders = item.type === 'table' ? item.columns : [item];
  for (const holder of holders) {
    if (
      (holder.type === 'single' || holder.type === 'multiple' || holder.type === 'matrix') &&
      holder.options === undefined
    )
      throw new ContentError('設問', [{ path: 'options', message: '選択肢を二つ以上書いてください' }]);
  }
  return resolve(item, {});
}

/** Items count in the order of the file. */
const counted = (raw: unknown): unknown =>
  Array.isArray(raw)
    ? raw.map((one: unknown, index) => (typeof one === 'object' && one !== null ? { number: index + 1, ...one } : one))
    : raw;

const itemSet = z
  .strictObject({ title: readableText.max(60), items: z.preprocess(counted, z.array(formItem).min(1)) })
  .superRefine(({ items }, context) =>
    refuseDuplicates(
      items.map(({ id }, index) => ({ value: id, path: ['items', index, 'id'] })),
      '設問の識別子',
      context,
    ),
  )
  .transform(({ title, items }) => ({ title, items: items.map(resolveAlone) }));

/** A file of items to copy that belong to no form and no library. @throws ContentError when one of them is no item. */
export function parseItemSet(text: string): { readonly title: string; readonly items: readonly FormItem[] } {
  return parseContent(text, itemSet, '設問');
}
