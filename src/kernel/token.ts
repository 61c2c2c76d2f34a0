/** Tokens that name their tenant, so that row-level security can be set before the row is found. */
import { sha256Of } from './canonical.ts';
import { newToken } from './identifier.ts';

/** `t` opens a session, `i` is an invitation, `s` opens a person's sheet of a survey. */
export type TokenKind = 't' | 'i' | 's';

export interface IssuedToken {
  /** Goes to the person once and is kept nowhere. */
  readonly token: string;
  readonly tokenHash: string;
}

export function issueToken(kind: TokenKind, tenantId: number): IssuedToken {
  const token = `${kind}.${tenantId}.${newToken()}`;
  return { token, tokenHash: sha256Of(token) };
}

/** The tenant that the token claims and the hash to look for; null for anything that is no token. */
export function readToken(
  kind: TokenKind,
  token: string,
): { readonly tenantId: number; readonly tokenHash: string } | null {
  const match = /^([a-z])\.(\d{1,9})\.[\w-]{43}$/.exec(token);
  if (match?.[1] !== kind) return null;
  return { tenantId: Number(match[2]), tokenHash: sha256Of(token) };
}
