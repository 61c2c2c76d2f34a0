/** Contract, members part: the team, its conditions, instructions and changes. */
import { z } from 'zod';
import { TeamConditionsSchema } from '../../../core/specification/conditions.ts';
import { command, download, query } from '../../../kernel/contract.ts';
import { day, done, engagementInput, id, line, requiredText, text, version } from '../../../kernel/schema.ts';
import {
  career,
  change,
  condition,
  credential,
  experience,
  expertise,
  instruction,
  member,
  person,
  qualification,
  vendorTie,
} from './views.ts';

const inEngagement = { engagementId: id };
const occurredOn = day.optional();
const created = z.strictObject({ id });

export const memberOperations = {
  getTeam: query({
    summary: '担当者、資格、実績、受託者の登録・認証、独立性の申告を返す。',
    permission: 'team.read',
    input: engagementInput,
    output: z.strictObject({
      members: z.array(member),
      qualifications: z.array(qualification),
      experience: z.array(experience),
      credentials: z.array(credential),
      declarations: z.array(
        z.strictObject({ memberId: id, departmentId: id, involved: z.boolean(), note: z.string(), declaredOn: day }),
      ),
      /** Departments that will be audited, from their selection. */
      auditedDepartments: z.array(id),
      /** Day of the approved plan; from then on members change only by request. */
      frozenSince: day.nullable(),
      /** Roles that the specification knows. */
      roles: z.array(z.string()),
      acceptedQualifications: z.array(z.string()),
      careers: z.array(career),
      expertise: z.array(expertise),
      vendorTies: z.array(vendorTie),
      /** Who stands in for whom. */
      substitutes: z.array(z.strictObject({ memberId: id, substituteId: id, namedOn: day })),
      /** What the specification asks of the team; null when it is silent. */
      asked: TeamConditionsSchema.nullable(),
      /** What can be chosen when evidence is registered: the product's own choices and the specification's. */
      choices: z.strictObject({
        kinds: z.array(z.string()),
        categories: z.array(z.string()),
        activities: z.array(z.string()),
        careerFields: z.array(z.string()),
        expertiseFields: z.array(z.string()),
        qualifications: z.array(z.strictObject({ code: z.string(), name: z.string() })),
        credentials: z.array(z.strictObject({ type: z.string(), name: z.string() })),
      }),
    }),
  }),
  getConditions: query({
    summary: '仕様書の体制の条件ごとに、満たすかどうか、誰が満たすか、いつ切れるかを返す。',
    permission: 'team.read',
    input: engagementInput,
    output: z.strictObject({ satisfied: z.boolean(), conditions: z.array(condition) }),
  }),
  listChoices: query({
    summary: '入力の選択肢となる受託者の利用者と所属を返す。',
    permission: 'team.read',
    input: engagementInput,
    output: z.strictObject({
      accounts: z.array(z.strictObject({ id, name: z.string() })),
      departments: z.array(z.strictObject({ id, name: z.string() })),
    }),
  }),
  assignMember: command({
    summary: '担当者を体制に加える。作業計画書の承認後は変更申請による。',
    permission: 'team.manage',
    input: z.strictObject({ ...inEngagement, ...person, from: day.optional() }),
    output: created,
  }),
  updateMember: command({
    summary: '担当者の記載を直す。作業計画書の承認後は、仕様書が変更に承認を求める担当者を替える直しはできない。',
    permission: 'team.manage',
    input: z.strictObject({ ...inEngagement, memberId: id, ...person, version }),
    output: z.strictObject({ version }),
  }),
  removeMember: command({
    summary: '作業計画書の承認前に、担当者を体制から外す。',
    permission: 'team.manage',
    input: z.strictObject({ ...inEngagement, memberId: id, version, occurredOn }),
    output: done,
  }),
  appointLead: command({
    summary: '主任担当者を一人選任する。',
    permission: 'team.manage',
    input: z.strictObject({ ...inEngagement, memberId: id, occurredOn }),
    output: done,
  }),
  nameSubstitute: command({
    summary: '不測の事態に備え、担当者に代わる人を定める。',
    permission: 'team.manage',
    input: z.strictObject({ ...inEngagement, memberId: id, substituteId: id, occurredOn }),
    output: done,
  }),
  issueInstruction: command({
    summary: '発注者の指示・連絡・打合せの内容を、主任担当者から関係する担当者に伝える。',
    permission: 'team.instruct',
    input: z.strictObject({
      ...inEngagement,
      title: line,
      body: requiredText,
      channel: line,
      members: z.array(id).min(1).max(100),
      occurredOn,
    }),
    output: created,
  }),
  confirmInstruction: command({
    summary: '担当者が、指示を読んだことを確認する。',
    permission: 'team.take-part',
    /** Without `memberId` the caller confirms for themselves; with it for a member who has no account. */
    input: z.strictObject({ ...inEngagement, instructionId: id, memberId: id.optional() }),
    output: done,
  }),
  listInstructions: query({
    summary: '伝えた指示と、読んだ担当者を返す。',
    permission: 'team.read',
    input: engagementInput,
    output: z.strictObject({ instructions: z.array(instruction) }),
  }),
  requestChange: command({
    summary: 'やむを得ない担当者の変更を、理由と、仕様書が求める新しい担当者の事項を示して申請する。',
    permission: 'team.manage',
    input: z.strictObject({
      ...inEngagement,
      outgoing: id,
      incoming: z.strictObject(person),
      becomesLead: z.boolean(),
      reason: requiredText,
      /** Needed where the specification wants them shown. */
      qualification: text,
      career: text,
      particulars: z
        .array(z.strictObject({ name: line, text: requiredText }))
        .max(20)
        .optional(),
    }),
    output: z.strictObject({ id, incoming: id }),
  }),
  decideChange: command({
    summary: '発注者が、担当者の変更を承認又は却下する。面接した場合はその記録を残す。',
    permission: 'team.decide',
    input: z.strictObject({
      ...inEngagement,
      changeId: id,
      approved: z.boolean(),
      comment: text,
      interviewedOn: day.nullable(),
      interviewNote: text,
      version,
    }),
    output: done,
  }),
  listChanges: query({
    summary: '担当者の変更申請と、変更後の体制で条件を満たすかどうかを返す。',
    permission: 'team.read',
    input: engagementInput,
    output: z.strictObject({ changes: z.array(change) }),
  }),
  downloadDocument: download({
    summary: '体制の文書を今の記録から作って返す。',
    permission: 'team.read',
    input: z.strictObject({
      ...inEngagement,
      kind: z.string().max(60),
      subject: id.nullable(),
      format: z.enum(['docx', 'pdf', 'xlsx']),
    }),
  }),
};
