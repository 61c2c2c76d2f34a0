/** People of the demonstration, each at their own computer. */
import type { Browser } from 'playwright-core';
import { year } from '../../../content/years/chiba-2026.ts';
import { newPerson, type Person, signIn } from './person.ts';

export interface Cast {
  /** The person signed in; the same one on every call. */
  as(key: string): Promise<Person>;
  readonly present: ReadonlyMap<string, Person>;
}

export const PEOPLE = year.people;

export function openCast(browser: Browser, address: string): Cast {
  const present = new Map<string, Person>();
  return {
    present,
    async as(key) {
      const found = present.get(key);
      if (found !== undefined) return found;
      const who = PEOPLE.find((candidate) => candidate.key === key);
      if (who === undefined) throw new Error(`the demonstration shows nobody called "${key}"`);
      const person = await newPerson(browser, address, who.displayName);
      await signIn(person);
      present.set(key, person);
      return person;
    },
  };
}
