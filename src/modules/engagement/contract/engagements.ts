/** Contract, engagement part: from a specification to an engagement with its readings and agreed points. */
import { z } from 'zod';
import { ConditionsSchema, MeetingSchema } from '../../../core/specification/conditions.ts';
import { DeliverySchema } from '../../../core/specification/delivery.ts';
import { command, query } from '../../../kernel/contract.ts';
import { day, done, engagementInput, id, line, noInput, requiredText } from '../../../kernel/schema.ts';

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
      parameters: z.record(z.string(), z.json()),
    }),
  ),
  meetings: z.array(MeetingSchema.extend({ due: day.nullable(), notBefore: day.nullable() })),
  /** What it asks of the team, of meetings, duties and consultations; a part that it is silent about is absent. */
  conditions: ConditionsSchema,
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
      /** The clause by which the city reads the document before it is handed in. */
      cityReads: z.string().optional(),
    }),
  ),
  /** How it all is handed over; absent when the specification says nothing about it. */
  delivery: DeliverySchema.optional(),
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
  /** Topics of the overview of the business report. */
  overview: z.array(z.string()),
  /** Chapters of the business report, one per work item, with the clauses and topics of each. */
  chapters: z.array(
    z.strictObject({
      clause: z.string(),
      title: z.string(),
      topics: z.array(z.string()),
      clauses: z.array(z.string()),
    }),
  ),
});
export type SpecificationView = z.output<typeof specificationView>;

export const engagementOperations = {
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
          fiscalYear: z.int().nullable(),
          periodTo: day.nullable(),
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
      /** 契約の件名, where it differs from the name of the specification. */
      title: line.optional(),
      contractDate: day,
      /** Last day of the period, where the specification leaves it to the contract. */
      periodTo: day.optional(),
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
};
