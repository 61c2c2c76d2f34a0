/** Proposals: departments to audit, items of next year's form; and the record that an analysis is complete. */
import { z } from 'zod';
import { command, query } from '../../../kernel/contract.ts';
import { day, engagementInput, id, instant, line, requiredText, text, version } from '../../../kernel/schema.ts';
import { campaignHead, campaignInput } from './views.ts';

const year = z.int().min(2000).max(2200);

const planned = z.strictObject({
  departmentId: id,
  departmentName: z.string(),
  value: z.number(),
  rank: z.int(),
  lastAudited: z.int().nullable(),
  freeDays: z.int(),
  firstDay: day.nullable(),
  reason: z.string(),
});
export type PlannedView = z.output<typeof planned>;

export const auditPlanView = z.strictObject({
  fiscalYear: z.int(),
  openDays: z.int(),
  chosen: z.array(planned),
  passed: z.array(planned.extend({ why: z.enum(['blackout', 'rest', 'capacity']) })),
  /** Departments that could not be ranked because answers are missing. */
  unranked: z.int(),
});
export type AuditPlanView = z.output<typeof auditPlanView>;

const itemId = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/);

export const itemProposal = z.strictObject({
  id: z.string().max(140),
  kind: z.enum(['drop', 'sharpen', 'add']),
  itemId: itemId.nullable(),
  question: line,
  reasons: z.array(requiredText.max(500)).min(1).max(10),
  suggestion: line.nullable(),
  section: itemId.nullable(),
});
export type ItemProposalView = z.output<typeof itemProposal>;

export const decision = z.strictObject({
  accepted: z.boolean(),
  note: z.string(),
  /** The wording that goes into the form. */
  question: z.string().nullable(),
  meaningChanged: z.boolean(),
});

export const proposalRound = z.strictObject({
  id,
  number: z.int(),
  campaignId: id.nullable(),
  questionnaireId: id,
  forFiscalYear: z.int(),
  issuedAt: instant,
  version: z.int(),
  proposals: z.array(itemProposal.extend({ decision: decision.nullable() })),
  /** The draft into which accepted proposals went. */
  draftId: id.nullable(),
});
export type ProposalRound = z.output<typeof proposalRound>;

export const proposalOperations = {
  planAudits: query({
    summary: '監査の間隔、避ける期間及び件数を考えに入れた監査対象課の案を、理由とともに返す。',
    permission: 'analysis.read',
    input: engagementInput.extend({
      from: day,
      to: day,
      capacity: z.int().min(1).max(50),
      /** Departments audited in so many past fiscal years are passed over. */
      rest: z.int().min(0).max(10),
      /** Departments not audited for so many fiscal years come first. */
      cycle: z.int().min(1).max(20),
      /** Open days that an audit needs. */
      days: z.int().min(1).max(60),
    }),
    output: auditPlanView,
  }),
  proposeItems: query({
    summary: '翌年度に外す、改める又は加える設問の案を、理由とともに返す。',
    permission: 'analysis.read',
    input: campaignInput,
    output: z.strictObject({
      campaign: campaignHead,
      questionnaireId: id,
      proposals: z.array(itemProposal),
      /** What has been issued for the campaign, the newest first. */
      rounds: z.array(proposalRound),
    }),
  }),
  issueItemProposals: command({
    summary: '設問の案を確定し、発注者に示す。',
    permission: 'analysis.record',
    input: engagementInput.extend({
      /** The analysed campaign; null for proposals before the first one. */
      campaignId: id.nullable(),
      questionnaireId: id,
      forFiscalYear: year,
      proposals: z.array(itemProposal).min(1).max(200),
    }),
    output: proposalRound,
  }),
  decideItemProposals: command({
    summary: '示された設問の案を採るかどうかを決める。採らないときは理由を示す。',
    permission: 'analysis.decide',
    input: z.strictObject({
      roundId: id,
      version,
      decisions: z
        .array(
          z.strictObject({
            id: z.string().max(140),
            accepted: z.boolean(),
            note: text.max(1000).default(''),
            question: z.string().trim().max(120).default(''),
            meaningChanged: z.boolean().default(true),
          }),
        )
        .min(1)
        .max(200),
    }),
    output: proposalRound,
  }),
  applyItemProposals: command({
    summary: '採ることにした設問の案を、翌年度の調査票の作成中の版に入れる。',
    permission: 'analysis.decide',
    input: z.strictObject({ roundId: id, version, title: line.max(60) }),
    output: proposalRound.extend({
      /** Accepted proposals that somebody must carry out by hand in the builder, and why. */
      left: z.array(z.strictObject({ id: z.string(), why: z.string() })),
    }),
  }),
  recordAnalysis: command({
    summary: '分析のまとめと改善の提案を確定する。報告書に載る。',
    permission: 'analysis.record',
    input: campaignInput.extend({
      /** `number` of the last record; 0 before the first. */
      number: version,
      summary: requiredText.max(4000),
      /** Improvement proposals in one's own words; others are taken from the explanations of the items. */
      advice: z
        .array(z.strictObject({ item: itemId, text: requiredText.max(1000) }))
        .max(60)
        .default([]),
    }),
    output: z.strictObject({ number: z.int(), summary: z.string(), recordedAt: instant }),
  }),
};
