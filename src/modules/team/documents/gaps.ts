/** What the papers on the team still lack. */
import { gap } from '../../../kernel/gap.ts';
import type { DocumentProvider } from '../../../kernel/module.ts';
import { readTeam } from './team-source.ts';

type Gaps = NonNullable<DocumentProvider['gaps']>;

export const teamGaps: Gaps = async (context, { engagementId }) => {
  const { active, team, conditions } = await readTeam(context, engagementId);
  const without = active.filter(({ id }) => team.qualifications.every(({ memberId }) => memberId !== id)).length;
  const unmet = conditions.filter(({ state }) => state === 'unsatisfied').length;
  const base = `/engagements/${engagementId}/team`;
  return [
    ...gap(active.length === 0 ? 1 : 0, '従事する担当者がまだ登録されていません。', base),
    ...gap(without, `資格が登録されていない担当者が${without}人います。`, base),
    ...gap(unmet, `満たしていない要件が${unmet}件あります。`, `${base}/evidence`),
  ];
};

export const careerGaps: Gaps = async (context, { engagementId, subject }) => {
  const { team } = await readTeam(context, engagementId);
  const own = (rows: readonly { readonly memberId: string }[]): number =>
    rows.filter(({ memberId }) => memberId === subject).length;
  const href = `/engagements/${engagementId}/team/members/${subject ?? ''}`;
  return [
    ...gap(own(team.qualifications) === 0 ? 1 : 0, 'この担当者の資格が登録されていません。', href),
    ...gap(own(team.experience) === 0 ? 1 : 0, 'この担当者の業務の実績が登録されていません。', href),
  ];
};
