/** Every paper that the product can make from a replayed year, as trees and as files. */
import { replay } from '../../src/cli/year/replay.ts';
import type { Year } from '../../src/cli/year/year.ts';
import {
  type DeckTree,
  type DocumentTree,
  renderDocx,
  renderPdf,
  renderPptx,
  renderXlsx,
  type WorkbookTree,
} from '../../src/documents/index.ts';
import { convertAll } from '../../src/documents/testing/office.ts';
import { fontsOf, pageSizes, textOf } from '../../src/documents/testing/pdf.ts';
import { type Caller, mayUse } from '../../src/kernel/caller.ts';
import { discoverModules } from '../../src/kernel/discovery.ts';
import { AppError } from '../../src/kernel/error.ts';
import { createJobRunner } from '../../src/kernel/job.ts';
import { silentLog } from '../../src/kernel/log.ts';
import type { Context, DocumentProvider } from '../../src/kernel/module.ts';
import type { TestApplication } from '../../src/kernel/test-application.ts';
import { engagementContract } from '../../src/modules/engagement/contract.ts';

export interface Paper {
  readonly kind: string;
  readonly name: string;
  readonly format: 'docx' | 'pdf' | 'xlsx' | 'pptx';
  readonly tree: DocumentTree | WorkbookTree | DeckTree;
}

/** What no paper may carry: raw values, the city of a specification, half-width kana. */
export const RAW = /undefined|NaN|\[object|千葉市|小金井市|京都市|福岡市|[\uFF61-\uFF9F]|\d{4}-\d\d-\d\dT/u;

/** All texts of a tree. */
export function words(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(words);
}

export function render({ format, tree }: Paper): Promise<Uint8Array> {
  if (format === 'xlsx') return renderXlsx(tree as WorkbookTree);
  if (format === 'pptx') return renderPptx(tree as DeckTree);
  return format === 'docx' ? renderDocx(tree as DocumentTree) : renderPdf(tree as DocumentTree);
}

/** The first paper of every kind. */
export const firstOfKind = (papers: readonly Paper[]): readonly Paper[] =>
  papers.filter(({ kind }, index) => papers.findIndex((paper) => paper.kind === kind) === index);

interface Made {
  readonly papers: readonly Paper[];
  readonly refusals: ReadonlyMap<string, string>;
  /** Names of the standards as the specification gives them, with the name of its own city. */
  readonly standards: readonly string[];
}

interface Wanted {
  /** Ids of the modules whose papers are made; all when left out. */
  readonly from?: readonly string[];
  /** The year stops on this day. */
  readonly until?: string;
}

/** Plays the year and makes its papers; a kind whose occasion has not come says why. */
export async function papersOf(test: TestApplication, year: Year, { from, until }: Wanted): Promise<Made> {
  const { application, clock } = test;
  const { database, blobs } = application.parts;
  const modules = await discoverModules();
  const jobs = createJobRunner({ database, blobs, clock, log: silentLog, modules });
  const { tenantId } = await replay(year, { application, clock, jobs, ...(until === undefined ? {} : { until }) });
  const people = readers(tenantId);
  const [contractor] = people;
  if (contractor === undefined) throw new Error('nobody reads the papers');
  const { engagements } = await application.client(engagementContract, contractor).listEngagements({});
  const engagementId = engagements[0]?.id ?? '';
  const { standards } = await application.client(engagementContract, contractor).getSpecification({ engagementId });
  const papers: Paper[] = [];
  const refusals = new Map<string, string>();
  for (const { contract, documents } of modules) {
    if (from !== undefined && !from.includes(contract.id)) continue;
    for (const provider of documents) {
      const reader = people.find((caller) => mayUse(contract, provider.permission, caller));
      if (reader === undefined) throw new Error(`nobody may make ${provider.kind}`);
      await make(test, { reader, engagementId, provider }, papers, refusals);
    }
  }
  return { papers, refusals, standards: standards.map(({ name }) => name) };
}

function readers(tenantId: number): readonly Caller[] {
  const person = (party: Caller['party'], roles: Caller['roles']): Caller => ({
    tenantId,
    accountId: '00000000-0000-7000-8000-000000000001',
    party,
    roles,
    departmentIds: [],
    clockOffset: 0,
  });
  return [
    person('contractor', ['audit-lead']),
    person('contractor', ['project-manager']),
    person('city', ['security-office']),
  ];
}

interface Order {
  readonly reader: Caller;
  readonly engagementId: string;
  readonly provider: DocumentProvider;
}

async function make(
  test: TestApplication,
  { reader, engagementId, provider }: Order,
  papers: Paper[],
  refusals: Map<string, string>,
): Promise<void> {
  const { kind, title, formats } = provider;
  const subjects = await test.application.run(reader, async (context: Context) =>
    provider.subjects === undefined ? [{ id: null, title: '' }] : provider.subjects(context, engagementId),
  );
  for (const subject of subjects) {
    for (const format of formats) {
      try {
        const tree = await test.application.run(reader, (context: Context) =>
          provider.build(context, { engagementId, subject: subject.id, format }),
        );
        papers.push({ kind, name: `${title}　${subject.title}`, format, tree: tree as Paper['tree'] });
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        refusals.set(kind, error.detail.message ?? error.message);
      }
    }
  }
}

/**
 * Opens the papers in LibreOffice, all in one, and says what an official would complain of: no page, a title that cannot be
 * read, a font that is not in the file, and of a letter far more or fewer pages than the PDF has.
 */
export async function complaints(papers: readonly Paper[]): Promise<string[]> {
  const files: { name: string; bytes: Uint8Array }[] = [];
  for (const [index, paper] of papers.entries())
    files.push({ name: `${index}.${paper.format}`, bytes: await render(paper) });
  const converted = convertAll(files);
  const found: string[] = [];
  for (const [index, paper] of papers.entries()) {
    const pdf = converted.get(`${index}.${paper.format}`) ?? new Uint8Array();
    const pages = pageSizes(pdf).length;
    const say = (what: string): unknown => found.push(`${paper.kind} (${paper.format}): ${what}`);
    if (pages === 0) say('no page');
    if (!textOf(pdf).replace(/\s/gu, '').includes(shownTitle(paper.tree))) say('the title cannot be read');
    if (fontsOf(pdf).some((line) => !/\syes\s+(?:yes|no)\s+(?:yes|no)\s+\d/u.test(line))) say('a font is not embedded');
    if (paper.format !== 'docx') continue;
    const own = pageSizes(await renderPdf(paper.tree as DocumentTree)).length;
    if (Math.abs(pages - own) > Math.max(1, own * PAGES_APART)) say(`${pages} pages, ${own} as PDF`);
  }
  return found;
}

/** Word breaks lines and tables a little otherwise than the PDF. */
const PAGES_APART = 0.25;

/** A workbook shows the titles of its sheets, not the one in its properties. */
const shownTitle = (tree: Paper['tree']): string =>
  ('sheets' in tree ? (tree.sheets[0]?.title ?? tree.sheets[0]?.columns[0]?.title ?? '') : tree.title).replace(
    /\s/gu,
    '',
  );
