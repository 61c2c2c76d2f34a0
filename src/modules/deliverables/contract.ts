/** Deliverables: what is owed, its versions, submission, acceptance, the package and the care afterwards. */
import { z } from 'zod';
import { command, defineContract, download, query } from '../../kernel/contract.ts';
import { CONTRACTOR_ROLES } from '../../kernel/role.ts';
import { deliveryOperations } from './contract/delivery.ts';
import { documentInput, editionOperations } from './contract/editions.ts';
import { packageOperations } from './contract/package.ts';
import { deliverableVersion, edition, SUBMISSION_FORMS } from './contract/version.ts';
import { day, done, engagementInput, id, line, requiredText, text } from '../../kernel/schema.ts';

export { type Delivery, type RestMaterial } from './contract/delivery.ts';
export {
  deliverableFile,
  type DeliverableFile,
  deliverableVersion,
  type DeliverableVersion,
  edition,
  type Edition,
  type OwnVersion,
  removal,
  type Removal,
  SUBMISSION_FORMS,
} from './contract/version.ts';
export { type MadePackage, type PackagePart, type PackageProgress, type UnreadablePdf } from './contract/package.ts';

const PARTIES_OF_CONTRACT = ['ciso', 'security-office', ...CONTRACTOR_ROLES] as const;

/** One thing owed: of the whole engagement, or one per department, hearing, visit, contract or meeting. */
export const owedDeliverable = z.strictObject({
  type: z.string(),
  name: z.string(),
  clause: z.string(),
  due: day.nullable(),
  dueDerivation: z.string(),
  per: z.string().nullable(),
  subject: z.string().nullable(),
  subjectName: z.string().nullable(),
  forms: z.array(z.string()),
  formats: z.array(z.string()),
  copies: z.int().nullable(),
  own: z.boolean(),
  canProduce: z.boolean(),
  /** The clause by which the city reads the document before it is handed in; null where it waits for the submission. */
  cityReads: z.string().nullable(),
  /** Versions of the detailed edition, which is what is owed. */
  versions: z.array(deliverableVersion),
  /** Editions for other readers, each with versions of its own. */
  editions: z.array(
    z.strictObject({
      edition,
      department: z.strictObject({ id, name: z.string() }).nullable(),
      versions: z.array(deliverableVersion),
    }),
  ),
});
export type OwedDeliverable = z.output<typeof owedDeliverable>;

export const afterCare = z.strictObject({
  id,
  kind: z.enum(['defect', 'enquiry']),
  deliverableId: id.nullable(),
  content: z.string(),
  answer: z.string().nullable(),
  openedOn: day,
  closedOn: day.nullable(),
});

/** What the lead looks at before anything leaves the house (8(1)-p3). */
export const REVIEW_POINTS = [
  '仕様書の条項が求める事項がすべて書かれている',
  '事実と判断の根拠（規程・証拠）が示されている',
  '宛先・日付・文書の名称・取扱区分が正しい',
  '個人情報や不要な機密が含まれていない',
  '用語と数字が他の成果物と食い違っていない',
] as const;

export const deliverablesContract = defineContract({
  id: 'deliverables',
  title: '成果物',
  permissions: {
    'deliverables.read': {
      roles: PARTIES_OF_CONTRACT,
      because: '納品の状況は契約の両当事者が見る。提出前の版は受託者だけに見える。',
    },
    'deliverables.look': {
      roles: PARTIES_OF_CONTRACT,
      because:
        '受託者は版を作る前に文書を確かめる。市は、仕様書が納品の前の説明又は確認を定める文書だけを、市に示された記録から作った形で読む。',
    },
    'deliverables.own': {
      roles: ['department-head', 'department-staff'],
      because: '所属の者は、自所属に関する事項だけを載せ、担当課が検収した版を読む。ほかの版は読まない。',
    },
    'deliverables.make': {
      roles: CONTRACTOR_ROLES,
      because: '成果物を作るのは受託者である。',
    },
    'deliverables.review': {
      roles: ['audit-lead', 'quality-manager'],
      because: '主任担当者（又は品質管理者）が確かめたものだけを提出する。作成した担当者だけで提出しない。',
    },
    'deliverables.submit': {
      roles: ['audit-lead', 'project-manager'],
      because: '市への提出は、受託者の責任者が行う。',
    },
    'deliverables.decide': {
      roles: ['security-office', 'ciso'],
      because: '検収するのは発注者だけである。',
    },
  },
  operations: {
    listDeliverables: query({
      summary: '納めるべき成果物と、その版、期限及び状態を返す。',
      permission: 'deliverables.read',
      input: engagementInput,
      output: z.strictObject({ today: day, deliverables: z.array(owedDeliverable) }),
    }),
    produce: command({
      summary: '記録から成果物の新しい版を作る。',
      permission: 'deliverables.make',
      input: documentInput,
      output: deliverableVersion,
    }),
    addVersion: command({
      summary: '手元で作成したファイルを成果物の新しい版として登録する。',
      permission: 'deliverables.make',
      input: engagementInput.extend({
        type: z.string().max(60),
        subject: z.string().max(100).nullable(),
        fileIds: z.array(id).min(1).max(20),
        comment: text.max(2000),
      }),
      output: deliverableVersion,
    }),
    review: command({
      summary: '主任担当者が、確認の観点に沿って成果物を確かめる。',
      permission: 'deliverables.review',
      input: engagementInput.extend({
        versionId: id,
        checked: z.array(z.enum(REVIEW_POINTS)).max(REVIEW_POINTS.length),
        comment: text.max(2000),
      }),
      output: deliverableVersion,
    }),
    submit: command({
      summary: '確かめた版を市に提出する。',
      permission: 'deliverables.submit',
      input: engagementInput.extend({
        versionId: id,
        form: z.enum(SUBMISSION_FORMS),
        paper: z.enum(['A4', 'A3']).nullable(),
        copies: z.int().min(1).max(50),
      }),
      output: deliverableVersion,
    }),
    accept: command({
      summary: '提出された版を検収する。',
      permission: 'deliverables.decide',
      input: engagementInput.extend({ versionId: id, comment: text.max(2000) }),
      output: deliverableVersion,
    }),
    reject: command({
      summary: '提出された版を、理由を示して差し戻す。',
      permission: 'deliverables.decide',
      input: engagementInput.extend({ versionId: id, comment: requiredText.max(2000) }),
      output: deliverableVersion,
    }),
    finaliseVersion: command({
      summary: '提出した版を、成果物の最終版とする。',
      permission: 'deliverables.submit',
      input: engagementInput.extend({ versionId: id }),
      output: deliverableVersion,
    }),
    downloadFile: download({
      summary: '成果物のファイルを取得する。',
      permission: 'deliverables.read',
      input: engagementInput.extend({ versionId: id, fileId: id }),
    }),
    ...editionOperations,
    ...packageOperations,
    ...deliveryOperations,
    recordEnvironment: command({
      summary: '作業環境を誰が用意するかを記録する。',
      permission: 'deliverables.make',
      input: engagementInput.extend({ provided: z.boolean() }),
      output: done,
    }),
    registerPreexisting: command({
      summary: '受託者が従前から権利をもつ著作物を登録する。',
      permission: 'deliverables.make',
      input: engagementInput.extend({ name: line, owner: line, usedIn: line }),
      output: z.strictObject({ workId: id }),
    }),
    declareNoPreexisting: command({
      summary: '従前の著作物を使っていないことを申告する。',
      permission: 'deliverables.submit',
      input: engagementInput,
      output: done,
    }),
    permitReuse: command({
      summary: '成果物の公表、譲渡、貸与又は使用を書面で承諾したことを記録する。',
      permission: 'deliverables.decide',
      input: engagementInput.extend({ deliverableId: id, purpose: line }),
      output: done,
    }),
    listRights: query({
      summary: '作業環境、従前の著作物及び使用の承諾の記録を返す。',
      permission: 'deliverables.read',
      input: engagementInput,
      output: z.strictObject({
        /** Whether the city provides anything of the environment; null while nothing is recorded. */
        environmentProvided: z.boolean().nullable(),
        preexisting: z.array(z.strictObject({ id, name: z.string(), owner: z.string(), usedIn: z.string() })),
        noneDeclaredOn: day.nullable(),
        permissions: z.array(z.strictObject({ deliverableId: id, purpose: z.string(), on: day })),
      }),
    }),
    listAfterCare: query({
      summary: '契約不適合と問い合わせの一覧を返す。',
      permission: 'deliverables.read',
      input: engagementInput,
      output: z.strictObject({ items: z.array(afterCare) }),
    }),
    recordDefect: command({
      summary: '成果物の契約不適合を記録する。契約の終了後も使える。',
      permission: 'deliverables.decide',
      input: engagementInput.extend({ deliverableId: id.nullable(), content: requiredText.max(4000) }),
      output: z.strictObject({ itemId: id }),
    }),
    askEnquiry: command({
      summary: '業務について受託者に問い合わせる。契約の終了後も使える。',
      permission: 'deliverables.decide',
      input: engagementInput.extend({ content: requiredText.max(4000) }),
      output: z.strictObject({ itemId: id }),
    }),
    answerAfterCare: command({
      summary: '契約不適合の手直し又は問い合わせへの回答を記録する。',
      permission: 'deliverables.submit',
      input: engagementInput.extend({ itemId: id, answer: requiredText.max(4000) }),
      output: done,
    }),
  },
});
