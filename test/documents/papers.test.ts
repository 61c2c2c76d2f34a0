/** Every paper that the product can make, over the state in which the demonstration stands. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { year } from '../../content/years/chiba-2026.ts';
import type { DocumentTree } from '../../src/documents/index.ts';
import { objections } from '../../src/documents/testing/ooxml.ts';
import { hasOffice } from '../../src/documents/testing/office.ts';
import { hasPoppler, pageSizes, textOf } from '../../src/documents/testing/pdf.ts';
import { type Prints, printsOf, unlikeApproved } from '../../src/documents/testing/prints.ts';
import { discoverModules } from '../../src/kernel/discovery.ts';
import { startTestApplication, type TestApplication } from '../../src/kernel/test-application.ts';
import { complaints, firstOfKind, type Paper, papersOf, RAW, render, words } from './making.ts';

/** Papers whose occasion has not come on the day of the demonstration; each says what must happen first. */
const NOT_YET = [
  'advice-record',
  'asset-audit-briefing',
  'asset-audit-checklist',
  'asset-audit-debriefing',
  'asset-audit-plan',
  'asset-audit-report',
  'asset-pre-survey',
  'audit-briefing',
  'audit-checklist',
  'audit-committee-report',
  'audit-debriefing',
  'audit-document-list',
  'audit-findings-list',
  'audit-plan',
  'audit-report',
  'audit-report-summary',
  'audit-target-notice',
  'audit-timetable',
  'auditor-course',
  'auditor-report-review',
  'course-attendance',
  'course-completion',
  'course-exercise',
  'course-exercise-answers',
  'course-results',
  'disposal-report',
  'erasure-certificate',
  'external-audit-checklist',
  'external-audit-plan',
  'external-audit-report',
  'incident-report',
  'internal-audit-advice',
  'internal-audit-attendance',
  'internal-audit-briefing',
  'internal-audit-report',
  'internal-auditor-course',
  'internal-basic-plan',
  'internal-checklist',
  'internal-findings-list',
  'internal-followup',
  'internal-forms',
  'internal-implementation-plan',
  'internal-improvement',
  'internal-overall-report',
  'internal-report',
  'internal-section-report',
  'my-number-audit-briefing',
  'my-number-audit-report',
  'my-number-basic-plan',
  'my-number-briefing-paper',
  'my-number-check-analysis',
  'my-number-checklist',
  'my-number-findings-list',
  'my-number-followup',
  'my-number-implementation-plan',
  'my-number-overall-report',
  'my-number-report',
  'my-number-report-slides',
  'my-number-working-paper',
  'pre-survey',
  'result-notice',
  'self-check-advice',
  'subcontract-obligations',
  'system-audit-briefing',
  'system-audit-checklist',
  'system-audit-debriefing',
  'system-audit-plan',
  'system-audit-report',
  'system-pre-survey',
  'three-year-audit-plan',
  'urgent-finding-report',
  'vendor-site-audit-plan',
  'vendor-site-audit-report',
  'vendor-site-checklist',
  'verification-plan',
  'verification-record',
  'yearly-audit-plan',
];

const APPROVED = join(import.meta.dirname, 'approved');

const modules = await discoverModules();
const kinds = modules.flatMap(({ documents }) => documents.map(({ kind }) => kind));
let papers: readonly Paper[] = [];
let refusals: ReadonlyMap<string, string> = new Map();
let test: TestApplication;

beforeAll(async () => {
  test = await startTestApplication({ start: '2026-04-01T00:00:00.000Z' });
  ({ papers, refusals } = await papersOf(test, year, { until: year.demonstrationDay }));
}, 600_000);

afterAll(() => test.close());

const of = (format: Paper['format']): readonly Paper[] => papers.filter((paper) => paper.format === format);

describe('papers of the demonstration', () => {
  it('exist for every kind whose occasion has come; the others say what must come first', () => {
    const made = new Set(papers.map(({ kind }) => kind));
    expect(kinds.filter((kind) => !made.has(kind)).toSorted()).toEqual(NOT_YET);
    for (const message of refusals.values()) expect(message).toMatch(/[ぁ-ん].*。$/u);
  });

  it('address whom they are for, in a form that a letter takes', () => {
    const letters = papers.filter(({ format }) => format === 'docx').map(({ name, tree }) => ({ name, tree }));
    const bare = letters.filter(({ tree }) => {
      const { addressee } = tree as DocumentTree;
      const last = typeof addressee === 'string' ? addressee : addressee?.at(-1);
      return last !== undefined && !/(?:様|御中|宛て|殿)$/u.test(last);
    });
    expect(bare.map(({ name }) => name)).toEqual([]);
  });

  it('carry no raw value, no other city and no half-width kana', () => {
    const wrong = papers.filter(({ tree }) => RAW.test(words(tree).join('\n')));
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('are PDF files with pages on which their title stands, and look as approved', async () => {
    const prints = new Map<string, Prints>();
    for (const paper of of('pdf')) {
      const bytes = await render(paper);
      expect(new TextDecoder('latin1').decode(bytes.subarray(0, 5)), paper.name).toBe('%PDF-');
      if (!hasPoppler) continue;
      expect(pageSizes(bytes).length, paper.name).toBeGreaterThan(0);
      expect(textOf(bytes).replace(/\s/gu, ''), paper.name).toContain(paper.tree.title.replace(/\s/gu, ''));
      if (!prints.has(paper.kind)) prints.set(paper.kind, printsOf(bytes));
    }
    if (hasPoppler) expect(unlikeApproved(join(APPROVED, 'chiba-2026.txt'), prints)).toEqual([]);
  }, 240_000);

  it.each(['docx', 'xlsx', 'pptx'] as const)(
    'are %s files that Office opens without repair',
    async (format) => {
      const examples = firstOfKind(of(format));
      expect(examples.length).toBeGreaterThan(format === 'pptx' ? 2 : 5);
      for (const paper of examples) {
        expect(await objections(await render(paper), format), paper.name).toEqual([]);
      }
    },
    240_000,
  );

  it.skipIf(!hasOffice || !hasPoppler)(
    'are opened by LibreOffice, all in one, with pages, their title and embedded fonts',
    async () => {
      const examples = [...firstOfKind(of('docx')), ...firstOfKind(of('xlsx')), ...firstOfKind(of('pptx'))];
      expect(await complaints(examples)).toEqual([]);
    },
    240_000,
  );

  it('become Word and Excel files for every subject', async () => {
    for (const paper of [...of('docx'), ...of('xlsx')]) {
      expect([...(await render(paper)).subarray(0, 2)], paper.name).toEqual([0x50, 0x4b]);
    }
  }, 240_000);
});
