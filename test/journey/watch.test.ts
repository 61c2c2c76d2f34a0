/** The harness itself: what goes wrong on a page is noticed. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axe } from './harness/axe.ts';
import { openBrowser } from './harness/browser.ts';
import { overflow, wholeness } from './harness/checks.ts';
import { newPerson } from './harness/person.ts';
import { type Product, startProduct } from './harness/product.ts';

describe('what a journey watches', () => {
  let product: Product;
  let browser: Browser;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ env: { DEMONSTRATION: 'false' } }), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it('is quiet on a good page and speaks up on a bad one', async () => {
    const { page, watch } = await newPerson(browser, product.address, 'nobody');
    await page.goto('/');
    await page.locator('h1').waitFor();
    const clean = [await axe(page), await overflow(page), await wholeness(page), watch.problems];
    expect(clean).toEqual([[], [], [], []]);

    await page.evaluate(() => {
      const main = document.querySelector('main') ?? document.body;
      const wide = document.createElement('div');
      wide.style.width = '900px';
      wide.style.height = '1px';
      const image = document.createElement('img');
      image.src = 'http://127.0.0.9:9/elsewhere.png';
      main.append(wide, image, document.createElement('h1'));
      void fetch('/api/none/none', { method: 'POST' });
      setTimeout(() => {
        throw new Error('on purpose');
      });
    });
    await expect.poll(() => watch.problems.length).toBeGreaterThan(4);
    const seen = watch.problems.join('\n');
    for (const sign of ['request to http://127.0.0.9:9', 'Content Security Policy', '404 none/none', 'on purpose']) {
      expect(seen).toContain(sign);
    }
    expect((await axe(page)).join()).toContain('image-alt');
    expect(await overflow(page)).toHaveLength(1);
    expect(await wholeness(page)).toContain('2 headings of the first order');
  });
});
