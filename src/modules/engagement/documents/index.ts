/** Documents that the engagement can produce, and its chapter of the business report. */
import { dayOf } from '../../../core/calendar/index.ts';
import { readFacts } from '../../../kernel/journal.ts';
import type { ChapterProvider, Context, DocumentProvider } from '../../../kernel/module.ts';
import { getEngagement, getSpecification } from '../operations/engagements.ts';
import { traceClauses } from '../operations/obligations.ts';
import { clauseTableTree, type ClauseTableSource, clauseTableWorkbook } from './clause-table.ts';
import { masterScheduleTree, masterScheduleWorkbook } from './master-schedule.ts';
import { readMasterSource } from './master-source.ts';
import { planChapter } from './plan-chapter.ts';
import { clauseGaps, planGaps } from './gaps.ts';
import { WORK_PLAN_FIELDS } from './fields.ts';
import { readPlanSource } from './plan-source.ts';
import { recordsChapter } from './records-chapter.ts';
import { wbsTree, wbsWorkbook, workPlanWorkbook } from './wbs.ts';
import { workPlanTree } from './work-plan.ts';

export const documents: readonly DocumentProvider[] = [
  {
    kind: 'work-plan',
    fields: WORK_PLAN_FIELDS,
    title: '作業計画書',
    formats: ['docx', 'pdf', 'xlsx'],
    permission: 'engagement.follow',
    gaps: planGaps,
    async build(context, { engagementId, format }) {
      const source = await readPlanSource(context, engagementId);
      return format === 'xlsx' ? workPlanWorkbook(source) : workPlanTree(source);
    },
  },
  {
    kind: 'wbs',
    title: 'WBS（作業分解構成図）',
    formats: ['xlsx', 'pdf'],
    permission: 'engagement.follow',
    gaps: planGaps,
    async build(context, { engagementId, format }) {
      const source = await readPlanSource(context, engagementId);
      return format === 'xlsx' ? wbsWorkbook(source) : wbsTree(source);
    },
  },
  {
    kind: 'master-schedule',
    title: '大日程表',
    formats: ['xlsx', 'pdf'],
    permission: 'engagement.follow',
    async build(context, { engagementId, format }) {
      const source = await readMasterSource(context, engagementId);
      return format === 'xlsx' ? masterScheduleWorkbook(source) : masterScheduleTree(source);
    },
  },
  {
    kind: 'clause-table',
    title: '仕様書対応表',
    formats: ['xlsx', 'docx', 'pdf'],
    permission: 'engagement.follow',
    gaps: clauseGaps,
    async build(context, { engagementId, format }) {
      const source = await readClauses(context, engagementId);
      return format === 'xlsx' ? clauseTableWorkbook(source) : clauseTableTree(source);
    },
  },
];

export const chapters: readonly ChapterProvider[] = [
  {
    topic: 'work-plan',
    permission: 'engagement.follow',
    async build(context, engagementId) {
      const source = await readPlanSource(context, engagementId);
      const held = await readFacts(context.tx, { engagementId, kinds: ['meeting.held'] });
      const briefings = held
        .filter(({ data }) => data['type'] === 'ciso-plan')
        .map(({ data, at }) => ({
          day: typeof data['occurredOn'] === 'string' ? data['occurredOn'] : dayOf(at),
          mode: typeof data['mode'] === 'string' ? data['mode'] : '対面',
        }));
      return planChapter(source, briefings);
    },
  },
  {
    topic: 'records',
    permission: 'engagement.follow',
    async build(context, engagementId, clauses) {
      const traced = await traceClauses(context, { engagementId });
      return recordsChapter(traced.clauses.filter(({ id }) => clauses.includes(id)));
    },
  },
];

async function readClauses(context: Context, engagementId: string): Promise<ClauseTableSource> {
  const engagement = await getEngagement(context, { engagementId });
  const { title } = await getSpecification(context, { engagementId });
  const { clauses, today } = await traceClauses(context, { engagementId });
  return { engagement, specificationTitle: title, clauses, today };
}
