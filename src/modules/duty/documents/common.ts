/** What the papers of the module share: head, names, the way a paper is put together. */
import { formatEra } from '../../../core/calendar/index.ts';
import { type Block, document, type DocumentTree, letterHead } from '../../../documents/index.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { engagementContract, type EngagementProfile } from '../../engagement/contract.ts';
import { teamContract } from '../../team/contract.ts';
import { dutyContract, type Registers } from '../contract.ts';

export interface Source {
  readonly profile: EngagementProfile;
  readonly registers: Registers;
  /** Name of a member, also of one who has left. */
  readonly nameOf: (memberId: string) => string;
  readonly placeOf: (memberId: string) => string;
}

export async function read(context: Context, engagementId: string): Promise<Source> {
  const profile = await context.client(engagementContract).getEngagement({ engagementId });
  const { registers } = await context.client(dutyContract).getDuties({ engagementId });
  const { members } = await context.client(teamContract).getTeam({ engagementId });
  const find = (memberId: string) => members.find(({ id }) => id === memberId);
  return {
    profile,
    registers,
    nameOf: (memberId) => find(memberId)?.name ?? '',
    placeOf: (memberId) => find(memberId)?.department ?? '',
  };
}

/** A paper of the contractor to the city. */
export const paper = (title: string, day: string, { profile }: Source, blocks: readonly Block[]): DocumentTree =>
  document(
    {
      title,
      subtitle: profile.title,
      date: formatEra(day),
      addressee: [profile.municipality, profile.client.department],
      sender: profile.contractor,
      ...(profile.marking === null ? {} : { marking: profile.marking }),
    },
    [letterHead(), ...blocks],
  );

/** @throws AppError `state.refused` with what must be recorded first. */
export function required<T>(value: T | undefined, message: string): T {
  if (value === undefined) throw new AppError('state.refused', { message });
  return value;
}

export const shared = { formats: ['docx', 'pdf'], permission: 'duty.read' } as const;
