/** What the plan and the table of clauses still lack. */
import { gap } from '../../../kernel/gap.ts';
import type { DocumentProvider } from '../../../kernel/module.ts';
import { traceClauses } from '../operations/obligations.ts';
import { readPlanSource } from './plan-source.ts';

type Gaps = NonNullable<DocumentProvider['gaps']>;

export const planGaps: Gaps = async (context, { engagementId }) => {
  const { plan, tasks } = await readPlanSource(context, engagementId);
  const parents = new Set(tasks.map(({ parentId }) => parentId));
  const own = tasks.filter(
    ({ id, excluded, owner, members }) =>
      excluded === null && owner !== 'city' && members.length === 0 && !parents.has(id),
  ).length;
  const base = `/engagements/${engagementId}`;
  return [
    ...gap(plan === null ? 1 : 0, '作業計画の版がまだありません。今の作業の一覧から作ります。', `${base}/plans`),
    ...gap(own, `担当者が未記入の作業が${own}件あります。`, `${base}/wbs`),
  ];
};

export const clauseGaps: Gaps = async (context, { engagementId }) => {
  const { clauses } = await traceClauses(context, { engagementId });
  const silent = clauses.filter(({ proof, isStatement }) => proof.length === 0 && !isStatement).length;
  return gap(silent, `実施した事項の記録がない条項が${silent}件あります。`, `/engagements/${engagementId}/clauses`);
};
