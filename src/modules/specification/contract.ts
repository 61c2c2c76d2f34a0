/** Specifications: those that come with the product, and a municipality's own ones, from upload to publication. */
import { z } from 'zod';
import { CLAUSE_KINDS } from '../../core/specification/index.ts';
import { command, defineContract, download, query } from '../../kernel/contract.ts';
import { ENGAGEMENT_ROLES } from '../../kernel/role.ts';
import { day, id, instant, line, noInput, text, version } from '../../kernel/schema.ts';

/** Id of a specification; a later revision ends in `-r2`. */
const specificationId = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, '英小文字・数字・ハイフンで書いてください。');
const clauseId = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .regex(/^[^\p{Cc}]*$/u);
const identifier = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, '英小文字・数字・ハイフンで書いてください。');

/** Something that was read from the text of a clause: `start` and `end` are offsets in that text. */
export const suggestion = z.strictObject({
  type: z.enum(['deadline', 'day', 'cadence', 'amount', 'cap', 'document', 'team']),
  /** What was understood, as a Japanese phrase. */
  label: z.string(),
  start: z.int(),
  end: z.int(),
  confidence: z.number(),
});
export type Suggestion = z.output<typeof suggestion>;

export const draftClause = z.strictObject({
  /** Stays the same however the clause is numbered. */
  key: id,
  id: z.string(),
  title: z.string(),
  kind: z.enum(CLAUSE_KINDS),
  capability: z.string(),
  summary: z.string(),
  /** The words of the source that the clause was read from; empty for a clause that a person added. */
  text: z.string(),
  /** Lines of the source: from `start` of the text on, it is this line. */
  parts: z.array(z.strictObject({ start: z.int(), line: z.int(), page: z.int().optional() })),
  /** Headings above, from the outside in. */
  under: z.array(z.string()),
  /** The duties in the vocabulary of rules, as YAML; empty for a statement. */
  rules: z.string(),
  suggestions: z.array(suggestion),
  kindConfidence: z.number(),
  capabilityConfidence: z.number(),
  parameters: z.json(),
  /** Fields of a specification file that this page does not edit. */
  more: z.record(z.string(), z.json()),
});
export type DraftClause = z.output<typeof draftClause>;

export const draftDeliverable = z.strictObject({
  type: identifier,
  name: line,
  clause: clauseId,
  /** A day, or days or months after the conclusion of the contract, or null. */
  due: z.union([
    day,
    z.strictObject({
      days: z.int().min(0).max(3660),
      unit: z.enum(['days', 'business-days', 'opening-days', 'months']),
    }),
    z.null(),
  ]),
  forms: z
    .array(z.enum(['electronic', 'paper', 'email']))
    .min(1)
    .max(3),
  formats: z
    .array(z.enum(['docx', 'xlsx', 'pptx', 'pdf']))
    .min(1)
    .max(4),
  copies: z.int().positive().max(1000).nullable(),
  approval: z.boolean(),
  more: z.record(z.string(), z.json()),
});
export type DraftDeliverable = z.output<typeof draftDeliverable>;

export const draftHead = z.strictObject({
  id: z.string(),
  title: z.string(),
  authority: z.string(),
  fiscalYear: z.int().nullable(),
  periodFrom: z.enum(['contractDate', 'dayAfterContract']),
  periodTo: z.string().nullable(),
  marking: z.string().nullable(),
});
export type DraftHead = z.output<typeof draftHead>;

/** What stands in the way of publication: a Japanese sentence that names clause and line. */
export const problem = z.strictObject({
  clause: z.string().nullable(),
  line: z.int().nullable(),
  /** `error` keeps the draft from being published, `hint` does not. */
  weight: z.enum(['error', 'hint']),
  message: z.string(),
});
export type Problem = z.output<typeof problem>;

export const draft = z.strictObject({
  id,
  name: z.string(),
  format: z.enum(['docx', 'pdf', 'text', 'yaml']),
  pages: z.int().nullable(),
  createdAt: instant,
  publishedAs: z.string().nullable(),
  version,
  head: draftHead,
  clauses: z.array(draftClause),
  deliverables: z.array(draftDeliverable),
  problems: z.array(problem),
});
export type Draft = z.output<typeof draft>;

const saved = z.strictObject({ version, problems: z.array(problem) });
const oneDraft = { draftId: id, version };

export const specificationContract = defineContract({
  id: 'specification',
  title: '仕様書',
  permissions: {
    'specification.read': {
      roles: [...ENGAGEMENT_ROLES, 'administrator'],
      because: '業務委託に関わる人は、その拠り所である仕様書を読む。',
    },
    'specification.edit': {
      roles: ['security-office', 'project-manager'],
      because: '仕様書の取込みと公開は、契約を管理する発注者の担当課と受託者の業務責任者が行う。',
    },
  },
  operations: {
    listSpecifications: query({
      summary: '使える仕様書（街守に収めたものと、この自治体で公開したもの）の一覧を返す。',
      permission: 'specification.read',
      input: noInput,
      output: z.strictObject({
        specifications: z.array(
          z.strictObject({
            id: z.string(),
            title: z.string(),
            authority: z.string(),
            /** Null, as is the end of the period, where it is left to the contract. */
            fiscalYear: z.int().nullable(),
            periodTo: day.nullable(),
            clauses: z.int(),
            bundled: z.boolean(),
            publishedAt: instant.nullable(),
            draftId: id.nullable(),
          }),
        ),
      }),
    }),
    getRevision: query({
      summary: '仕様書の版を示す検査値を返す。中身は変わらないので、同じ値なら読み直す必要はない。',
      permission: 'specification.read',
      input: z.strictObject({ specification: specificationId }),
      output: z.strictObject({ specification: z.string(), sha256: z.string(), bundled: z.boolean() }),
    }),
    readSpecification: query({
      summary: '仕様書の定義（YAML）を返す。',
      permission: 'specification.read',
      input: z.strictObject({ specification: specificationId }),
      output: z.strictObject({ specification: z.string(), sha256: z.string(), body: z.string() }),
    }),
    downloadSpecification: download({
      summary: '仕様書の定義（YAML）をファイルとして返す。',
      permission: 'specification.read',
      input: z.strictObject({ specification: specificationId }),
    }),
    listDrafts: query({
      summary: '取り込んだ仕様書の下書きの一覧を返す。',
      permission: 'specification.edit',
      input: noInput,
      output: z.strictObject({
        drafts: z.array(
          z.strictObject({
            id,
            name: z.string(),
            title: z.string(),
            clauses: z.int(),
            createdAt: instant,
            publishedAs: z.string().nullable(),
          }),
        ),
      }),
    }),
    uploadDraft: command({
      summary: '仕様書のファイル（Word、PDF、テキスト又は街守の仕様書定義）を読み取り、条項の案を下書きとして作る。',
      permission: 'specification.edit',
      input: z.strictObject({ fileId: id }),
      output: z.strictObject({ draftId: id, clauses: z.int() }),
    }),
    getDraft: query({
      summary: '下書きの条項、成果物、見つかった期限や数量と、公開の前に直す点を返す。',
      permission: 'specification.edit',
      input: z.strictObject({ draftId: id }),
      output: draft,
    }),
    getSource: query({
      summary: '下書きの基になったファイルの文章を、行と頁の番号とともに返す。',
      permission: 'specification.edit',
      input: z.strictObject({ draftId: id, from: z.int().min(1).optional(), to: z.int().min(1).optional() }),
      output: z.strictObject({
        lines: z.array(z.strictObject({ line: z.int(), page: z.int().nullable(), text: z.string() })),
        total: z.int(),
      }),
    }),
    updateHead: command({
      summary: '下書きの件名、発注者、年度及び委託期間を直す。',
      permission: 'specification.edit',
      input: z.strictObject({
        ...oneDraft,
        head: z.strictObject({
          id: specificationId,
          title: line,
          authority: line,
          fiscalYear: z.int().min(2000).max(2100).nullable(),
          periodFrom: draftHead.shape.periodFrom,
          periodTo: day.nullable(),
          marking: line.nullable(),
        }),
      }),
      output: saved,
    }),
    updateClause: command({
      summary: '下書きの条項の番号、見出し、種類、担当機能、要旨及び規則を直す。',
      permission: 'specification.edit',
      input: z.strictObject({
        ...oneDraft,
        key: id,
        id: clauseId,
        title: line,
        kind: z.enum(CLAUSE_KINDS),
        capability: identifier,
        summary: text.min(1),
        rules: text,
      }),
      output: saved,
    }),
    arrangeClause: command({
      summary: '下書きの条項を移す、分ける、次の条項と合わせる、加える又は除く。',
      permission: 'specification.edit',
      input: z.strictObject({
        ...oneDraft,
        key: id,
        action: z.enum(['move-up', 'move-down', 'split', 'merge-next', 'add-after', 'delete']),
        /** Where the text is split. */
        at: z.int().min(1).optional(),
      }),
      output: saved.extend({ key: id.nullable() }),
    }),
    updateDeliverables: command({
      summary: '下書きの成果物の一覧（名称、期限、提出の形、部数）を直す。',
      permission: 'specification.edit',
      input: z.strictObject({ ...oneDraft, deliverables: z.array(draftDeliverable).max(300) }),
      output: saved,
    }),
    checkDraft: query({
      summary: '下書きに、公開の前に直す点が残っていないかを確かめる。',
      permission: 'specification.edit',
      input: z.strictObject({ draftId: id }),
      output: z.strictObject({ problems: z.array(problem) }),
    }),
    publish: command({
      summary: '下書きを仕様書として公開する。公開した版は変わらず、直すときは次の版を公開する。',
      permission: 'specification.edit',
      input: z.strictObject({ ...oneDraft }),
      output: z.strictObject({ specification: z.string(), revision: z.int() }),
    }),
  },
});
