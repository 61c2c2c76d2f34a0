/** Provisions behind a question, as people cite them. Pure. */
import type { Reference } from '../../core/content-schema/index.ts';
import { messages } from './messages.ja.ts';

const text = messages.citation;

/** 「対策基準 第17条」. Provisions without a known pattern are shown by their identifier. */
export function referenceText({ standard, provision }: Reference): string {
  const name = text.standards[standard] ?? standard;
  const article = /^art(\d+)$/.exec(provision)?.[1];
  if (article !== undefined) return text.article(name, article);
  const measure = /^([a-g])(?:-([a-z]))?$/.exec(provision);
  if (measure !== null) return text.place(name, [measure[1]?.toUpperCase(), measure[2]].filter(Boolean).join(' '));
  const study = /^study-([a-z])$/.exec(provision)?.[1];
  if (study !== undefined) return text.place(name, text.study(study.toUpperCase()));
  const place = /^(?:ch|g)?(\d+(?:[.-]\d+)*)(?:-[a-z-]+)?$/.exec(provision)?.[1];
  return text.place(name, place ?? provision.replace(/^item-(?=\d+$)/, 'No.'));
}
