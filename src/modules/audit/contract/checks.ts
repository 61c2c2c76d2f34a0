/** The checklist of a department: scope, judgements, agreed additions (clauses 9(1)イ(イ), 9(1)ウ-p5). */
import { z } from 'zod';
import { command, query } from '../../../kernel/contract.ts';
import { auditInput, changed, day, id, line, recordColumns, requiredText, technique, text, version } from './shared.ts';

/** 適切, 一部不備, 不備, 対象外, 未確認. */
export const JUDGEMENTS = ['adequate', 'minor', 'inadequate', 'not-applicable', 'unconfirmed'] as const;
export const judgement = z.enum(JUDGEMENTS);
export type Judgement = z.output<typeof judgement>;

const pointer = z.strictObject({ standard: z.string(), provision: z.string() });

export const checkContent = z.strictObject({
  /** Id of the item in the content file, or of the agreed proposal. */
  key: z.string(),
  number: z.int(),
  section: z.string(),
  title: z.string(),
  point: z.string(),
  procedures: z.array(z.strictObject({ technique, procedure: z.string() })),
  evidenceExamples: z.array(z.string()),
  askWhom: z.string(),
  /** 1 slight, 2 considerable, 3 grave. */
  severity: z.int(),
  assumedRisk: z.string(),
  recommendation: z.string(),
  references: z.array(pointer),
  /** Further places in standards, as the checklist of the programme prints them. */
  places: z.array(z.string()).optional(),
  /** A later version of the checklist no longer has the item; what was found is kept. */
  dropped: z.strictObject({ position: z.int(), reason: z.string() }).nullable().optional(),
  selfCheckItems: z.array(z.string()),
  contradiction: z.string().nullable(),
  origin: z.enum(['standard', 'added']),
  leftOutReason: z.string().nullable(),
  judgement,
  techniques: z.array(technique),
  fact: text,
  note: text,
  evidenceIds: z.array(id),
  judgedBy: id.nullable(),
  judgedOn: day.nullable(),
  /** What a revision of its standard took back, as long as the revision itself may be taken back. */
  revised: z
    .strictObject({
      revision: id,
      /** The version that the revision left; another one means that somebody has worked on the check since. */
      version,
      judgement,
      judgedBy: id.nullable(),
      judgedOn: day.nullable(),
      note: text,
      references: z.array(pointer),
    })
    .nullable()
    .optional(),
});
export type CheckContent = z.output<typeof checkContent>;

export const CHECK_STATES = ['in-scope', 'left-out'] as const;
export const checkView = checkContent.extend({
  ...recordColumns,
  auditId: id,
  state: z.enum(CHECK_STATES),
  /** The department's own answers to the linked self-check items. */
  ownAnswers: z.array(z.strictObject({ item: z.string(), answer: z.enum(['yes', 'no', 'not-applicable']) })),
  /** What to follow up because judgement and own answer do not fit; null when they do. */
  hint: z.string().nullable(),
  /** The provisions as a document cites them. */
  citations: z.array(z.string()),
  findingIds: z.array(id),
});
export type CheckView = z.output<typeof checkView>;

export const proposalContent = z.strictObject({
  title: line,
  point: requiredText,
  reason: requiredText,
  section: line,
  decision: z.strictObject({ note: text, on: day, by: id }).nullable(),
  /** The item of a catalogue that is proposed; null for one that the contractor has worded. */
  source: z.strictObject({ catalogue: z.string(), item: z.string() }).nullable().default(null),
});
export const PROPOSAL_STATES = ['proposed', 'agreed', 'declined'] as const;
export const proposalView = proposalContent.extend({
  ...recordColumns,
  auditId: id,
  contractId: id.nullable(),
  state: z.enum(PROPOSAL_STATES),
});
export type ProposalView = z.output<typeof proposalView>;

export const checkOperations = {
  listChecks: query({
    summary: '監査対象課の確認項目と判断を返す。市には、発見事項が提出された後に返す。',
    permission: 'audit.read',
    input: auditInput,
    output: z.strictObject({ checks: z.array(checkView), visible: z.boolean() }),
  }),
  leaveOutCheck: command({
    summary: '監査対象課に当てはまらない確認項目を、理由とともに外す。',
    permission: 'audit.work',
    input: z.strictObject({ checkId: id, version, reason: requiredText }),
    output: changed,
  }),
  bringBackCheck: command({
    summary: '外した確認項目を戻す。',
    permission: 'audit.work',
    input: z.strictObject({ checkId: id, version }),
    output: changed,
  }),
  judgeCheck: command({
    summary: '確認項目一つを判断し、方法、確認した事実、証拠を残す。',
    permission: 'audit.fieldwork',
    input: z.strictObject({
      checkId: id,
      version,
      judgement,
      techniques: z.array(technique).max(4),
      fact: text,
      note: text.optional(),
      evidenceIds: z.array(id).max(40),
    }),
    output: changed.extend({ hint: z.string().nullable() }),
  }),
  proposeCheckItem: command({
    summary: '確認が必要と考える事項を、市に提案する。',
    permission: 'audit.work',
    input: z.strictObject({
      auditId: id,
      /** The contract that the item is for; null for the department's checklist. */
      contractId: id.nullable().optional(),
      title: line,
      point: requiredText,
      reason: requiredText,
      section: line.optional(),
    }),
    output: changed,
  }),
  listProposals: query({
    summary: '追加の確認事項の提案と市の判断を返す。',
    permission: 'audit.read',
    input: auditInput,
    output: z.strictObject({ proposals: z.array(proposalView) }),
  }),
  decideCheckItem: command({
    summary: '追加の確認事項に同意するか、同意しないかを登録する。同意した事項は確認項目に加わる。',
    permission: 'audit.city',
    input: z.strictObject({ proposalId: id, version, agreed: z.boolean(), note: text }),
    output: changed,
  }),
  agreeCheckItems: command({
    summary: '提案された追加の確認事項に、まとめて同意する。一つでも変わっていれば、どれにも同意しない。',
    permission: 'audit.city',
    input: z.strictObject({
      proposals: z
        .array(z.strictObject({ proposalId: id, version }))
        .min(1)
        .max(200),
      note: text,
    }),
    output: z.strictObject({ agreed: z.int() }),
  }),
} as const;
