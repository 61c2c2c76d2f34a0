/** Contract, plan part: the work breakdown and the versions of the work plan. */
import { z } from 'zod';
import { command, download, query } from '../../../kernel/contract.ts';
import { day, done, engagementInput, id, instant, line, requiredText, text, version } from '../../../kernel/schema.ts';

/** Why a task of the specification is not carried out in this engagement. */
export const EXCLUSION_REASONS = ['no-target', 'agreed', 'other-year', 'done-by-city'] as const;

/** What must end first; the lag counts open days between end and start, negative lets the two overlap. */
const dependency = z.strictObject({ id, lag: z.int().min(-250).max(250) });

export const task = z.strictObject({
  id,
  /** The clause that a task was derived from; of an own task the clause it stands under, or empty. */
  clause: z.string(),
  position: z.int(),
  name: z.string(),
  content: z.string(),
  owner: z.enum(['contractor', 'city', 'both']),
  members: z.array(z.string()),
  predecessors: z.array(dependency),
  plannedStart: day,
  plannedEnd: day,
  percent: z.int(),
  actualStart: day.nullable(),
  actualEnd: day.nullable(),
  origin: z.enum(['specification', 'own']),
  /** The task that this one is a part of. Dates and progress of a parent follow from its parts. */
  parentId: id.nullable(),
  excluded: z.enum(EXCLUSION_REASONS).nullable(),
  excludedNote: z.string(),
  /** Its date is fixed: a re-plan never moves it. */
  milestone: z.boolean(),
  /** Person-days; null while nobody has estimated them. */
  effort: z.number().nullable(),
  /** Working days of the work, where a re-plan has stretched its dates since; null: as many as the dates hold. */
  workDays: z.int().nullable(),
  /** What the last report of progress said. */
  remark: z.string(),
  /** Departments without which the work rests. */
  departmentIds: z.array(id),
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

const effort = z.number().min(0.1).max(99_999).multipleOf(0.1).nullable();
const members = z.array(line).max(20);
const predecessors = z.array(dependency).max(50);
const departmentIds = z.array(id).max(50);
const taskInput = engagementInput.extend({ taskId: id, version });

export const planOperations = {
  listTasks: query({
    summary: 'WBSの作業項目を返す。',
    permission: 'engagement.follow',
    input: engagementInput,
    output: z.strictObject({ today: day, tasks: z.array(task), changedSinceApproval: z.boolean() }),
  }),
  addTask: command({
    summary: '仕様書にない作業項目をWBSに加える。',
    permission: 'engagement.plan',
    input: engagementInput.extend({
      parentId: id.nullable(),
      clause: z.string().max(60).optional(),
      name: line,
      content: text.max(2000),
      owner: task.shape.owner,
      members,
      predecessors,
      plannedStart: day,
      plannedEnd: day,
      milestone: z.boolean(),
      effort,
      departmentIds,
    }),
    output: task,
  }),
  updateTask: command({
    summary: '作業項目の名称、内容、担当者、先行作業及び予定日などを改める。',
    permission: 'engagement.plan',
    input: taskInput.extend({
      content: text.max(2000),
      members,
      plannedStart: day,
      plannedEnd: day,
      // What is absent stays as it is.
      name: line.optional(),
      owner: task.shape.owner.optional(),
      parentId: id.nullable().optional(),
      predecessors: predecessors.optional(),
      milestone: z.boolean().optional(),
      effort: effort.optional(),
      departmentIds: departmentIds.optional(),
    }),
    output: task,
  }),
  moveTask: command({
    summary: '作業項目の並び順を、同じ階層の中で変える。',
    permission: 'engagement.plan',
    input: taskInput.extend({ direction: z.enum(['up', 'down']) }),
    output: done,
  }),
  removeTask: command({
    summary: '自ら加えた作業項目を削除する。仕様書から導いた作業項目は削除できない。',
    permission: 'engagement.plan',
    input: taskInput,
    output: done,
  }),
  excludeTask: command({
    summary: '仕様書から導いた作業項目を、理由を示して対象外とし、又は対象に戻す。',
    permission: 'engagement.plan',
    input: taskInput.extend({ reason: z.enum(EXCLUSION_REASONS).nullable(), note: text.max(1000) }),
    output: task,
  }),
  reportProgress: command({
    summary: '作業項目の進み具合を記録する。',
    permission: 'engagement.settle',
    input: taskInput.extend({ percent: z.int().min(0).max(100), remark: text.max(1000).optional() }),
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
  downloadPlanChanges: download({
    summary: '作業計画書の版について、承認された版（なければ一つ前の版）からの変更を見え消しで示した文書を返す。',
    permission: 'engagement.follow',
    input: engagementInput.extend({ planId: id, format: z.enum(['docx', 'pdf']) }),
  }),
  listPlans: query({
    summary: '作業計画書の版の一覧を返す。提出前の版は受託者だけに見える。',
    permission: 'engagement.follow',
    input: engagementInput,
    output: z.strictObject({ plans: z.array(workPlan) }),
  }),
};
