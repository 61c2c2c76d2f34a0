/** The criteria of the analysis: what counts as a small group, from how many on something is said. */
import { z } from 'zod';
import { command, query } from '../../../kernel/contract.ts';
import { engagementInput, instant, requiredText, version } from '../../../kernel/schema.ts';

export const criteria = z.strictObject({
  /** Groups of fewer respondents are not shown. */
  smallestGroup: z.int().min(3).max(50),
  /** Departments below which nothing is said about a relation. */
  leastPairs: z.int().min(5).max(500),
  /** Answers below which a sheet is not called uniform. */
  leastAlike: z.int().min(5).max(100),
  /** Answers below which nothing is proposed about an item. */
  leastAnswers: z.int().min(3).max(1000),
});
export type Criteria = z.output<typeof criteria>;

export const STANDARD_CRITERIA: Criteria = { smallestGroup: 5, leastPairs: 10, leastAlike: 10, leastAnswers: 5 };

export const criteriaVersion = z.strictObject({
  /** 0: the product's own, before the first change. */
  number: z.int(),
  criteria,
  reason: z.string(),
  changedAt: instant.nullable(),
});
export type CriteriaVersion = z.output<typeof criteriaVersion>;

export const settingOperations = {
  getCriteria: query({
    summary: '分析の基準を、変更の履歴とともに返す。',
    permission: 'analysis.read',
    input: engagementInput,
    output: z.strictObject({ inForce: criteriaVersion, versions: z.array(criteriaVersion) }),
  }),
  changeCriteria: command({
    summary: '分析の基準を、理由を示して変える。',
    permission: 'analysis.decide',
    input: engagementInput.extend({
      /** `number` of the criteria at hand. */
      number: version,
      criteria,
      reason: requiredText.max(1000),
    }),
    output: criteriaVersion,
  }),
};
