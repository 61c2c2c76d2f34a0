/** The city's internal auditors, and who was audited when: what rotation and independence are judged by. */
import { z } from 'zod';
import { command, query } from '../../../kernel/contract.ts';
import { changed, day, id, line, version } from './shared.ts';

export const auditorFields = z.strictObject({
  name: line.max(80),
  /** The account of the person, when there is one. */
  accountId: id.nullable(),
  /** The department that the auditor belongs to. */
  departmentId: id,
  /** Departments whose assets the auditor manages or managed lately. */
  managedDepartmentIds: z.array(id).max(50),
  /** Day on which the course for internal auditors was completed. */
  trainedOn: day.nullable(),
  qualification: z.string().trim().max(200),
});
export const auditorContent = auditorFields;

export const auditorView = auditorFields.extend({ id, state: z.enum(['active', 'left']), version: z.int() });
export type AuditorView = z.output<typeof auditorView>;

export const historyFields = z.strictObject({
  departmentId: id,
  fiscalYear: z.int().min(2000).max(2100),
  /** Which audit, in words: 情報セキュリティ内部監査. */
  programme: line,
  kind: z.string().max(40),
  auditedOn: day.nullable(),
});
export const historyContent = historyFields;
export const historyView = historyFields.extend({ id, version: z.int() });
export type HistoryView = z.output<typeof historyView>;

/** A target that an internal auditor is assigned to. */
export const ownAuditing = z.strictObject({
  targetId: id,
  name: z.string(),
  programme: z.string(),
  /** Whose auditors carry the programme out. */
  conductedBy: z.enum(['contractor', 'city-auditors']),
  role: z.enum(['lead', 'auditor', 'assistant', 'attendant']),
  plannedOn: day.nullable(),
});
export type OwnAuditing = z.output<typeof ownAuditing>;

const inEngagement = { engagementId: id };

export const peopleOperations = {
  listAuditors: query({
    summary: '市の内部監査人の一覧を返す。',
    permission: 'audit-plan.read',
    input: z.strictObject(inEngagement),
    output: z.strictObject({ auditors: z.array(auditorView) }),
  }),
  addAuditor: command({
    summary: '市の内部監査人を登録する。',
    permission: 'audit-plan.decide',
    input: auditorFields.extend(inEngagement),
    output: changed,
  }),
  changeAuditor: command({
    summary: '市の内部監査人の記載を直す。',
    permission: 'audit-plan.decide',
    input: auditorFields.extend({ auditorId: id, version }),
    output: changed,
  }),
  removeAuditor: command({
    summary: '市の内部監査人を外す。割り当てられた対象がある間は外せない。',
    permission: 'audit-plan.decide',
    input: z.strictObject({ auditorId: id, version }),
    output: changed,
  }),
  recordTraining: command({
    summary: '養成研修を終えた日を、研修の出席の記録から内部監査人に記す。',
    permission: 'audit-plan.training',
    input: z.strictObject({
      ...inEngagement,
      completions: z.array(z.strictObject({ auditorId: id, completedOn: day.nullable() })).max(2000),
    }),
    output: z.strictObject({ changed: z.int() }),
  }),
  getOwnAuditing: query({
    summary: '自分が内部監査人として割り当てられた対象を返す。',
    permission: 'audit-plan.own.read',
    input: z.strictObject(inEngagement),
    output: z.strictObject({
      /** Null for somebody who is no internal auditor of this engagement. */
      auditor: z.strictObject({ id, name: z.string(), departmentId: id }).nullable(),
      targets: z.array(ownAuditing),
    }),
  }),
  listHistory: query({
    summary: '過去の年度にどの所属を監査したかを返す。',
    permission: 'audit-plan.read',
    input: z.strictObject(inEngagement),
    output: z.strictObject({ history: z.array(historyView) }),
  }),
  addHistory: command({
    summary: '過去の年度の監査を登録する。',
    permission: 'audit-plan.work',
    input: historyFields.extend(inEngagement),
    output: changed,
  }),
  changeHistory: command({
    summary: '過去の年度の監査の記載を直す。',
    permission: 'audit-plan.work',
    input: historyFields.extend({ historyId: id, version }),
    output: changed,
  }),
  removeHistory: command({
    summary: '過去の年度の監査の登録を消す。',
    permission: 'audit-plan.work',
    input: z.strictObject({ historyId: id, version }),
    output: z.strictObject({ ok: z.literal(true) }),
  }),
  getRotation: query({
    summary: '手順の定める輪番に照らし、所属ごとに前回の監査と今年度に監査すべきかどうかを返す。',
    permission: 'audit-plan.read',
    input: z.strictObject({ engagementId: id, programmeId: id }),
    output: z.strictObject({
      fiscalYear: z.int(),
      /** Years within which every department is audited; null when the programme has no rotation. */
      years: z.int().nullable(),
      /** Departments that the year needs; null when the programme names no share. */
      needed: z.int().nullable(),
      departments: z.array(
        z.strictObject({
          departmentId: id,
          name: z.string(),
          /** Fiscal year of the last audit of this kind. */
          last: z.int().nullable(),
          /** A target of this year that was not withdrawn. */
          targeted: z.boolean(),
          /** It would fall outside the cycle when it were left out this year. */
          due: z.boolean(),
          /** The product would choose it. */
          proposed: z.boolean(),
          /** Why, or why not: a sentence. */
          reason: z.string(),
        }),
      ),
      outsideCycle: z.int(),
    }),
  }),
} as const;
