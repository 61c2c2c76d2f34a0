/** Plans: over three years, for the year, basic and implementation plans. Drafted, submitted, agreed, changed in versions. */
import { z } from 'zod';
import { command, download, query } from '../../../kernel/contract.ts';
import { CONSIDERATION_NAMES } from '../labels.ts';
import { changed, day, id, line, text, version } from './shared.ts';

export const PLAN_STAGES = ['three-year', 'yearly', 'basic', 'implementation'] as const;
export const PLAN_STATES = ['draft', 'submitted', 'returned', 'agreed', 'superseded'] as const;

/** What the schedule took into account, in the words of the clauses. */
export const CONSIDERATIONS = CONSIDERATION_NAMES;

/** One field of a plan; `none` says that there is nothing to write, where the programme allows that. */
export const planField = z.strictObject({ name: line, text, none: z.boolean() });

/** A year of a plan over several years. */
export const planYear = z.strictObject({
  fiscalYear: z.int().min(2000).max(2100),
  departmentIds: z.array(id).max(500),
  text,
});

const body = {
  title: line,
  from: day,
  to: day,
  fields: z.array(planField).max(40),
  considered: z.array(z.enum(CONSIDERATIONS)).max(CONSIDERATIONS.length),
  years: z.array(planYear).max(5),
};

export const planContent = z.strictObject({
  ...body,
  stage: z.enum(PLAN_STAGES),
  /** Id of the first version: what the rules of the contract know as the plan. */
  lineId: id.nullable(),
  /** Why this version takes the place of an earlier one; empty for the first. */
  reason: text,
  remark: text,
  submittedOn: day.nullable(),
  submittedBy: z.enum(['city', 'contractor']).nullable(),
  agreedOn: day.nullable(),
  distributedOn: day.nullable(),
  confirmedOn: day.nullable(),
  confirmedBy: id.nullable(),
});
export type PlanContent = z.output<typeof planContent>;

export const planView = planContent.extend({
  id,
  engagementId: id,
  programmeId: id.nullable(),
  targetId: id.nullable(),
  /** Number of the version. */
  position: z.int(),
  state: z.enum(PLAN_STATES),
  version: z.int(),
  /** Fields that must be filled before it can be submitted. */
  missing: z.array(z.string()),
  agreedNeeded: z.boolean(),
  confirmationNeeded: z.boolean(),
});
export type PlanView = z.output<typeof planView>;

export const planOperations = {
  listPlans: query({
    summary: '監査の中期、年間、基本及び実施の計画書を、版とともに返す。',
    permission: 'audit-plan.read',
    input: z.strictObject({ engagementId: id }),
    output: z.strictObject({ plans: z.array(planView) }),
  }),
  getPlan: query({
    summary: '計画書一件を返す。',
    permission: 'audit-plan.read',
    input: z.strictObject({ planId: id }),
    output: planView,
  }),
  downloadPlanChanges: download({
    summary: '計画書の版について、一つ前の版からの変更を見え消しで示した文書を返す。',
    permission: 'audit-plan.read',
    input: z.strictObject({ planId: id, format: z.enum(['docx', 'pdf']) }),
  }),
  draftPlan: command({
    summary: '手順、対象及び日程の記録から、計画書の案を作る。',
    permission: 'audit-plan.work',
    input: z.strictObject({
      engagementId: id,
      stage: z.enum(PLAN_STAGES),
      /** Needed for basic and implementation plans. */
      programmeId: id.nullable(),
      /** Needed where the programme wants one plan per target. */
      targetId: id.nullable(),
    }),
    output: changed,
  }),
  savePlan: command({
    summary: '計画書の案を保存する。',
    permission: 'audit-plan.work',
    input: z.strictObject({ ...body, planId: id, version }),
    output: changed,
  }),
  submitPlan: command({
    summary: '計画書を相手に提出する。書かれていない項目があるときは提出できない。',
    permission: 'audit-plan.submit',
    input: z.strictObject({ planId: id, version, occurredOn: day.optional() }),
    output: changed,
  }),
  agreePlan: command({
    summary: '提出された計画書に、協議の上で同意する。',
    permission: 'audit-plan.submit',
    input: z.strictObject({ planId: id, version, occurredOn: day.optional() }),
    output: changed,
  }),
  returnPlan: command({
    summary: '提出された計画書を、意見を付けて戻す。',
    permission: 'audit-plan.submit',
    input: z.strictObject({ planId: id, version, remark: line }),
    output: changed,
  }),
  changePlan: command({
    summary: '提出した計画書を、理由を示して変えるための新しい版を作る。',
    permission: 'audit-plan.work',
    input: z.strictObject({ planId: id, reason: line }),
    output: changed,
  }),
  distributePlan: command({
    summary: '対象ごとの実施計画書を、監査を受ける所属に配る。',
    permission: 'audit-plan.send',
    input: z.strictObject({ planId: id, version, occurredOn: day.optional() }),
    output: changed,
  }),
} as const;
