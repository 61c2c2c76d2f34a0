/** Every page that a person can reach: the entries of the navigation, and what their pages link to. */
import type { Page } from 'playwright-core';
import { matchRoutes } from 'react-router';
import { axe } from './axe.ts';
import { keyboard, overflow, wholeness } from './checks.ts';
import { messages } from '../../../src/web/messages.ja.ts';
import type { WebModule } from '../../../src/web/module.ts';
import type { Person } from './person.ts';

const modules = import.meta.glob<WebModule>('../../../src/modules/*/web/module.tsx', {
  eager: true,
  import: 'default',
});
const routes = Object.values(modules).flatMap((module) => module.routes.map(({ path }) => ({ path })));

/** The route of an address and the names of its query: two findings are the same kind of page, and so are two standards. */
function kindOf(address: string): string {
  const { pathname, searchParams } = new URL(address, 'http://machimori.invalid');
  const route = matchRoutes(routes, pathname)?.at(-1)?.route.path ?? pathname;
  const names = [...new Set(searchParams.keys())];
  return names.length === 0 ? route : `${route}?${names.join('&')}`;
}

/**
 * Walks through all pages; answers with what is wrong, and with the addresses it opened. `seen` are structures that were
 * judged for somebody, `reached` the kinds of pages that somebody has opened.
 */
export async function crawl(
  person: Person,
  seen: Set<string>,
  reached: Set<string>,
): Promise<{ readonly opened: readonly string[]; readonly wrong: readonly string[] }> {
  const { page } = person;
  const wrong: string[] = [];
  const first = ['/', ...(await linksIn(page, `nav[aria-label="${messages.shell.navigation}"]`))];
  const opened = new Set<string>();
  const kinds = new Set<string>();
  const second: string[] = [];
  const visit = async (path: string): Promise<void> => {
    if (opened.has(path)) return;
    opened.add(path);
    const kind = kindOf(path);
    kinds.add(kind);
    await person.open(path);
    for (const sentence of await judge(page, seen)) wrong.push(`${person.name} ${kind}: ${sentence}`);
    second.push(...(await linksIn(page, 'main')));
  };
  for (const path of first) await visit(path);
  // Pages that show the same kind of record look alike: one of each is opened.
  for (const path of second.splice(0)) if (!kinds.has(kindOf(path))) await visit(path);
  for (const kind of kinds) reached.add(kind);
  // What lies deeper is opened for one person.
  for (let path = second.shift(); path !== undefined; path = second.shift()) {
    const kind = kindOf(path);
    if (reached.has(kind)) continue;
    reached.add(kind);
    await visit(path);
  }
  return { opened: [...opened], wrong };
}

async function judge(page: Page, seen: Set<string>): Promise<string[]> {
  const found = await wholeness(page);
  // What was judged for one person needs no second look when another sees the very same structure.
  const structure = await structureOf(page);
  if (!seen.has(structure)) {
    seen.add(structure);
    found.push(...(await keyboard(page)));
    // Forms that are folded away are read with the rest.
    await page.locator('main').evaluate((main) => {
      for (const details of main.querySelectorAll('details')) details.open = true;
    });
    found.push(...(await axe(page)), ...(await overflow(page)));
  }
  return found;
}

/** Elements with their roles and classes, repeated rows counted once. */
function structureOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const shapes = [...document.querySelectorAll('main *')].map(
      (it) => `${it.tagName} ${it.getAttribute('role') ?? ''} ${it.getAttribute('class') ?? ''}`,
    );
    return `${document.title} ${[...new Set(shapes)].join('|')}`;
  });
}

/** Pages of the product that the links of a part lead to, without downloads. */
async function linksIn(page: Page, part: string): Promise<string[]> {
  const hrefs = await page
    .locator(`${part} a[href]`)
    .evaluateAll((links) => links.map((link) => (link instanceof HTMLAnchorElement ? link.href : '')));
  return [
    ...new Set(
      hrefs
        .map((href) => new URL(href))
        .filter((url) => url.origin === new URL(page.url()).origin && !url.pathname.startsWith('/api/'))
        .map((url) => `${url.pathname}${url.search}`),
    ),
  ];
}
