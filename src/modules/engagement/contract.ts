/** Engagement: one contract year of one municipality under a specification. */
import { z } from 'zod';
import { defineContract, query } from '../../kernel/contract.ts';
import { ENGAGEMENT_ROLES } from '../../kernel/role.ts';
import { day, engagementInput, id, noInput } from '../../kernel/schema.ts';

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
  client: z.strictObject({
    department: z.string(),
    address: z.string(),
    tel: z.string(),
    fax: z.string(),
    email: z.string(),
  }),
  places: z.array(z.string()),
  /** 【取扱注意】 or null. */
  marking: z.string().nullable(),
  /** Chosen readings of open points by open-point id. */
  readings: z.record(z.string(), z.unknown()),
});
export type EngagementProfile = z.output<typeof engagementProfile>;

export const engagementContract = defineContract({
  id: 'engagement',
  title: '業務委託',
  permissions: {
    'engagement.read': {
      roles: [...ENGAGEMENT_ROLES, 'administrator'],
      because: '業務に加わる人は、どの契約のもとで働くかを知る必要がある。',
    },
  },
  operations: {
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
  },
});
