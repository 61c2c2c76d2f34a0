/** What journeys expect. */
import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { carriedOut } from './hand.ts';
import type { Person } from './person.ts';

/** The words stand on the page, at the latest after the page's own patience. */
export async function expectShown(place: Locator): Promise<void> {
  await place.first().waitFor();
}

/** Each of these operations was sent from a page and taken. */
export function expectCarriedOut(operations: readonly string[]): void {
  expect(operations.filter((operation) => !carriedOut.has(operation))).toEqual([]);
}

/** At the end of a journey: nothing went wrong behind the pages, and every announced refusal came. */
export function expectNoProblems(people: Iterable<Person>): void {
  const found = [...people].flatMap((person) =>
    [...person.watch.problems, ...person.watch.missing().map((it) => `never came: ${it}`)].map(
      (problem) => `${person.name}: ${problem}`,
    ),
  );
  expect(found).toEqual([]);
}
