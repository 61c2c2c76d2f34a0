/** The operations of the people module that come before any session. */
import { call } from '../client.ts';
import type { Session } from '../session.ts';

export async function whoAmI(): Promise<Session> {
  return (await call('people', 'whoAmI', {})) as Session;
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
