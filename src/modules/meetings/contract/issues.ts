/** Contract, issues and information part: the issue list and the information corner. */
import { z } from 'zod';
import { command, query } from '../../../kernel/contract.ts';
import { day, engagementInput, id, line, requiredText, text, version } from '../../../kernel/schema.ts';
import { informationKind } from './papers.ts';
import { inEngagement, side, versioned } from './schemas.ts';

export const issue = z.strictObject({
  id,
  /** Counted up within the engagement; never used again. */
  number: z.int(),
  meetingId: id.nullable(),
  meetingTitle: z.string().nullable(),
  raisedOn: day,
  content: z.string(),
  owner: side,
  due: day.nullable(),
  response: z.string(),
  closedOn: day.nullable(),
  version,
});
export type Issue = z.output<typeof issue>;

export const information = z.strictObject({
  id,
  kind: informationKind,
  title: z.string(),
  summary: z.string(),
  source: z.string(),
  publishedOn: day,
  addedOn: day,
  version,
});
export type Information = z.output<typeof information>;

const issueText = requiredText.max(1000);
const oneIssue = { ...inEngagement, issueId: id, version };
const entry = {
  kind: informationKind,
  title: line,
  summary: requiredText.max(2000),
  /** Who published it and where: 総務省通知, a page's address. */
  source: line,
  publishedOn: day,
};

export const issuesOperations = {
  listIssues: query({
    summary: '課題管理表の課題を番号の順に返す。',
    permission: 'meetings.follow',
    input: engagementInput,
    output: z.strictObject({ issues: z.array(issue) }),
  }),
  openIssue: command({
    summary: '課題を課題管理表に加える。',
    permission: 'meetings.contribute',
    input: z.strictObject({
      ...inEngagement,
      meetingId: id.nullable(),
      raisedOn: day.optional(),
      content: issueText,
      owner: side,
      due: day.nullable(),
    }),
    output: z.strictObject({ id, number: z.int() }),
  }),
  changeIssue: command({
    summary: '課題の内容、担当、期限及び対応の状況を改める。',
    permission: 'meetings.contribute',
    input: z.strictObject({
      ...oneIssue,
      content: issueText,
      owner: side,
      due: day.nullable(),
      response: text.max(2000),
    }),
    output: versioned,
  }),
  closeIssue: command({
    summary: '対応を終えた課題を完了とする。',
    permission: 'meetings.contribute',
    input: z.strictObject({ ...oneIssue, response: requiredText.max(2000), occurredOn: day.optional() }),
    output: versioned,
  }),
  listInformation: query({
    summary: '情報コーナーの情報を新しい順に返す。',
    permission: 'meetings.follow',
    input: engagementInput,
    output: z.strictObject({ entries: z.array(information) }),
  }),
  addInformation: command({
    summary: '通知、他市の事例又は脆弱性に関する情報を情報コーナーに加える。',
    permission: 'meetings.contribute',
    input: z.strictObject({ ...inEngagement, ...entry }),
    output: z.strictObject({ id }),
  }),
  changeInformation: command({
    summary: '情報コーナーの情報を改める。',
    permission: 'meetings.contribute',
    input: z.strictObject({ ...inEngagement, informationId: id, version, ...entry }),
    output: versioned,
  }),
  withdrawInformation: command({
    summary: '情報コーナーの情報を取り下げる。送付した資料の内容は変わらない。',
    permission: 'meetings.contribute',
    input: z.strictObject({ ...inEngagement, informationId: id, version }),
    output: versioned,
  }),
};
