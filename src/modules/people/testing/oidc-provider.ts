/** A small OpenID Connect provider on the loopback address: discovery, keys, codes with PKCE, signed id tokens. */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface OidcProvider {
  readonly issuer: string;
  /** Claims about the next person who signs in; `nonce` overrides the honest one. */
  claims: Record<string, unknown>;
  /** Signs the next id token with a key that the provider does not publish. */
  forge: boolean;
  /** What the person's browser comes back with after visiting the address: the query string. */
  visit(redirectTo: string): string;
  close(): Promise<void>;
}

interface Grant {
  readonly challenge: string;
  readonly nonce: string;
  readonly clientId: string;
  readonly redirectUri: string;
}

export async function startOidcProvider(): Promise<OidcProvider> {
  const honest = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const grants = new Map<string, Grant>();
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const provider: OidcProvider = {
    issuer,
    claims: {},
    forge: false,
    visit(redirectTo) {
      const { searchParams } = new URL(redirectTo);
      const given = (name: string): string => searchParams.get(name) ?? '';
      const code = randomBytes(16).toString('hex');
      grants.set(code, {
        challenge: given('code_challenge'),
        nonce: given('nonce'),
        clientId: given('client_id'),
        redirectUri: given('redirect_uri'),
      });
      return `?${new URLSearchParams({ code, state: given('state'), iss: issuer })}`;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === '/.well-known/openid-configuration') return reply(response, 200, metadata(issuer));
    if (request.url === '/keys') {
      const key = { ...honest.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' };
      return reply(response, 200, { keys: [key] });
    }
    const form = new URLSearchParams(await bodyOf(request));
    const code = form.get('code') ?? '';
    const grant = grants.get(code);
    grants.delete(code);
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const fits = grant?.challenge === challenge && grant.redirectUri === form.get('redirect_uri');
    if (!fits || form.get('client_secret') !== 'secret') return reply(response, 400, { error: 'invalid_grant' });
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: issuer, aud: grant.clientId, sub: 'person', iat: now, exp: now + 300, nonce: grant.nonce };
    const token = idToken({ ...claims, ...provider.claims }, provider.forge ? stranger.privateKey : honest.privateKey);
    return reply(response, 200, { access_token: 'access', token_type: 'Bearer', id_token: token });
  }

  return provider;
}

function idToken(claims: object, key: Parameters<typeof sign>[2]): string {
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${encode({ alg: 'RS256', kid: 'one', typ: 'JWT' })}.${encode(claims)}`;
  return `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`;
}

function metadata(issuer: string): object {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
  };
}

function reply(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
