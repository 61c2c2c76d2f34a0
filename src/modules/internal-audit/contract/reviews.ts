/** Reviews of auditors' reports against stated criteria, with advice that goes back to the auditor. */
import { z } from 'zod';
import { command, query } from '../../../kernel/contract.ts';
import { day, id, requiredText, text, version } from '../../../kernel/schema.ts';
import { changed, key } from './shared.ts';

/** The first four are those of koganei 4(3)⑥; the other two are what a reader of the report needs. */
export const CRITERIA = [
  '検出事項の漏れ',
  '適切性',
  '有効性',
  '実現可能性',
  '監査証拠による裏付け',
  '表現の分かりやすさ',
] as const;
export const criterion = z.enum(CRITERIA);
export type Criterion = z.output<typeof criterion>;

export const assessed = z.strictObject({
  criterion,
  result: z.enum(['good', 'advise']),
  comment: text.max(2000),
});

export const advice = z.strictObject({
  key,
  /** The observation that it is about; null for the report as a whole. */
  observation: key.nullable(),
  criterion,
  text: requiredText.max(2000),
  /** How it could be worded. */
  wording: text.max(4000),
});
export type Advice = z.output<typeof advice>;

/** An item that failed, or a point of the attendance, about which the report says nothing. */
export const doubt = z.strictObject({
  key: z.string().max(100),
  title: z.string().max(300),
  /** Why it could be a finding: the judgement and fact on record. */
  ground: z.string().max(5000),
});
export type Doubt = z.output<typeof doubt>;

export const settledDoubt = doubt.extend({
  decision: z.enum(['missed', 'explained']),
  comment: text.max(2000),
});
export type SettledDoubt = z.output<typeof settledDoubt>;

export const reviewFields = z.strictObject({
  criteria: z.array(assessed).max(CRITERIA.length),
  advice: z.array(advice).max(200),
  doubts: z.array(settledDoubt).max(400),
  overall: text.max(4000),
  /** Another version is asked for, or the report stands with this advice. */
  outcome: z.enum(['again', 'settled']),
});
export type ReviewFields = z.output<typeof reviewFields>;

export const reviewContent = reviewFields.extend({ issuedOn: day.nullable(), by: id });
export const REVIEW_STATES = ['draft', 'issued'] as const;
export const reviewView = reviewContent.extend({
  id,
  reportId: id,
  state: z.enum(REVIEW_STATES),
  version: z.int(),
});
export type ReviewView = z.output<typeof reviewView>;

export const reviewOperations = {
  getDoubts: query({
    summary: '報告書に書かれていない不備の項目と、立会いで気付いた点を返す。検出事項の漏れを確かめるために使う。',
    permission: 'internal-audit.review',
    input: z.strictObject({ reportId: id }),
    output: z.strictObject({ doubts: z.array(doubt) }),
  }),
  saveReview: command({
    summary: 'レビューを保存する。返すまで、監査人には見えない。',
    permission: 'internal-audit.review',
    input: reviewFields.extend({
      reportId: id,
      /** Version of the review; 0 while there is none. */
      version,
    }),
    output: changed,
  }),
  issueReview: command({
    summary: 'レビューの結果と助言を監査人に返す。',
    permission: 'internal-audit.review',
    input: z.strictObject({ reviewId: id, version }),
    output: changed,
  }),
} as const;
