import { cadencesIn } from './find-amounts.ts';
import { quantitiesIn } from './find-amounts.ts';
import { namedDays, owedSpans } from './find-dates.ts';
import type { Found } from './finding.ts';
import { fold } from './line.ts';

/** Deadlines, cadences, amounts and days in the text of a clause. Offsets are offsets in that text. */
export function findIn(text: string, fiscalYear: number | null): Found {
  const folded = fold(text);
  const named = namedDays(folded, fiscalYear);
  const spans = owedSpans(folded).filter((span) => !named.some((day) => day.start < span.end && span.start < day.end));
  const deadlines = [
    ...spans,
    ...named
      .filter((day) => day.owed)
      .map(({ start, end, confidence, day, last, part }) => ({
        kind: 'day' as const,
        start,
        end,
        confidence,
        day: last,
        ...(part && day !== last && /旬/.test(folded.slice(start, end)) ? { notBefore: day } : {}),
      })),
  ].sort((a, b) => a.start - b.start);
  const cadences = cadencesIn(folded).filter((one) => !overlaps(one, [...named, ...spans]));
  const quantities = quantitiesIn(folded, [...named, ...spans, ...cadences]);
  const days = named
    .filter((day) => !day.owed)
    .map(({ start, end, confidence, day, last }) => ({ start, end, confidence, day, last }));
  return { deadlines, cadences, quantities, days };
}

function overlaps(one: { start: number; end: number }, others: readonly { start: number; end: number }[]): boolean {
  return others.some((other) => other.start < one.end && one.start < other.end);
}
