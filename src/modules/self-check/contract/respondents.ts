/** Who answers: staff lists, affairs, links for people without an account, sheets passed on. */
import { z } from 'zod';
import { answerSheet } from '../../../core/assessment/answer-schema.ts';
import type { Questionnaire } from '../../../core/content-schema/index.ts';
import { command, query } from '../../../kernel/contract.ts';
import { day, done, engagementInput, id, instant, line, requiredText, text, version } from '../../../kernel/schema.ts';
import { campaignSummary, campaignType, progress, respondentKey, unit } from './campaigns.ts';

const campaignInput = z.strictObject({ campaignId: id });
const versioned = campaignInput.extend({ version });
const inCampaign = campaignInput.extend({ respondentId: id });
const form = z.custom<Questionnaire>((value) => typeof value === 'object' && value !== null);

/** 職員番号: what the city calls its people by; letters and digits. */
const staffNumber = z
  .string()
  .normalize('NFKC')
  .trim()
  .regex(/^[A-Za-z0-9-]{1,20}$/);

export const affairKind = z.enum(['number-using', 'number-related', 'other']);

export const affair = z.strictObject({
  affairId: id,
  name: z.string(),
  kind: affairKind,
  departmentId: id,
  departmentName: z.string(),
  version,
});
export type Affair = z.output<typeof affair>;

/** An affair of an earlier year. */
const earlierAffair = z.strictObject({
  affairId: id,
  name: z.string(),
  departmentName: z.string(),
  fiscalYear: z.int(),
});
/** An affair of the year, and what it goes on with. */
const affairOfYear = affair.extend({
  /** The newest one that it is the same as; null when the office has not said so. */
  continues: earlierAffair.nullable(),
  /** One of the same name, where the office has not said yet; of the same department first. */
  candidate: earlierAffair.nullable(),
});

export const listedRespondent = z.strictObject({
  respondentId: id,
  staffNumber: z.string().nullable(),
  name: z.string(),
  departmentId: id,
  departmentName: z.string(),
  /** Which part of the form is for the person; empty: the form asks. */
  segment: z.string(),
  /** Listed from the accounts of the product. */
  hasAccount: z.boolean(),
  hasLink: z.boolean(),
  progress,
  version,
});
export type ListedRespondent = z.output<typeof listedRespondent>;

const issuedLink = z.strictObject({
  respondentId: id,
  name: z.string(),
  departmentName: z.string(),
  /** `/answer#<token>`: shown once, never stored. */
  path: z.string(),
});
export type IssuedLink = z.output<typeof issuedLink>;

/** A person's sheet as the link shows it. */
export const linkedSheet = z.strictObject({
  municipality: z.string(),
  type: campaignType,
  title: z.string(),
  message: z.string(),
  respondentName: z.string(),
  departmentName: z.string(),
  opens: day,
  due: day,
  anonymous: z.boolean(),
  smallestGroup: z.int(),
  progress,
  refusal: z.string().nullable(),
  revision: z.int(),
  draftVersion: z.int(),
  answers: answerSheet,
  submittedAt: instant.nullable(),
  form,
  /** Opened by the colleague to whom the person passed it. */
  passed: z.boolean(),
  /** Whom the person has passed it to; null for nobody, and for the colleague. */
  passedTo: z.string().nullable(),
});
export type LinkedSheet = z.output<typeof linkedSheet>;

const token = z.string().max(200);
const segment = z.string().max(60).default('');

export const respondentOperations = {
  prepareCampaign: command({
    summary: '人ごと又は事務ごとに答える調査を準備する。対象者をそろえてから始める。',
    permission: 'campaign.run',
    input: engagementInput.extend({
      questionnaireId: id,
      unit: unit.exclude(['department']),
      anonymous: z.boolean().default(false),
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
  startCampaign: command({
    summary: '準備した調査を始める。匿名の調査では、集計の単位となる部局の組がここで決まる。',
    permission: 'campaign.run',
    input: versioned,
    output: campaignSummary,
  }),
  dropCampaign: command({
    summary: '準備中の調査を、対象者の名簿とともに取りやめる。',
    permission: 'campaign.run',
    input: versioned,
    output: done,
  }),
  listRespondents: query({
    summary: '人ごとに答える調査の対象者の名簿を返す。',
    permission: 'campaign.run',
    input: campaignInput,
    output: z.strictObject({ respondents: z.array(listedRespondent) }),
  }),
  saveRespondent: command({
    summary: '対象者を一人加え、又は職員番号、氏名、所属及び区分を直す。',
    permission: 'campaign.run',
    input: campaignInput.extend({
      /** Absent for a new person. */
      respondentId: id.optional(),
      version: version.optional(),
      staffNumber: staffNumber.nullable(),
      name: line.max(100),
      departmentId: id,
      segment,
    }),
    output: z.strictObject({ respondentId: id, version }),
  }),
  removeRespondent: command({
    summary: '対象者又は対象の事務を、回答の前に調査から外す。',
    permission: 'campaign.run',
    input: inCampaign,
    output: done,
  }),
  addFromDirectory: command({
    summary: '利用者の登録から、選んだ所属の職員を対象者に加える。既に加えた人は重ねない。',
    permission: 'campaign.run',
    input: campaignInput.extend({ departments: z.union([z.literal('all'), z.array(id).min(1).max(2000)]) }),
    output: z.strictObject({ added: z.int() }),
  }),
  addAffairs: command({
    summary: '登録した事務を調査の対象に加える。既に加えた事務は重ねない。',
    permission: 'campaign.run',
    input: campaignInput.extend({
      affairs: z.union([z.literal('all'), z.array(id).min(1).max(2000)]),
      /** Only affairs of these kinds. */
      kinds: z.array(affairKind).min(1).max(3).optional(),
    }),
    output: z.strictObject({ added: z.int() }),
  }),
  issueLinks: command({
    summary: '本人だけに渡す回答用のリンクを作り、一度だけ返す。前のリンクは使えなくなる。',
    confidential: true,
    permission: 'campaign.run',
    input: campaignInput.extend({
      /** Absent: everybody without an answer. */
      respondents: z.array(id).min(1).max(5000).optional(),
    }),
    output: z.strictObject({ links: z.array(issuedLink) }),
  }),
  revokeLink: command({
    summary: '渡したリンクを使えなくする。',
    permission: 'campaign.run',
    input: inCampaign,
    output: done,
  }),
  openOwnLink: command({
    summary: '匿名の調査に答えるための自分のリンクを作る。回答はサインインの情報と切り離される。',
    confidential: true,
    permission: 'response.own',
    input: inCampaign,
    output: z.strictObject({ path: z.string() }),
  }),
  forgetPeople: command({
    summary: '締め切った調査の対象者の氏名、職員番号及びリンクを消す。回答は残る。',
    permission: 'campaign.run',
    input: versioned,
    output: z.strictObject({ removed: z.int() }),
  }),
  passSheet: command({
    summary: '自分に届いた調査票への回答を、同僚に任せる。誰が誰に任せたかを記録に残す。',
    permission: 'response.own',
    input: z.strictObject(respondentKey).extend({ to: id, reason: requiredText.max(500) }),
    output: done,
  }),
  takeBackSheet: command({
    summary: '同僚に任せた調査票を自分に戻す。',
    permission: 'response.own',
    input: z.strictObject(respondentKey).extend({ reason: text.max(500).default('') }),
    output: done,
  }),
  listAffairs: query({
    summary: '年度の事務の一覧を、種類と所属とともに返す。',
    permission: 'campaign.read',
    input: engagementInput,
    output: z.strictObject({ affairs: z.array(affairOfYear) }),
  }),
  saveAffair: command({
    summary: '事務を一つ登録し、又は名称、種類及び所属を直す。',
    permission: 'campaign.run',
    input: engagementInput.extend({
      affairId: id.optional(),
      version: version.optional(),
      name: line.max(100),
      kind: affairKind,
      departmentId: id,
    }),
    output: z.strictObject({ affairId: id, version }),
  }),
  continueAffair: command({
    summary: '事務を前の年度の事務と同じものとし、回答を年度間で比べられるようにする。又はそれを取り消す。',
    permission: 'campaign.run',
    input: z.strictObject({ affairId: id, version, earlier: id.nullable() }),
    output: z.strictObject({ version }),
  }),
  removeAffair: command({
    summary: '登録した事務を一覧から外す。始めた調査の対象と回答は変わらない。',
    permission: 'campaign.run',
    input: z.strictObject({ affairId: id }),
    output: done,
  }),
  openLink: query({
    summary: 'リンクで届いた調査票を、設問と途中までの回答とともに返す。',
    permission: 'anyone',
    input: z.strictObject({ token }),
    output: linkedSheet,
  }),
  saveLinkDraft: command({
    summary: 'リンクで届いた調査票の途中までの回答を保存する。',
    permission: 'anyone',
    input: z.strictObject({ token, draftVersion: version, answers: answerSheet }),
    output: z.strictObject({ draftVersion: z.int(), savedAt: instant }),
  }),
  passLink: command({
    summary: 'リンクで届いた調査票への回答を、利用者の登録のない同僚に任せ、その人のリンクを返す。',
    permission: 'anyone',
    input: z.strictObject({ token, name: line.max(60), reason: text.max(500).default('') }),
    output: z.strictObject({ path: z.string() }),
  }),
  takeBackLink: command({
    summary: '同僚に任せた、リンクで届いた調査票を自分に戻す。任せた人のリンクは使えなくなる。',
    permission: 'anyone',
    input: z.strictObject({ token }),
    output: done,
  }),
  submitByLink: command({
    summary: 'リンクで届いた調査票の回答を提出する。',
    permission: 'anyone',
    input: z.strictObject({ token, expectedRevision: version, answers: answerSheet }),
    output: z.strictObject({ state: z.enum(['submitted', 'awaiting-approval']), revision: z.int() }),
  }),
};
