/** Team: the contractor's people in one engagement, what they can prove, and what clause 7 and 8(1) ask of them. */
import { z } from 'zod';
import { command, defineContract, download, query } from '../../kernel/contract.ts';
import { CONTRACTOR_ROLES } from '../../kernel/role.ts';
import { day, done, engagementInput, id, instant, line, requiredText, text, version } from '../../kernel/schema.ts';
import { AUDIT_ACTIVITIES, CLIENT_CATEGORIES, FIRM_CREDENTIALS, QUALIFICATIONS } from './conditions.ts';

const roles = z.array(line).min(1).max(10);
/** What is recorded of a person: 氏名, 所属（会社・部署）, 役割, 特定個人情報の取扱いの有無. */
const person = {
  name: line,
  firm: line,
  department: line,
  roles,
  handlesMyNumber: z.boolean(),
  accountId: id.nullable(),
};

export const member = z.strictObject({
  id,
  ...person,
  roles: z.array(z.string()),
  state: z.enum(['proposed', 'active', 'left', 'declined']),
  isLead: z.boolean(),
  from: day,
  to: day.nullable(),
  version,
});
export type Member = z.output<typeof member>;

const qualificationCode = z.enum(QUALIFICATIONS.map(({ code }) => code) as [string, ...string[]]);
export const qualification = z.strictObject({
  id,
  memberId: id,
  code: z.string(),
  name: z.string(),
  number: z.string(),
  validFrom: day,
  validTo: day.nullable(),
  fileId: id.nullable(),
  /** True when the specification's list names it. */
  accepted: z.boolean(),
});
export type Qualification = z.output<typeof qualification>;

const experienceInput = {
  client: line,
  category: z.enum(CLIENT_CATEGORIES),
  population: z.int().min(0).max(20_000_000).nullable(),
  subject: line,
  from: day,
  to: day,
  completed: z.boolean(),
  activities: z.array(z.enum(AUDIT_ACTIVITIES)).max(AUDIT_ACTIVITIES.length),
  /** What shows that the work was of this kind: contract, report, certificate of the client. */
  evidence: requiredText,
};
export const experience = z.strictObject({
  id,
  memberId: id,
  ...experienceInput,
  category: z.string(),
  activities: z.array(z.string()),
  evidence: z.string(),
  counted: z.boolean(),
  reason: z.string(),
  clause: z.string(),
  fileId: id.nullable(),
});
export type Experience = z.output<typeof experience>;

const credentialType = z.enum(FIRM_CREDENTIALS.map(({ type }) => type) as [string, ...string[]]);
const listing = z.enum(['listed', 'absent']);
export const credential = z.strictObject({
  id,
  type: z.string(),
  number: z.string(),
  field: z.string().nullable(),
  scope: z.string(),
  validFrom: day,
  validTo: day.nullable(),
  fileId: id.nullable(),
  checks: z.array(z.strictObject({ day, result: listing })),
});
export type Credential = z.output<typeof credential>;

export const condition = z.strictObject({
  clause: z.string(),
  title: z.string(),
  state: z.enum(['satisfied', 'attention', 'unsatisfied']),
  explanation: z.string(),
  members: z.array(id),
  endsOn: day.nullable(),
});
export type Condition = z.output<typeof condition>;

export const change = z.strictObject({
  id,
  outgoing: id,
  incoming: id,
  becomesLead: z.boolean(),
  reason: z.string(),
  qualification: z.string(),
  career: z.string(),
  requestedOn: day,
  state: z.enum(['requested', 'approved', 'refused']),
  comment: z.string(),
  interviewedOn: day.nullable(),
  interviewNote: z.string(),
  decidedOn: day.nullable(),
  version,
  /** Clause 7 as it would stand with the new member in place of the old one; empty once decided. */
  conditions: z.array(condition),
});
export type Change = z.output<typeof change>;

export const instruction = z.strictObject({
  id,
  title: z.string(),
  body: z.string(),
  channel: z.string(),
  issuedOn: day,
  readings: z.array(z.strictObject({ memberId: id, readAt: instant.nullable() })),
});
export type Instruction = z.output<typeof instruction>;

const inEngagement = { engagementId: id };
const occurredOn = day.optional();
const created = z.strictObject({ id });

export const teamContract = defineContract({
  id: 'team',
  title: '体制',
  permissions: {
    'team.read': {
      roles: ['ciso', 'security-office', ...CONTRACTOR_ROLES],
      because:
        '発注者の担当課とCISOは体制の条件を確かめ、受託者は自らの体制を知る必要がある。監査される所属には要らない。',
    },
    'team.manage': {
      roles: ['project-manager', 'audit-lead'],
      because: '担当者の配置と証拠の登録は、業務責任者と主任担当者が受託者を代表して行う。',
    },
    'team.take-part': {
      roles: [...CONTRACTOR_ROLES],
      because: '独立性の申告と指示の確認は、担当者一人ひとりが自分について行う。',
    },
    'team.instruct': {
      roles: ['audit-lead', 'project-manager', 'security-office'],
      because: '発注者の指示は主任担当者を通じて関係者に伝わる（8(1)）。発注者の担当課も直接記録できる。',
    },
    'team.decide': {
      roles: ['security-office'],
      because: '担当者の変更を承認できるのは発注者だけである（8(1)）。',
    },
  },
  operations: {
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
    assignMember: command({
      summary: '担当者を体制に加える。作業計画書の承認後は変更申請による。',
      permission: 'team.manage',
      input: z.strictObject({ ...inEngagement, ...person, from: day.optional() }),
      output: created,
    }),
    updateMember: command({
      summary: '担当者の記載を直す。作業計画書の承認後は、人を替える直しはできない。',
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
    registerQualification: command({
      summary: '担当者の資格又はその更新を登録する。',
      permission: 'team.manage',
      input: z.strictObject({
        ...inEngagement,
        memberId: id,
        code: qualificationCode,
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
      summary: '担当者の監査の実績を登録し、実績に数えられるかどうかを判定する。',
      permission: 'team.manage',
      input: z.strictObject({ ...inEngagement, memberId: id, ...experienceInput, fileId: id.nullable() }),
      output: z.strictObject({ id, counted: z.boolean(), reason: z.string(), clause: z.string() }),
    }),
    registerCredential: command({
      summary: '受託者の登録・認証又はその更新を登録する。',
      permission: 'team.manage',
      input: z.strictObject({
        ...inEngagement,
        type: credentialType,
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
      summary: 'やむを得ない担当者の変更を、理由と新しい担当者の資格・経歴を示して申請する。',
      permission: 'team.manage',
      input: z.strictObject({
        ...inEngagement,
        outgoing: id,
        incoming: z.strictObject(person),
        becomesLead: z.boolean(),
        reason: requiredText,
        qualification: requiredText,
        career: requiredText,
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
        format: z.enum(['docx', 'pdf']),
      }),
    }),
    downloadEvidence: download({
      summary: '資格、実績又は登録・認証の証拠の写しを返す。',
      permission: 'team.read',
      input: z.strictObject({ ...inEngagement, recordId: id }),
    }),
  },
});
