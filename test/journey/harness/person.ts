/** Somebody at their own computer: a browser context with its session, and what they do with a page. */
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { Client, Contract } from '../../../src/kernel/contract.ts';
import { messages } from '../../../src/web/messages.ja.ts';
import { type Watch, watch } from './watch.ts';

/** Longer than any page needs on a busy machine; nothing waits this long when it works. */
const PATIENCE_MS = 20_000;

export interface Person {
  readonly name: string;
  readonly page: Page;
  readonly context: BrowserContext;
  readonly watch: Watch;
  /** Opens an address of the product and waits until the page has read what it shows. */
  open(path: string): Promise<void>;
  /** Follows an entry of the navigation by its words. */
  choose(label: string): Promise<void>;
  /** Until nothing is under way any more and what came is drawn. */
  quiet(): Promise<void>;
  /** The operations of a contract over HTTP with this person's session. */
  api<C extends Contract>(contract: C): Client<C>;
}

export async function newPerson(
  browser: Browser,
  address: string,
  name: string,
  options: { readonly viewport?: { width: number; height: number }; readonly bypassCSP?: boolean } = {},
): Promise<Person> {
  const context = await browser.newContext({
    baseURL: address,
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const seen = watch(context, address);
  const page = await context.newPage();
  return {
    name,
    page,
    context,
    watch: seen,
    async open(path) {
      await page.goto(path);
      await settled(page);
      await quiet(page, seen);
    },
    async choose(label) {
      await navigation(page).getByRole('link', { name: label, exact: true }).click();
      await quiet(page, seen);
    },
    quiet: () => quiet(page, seen),
    api: (contract) => clientOf(context, contract),
  };
}

/** A person of the demonstration, chosen from the list of the sign-in page. */
export async function signIn(person: Person): Promise<void> {
  await person.page.goto('/');
  // Accessible names know only the plain space.
  const name = person.name.replace(/\s+/g, ' ');
  await person.page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  await navigation(person.page).waitFor();
  await settled(person.page);
}

export function navigation(page: Page): Locator {
  return page.getByRole('navigation', { name: messages.shell.navigation });
}

/** Until the heading stands there and nothing is being read any more. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor();
  await page.waitForFunction(
    (loading) =>
      document.querySelector('main[aria-busy=true]') === null &&
      [...document.querySelectorAll('main [role=status]')].every((it) => it.textContent !== loading),
    messages.ui.loading,
  );
}

/** An answer that arrives may ask for more: two drawn frames with nothing under way are the end. */
async function quiet(page: Page, { pending }: Watch): Promise<void> {
  const limit = Date.now() + PATIENCE_MS;
  for (let calm = 0; calm < 2; calm = pending.size === 0 ? calm + 1 : 0) {
    if (Date.now() > limit) throw new Error(`${pending.size} requests do not end on ${page.url()}`);
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  }
  await settled(page);
}

function clientOf<C extends Contract>(context: BrowserContext, contract: C): Client<C> {
  const handler: ProxyHandler<object> = {
    // A client that is handed out of an async function must not look like a promise.
    get: (_target, name) =>
      name === 'then' ? undefined : (input: unknown) => call(context, `${contract.id}/${String(name)}`, input),
  };
  return new Proxy({}, handler) as Client<C>;
}

async function call(context: BrowserContext, operation: string, input: unknown): Promise<unknown> {
  const response = await context.request.post(`/api/${operation}`, {
    data: input ?? {},
    headers: { 'x-machimori': '1' },
  });
  if (!response.ok()) throw new Error(`${operation}: ${response.status()} ${await response.text()}`);
  return response.json();
}
