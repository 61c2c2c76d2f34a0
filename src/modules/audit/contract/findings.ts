/** Findings 発見事項: drafting, lead review, city confirmation, the section's view (clause 9(1)エ-p1, -p2). */
import { z } from 'zod';
import { command, query } from '../../../kernel/contract.ts';
import { gradingLevel } from './target.ts';
import {
  auditInput,
  basisEntry,
  changed,
  day,
  id,
  instant,
  line,
  recordColumns,
  requiredText,
  text,
  version,
} from './shared.ts';

export const VIEWS = ['agreed', 'objected'] as const;
export const view = z.enum(VIEWS);

/** The clause under which Chiba's findings arise; `audit` in every other programme. */
export const findingSource = z.enum(['9(1)イ', '9(1)ウ', 'audit']);

export const FINDING_ORIGINS = ['check', 'contract-item', 'visit-outline', 'other'] as const;

/** 高, 中, 低. */
export const IMPORTANCE = ['high', 'medium', 'low'] as const;
/** 容易, 普通, 困難. */
export const EASE = ['easy', 'moderate', 'hard'] as const;
export const alternative = z.strictObject({
  remedy: requiredText,
  ease: z.enum(EASE).nullable(),
  cost: z.string().max(1000),
});
export const constraints = z.strictObject({ physical: text, organisational: text, affair: text });

/** The text of a finding as it stood at one moment. */
export const findingText = z.strictObject({
  title: line,
  fact: text,
  cause: text,
  basis: z.array(basisEntry),
  risk: text,
  recommendation: text,
  /** The label of a level of the programme's grading scheme. */
  grade: line.nullable(),
  gradeReason: text,
  /** Other ways to the same end, where the first cannot be gone. */
  alternatives: z.array(alternative).default([]),
  importance: z.enum(IMPORTANCE).nullable().default(null),
  ease: z.enum(EASE).nullable().default(null),
  /** What the remedy costs, about: money, people, time. */
  cost: z.string().default(''),
  /** What stands in the way: rooms and equipment, organisation and staff, the affair itself. */
  constraints: constraints.default({ physical: '', organisational: '', affair: '' }),
});
export type FindingText = z.output<typeof findingText>;

export const recordedView = z.strictObject({
  edition: z.int(),
  view,
  /** Both texts are kept side by side. */
  sectionText: text,
  findingFact: text,
  occurredOn: day,
  /** The city goes ahead although the section objects: its reason. */
  settledReason: text.nullable(),
});

export const findingContent = findingText.extend({
  source: findingSource,
  origin: z.strictObject({ kind: z.enum(FINDING_ORIGINS), id: id.nullable() }),
  /** Set where city and national standards differ: the precedence applied (clause 6※2). */
  conflict: text,
  evidenceIds: z.array(id),
  /** The criterion of the policy or of the programme by which it was graded. */
  criterion: z
    .strictObject({
      /** Null where the programme states the criterion. */
      policyId: id.nullable(),
      edition: z.int(),
      text,
    })
    .nullable(),
  edition: z.int(),
  review: z.strictObject({ by: id, on: day }).nullable(),
  issuedOn: day.nullable(),
  confirmedOn: day.nullable(),
  shownOn: day.nullable(),
  returns: z.array(z.strictObject({ text: requiredText, on: day })),
  /** What the quality review asked to mend before anything left. */
  qualityReturns: z.array(z.strictObject({ text: requiredText, by: id, on: day })).default([]),
  /** The same finding of an earlier year; `times` counts how often it had been found by then. */
  earlier: z
    .strictObject({ findingId: id.nullable(), fiscalYear: z.int(), title: z.string(), times: z.int() })
    .nullable()
    .default(null),
  /** What the section wrote itself, before the city records its view. */
  sectionDraft: z.strictObject({ view, text, on: day }).nullable(),
  views: z.array(recordedView),
  withdrawal: z.strictObject({ reason: requiredText, on: day }).nullable(),
  /** The texts last issued to the city and last shown to the section. */
  issued: findingText.nullable(),
  shown: findingText.nullable(),
  history: z.array(z.strictObject({ edition: z.int(), at: instant, by: id, change: z.string(), text: findingText })),
});
export type FindingContent = z.output<typeof findingContent>;

export const FINDING_STATES = [
  'draft',
  'reviewed',
  'issued',
  'confirmed',
  'shown',
  'agreed',
  'reopened',
  'withdrawn',
] as const;
export const findingState = z.enum(FINDING_STATES);
export type FindingState = z.output<typeof findingState>;

export const findingView = findingContent.extend({
  ...recordColumns,
  auditId: id,
  departmentId: id,
  state: findingState,
  /** The levels of the programme, from which the grade is chosen. */
  levels: z.array(gradingLevel),
  /** What keeps it from review and issue; empty when complete. */
  missing: z.array(z.string()),
});
export type FindingView = z.output<typeof findingView>;

const written = z.strictObject({
  title: line,
  fact: text,
  cause: text,
  basis: z.array(basisEntry.omit({ citation: true, tier: true })).max(20),
  risk: text,
  recommendation: text,
  grade: line.nullable(),
  gradeReason: text,
  evidenceIds: z.array(id).max(40),
  conflict: text.optional(),
  alternatives: z.array(alternative).max(5).optional(),
  importance: z.enum(IMPORTANCE).nullable().optional(),
  ease: z.enum(EASE).nullable().optional(),
  cost: z.string().max(1000).optional(),
  constraints: constraints.optional(),
});

/** A standard with everything in it that a finding can cite. */
export const groundStandard = z.strictObject({
  code: z.string(),
  title: z.string(),
  tier: z.int(),
  provisions: z.array(
    z.strictObject({
      id: z.string(),
      /** Heading of the chapter, under which a picker gathers its provisions. */
      chapter: z.string(),
      /** Number, where confirmed, and title. */
      label: z.string(),
      /** As documents cite it. */
      citation: z.string(),
    }),
  ),
});
export type GroundStandard = z.output<typeof groundStandard>;

export const findingOperations = {
  listGrounds: query({
    summary: '発見事項の根拠にできる基準と、その章及び条項を優先の順に返す。',
    permission: 'audit.fieldwork',
    input: z.strictObject({
      /** Given, the standards that the municipality brought along are among them. */
      engagementId: id.optional(),
    }),
    output: z.strictObject({ standards: z.array(groundStandard) }),
  }),
  listFindings: query({
    summary: '発見事項の一覧を返す。市には、提出されたものを提出された文で返す。',
    permission: 'audit.read',
    input: z.strictObject({ engagementId: id, auditId: id.optional(), programmeId: line.optional() }),
    output: z.strictObject({ findings: z.array(findingView) }),
  }),
  draftFinding: command({
    summary: '発見事項の案を作る。確認項目又は契約の項目から、根拠と案文を引き継ぐ。',
    permission: 'audit.fieldwork',
    input: z.strictObject({
      auditId: id,
      from: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('check'), id }),
        z.strictObject({ kind: z.literal('contract-item'), id }),
        z.strictObject({ kind: z.literal('other'), source: findingSource }),
      ]),
      text: written.partial().optional(),
    }),
    output: changed,
  }),
  saveFinding: command({
    summary: '発見事項の案を直す。',
    permission: 'audit.fieldwork',
    input: z.strictObject({ findingId: id, version, text: written }),
    output: changed,
  }),
  returnDraftFinding: command({
    summary: '発見事項の案を、品質の確認で気付いたことを書いて、作成者に戻す。',
    permission: 'audit.review',
    input: z.strictObject({ findingId: id, version, remark: requiredText }),
    output: changed,
  }),
  reviewFinding: command({
    summary: '発見事項の案を主任担当者が確かめる。',
    permission: 'audit.lead',
    input: z.strictObject({ findingId: id, version }),
    output: changed,
  }),
  issueFindings: command({
    summary: '主任担当者の確認が済んだ発見事項を市に出す。',
    permission: 'audit.lead',
    input: auditInput,
    output: z.strictObject({ issued: z.int() }),
  }),
  returnFinding: command({
    summary: '発見事項に市の意見を付けて戻す。',
    permission: 'audit.city',
    input: z.strictObject({ findingId: id, version, remark: requiredText }),
    output: changed,
  }),
  confirmFinding: command({
    summary: '発見事項を市として確認する。',
    permission: 'audit.city',
    input: z.strictObject({ findingId: id, version }),
    output: changed,
  }),
  showFinding: command({
    summary: '発見事項を監査対象課に示し、認識に違いがないかを尋ねる。',
    permission: 'audit.city',
    input: z.strictObject({ findingId: id, version, occurredOn: day.optional() }),
    output: changed,
  }),
  answerFinding: command({
    summary: '示された発見事項について、監査対象課の認識を市に伝える。',
    permission: 'audit.own.answer',
    input: z.strictObject({ findingId: id, view, text }),
    output: changed,
  }),
  recordFindingView: command({
    summary: '監査対象課の認識を登録する。異議があれば、発見事項は検討に戻る。',
    permission: 'audit.city',
    input: z.strictObject({
      findingId: id,
      version,
      view,
      sectionText: text,
      occurredOn: day.optional(),
      /** Go ahead although the section objects; both texts stay. */
      settledReason: text.optional(),
    }),
    output: changed,
  }),
  withdrawFinding: command({
    summary: '発見事項を、理由とともに取り下げる。',
    permission: 'audit.work',
    input: z.strictObject({ findingId: id, version, reason: requiredText }),
    output: changed,
  }),
} as const;
