/** Answering: sheets of a department, drafts, submission, approval by its head. */
import { z } from 'zod';
import { answerSheet } from '../../../core/assessment/answer-schema.ts';
import type { Questionnaire } from '../../../core/content-schema/index.ts';
import { command, download, query } from '../../../kernel/contract.ts';
import { day, id, instant, noInput, requiredText, sha256, version } from '../../../kernel/schema.ts';
import { campaignSummary, campaignType, channel, progress, respondentKey, unit } from './campaigns.ts';

const one = z.strictObject(respondentKey);

export const notice = z.strictObject({
  id,
  kind: z.enum(['reminder', 'reopened', 'returned']),
  message: z.string(),
  at: instant,
});

export const ownSheet = z.strictObject({
  campaignId: id,
  engagementId: id,
  respondentId: id,
  respondentName: z.string(),
  unit,
  anonymous: z.boolean(),
  departmentId: id,
  departmentName: z.string(),
  type: campaignType,
  title: z.string(),
  opens: day,
  due: day,
  progress,
  late: z.boolean(),
  closed: z.boolean(),
  notices: z.int(),
});
export type OwnSheet = z.output<typeof ownSheet>;

/** The whole form, as in `core/content-schema`. */
const form = z.custom<Questionnaire>((value) => typeof value === 'object' && value !== null);

/** Where one respondent stands, for answers that come by a file or on paper. */
const reception = z.strictObject({
  respondentId: id,
  /** The department; of a person or an affair its department and name. */
  respondentName: z.string(),
  departmentName: z.string(),
  bureauName: z.string(),
  /** Place in the order of the campaign's respondents, from 1: what the number on the paper is made of. */
  place: z.int(),
  progress,
  due: day,
  revision: z.int(),
  answersHash: sha256.nullable(),
  submittedAt: instant.nullable(),
  channel: channel.nullable(),
  /** Why no answer is taken today; null when it is. */
  refusal: z.string().nullable(),
});
export type Reception = z.output<typeof reception>;

/** A file that answers an item. */
export const answerFile = z.strictObject({ id, item: z.string(), name: z.string(), size: z.int() });

export const sheet = z.strictObject({
  campaignId: id,
  engagementId: id,
  respondentId: id,
  respondentName: z.string(),
  unit,
  departmentId: id,
  departmentName: z.string(),
  type: campaignType,
  anonymous: z.boolean(),
  title: z.string(),
  message: z.string(),
  opens: day,
  due: day,
  progress,
  requiresApproval: z.boolean(),
  /** False where the caller opens it to type in what came on paper, or to look after it. */
  own: z.boolean(),
  /** Why nothing can be typed or handed in today; null when it can. */
  refusal: z.string().nullable(),
  /** Send back as `expectedRevision`. */
  revision: z.int(),
  /** Send back as `draftVersion`. */
  draftVersion: z.int(),
  /** The draft when there is a current one, otherwise the newest submission, otherwise empty. */
  answers: answerSheet,
  source: z.enum(['draft', 'submission', 'none']),
  draftSavedAt: instant.nullable(),
  submittedAt: instant.nullable(),
  form,
  /** Files attached to the sheet so far; the answers name them by id. */
  files: z.array(answerFile),
  /** Items in which last year's answer of the same department can be shown. */
  previous: z.strictObject({ fiscalYear: z.int(), answers: answerSheet }).nullable(),
  notices: z.array(notice),
  /** Who passed the sheet to whom, the newest first; nobody in `to` means that it was taken back. */
  delegations: z.array(
    z.strictObject({ from: z.string(), to: z.string().nullable(), reason: z.string(), at: instant }),
  ),
});
export type Sheet = z.output<typeof sheet>;

export const receipt = z.strictObject({
  campaignId: id,
  respondentId: id,
  departmentId: id,
  revision: z.int(),
  state: z.enum(['submitted', 'awaiting-approval']),
  /** Points of a self-check, 0–100; null for a preliminary survey. */
  points: z.number().nullable(),
  submittedAt: instant,
  answersHash: sha256,
});
export type Receipt = z.output<typeof receipt>;

const submission = one.extend({ expectedRevision: version, answers: answerSheet });

export const answeringOperations = {
  listOwnSheets: query({
    summary: '自分の所属に届いている調査票の一覧を返す。',
    permission: 'response.own',
    input: noInput,
    output: z.strictObject({ today: day, sheets: z.array(ownSheet) }),
  }),
  getSheet: query({
    summary: '所属の調査票一件を、設問、解説、下書き又は提出済みの回答とともに返す。',
    permission: 'response.write',
    input: one,
    output: sheet,
  }),
  saveDraft: command({
    summary: '入力中の回答を下書きとして保存する。提出ではない。',
    permission: 'response.write',
    input: one.extend({ draftVersion: version, answers: answerSheet }),
    output: z.strictObject({ draftVersion: z.int(), savedAt: instant }),
  }),
  attachAnswerFile: command({
    summary: '送ったファイルを、調査票の一つの設問の回答として添付する。',
    permission: 'response.write',
    input: one.extend({ item: z.string().max(60), fileId: id }),
    output: answerFile,
  }),
  listAnswerFiles: query({
    summary: '調査票に添付されているファイルを、回答する所属、人又は事務ごとに返す。',
    permission: 'response.write',
    input: z.strictObject({ campaignId: id, respondents: z.array(id).max(2000) }),
    output: z.strictObject({
      files: z.array(
        answerFile.omit({ size: true }).extend({
          respondentId: id,
          /** Null for files attached before hashes were kept. */
          sha256: sha256.nullable(),
        }),
      ),
    }),
  }),
  downloadAnswerFile: download({
    summary: '回答として添付されたファイルを返す。',
    permission: 'response.read',
    input: one.extend({ fileId: id }),
  }),
  submitResponse: command({
    summary: '自分の所属の回答を提出する。',
    permission: 'response.own',
    input: submission,
    output: receipt,
  }),
  submitOnBehalf: command({
    summary: '紙、HTML又はExcelの回答票で届いた所属の回答を、情報セキュリティ担当課が代わって入れる。',
    permission: 'campaign.run',
    input: submission.extend({
      /**
       * The day on which the answer arrived; it must lie within the time of the campaign. Paper needs it. Absent for files:
       * the server's time decides.
       */
      receivedOn: day.optional(),
      channel: channel.exclude(['web']).default('paper'),
    }),
    output: receipt,
  }),
  submitFromFile: command({
    summary: '自分の所属の回答を、HTML又はExcelの回答票から提出する。',
    permission: 'response.own',
    input: submission.extend({ channel: channel.extract(['html', 'excel']) }),
    output: receipt,
  }),
  getReception: query({
    summary: '調査一件の設問と、回答票で届いた回答を受け付けられる所属、人又は事務の状態を返す。',
    permission: 'response.write',
    input: z.strictObject({ campaignId: id }),
    output: z.strictObject({
      today: day,
      campaign: campaignSummary,
      form,
      /** All respondents in an order that never changes; everybody but the office sees only what they may answer. */
      respondents: z.array(reception),
    }),
  }),
  listPreviousAnswers: query({
    summary: '前回の回答のうち、今も同じ意味で尋ねる設問のものを、回答する所属又は事務ごとに返す。',
    permission: 'response.write',
    input: z.strictObject({ campaignId: id, respondents: z.array(id).min(1).max(2000) }),
    output: z.strictObject({
      /** Null where there was no campaign before. */
      fiscalYear: z.int().nullable(),
      previous: z.array(z.strictObject({ respondentId: id, answers: answerSheet })),
    }),
  }),
  approveResponse: command({
    summary: '所属の職員が提出した回答を、所属長が承認する。',
    permission: 'response.approve',
    input: one.extend({ revision: version.min(1) }),
    output: receipt,
  }),
  returnResponse: command({
    summary: '所属の職員が提出した回答を、所属長が理由を示して戻す。',
    permission: 'response.approve',
    input: one.extend({ revision: version.min(1), reason: requiredText.max(1000) }),
    output: ownSheet,
  }),
};
