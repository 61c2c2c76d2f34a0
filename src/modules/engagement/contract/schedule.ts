/** Contract, schedule part: what follows from the work breakdown, and the plans it is compared with. */
import { z } from 'zod';
import { command, download, query } from '../../../kernel/contract.ts';
import { day, engagementInput, id, line, version } from '../../../kernel/schema.ts';
import { blackout } from './blackouts.ts';
import { task } from './plan.ts';

export const baseline = z.strictObject({
  id,
  /** An approved version of the work plan, or a plan kept under a name. */
  kind: z.enum(['plan', 'manual']),
  name: z.string(),
  /** Version of the work plan, or running number of the kept plan. */
  version: z.int(),
  setOn: day,
});
export type Baseline = z.output<typeof baseline>;

/** A task of the WBS as the network sees it. Floats and forecasts are null for parents and what is excluded. */
const scheduleRow = z.strictObject({
  id,
  level: z.int(),
  /** 1.2.1 */
  outline: z.string(),
  parent: z.boolean(),
  /** Working days of the plan. */
  duration: z.int().nullable(),
  earlyStart: day.nullable(),
  lateEnd: day.nullable(),
  totalFloat: z.int().nullable(),
  freeFloat: z.int().nullable(),
  critical: z.boolean(),
  /** The next due date of the contract under the clause of the task. */
  due: day.nullable(),
  forecastEnd: day.nullable(),
  lateDays: z.int(),
  /** The predecessor that makes the task late; null when it is late by itself or in time. */
  causeId: id.nullable(),
  dueMissedBy: z.int(),
  baselineStart: day.nullable(),
  baselineEnd: day.nullable(),
  /** Windows that the task has to avoid, of the city or its departments. */
  blackouts: z.array(z.strictObject({ from: day, to: day, reason: z.string() })),
});
export type ScheduleRow = z.output<typeof scheduleRow>;

const dates = z.strictObject({ start: day, end: day });
const move = z.strictObject({
  id,
  version,
  from: dates,
  to: dates,
  reason: z.string(),
});

export const schedule = z.strictObject({
  today: day,
  tasks: z.array(task),
  rows: z.array(scheduleRow),
  /** Ids of the tasks without room, by their start. */
  critical: z.array(id),
  /** Contradictory dates and why something could not be computed, each with what to do. */
  problems: z.array(z.string()),
  baseline: baseline.nullable(),
  baselines: z.array(baseline),
  blackouts: z.array(blackout),
  moves: z.array(move),
  conflicts: z.array(z.strictObject({ id, kind: z.enum(['fixed', 'due']), days: z.int(), message: z.string() })),
  curve: z.array(z.strictObject({ day, planned: z.number(), earned: z.number().nullable() })),
  changedSinceApproval: z.boolean(),
});
export type Schedule = z.output<typeof schedule>;

const importCell = z.strictObject({
  /** Row and column as the spreadsheet shows them: 12, D. */
  row: z.int(),
  column: z.string(),
  task: z.string(),
  field: z.string(),
  before: z.string(),
  after: z.string(),
});
/** Row null: not about one row. Column empty: about the whole row. */
const refusedCell = z.strictObject({
  row: z.int().nullable(),
  column: z.string(),
  value: z.string(),
  reason: z.string(),
});

export const wbsImport = z.strictObject({
  /** Stands for the WBS that the file was compared with; importing refuses when it has changed since. */
  basis: z.string(),
  added: z.array(z.strictObject({ row: z.int(), name: z.string() })),
  changed: z.array(importCell),
  removed: z.array(z.strictObject({ id, name: z.string() })),
  refused: z.array(refusedCell),
  /** Tasks of which only the place in the list changes. */
  reordered: z.int(),
});
export type WbsImport = z.output<typeof wbsImport>;

export const scheduleOperations = {
  getSchedule: query({
    summary: 'WBSの余裕、クリティカルパス、見込み、基準計画との差及び再計画の案を返す。',
    permission: 'engagement.follow',
    input: engagementInput.extend({ baselineId: id.optional() }),
    output: schedule,
  }),
  setBaseline: command({
    summary: '今のWBSを、名称を付けて基準計画として残す。',
    permission: 'engagement.plan',
    input: engagementInput.extend({ name: line }),
    output: baseline,
  }),
  reportDelay: command({
    summary: '遅れの見込みを、相手方に知らせた記録として残す。',
    permission: 'engagement.settle',
    input: engagementInput,
    output: z.strictObject({ tasks: z.int(), days: z.int() }),
  }),
  acceptReplan: command({
    summary: '再計画の案のうち、選んだ作業の予定日を改める。',
    permission: 'engagement.plan',
    input: engagementInput.extend({
      accepted: z
        .array(z.strictObject({ taskId: id, version, start: day, end: day }))
        .min(1)
        .max(2000),
    }),
    output: z.strictObject({ tasks: z.int() }),
  }),
  downloadWbs: download({
    summary: '編集して読み込み直せるWBSをExcelで取り出す。',
    permission: 'engagement.follow',
    input: engagementInput,
  }),
  downloadMasterSchedule: download({
    summary: '大日程表を、A3一枚のPDF又はExcelで取り出す。',
    permission: 'engagement.follow',
    input: engagementInput.extend({ format: z.enum(['pdf', 'xlsx']) }),
  }),
  previewWbsImport: command({
    summary: '編集されたWBSのExcelを読み、加わるもの、変わるもの、なくなるもの及び受け付けられないものを返す。',
    permission: 'engagement.plan',
    input: engagementInput.extend({ fileId: id }),
    output: wbsImport,
  }),
  importWbs: command({
    summary: '確かめたWBSのExcelを取り込む。受け付けられないセルがあるときは何も変えない。',
    permission: 'engagement.plan',
    input: engagementInput.extend({ fileId: id, basis: z.string().max(100) }),
    output: z.strictObject({ added: z.int(), changed: z.int(), removed: z.int() }),
  }),
};
