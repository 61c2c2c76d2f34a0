/** What the streams of facts of all specifications share: short lines that become numbered facts, and common records. */
import { addDays, createCalendar, type Day } from '../../src/core/calendar/index.ts';
import type { ActorParty, Fact } from '../../src/core/obligation/index.ts';

/** One fact in short: the contractor acts unless told otherwise. */
export type Line = [day: Day, kind: string, subject: string, data: Record<string, unknown>, party?: ActorParty];

/** The lines in the order of their days as facts of one engagement; lines of one day keep their order. */
export function streamOf(lines: readonly Line[]): Fact[] {
  return lines
    .toSorted((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0))
    .map(([day, kind, subject, data, party = 'contractor'], position) => ({
      seq: position + 1,
      at: `${day}T01:00:00.000Z`,
      day,
      engagementId: 'e1',
      kind,
      subject,
      actor: { accountId: party, party, roles: [] },
      data,
    }));
}

/** A named person confirms clauses that no record can prove. */
export function acknowledged(day: Day, clauses: readonly string[]): Line[] {
  return clauses.map((clause): Line => [day, 'statement.acknowledged', clause, { clause }]);
}

/** Declarations that something did not happen: `noneDeclared(day, ['subcontract', 'incident'])`. */
export function noneDeclared(day: Day, subjects: readonly string[]): Line[] {
  return subjects.map((subject): Line => [day, `${subject}.none-declared`, 'e1', {}]);
}

/** Days at a rhythm, each moved to the next open day. */
export function rhythm(from: Day, everyDays: number, times: number): Day[] {
  const calendar = createCalendar();
  return Array.from({ length: times }, (_, index) => calendar.nextOpen(addDays(from, index * everyDays)));
}

/** The same day of `times` consecutive months from `from` on, each moved to the next open day: `from` must exist in all. */
export function monthly(from: Day, times: number): Day[] {
  const calendar = createCalendar();
  const first = new Date(`${from}T00:00:00.000Z`);
  return Array.from({ length: times }, (_, index) => {
    const month = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + index, first.getUTCDate()));
    return calendar.nextOpen(month.toISOString().slice(0, 10));
  });
}
