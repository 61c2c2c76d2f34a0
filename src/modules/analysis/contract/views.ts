/** What the answers of a campaign say together. Small groups are kept back in every one of these. */
import { z } from 'zod';
import { query } from '../../../kernel/contract.ts';
import { engagementInput, id, instant } from '../../../kernel/schema.ts';
import { criteriaVersion } from './settings.ts';

export const campaignInput = z.strictObject({ campaignId: id });
const percent = z.number().nullable();

export const campaignHead = z.strictObject({
  id,
  engagementId: id,
  type: z.string(),
  title: z.string(),
  fiscalYear: z.int(),
  opens: z.string(),
  due: z.string(),
  state: z.enum(['open', 'closed']),
  /** Who answers: departments, people or affairs. */
  unit: z.string(),
  /** Nothing but sums may be read of its answers. */
  anonymous: z.boolean(),
  delivered: z.boolean(),
  asked: z.int(),
  answered: z.int(),
});
export type CampaignHead = z.output<typeof campaignHead>;

export const itemRow = z.strictObject({
  id: z.string(),
  number: z.int(),
  section: z.string(),
  question: z.string(),
  severity: z.int(),
  answered: z.int(),
  hidden: z.boolean(),
  rate: percent,
  notApplicable: percent,
  counts: z.array(z.strictObject({ label: z.string(), count: z.int() })),
  /** The provisions that it rests on, as documents cite them. */
  citations: z.array(z.string()),
});

export const areaRow = z.strictObject({ id: z.string(), label: z.string(), items: z.int(), rate: percent });

export const groupResult = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** Kept back because they are small, or because they would give a small one away. */
  hidden: z.int(),
  rows: z.array(
    z.strictObject({
      name: z.string(),
      respondents: z.int().nullable(),
      points: percent,
      sections: z.array(percent),
    }),
  ),
});

export const recorded = z.strictObject({ number: z.int(), summary: z.string(), recordedAt: instant });

export const overview = z.strictObject({
  campaign: campaignHead,
  criteria: criteriaVersion,
  /** Even the total would tell too much. */
  hidden: z.boolean(),
  points: percent,
  completion: z.array(z.strictObject({ bureau: z.string(), asked: z.int(), answered: z.int() })),
  spread: z.array(z.strictObject({ label: z.string(), count: z.int() })),
  sections: z.array(z.strictObject({ title: z.string(), rate: percent })),
  chapters: z.array(areaRow),
  measures: z.array(areaRow),
  groups: z.array(groupResult),
  items: z.array(itemRow),
  /** Ids of the weakest items, the weakest first. */
  weak: z.array(z.string()),
  recorded: recorded.nullable(),
});
export type Overview = z.output<typeof overview>;

export const years = z.strictObject({
  campaign: campaignHead,
  years: z.array(z.strictObject({ fiscalYear: z.int(), title: z.string(), answered: z.int(), points: percent })),
  items: z.array(
    z.strictObject({
      id: z.string(),
      number: z.int(),
      question: z.string(),
      rates: z.array(percent),
      change: percent,
      better: z.int(),
      worse: z.int(),
    }),
  ),
  incomparable: z.array(z.strictObject({ id: z.string(), question: z.string(), why: z.string() })),
  dropped: z.array(z.string()),
});
export type YearsView = z.output<typeof years>;

export const doubt = z.strictObject({
  kind: z.enum(['survey', 'evidence', 'last-year']),
  respondentId: z.string(),
  departmentName: z.string(),
  item: z.string(),
  message: z.string(),
});

export const uniform = z.strictObject({
  kind: z.enum(['all-yes', 'same-step', 'same-text']),
  respondentId: z.string(),
  departmentName: z.string(),
  count: z.int(),
  chance: z.number().nullable(),
  message: z.string(),
});

export const doubts = z.strictObject({
  campaign: campaignHead,
  doubts: z.array(doubt),
  uniform: z.array(uniform),
  criteria: z.array(z.string()),
  /** Departments whose audit has judged something so far. */
  auditsCompared: z.int(),
  surveyCompared: z.boolean(),
  earlierCompared: z.boolean(),
});
export type DoubtsView = z.output<typeof doubts>;

export const textsView = z.strictObject({
  campaign: campaignHead,
  themes: z.array(
    z.strictObject({
      theme: z.string().nullable(),
      title: z.string(),
      advice: z.string(),
      respondents: z.int(),
      count: z.int(),
      texts: z.array(
        z.strictObject({
          departmentName: z.string(),
          number: z.int(),
          kind: z.enum(['reason', 'alternative', 'text']),
          text: z.string(),
        }),
      ),
    }),
  ),
});
export type TextsView = z.output<typeof textsView>;

export const relation = z.strictObject({
  id: z.string(),
  x: z.string(),
  y: z.string(),
  n: z.int(),
  rho: z.number().nullable(),
  interval: z.strictObject({ low: z.number(), high: z.number() }).nullable(),
  sentence: z.string(),
});
export type Relation = z.output<typeof relation>;

export const relationsView = z.strictObject({ campaign: campaignHead, least: z.int(), relations: z.array(relation) });

/** A chart as a page shows it: the drawing, what it says, its figures. */
const chartPage = z.strictObject({
  title: z.string(),
  svg: z.string(),
  words: z.string(),
  source: z.string().nullable(),
  header: z.array(z.string()),
  rows: z.array(z.array(z.string())),
});

export const viewOperations = {
  listAnalyses: query({
    summary: '分析できる調査の一覧を返す。',
    permission: 'analysis.read',
    input: engagementInput,
    output: z.strictObject({
      campaigns: z.array(campaignHead.extend({ recorded: recorded.nullable() })),
    }),
  }),
  getOverview: query({
    summary: '調査一件の回答を、設問、分類、章、局及び区分ごとに集計して返す。',
    permission: 'analysis.read',
    input: campaignInput,
    output: overview,
  }),
  drawOverview: query({
    summary: '集計の結果をグラフにして、説明の文と値とともに返す。',
    permission: 'analysis.read',
    input: campaignInput,
    output: z.strictObject({ charts: z.array(chartPage) }),
  }),
  compareYears: query({
    summary: '前回までの調査と、意味の同じ設問ごとに比べて返す。',
    permission: 'analysis.read',
    input: campaignInput,
    output: years,
  }),
  findDoubts: query({
    summary: '予備調査、監査の判断又は前回の回答と食い違う回答と、一律の回答を返す。',
    permission: 'analysis.read',
    input: campaignInput,
    output: doubts,
  }),
  groupTexts: query({
    summary: '自由記述を、テーマごとにまとめて返す。',
    permission: 'analysis.read',
    input: campaignInput,
    output: textsView,
  }),
  relate: query({
    summary: '自己点検の不足と、監査の発見事項及び過去の事故との順位の相関を返す。',
    permission: 'analysis.read',
    input: campaignInput,
    output: relationsView,
  }),
};
