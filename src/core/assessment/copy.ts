/** Copying an item from a library into a form. Pure. */
import type { Condition, FormItem, Questionnaire, TableColumn } from '../content-schema/index.ts';
import { atomsOf } from './reachable.ts';

/**
 * The item as it goes into the form: it keeps its id, so that its answers can be compared over forms and years; choices
 * stand in the item itself; conditions on items that the form does not have, and segments and subjects that it does not know,
 * are left behind.
 */
export function copyInto(form: Questionnaire, item: FormItem): FormItem {
  const fits = (rule: Condition | undefined): boolean =>
    rule !== undefined && atomsOf(rule).every((atom) => itemOf(form, atom.item) !== undefined);
  const { visibleIf, requiredIf, subject, ...rest } = ownChoices(item);
  const segments = item.segments.filter(
    (segment) => segment === 'all' || segmentsOf(form).some(({ id }) => id === segment),
  );
  return {
    ...rest,
    ...(visibleIf !== undefined && fits(visibleIf) ? { visibleIf } : {}),
    ...(requiredIf !== undefined && fits(requiredIf) ? { requiredIf } : {}),
    ...(form.subjects?.some(({ id }) => id === subject) === true ? { subject } : {}),
    segments: segments.length === 0 ? ['all'] : segments,
  };
}

/** The item without the name of a shared list of choices: the choices themselves are in it. */
export function ownChoices(item: FormItem): FormItem {
  if (item.type === 'table') return { ...item, columns: item.columns.map(plain) };
  return plain(item);
}

function plain<T extends FormItem | TableColumn>(holder: T): T {
  if (!('optionSet' in holder)) return holder;
  const { optionSet: _name, ...rest } = holder;
  return rest as T;
}

/** Segments that items of the form may name: the choices of the item that asks for the segment, or those declared. */
export function segmentsOf(form: Questionnaire): readonly { readonly id: string; readonly label: string }[] {
  const asking = form.segmentItem === undefined ? undefined : itemOf(form, form.segmentItem);
  if (asking?.type === 'single') return asking.options.map(({ value, label }) => ({ id: value, label }));
  return form.segments.filter(({ id }) => id !== 'all');
}

const itemOf = (form: Questionnaire, id: string): FormItem | undefined =>
  form.sections.flatMap(({ items }) => items).find((item) => item.id === id);
