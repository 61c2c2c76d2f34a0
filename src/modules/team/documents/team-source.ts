/** What the papers of the team are made from. */
import { formatEra } from '../../../core/calendar/index.ts';
import type { OutputOf } from '../../../kernel/contract.ts';
import type { Context } from '../../../kernel/module.ts';
import { engagementContract, type EngagementProfile } from '../../engagement/contract.ts';
import { type Condition, type Member, teamContract } from '../contract.ts';

export const STATES = { satisfied: '満たす', attention: '満たす（要注意）', unsatisfied: '満たさない' } as const;

export interface TeamSource {
  readonly profile: EngagementProfile;
  readonly team: OutputOf<typeof teamContract, 'getTeam'>;
  readonly conditions: readonly Condition[];
  readonly active: readonly Member[];
  readonly today: string;
  readonly nameOf: (memberId: string) => string;
  readonly credentialOf: (type: string) => string;
  /** Rows of members who work today. */
  readonly ofActive: <T extends { readonly memberId: string }>(rows: readonly T[]) => readonly T[];
}

export async function readTeam(context: Context, engagementId: string): Promise<TeamSource> {
  const profile = await context.client(engagementContract).getEngagement({ engagementId });
  const client = context.client(teamContract);
  const team = await client.getTeam({ engagementId });
  const { conditions } = await client.getConditions({ engagementId });
  const active = inOrder(team.members, team.roles).filter(({ state }) => state === 'active');
  return {
    profile,
    team,
    conditions,
    active,
    today: context.today,
    nameOf: (id) => team.members.find((member) => member.id === id)?.name ?? '',
    credentialOf: (type) => team.choices.credentials.find((choice) => choice.type === type)?.name ?? type,
    ofActive: (rows) => rows.filter(({ memberId }) => active.some(({ id }) => id === memberId)),
  };
}

/** The lead first, then by the foremost role in the order of the specification. */
function inOrder(members: readonly Member[], roles: readonly string[]): readonly Member[] {
  const place = (member: Member): number =>
    member.isLead
      ? -1
      : Math.min(roles.length, ...member.roles.map((role) => roles.indexOf(role)).filter((at) => at >= 0));
  return members.toSorted((a, b) => place(a) - place(b) || a.name.localeCompare(b.name, 'ja'));
}

export const until = (day: string | null): string => (day === null ? '期限なし' : formatEra(day));

export const rolesOf = ({ team }: TeamSource, { isLead, roles }: Member): string => {
  const lead = team.asked?.lead?.role;
  return [...new Set([...(isLead && lead !== undefined ? [lead] : []), ...roles])].join('、');
};
