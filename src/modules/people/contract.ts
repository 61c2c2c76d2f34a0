/** People and access: municipality, department tree, firms, accounts, sign-in. */
import { z } from 'zod';
import { command, defineContract, query } from '../../kernel/contract.ts';
import type { Context } from '../../kernel/module.ts';
import { ENGAGEMENT_ROLES } from '../../kernel/role.ts';
import { day, done, id, instant, line, noInput, version } from '../../kernel/schema.ts';
import {
  accountDetail,
  accountSummary,
  change,
  department,
  email,
  firm,
  firmKind,
  kana,
  loginName,
  newAccount,
  organisationUnit,
  password,
  role,
  whoAmIReply,
} from './shapes.ts';

export {
  type AccountDetail,
  type AccountStatus,
  type AccountSummary,
  accountSummary,
  type Department,
  department,
  type Firm,
  type OrganisationUnitReply,
  party,
  role,
  type WhoAmI,
} from './shapes.ts';

const code = z
  .string()
  .normalize('NFKC')
  .trim()
  .regex(/^\d{6}$/);
const token = z.string().max(200);
const issuedInvitation = z.strictObject({
  accountId: id,
  /** `/invitation#<token>`: shown once, never stored. */
  invitationPath: z.string(),
  expiresAt: instant,
});
const stamped = z.strictObject({ version });

export const peopleContract = defineContract({
  id: 'people',
  title: '利用者と組織',
  permissions: {
    'people.read': {
      roles: [...ENGAGEMENT_ROLES, 'administrator'],
      because: '業務に加わる人は、所属の一覧と担当者の氏名・役割を互いに知る必要がある。',
    },
    'people.invite': {
      roles: ['administrator', 'security-office', 'project-manager'],
      because: '市の担当者は情報セキュリティ担当課が、受託者の担当者は業務責任者が、それぞれ自分の側の人を招く。',
    },
    'people.manage': {
      roles: ['administrator'],
      because: '利用者の権限と組織は、業務の当事者から独立したシステム管理者だけが変える。',
    },
    'people.clock': {
      roles: [...ENGAGEMENT_ROLES, 'administrator'],
      because: 'デモの市の日付は、デモを試す人なら誰でも先へ進めてよい。実在の自治体の日付は誰も動かせない。',
    },
  },
  operations: {
    whoAmI: query({
      summary: 'サインインしている人と使える権限を返す。',
      permission: 'anyone',
      input: noInput,
      output: whoAmIReply,
    }),
    signIn: command({
      summary: '利用者名とパスワードでサインインする。',
      permission: 'anyone',
      input: z.strictObject({
        loginName: z.string().max(200),
        password: z.string().max(1000),
        code: z.string().max(20).optional(),
      }),
      output: done,
    }),
    signOut: command({
      summary: 'サインアウトする。',
      permission: 'anyone',
      input: noInput,
      output: done,
    }),
    createFirstAdministrator: command({
      summary: '自治体と最初のシステム管理者を登録する。利用者が一人もいないときだけ使える。',
      permission: 'anyone',
      input: z.strictObject({
        municipalityName: line,
        municipalityKana: kana.optional(),
        loginName,
        displayName: line,
        password,
      }),
      output: done,
    }),
    getInvitation: query({
      summary: '招待の内容（自治体名・利用者名・氏名）を返す。',
      permission: 'anyone',
      input: z.strictObject({ token }),
      output: z.strictObject({
        municipality: z.string(),
        loginName: z.string(),
        displayName: z.string(),
        expiresAt: instant,
      }),
    }),
    acceptInvitation: command({
      summary: '招待を受け、氏名とパスワードを決める。',
      permission: 'anyone',
      input: z.strictObject({ token, password, displayName: line }),
      output: done,
    }),
    oidcStart: command({
      summary: '庁内認証によるサインインを始め、移動先の住所を返す。',
      permission: 'anyone',
      input: noInput,
      output: z.strictObject({ redirectTo: z.url() }),
    }),
    oidcFinish: command({
      summary: '庁内認証から戻った結果（問い合わせ文字列）を確かめ、サインインする。',
      permission: 'anyone',
      input: z.strictObject({ search: z.string().max(8000) }),
      output: done,
    }),

    getOwnAccount: query({
      summary: '自分のアカウントを返す。',
      permission: 'signed-in',
      input: noInput,
      output: accountDetail,
    }),
    changePassword: command({
      summary: '自分のパスワードを変える。すべての端末のサインインが終わる。',
      confidential: true,
      permission: 'signed-in',
      input: z.strictObject({ currentPassword: z.string().max(1000), newPassword: password }),
      output: done,
    }),
    startTotp: command({
      summary: '二段階認証の設定を始め、認証アプリに登録する鍵を返す。',
      confidential: true,
      permission: 'signed-in',
      input: z.strictObject({ currentPassword: z.string().max(1000) }),
      output: z.strictObject({ secret: z.string(), uri: z.string() }),
    }),
    confirmTotp: command({
      summary: '認証アプリの確認コードを確かめ、二段階認証を有効にする。',
      confidential: true,
      permission: 'signed-in',
      input: z.strictObject({ code }),
      output: done,
    }),
    disableTotp: command({
      summary: '二段階認証をやめる。',
      confidential: true,
      permission: 'signed-in',
      input: z.strictObject({ currentPassword: z.string().max(1000) }),
      output: done,
    }),

    getMunicipality: query({
      summary: '自治体の名称と読みを返す。',
      permission: 'people.read',
      input: noInput,
      output: z.strictObject({ name: z.string(), kana: z.string() }),
    }),
    listDepartments: query({
      summary: '指定日に存在する局・課の一覧を返す。',
      permission: 'people.read',
      input: z.strictObject({ asOf: day.optional() }),
      output: z.strictObject({ departments: z.array(department) }),
    }),
    getOrganisation: query({
      summary: '局・課の全部を、過去と将来の名称・所属の移り変わりとともに返す。',
      permission: 'people.manage',
      input: noInput,
      output: z.strictObject({ units: z.array(organisationUnit) }),
    }),
    saveDepartment: command({
      summary: '局・課を一つ登録し、又は指定日から名称・所属する局を変える。',
      permission: 'people.manage',
      input: z.strictObject({
        /** Absent for a new department. */
        departmentId: id.optional(),
        version: version.optional(),
        name: line,
        kana,
        bureauId: id.nullable(),
        /** The first day on which this holds. */
        from: day,
      }),
      output: z.strictObject({ departmentId: id, version }),
    }),
    reorganise: command({
      summary: '指定日付けの組織改正（新設・改称・移管・廃止）をまとめて登録する。',
      permission: 'people.manage',
      input: z.strictObject({ from: day, changes: z.array(change).min(1).max(500) }),
      output: z.strictObject({ created: z.array(z.strictObject({ key: z.string(), id })) }),
    }),
    listFirms: query({
      summary: '受託者と情報システム事業者の一覧を返す。',
      permission: 'people.read',
      input: noInput,
      output: z.strictObject({ firms: z.array(firm) }),
    }),
    saveFirm: command({
      summary: '受託者又は情報システム事業者を登録し、又は名称を直す。',
      permission: 'people.manage',
      input: z.strictObject({ firmId: id.optional(), version: version.optional(), kind: firmKind, name: line }),
      output: z.strictObject({ firmId: id, version }),
    }),

    listAccounts: query({
      summary: '有効な利用者の氏名・役割・所属の一覧を返す。',
      permission: 'people.read',
      input: z.strictObject({
        /** Also people who left or have not come yet, to name them in records of the past. */
        everyone: z.boolean().optional(),
      }),
      output: z.strictObject({ accounts: z.array(accountSummary) }),
    }),
    listAccountDetails: query({
      summary: '利用者の一覧を、利用者名・状態とともに返す。招待できる人は自分の側の人だけを見る。',
      permission: 'people.invite',
      input: noInput,
      output: z.strictObject({ accounts: z.array(accountDetail) }),
    }),
    createAccount: command({
      summary: '利用者を直接登録する（コマンド行と年間記録の準備に使う）。',
      confidential: true,
      permission: 'people.manage',
      input: newAccount.extend({ password }),
      output: z.strictObject({ accountId: id }),
    }),
    inviteAccount: command({
      summary: '利用者を招待し、本人に渡すリンクを一度だけ返す。',
      confidential: true,
      permission: 'people.invite',
      input: newAccount,
      output: issuedInvitation,
    }),
    renewInvitation: command({
      summary: '招待のリンクを作り直す。前のリンクは使えなくなる。',
      confidential: true,
      permission: 'people.invite',
      input: z.strictObject({ accountId: id }),
      output: issuedInvitation,
    }),
    resetAccess: command({
      summary: 'パスワードと二段階認証を取り消し、決め直すためのリンクを一度だけ返す。',
      confidential: true,
      permission: 'people.manage',
      input: z.strictObject({ accountId: id, version }),
      output: issuedInvitation,
    }),
    changeRoles: command({
      summary: '利用者の役割を変える。',
      permission: 'people.manage',
      input: z.strictObject({ accountId: id, version, roles: z.array(role).min(1).max(12) }),
      output: stamped,
    }),
    saveAccount: command({
      summary: '利用者の氏名・職名・所属・メールアドレスを直す。',
      permission: 'people.manage',
      input: z.strictObject({
        accountId: id,
        version,
        displayName: line,
        title: line.nullable(),
        departmentId: id.nullable(),
        firmId: id.nullable(),
        email: email.nullable(),
      }),
      output: stamped,
    }),
    disableAccount: command({
      summary: '利用者の利用を止める。サインイン中でも直ちに使えなくなる。',
      permission: 'people.manage',
      input: z.strictObject({ accountId: id, version }),
      output: stamped,
    }),
    unlockAccount: command({
      summary: '続けて間違えた利用者のサインインの停止を解く。',
      permission: 'people.manage',
      input: z.strictObject({ accountId: id }),
      output: stamped,
    }),

    advanceDemonstrationClock: command({
      summary: 'デモの市の日付を先へ進める。',
      permission: 'people.clock',
      input: z.strictObject({ to: day }),
      output: z.strictObject({ today: day }),
    }),
  },
});

/** Names of departments by id, as they are called today, each after its bureau's. */
export async function departmentNames(context: Context): Promise<ReadonlyMap<string, string>> {
  const { departments } = await context.client(peopleContract).listDepartments({});
  return new Map(
    departments.map(({ id, name, bureauName }) => [id, bureauName === null ? name : `${bureauName} ${name}`]),
  );
}
