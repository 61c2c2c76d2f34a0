/** What a hand does on a page: find a field by its label, press, confirm, and wait until the answer is on the page. */
import type { Locator } from 'playwright-core';
import type { Person } from './person.ts';

/** Operations that were carried out through a screen, over all journeys of this file. */
export const carriedOut = new Set<string>();

export function main(person: Person): Locator {
  return person.page.locator('main');
}

/** A control by the words of its label; required fields say so behind their label. */
export function field(within: Locator, label: string): Locator {
  return within.getByLabel(exactly(label));
}

/** A group of choices by its legend. */
export function group(within: Locator, legend: string): Locator {
  return within.getByRole('group', { name: exactly(legend) });
}

export async function pick(within: Locator, legend: string, option: string): Promise<void> {
  await group(within, legend).getByRole('radio', { name: option, exact: true }).check();
}

export async function unfold(within: Locator, summary: string): Promise<void> {
  await within.locator('summary', { hasText: summary }).click();
}

/** The part of a page under a heading. */
export function section(within: Locator, title: string): Locator {
  return within.locator('section').filter({ has: within.page().getByRole('heading', { name: title, exact: true }) });
}

/** Carries out an act that sends one operation; done when its answer has come and the page has read what it shows. */
export async function send(person: Person, operation: string, act: () => Promise<unknown>): Promise<void> {
  const { page } = person;
  const [response] = await Promise.all([
    // The act has its own limit and the better words when it fails.
    page.waitForResponse((reply) => new URL(reply.url()).pathname === `/api/${operation}`, { timeout: 30_000 }),
    act(),
  ]);
  if (!response.ok()) throw new Error(`${operation}: ${response.status()} ${await response.text()}`);
  carriedOut.add(operation);
  await person.quiet();
}

/** Presses a button that sends at once. */
export function press(person: Person, operation: string, name: string, within: Locator = main(person)): Promise<void> {
  return send(person, operation, () => within.getByRole('button', { name, exact: true }).click());
}

/** Presses a button that asks first, and answers with the same words. */
export function confirm(
  person: Person,
  operation: string,
  name: string,
  within: Locator = main(person),
): Promise<void> {
  return send(person, operation, async () => {
    await within.getByRole('button', { name, exact: true }).click();
    await person.page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
  });
}

export interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly content: Uint8Array | string;
}

/** Chooses a file for the field with this label; done when the server has it, for a form waits for nothing that is still on its way. */
export function chooseFile(person: Person, within: Locator, label: string, file: ChosenFile): Promise<void> {
  const { name, mimeType, content } = file;
  return send(person, 'files', () =>
    field(within, label).setInputFiles({ name, mimeType, buffer: Buffer.from(content) }),
  );
}

export async function follow(person: Person, link: string | RegExp, within: Locator = main(person)): Promise<void> {
  await within
    .getByRole('link', typeof link === 'string' ? { name: link, exact: true } : { name: link })
    .first()
    .click();
  await person.quiet();
}

function exactly(words: string): RegExp {
  return new RegExp(`^${words.replace(/\s+/g, ' ').replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(必須)?$`);
}
