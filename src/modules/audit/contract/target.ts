/** What an audit is of: a programme as it stood when the audit was opened, and a target. */
import { z } from 'zod';
import { id, line, text } from './shared.ts';

export const TARGET_KINDS = ['department', 'affair', 'system', 'website', 'vendor-site'] as const;

/** One level of a grading scheme: 指摘 and 意見, or 評価できる, 改善すべき and 改善が望まれる事項. */
export const gradingLevel = z.strictObject({
  id: line,
  label: line,
  /** 1 is the gravest. */
  rank: z.int().min(1).max(9),
  /** The criterion by which a finding gets this level. */
  meaning: text,
  /** False for what is well done: no cause, effect or remedy is asked for. */
  needsRemedy: z.boolean(),
});
export type GradingLevel = z.output<typeof gradingLevel>;

/** The parts of a programme that the engine works by, copied: a later edition changes no audit under way. */
export const auditProgramme = z.strictObject({
  id: line,
  edition: z.int().min(1),
  title: line,
  kind: line,
  /** The word by which the journal's facts name audits of this kind: external, internal, my-number, … */
  factType: line,
  conductedBy: z.enum(['contractor', 'city-auditors']),
  levels: z.array(gradingLevel).min(1).max(9),
  auditorsAtLeast: z.int().min(0).max(20),
  qualifiedAtLeast: z.int().min(0).max(20),
  /** Planned length of the session at the target; null where nothing is said. */
  minutes: z.int().min(1).max(2880).nullable(),
  /** What the contractor watches while the city's own auditors work; empty where it audits itself. */
  attendancePoints: z.array(line).max(20),
});
export type AuditProgramme = z.output<typeof auditProgramme>;

export const auditTarget = z.strictObject({
  kind: z.enum(TARGET_KINDS),
  /** Empty where the target is its department: that is called by its own name of today. */
  name: z.string(),
  /** The first is in charge; one affair may lie with several. */
  departmentIds: z.array(id).min(1).max(40),
  system: z.string(),
  url: z.string(),
  vendor: z.string(),
});
export type AuditTarget = z.output<typeof auditTarget>;

/** The programme that carries out clause 9(1) of Chiba's specification, with its policy and its list of contracts. */
export const FOCUS_THEME: AuditProgramme = {
  id: 'focus-theme',
  edition: 1,
  title: '重点テーマの監査',
  kind: 'focus-theme',
  factType: 'external',
  conductedBy: 'contractor',
  levels: [
    { id: 'finding', label: '指摘', rank: 1, meaning: '', needsRemedy: true },
    { id: 'opinion', label: '意見', rank: 2, meaning: '', needsRemedy: true },
  ],
  auditorsAtLeast: 0,
  qualifiedAtLeast: 0,
  minutes: null,
  attendancePoints: [],
};
