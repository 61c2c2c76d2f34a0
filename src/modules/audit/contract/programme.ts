/** The year's audit: theme, the audited departments, issues, methods, closing (clause 9(1), 9【重点テーマ】). */
import { z } from 'zod';
import { command, query } from '../../../kernel/contract.ts';
import { engagementInput } from '../../../kernel/schema.ts';
import { paperSet } from './paper-set.ts';
import { auditProgramme, auditTarget } from './target.ts';
import { auditInput, changed, day, id, line, recordColumns, requiredText, text, version } from './shared.ts';

export const theme = z.strictObject({
  /** Name of the focus theme, 外部サービス利用に係るガイドライン. */
  theme: line,
  /** Article of the city's standard that the theme supplements, 対策基準第35. */
  article: line,
  guideline: line,
  guidelineVersion: line,
  description: text,
});
export type Theme = z.output<typeof theme>;

/** What raises the need of a site visit (clause 9(1)イ(イ) 例2) and selects check items. */
export const profile = z.strictObject({
  visitorCounter: z.boolean(),
  serverRoom: z.boolean(),
  externalService: z.boolean(),
});
export type Profile = z.output<typeof profile>;

export const selfCheckAnswer = z.strictObject({
  /** Id of the item in the self-check questionnaire. */
  item: line,
  answer: z.enum(['yes', 'no', 'not-applicable']),
  note: text,
});

export const issue = z.strictObject({
  id,
  issue: requiredText,
  source: z.enum(['self-check', 'preliminary-survey', 'other']),
  /** Items of the self-check or survey where the issue was seen. */
  items: z.array(line).max(50),
  /** What shall be confirmed, and how. */
  approach: text,
});
export type Issue = z.output<typeof issue>;

export const chosenMethod = z.strictObject({
  documents: z.boolean(),
  hearing: z.boolean(),
  visit: z.boolean(),
  reason: requiredText,
  chosenOn: day,
});

export const auditContent = z.strictObject({
  programme: auditProgramme,
  target: auditTarget,
  reason: text,
  profile,
  selfCheck: z.array(selfCheckAnswer),
  issues: z.array(issue),
  method: chosenMethod.nullable(),
  notice: z
    .strictObject({ text: requiredText, number: z.string(), sentOn: day, policyId: id, policyEdition: z.int() })
    .nullable(),
  contractNotApplicable: z.strictObject({ reason: requiredText, on: day }).nullable(),
  fieldworkClosedOn: day.nullable(),
  findingsIssuedOn: day.nullable(),
  explanation: z
    .strictObject({ kind: z.enum(['held', 'waived']), reason: text, on: day, meetingId: id.nullable() })
    .nullable(),
  closing: z.strictObject({ on: day, note: text }).nullable(),
  /** The working papers as laid before the city; null before. */
  papers: paperSet.nullable().default(null),
  /** The version of the agreed checklist that the items follow; null where the programme's catalogues were used. */
  checklist: z.strictObject({ id, position: z.int() }).nullable().default(null),
});
export type AuditContent = z.output<typeof auditContent>;

export const AUDIT_STATES = ['preparing', 'in-progress', 'findings', 'noticed', 'explained', 'closed'] as const;
export const auditState = z.enum(AUDIT_STATES);
export type AuditState = z.output<typeof auditState>;

/** Who must do what next, as one sentence. */
export const nextStep = z.strictObject({
  who: z.enum(['city', 'contractor', 'department', 'nobody']),
  what: z.string(),
});
export type NextStep = z.output<typeof nextStep>;

const counts = z.strictObject({
  checks: z.int(),
  judged: z.int(),
  requestsWaiting: z.int(),
  hearingsOpen: z.int(),
  visits: z.int(),
  contracts: z.int(),
  contractsOpen: z.int(),
  findings: z.int(),
  findingsOpen: z.int(),
});
export type AuditCounts = z.output<typeof counts>;

export const auditView = auditContent.extend({
  ...recordColumns,
  engagementId: id,
  targetId: id.nullable(),
  /** The department in charge of the target. */
  departmentId: id,
  /** The target as people call it; a department by its own name. */
  departmentName: z.string(),
  state: auditState,
});
export type AuditView = z.output<typeof auditView>;

export const programmeOperations = {
  openAudits: command({
    summary: '選定した監査対象課の監査と、年度の重点テーマを登録する。',
    permission: 'audit.city',
    input: z.strictObject({
      engagementId: id,
      theme: theme.extend({ description: text.optional() }).optional(),
      departments: z.array(id).min(1).max(20),
      /** Per department: why it was selected and what kind of department it is. */
      profiles: z
        .array(
          z.strictObject({
            departmentId: id,
            reason: text.optional(),
            profile: profile.optional(),
            selfCheck: z.array(selfCheckAnswer).max(100).optional(),
          }),
        )
        .max(20)
        .optional(),
    }),
    output: z.strictObject({ audits: z.array(z.strictObject({ id, departmentId: id })) }),
  }),
  setTheme: command({
    summary: '重点テーマと、用いるガイドラインの版を登録する。',
    permission: 'audit.city',
    input: theme.extend({ engagementId: id, description: text.optional() }),
    output: changed,
  }),
  getProgramme: query({
    summary: '重点テーマと監査対象課ごとの進み具合を返す。',
    permission: 'audit.read',
    input: engagementInput,
    output: z.strictObject({
      theme: theme.nullable(),
      audits: z.array(auditView.extend({ counts, next: nextStep })),
    }),
  }),
  getAudit: query({
    summary: '監査対象課一つの監査を返す。',
    permission: 'audit.read',
    input: auditInput,
    output: auditView.extend({ counts, next: nextStep }),
  }),
  setProfile: command({
    summary: '監査対象課の特徴と自己点検の回答を登録し、当てはまる確認項目を加える。',
    permission: 'audit.work',
    input: z.strictObject({
      auditId: id,
      version,
      profile,
      selfCheck: z.array(selfCheckAnswer).max(100).optional(),
    }),
    output: changed,
  }),
  saveIssues: command({
    summary: '自己点検と予備調査から、監査対象課の課題を整理する。',
    permission: 'audit.work',
    input: z.strictObject({
      auditId: id,
      version,
      issues: z.array(issue.extend({ id: id.optional() })).max(100),
    }),
    output: changed,
  }),
  chooseMethod: command({
    summary: '監査対象課ごとに、書類確認、ヒアリング、現場確認のどれを行うかを理由とともに決める。',
    permission: 'audit.work',
    input: z.strictObject({
      auditId: id,
      version,
      documents: z.boolean(),
      hearing: z.boolean(),
      visit: z.boolean(),
      reason: requiredText,
    }),
    output: changed,
  }),
  beginAudit: command({
    summary: '監査の通知を終えた対象の監査を始める。',
    permission: 'audit.work',
    input: z.strictObject({ auditId: id, version }),
    output: changed,
  }),
  closeFieldwork: command({
    summary: '書類確認、ヒアリング、現場確認を終え、発見事項の整理に進む。',
    permission: 'audit.work',
    input: z.strictObject({ auditId: id, version }),
    output: changed,
  }),
  recordExplained: command({
    summary: '監査対象課への説明が済んだことを、会議の記録とともに登録する。',
    permission: 'audit.agree',
    input: z.strictObject({ auditId: id, version, occurredOn: day, meetingId: id.nullable().optional() }),
    output: changed,
  }),
  waiveExplanation: command({
    summary: '監査対象課への説明を不要とする市の判断を、理由とともに登録する。',
    permission: 'audit.city',
    input: z.strictObject({ auditId: id, version, reason: requiredText }),
    output: changed,
  }),
  closeAudit: command({
    summary: '監査対象課の監査を終える。',
    permission: 'audit.city',
    input: z.strictObject({ auditId: id, version, note: text }),
    output: changed,
  }),
} as const;
