/** The engagement as consultations see it. */
import type { Context } from '../../../kernel/module.ts';
import { engagementContract, type EngagementProfile } from '../../engagement/contract.ts';
import { categoriesOf, consultationConditions, type ConsultationConditions } from '../conditions.ts';

export interface Setting {
  readonly profile: EngagementProfile;
  /** Null where the specification says nothing about consultations; they can be held all the same. */
  readonly conditions: ConsultationConditions | null;
  readonly categories: readonly string[];
}

/** The engagement with what its specification says about consultations. @throws AppError `record.missing` */
export async function settingOf(context: Context, engagementId: string): Promise<Setting> {
  const client = context.client(engagementContract);
  const profile = await client.getEngagement({ engagementId });
  const conditions = consultationConditions(await client.getSpecification({ engagementId }));
  return { profile, conditions, categories: categoriesOf(conditions) };
}
