import { expect } from 'vitest';
import type { Person } from './person.ts';

/** At the end of a journey: nothing went wrong behind the page, and every announced refusal came. */
export function expectNoProblems(people: Iterable<Person>): void {
  const found = [...people].flatMap((person) =>
    [...person.watch.problems, ...person.watch.missing().map((it) => `never came: ${it}`)].map(
      (problem) => `${person.name}: ${problem}`,
    ),
  );
  expect(found).toEqual([]);
}
