import { describe, expect, it } from 'vitest';
import {
  type Block,
  type Cell,
  detailedOf,
  type DocumentTree,
  editionOf,
  renderDocx,
  renderPdf,
  renderXlsx,
  type WorkbookTree,
} from '../../../documents/index.ts';
import { hasPoppler, pageSizes, textOf } from '../../../documents/testing/pdf.ts';
import type { ClauseTraceView } from '../contract.ts';
import { sampleEngagement, sampleMaster, sampleSource, unplannedSource } from '../testing/sample-plan.ts';
import { clauseTableTree, clauseTableWorkbook, fulfilment } from './clause-table.ts';
import { masterScheduleTree, masterScheduleWorkbook } from './master-schedule.ts';
import { planChapter } from './plan-chapter.ts';
import { withProgress } from './plan-source.ts';
import { wbsTree, wbsWorkbook, workPlanWorkbook } from './wbs.ts';
import { workPlanTree } from './work-plan.ts';

const clause: ClauseTraceView = {
  id: '9(1)ア-p1',
  title: '作業計画書とスケジュールの案の作成',
  kind: 'deliverable',
  capability: 'engagement',
  summary: '作業計画書とスケジュールの案を作り、説明する。',
  state: 'met',
  proof: [{ seq: 31, kind: 'plan.approved', day: '2026-06-12' }],
  reason: null,
  isStatement: false,
};
const clauses: readonly ClauseTraceView[] = [
  clause,
  { ...clause, id: '9(2)', state: 'planned', proof: [], reason: '記録はまだありません。' },
];
const table = {
  engagement: sampleEngagement,
  specificationTitle: '仕様書',
  clauses,
  today: '2026-10-07',
};

const headings = (tree: DocumentTree): unknown[] =>
  tree.blocks
    .flatMap((block): readonly Block[] => (block.kind === 'section' ? block.blocks : [block]))
    .flatMap((block) => (block.kind === 'heading' && block.level === 1 ? [block.content] : []));

const textOfCell = (found: Cell | undefined): unknown => (typeof found === 'object' ? found.content : found);

describe('the work plan', () => {
  it('has what the specification asks for: work per item, dependencies, organisation, schedule', () => {
    expect(headings(detailedOf(workPlanTree(sampleSource)))).toEqual([
      '契約の概要',
      '業務項目別の作業内容',
      '作業間の相互関係',
      '運営体制',
      '作業環境',
      'スケジュール（WBS）',
    ]);
  });

  it('is for executives a short one, with the periods of the work items', () => {
    const { tree } = editionOf(workPlanTree(sampleSource), { kind: 'executive' });
    expect(headings(tree)).toEqual(['契約の概要', '業務項目と予定期間', '運営体制']);
    const items = tree.blocks.findLast(
      (block) => block.kind === 'table' && JSON.stringify(block.header).includes('業務項目'),
    );
    const counted = items?.kind === 'table' ? items.rows.map(([, , count]) => Number(textOfCell(count))) : [];
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(sampleSource.tasks.length);
  });

  it('says every task by its name, in the document and in the workbook', () => {
    const text = JSON.stringify(workPlanTree(sampleSource).blocks);
    const sheets = JSON.stringify(workPlanWorkbook(sampleSource).sheets);
    for (const { name } of sampleSource.tasks) {
      expect(text).toContain(name);
      expect(sheets).toContain(name);
    }
  });

  it('is a draft by its title as long as no version exists', () => {
    expect(workPlanTree(unplannedSource).subtitle).toContain('（案）');
    expect(workPlanTree(sampleSource).subtitle).toContain('（第2版）');
  });

  it('shows the plan of the version with the progress of today', () => {
    const [planned] = sampleSource.tasks;
    if (planned === undefined) throw new Error('a task');
    const moved = { ...planned, plannedEnd: '2027-01-01', percent: 55, actualStart: '2026-07-02' };
    expect(withProgress([planned], [moved])).toEqual([{ ...planned, percent: 55, actualStart: '2026-07-02' }]);
  });
});

describe('the WBS on paper', () => {
  it('says the approved dates where the plan has moved since', () => {
    const [first] = sampleSource.tasks;
    if (first === undefined) throw new Error('a task');
    expect(JSON.stringify(wbsTree(sampleSource).blocks)).not.toContain('基準R8');
    const moved = { ...sampleSource, tasks: [{ ...first, plannedEnd: '2026-10-15' }, ...sampleSource.tasks.slice(1)] };
    expect(JSON.stringify(wbsTree(moved).blocks)).toContain('R8.10.15\\n基準R8.9.30');
    const excluded = { ...sampleSource, tasks: [{ ...first, excluded: 'no-target' as const }] };
    expect(JSON.stringify(wbsTree(excluded).blocks)).toContain('（対象外：対象がない）');
  });
});

describe('the 大日程表', () => {
  it('has plan and result of every phase, meetings and fixed dates', () => {
    const text = JSON.stringify(masterScheduleTree(sampleMaster).blocks);
    for (const { title } of sampleMaster.phases) expect(text).toContain(title);
    expect(text).toContain('◆4　令和9年3月31日　事業報告書の提出期限、委託期間の末日');
    const [sheet] = masterScheduleWorkbook(sampleMaster).sheets;
    expect(sheet?.rows).toHaveLength(2 + sampleMaster.phases.length * 2);
    expect(sheet?.rows[1]?.slice(3, 6)).toEqual(['9', '', '23']);
  });

  it.skipIf(!hasPoppler)('fits on one sheet of A3', async () => {
    const pdf = await renderPdf(masterScheduleTree(sampleMaster));
    expect(pageSizes(pdf)).toEqual(['1191 x 842']);
    expect(textOf(pdf)).toContain('大日程表');
  });
});

describe('the clause table', () => {
  it('names the records of a clause, or says why there is none', () => {
    expect(clauses.map(fulfilment)).toEqual([
      '作業計画書の承認　令和8年6月12日（記録第31号）',
      '記録はまだありません。',
    ]);
  });

  it('has one row per clause, in the order of the specification', () => {
    const rows = clauseTableWorkbook(table).sheets[0]?.rows.map((row) => row[0]);
    expect(rows).toEqual(['9(1)ア（その1）', '9(2)']);
  });
});

describe('the chapter on the plan', () => {
  it('tells of versions that the city has seen, never of a draft', () => {
    const [first] = sampleSource.plans;
    if (first === undefined) throw new Error('a version');
    const draft = { ...first, version: 3, state: 'draft', reason: '内部の検討' } as const;
    const text = JSON.stringify(planChapter({ ...sampleSource, plans: [...sampleSource.plans, draft] }, []));
    expect(text).toContain('令和8年6月12日に承認を得ました');
    expect(text).not.toContain('内部の検討');
  });

  it('tells of the briefing of the CISO only where the specification asks for it', () => {
    expect(JSON.stringify(planChapter(sampleSource, []))).toContain('作業計画の説明の記録は、まだありません。');
    expect(JSON.stringify(planChapter(sampleSource, null))).not.toContain('CISO');
  });
});

describe('files', () => {
  const trees: readonly (readonly [string, DocumentTree])[] = [
    ['work plan', workPlanTree(sampleSource)],
    ['work plan without a version', workPlanTree(unplannedSource)],
    ['WBS', wbsTree(sampleSource)],
    ['master schedule', masterScheduleTree(sampleMaster)],
    ['clause table', clauseTableTree(table)],
  ];
  const workbooks: readonly (readonly [string, WorkbookTree])[] = [
    ['work plan', workPlanWorkbook(sampleSource)],
    ['WBS', wbsWorkbook(sampleSource)],
    ['master schedule', masterScheduleWorkbook(sampleMaster)],
    ['clause table', clauseTableWorkbook(table)],
  ];

  it.each(trees)('%s: Word and PDF come out', async (_name, tree) => {
    expect([...(await renderDocx(tree)).subarray(0, 2)]).toEqual([0x50, 0x4b]);
    expect(new TextDecoder().decode((await renderPdf(tree)).subarray(0, 5))).toBe('%PDF-');
  });

  it.each(workbooks)('%s: Excel comes out', async (_name, tree) => {
    expect([...(await renderXlsx(tree)).subarray(0, 2)]).toEqual([0x50, 0x4b]);
  });

  it.skipIf(!hasPoppler)('the WBS of the year fits on one sheet of A3', async () => {
    const pdf = await renderPdf(wbsTree(sampleSource));
    expect(pageSizes(pdf)).toEqual(['1191 x 842']);
    expect(textOf(pdf)).toContain('監査方針の作成と協議');
  });
});
