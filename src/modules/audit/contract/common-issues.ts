/** Findings seen over all targets: consistency of grades, city-wide issues, and the findings of earlier years. */
import { z } from 'zod';
import { command, query } from '../../../kernel/contract.ts';
import { engagementInput } from '../../../kernel/schema.ts';
import { changed, day, id, line, recordColumns, requiredText, text, version } from './shared.ts';

export const commonIssueContent = z.strictObject({
  title: line,
  text: requiredText,
  findingIds: z.array(id),
  departmentIds: z.array(id),
  factType: z.string(),
  raisedBy: id,
  raisedOn: day,
  /** Models that were given to solve it. */
  templates: z.array(z.strictObject({ document: line, note: text, on: day, by: id })),
});
export const COMMON_ISSUE_STATES = ['raised', 'supported'] as const;
export const commonIssueView = commonIssueContent.extend({
  ...recordColumns,
  engagementId: id,
  state: z.enum(COMMON_ISSUE_STATES),
});
export type CommonIssueView = z.output<typeof commonIssueView>;

const group = { reason: z.enum(['same-item', 'alike']), findingIds: z.array(id) };
const candidate = z.strictObject({
  id,
  fiscalYear: z.int(),
  title: z.string(),
  grade: z.string().nullable(),
  state: z.string(),
  recommendation: z.string(),
  /** 0 to 100: how alike title and fact are. */
  likeness: z.int(),
  times: z.int(),
});

export const commonIssueOperations = {
  checkConsistency: query({
    summary: '同じ事実の発見事項に、異なる評価が付いていないかを、所属をまたいで確かめる。',
    permission: 'audit.work',
    input: engagementInput,
    output: z.strictObject({ groups: z.array(z.strictObject({ ...group, grades: z.array(z.string()) })) }),
  }),
  listCommonIssues: query({
    summary: '全庁的な課題と、その候補となる発見事項のまとまりを返す。',
    permission: 'audit.read',
    input: engagementInput,
    output: z.strictObject({
      issues: z.array(commonIssueView),
      candidates: z.array(z.strictObject({ ...group, departmentIds: z.array(id) })),
    }),
  }),
  raiseCommonIssue: command({
    summary: '複数の所属に共通する発見事項を、全庁的な課題として取り上げる。',
    permission: 'audit.work',
    input: z.strictObject({
      engagementId: id,
      title: line,
      text: requiredText,
      findingIds: z.array(id).min(2).max(200),
    }),
    output: changed,
  }),
  provideTemplate: command({
    summary: '全庁的な課題の解決に使えるひな型を市に渡したことを登録する。',
    permission: 'audit.work',
    input: z.strictObject({ issueId: id, version, document: line, note: text }),
    output: changed,
  }),
  listEarlierFindings: query({
    summary: '同じ所属の前の年度までの発見事項を、似ている順に返す。',
    permission: 'audit.work',
    input: z.strictObject({ findingId: id }),
    output: z.strictObject({ findings: z.array(candidate) }),
  }),
  linkEarlierFinding: command({
    summary: '発見事項を、前の年度の同じ発見事項に結び付け、何度目かを数える。',
    permission: 'audit.work',
    input: z.strictObject({
      findingId: id,
      version,
      earlier: z
        .discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('finding'), id }),
          /** A finding that is not on file here, as an earlier report states it. */
          z.strictObject({
            kind: z.literal('report'),
            fiscalYear: z.int().min(1990).max(2200),
            title: line,
            times: z.int().min(1).max(50),
          }),
        ])
        .nullable(),
    }),
    output: changed.extend({ times: z.int() }),
  }),
} as const;
