/** What the papers of the module share: head, names, the way a paper is put together. */
import { formatEra } from '../../../core/calendar/index.ts';
import type { DutyConditions } from '../../../core/specification/index.ts';
import {
  type Block,
  document,
  type DocumentTree,
  letterHead,
  type Orientation,
  toTheCity,
} from '../../../documents/index.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { engagementContract, type EngagementProfile } from '../../engagement/contract.ts';
import { type Member, teamContract } from '../../team/contract.ts';
import { dutyContract, type Registers } from '../contract.ts';

export interface Source {
  readonly profile: EngagementProfile;
  readonly registers: Registers;
  readonly conditions: DutyConditions;
  /** Name of a member, also of one who has left. */
  readonly nameOf: (memberId: string) => string;
  readonly placeOf: (memberId: string) => string;
  /** Members in the order of the team, whatever the order of the records. */
  readonly inOrder: (memberIds: readonly string[]) => readonly string[];
  /** Place of a person in the team, by name. */
  readonly rankOf: (name: string) => number;
}

/** The order in which papers name the people of a contractor. */
const ROLE_ORDER = ['業務責任者', '主任担当者', '監査人', '監査補助者', '品質管理者'];

/** Members by their foremost role; roles that only this specification knows come in its own order. */
function byRole(members: readonly Member[], known: readonly string[]): readonly Member[] {
  const order = [...new Set([...ROLE_ORDER, ...known])];
  const place = ({ roles }: Member): number => {
    const found = roles.map((role) => order.indexOf(role)).filter((index) => index >= 0);
    return found.length === 0 ? order.length : Math.min(...found);
  };
  return members.toSorted((a, b) => place(a) - place(b) || a.name.localeCompare(b.name, 'ja'));
}

export async function read(context: Context, engagementId: string): Promise<Source> {
  const profile = await context.client(engagementContract).getEngagement({ engagementId });
  const { registers, conditions } = await context.client(dutyContract).getDuties({ engagementId });
  const team = await context.client(teamContract).getTeam({ engagementId });
  const members = byRole(team.members, team.roles);
  const rank = (index: number): number => (index < 0 ? members.length : index);
  const indexOf = (memberId: string): number => rank(members.findIndex(({ id }) => id === memberId));
  const find = (memberId: string) => members.find(({ id }) => id === memberId);
  return {
    profile,
    registers,
    conditions,
    nameOf: (memberId) => find(memberId)?.name ?? '',
    placeOf: (memberId) => find(memberId)?.department ?? '',
    inOrder: (memberIds) => memberIds.toSorted((a, b) => indexOf(a) - indexOf(b)),
    rankOf: (name) => rank(members.findIndex((member) => member.name === name)),
  };
}

/** A paper of the contractor to the city; a wide table lies on its side from the first page. */
export const paper = (
  title: string,
  day: string,
  { profile }: Source,
  blocks: readonly Block[],
  orientation: Orientation = 'portrait',
): DocumentTree =>
  document({ title, subtitle: profile.title, date: formatEra(day), created: day, orientation, ...toTheCity(profile) }, [
    letterHead(),
    ...blocks,
  ]);

/** @throws AppError `state.refused` with what must be recorded first. */
export function required<T>(value: T | undefined, message: string): T {
  if (value === undefined) throw new AppError('state.refused', { message });
  return value;
}

export const shared = { formats: ['docx', 'pdf'], permission: 'duty.read' } as const;
