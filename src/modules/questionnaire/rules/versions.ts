/** Versions of a form over the years. Pure. */
import { type FormItem, type Questionnaire, questionnaireItems } from '../../../core/content-schema/index.ts';
import type { Draft } from './build.ts';

/** The form without the items that are left out: as departments get it. */
export function effectiveForm({ form, leftOut }: Draft): Questionnaire {
  if (leftOut.length === 0) return form;
  const sections = form.sections.map((section) => ({
    ...section,
    items: section.items.filter((item) => !leftOut.includes(item.id)),
  }));
  return { ...form, sections };
}

/** The same form for another year: item ids and revisions are kept, so that answers stay comparable. */
export function nextEdition(form: Questionnaire, fiscalYear: number, title: string): Questionnaire {
  return { ...form, fiscalYear, version: String(fiscalYear), title };
}

export type ItemComparison = 'same' | 'reworded' | 'changed' | 'added' | 'removed';

/**
 * Compares two forms item by item. `same` and `reworded` items are comparable over the years; `changed` ones are not,
 * because their meaning (revision) or kind differs.
 */
export function compareForms(
  before: Questionnaire,
  after: Questionnaire,
): { readonly id: string; readonly comparison: ItemComparison; readonly before: string; readonly after: string }[] {
  const old = new Map(questionnaireItems(before).map((item) => [item.id, item]));
  const current = questionnaireItems(after);
  const ids = new Set(current.map((item) => item.id));
  const kept = current.map((item) => {
    const earlier = old.get(item.id);
    return {
      id: item.id,
      comparison: compareItem(earlier, item),
      before: earlier?.question ?? '',
      after: item.question,
    };
  });
  const removed = [...old.values()]
    .filter((item) => !ids.has(item.id))
    .map((item) => ({ id: item.id, comparison: 'removed' as const, before: item.question, after: '' }));
  return [...kept, ...removed];
}

function compareItem(before: FormItem | undefined, after: FormItem): ItemComparison {
  if (before === undefined) return 'added';
  if (before.revision !== after.revision || before.type !== after.type) return 'changed';
  return before.question === after.question ? 'same' : 'reworded';
}
