import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  chartWords,
  detailedOf,
  editionOf,
  type DocumentTree,
  document,
  renderDocx,
  renderPdf,
  renderPptx,
  type DeckTree,
  renderXlsx,
  type Block,
  type WorkbookTree,
} from '../../documents/index.ts';
import { contractCheckTree } from './documents/contract-check.ts';
import { findingsTree } from './documents/findings.ts';
import { chapters, documents } from './documents/index.ts';
import { clientOf, readSource } from './documents/source.ts';
import { type AuditTest, startAudit } from './testing/start-audit.ts';
import { fillAudit } from './testing/fill-audit.ts';

let test: AuditTest;

beforeAll(async () => {
  test = await startAudit();
  await fillAudit(test);
}, 120_000);
afterAll(() => test.close());

const lead = () => test.caller(['audit-lead']);

async function render(format: 'docx' | 'pdf' | 'xlsx' | 'pptx', tree: unknown): Promise<Uint8Array> {
  if (format === 'xlsx') return renderXlsx(tree as WorkbookTree);
  if (format === 'pptx') return renderPptx(tree as DeckTree);
  return format === 'docx' ? renderDocx(tree as DocumentTree) : renderPdf(tree as DocumentTree);
}

/** Of audits that the focus theme has not; the years of the other specifications make them (`test/documents/audit-papers`). */
const ELSEWHERE = new Set(['internal-audit-attendance', 'my-number-working-paper']);
const own = documents.filter(({ kind }) => !ELSEWHERE.has(kind));

describe.each(own.map((provider) => [provider.title, provider] as const))('%s', (_title, provider) => {
  it.each(provider.formats)('is set as %s', async (format) => {
    const { engagementId } = test;
    const subjects = await test.application.run(lead(), async (context) =>
      provider.subjects === undefined ? [null] : (await provider.subjects(context, engagementId)).map(({ id }) => id),
    );
    expect(subjects.length).toBeGreaterThan(0);
    for (const subject of provider.kind === 'result-notice' ? subjects.slice(0, 1) : subjects) {
      const tree = await test.application.run(lead(), (context) =>
        provider.build(context, { engagementId, subject, format }),
      );
      const bytes = await render(format, tree);
      expect(new TextDecoder('latin1').decode(bytes.slice(0, 4))).toBe(format === 'pdf' ? '%PDF' : 'PK\u0003\u0004');
    }
  });
});

describe('chapters of the business report', () => {
  it.each(chapters.map(({ topic }) => topic))('%s fits under a heading of the report', async (topic) => {
    const chapter = chapters.find((one) => one.topic === topic);
    const blocks = (await test.application.run(
      lead(),
      (context) => chapter?.build(context, test.engagementId, []) ?? Promise.resolve([]),
    )) as Block[];
    expect(blocks.filter(({ kind }) => kind === 'table').length).toBeGreaterThan(0);
    const tree = document({ title: '事業報告書' }, [{ kind: 'heading', level: 1, content: '章' }, ...blocks]);
    expect((await renderPdf(tree)).length).toBeGreaterThan(1000);
  });
});

describe.each([
  ['audit-policy', '決定した事項'],
  ['contract-check', '判断を要する事項'],
])('the edition of %s for executives', (kind, asked) => {
  it('is one page of what they decide, which stands in no other edition', async () => {
    const { engagementId } = test;
    const provider = documents.find((one) => one.kind === kind);
    expect(provider?.editions).toEqual(['executive']);
    const trees = await test.application.run(lead(), async (context) => {
      const subjects = (await provider?.subjects?.(context, engagementId)) ?? [{ id: null }];
      const built: unknown[] = [];
      for (const { id } of subjects)
        built.push(await provider?.build(context, { engagementId, subject: id, format: 'pdf' }));
      return built;
    });
    expect(trees.length).toBeGreaterThan(0);
    for (const tree of trees as DocumentTree[]) {
      const { tree: short } = editionOf(tree, { kind: 'executive' });
      const whole = detailedOf(tree);
      expect(JSON.stringify(short.blocks)).toContain(asked);
      expect(JSON.stringify(whole.blocks)).not.toContain(asked);
      expect(JSON.stringify(whole.blocks).length).toBeGreaterThan(JSON.stringify(short.blocks).length);
      const pdf = await PDFDocument.load(await renderPdf(short));
      expect(pdf.getPageCount()).toBe(1);
    }
  });
});

describe('the check of a contract for executives', () => {
  it('stays on one page with as many items as a contract has, all of them long and open', async () => {
    const { engagementId } = test;
    const tree = await test.application.run(lead(), async (context) => {
      const source = await readSource(context, engagementId);
      const [first] = (await clientOf(context).listContracts({ engagementId })).contracts;
      const { contract, items } = await clientOf(context).getContract({ contractId: first?.id ?? '' });
      const long =
        '受託者は、契約の終了後に、控えを含む市のデータを消去し、その方法及び日時を記した証明書を提出すること。'.repeat(
          3,
        );
      const open = items.map((item) => ({
        ...item,
        ...{ judgement: 'absent' as const, waiver: null, improvement: null, assumedRisk: long },
        advice: { kind: 'wording' as const, text: long, reason: '' },
      }));
      const audit = source.audits.find(({ id }) => id === contract.auditId);
      if (audit === undefined) throw new Error('no audit');
      return contractCheckTree(source, { contract, items: open }, audit);
    });
    const { tree: short } = editionOf(tree, { kind: 'executive' });
    expect(JSON.stringify(short.blocks)).toContain('このほかの');
    expect((await PDFDocument.load(await renderPdf(short))).getPageCount()).toBe(1);
  });
});

describe('what a document shows', () => {
  it('keeps working papers out of the hands of the city', async () => {
    const provider = documents.find(({ kind }) => kind === 'checklist');
    const of = (roles: Parameters<AuditTest['caller']>[0]) =>
      test.application.run(
        test.caller(roles),
        (context) =>
          provider?.build(context, { engagementId: test.engagementId, subject: null, format: 'xlsx' }) ??
          Promise.resolve(null),
      ) as Promise<WorkbookTree>;
    const [own] = (await of(['auditor'])).sheets.slice(1);
    const [city] = (await of(['security-office'])).sheets.slice(1);
    expect(own?.rows.length).toBeGreaterThan(20);
    expect(city?.rows).toEqual([]);
  });
});

describe('the list of findings', () => {
  it('shows which to begin with once importance and ease are judged', async () => {
    const { engagementId } = test;
    const tree = await test.application.run(lead(), async (context) => {
      const { findings } = await clientOf(context).listFindings({ engagementId });
      const judged = findings
        .filter(({ state }) => state !== 'withdrawn')
        .map((one, index) => ({
          ...one,
          importance: index === 0 ? ('high' as const) : ('low' as const),
          ease: 'easy' as const,
        }));
      return findingsTree(await readSource(context, engagementId), judged);
    });
    const [found] = tree.blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : []));
    if (found?.kind !== 'risk-matrix') throw new Error('no matrix');
    expect(found.items.map(({ impact }) => impact)).toEqual([2, 0]);
    expect(chartWords(found)).toContain('優先度が高いもの1件、中程度のもの1件、低いもの0件');
    expect(chartWords(found)).not.toContain('リスク');
    expect((await renderPdf(detailedOf(tree))).length).toBeGreaterThan(1000);
    const bare = await test.application.run(lead(), async (context) =>
      findingsTree(
        await readSource(context, engagementId),
        (await clientOf(context).listFindings({ engagementId })).findings,
      ),
    );
    expect(bare.blocks.some(({ kind }) => kind === 'chart')).toBe(false);
  });
});
