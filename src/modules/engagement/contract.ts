/** Engagement: one contract year of one municipality under a specification. */
import { z } from 'zod';
import { OBLIGATION_STATES } from '../../core/obligation/obligation.ts';
import { command, defineContract, query } from '../../kernel/contract.ts';
import { ENGAGEMENT_ROLES } from '../../kernel/role.ts';
import {
  day,
  done,
  engagementInput,
  id,
  instant,
  line,
  noInput,
  requiredText,
  text,
  version,
} from '../../kernel/schema.ts';

const client = z.strictObject({
  department: line,
  address: line,
  tel: line,
  fax: z.string().trim().max(40),
  email: z.string().trim().max(200),
});

export const engagementProfile = z.strictObject({
  id,
  /** Id of the specification, `chiba-2026`. */
  specification: z.string(),
  title: z.string(),
  fiscalYear: z.int(),
  contractDate: day,
  periodFrom: day,
  periodTo: day,
  municipality: z.string(),
  contractor: z.string(),
  client,
  places: z.array(z.string()),
  /** 取扱注意 or null. */
  marking: z.string().nullable(),
  /** Chosen options of open points by open-point id. */
  readings: z.record(z.string(), z.string()),
});
export type EngagementProfile = z.output<typeof engagementProfile>;

const openPoint = z.strictObject({
  id: z.string(),
  clause: z.string(),
  question: z.string(),
  reading: z.string(),
  options: z.array(z.strictObject({ id: z.string(), label: z.string() })),
  chosen: z.string().nullable(),
});

const proof = z.strictObject({ seq: z.int(), kind: z.string(), day });

export const obligation = z.strictObject({
  key: z.string(),
  clause: z.string(),
  clauseTitle: z.string(),
  rule: z.string(),
  type: z.string(),
  title: z.string(),
  party: z.string(),
  subject: z.string().nullable(),
  due: day.nullable(),
  derivation: z.string(),
  state: z.enum(OBLIGATION_STATES),
  proof: z.array(proof),
  missing: z.string(),
});
export type ObligationView = z.output<typeof obligation>;

export const CLAUSE_STATES = ['met', 'evidenced', 'statement', 'planned', 'unknown', 'breached'] as const;

export const clauseTrace = z.strictObject({
  id: z.string(),
  title: z.string(),
  kind: z.string(),
  summary: z.string(),
  state: z.enum(CLAUSE_STATES),
  proof: z.array(proof),
  reason: z.string().nullable(),
  isStatement: z.boolean(),
});
export type ClauseTraceView = z.output<typeof clauseTrace>;

export const task = z.strictObject({
  id,
  clause: z.string(),
  position: z.int(),
  name: z.string(),
  content: z.string(),
  owner: z.enum(['contractor', 'city', 'both']),
  members: z.array(z.string()),
  predecessors: z.array(z.string()),
  plannedStart: day,
  plannedEnd: day,
  percent: z.int(),
  actualStart: day.nullable(),
  actualEnd: day.nullable(),
  version,
});
export type Task = z.output<typeof task>;

export const workPlan = z.strictObject({
  id,
  version: z.int(),
  state: z.enum(['draft', 'submitted', 'approved', 'returned']),
  reason: z.string(),
  organisation: z.string(),
  environment: z.string(),
  tasks: z.array(task),
  returnedReason: z.string().nullable(),
  draftedAt: instant,
  submittedAt: instant.nullable(),
  decidedAt: instant.nullable(),
});
export type WorkPlan = z.output<typeof workPlan>;

/** What the other modules need of the specification: its parts, with dates resolved for the engagement. */
export const specificationView = z.strictObject({
  id: z.string(),
  title: z.string(),
  authority: z.string(),
  clauses: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      kind: z.string(),
      capability: z.string(),
      summary: z.string(),
    }),
  ),
  deliverables: z.array(
    z.strictObject({
      type: z.string(),
      name: z.string(),
      clause: z.string(),
      due: day.nullable(),
      dueDerivation: z.string(),
      per: z.string().nullable(),
      forms: z.array(z.string()),
      formats: z.array(z.string()),
      copies: z.int().nullable(),
      own: z.boolean(),
    }),
  ),
  standards: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      clause: z.string(),
      issuer: z.string(),
      public: z.boolean(),
      tier: z.int(),
    }),
  ),
  precedence: z.array(z.array(z.string())),
  /** Chapters of the business report: one per work item. */
  chapters: z.array(z.strictObject({ clause: z.string(), title: z.string() })),
});
export type SpecificationView = z.output<typeof specificationView>;

export const engagementContract = defineContract({
  id: 'engagement',
  title: '業務委託',
  permissions: {
    'engagement.read': {
      roles: [...ENGAGEMENT_ROLES, 'administrator'],
      because: '業務に加わる人は、どの契約のもとで働くかを知る必要がある。',
    },
    'engagement.create': {
      roles: ['security-office', 'project-manager'],
      because: '契約の内容は、発注者の担当課と受託者の業務責任者が登録する。',
    },
    'engagement.follow': {
      roles: ['ciso', 'security-office', 'audit-lead', 'auditor', 'assistant', 'quality-manager', 'project-manager'],
      because: '契約上の義務と進み具合は、契約の両当事者が同じものを見る。',
    },
    'engagement.plan': {
      roles: ['project-manager', 'audit-lead'],
      because: '作業計画書は受託者が作成する。発注者は承認する側である。',
    },
    'engagement.approve': {
      roles: ['security-office', 'ciso'],
      because: '計画の承認、免除及び差戻しは発注者だけが行う。受託者が自らの計画を承認してはならない。',
    },
    'engagement.settle': {
      roles: ['security-office', 'project-manager', 'audit-lead'],
      because: '仕様書に定めのない事項は、両当事者の協議で決める。',
    },
    'journal.read': {
      roles: ['ciso', 'security-office', 'administrator'],
      because: '操作記録は、発注者の責任者と管理者が確かめる。',
    },
  },
  operations: {
    listSpecifications: query({
      summary: '業務委託を作成できる仕様書と、読み方を選べる論点の一覧を返す。',
      permission: 'engagement.read',
      input: noInput,
      output: z.strictObject({
        specifications: z.array(
          z.strictObject({
            id: z.string(),
            title: z.string(),
            authority: z.string(),
            fiscalYear: z.int(),
            periodTo: day,
            clauses: z.int(),
            openPoints: z.array(openPoint),
          }),
        ),
      }),
    }),
    createEngagement: command({
      summary: '仕様書から業務委託を作成し、WBSと義務を導き出す。',
      permission: 'engagement.create',
      input: z.strictObject({
        specification: z.string().max(60),
        contractDate: day,
        contractor: line,
        client,
        places: z.array(line).max(20),
        readings: z.record(z.string().max(60), z.string().max(60)).optional(),
      }),
      output: z.strictObject({ engagementId: id }),
    }),
    listEngagements: query({
      summary: '業務委託の一覧を返す。',
      permission: 'engagement.read',
      input: noInput,
      output: z.strictObject({ engagements: z.array(engagementProfile) }),
    }),
    getEngagement: query({
      summary: '業務委託一件を返す。',
      permission: 'engagement.read',
      input: engagementInput,
      output: engagementProfile,
    }),
    getSpecification: query({
      summary: '業務委託に適用される仕様書の条項、成果物、基準及び報告書の章を返す。',
      permission: 'engagement.read',
      input: engagementInput,
      output: specificationView,
    }),
    listOpenPoints: query({
      summary: '仕様書の論点と、選ばれている読み方を返す。',
      permission: 'engagement.follow',
      input: engagementInput,
      output: z.strictObject({ openPoints: z.array(openPoint) }),
    }),
    chooseReading: command({
      summary: '論点の読み方を選ぶ。期限などは選んだ読み方で計算し直される。',
      permission: 'engagement.settle',
      input: engagementInput.extend({ point: z.string().max(60), option: z.string().max(60) }),
      output: done,
    }),
    agreePoint: command({
      summary: '仕様書に定めのない事項について、協議で決めた内容を記録する。',
      permission: 'engagement.settle',
      input: engagementInput.extend({
        clause: z.string().max(60),
        topic: line,
        decision: requiredText,
        occurredOn: day,
      }),
      output: z.strictObject({ pointId: id }),
    }),
    listAgreedPoints: query({
      summary: '協議で決めた事項の一覧を返す。',
      permission: 'engagement.follow',
      input: engagementInput,
      output: z.strictObject({
        points: z.array(
          z.strictObject({ id, clause: z.string(), topic: z.string(), decision: z.string(), occurredOn: day }),
        ),
      }),
    }),
    listObligations: query({
      summary: '義務の一覧を、期限、状態、期限の導き方及び根拠となる記録とともに返す。',
      permission: 'engagement.follow',
      input: engagementInput,
      output: z.strictObject({ today: day, obligations: z.array(obligation) }),
    }),
    traceClauses: query({
      summary: '条項ごとに、満たされているか、何で証明されるかを返す。',
      permission: 'engagement.follow',
      input: engagementInput,
      output: z.strictObject({ specification: z.string(), today: day, clauses: z.array(clauseTrace) }),
    }),
    acknowledgeStatement: command({
      summary: '記録では証明できない条項を、確認した人の名で確認する。',
      permission: 'engagement.settle',
      input: engagementInput.extend({ clause: z.string().max(60) }),
      output: done,
    }),
    waiveObligation: command({
      summary: '理由を示して義務を免除する。',
      permission: 'engagement.approve',
      input: engagementInput.extend({ key: z.string().max(300), reason: requiredText.max(2000) }),
      output: done,
    }),
    listTasks: query({
      summary: 'WBSの作業項目を返す。',
      permission: 'engagement.follow',
      input: engagementInput,
      output: z.strictObject({ today: day, tasks: z.array(task), changedSinceApproval: z.boolean() }),
    }),
    updateTask: command({
      summary: '作業項目の内容、担当者及び予定日を改める。',
      permission: 'engagement.plan',
      input: engagementInput.extend({
        taskId: id,
        version,
        content: text.max(2000),
        members: z.array(line).max(20),
        plannedStart: day,
        plannedEnd: day,
      }),
      output: task,
    }),
    reportProgress: command({
      summary: '作業項目の進み具合を記録する。',
      permission: 'engagement.settle',
      input: engagementInput.extend({ taskId: id, version, percent: z.int().min(0).max(100) }),
      output: task,
    }),
    draftPlan: command({
      summary: '今のWBSから作業計画書の新しい版を作成する。',
      permission: 'engagement.plan',
      input: engagementInput.extend({
        reason: text.max(1000),
        organisation: requiredText.max(4000),
        environment: requiredText.max(4000),
      }),
      output: workPlan,
    }),
    submitPlan: command({
      summary: '作業計画書を発注者に提出する。',
      permission: 'engagement.plan',
      input: engagementInput.extend({
        planId: id,
        form: z.enum(['electronic', 'paper']),
        copies: z.int().min(1).max(20),
      }),
      output: workPlan,
    }),
    approvePlan: command({
      summary: '提出された作業計画書を承認する。',
      permission: 'engagement.approve',
      input: engagementInput.extend({ planId: id }),
      output: workPlan,
    }),
    returnPlan: command({
      summary: '提出された作業計画書を、理由を示して差し戻す。',
      permission: 'engagement.approve',
      input: engagementInput.extend({ planId: id, reason: requiredText.max(2000) }),
      output: workPlan,
    }),
    listPlans: query({
      summary: '作業計画書の版の一覧を返す。提出前の版は受託者だけに見える。',
      permission: 'engagement.follow',
      input: engagementInput,
      output: z.strictObject({ plans: z.array(workPlan) }),
    }),
    listJournal: query({
      summary: '操作記録を新しい順に返す。',
      permission: 'journal.read',
      input: z.strictObject({ engagementId: id.optional(), before: z.int().positive().optional() }),
      output: z.strictObject({
        entries: z.array(
          z.strictObject({
            seq: z.int(),
            at: instant,
            kind: z.string(),
            subject: z.string(),
            party: z.string(),
            accountId: z.string(),
            hash: z.string(),
          }),
        ),
      }),
    }),
  },
});
