/** Contract, plan part: the work breakdown and the versions of the work plan. */
import { z } from 'zod';
import { command, query } from '../../../kernel/contract.ts';
import { day, engagementInput, id, instant, line, requiredText, text, version } from '../../../kernel/schema.ts';

export const task = z.strictObject({
  id,
  clause: z.string(),
  position: z.int(),
  name: z.string(),
  content: z.string(),
  owner: z.enum(['contractor', 'city', 'both']),
  members: z.array(z.string()),
  predecessors: z.array(z.string()),
  plannedStart: day,
  plannedEnd: day,
  percent: z.int(),
  actualStart: day.nullable(),
  actualEnd: day.nullable(),
  version,
});
export type Task = z.output<typeof task>;

export const workPlan = z.strictObject({
  id,
  version: z.int(),
  state: z.enum(['draft', 'submitted', 'approved', 'returned']),
  reason: z.string(),
  organisation: z.string(),
  environment: z.string(),
  tasks: z.array(task),
  returnedReason: z.string().nullable(),
  draftedAt: instant,
  submittedAt: instant.nullable(),
  decidedAt: instant.nullable(),
});
export type WorkPlan = z.output<typeof workPlan>;

export const planOperations = {
  listTasks: query({
    summary: 'WBSの作業項目を返す。',
    permission: 'engagement.follow',
    input: engagementInput,
    output: z.strictObject({ today: day, tasks: z.array(task), changedSinceApproval: z.boolean() }),
  }),
  updateTask: command({
    summary: '作業項目の内容、担当者及び予定日を改める。',
    permission: 'engagement.plan',
    input: engagementInput.extend({
      taskId: id,
      version,
      content: text.max(2000),
      members: z.array(line).max(20),
      plannedStart: day,
      plannedEnd: day,
    }),
    output: task,
  }),
  reportProgress: command({
    summary: '作業項目の進み具合を記録する。',
    permission: 'engagement.settle',
    input: engagementInput.extend({ taskId: id, version, percent: z.int().min(0).max(100) }),
    output: task,
  }),
  draftPlan: command({
    summary: '今のWBSから作業計画書の新しい版を作成する。',
    permission: 'engagement.plan',
    input: engagementInput.extend({
      reason: text.max(1000),
      organisation: requiredText.max(4000),
      environment: requiredText.max(4000),
    }),
    output: workPlan,
  }),
  submitPlan: command({
    summary: '作業計画書を発注者に提出する。',
    permission: 'engagement.plan',
    input: engagementInput.extend({
      planId: id,
      form: z.enum(['electronic', 'paper']),
      copies: z.int().min(1).max(20),
    }),
    output: workPlan,
  }),
  approvePlan: command({
    summary: '提出された作業計画書を承認する。',
    permission: 'engagement.approve',
    input: engagementInput.extend({ planId: id }),
    output: workPlan,
  }),
  returnPlan: command({
    summary: '提出された作業計画書を、理由を示して差し戻す。',
    permission: 'engagement.approve',
    input: engagementInput.extend({ planId: id, reason: requiredText.max(2000) }),
    output: workPlan,
  }),
  listPlans: query({
    summary: '作業計画書の版の一覧を返す。提出前の版は受託者だけに見える。',
    permission: 'engagement.follow',
    input: engagementInput,
    output: z.strictObject({ plans: z.array(workPlan) }),
  }),
};
