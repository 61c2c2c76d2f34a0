/** Items against those of the year or version before: the same, changed, new, gone. Pure. */
import type { DIFFERENCES } from '../contract/earlier.ts';

export interface Compared {
  readonly key: string | null;
  readonly number: string;
  readonly title: string;
  readonly point: string;
  /** Why it was left out, where it was. */
  readonly reason?: string;
}

export interface Row {
  readonly difference: (typeof DIFFERENCES)[number];
  readonly number: string;
  readonly title: string;
  readonly now: string;
  readonly before: string;
  readonly reason: string;
}

/** Words without what typing differs in: spaces, punctuation, full-width forms. */
const plain = (words: string): string => words.normalize('NFKC').replace(/[\p{P}\p{Z}\s]/gu, '');

/** `gone` items of `left` give the reason why they are no longer there. */
export function compare(now: readonly Compared[], before: readonly Compared[], left: readonly Compared[] = []): Row[] {
  const open = new Set(before);
  const take = (test: (one: Compared) => boolean): Compared | undefined => {
    const found = [...open].find(test);
    if (found !== undefined) open.delete(found);
    return found;
  };
  const matches = new Map<Compared, Compared>();
  const ways: readonly ((item: Compared, one: Compared) => boolean)[] = [
    (item, one) => item.key !== null && item.key === one.key,
    (item, one) => plain(item.point) === plain(one.point),
    (item, one) => plain(item.title) === plain(one.title),
  ];
  // The surest way first over all items, so that a weak match takes nothing from a sure one.
  for (const way of ways)
    for (const item of now) {
      if (matches.has(item)) continue;
      const found = take((one) => way(item, one));
      if (found !== undefined) matches.set(item, found);
    }
  const rows = now.map((item): Row => {
    const old = matches.get(item);
    const same = old !== undefined && plain(old.point) === plain(item.point);
    return {
      difference: old === undefined ? 'new' : same ? 'same' : 'changed',
      number: item.number,
      title: item.title,
      now: item.point,
      before: old?.point ?? '',
      reason: '',
    };
  });
  const gone = [...open].map((old): Row => {
    const reason = left.find((item) => ways.some((way) => way(item, old)))?.reason ?? '';
    return { difference: 'gone', number: old.number, title: old.title, now: '', before: old.point, reason };
  });
  return [...rows, ...gone];
}

export function countRows(rows: readonly Pick<Row, 'difference'>[]): Record<Row['difference'], number> {
  const counts = { same: 0, changed: 0, new: 0, gone: 0 };
  for (const { difference } of rows) counts[difference] += 1;
  return counts;
}
