/** People and access: municipality, department tree, firms, accounts, sign-in. */
import { z } from 'zod';
import { defineContract, query } from '../../kernel/contract.ts';
import { ENGAGEMENT_ROLES, PARTIES, type Role, ROLES } from '../../kernel/role.ts';
import { day, id, noInput } from '../../kernel/schema.ts';

export const role = z.enum(Object.keys(ROLES) as [Role, ...Role[]]);
export const party = z.enum(PARTIES);

export const department = z.strictObject({
  id,
  name: z.string(),
  kana: z.string(),
  /** The bureau (局) above a section (課); null for a bureau itself. */
  bureauId: id.nullable(),
  bureauName: z.string().nullable(),
  validFrom: day,
  validTo: day.nullable(),
});
export type Department = z.output<typeof department>;

export const accountSummary = z.strictObject({
  id,
  displayName: z.string(),
  party,
  roles: z.array(role),
  departmentId: id.nullable(),
  organisation: z.string().nullable(),
});
export type AccountSummary = z.output<typeof accountSummary>;

export const peopleContract = defineContract({
  id: 'people',
  title: '利用者と組織',
  permissions: {
    'people.read': {
      roles: [...ENGAGEMENT_ROLES, 'administrator'],
      because: '業務に加わる人は、所属の一覧と担当者の氏名・役割を互いに知る必要がある。',
    },
  },
  operations: {
    listDepartments: query({
      summary: '指定日に存在する局・課の一覧を返す。',
      permission: 'people.read',
      input: z.strictObject({ asOf: day.optional() }),
      output: z.strictObject({ departments: z.array(department) }),
    }),
    listAccounts: query({
      summary: '有効な利用者の氏名・役割・所属の一覧を返す。',
      permission: 'people.read',
      input: noInput,
      output: z.strictObject({ accounts: z.array(accountSummary) }),
    }),
  },
});
