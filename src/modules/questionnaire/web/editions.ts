/** Years and editions of questionnaires. Pure. */
import { fiscalYearLabel } from '../../../core/calendar/fiscal-year.ts';
import type { Summary } from './client.ts';

/** Versions by fiscal year, the newest first; inside a year as the server orders them. */
export function byYear(list: readonly Summary[]): readonly (readonly [number, readonly Summary[]])[] {
  return [...Map.groupBy(list, ({ fiscalYear }) => fiscalYear)].toSorted(([a], [b]) => b - a);
}

/** 令和8年度情報セキュリティ自己点検 → 令和9年度情報セキュリティ自己点検; other titles stay as they are. */
export function titleFor(title: string, from: number, to: number): string {
  return title.replaceAll(fiscalYearLabel(from), fiscalYearLabel(to));
}

/** The version that came before: the same form, an earlier year, or an earlier number of the same year. Published only. */
export function versionBefore(list: readonly Summary[], version: Summary): Summary | undefined {
  return list
    .filter((one) => one.code === version.code && one.state === 'published' && one.id !== version.id)
    .filter((one) => order(one, version) < 0)
    .toSorted((a, b) => order(b, a))[0];
}

/** The two versions a comparison starts with: the newest that has one before it. */
export function firstPair(list: readonly Summary[]): { readonly from: string; readonly to: string } | null {
  const newest = list.toSorted((a, b) => order(b, a));
  for (const to of newest) {
    const from = versionBefore(list, to);
    if (from !== undefined) return { from: from.id, to: to.id };
  }
  return null;
}

const order = (a: Summary, b: Summary): number => a.fiscalYear - b.fiscalYear || a.number - b.number;
