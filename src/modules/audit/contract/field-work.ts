/** Field work at the target: what was asked, seen and done again, samples, sessions with those who took part. */
import { z } from 'zod';
import { command, query } from '../../../kernel/contract.ts';
import {
  auditInput,
  changed,
  day,
  id,
  instant,
  line,
  participants,
  recordColumns,
  requiredText,
  text,
  version,
} from './shared.ts';

/** 聞き取り, 観察, 再実施. */
export const FIELD_RECORD_KINDS = ['interview', 'observation', 're-performance'] as const;
/** 説明のとおり, 説明と異なる, 確認できず. */
export const FIELD_RESULTS = ['as-described', 'differs', 'not-shown'] as const;
const shortText = text.max(1000);

export const fieldRecordContent = z.strictObject({
  kind: z.enum(FIELD_RECORD_KINDS),
  /** When it happened, by the clock of the device on which it was written. */
  at: instant,
  place: shortText,
  /** Who was asked, who showed it, who was present. */
  counterpart: shortText,
  text: requiredText,
  /** What was done again, step by step; for a re-performance. */
  steps: text,
  result: z.enum(FIELD_RESULTS).nullable(),
  by: id,
  withdrawal: z.strictObject({ reason: requiredText, by: id, at: instant }).nullable(),
});
export const FIELD_RECORD_STATES = ['kept', 'withdrawn'] as const;
export const fieldRecordView = fieldRecordContent.extend({
  ...recordColumns,
  auditId: id,
  checkId: id.nullable(),
  state: z.enum(FIELD_RECORD_STATES),
});
export type FieldRecordView = z.output<typeof fieldRecordView>;

/** 無作為, 系統, 判断による抽出. */
export const SAMPLING_METHODS = ['random', 'systematic', 'judgemental'] as const;
/** 適合, 逸脱, 確認できず. */
export const SAMPLE_OUTCOMES = ['conforms', 'deviates', 'unavailable'] as const;
const sampleNumber = z.int().min(1).max(10_000_000);

export const sampleContent = z.strictObject({
  /** What the numbers count: 令和8年度の利用者登録申請書, in order of receipt. */
  population: requiredText,
  size: sampleNumber,
  method: z.enum(SAMPLING_METHODS),
  /** With the same method, size, count and seed the same numbers come out. Empty for a judgemental sample. */
  seed: z.string().max(100),
  /** The procedure by which the numbers were drawn, by name and edition. */
  procedure: z.string(),
  reason: text,
  items: z.array(
    z.strictObject({ number: sampleNumber, outcome: z.enum(SAMPLE_OUTCOMES).nullable(), note: z.string().max(1000) }),
  ),
  by: id,
  at: instant,
});
export const SAMPLE_STATES = ['drawn', 'examined'] as const;
export const sampleView = sampleContent.extend({
  ...recordColumns,
  auditId: id,
  checkId: id,
  state: z.enum(SAMPLE_STATES),
});
export type SampleView = z.output<typeof sampleView>;

/** できている, 助言して補った, できていない. */
export const POINT_RESULTS = ['done', 'supported', 'missing'] as const;
export const attendancePoint = z.strictObject({ point: line, result: z.enum(POINT_RESULTS), support: shortText });

export const sessionContent = z.strictObject({
  kind: z.enum(['held', 'attended']),
  occurredOn: day,
  /** The department that was heard, where the target has several; null for the whole target. */
  departmentId: id.nullable().default(null),
  /** Held where a vendor works on the target: at its data centre or its maintenance site. */
  vendorSite: z.boolean().default(false),
  minutes: z.int().min(1).max(2880).nullable(),
  onSite: z.boolean(),
  place: shortText,
  /** Members of the contractor's team. */
  participants: z.array(id),
  cityAuditors: shortText,
  interviewees: z.array(line),
  intervieweesMissing: shortText,
  interviewTopics: z.array(line),
  methods: z.array(line),
  checks: z.array(line),
  viewpoints: z.array(line),
  documentsSeen: z.int(),
  placesSeen: z.int(),
  additionalDocuments: z.int(),
  vendorPeople: z.int(),
  vendorApproved: z.boolean().nullable(),
  points: z.array(attendancePoint),
  /** What the programme asks for and this session did not have; nothing was blocked. */
  warnings: z.array(z.string()),
  note: text,
  by: id,
});
export const SESSION_STATES = ['recorded'] as const;
export const sessionView = sessionContent.extend({
  ...recordColumns,
  auditId: id,
  state: z.enum(SESSION_STATES),
});
export type SessionView = z.output<typeof sessionView>;

const lines = z.array(line).max(20).optional();
const count = z.int().min(0).max(10_000).optional();

export const fieldWorkOperations = {
  listFieldRecords: query({
    summary: '聞き取り、観察、再実施の記録を返す。',
    permission: 'audit.read',
    input: z.strictObject({ auditId: id, checkId: id.optional() }),
    output: z.strictObject({ records: z.array(fieldRecordView) }),
  }),
  addFieldRecord: command({
    summary: '確認項目について聞き取り、観察又は再実施したことを記録する。',
    permission: 'audit.fieldwork',
    input: z.strictObject({
      auditId: id,
      checkId: id.nullable(),
      kind: z.enum(FIELD_RECORD_KINDS),
      at: instant.optional(),
      place: shortText.optional(),
      counterpart: shortText.optional(),
      text: requiredText,
      steps: text.optional(),
      result: z.enum(FIELD_RESULTS).nullable().optional(),
    }),
    output: changed,
  }),
  withdrawFieldRecord: command({
    summary: '誤って書いた記録を、理由とともに取り消す。記録は残る。',
    permission: 'audit.fieldwork',
    input: z.strictObject({ recordId: id, version, reason: requiredText }),
    output: changed,
  }),
  listSamples: query({
    summary: '抽出した標本と、その確認の結果を返す。',
    permission: 'audit.read',
    input: z.strictObject({ auditId: id, checkId: id.optional() }),
    output: z.strictObject({ samples: z.array(sampleView) }),
  }),
  drawSample: command({
    summary: '母集団から標本を抽出する。方法と種を残し、同じ抽出を後で確かめられるようにする。',
    permission: 'audit.fieldwork',
    input: z.strictObject({
      checkId: id,
      population: requiredText,
      size: sampleNumber,
      method: z.enum(SAMPLING_METHODS),
      count: z.int().min(1).max(500).optional(),
      /** Made by the product when left out. */
      seed: z.string().trim().min(1).max(100).optional(),
      /** The numbers, for a judgemental sample. */
      numbers: z.array(sampleNumber).max(500).optional(),
      reason: text.optional(),
    }),
    output: changed.extend({ numbers: z.array(z.int()), seed: z.string() }),
  }),
  recordSampleResults: command({
    summary: '標本を一件ずつ確かめた結果を記録する。',
    permission: 'audit.fieldwork',
    input: z.strictObject({
      sampleId: id,
      version,
      results: z
        .array(
          z.strictObject({
            number: sampleNumber,
            outcome: z.enum(SAMPLE_OUTCOMES).nullable(),
            note: z.string().max(1000),
          }),
        )
        .max(500),
    }),
    output: changed,
  }),
  listSessions: query({
    summary: '監査の実施と立会いの記録を返す。',
    permission: 'audit.read',
    input: auditInput,
    output: z.strictObject({ sessions: z.array(sessionView) }),
  }),
  recordSession: command({
    summary: '監査対象で監査を実施したことを、従事者、方法、場所、時間とともに記録する。',
    permission: 'audit.fieldwork',
    input: z.strictObject({
      auditId: id,
      occurredOn: day,
      departmentId: id.nullable().optional(),
      vendorSite: z.boolean().optional(),
      minutes: z.int().min(1).max(2880),
      onSite: z.boolean(),
      place: shortText,
      participants: participants.or(z.array(id).max(0)),
      cityAuditors: shortText.optional(),
      interviewees: lines,
      intervieweesMissing: shortText.optional(),
      interviewTopics: lines,
      methods: z.array(line).min(1).max(20),
      checks: lines,
      viewpoints: lines,
      documentsSeen: count,
      placesSeen: count,
      additionalDocuments: count,
      vendorPeople: count,
      vendorApproved: z.boolean().nullable().optional(),
      note: text.optional(),
    }),
    output: changed.extend({ warnings: z.array(z.string()) }),
  }),
  recordAttendance: command({
    summary: '市の監査人による監査に立ち会い、見た事項と補助したことを記録する。',
    permission: 'audit.work',
    input: z.strictObject({
      auditId: id,
      occurredOn: day,
      members: participants,
      points: z.array(attendancePoint).min(1).max(20),
      note: text.optional(),
    }),
    output: changed.extend({ missing: z.array(z.string()) }),
  }),
} as const;
