/** Contract checks of the focus theme: documents, 29 items, waiver, register (clause 9(1)ウ). */
import { z } from 'zod';
import { command, download, query } from '../../../kernel/contract.ts';
import { engagementInput } from '../../../kernel/schema.ts';
import {
  changed,
  day,
  fileView,
  id,
  instant,
  line,
  recordColumns,
  requiredText,
  text,
  version,
  technique,
} from './shared.ts';

/** 募集要項, 仕様書, 契約書, その他. */
export const CONTRACT_DOCUMENT_KINDS = ['solicitation', 'specification', 'contract', 'other'] as const;
export const contractDocumentKind = z.enum(CONTRACT_DOCUMENT_KINDS);
/** クラウド, LGWAN-ASP, ホスティング, その他 (9(1)ウ【外部サービスとは】). */
export const SERVICE_KINDS = ['cloud', 'lgwan-asp', 'hosting', 'other'] as const;
export const REFLECTIONS = ['reflected', 'partly', 'absent'] as const;
/** Better wording, example wording, alternative measure. */
export const ADVICE_KINDS = ['wording', 'example', 'alternative'] as const;
export const REGISTER_RESULTS = ['correct', 'inaccurate', 'missing'] as const;
export const IMPROVEMENT_STATES = ['open', 'adopted', 'alternative', 'closed'] as const;

export const contractDocument = fileView.extend({
  id,
  kind: contractDocumentKind,
  title: line,
  addedAt: instant,
});
export type ContractDocumentView = z.output<typeof contractDocument>;

export const registerCheck = z.strictObject({
  result: z.enum(REGISTER_RESULTS),
  fields: z.array(z.strictObject({ field: line, note: text })),
  note: text,
  on: day,
});

export const contractContent = z.strictObject({
  title: line,
  service: line,
  serviceKind: z.enum(SERVICE_KINDS),
  provider: text,
  period: text,
  /** The agreement on a contract beyond the fourth. */
  agreementNote: text,
  documents: z.array(contractDocument),
  register: registerCheck.nullable(),
  completedOn: day.nullable(),
});
export type ContractContent = z.output<typeof contractContent>;

export const contractItemContent = z.strictObject({
  key: z.string(),
  /** 1-2-1; agreed additions are 追加1, 追加2, …. */
  number: z.string(),
  part: z.string(),
  group: z.string(),
  title: z.string(),
  question: z.string(),
  point: z.string(),
  lookFor: z.array(z.strictObject({ document: contractDocumentKind, hint: z.string() })),
  keywords: z.array(z.string()),
  anyOf: z.array(z.strictObject({ id: z.string(), label: z.string() })),
  example: z.string(),
  alternative: z.string(),
  betterWording: z.string(),
  /** How it is confirmed that what is written is done; empty for additions and for checks from before it was kept. */
  procedures: z.array(z.strictObject({ technique, procedure: z.string() })).default([]),
  evidenceExamples: z.array(z.string()).default([]),
  askWhom: z.string().default(''),
  assumedRisk: z.string().default(''),
  severity: z.int(),
  references: z.array(z.strictObject({ standard: z.string(), provision: z.string() })),
  origin: z.enum(['list', 'added']),
  judgement: z.enum(REFLECTIONS).nullable(),
  documentId: id.nullable(),
  page: text,
  quote: text,
  /** Which of the accepted certificates or reports was found. */
  foundEvidence: z.array(z.string()),
  advice: z.strictObject({ kind: z.enum(ADVICE_KINDS), text: requiredText, reason: text }).nullable(),
  /** Documents alone do not settle it: by which hearing or visit it is settled. */
  supplement: z.strictObject({ needed: z.boolean(), text }).nullable(),
  waiver: z.strictObject({ reason: requiredText, on: day, by: id }).nullable(),
  improvement: z.strictObject({ state: z.enum(IMPROVEMENT_STATES), note: text, on: day }).nullable(),
  note: text,
  judgedBy: id.nullable(),
  judgedOn: day.nullable(),
});
export type ContractItemContent = z.output<typeof contractItemContent>;

export const contractItemView = contractItemContent.extend({
  ...recordColumns,
  contractId: id,
  state: z.enum(['open', 'judged']),
  citations: z.array(z.string()),
  /** Why the check cannot be completed with this item as it is; null when nothing is missing. */
  open: z.string().nullable(),
});
export type ContractItemView = z.output<typeof contractItemView>;

const contractCounts = z.strictObject({
  items: z.int(),
  judged: z.int(),
  reflected: z.int(),
  partly: z.int(),
  absent: z.int(),
  waived: z.int(),
  advised: z.int(),
});
export const contractView = contractContent.extend({
  ...recordColumns,
  auditId: id,
  departmentId: id,
  state: z.enum(['designated', 'completed']),
  counts: contractCounts,
});
export type ContractView = z.output<typeof contractView>;

const newDocument = z.strictObject({ kind: contractDocumentKind, title: line, fileId: id });

export const contractOperations = {
  listContracts: query({
    summary: '重点テーマの確認対象として指定された契約の一覧を返す。',
    permission: 'audit.read',
    input: engagementInput,
    output: z.strictObject({ contracts: z.array(contractView) }),
  }),
  getContract: query({
    summary: '契約一件の書類と確認項目を返す。',
    permission: 'audit.read',
    input: z.strictObject({ contractId: id }),
    output: z.strictObject({ contract: contractView, items: z.array(contractItemView) }),
  }),
  designateContract: command({
    summary: '確認の対象とする契約を指定する。五つ目からは、合意の内容が要る。',
    permission: 'audit.city',
    input: z.strictObject({
      auditId: id,
      title: line,
      service: line,
      serviceKind: z.enum(SERVICE_KINDS),
      provider: text.optional(),
      period: text.optional(),
      documents: z.array(newDocument).max(40),
      agreementNote: text.optional(),
    }),
    output: changed,
  }),
  attachContractDocuments: command({
    summary: '契約の書類を加える。',
    permission: 'audit.city',
    input: z.strictObject({ contractId: id, version, documents: z.array(newDocument).min(1).max(40) }),
    output: changed,
  }),
  markContractNotApplicable: command({
    summary: '対象となる契約を持たない課の契約の確認を、理由とともに省く。',
    permission: 'audit.city',
    input: z.strictObject({ auditId: id, version, reason: requiredText }),
    output: changed,
  }),
  judgeContractItem: command({
    summary: '項目が契約の書類に反映されているかを、書類、頁、箇所とともに判断し、助言を残す。',
    permission: 'audit.work',
    input: z.strictObject({
      contractItemId: id,
      version,
      judgement: z.enum(REFLECTIONS),
      documentId: id.nullable(),
      page: text,
      quote: text,
      foundEvidence: z.array(line).max(10).optional(),
      advice: z
        .strictObject({ kind: z.enum(ADVICE_KINDS), text: requiredText, reason: text.optional() })
        .nullable()
        .optional(),
      supplement: z.strictObject({ needed: z.boolean(), text }).nullable().optional(),
      note: text.optional(),
    }),
    output: changed,
  }),
  waiveContractItem: command({
    summary: '記載のない項目を不要とする市の判断を、理由とともに登録する。',
    permission: 'audit.city',
    input: z.strictObject({ contractItemId: id, version, reason: requiredText }),
    output: changed,
  }),
  trackImprovement: command({
    summary: '助言した項目のその後の改善の状況を登録する。',
    permission: 'audit.city',
    input: z.strictObject({
      contractItemId: id,
      version,
      state: z.enum(IMPROVEMENT_STATES),
      note: text,
    }),
    output: changed,
  }),
  checkRegister: command({
    summary: '外部サービス利用管理台帳に正しく載っているかを、欄ごとの所見とともに登録する。',
    permission: 'audit.work',
    input: z.strictObject({
      contractId: id,
      version,
      result: z.enum(REGISTER_RESULTS),
      fields: z.array(z.strictObject({ field: line, note: text })).max(40),
      note: text,
    }),
    output: changed,
  }),
  completeContractCheck: command({
    summary: '全ての項目の判断が済んだ契約の確認を終え、結果を市に出す。',
    permission: 'audit.work',
    input: z.strictObject({ contractId: id, version }),
    output: changed,
  }),
  downloadContractDocument: download({
    summary: '契約の書類を取り出す。',
    permission: 'audit.read',
    input: z.strictObject({ contractId: id, documentId: id }),
  }),
} as const;
