/**
 * Sign-in through the municipality's identity provider: OpenID Connect, authorization code with PKCE. Everything that
 * ties the answer to the browser that asked is derived from one random value in that browser's cookie, so nothing has to
 * be stored and several servers can share the work.
 */
import { createHash } from 'node:crypto';
import * as client from 'openid-client';
import { AppError } from '../../../kernel/error.ts';
import { newToken } from '../../../kernel/identifier.ts';

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  readonly claim: 'preferred_username' | 'email';
  readonly label: string;
  readonly baseUrl: string | undefined;
}

/** How long a person may take at the provider. */
export const OIDC_FLOW_MS = 10 * 60_000;
/** The page that the provider sends the browser back to; register `BASE_URL` + this at the provider. */
export const OIDC_RETURN_PATH = '/oidc';

/** The settings of the environment, or null when no provider is configured. */
export function oidcSettings(env: Readonly<Record<string, string | undefined>>): OidcSettings | null {
  const issuer = env['OIDC_ISSUER'];
  const clientId = env['OIDC_CLIENT_ID'];
  if (issuer === undefined || clientId === undefined) return null;
  return {
    issuer,
    clientId,
    clientSecret: env['OIDC_CLIENT_SECRET'],
    claim: env['OIDC_CLAIM'] === 'email' ? 'email' : 'preferred_username',
    label: env['OIDC_LABEL'] ?? '庁内認証でサインイン',
    baseUrl: env['BASE_URL'],
  };
}

/** What the browser keeps while the person is at the provider. */
export function newFlow(now: Date): string {
  return `o.${now.getTime()}.${newToken()}`;
}

function checkFlow(flow: string | null, now: Date): string {
  const started = flow === null ? null : /^o\.(\d{1,15})\.[\w-]{43}$/.exec(flow);
  const age = now.getTime() - Number(started?.[1]);
  if (flow === null || started === null || age > OIDC_FLOW_MS) throw flowEnded();
  return flow;
}

/** Independent secrets from one: knowing the state or the nonce tells nothing about the verifier. */
function derive(flow: string, purpose: 'state' | 'nonce' | 'verifier'): string {
  return createHash('sha256').update(`${purpose}\n${flow}`).digest('base64url');
}

/** The provider's address to send the browser to. */
export async function authorizationUrl(settings: OidcSettings, flow: string): Promise<string> {
  const configuration = await discover(settings);
  const url = client.buildAuthorizationUrl(configuration, {
    redirect_uri: returnAddress(settings).href,
    scope: 'openid profile email',
    state: derive(flow, 'state'),
    nonce: derive(flow, 'nonce'),
    code_challenge: await client.calculatePKCECodeChallenge(derive(flow, 'verifier')),
    code_challenge_method: 'S256',
  });
  return url.href;
}

/**
 * Exchanges the answer for the person's login name.
 * @param search the query string that the browser came back with.
 * @throws AppError `session.refused` when the answer is not the one to this browser's question, or names nobody.
 */
export async function redeem(
  settings: OidcSettings,
  presented: string | null,
  search: string,
  now: Date,
): Promise<string> {
  const flow = checkFlow(presented, now);
  const configuration = await discover(settings);
  const address = returnAddress(settings);
  address.search = search;
  const answer = await client
    .authorizationCodeGrant(configuration, address, {
      expectedState: derive(flow, 'state'),
      expectedNonce: derive(flow, 'nonce'),
      pkceCodeVerifier: derive(flow, 'verifier'),
      idTokenExpected: true,
    })
    .catch((error: unknown) => {
      throw new AppError('session.refused', {
        internal: `oidc ${error instanceof Error && 'code' in error ? String(error.code) : 'failure'}`,
        message: '庁内認証の結果を確かめられませんでした。サインインの画面から、もう一度お試しください。',
      });
    });
  const claims = answer.claims();
  const name = claims?.[settings.claim];
  const verified = settings.claim !== 'email' || claims?.['email_verified'] === true;
  if (typeof name !== 'string' || !verified) {
    throw new AppError('session.refused', {
      internal: `oidc claim ${settings.claim}`,
      message: '庁内認証から利用者名を受け取れませんでした。システム管理者に連絡してください。',
    });
  }
  return name;
}

function returnAddress(settings: OidcSettings): URL {
  if (settings.baseUrl === undefined) {
    throw new AppError('configuration.invalid', {
      internal: 'BASE_URL',
      message: '庁内認証を使うには、設定項目 BASE_URL に街守の住所を入れてから起動し直してください。',
    });
  }
  return new URL(OIDC_RETURN_PATH, settings.baseUrl);
}

const discovered = new Map<string, Promise<client.Configuration>>();

/** The provider's description, asked for once; a failure is not remembered. */
function discover(settings: OidcSettings): Promise<client.Configuration> {
  const { issuer, clientId, clientSecret } = settings;
  const key = `${issuer}\n${clientId}`;
  const known = discovered.get(key);
  if (known !== undefined) return known;
  const address = new URL(issuer);
  // Plain HTTP only inside this machine, where a proxy or a test provider listens.
  const local = address.protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(address.hostname);
  const found = client
    .discovery(
      address,
      clientId,
      undefined,
      clientSecret === undefined ? client.None() : client.ClientSecretPost(clientSecret),
      // By default the library trusts the connection and leaves the signature of the id token unchecked.
      { execute: [client.enableNonRepudiationChecks, ...(local ? [client.allowInsecureRequests] : [])] },
    )
    .catch((error: unknown) => {
      discovered.delete(key);
      throw new AppError('service.unavailable', {
        internal: `oidc discovery ${error instanceof Error && 'code' in error ? String(error.code) : 'failure'}`,
        message: '庁内認証に接続できません。しばらく待つか、パスワードでサインインしてください。',
      });
    });
  discovered.set(key, found);
  return found;
}

function flowEnded(): AppError {
  return new AppError('session.refused', {
    internal: 'oidc flow',
    message:
      '庁内認証の途中で時間が過ぎたか、別の画面で始められています。サインインの画面から、もう一度お試しください。',
  });
}
