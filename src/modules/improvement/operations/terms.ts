/** What the specification says about the follow-up, and the product's own usage where it is silent. */
import type { FollowUpConditions } from '../../../core/specification/conditions.ts';
import { createCalendar } from '../../../core/calendar/index.ts';
import type { Context } from '../../../kernel/module.ts';
import { engagementContract, engagementOf } from '../../engagement/contract.ts';
import { USUAL_CHANNELS, USUAL_CHECKS, USUAL_PLAN_CHECKS, USUAL_TECHNIQUES } from '../labels.ts';
import { type H } from './shared.ts';

export async function followUpOf(context: Context, engagementId: string): Promise<Partial<FollowUpConditions>> {
  const { conditions } = await context.client(engagementContract).getSpecification({ engagementId });
  return conditions.followUp ?? {};
}

export function techniquesOf(terms: Partial<FollowUpConditions>, type: string): readonly string[] {
  return terms.audits?.find((one) => one.type === type)?.techniques ?? USUAL_TECHNIQUES;
}

/** By when support must be on record; null where the specification sets no day. */
export function recordDue(terms: Partial<FollowUpConditions>, occurredOn: string): string | null {
  const within = terms.support?.recordWithin;
  return within === undefined ? null : createCalendar().addSpan(occurredOn, within);
}

export const getFollowUpTerms: H<'getFollowUpTerms'> = async (context, { engagementId }) => {
  await engagementOf(context, engagementId);
  const terms = await followUpOf(context, engagementId);
  return {
    audits: (terms.audits ?? []).map(({ type, clause, techniques, evaluated }) => ({
      ...{ type, clause, evaluated },
      techniques: [...techniques],
    })),
    checks: [...(terms.plan?.checks ?? USUAL_PLAN_CHECKS), ...USUAL_CHECKS],
    channels: [...(terms.support?.channels ?? USUAL_CHANNELS)],
    supportClause: terms.support?.clause ?? null,
  };
};
