/** Every page of every role, as the demonstration stands in December. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { axe } from './axe.ts';
import { openBrowser } from './browser.ts';
import { overflow, wholeness } from './checks.ts';
import { crawl } from './crawl.ts';
import { PEOPLE } from './demonstration.ts';
import { newPerson, signIn } from './person.ts';
import { expectNoProblems } from './problems.ts';
import { type Product, startProduct } from './product.ts';

/** Declares one test per person; two files share the work, because two browsers fit on one machine. */
export function sweep(keys: readonly string[]): void {
  describe('every page', () => {
    let product: Product;
    let browser: Browser;
    /** Structures that axe has judged already. */
    const seen = new Set<string>();
    /** Kinds of pages that somebody has opened. */
    const reached = new Set<string>();

    beforeAll(async () => {
      [product, browser] = await Promise.all([startProduct({ copyOf: inject('demonstrationFolder') }), openBrowser()]);
    });
    afterAll(async () => {
      await browser?.close();
      await product?.stop();
    });

    it('begins with a sign-in page that everybody can use', async () => {
      const visitor = await newPerson(browser, product.address, 'visitor');
      await visitor.page.goto('/');
      await visitor.page.getByRole('button', { name: 'サインインする', exact: true }).waitFor();
      const found = [
        ...(await wholeness(visitor.page)),
        ...(await axe(visitor.page)),
        ...(await overflow(visitor.page)),
      ];
      expect(found).toEqual([]);
      expectNoProblems([visitor]);
      await visitor.context.close();
    });

    it.each([...keys])('is whole, reachable and readable for %s', async (key) => {
      const who = PEOPLE.find((candidate) => candidate.key === key);
      const person = await newPerson(browser, product.address, who?.displayName ?? '');
      await signIn(person);
      const { opened, wrong } = await crawl(person, seen, reached);
      expect(opened.length).toBeGreaterThan(2);
      expect(wrong).toEqual([]);
      expectNoProblems([person]);
      await person.context.close();
    });
  });
}
