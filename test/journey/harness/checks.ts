/** What every page owes its readers. Each check answers with sentences about what is wrong. */
import type { Page } from 'playwright-core';
import { messages } from '../../../src/web/messages.ja.ts';

/** One heading of the first order, a title that names page and product, nothing that failed. */
export async function wholeness(page: Page): Promise<string[]> {
  const found: string[] = [];
  const headings = await page.locator('h1').allTextContents();
  if (headings.length !== 1) found.push(`${headings.length} headings of the first order`);
  const title = await page.title();
  if (title !== `${headings[0] ?? ''} | ${messages.product.name}`) found.push(`the title is "${title}"`);
  const failed: string[] = [messages.shell.notFound.title, messages.shell.failed.title];
  if (failed.includes(headings[0] ?? '')) found.push(`error page "${headings[0] ?? ''}"`);
  for (const alert of await page.getByRole('alert').allInnerTexts()) found.push(`alert: ${alert}`);
  return found;
}

/** At the width of a small telephone nothing may reach over the edge. */
export async function overflow(page: Page): Promise<string[]> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 800 });
  const wide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return null;
    const over = [...document.querySelectorAll('main *')].filter(
      (it) => it.getBoundingClientRect().right > clientWidth + 1 && it.closest('.overflow-x-auto') === null,
    );
    return `${scrollWidth} px wide: ${over[0]?.outerHTML.slice(0, 200) ?? ''}`;
  });
  if (before !== null) await page.setViewportSize(before);
  return wide === null ? [] : [wide];
}

/** From the top of the page the keyboard reaches the main part: the first stop leads there, and every control can be stopped at. */
export async function keyboard(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    getSelection()?.removeAllRanges();
    scrollTo(0, 0);
  });
  await page.locator('body').press('Tab');
  const first = page.locator(':focus');
  if ((await first.count()) === 0 || (await first.textContent()) !== messages.shell.skip)
    return ['the first stop is not the skip link'];
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  return page.evaluate(() => {
    const main = document.querySelector('main');
    const stops = main?.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary') ?? [];
    const reachable = [...stops].some((it) => it.checkVisibility());
    const inside = main?.contains(document.activeElement) === true;
    return reachable && !inside ? ['Tab after the skip link does not reach the main part'] : [];
  });
}
