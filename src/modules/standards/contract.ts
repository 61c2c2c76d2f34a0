/** Standards: what the engagement is judged by, with editions and precedence. */
import { z } from 'zod';
import { command, defineContract, download, query } from '../../kernel/contract.ts';
import { CONTRACTOR_ROLES } from '../../kernel/role.ts';
import { catalogueOperations } from './contract/catalogues.ts';
import { importOperations } from './contract/imports.ts';
import { itemOperations } from './contract/items.ts';
import { mappingOperations } from './contract/mappings.ts';
import { revisionOperations } from './contract/revisions.ts';
import { code } from './contract/shared.ts';
import { day, done, engagementInput, id, line, requiredText, version } from '../../kernel/schema.ts';

export const engagementStandard = z.strictObject({
  id,
  code: z.string(),
  name: z.string(),
  issuer: z.string(),
  edition: z.string(),
  public: z.boolean(),
  /** Confidentiality grade of the standard itself: 3, 2, 1 or null. */
  level: z.string().nullable(),
  /** Rank in the precedence; 1 is the strongest. */
  tier: z.int(),
  scope: z.string(),
  fileId: id.nullable(),
  receivedOn: day,
  confirmedOn: day.nullable(),
  version,
});
export type EngagementStandard = z.output<typeof engagementStandard>;

export const standardConflict = z.strictObject({
  id,
  topic: z.string(),
  preferred: z.string(),
  other: z.string(),
  note: z.string(),
  recordedOn: day,
});

const level = z.enum(['3', '2', '1']).nullable();

export const standardsContract = defineContract({
  id: 'standards',
  title: '基準',
  permissions: {
    'standards.read': {
      roles: ['ciso', 'security-office', ...CONTRACTOR_ROLES],
      because: '非公開の基準を含むため、契約の両当事者だけが見る。監査を受ける所属には個別に示す。',
    },
    'standards.provide': {
      roles: ['security-office'],
      because: '非公開の規程は発注者だけが渡す。',
    },
    'standards.manage': {
      roles: ['security-office', 'audit-lead', 'auditor'],
      because: '版の確認と食い違いの記録は、基準を使って判断する人が行う。',
    },
  },
  operations: {
    ...catalogueOperations,
    ...importOperations,
    ...mappingOperations,
    ...itemOperations,
    ...revisionOperations,
    listStandards: query({
      summary: '業務に適用する基準、仕様書が求める基準のうち未受領のもの、優先順位及び食い違いの記録を返す。',
      permission: 'standards.read',
      input: engagementInput,
      output: z.strictObject({
        standards: z.array(engagementStandard),
        awaited: z.array(
          z.strictObject({
            code: z.string(),
            name: z.string(),
            issuer: z.string(),
            public: z.boolean(),
            tier: z.int(),
          }),
        ),
        precedence: z.array(z.array(z.string())),
        conflicts: z.array(standardConflict),
        /** Codes whose catalogue comes with the product or was brought along. */
        catalogues: z.array(z.string()),
      }),
    }),
    provideStandard: command({
      summary: '仕様書が定める基準を、版と取扱いを付けて受け渡したことを記録する。',
      permission: 'standards.provide',
      input: engagementInput.extend({
        code,
        edition: line,
        level,
        fileId: id.nullable(),
        occurredOn: day,
      }),
      output: engagementStandard,
    }),
    adoptStandard: command({
      summary: '協議により基準を追加する。',
      permission: 'standards.provide',
      input: engagementInput.extend({
        code,
        name: line,
        issuer: line,
        edition: line,
        public: z.boolean(),
        level,
        scope: line,
        occurredOn: day,
      }),
      output: engagementStandard,
    }),
    confirmEdition: command({
      summary: '使っている版が最新であることを確かめた記録を残す。新しい版があれば置き換える。',
      permission: 'standards.manage',
      input: engagementInput.extend({
        standardId: id,
        version,
        edition: line,
        occurredOn: day,
        /** The text of the edition; without it a new edition stands without a file, the same edition keeps its own. */
        fileId: id.nullable().optional(),
      }),
      output: engagementStandard,
    }),
    setPrecedence: command({
      summary: '基準が食い違う場合の優先順位を定める。',
      permission: 'standards.provide',
      input: engagementInput.extend({ order: z.array(z.array(code).min(1).max(50)).min(2).max(10) }),
      output: done,
    }),
    recordConflict: command({
      summary: '基準どうしの食い違いと、優先した基準を記録する。',
      permission: 'standards.manage',
      input: engagementInput.extend({ topic: line, preferred: code, other: code, note: requiredText.max(2000) }),
      output: z.strictObject({ conflictId: id }),
    }),
    downloadStandard: download({
      summary: '受け渡した基準のファイルを取得する。',
      permission: 'standards.read',
      input: engagementInput.extend({ standardId: id }),
    }),
    downloadList: download({
      summary: '適用基準一覧を文書として取得する。',
      permission: 'standards.read',
      input: engagementInput.extend({ format: z.enum(['docx', 'pdf', 'xlsx']) }),
    }),
  },
});

export type { ItemView as StandardItem } from './contract/items.ts';
