/**
 * Libraries of items: questions in the project's own words that an office copies into its forms. An item has the shape of
 * an item of a form; what tells where it belongs (chapter, safety measure, respondents) stands at its group.
 */
import * as z from 'zod';
import { contentId, readableText, refuseDuplicates, sentence, terms } from './common.ts';
import { conditionItems } from './condition.ts';
import { formItem } from './form-item.ts';
import type { FormItem, RawFormItem } from './form-item.ts';
import { parseContent } from './parse.ts';
import type { Terms } from './parse.ts';
import { resolveAlone } from './questionnaire.ts';

/** Who answers: staff by their part in security, in affairs with individual numbers, and in an audited system. */
export const audience = z.enum([
  'general-staff',
  'system-staff',
  'protection-officer',
  'number-using',
  'number-related',
  'system-owner',
  'operator',
  'vendor',
]);
export type Audience = z.infer<typeof audience>;

/** Japanese names of {@link Audience}. */
export const AUDIENCE_LABELS: Readonly<Record<Audience, string>> = {
  'general-staff': '一般職員',
  'system-staff': 'システム担当者',
  'protection-officer': '保護担当者（管理職・情報セキュリティ管理者）',
  'number-using': '個人番号利用事務の担当者',
  'number-related': '個人番号関係事務の担当者',
  'system-owner': 'システム責任者',
  operator: '運用担当者',
  vendor: '運用事業者',
};

/** A safety measure for individual numbers: A to G, and the lettered part of C to F. */
const measure = z.strictObject({
  letter: z.enum(['A', 'B', 'C', 'D', 'E', 'F', 'G']),
  part: z.enum(['a', 'b', 'c', 'd', 'e']).optional(),
});

const group = z.strictObject({
  id: contentId,
  title: readableText.max(60),
  description: sentence,
  /** Chapter of the measures standard of the policy guideline. */
  chapter: z.number().int().min(1).max(9).optional(),
  measure: measure.optional(),
  audiences: z.array(audience).min(1),
  /** Items of the shipped forms on the same subject; they are named here and not repeated. */
  related: z.array(contentId).default([]),
  items: z.array(formItem).min(1),
});
type RawGroup = z.output<typeof group>;

const librarySchema = z
  .strictObject({
    code: contentId,
    kind: z.enum(['self-check', 'my-number', 'pre-audit-survey']),
    title: readableText.max(60),
    description: sentence,
    terms,
    groups: z.array(group).min(1),
  })
  .superRefine((library, context) => {
    const items = library.groups.flatMap((part, index) =>
      part.items.map((item, place) => ({ item, path: ['groups', index, 'items', place] as PropertyKey[] })),
    );
    refuseDuplicates(
      library.groups.map(({ id }, index) => ({ value: id, path: ['groups', index, 'id'] })),
      '区分の識別子',
      context,
    );
    refuseDuplicates(
      items.map(({ item, path }) => ({ value: item.id, path: [...path, 'id'] })),
      '設問の識別子',
      context,
    );
    refuseDuplicates(
      items.map(({ item, path }) => ({ value: String(item.number), path: [...path, 'number'] })),
      '設問の番号',
      context,
    );
    library.groups.forEach((part, index) => {
      const path = ['groups', index];
      if (library.kind === 'self-check' && part.chapter === undefined)
        context.addIssue({ code: 'custom', path, message: '自己点検の区分には章（chapter）を書いてください' });
      if (library.kind === 'my-number' && part.measure === undefined)
        context.addIssue({ code: 'custom', path, message: '区分に安全管理措置（measure）を書いてください' });
    });
    for (const { item, path } of items) {
      for (const field of missingParts(item))
        context.addIssue({ code: 'custom', path, message: `設問集の設問には${field}を書いてください` });
    }
    library.groups.forEach((part, index) => refuseStrayConditions(part, index, context));
  })
  .transform((library) => ({
    ...library,
    groups: library.groups.map((part) => ({ ...part, items: part.items.map(resolveAlone) })),
  }));

/** A library with its groups. */
export type ItemLibrary = z.output<typeof librarySchema>;
/** Items of one subject for the same respondents. */
export type ItemGroup = ItemLibrary['groups'][number];

/** @throws ContentError when the text is no valid library. `replaced` overrides the file's own terms. */
export function parseItemLibrary(text: string, replaced: Terms = {}): ItemLibrary {
  return parseContent(text, librarySchema, '設問集', replaced);
}

/** All items of a library in the order of the file. */
export function libraryItems(library: ItemLibrary): FormItem[] {
  return library.groups.flatMap((part) => part.items);
}

/** What an item lacks to teach on its own after it has been copied. */
function missingParts(item: RawFormItem): string[] {
  const { guidance } = item;
  const texts = [guidance?.good, guidance?.why, guidance?.howToCheck, guidance?.askWhom, guidance?.misunderstanding];
  const holders = item.type === 'table' ? item.columns : [item];
  const closed = holders.every((holder) =>
    holder.type === 'single' || holder.type === 'multiple' ? holder.options !== undefined : !('optionSet' in holder),
  );
  return [
    ...(texts.includes(undefined) || guidance?.evidence === undefined ? ['六つの解説（guidance）'] : []),
    ...(item.references.length === 0 ? ['引用（references）'] : []),
    // A shared list would stay behind when the item is copied.
    ...(closed ? [] : ['選択肢（options）']),
  ];
}

/** Groups are copied as a whole: a condition may look only at items of its own group (in a table, at its own columns). */
function refuseStrayConditions(part: RawGroup, index: number, context: z.RefinementCtx): void {
  const known = new Set(part.items.map(({ id }) => id));
  part.items.forEach((item, place) => {
    const columns = item.type === 'table' ? item.columns : [];
    const names = new Set(columns.map(({ id }) => id));
    const looked = [
      ...[item.visibleIf, item.requiredIf].map((rule) => ({ rule, within: known })),
      ...columns.flatMap(({ visibleIf, requiredIf }) =>
        [visibleIf, requiredIf].map((rule) => ({ rule, within: names })),
      ),
    ];
    for (const { rule, within } of looked) {
      for (const id of rule === undefined ? [] : conditionItems(rule)) {
        if (within.has(id)) continue;
        const path = ['groups', index, 'items', place];
        context.addIssue({ code: 'custom', path, message: `条件が参照する「${id}」が同じ区分にありません` });
      }
    }
  });
}
