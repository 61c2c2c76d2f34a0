/** Campaigns and where their departments stand. */
import { z } from 'zod';
import { SURVEY_TYPE_IDS } from '../../../core/content-schema/index.ts';
import { command, query } from '../../../kernel/contract.ts';
import { day, engagementInput, id, instant, line, requiredText, text, version } from '../../../kernel/schema.ts';

/** What each of them means: `core/content-schema/survey-type`. */
export const campaignType = z.enum(SURVEY_TYPE_IDS);
/** Who answers: one answer of each department, person or affair (事務). */
export const unit = z.enum(['department', 'person', 'affair']);

/** One respondent of a campaign: a department by its own id, a person or an affair by the id that the campaign gave it. */
export const respondentKey = { campaignId: id, departmentId: id.optional(), respondentId: id.optional() } as const;

export const campaignSummary = z.strictObject({
  id,
  engagementId: id,
  type: campaignType,
  questionnaireId: id,
  title: z.string(),
  message: z.string(),
  fiscalYear: z.int(),
  opens: day,
  due: day,
  requiresApproval: z.boolean(),
  unit,
  /** Answers are kept apart from those who gave them. */
  anonymous: z.boolean(),
  graceMinutes: z.int(),
  /** Results of groups with fewer answers are not shown. */
  smallestGroup: z.int(),
  /** What it is about, where the type asks for that: the course that it prepares. */
  about: z.string(),
  state: z.enum(['preparing', 'open', 'closed']),
  version,
  openedAt: instant,
  closedAt: instant.nullable(),
  deliveredAt: instant.nullable(),
  /** Respondents, whichever the unit is. */
  departments: z.int(),
  answered: z.int(),
});
export type CampaignSummary = z.output<typeof campaignSummary>;

export const progress = z.enum([
  'not-started',
  'in-progress',
  'awaiting-approval',
  'returned',
  'reopened',
  'submitted',
]);

/** How an answer came: typed on the page, from an HTML sheet, an Excel sheet or paper. */
export const channel = z.enum(['web', 'html', 'excel', 'paper']);

export const departmentProgress = z.strictObject({
  respondentId: id,
  /** The department, the person's name (empty once it was removed) or the affair. */
  respondentName: z.string(),
  departmentId: id,
  departmentName: z.string(),
  bureauId: id.nullable(),
  bureauName: z.string(),
  progress,
  due: day,
  late: z.boolean(),
  revision: z.int(),
  points: z.number().nullable(),
  submittedAt: instant.nullable(),
  draftSavedAt: instant.nullable(),
  proxy: z.boolean(),
  /** How the newest answer came; null before the first. */
  channel: channel.nullable(),
  reminders: z.int(),
  /** The account that the sheet was passed to. */
  delegateId: id.nullable(),
});
export type DepartmentProgress = z.output<typeof departmentProgress>;

export const bureauProgress = z.strictObject({
  bureauName: z.string(),
  departments: z.int(),
  answered: z.int(),
  late: z.int(),
});

const campaignInput = z.strictObject({ campaignId: id });
const versioned = campaignInput.extend({ version });
const one = z.strictObject(respondentKey);

export const campaignOperations = {
  listCampaigns: query({
    summary: '自己点検・予備調査の実施の一覧を、回答した所属の数とともに返す。',
    permission: 'campaign.read',
    input: engagementInput,
    output: z.strictObject({ campaigns: z.array(campaignSummary) }),
  }),
  getCampaign: query({
    summary: '調査一件の概要を返す。',
    permission: 'campaign.read',
    input: campaignInput,
    output: campaignSummary,
  }),
  getProgress: query({
    summary: '調査一件の回答の状況を、局ごと・所属ごとに返す。',
    permission: 'campaign.read',
    input: campaignInput,
    output: z.strictObject({
      today: day,
      campaign: campaignSummary,
      bureaus: z.array(bureauProgress),
      departments: z.array(departmentProgress),
    }),
  }),
  openCampaign: command({
    summary: '公開済みの調査票で調査を始め、対象の所属に配る。',
    permission: 'campaign.run',
    input: engagementInput.extend({
      questionnaireId: id,
      /** `all`: every section (課) that belongs to a bureau (局) on the opening day. */
      departments: z.union([z.literal('all'), z.array(id).min(1).max(2000)]),
      opens: day,
      due: day,
      title: line.optional(),
      message: text.max(2000).default(''),
      requiresApproval: z.boolean().default(false),
      graceMinutes: z.int().min(0).max(60).default(5),
      smallestGroup: z.int().min(5).max(100).default(5),
      about: text.max(200).default(''),
    }),
    output: campaignSummary,
  }),
  remindLate: command({
    summary: '回答していない所属に督促の知らせを出し、その所属と担当者を返す。',
    permission: 'campaign.run',
    input: campaignInput.extend({
      /** Absent: every respondent without an answer. Ids of respondents; a department's is its own. */
      departments: z.array(id).min(1).max(2000).optional(),
      message: text.max(1000).default(''),
    }),
    output: z.strictObject({
      reminded: z.array(
        z.strictObject({
          respondentId: id,
          respondentName: z.string(),
          departmentId: id,
          departmentName: z.string(),
          people: z.array(z.strictObject({ accountId: id, displayName: z.string() })),
        }),
      ),
    }),
  }),
  reopenResponse: command({
    summary: '期限を過ぎた所属、又は提出済みの所属の回答を、新しい期限までもう一度受け付ける。',
    permission: 'campaign.run',
    input: one.extend({ due: day, reason: requiredText.max(1000) }),
    output: departmentProgress,
  }),
  closeCampaign: command({
    summary: '回答の受付を締め切る。',
    permission: 'campaign.run',
    input: versioned,
    output: campaignSummary,
  }),
  deliverResults: command({
    summary: '締め切った調査の回答結果を受託者に引き渡す。受託者はこの後に結果を見られる。',
    permission: 'campaign.run',
    input: versioned,
    output: campaignSummary,
  }),
};
