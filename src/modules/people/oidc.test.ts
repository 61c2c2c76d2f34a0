import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type OidcProvider, startOidcProvider } from './testing/oidc-provider.ts';
import { PASSWORD, type PeopleTest, startPeople, type TestBrowser } from './testing/start-people.ts';

let provider: OidcProvider;
let test: PeopleTest;

const settingsFor = (issuer: string) => ({
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: 'machimori',
  OIDC_CLIENT_SECRET: 'secret',
  OIDC_LABEL: '庁内認証',
  BASE_URL: 'https://machimori.example.lg.jp',
});

beforeAll(async () => {
  provider = await startOidcProvider();
  test = await startPeople(settingsFor(provider.issuer));
  for (const loginName of ['aoba', 'leaver'])
    await test.administrator.createAccount({
      loginName,
      displayName: '青葉 花子',
      party: 'city',
      roles: ['ciso'],
      password: PASSWORD,
    });
});
beforeEach(() => {
  provider.claims = { preferred_username: 'aoba' };
  provider.forge = false;
});
afterAll(async () => {
  await test.close();
  await provider.close();
});

const start = async (browser: TestBrowser): Promise<string> =>
  ((await browser.call('oidcStart', {})) as { redirectTo: string }).redirectTo;

it('is offered on the sign-in page', async () => {
  expect(await test.browser().call('whoAmI', {})).toMatchObject({ signedIn: false, oidc: { label: '庁内認証' } });
});

it('asks the provider with PKCE, and signs the named person in', async () => {
  const browser = test.browser();
  const redirectTo = await start(browser);
  const asked = new URL(redirectTo).searchParams;
  expect(asked.get('redirect_uri')).toBe('https://machimori.example.lg.jp/oidc');
  expect(asked.get('code_challenge_method')).toBe('S256');
  expect(await browser.caller()).toBeNull();
  await browser.call('oidcFinish', { search: provider.visit(redirectTo) });
  expect(await browser.call('whoAmI', {})).toMatchObject({ signedIn: true, account: { loginName: 'aoba' } });
  expect((await test.facts()).at(-1)).toMatchObject({ kind: 'session.started', data: { method: 'oidc' } });
});

it('takes an invited account in use without the link', async () => {
  const invited = await test.administrator.inviteAccount({
    loginName: 'newcomer',
    displayName: '新人 一',
    party: 'city',
    roles: ['ciso'],
  });
  provider.claims = { preferred_username: 'Newcomer' };
  const browser = test.browser();
  await browser.call('oidcFinish', { search: provider.visit(await start(browser)) });
  expect((await browser.caller())?.accountId).toBe(invited.accountId);
  const token = invited.invitationPath.split('#')[1];
  await expect(test.browser().call('getInvitation', { token })).rejects.toMatchObject({ code: 'invitation.ended' });
});

const refused = { code: 'session.refused' };

it('refuses an answer that another browser asked for, or nobody', async () => {
  const [one, other] = [test.browser(), test.browser()];
  const search = provider.visit(await start(one));
  await start(other);
  await expect(other.call('oidcFinish', { search })).rejects.toMatchObject(refused);
  await expect(test.browser().call('oidcFinish', { search })).rejects.toMatchObject(refused);
  expect(await other.caller()).toBeNull();
});

it('refuses an answer that comes twice or too late', async () => {
  const browser = test.browser();
  const search = provider.visit(await start(browser));
  const flow = browser.token;
  await browser.call('oidcFinish', { search });
  browser.token = flow;
  await expect(browser.call('oidcFinish', { search })).rejects.toMatchObject(refused);
  const late = provider.visit(await start(browser));
  test.clock.advance(11 * 60_000);
  await expect(browser.call('oidcFinish', { search: late })).rejects.toMatchObject(refused);
});

it.each<[string, () => void]>([
  ['signed with another key', () => (provider.forge = true)],
  ['for another client', () => (provider.claims = { preferred_username: 'aoba', aud: 'another' })],
  ['with another nonce', () => (provider.claims = { preferred_username: 'aoba', nonce: 'another' })],
  ['from another issuer', () => (provider.claims = { preferred_username: 'aoba', iss: 'https://example.com' })],
  ['that has expired', () => (provider.claims = { preferred_username: 'aoba', exp: 1_000_000_000 })],
  ['without a name', () => (provider.claims = {})],
  ['about somebody unknown', () => (provider.claims = { preferred_username: 'stranger' })],
])('refuses an id token %s', async (_, prepare) => {
  const browser = test.browser();
  const search = provider.visit(await start(browser));
  prepare();
  await expect(browser.call('oidcFinish', { search })).rejects.toMatchObject(refused);
  expect(await browser.caller()).toBeNull();
});

it('refuses people whose account was ended here', async () => {
  const { accounts } = await test.administrator.listAccountDetails({});
  const accountId = accounts.find(({ loginName }) => loginName === 'leaver')?.id ?? '';
  await test.administrator.disableAccount({ accountId, version: 1 });
  provider.claims = { preferred_username: 'leaver' };
  const browser = test.browser();
  await expect(browser.call('oidcFinish', { search: provider.visit(await start(browser)) })).rejects.toMatchObject(
    refused,
  );
});

it('counts an e-mail address only when the provider has verified it', async () => {
  const mail = await startPeople({ ...settingsFor(provider.issuer), OIDC_CLAIM: 'email' });
  try {
    const loginName = 'hanako@city.example.lg.jp';
    await mail.administrator.createAccount({
      loginName,
      displayName: '青葉 花子',
      party: 'city',
      roles: ['ciso'],
      password: PASSWORD,
    });
    const browser = mail.browser();
    provider.claims = { email: loginName };
    await expect(browser.call('oidcFinish', { search: provider.visit(await start(browser)) })).rejects.toMatchObject(
      refused,
    );
    provider.claims = { email: loginName, email_verified: true };
    await browser.call('oidcFinish', { search: provider.visit(await start(browser)) });
    expect(await browser.call('whoAmI', {})).toMatchObject({ account: { loginName } });
  } finally {
    await mail.close();
  }
});

it('says what is missing when it is not set up, or the provider is away', async () => {
  const without = await startPeople();
  const away = await startPeople(settingsFor('http://127.0.0.1:1'));
  try {
    await expect(without.browser().call('oidcStart', {})).rejects.toMatchObject({ code: 'state.refused' });
    await expect(away.browser().call('oidcStart', {})).rejects.toMatchObject({ code: 'service.unavailable' });
  } finally {
    await without.close();
    await away.close();
  }
});
