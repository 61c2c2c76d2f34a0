/** Reports, and the sheets that departments get. */
import { z } from 'zod';
import { command, download, query } from '../../../kernel/contract.ts';
import { engagementInput, id, instant } from '../../../kernel/schema.ts';
import { campaignInput } from './views.ts';

/** A PDF alone: only there one page is sure to be one page on every computer. */
const one = campaignInput.extend({ departmentId: id });

export const feedbackRun = z.strictObject({
  id,
  number: z.int(),
  state: z.enum(['making', 'made', 'failed']),
  departments: z.int(),
  done: z.int(),
  askedAt: instant,
  /** Departments whose sheet could not hold all items, and how many are left out on it. */
  overflow: z.array(z.strictObject({ departmentName: z.string(), left: z.int() })),
  failure: z.string().nullable(),
});
export type FeedbackRun = z.output<typeof feedbackRun>;

export const documentOperations = {
  downloadReport: download({
    summary: '自己点検結果報告書又はマイナンバー自己点検分析結果書を、今の記録から作って返す。',
    permission: 'analysis.read',
    input: engagementInput.extend({ kind: z.string().max(60), format: z.enum(['docx', 'pdf', 'xlsx', 'pptx']) }),
  }),
  downloadFeedback: download({
    summary: '所属一つの結果通知を返す。',
    permission: 'analysis.read',
    input: one,
  }),
  downloadOwnFeedback: download({
    summary: '自分の所属の結果通知を返す。',
    permission: 'feedback.own',
    input: one,
  }),
  listFeedbackRuns: query({
    summary: '全所属の結果通知を作った記録を返す。',
    permission: 'analysis.decide',
    input: campaignInput,
    output: z.strictObject({ runs: z.array(feedbackRun) }),
  }),
  makeFeedback: command({
    summary: '全所属の結果通知を一度に作り始める。出来上がりは一つのZIPファイルになる。',
    permission: 'analysis.decide',
    input: campaignInput,
    output: feedbackRun,
  }),
  downloadFeedbackRun: download({
    summary: '作り終えた全所属の結果通知をZIPファイルで返す。',
    permission: 'analysis.decide',
    input: z.strictObject({ runId: id }),
  }),
};
