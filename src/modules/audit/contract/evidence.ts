/** Evidence: files with their SHA-256, who collected them when and how, and through whose hands they went. */
import { z } from 'zod';
import { command, download, query } from '../../../kernel/contract.ts';
import {
  auditInput,
  changed,
  fileView,
  id,
  instant,
  line,
  recordColumns,
  requiredText,
  technique,
  text,
  version,
} from './shared.ts';

/** 受領, 閲覧, 引渡し, 返却. */
export const CUSTODY_KINDS = ['received', 'viewed', 'handed-over', 'returned'] as const;
export const custodyEvent = z.strictObject({
  kind: z.enum(CUSTODY_KINDS),
  at: instant,
  by: id,
  /** From or to whom, or where it is kept. */
  counterpart: text,
  note: text,
});

export const evidenceContent = fileView.extend({
  title: line,
  source: line,
  collector: id,
  collectedAt: instant,
  technique,
  /** Where it was collected: the room, the counter, the shelf. */
  place: z.string().default(''),
  description: text,
  custody: z.array(custodyEvent),
});
export type EvidenceContent = z.output<typeof evidenceContent>;

/** `erased`: removed at the end of the contract; only the hash is left. */
export const EVIDENCE_STATES = ['held', 'handed-over', 'erased'] as const;
export const evidenceView = evidenceContent.extend({
  ...recordColumns,
  auditId: id,
  state: z.enum(EVIDENCE_STATES),
});
export type EvidenceView = z.output<typeof evidenceView>;

export const evidenceOperations = {
  listEvidence: query({
    summary: '監査証拠の一覧を返す。市には、発見事項が提出された後に返す。',
    permission: 'audit.read',
    input: auditInput,
    output: z.strictObject({ evidence: z.array(evidenceView) }),
  }),
  addEvidence: command({
    summary: '監査証拠を登録する。ファイル、受領済みの書類、観察のメモのどれかを証拠にする。',
    permission: 'audit.fieldwork',
    input: z.strictObject({
      auditId: id,
      title: line,
      source: line,
      technique,
      description: text,
      collectedAt: instant.optional(),
      place: z.string().max(1000).optional(),
      from: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('upload'), fileId: id }),
        z.strictObject({ kind: z.literal('request'), requestId: id, fileId: id }),
        z.strictObject({ kind: z.literal('contract'), contractId: id, documentId: id }),
        z.strictObject({ kind: z.literal('note'), text: requiredText }),
      ]),
      checkIds: z.array(id).max(60).optional(),
    }),
    output: changed.extend({ sha256: z.string() }),
  }),
  describeEvidence: command({
    summary: '証拠の名称、出所、手続、場所及び説明を直す。ファイル、ハッシュ値及び集めた人は変わらない。',
    permission: 'audit.fieldwork',
    input: z.strictObject({
      evidenceId: id,
      version,
      title: line,
      source: line,
      technique,
      place: z.string().max(1000),
      description: text,
    }),
    output: changed,
  }),
  recordCustody: command({
    summary: '証拠の受領、閲覧、引渡し、返却を記録する。',
    permission: 'audit.work',
    input: z.strictObject({
      evidenceId: id,
      version,
      kind: z.enum(CUSTODY_KINDS),
      counterpart: text,
      note: text,
    }),
    output: changed,
  }),
  downloadEvidence: download({
    summary: '証拠のファイルを取り出す。',
    permission: 'audit.read',
    input: z.strictObject({ evidenceId: id }),
  }),
} as const;
