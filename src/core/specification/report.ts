import { z } from 'zod';
import { clause, identifier } from './identifier.ts';

/**
 * The report on the whole business: what its overview tells, and one chapter per work item in the specification's order.
 * Topics name what modules tell; `records` lists what the journal proves, clause by clause.
 */
export const ReportSchema = z.strictObject({
  overview: z.array(identifier).default([]),
  chapters: z
    .array(
      z.strictObject({
        /** Where the work item begins: the number that its first clause begins with. */
        clause,
        title: z.string().min(1),
        topics: z.array(identifier).min(1).default(['records']),
      }),
    )
    .default([]),
});

export type ReportChapter = z.output<typeof ReportSchema>['chapters'][number];

/** Whether a clause lies under a number: 5(1)②-p1 under 5(1)②, 5(1) and 5, but 12 not under 1. */
export function beginsWith(id: string, number: string): boolean {
  return id.startsWith(number) && !/^\d/u.test(/\d$/u.test(number) ? id.slice(number.length) : '');
}

/**
 * The clauses of each chapter, in the order of the chapters. A chapter reaches from the first clause under its number up to
 * the next chapter, and ends where another top-level number begins.
 */
export function clausesByChapter(
  clauses: readonly { readonly id: string }[],
  chapters: readonly { readonly clause: string }[],
): string[][] {
  const starts = chapters.map((chapter) => clauses.findIndex(({ id }) => beginsWith(id, chapter.clause)));
  return starts.map((start, index) => {
    if (start < 0) return [];
    const next = Math.min(clauses.length, ...starts.filter((other, at) => at !== index && other > start));
    const top = topOf(clauses[start]?.id ?? '');
    const rest = clauses.slice(start, next);
    const end = rest.findIndex(({ id }) => topOf(id) !== top);
    return rest.slice(0, end < 0 ? rest.length : end).map(({ id }) => id);
  });
}

/** The chapters of the report with the clauses that each is about. */
export function chaptersOf({
  clauses,
  report,
}: {
  readonly clauses: readonly { readonly id: string }[];
  readonly report: { readonly chapters: readonly ReportChapter[] };
}): (ReportChapter & { clauses: string[] })[] {
  const byChapter = clausesByChapter(clauses, report.chapters);
  return report.chapters.map((chapter, index) => ({ ...chapter, clauses: byChapter[index] ?? [] }));
}

/** The number before the first bracket: 9 of 9(1)イ, 10表 of 10表(1)-1. */
const topOf = (id: string): string => /^[^(【※-]*/u.exec(id)?.[0] ?? id;
