/** The operations of the people module that come before any session. */
import type { engagementContract } from '../../modules/engagement/contract.ts';
import type { peopleContract } from '../../modules/people/contract.ts';
import { call, clientFor } from '../client.ts';
import type { Session } from '../session.ts';

const people = clientFor<typeof peopleContract>('people');
const engagement = clientFor<typeof engagementContract>('engagement');

/** Who is there, with the engagements that the person takes part in. */
export async function whoAmI(): Promise<Session> {
  const answer = await people.whoAmI({});
  if (!answer.signedIn) return answer;
  if (!answer.permissions.includes('engagement.read')) return { ...answer, engagements: [] };
  const { engagements } = await engagement.listEngagements({});
  return { ...answer, engagements: engagements.map(({ id, title, fiscalYear }) => ({ id, title, fiscalYear })) };
}

/** Where the identity provider of the office asks for the person. */
export async function startOidc(): Promise<string> {
  return (await people.oidcStart({})).redirectTo;
}

/** Ends the sign-in with what the identity provider sent back in the address. */
export async function finishOidc(search: string): Promise<void> {
  await people.oidcFinish({ search });
}

export async function signIn(input: { loginName: string; password: string; code?: string }): Promise<void> {
  await call('people', 'signIn', input);
}

export async function signOut(): Promise<void> {
  await call('people', 'signOut', {});
}

export interface FirstAdministrator {
  readonly municipalityName: string;
  readonly municipalityKana?: string;
  readonly loginName: string;
  readonly displayName: string;
  readonly password: string;
}

export async function createFirstAdministrator(input: FirstAdministrator): Promise<void> {
  await call('people', 'createFirstAdministrator', input);
}

export async function acceptInvitation(input: { token: string; password: string; displayName: string }): Promise<void> {
  await call('people', 'acceptInvitation', input);
}
