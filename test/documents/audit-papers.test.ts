/**
 * The papers of audits and self-checks from the years of the other four specifications. With `PAPERS_TO` each is also
 * written to that folder, so that people can look at the pages.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadYear } from '../../src/cli/year/years.ts';
import { hasOffice } from '../../src/documents/testing/office.ts';
import { hasPoppler, pageSizes, textOf } from '../../src/documents/testing/pdf.ts';
import { type Prints, printsOf, unlikeApproved } from '../../src/documents/testing/prints.ts';
import { startTestApplication, type TestApplication } from '../../src/kernel/test-application.ts';
import { complaints, firstOfKind, type Paper, papersOf, RAW, render, words } from './making.ts';

const ABOUT = [
  ...['audit', 'audit-plan', 'audit-report', 'checklist', 'improvement', 'internal-audit'],
  ...['training', 'analysis', 'self-check'],
];
const { PAPERS_TO } = process.env;
const APPROVED = join(import.meta.dirname, 'approved');
/** Kinds with their formats that an earlier year has shown. */
const opened = new Set<string>();

describe.each([
  { name: 'koganei-2023', city: 'くぬぎ市' },
  { name: 'tokubetsuku', city: 'さくら区' },
  { name: 'kyoto-2024', city: 'かえで市' },
  { name: 'fukuoka-2025', city: 'みなと市' },
])('papers of the year of $name', ({ name, city }) => {
  let test: TestApplication;
  let papers: readonly Paper[] = [];
  let standards: readonly string[] = [];

  beforeAll(async () => {
    test = await startTestApplication({ start: '2023-04-01T00:00:00.000Z' });
    ({ papers, standards } = await papersOf(test, await loadYear(name), { from: ABOUT }));
    if (PAPERS_TO !== undefined) await writeAll(join(PAPERS_TO, name), papers);
  }, 600_000);
  afterAll(() => test.close());

  it('carry no raw value, no other city and no half-width kana', () => {
    const others = ['くぬぎ市', 'さくら区', 'かえで市', 'みなと市'].filter((other) => other !== city);
    const wrong = papers.filter(({ tree }) => {
      // A standard is cited by the name that the specification gives it.
      const text = standards.reduce((rest, name) => rest.replaceAll(name, ''), words(tree).join('\n'));
      return RAW.test(text) || others.some((other) => text.includes(other));
    });
    expect(papers.length).toBeGreaterThan(20);
    expect(wrong.map((paper) => paper.name)).toEqual([]);
  });

  it('are PDF files with pages on which their title stands, and look as approved', { timeout: 600_000 }, async () => {
    const prints = new Map<string, Prints>();
    for (const paper of firstOfKind(papers.filter(({ format }) => format === 'pdf'))) {
      const bytes = await render(paper);
      expect(new TextDecoder('latin1').decode(bytes.subarray(0, 5)), paper.name).toBe('%PDF-');
      if (!hasPoppler) continue;
      expect(pageSizes(bytes).length, paper.name).toBeGreaterThan(0);
      expect(textOf(bytes).replace(/\s/gu, ''), paper.name).toContain(paper.tree.title.replace(/\s/gu, ''));
      prints.set(paper.kind, printsOf(bytes));
    }
    if (hasPoppler) expect(unlikeApproved(join(APPROVED, `${name}.txt`), prints)).toEqual([]);
  });

  it.skipIf(!hasOffice || !hasPoppler)(
    'are opened by LibreOffice, all in one, with pages, their title and embedded fonts',
    { timeout: 600_000 },
    async () => {
      const examples = (['docx', 'xlsx', 'pptx'] as const).flatMap((wanted) =>
        firstOfKind(papers.filter(({ format, kind }) => format === wanted && !opened.has(`${kind} ${format}`))),
      );
      for (const { kind, format } of examples) opened.add(`${kind} ${format}`);
      expect(await complaints(examples)).toEqual([]);
    },
  );
});

async function writeAll(folder: string, papers: readonly Paper[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const [index, paper] of papers.entries()) {
    const name = `${String(index).padStart(3, '0')}-${paper.kind}.${paper.format}`;
    writeFileSync(join(folder, name), await render(paper));
  }
}
