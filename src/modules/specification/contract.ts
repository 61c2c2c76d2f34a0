/** Specifications: those that come with the product, and a municipality's own ones, from upload to publication. */
import { z } from 'zod';
import { command, defineContract, download, query } from '../../kernel/contract.ts';
import { ENGAGEMENT_ROLES } from '../../kernel/role.ts';
import { day, id, instant, noInput, version } from '../../kernel/schema.ts';
import { draft, problem, specificationId } from './contract/draft.ts';
import { editingOperations } from './contract/editing.ts';

export {
  type Draft,
  type DraftClause,
  type DraftDeliverable,
  type DraftHead,
  type PartName,
  type Problem,
  type Suggestion,
} from './contract/draft.ts';

/** A file on its way to a draft. */
export const imported = z.strictObject({
  id,
  name: z.string(),
  state: z.enum(['waiting', 'reading', 'done', 'refused']),
  /** Pages read so far, where the file has pages. */
  pagesRead: z.int().nullable(),
  pages: z.int().nullable(),
  /** Clauses of the draft, which has the same id, once it is there. */
  clauses: z.int().nullable(),
  /** Why the file cannot be read: sentences for the person who sent it. */
  problems: z.array(z.string()),
  createdAt: instant,
});
export type Imported = z.output<typeof imported>;

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
      summary: '仕様書のファイル（Word、PDF、テキスト又は街守の仕様書定義）を受け付け、条項の案を作る読取りを始める。',
      permission: 'specification.edit',
      input: z.strictObject({ fileId: id }),
      output: z.strictObject({ importId: id }),
    }),
    getImport: query({
      summary: '仕様書のファイルの読取りの進み具合と結果を返す。下書きは、読取りと同じ番号で作られる。',
      permission: 'specification.edit',
      input: z.strictObject({ importId: id }),
      output: imported,
    }),
    listImports: query({
      summary: '読取りの途中の、又は読み取れなかった仕様書のファイルの一覧を返す。',
      permission: 'specification.edit',
      input: noInput,
      output: z.strictObject({ imports: z.array(imported) }),
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
    ...editingOperations,
    checkDraft: query({
      summary: '下書きに、公開の前に直す点が残っていないかを確かめる。',
      permission: 'specification.edit',
      input: z.strictObject({ draftId: id }),
      output: z.strictObject({ problems: z.array(problem) }),
    }),
    publish: command({
      summary: '下書きを仕様書として公開する。公開した版は変わらず、直すときは次の版を公開する。',
      permission: 'specification.edit',
      input: z.strictObject({ draftId: id, version }),
      output: z.strictObject({ specification: z.string(), revision: z.int() }),
    }),
  },
});
