/** What stands beside an item: how it is answered and which provisions it rests on. Pure. */
import type { FormItem, Reference, TableColumn } from '../../../core/content-schema/index.ts';
import { messages } from './messages.ja.ts';

const text = messages.answer;

/** One sentence on the kind of answer. */
export function answerText(holder: FormItem | TableColumn): string {
  switch (holder.type) {
    case 'yes-no-na':
      return text.yesNoNa;
    case 'single':
      return text.single;
    case 'multiple':
      return text.multiple;
    case 'number':
      return text.number(holder.unit, holder.min.toLocaleString('ja'), holder.max.toLocaleString('ja'));
    case 'text':
      return text.text(holder.maxLength);
    case 'date':
      return text.date;
    case 'yes-no':
      return text.yesNo;
    case 'table':
      return text.table(holder.rowLabel, holder.minRows, holder.maxRows);
  }
}

/** A choice as the respondent meets it, and what must be written beside it. */
export interface ShownChoice {
  readonly label: string;
  readonly note?: string | undefined;
}

/** The choices of an item or a column; empty where the answer is written freely. */
export function choicesOf(holder: FormItem | TableColumn): readonly ShownChoice[] {
  switch (holder.type) {
    case 'yes-no-na': {
      const { no, notApplicable } = holder.explanation;
      const choices: ShownChoice[] = [{ label: text.yes }, { label: text.no, note: text.explanation[no] }];
      return holder.allowNotApplicable
        ? [...choices, { label: text.notApplicable, note: text.explanation[notApplicable] }]
        : choices;
    }
    case 'single':
    case 'multiple':
      return holder.options.map(({ label, help }) => ({ label, note: help }));
    case 'yes-no':
      return [{ label: text.yes }, { label: text.no }];
    default:
      return [];
  }
}

/** 「対策基準 第17条」. Provisions without a known pattern are shown by their identifier. */
export function referenceText({ standard, provision }: Reference): string {
  const name = text.standards[standard] ?? standard;
  const article = /^art(\d+)$/.exec(provision)?.[1];
  if (article !== undefined) return text.article(name, article);
  const place = /^(?:ch|g)?(\d+(?:[.-]\d+)*)(?:-[a-z-]+)?$/.exec(provision)?.[1];
  return text.place(name, place ?? provision.replace(/^item-(?=\d+$)/, 'No.'));
}
