/** Contract, evidence part: what members and the firm can prove, and from whom they are independent. */
import { z } from 'zod';
import { command, download, query } from '../../../kernel/contract.ts';
import { day, done, id, line, requiredText, text } from '../../../kernel/schema.ts';
import { EXPERTISE_PROOFS } from '../choices.ts';
import { experienceInput, listing } from './views.ts';

const inEngagement = { engagementId: id };
const occurredOn = day.optional();
const created = z.strictObject({ id });

export const evidenceOperations = {
  registerQualification: command({
    summary: '担当者の資格又はその更新を登録する。',
    permission: 'team.manage',
    input: z.strictObject({
      ...inEngagement,
      memberId: id,
      /** One of the choices of `getTeam`. */
      code: line,
      /** Only for その他の資格. */
      name: line.optional(),
      number: line,
      validFrom: day,
      validTo: day.nullable(),
      fileId: id.nullable(),
    }),
    output: created,
  }),
  registerExperience: command({
    summary: '担当者の業務の実績を登録し、実績に数えられるかどうかを判定する。',
    permission: 'team.manage',
    input: z.strictObject({
      ...inEngagement,
      memberId: id,
      /** Kind of work; may be left out where the specification knows a single kind. */
      kind: line.optional(),
      ...experienceInput,
      fileId: id.nullable(),
    }),
    output: z.strictObject({
      id,
      counted: z.boolean(),
      counts: z.array(z.string()),
      reason: z.string(),
      clause: z.string(),
    }),
  }),
  registerCredential: command({
    summary: '受託者の登録・認証又はその更新を登録する。',
    permission: 'team.manage',
    input: z.strictObject({
      ...inEngagement,
      /** One of the choices of `getTeam`. */
      type: line,
      number: line,
      field: line.nullable(),
      scope: text,
      validFrom: day,
      validTo: day.nullable(),
      fileId: id.nullable(),
    }),
    output: created,
  }),
  recheckCredential: command({
    summary: '公表されている一覧に今も載っているかを確かめた結果を記録する。',
    permission: 'team.manage',
    input: z.strictObject({ ...inEngagement, credentialId: id, result: listing, occurredOn }),
    output: done,
  }),
  checkIndependence: query({
    summary: '指定した所属について、関与を申告した担当者と未申告の担当者を返す。',
    permission: 'team.read',
    input: z.strictObject({ ...inEngagement, departments: z.array(id).min(1).max(100) }),
    output: z.strictObject({
      members: z.array(
        z.strictObject({ memberId: id, accountId: id.nullable(), involved: z.array(id), undeclared: z.array(id) }),
      ),
    }),
  }),
  declareIndependence: command({
    summary: '担当者が、所属ごとに情報資産の管理への関与の有無を申告する。',
    permission: 'team.take-part',
    input: z.strictObject({
      ...inEngagement,
      memberId: id,
      departments: z.array(id).min(1).max(100),
      involved: z.boolean(),
      note: text,
      occurredOn,
    }),
    output: done,
  }),
  downloadEvidence: download({
    summary: '資格、実績又は登録・認証の証拠の写しを返す。',
    permission: 'team.read',
    input: z.strictObject({ ...inEngagement, recordId: id }),
  }),
  declareCareer: command({
    summary: '担当者の実務経験の年数を、分野ごとに登録する。',
    permission: 'team.manage',
    input: z.strictObject({
      ...inEngagement,
      memberId: id,
      field: line,
      years: z.number().min(0).max(70),
      asOf: day,
      evidence: requiredText,
      fileId: id.nullable(),
    }),
    output: created,
  }),
  declareExpertise: command({
    summary: '担当者の専門知見の分野を、それを示すものとともに登録する。',
    permission: 'team.manage',
    input: z.strictObject({
      ...inEngagement,
      memberId: id,
      fields: z.array(line).min(1).max(30),
      proof: z.enum(EXPERTISE_PROOFS),
      evidence: requiredText,
      fileId: id.nullable(),
    }),
    output: created,
  }),
  declareVendorTies: command({
    summary: '担当者が、事業者との利害関係の有無を申告する。',
    permission: 'team.take-part',
    input: z.strictObject({ ...inEngagement, memberId: id, tied: z.boolean(), vendors: text, occurredOn }),
    output: done,
  }),
};
