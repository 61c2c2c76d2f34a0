/** Items on their own: one that an editor sends, and those of any file that holds items (forms, libraries of items). */
import * as z from 'zod';
import ja from 'zod/v4/locales/ja.js';
import { option, formItem } from './form-item.ts';
import type { FormItem, Option } from './form-item.ts';
import { ContentError, parseContent } from './parse.ts';
import { resolve } from './questionnaire.ts';

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

/** An item of a library and the headings under which the library keeps it. */
export interface LibraryItem {
  readonly section: string;
  readonly item: FormItem;
}

const heading = z.string().max(400).optional();
const part = z.looseObject({
  title: heading,
  name: heading,
  /** Segments that the items of the part are for, where an item says nothing itself. */
  audiences: z.array(z.string()).optional(),
  items: z.array(z.unknown()).optional(),
});
const library = z.looseObject({
  title: heading,
  name: heading,
  items: z.array(z.unknown()).optional(),
  sections: z.array(part).optional(),
  groups: z.array(part).optional(),
  optionSets: z.record(z.string(), z.array(option)).optional(),
});

/**
 * The items of a file, in sections or at its top. Items may go without a number; what is no item is left out, so that a
 * library of a later version still gives the items that this one understands.
 */
export function parseItems(text: string): { readonly title: string; readonly items: readonly LibraryItem[] } {
  const file = parseContent(text, library, '設問集');
  const sets = file.optionSets ?? {};
  const title = file.title ?? file.name ?? '';
  const parts = [{ title, items: file.items ?? [] }, ...(file.sections ?? []), ...(file.groups ?? [])];
  const items = parts.flatMap((one) =>
    (one.items ?? []).flatMap((raw) => {
      const item = readItem(raw, sets, 'audiences' in one ? one.audiences : undefined);
      return item === null ? [] : [{ section: one.title ?? ('name' in one ? one.name : undefined) ?? title, item }];
    }),
  );
  return { title, items };
}

function readItem(
  raw: unknown,
  sets: Readonly<Record<string, Option[]>>,
  audiences: readonly string[] | undefined,
): FormItem | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const defaults = {
    ...('number' in raw ? {} : { number: 1 }),
    ...(audiences === undefined ? {} : { segments: audiences }),
  };
  const result = formItem.safeParse({ ...defaults, ...raw });
  return result.success ? resolve(result.data, sets) : null;
}
