import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeAt, stepOf } from './sign-in/totp.ts';
import { PASSWORD, type PeopleTest, startPeople } from './testing/start-people.ts';

let test: PeopleTest;
beforeAll(async () => {
  test = await startPeople();
});
afterAll(() => test.close());

const minutes = (count: number): number => count * 60_000;
let number = 0;

/** A person with a password of the first municipality. */
async function person(): Promise<{ loginName: string; accountId: string }> {
  number += 1;
  const loginName = `person${number}`;
  const { accountId } = await test.administrator.createAccount({
    loginName,
    displayName: '青葉 花子',
    title: '課長',
    party: 'city',
    roles: ['security-office'],
    password: PASSWORD,
  });
  return { loginName, accountId };
}

describe('signing in', () => {
  it('tells a stranger nothing but how to begin', async () => {
    expect(await test.browser().call('whoAmI', {})).toMatchObject({ signedIn: false, oidc: null, demonstration: null });
  });

  it('opens a session that knows the person and what they may', async () => {
    const { loginName, accountId } = await person();
    const browser = test.browser();
    await browser.call('signIn', { loginName: ` ${loginName.toUpperCase()} `, password: PASSWORD });
    expect(browser.token).toMatch(new RegExp(`^t\\.${test.tenantId}\\.`));
    expect(await browser.caller()).toMatchObject({ accountId, tenantId: test.tenantId, roles: ['security-office'] });
    const reply = await browser.call('whoAmI', {});
    expect(reply).toMatchObject({
      signedIn: true,
      account: { id: accountId, loginName, displayName: '青葉 花子', title: '課長', party: 'city' },
      tenant: { id: test.tenantId, name: 'あおば市', demonstration: false },
      permissions: ['people.read', 'people.invite'],
    });
    expect((await test.facts()).at(-1)).toMatchObject({ kind: 'session.started', subject: accountId });
  });

  it('keeps only the hash of the token', async () => {
    const { loginName } = await person();
    const browser = test.browser();
    await browser.call('signIn', { loginName, password: PASSWORD });
    const rows = await test.application.parts.database.transaction(test.tenantId, (tx) =>
      tx.db<{ session: { tenant_id: number; token_hash: string } }>().selectFrom('session').selectAll().execute(),
    );
    const secret = browser.token?.split('.').at(-1) ?? '';
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  it('gives a new token every time and ends the one the browser came with', async () => {
    const { loginName } = await person();
    const browser = test.browser();
    await browser.call('signIn', { loginName, password: PASSWORD });
    const first = browser.token ?? '';
    await browser.call('signIn', { loginName, password: PASSWORD });
    expect(browser.token).not.toBe(first);
    expect(await test.application.authenticate(first)).toBeNull();
    expect(await browser.caller()).not.toBeNull();
  });

  it('ends at sign-out, not only in the browser', async () => {
    const { loginName } = await person();
    const browser = test.browser();
    await browser.call('signIn', { loginName, password: PASSWORD });
    const token = browser.token ?? '';
    await browser.call('signOut', {});
    expect(browser.token).toBeNull();
    expect(await test.application.authenticate(token)).toBeNull();
  });

  it('ends after an hour without use and after twelve hours at the latest', async () => {
    const { loginName } = await person();
    const browser = test.browser();
    await browser.call('signIn', { loginName, password: PASSWORD });
    for (let used = 0; used < 14; used += 1) {
      test.clock.advance(minutes(50));
      expect(await browser.caller()).not.toBeNull();
    }
    test.clock.advance(minutes(21));
    expect(await browser.caller()).toBeNull();
    await browser.call('signIn', { loginName, password: PASSWORD });
    test.clock.advance(minutes(60));
    expect(await browser.caller()).toBeNull();
  });

  it('knows nobody by a token that it never gave', async () => {
    const tokens = ['', 't.1.short', 't.999999999.'.padEnd(55, 'A'), 'x'.repeat(5000), `t.1.${'あ'.repeat(43)}`];
    for (const token of tokens) expect(await test.application.authenticate(token)).toBeNull();
  });

  it('answers many lookups at once, each with its own person', async () => {
    const people = await Promise.all([person(), person(), person()]);
    const browsers = await Promise.all(
      people.map(async ({ loginName }) => {
        const browser = test.browser();
        await browser.call('signIn', { loginName, password: PASSWORD });
        return browser;
      }),
    );
    const callers = await Promise.all(
      Array.from({ length: 200 }, (_, index) => test.application.authenticate(browsers[index % 3]?.token ?? '')),
    );
    callers.forEach((caller, index) => expect(caller?.accountId).toBe(people[index % 3]?.accountId));
  });
});

describe('lock-out', () => {
  it('stops after five failures, waits longer each time, and says so in the journal', async () => {
    const { loginName, accountId } = await person();
    const browser = test.browser();
    const attempt = (password: string) => browser.call('signIn', { loginName, password });
    for (let failure = 1; failure <= 4; failure += 1)
      await expect(attempt('wrong')).rejects.toMatchObject({ code: 'session.refused' });
    await expect(attempt('wrong')).rejects.toMatchObject({ code: 'session.locked' });
    await expect(attempt(PASSWORD)).rejects.toMatchObject({ code: 'session.locked' });
    test.clock.advance(minutes(1));
    await expect(attempt('wrong')).rejects.toMatchObject({ code: 'session.locked' });
    test.clock.advance(minutes(1));
    await expect(attempt(PASSWORD)).rejects.toMatchObject({ code: 'session.locked' });
    const { accounts } = await test.administrator.listAccountDetails({});
    expect(accounts.find(({ id }) => id === accountId)).toMatchObject({ status: 'locked' });
    test.clock.advance(minutes(1));
    await attempt(PASSWORD);
    const kinds = (await test.facts()).filter(({ subject }) => subject === accountId).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'session.refused')).toHaveLength(6);
    expect(kinds.filter((kind) => kind === 'account.locked')).toHaveLength(2);
  });

  it('holds also when the guesses come at the same moment', async () => {
    const { loginName } = await person();
    const guesses = Array.from({ length: 12 }, () =>
      test
        .browser()
        .call('signIn', { loginName, password: 'wrong' })
        .then(
          () => 'signed in',
          (error: { code: string }) => error.code,
        ),
    );
    const codes = await Promise.all(guesses);
    expect(codes.filter((code) => code === 'session.refused')).toHaveLength(4);
    expect(codes.filter((code) => code === 'session.locked')).toHaveLength(8);
    const attempt = test.browser().call('signIn', { loginName, password: PASSWORD });
    await expect(attempt).rejects.toMatchObject({ code: 'session.locked' });
  });

  it('is lifted by an administrator', async () => {
    const { loginName, accountId } = await person();
    const browser = test.browser();
    for (let failure = 1; failure <= 5; failure += 1)
      await browser.call('signIn', { loginName, password: 'wrong' }).catch(() => undefined);
    await test.administrator.unlockAccount({ accountId });
    await browser.call('signIn', { loginName, password: PASSWORD });
    expect(await browser.caller()).not.toBeNull();
  });

  it('treats names that do not exist in the same way', async () => {
    const codes: string[] = [];
    for (let failure = 1; failure <= 6; failure += 1) {
      const refused = test.browser().call('signIn', { loginName: 'nobody-here', password: 'wrong' });
      codes.push(
        await refused.then(
          () => 'none',
          (error: { code: string }) => error.code,
        ),
      );
    }
    expect(codes).toEqual([...Array.from({ length: 4 }, () => 'session.refused'), 'session.locked', 'session.locked']);
  });
});

describe('the own account', () => {
  it('changes its password only with the old one, and ends every session', async () => {
    const { loginName } = await person();
    const [one, other] = [test.browser(), test.browser()];
    await one.call('signIn', { loginName, password: PASSWORD });
    await other.call('signIn', { loginName, password: PASSWORD });
    const next = '橋のたもとで待ち合わせる';
    await expect(one.call('changePassword', { currentPassword: 'x', newPassword: next })).rejects.toMatchObject({
      detail: { fields: [{ path: 'currentPassword' }] },
    });
    await expect(one.call('changePassword', { currentPassword: PASSWORD, newPassword: 'short' })).rejects.toMatchObject(
      { detail: { fields: [{ path: 'newPassword' }] } },
    );
    await one.call('changePassword', { currentPassword: PASSWORD, newPassword: next });
    expect([await one.caller(), await other.caller()]).toEqual([null, null]);
    await expect(one.call('signIn', { loginName, password: PASSWORD })).rejects.toMatchObject({
      code: 'session.refused',
    });
    await one.call('signIn', { loginName, password: next });
  });

  it('asks for a one-time code once it is set up, and takes each code once', async () => {
    const { loginName, accountId } = await person();
    const browser = test.browser();
    await browser.call('signIn', { loginName, password: PASSWORD });
    const { secret, uri } = (await browser.call('startTotp', { currentPassword: PASSWORD })) as {
      secret: string;
      uri: string;
    };
    expect(uri).toContain(`secret=${secret}`);
    const code = () => codeAt(secret, stepOf(test.clock.now()));
    const wrong = code() === '000000' ? '111111' : '000000';
    await expect(browser.call('confirmTotp', { code: wrong })).rejects.toMatchObject({ code: 'input.invalid' });
    await browser.call('confirmTotp', { code: code() });
    test.clock.advance(minutes(1));

    await expect(browser.call('signIn', { loginName, password: PASSWORD })).rejects.toMatchObject({
      code: 'session.refused',
      detail: { fields: [{ path: 'code' }] },
    });
    await expect(browser.call('signIn', { loginName, password: PASSWORD, code: wrong })).rejects.toMatchObject({
      code: 'session.refused',
    });
    const used = code();
    await browser.call('signIn', { loginName, password: PASSWORD, code: used });
    await expect(browser.call('signIn', { loginName, password: PASSWORD, code: used })).rejects.toMatchObject({
      code: 'session.refused',
    });

    // The phone is lost: the administrator takes both factors back and hands over a link.
    const { accounts } = await test.administrator.listAccountDetails({});
    const version = accounts.find(({ id }) => id === accountId)?.version ?? 0;
    const { invitationPath } = await test.administrator.resetAccess({ accountId, version });
    expect(await browser.caller()).toBeNull();
    const token = invitationPath.split('#')[1];
    await browser.call('acceptInvitation', { token, password: PASSWORD, displayName: '青葉 花子' });
    await browser.call('signIn', { loginName, password: PASSWORD });
    expect(await browser.call('getOwnAccount', {})).toMatchObject({ totp: false, status: 'active' });
  });
});

describe('first run', () => {
  it('makes the municipality and its administrator once, also when two browsers try', async () => {
    const fresh = await startPeople();
    try {
      const input = (loginName: string) => ({
        municipalityName: '若葉市',
        municipalityKana: 'わかばし',
        loginName,
        displayName: '若葉 一郎',
        password: PASSWORD,
      });
      const [one, other] = [fresh.browser(), fresh.browser()];
      expect(await one.call('whoAmI', {})).toMatchObject({ signedIn: false, firstRun: true });
      await expect(
        one.call('createFirstAdministrator', { ...input('first'), password: 'password1234' }),
      ).rejects.toMatchObject({ detail: { fields: [{ path: 'password' }] } });
      const results = await Promise.allSettled([
        one.call('createFirstAdministrator', input('first')),
        other.call('createFirstAdministrator', input('second')),
      ]);
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const winner = one.token === null ? other : one;
      expect(await winner.call('whoAmI', {})).toMatchObject({
        signedIn: true,
        account: { roles: ['administrator'] },
        tenant: { name: '若葉市' },
      });
      expect(await winner.call('getMunicipality', {})).toEqual({ name: '若葉市', kana: 'わかばし' });
      await expect(fresh.browser().call('createFirstAdministrator', input('third'))).rejects.toMatchObject({
        code: 'state.refused',
      });
    } finally {
      await fresh.close();
    }
  });
});
