/** Results: answers of a department, analysis, contradictions. */
import { z } from 'zod';
import { answerSheet } from '../../../core/assessment/answer-schema.ts';
import type { Questionnaire } from '../../../core/content-schema/index.ts';
import { download, query } from '../../../kernel/contract.ts';
import { engagementInput, id, instant } from '../../../kernel/schema.ts';
import { answerFile } from './answering.ts';
import { campaignSummary, respondentKey } from './campaigns.ts';

const campaignInput = z.strictObject({ campaignId: id });
const one = z.strictObject(respondentKey);
const form = z.custom<Questionnaire>((value) => typeof value === 'object' && value !== null);

export const revision = z.strictObject({
  revision: z.int(),
  answers: answerSheet,
  points: z.number().nullable(),
  proxy: z.boolean(),
  submittedAt: instant,
});

export const itemAnalysis = z.strictObject({
  id: z.string(),
  number: z.int(),
  question: z.string(),
  section: z.string(),
  severity: z.int(),
  revision: z.int(),
  yes: z.int(),
  no: z.int(),
  withAlternative: z.int(),
  notApplicable: z.int(),
  rate: z.number().nullable(),
});

export const choiceAnalysis = z.strictObject({
  item: z.string(),
  /** Null for an item outside a table. */
  column: z.string().nullable(),
  label: z.string(),
  counts: z.array(z.strictObject({ value: z.string(), label: z.string(), count: z.int() })),
});

export const analysis = z.strictObject({
  answered: z.int(),
  points: z.number().nullable(),
  items: z.array(itemAnalysis),
  sections: z.array(z.strictObject({ title: z.string(), rate: z.number().nullable() })),
  bureaus: z.array(z.strictObject({ name: z.string(), departments: z.int(), points: z.number().nullable() })),
  spread: z.array(z.strictObject({ label: z.string(), departments: z.int() })),
  weak: z.array(z.string()),
});
export type AnalysisView = z.output<typeof analysis>;

const yearChange = z.strictObject({ id: z.string(), before: z.number(), after: z.number() });

export const ownItem = z.strictObject({
  id: z.string(),
  number: z.int(),
  section: z.string(),
  question: z.string(),
  /** Own achievement in percent; null when it was not counted. */
  own: z.number().nullable(),
  /** Mean of all departments; null as `averagePoints`, counting those whom the item concerns. */
  all: z.number().nullable(),
  before: z.number().nullable(),
  howToCheck: z.string(),
  good: z.string(),
});

export const contradiction = z.strictObject({
  departmentId: id,
  departmentName: z.string(),
  rule: z.string(),
  checkItem: z.string(),
  surveyItem: z.string(),
  message: z.string(),
});

/** A chart as a page shows it: the drawing, what it says, its figures. */
export const chartPage = z.strictObject({
  title: z.string(),
  svg: z.string(),
  words: z.string(),
  source: z.string().nullable(),
  header: z.array(z.string()),
  rows: z.array(z.array(z.string())),
});

export const resultOperations = {
  getResponse: query({
    summary: '所属が提出した回答を、提出の履歴とともに返す。',
    permission: 'response.read',
    input: one,
    output: z.strictObject({
      campaign: campaignSummary,
      departmentName: z.string(),
      form,
      files: z.array(answerFile),
      /** The newest first; the first one counts. */
      revisions: z.array(revision),
    }),
  }),
  analyseCampaign: query({
    summary: '調査の結果を、設問・分類・局ごとに集計し、前回と比べて返す。',
    permission: 'result.read',
    input: campaignInput,
    output: z.strictObject({
      campaign: campaignSummary,
      analysis,
      choices: z.array(choiceAnalysis),
      /** What is not shown because too few answered; null where all is shown and answers bear names. */
      suppression: z
        .strictObject({
          smallestGroup: z.int(),
          /** Answers are still taken: nothing is shown, for two looks would tell what came between them. */
          open: z.boolean(),
          /** Open, or fewer answers in all than the smallest group: nothing is shown. */
          few: z.boolean(),
          hiddenGroups: z.array(z.string()),
          /** Numbers of the items that too few answered. */
          hiddenItems: z.array(z.int()),
        })
        .nullable(),
      previous: z.strictObject({ title: z.string(), fiscalYear: z.int(), changes: z.array(yearChange) }).nullable(),
    }),
  }),
  drawResults: query({
    summary: '自己点検の結果をグラフにして、説明の文と値とともに返す。',
    permission: 'result.read',
    input: campaignInput,
    output: z.strictObject({ charts: z.array(chartPage) }),
  }),
  getOwnResult: query({
    summary: '自分の所属の自己点検の結果を、全体の平均と前回の結果とともに返す。',
    permission: 'response.own',
    input: one,
    output: z.strictObject({
      campaign: campaignSummary,
      departmentName: z.string(),
      points: z.number().nullable(),
      /** Null while answers come in, and where it would be the mean of fewer others than `smallestGroup`. */
      averagePoints: z.number().nullable(),
      smallestGroup: z.int(),
      items: z.array(ownItem),
    }),
  }),
  findContradictions: query({
    summary: '自己点検と予備調査で食い違う回答を返す。',
    permission: 'result.read',
    input: engagementInput,
    output: z.strictObject({ contradictions: z.array(contradiction) }),
  }),
  downloadDocument: download({
    summary: '自己点検結果一覧、自己点検集計表、自己点検結果説明資料又は予備調査一覧を、今の記録から作って返す。',
    permission: 'result.read',
    input: engagementInput.extend({ kind: z.string().max(60), format: z.enum(['docx', 'pdf', 'xlsx', 'pptx']) }),
  }),
};
