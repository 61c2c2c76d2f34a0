/** Risk value, its weights, and the selection of the departments to be audited. */
import { z } from 'zod';
import { command, query } from '../../../kernel/contract.ts';
import { engagementInput, id, instant, requiredText, text, version } from '../../../kernel/schema.ts';
import { RISK_FACTORS, type RiskFactorId, type RiskPoints, type RiskWeights } from '../rules/risk-value.ts';

const perFactor = <T extends z.ZodType>(value: T) =>
  z.strictObject(Object.fromEntries(RISK_FACTORS.map(({ id: factor }) => [factor, value])) as Record<RiskFactorId, T>);

export const riskWeights: z.ZodType<RiskWeights> = perFactor(z.number().min(0).max(100)).refine(
  (weights) => Object.values(weights).some((weight) => weight > 0),
  '重みのうち一つは0より大きくしてください。',
);
export const riskPoints: z.ZodType<RiskPoints> = perFactor(z.number().min(0).max(1).nullable());

export const SELECTION_BASES = ['リスク値', '重点テーマ'] as const;
const basis = z.array(z.enum(SELECTION_BASES)).min(1).max(2);

export const rankedDepartment = z.strictObject({
  departmentId: id,
  departmentName: z.string(),
  bureauId: id.nullable(),
  bureauName: z.string(),
  points: riskPoints,
  value: z.number(),
  rank: z.int(),
  matchesTheme: z.boolean(),
  notDone: z.int(),
  grave: z.int(),
  explanation: z.array(z.string()),
});
export type RankedDepartment = z.output<typeof rankedDepartment>;

export const weightsVersion = z.strictObject({
  /** 0: the product's own weights, before the first change. */
  number: z.int(),
  weights: riskWeights,
  reason: z.string(),
  changedAt: instant.nullable(),
});

const sensitivity = z.strictObject({
  factor: z.string(),
  label: z.string(),
  direction: z.enum(['up', 'down']),
  entering: z.array(id),
  leaving: z.array(id),
});

export const ranking = z.strictObject({
  weights: weightsVersion,
  departments: z.array(rankedDepartment),
  /** Departments whose answers are still missing: they cannot be ranked. */
  unranked: z.array(z.strictObject({ departmentId: id, departmentName: z.string(), bureauName: z.string() })),
  /** Changes of one weight by 20 % that would change the first `count`. */
  sensitivity: z.array(sensitivity),
  /** The same for the first ten, and how far each of them moves in the ranking. */
  topTen: z.strictObject({
    changes: z.array(sensitivity),
    ranges: z.array(z.strictObject({ departmentId: id, best: z.int(), worst: z.int() })),
  }),
  count: z.int(),
  proposal: z.array(z.strictObject({ departmentId: id, basis, reason: z.string() })),
  surveyed: z.boolean(),
});
export type Ranking = z.output<typeof ranking>;

export const choice = z.strictObject({
  departmentId: id,
  departmentName: z.string(),
  bureauId: id.nullable(),
  bureauName: z.string(),
  basis,
  reason: z.string(),
  /** Risk value and rank on the day of the decision; null when it could not be ranked. */
  value: z.number().nullable(),
  rank: z.int().nullable(),
  /** Whether the product had proposed the department. */
  proposed: z.boolean(),
});
export type Choice = z.output<typeof choice>;

export const selection = z.strictObject({
  id,
  /** Version of the decision, from 1. */
  number: z.int(),
  choices: z.array(choice),
  selectedAt: instant,
  notifiedAt: instant.nullable(),
});
export type Selection = z.output<typeof selection>;

export const selectionOperations = {
  getRanking: query({
    summary: '所属のリスク値と順位を、その説明、重みの影響及び監査対象課の案とともに返す。',
    permission: 'result.read',
    input: engagementInput,
    output: ranking,
  }),
  listWeights: query({
    summary: 'リスク値の重みの変更の履歴を返す。',
    permission: 'result.read',
    input: engagementInput,
    output: z.strictObject({ versions: z.array(weightsVersion) }),
  }),
  changeWeights: command({
    summary: 'リスク値の重みを、理由を示して変える。変更の前後の順位を返す。',
    permission: 'selection.decide',
    input: engagementInput.extend({
      /** `number` of the weights at hand. */
      number: version,
      weights: riskWeights,
      reason: requiredText.max(1000),
    }),
    output: z.strictObject({
      weights: weightsVersion,
      effect: z.array(
        z.strictObject({
          departmentId: id,
          departmentName: z.string(),
          before: z.strictObject({ value: z.number(), rank: z.int() }),
          after: z.strictObject({ value: z.number(), rank: z.int() }),
        }),
      ),
    }),
  }),
  getSelection: query({
    summary: '選んだ監査対象課を返す。受託者には通知した後に見える。',
    permission: 'selection.read',
    input: engagementInput,
    output: z.strictObject({
      /** The newest decision; null before the first. */
      selection: selection.nullable(),
      earlier: z.array(selection),
    }),
  }),
  selectDepartments: command({
    summary: '監査対象課を決める。案と異なる課を選ぶときは理由を示す。',
    permission: 'selection.decide',
    input: engagementInput.extend({
      /** `number` of the decision at hand; 0 before the first. */
      number: version,
      choices: z
        .array(z.strictObject({ departmentId: id, basis, reason: text.max(1000).default('') }))
        .min(1)
        .max(50),
    }),
    output: selection,
  }),
  notifyContractor: command({
    summary: '決めた監査対象局・監査対象課を受託者に通知する。',
    permission: 'selection.decide',
    input: z.strictObject({ selectionId: id }),
    output: selection,
  }),
};
