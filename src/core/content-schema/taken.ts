/**
 * Forms that are put together from items of the libraries: `take: mn-policy-known` in place of an item, with what differs in
 * this form beside it. The item keeps its id, so that its answers can be compared over forms and years.
 */
import type { FormItem } from './form-item.ts';

/** Items that a form may take, by id. */
export type Shelf = ReadonlyMap<string, FormItem>;

/** The file with its taken items in their places, all items numbered in printed order. What is not on the shelf stays. */
export function withTaken(raw: unknown, shelf: Shelf): unknown {
  if (!isRecord(raw) || !Array.isArray(raw['sections'])) return raw;
  let count = 0;
  const place = (item: unknown): unknown => {
    count += 1;
    return isRecord(item) ? { number: count, ...taken(item, shelf) } : item;
  };
  const sections = raw['sections'].map((section: unknown) =>
    isRecord(section) && Array.isArray(section['items']) ? { ...section, items: section['items'].map(place) } : section,
  );
  return { ...raw, sections };
}

/** A segment of the library (who may be asked) means nothing in the form, unless the form names it. */
function taken(item: Readonly<Record<string, unknown>>, shelf: Shelf): Readonly<Record<string, unknown>> {
  const { take, ...differing } = item;
  const found = typeof take === 'string' ? shelf.get(take) : undefined;
  if (found === undefined) return item;
  const { number: _number, segments: _segments, ...rest } = found;
  return { ...rest, ...differing };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
