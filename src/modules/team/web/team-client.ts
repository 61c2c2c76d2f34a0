import type { OutputOf } from '../../../kernel/contract.ts';
import { formatEraMonth } from '../../../core/calendar/era.ts';
import { clientFor } from '../../../web/client.ts';
import type { teamContract } from '../contract.ts';

export const team = clientFor<typeof teamContract>('team');

export type Team = OutputOf<typeof teamContract, 'getTeam'>;
export type TeamMember = Team['members'][number];
export type Condition = OutputOf<typeof teamContract, 'getConditions'>['conditions'][number];
export type ChangeRequest = OutputOf<typeof teamContract, 'listChanges'>['changes'][number];
/** One member against chosen departments. */
export type Standing = OutputOf<typeof teamContract, 'checkIndependence'>['members'][number];
export type Choices = OutputOf<typeof teamContract, 'listChoices'>;

export const nameOf = (data: Team, memberId: string): string =>
  data.members.find(({ id }) => id === memberId)?.name ?? '';

export const activeMembers = (data: Team): readonly TeamMember[] =>
  data.members.filter(({ state }) => state === 'active');

export const memberOptions = (members: readonly TeamMember[]) =>
  members.map(({ id, name }) => ({ value: id, label: name }));

export const credentialName = (data: Team, type: string): string =>
  data.choices.credentials.find((choice) => choice.type === type)?.name ?? type;

/** The month whose population figure counts; null where the specification has no rule about the size of a client. */
export function populationMonth(data: Team): string | null {
  const asOf = data.asked?.experience.find(({ population }) => population !== undefined)?.population?.asOf;
  return asOf === undefined ? null : formatEraMonth(`${asOf}-01`);
}
