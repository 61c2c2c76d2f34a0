/** axe-core over the page that is open: the rules of WCAG 2.2 AA. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** Breaches, one line each: rule, first place. What repeats is judged once. */
export async function axe(page: Page): Promise<string[]> {
  // Through the debugging protocol: the content policy forbids the page itself to take in a script.
  const session = await page.context().newCDPSession(page);
  try {
    await session.send('Runtime.evaluate', {
      expression: `globalThis.axe === undefined && (()=>{${SOURCE}})()`,
      allowUnsafeEvalBlockedByCSP: true,
    });
    await markRepeated(page);
    const run = `axe.run({ exclude: [['[data-repeated]']] }, { runOnly: ${JSON.stringify(TAGS)}, resultTypes: ['violations'] })
      .then((result) => JSON.stringify(result.violations))`;
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression: run,
      awaitPromise: true,
      returnByValue: true,
      allowUnsafeEvalBlockedByCSP: true,
    });
    if (typeof result.value !== 'string') throw new Error(`axe did not run: ${exceptionDetails?.text ?? ''}`);
    return (JSON.parse(result.value) as readonly Violation[]).map(
      ({ id, help, nodes }) => `${id}（${help}） ${nodes.length}× ${nodes[0]?.html.slice(0, 200) ?? ''}`,
    );
  } finally {
    await session.detach();
  }
}

/** Marks rows and entries that look like one before them: the same elements with the same looks and roles, filled or empty. */
async function markRepeated(page: Page): Promise<void> {
  await page.evaluate(() => {
    const looks = new Set(['class', 'role', 'type']);
    const shapeOf = (it: Element): string =>
      [
        it.tagName,
        it.textContent === '',
        ...[...it.attributes].map(({ name, value }) => [name, looks.has(name) && value]),
      ]
        .flat()
        .join(' ');
    const seen = new Set<string>();
    for (const row of document.querySelectorAll<HTMLElement>('tbody > tr, li')) {
      const shape = [row, ...row.querySelectorAll('*')].map(shapeOf).join('|');
      if (seen.has(shape)) row.dataset['repeated'] = '';
      seen.add(shape);
    }
  });
}
