/** Documents that the engagement can produce, and its chapter of the business report. */
import { dayOf, endOfMonth, formatEraMonth } from '../../../core/calendar/index.ts';
import { AppError } from '../../../kernel/error.ts';
import { readFacts } from '../../../kernel/journal.ts';
import type { ChapterProvider, Context, DocumentProvider } from '../../../kernel/module.ts';
import { monthsOfPeriod } from '../month-report.ts';
import { getEngagement, getSpecification } from '../operations/engagements.ts';
import { readMonthSource } from '../operations/month-report.ts';
import { traceClauses } from '../operations/obligations.ts';
import { clauseTableTree, type ClauseTableSource, clauseTableWorkbook } from './clause-table.ts';
import { masterScheduleTree, masterScheduleWorkbook } from './master-schedule.ts';
import { readMasterSource } from './master-source.ts';
import { MONTH_REPORT_TITLE, monthReportTree, monthReportWorkbook } from './month-report.ts';
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
    editions: ['executive'],
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
    gaps: planGaps,
    async build(context, { engagementId, format }) {
      const source = await readMasterSource(context, engagementId);
      return format === 'xlsx' ? masterScheduleWorkbook(source) : masterScheduleTree(source);
    },
  },
  {
    kind: 'month-report',
    title: MONTH_REPORT_TITLE,
    formats: ['docx', 'xlsx', 'pdf'],
    permission: 'engagement.follow',
    perSubject: '月',
    async build(context, { engagementId, subject, format }) {
      const months = await pastMonths(context, engagementId);
      const month = months.find((it) => it === subject);
      if (month === undefined) throw new AppError('record.missing', { internal: 'month of the contract' });
      const source = await readMonthSource(context, { engagementId, month, party: 'contractor' });
      return format === 'xlsx' ? monthReportWorkbook(source) : monthReportTree(source);
    },
    async subjects(context, engagementId) {
      const months = await pastMonths(context, engagementId);
      return months.map((month) => ({ id: month, title: `${formatEraMonth(`${month}-01`)}分` }));
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
      const { meetings } = await getSpecification(context, { engagementId });
      const asked = meetings.some(({ type }) => type === 'ciso-plan');
      return planChapter(source, asked || briefings.length > 0 ? briefings : null);
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

/** Months of the contract that are over, and the present one on its last day. */
async function pastMonths(context: Context, engagementId: string): Promise<readonly string[]> {
  const { periodFrom, periodTo } = await getEngagement(context, { engagementId });
  return monthsOfPeriod(periodFrom, periodTo).filter((month) => {
    const last = endOfMonth(`${month}-01`);
    return (last < periodTo ? last : periodTo) <= context.today;
  });
}
