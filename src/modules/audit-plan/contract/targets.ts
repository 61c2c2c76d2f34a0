/** Targets of audits: proposed, decided, planned, noticed, and withdrawn with a reason. */
import { z } from 'zod';
import { targetKind } from '../../../core/programme/schema.ts';
import { command, query } from '../../../kernel/contract.ts';
import { changed, day, id, line, text, version } from './shared.ts';

export const TARGET_STATES = ['proposed', 'decided', 'planned', 'noticed', 'withdrawn', 'handed-over'] as const;

const short = z.string().trim().max(200);

/** One auditor of a target: a member of the contractor's team or an internal auditor of the city. */
export const assignment = z.strictObject({
  kind: z.enum(['member', 'city']),
  id,
  role: z.enum(['lead', 'auditor', 'assistant', 'attendant']),
});
export type Assignment = z.output<typeof assignment>;

/** What a person writes about a target. */
export const targetFields = z.strictObject({
  kind: targetKind,
  name: line,
  /** The audited departments: one, or for an affair all that take part in it. */
  departmentIds: z.array(id).min(1).max(50),
  /** The affair to which a system belongs; the affair itself when it is the target. */
  affair: short,
  system: short,
  url: z
    .string()
    .trim()
    .max(500)
    .regex(/^(https?:\/\/\S+)?$/, 'ホームページのアドレスは「https://」から入力してください。'),
  vendor: short,
  /** 接続の経路 of a vendor site. */
  route: short,
  /** The systems that a vendor site reaches. */
  systems: z.array(line).max(30),
  /** The network segment in which a system stands. */
  segment: short,
  place: short,
  /** A contractor of the city handles assets in it. */
  contractorHandles: z.boolean(),
  externalService: z.boolean(),
  myNumber: z.boolean(),
  /** It has its own implementation procedure. */
  procedure: z.boolean(),
  reason: text.max(2000),
  minutes: z.int().min(5).max(1440),
});
export type TargetFields = z.output<typeof targetFields>;

export const vendorCheck = z.strictObject({
  vendorCheck: z.boolean(),
  siteVisit: z.boolean(),
  verification: z.boolean(),
  reason: z.string(),
  decidedOn: day,
});

export const targetContent = targetFields.extend({
  /** Edition of the programme that was in force when it was added. */
  programmeEdition: z.int(),
  plannedOn: day.nullable(),
  decidedOn: day.nullable(),
  noticedOn: day.nullable(),
  withdrawnOn: day.nullable(),
  withdrawal: z.string(),
  /** The withdrawn target in whose place it was chosen. */
  replaces: id.nullable(),
  team: z.array(assignment).max(20),
  vendorCheck: vendorCheck.nullable(),
});

export type TargetContent = z.output<typeof targetContent>;

export const targetView = targetContent.extend({
  id,
  engagementId: id,
  programmeId: id,
  position: z.int(),
  state: z.enum(TARGET_STATES),
  version: z.int(),
});
export type TargetView = z.output<typeof targetView>;

/** Something that stands against a plan; it does not block. */
export const warning = z.strictObject({
  code: z.enum([
    'too-few-auditors',
    'unqualified',
    'no-lead',
    'not-independent',
    'undeclared',
    'untrained',
    'blackout',
    'duration',
    'count',
    'rotation',
    'closed-day',
    'dates',
    'capacity',
  ]),
  message: z.string(),
});
export type Warning = z.output<typeof warning>;

const optionalFields = targetFields.partial().required({ kind: true, name: true, departmentIds: true });

export const targetOperations = {
  listTargets: query({
    summary: '監査の対象の一覧を返す。',
    permission: 'audit-plan.read',
    input: z.strictObject({ engagementId: id, programmeId: id.optional() }),
    output: z.strictObject({ targets: z.array(targetView) }),
  }),
  getTarget: query({
    summary: '監査の対象一件を、手順とともに返す。',
    permission: 'audit-plan.read',
    input: z.strictObject({ targetId: id }),
    output: targetView,
  }),
  checkTargets: query({
    summary: '対象の数、輪番、時間、監査人の独立性と資格及び避ける期間について、計画の注意を返す。',
    permission: 'audit-plan.read',
    input: z.strictObject({ engagementId: id, programmeId: id }),
    output: z.strictObject({
      programme: z.array(warning),
      targets: z.array(z.strictObject({ targetId: id, warnings: z.array(warning) })),
    }),
  }),
  addTarget: command({
    summary: '監査の対象を提案する。',
    permission: 'audit-plan.work',
    input: optionalFields.extend({ programmeId: id, replaces: id.optional() }),
    output: changed,
  }),
  changeTarget: command({
    summary: '監査の対象の記載を直す。',
    permission: 'audit-plan.work',
    input: optionalFields.extend({ targetId: id, version }),
    output: changed,
  }),
  decideTargets: command({
    summary: '提案された監査の対象を決定する。',
    permission: 'audit-plan.submit',
    input: z.strictObject({
      targets: z
        .array(z.strictObject({ targetId: id, version }))
        .min(1)
        .max(500),
      occurredOn: day.optional(),
    }),
    output: z.strictObject({ targets: z.array(changed) }),
  }),
  assignAuditors: command({
    summary: '対象に監査人を割り当てる。独立性のない人は割り当てられない。',
    permission: 'audit-plan.work',
    input: z.strictObject({ targetId: id, version, team: z.array(assignment).max(20) }),
    output: changed.extend({ warnings: z.array(warning) }),
  }),
  withdrawTarget: command({
    summary: '監査の対象を取り下げる。理由を残し、日程から外す。',
    permission: 'audit-plan.decide',
    input: z.strictObject({ targetId: id, version, reason: line, occurredOn: day.optional() }),
    output: changed,
  }),
  decideVendorCheck: command({
    summary: '保守業者の確認、データセンターの視察及び技術的検証の要否を決める。',
    permission: 'audit-plan.decide',
    input: z.strictObject({
      targetId: id,
      version,
      vendorCheck: z.boolean(),
      siteVisit: z.boolean(),
      verification: z.boolean(),
      reason: line,
      occurredOn: day.optional(),
    }),
    output: changed,
  }),
  handOverTarget: command({
    summary: '対象の監査を始めたことを、計画に残す。',
    permission: 'audit-plan.send',
    input: z.strictObject({ targetId: id }),
    output: changed,
  }),
} as const;
