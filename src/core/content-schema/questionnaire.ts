/** Versioned forms: the yearly self-check and the preliminary survey (clause 9(1)イ). */
import * as z from 'zod';
import ja from 'zod/v4/locales/ja.js';
import { contentId, readableText, reference, refuseDuplicates, sentence, terms } from './common.ts';
import { condition, conditionItems } from './condition.ts';
import type { Condition } from './condition.ts';
import { formItem } from './form-item.ts';
import type { FormItem, Option, RawFormItem, RawTableColumn, TableColumn } from './form-item.ts';
import { option } from './form-item.ts';
import { ContentError, parseContent } from './parse.ts';
import { SURVEY_TYPE_IDS } from './survey-type.ts';
import { type Shelf, withTaken } from './taken.ts';
import type { Terms } from './parse.ts';

const section = z.strictObject({
  id: contentId,
  number: z.number().int().positive(),
  title: readableText.max(60),
  description: sentence.optional(),
  visibleIf: condition.optional(),
  /** As for items: whom the section suits. Absent: everybody. */
  segments: z.array(contentId).min(1).max(30).optional(),
  items: z.array(formItem).min(1),
});

const head = {
  /** Identity across years; `version` tells the years apart. */
  code: contentId,
  version: readableText.max(20),
  type: z.enum(SURVEY_TYPE_IDS),
  fiscalYear: z.number().int().min(2000).max(2200),
  title: readableText.max(60),
  introduction: sentence,
  /** Who fills the form in, in words shown on its first page. */
  respondent: sentence,
  terms,
  /** Kinds of respondents or departments that items may name. */
  segments: z.array(z.strictObject({ id: contentId, label: readableText.max(30) })).default([]),
  /**
   * The single choice that asks who is answering (general staff, system staff, owner, vendor …); its choices are the
   * segments, and sections and items for some segments only are shown by its answer.
   */
  segmentItem: contentId.optional(),
  /** What the answers are to measure (awareness, understanding of the policy); items name one of them. */
  subjects: z
    .array(z.strictObject({ id: contentId, label: readableText.max(40) }))
    .max(10)
    .optional(),
  references: z.array(reference).default([]),
  /** Lists of choices that several items or columns share and that a city may replace (for example its grades). */
  optionSets: z.record(contentId, z.array(option).min(1)).default({}),
};

const draftSchema = z.strictObject({ ...head, sections: z.array(section.extend({ items: z.array(formItem) })).min(1) });

const questionnaireSchema = z
  .strictObject({ ...head, sections: z.array(section).min(1) })
  .superRefine((form, context) => {
    const items = form.sections.flatMap((part, index) =>
      part.items.map((item, place) => ({ item, path: ['sections', index, 'items', place] as PropertyKey[] })),
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
    const known = new Set(items.map(({ item }) => item.id));
    const asking = items.find(({ item }) => item.id === form.segmentItem)?.item;
    if (form.segmentItem !== undefined && asking?.type !== 'single') {
      context.addIssue({
        code: 'custom',
        path: ['segmentItem'],
        message: '区分を尋ねる設問には、一つを選ぶ設問を指定してください',
      });
    }
    const refuseUnknown = (rule: Condition | undefined, ids: ReadonlySet<string>, path: PropertyKey[]): void => {
      for (const id of rule === undefined ? [] : conditionItems(rule)) {
        if (!ids.has(id)) context.addIssue({ code: 'custom', path, message: `条件が参照する「${id}」がありません` });
      }
    };
    form.sections.forEach((part, index) => refuseUnknown(part.visibleIf, known, ['sections', index, 'visibleIf']));
    for (const { item, path } of items) {
      refuseUnknown(item.visibleIf, known, [...path, 'visibleIf']);
      refuseUnknown(item.requiredIf, known, [...path, 'requiredIf']);
      if (item.subject !== undefined && !(form.subjects ?? []).some(({ id }) => id === item.subject))
        context.addIssue({
          code: 'custom',
          path: [...path, 'subject'],
          message: `測る事柄「${item.subject}」が調査票にありません`,
        });
      const holders = item.type === 'table' ? item.columns : [item];
      if (item.type === 'table') {
        const columns = new Set(item.columns.map((column) => column.id));
        for (const column of item.columns) {
          refuseUnknown(column.visibleIf, columns, [...path, 'columns', column.id]);
          refuseUnknown(column.requiredIf, columns, [...path, 'columns', column.id]);
        }
      }
      for (const holder of holders) {
        if (holder.type !== 'single' && holder.type !== 'multiple' && holder.type !== 'matrix') continue;
        const set = holder.optionSet;
        if ((set === undefined) === (holder.options === undefined)) {
          context.addIssue({ code: 'custom', path, message: 'optionsとoptionSetのどちらか一方を書いてください' });
        } else if (set !== undefined && !Object.hasOwn(form.optionSets, set)) {
          context.addIssue({ code: 'custom', path, message: `選択肢の一覧「${set}」がありません` });
        }
      }
    }
  })
  .transform(resolved);

function resolved(form: z.output<typeof draftSchema>) {
  return {
    ...form,
    sections: form.sections.map((part) => ({
      ...part,
      items: part.items.map((item) => resolve(item, form.optionSets)),
    })),
  };
}

/** A form of one fiscal year, with every list of choices resolved. */
export type Questionnaire = z.output<typeof questionnaireSchema>;
/** A category of a form. */
export type QuestionnaireSection = Questionnaire['sections'][number];

/**
 * @throws ContentError when the text is not a valid form. `replaced` overrides the file's own terms; `shelf` holds the items
 * that the file takes from libraries.
 */
export function parseQuestionnaire(text: string, replaced: Terms = {}, shelf: Shelf = new Map()): Questionnaire {
  const schema = z.preprocess((raw) => withTaken(raw, shelf), questionnaireSchema);
  return parseContent(text, schema, '調査票', replaced);
}

/**
 * A form that is still being built: every part has its shape, but sections may be empty and conditions may look at what is
 * not there (`checkForm` says where). @throws ContentError
 */
export function parseDraft(value: unknown): Questionnaire {
  const result = draftSchema.safeParse(value, { error: ja().localeError });
  if (result.success) return resolved(result.data);
  throw new ContentError(
    '調査票',
    result.error.issues.map((issue) => ({ path: issue.path.map(String).join('.'), message: issue.message })),
  );
}

/** All items of a form in printed order. */
export function questionnaireItems(form: Questionnaire): FormItem[] {
  return form.sections.flatMap((part) => part.items);
}

type OptionSets = Readonly<Record<string, Option[]>>;

/** An item with its lists of choices in it. */
export function resolve(item: RawFormItem, sets: OptionSets): FormItem {
  if (item.type === 'single' || item.type === 'multiple' || item.type === 'matrix')
    return { ...item, options: optionsOf(item, sets) };
  if (item.type !== 'table') return item;
  return { ...item, columns: item.columns.map((column) => resolveColumn(column, sets)) };
}

function resolveColumn(column: RawTableColumn, sets: OptionSets): TableColumn {
  if (column.type === 'single' || column.type === 'multiple') return { ...column, options: optionsOf(column, sets) };
  return column;
}

function optionsOf(
  holder: { options?: Option[] | undefined; optionSet?: string | undefined },
  sets: OptionSets,
): Option[] {
  return holder.options ?? (holder.optionSet === undefined ? [] : (sets[holder.optionSet] ?? []));
}

/** An item that belongs to no form: all its choices stand in the item itself. */
export function resolveAlone(item: RawFormItem): FormItem {
  return resolve(item, {});
}
