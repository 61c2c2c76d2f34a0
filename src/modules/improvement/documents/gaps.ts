/** What the records of the follow-up still lack for its documents. */
import { gap } from '../../../kernel/gap.ts';
import type { DocumentGap, DocumentProvider } from '../../../kernel/module.ts';
import { improvementContract, type PlanView } from '../contract.ts';

type Gaps = NonNullable<DocumentProvider['gaps']>;
const pageOf = (engagementId: string): string => `/engagements/${engagementId}/improvement`;

/** Findings whose plan says nothing yet, and those of which nothing was heard or confirmed. */
export const planGaps =
  (type: string | null): Gaps =>
  async (context, { engagementId, subject }) => {
    const { plans } = await context.client(improvementContract).listPlans({ engagementId });
    const own = plans.filter(
      ({ id, state, audit }) =>
        state !== 'cancelled' && (type === null || audit.type === type) && (subject === null || id === subject),
    );
    return gapsOf(own, pageOf(engagementId));
  };

function gapsOf(plans: readonly PlanView[], href: string): readonly DocumentGap[] {
  const count = (lacks: (plan: PlanView) => boolean): number => plans.filter(lacks).length;
  const measures = count(({ fields }) => fields.measure === '');
  const days = count(({ fields }) => fields.due === null);
  const posts = count(({ fields }) => fields.responsible === '');
  const unread = count(({ state }) => state === 'submitted');
  const unconfirmed = count(({ state }) => state === 'reported');
  return [
    ...gap(measures, `改善策が未記入の指摘が${measures}件あります。`, href),
    ...gap(days, `改善の期限が未記入の指摘が${days}件あります。`, href),
    ...gap(posts, `担当が未記入の指摘が${posts}件あります。`, href),
    ...gap(unread, `承認又は差戻しの決定がまだの改善計画が${unread}件あります。`, href),
    ...gap(unconfirmed, `改善の確認がまだの指摘が${unconfirmed}件あります。`, href),
  ];
}

export const supportGaps: Gaps = async (context, { engagementId }) => {
  const { records } = await context.client(improvementContract).listSupport({ engagementId });
  const open = records.filter(({ answered }) => answered === '').length;
  return gap(open, `回答が未記入の支援の記録が${open}件あります。`, `${pageOf(engagementId)}/support`);
};
