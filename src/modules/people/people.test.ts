import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../kernel/role.ts';
import { PASSWORD, type PeopleTest, startPeople } from './testing/start-people.ts';

const UNKNOWN = '00000000-0000-7000-8000-00000000ffff';
let test: PeopleTest;
let bureau: string;
let section: string;
let firm: string;

beforeAll(async () => {
  test = await startPeople();
  const from = '2025-04-01';
  const reply = await test.administrator.reorganise({
    from,
    changes: [
      { kind: 'create', key: 'soumu', name: '総務局', kana: 'そうむきょく', bureau: null },
      { kind: 'create', key: 'jinji', name: '人事課', kana: 'じんじか', bureau: 'new:soumu' },
    ],
  });
  [bureau, section] = ['soumu', 'jinji'].map((key) => reply.created.find((made) => made.key === key)?.id ?? '') as [
    string,
    string,
  ];
  firm = (await test.administrator.saveFirm({ kind: 'contractor', name: '青空監査法人' })).firmId;
});
afterAll(() => test.close());

const minutes = (count: number): number => count * 60_000;
let number = 0;
function draft(roles: readonly Role[] = ['department-staff']) {
  number += 1;
  const loginName = `member${number}`;
  return { loginName, displayName: '緑 太郎', party: 'city' as const, roles: [...roles], departmentId: section };
}

describe('accounts', () => {
  it('are made by administrators and by nobody else', async () => {
    for (const role of [
      'ciso',
      'security-office',
      'department-head',
      'vendor',
      'audit-lead',
      'project-manager',
    ] as const)
      await expect(test.as([role]).createAccount({ ...draft(), password: PASSWORD })).rejects.toMatchObject({
        code: 'permission.refused',
      });
  });

  it('show names to colleagues, and sign-in data only to those who look after it', async () => {
    const person = draft();
    const { accountId } = await test.administrator.createAccount({ ...person, password: PASSWORD });
    const { accounts } = await test.as(['auditor']).listAccounts({});
    expect(accounts.find(({ id }) => id === accountId)).toEqual({
      id: accountId,
      displayName: '緑 太郎',
      title: null,
      party: 'city',
      roles: ['department-staff'],
      departmentId: section,
      organisation: '総務局 人事課',
    });
    await expect(test.as(['auditor']).listAccountDetails({})).rejects.toMatchObject({ code: 'permission.refused' });
  });

  it('refuse a bad place, a bad password and a name that is taken', async () => {
    const make = (change: object) => test.administrator.createAccount({ ...draft(), password: PASSWORD, ...change });
    const at = (path: string) => ({ code: 'input.invalid', detail: { fields: [{ path }] } });
    await expect(make({ roles: ['auditor'] })).rejects.toMatchObject(at('roles'));
    await expect(make({ departmentId: null })).rejects.toMatchObject(at('departmentId'));
    await expect(make({ departmentId: UNKNOWN })).rejects.toMatchObject(at('departmentId'));
    await expect(make({ password: 'short' })).rejects.toMatchObject(at('password'));
    await expect(make({ loginName: '日本語' })).rejects.toMatchObject(at('loginName'));
    const taken = draft();
    await make(taken);
    await expect(make({ loginName: taken.loginName.toUpperCase() })).rejects.toMatchObject(at('loginName'));
    await expect(
      make({ party: 'contractor', roles: ['auditor'], departmentId: null, firmId: UNKNOWN }),
    ).rejects.toMatchObject(at('firmId'));
  });

  it('change roles and place with the version in hand, and show the other person’s change otherwise', async () => {
    const { accountId } = await test.administrator.createAccount({ ...draft(), password: PASSWORD });
    const { version } = await test.administrator.changeRoles({ accountId, version: 1, roles: ['department-head'] });
    expect(version).toBe(2);
    const change = {
      accountId,
      displayName: '緑 次郎',
      title: '課長',
      departmentId: bureau,
      firmId: null,
      email: null,
    };
    await expect(test.administrator.saveAccount({ ...change, version: 1 })).rejects.toMatchObject({
      code: 'record.stale',
      detail: { current: { id: accountId, roles: ['department-head'], version: 2 } },
    });
    await test.administrator.saveAccount({ ...change, version: 2 });
    await expect(
      test.administrator.changeRoles({ accountId: UNKNOWN, version: 1, roles: ['ciso'] }),
    ).rejects.toMatchObject({ code: 'record.missing' });
    const facts = (await test.facts()).filter(({ subject }) => subject === accountId);
    expect(facts.map(({ kind }) => kind)).toEqual(['account.created', 'account.roles-changed', 'account.moved']);
    expect(JSON.stringify(facts)).not.toMatch(/緑|課長/);
  });

  it('stop at once when they are disabled', async () => {
    const person = draft();
    const { accountId } = await test.administrator.createAccount({ ...person, password: PASSWORD });
    const browser = test.browser();
    await browser.call('signIn', { loginName: person.loginName, password: PASSWORD });
    await test.administrator.disableAccount({ accountId, version: 1 });
    expect(await browser.caller()).toBeNull();
    await expect(
      test.browser().call('signIn', { loginName: person.loginName, password: PASSWORD }),
    ).rejects.toMatchObject({ code: 'session.refused' });
    const [current, everyone] = [
      await test.administrator.listAccounts({}),
      await test.administrator.listAccounts({ everyone: true }),
    ];
    expect(current.accounts.some(({ id }) => id === accountId)).toBe(false);
    expect(everyone.accounts.some(({ id }) => id === accountId)).toBe(true);
  });

  it('keep the last administrator, also when two leave at the same moment', async () => {
    const other = await startPeople();
    try {
      const make = (loginName: string) =>
        other.administrator.createAccount({
          loginName,
          displayName: '管理 一',
          party: 'city',
          roles: ['administrator'],
          password: PASSWORD,
        });
      const [one, two] = [await make('admin-one'), await make('admin-two')];
      const results = await Promise.allSettled(
        [one, two].map(({ accountId }) => other.administrator.disableAccount({ accountId, version: 1 })),
      );
      expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      const [left] = (await other.administrator.listAccounts({})).accounts;
      const accountId = left?.id ?? '';
      const refused = { code: 'state.refused' };
      await expect(other.administrator.changeRoles({ accountId, version: 1, roles: ['ciso'] })).rejects.toMatchObject(
        refused,
      );
      await expect(other.administrator.resetAccess({ accountId, version: 1 })).rejects.toMatchObject(refused);
    } finally {
      await other.close();
    }
  });
});

describe('invitations', () => {
  const tokenIn = (path: string): string => path.split('#')[1] ?? '';

  it('let a person choose a name and password once', async () => {
    const person = draft();
    const { invitationPath, accountId } = await test.as(['security-office']).inviteAccount(person);
    const browser = test.browser();
    const token = tokenIn(invitationPath);
    expect(await browser.call('getInvitation', { token })).toMatchObject({
      municipality: 'あおば市',
      loginName: person.loginName,
      displayName: '緑 太郎',
    });
    await expect(
      browser.call('acceptInvitation', { token, password: person.loginName, displayName: '緑' }),
    ).rejects.toMatchObject({ detail: { fields: [{ path: 'password' }] } });
    await browser.call('acceptInvitation', { token, password: PASSWORD, displayName: '緑 三郎' });
    await expect(
      browser.call('acceptInvitation', { token, password: PASSWORD, displayName: '別人' }),
    ).rejects.toMatchObject({ code: 'invitation.ended' });
    await browser.call('signIn', { loginName: person.loginName, password: PASSWORD });
    expect(await browser.call('getOwnAccount', {})).toMatchObject({ id: accountId, displayName: '緑 三郎' });
  });

  it('end after two weeks, and when a new link is made', async () => {
    const issued = await test.administrator.inviteAccount(draft());
    const renewed = await test.administrator.renewInvitation({ accountId: issued.accountId });
    const browser = test.browser();
    const ended = { code: 'invitation.ended' };
    await expect(browser.call('getInvitation', { token: tokenIn(issued.invitationPath) })).rejects.toMatchObject(ended);
    await browser.call('getInvitation', { token: tokenIn(renewed.invitationPath) });
    test.clock.advance(14 * 24 * minutes(60));
    await expect(browser.call('getInvitation', { token: tokenIn(renewed.invitationPath) })).rejects.toMatchObject(
      ended,
    );
    await expect(browser.call('getInvitation', { token: 'i.1.nothing' })).rejects.toMatchObject(ended);
  });

  it('reach only the own side', async () => {
    const contractor = {
      loginName: 'auditor-a',
      displayName: '監査 花',
      party: 'contractor',
      roles: ['auditor'],
    } as const;
    await expect(
      test.as(['security-office']).inviteAccount({ ...contractor, roles: ['auditor'], firmId: firm }),
    ).rejects.toMatchObject({ code: 'permission.refused' });
    await expect(test.as(['security-office']).inviteAccount(draft(['administrator']))).rejects.toMatchObject({
      code: 'permission.refused',
    });
    const { accountId } = await test.administrator.createAccount({
      loginName: 'manager-a',
      displayName: '業務 責',
      party: 'contractor',
      roles: ['project-manager'],
      firmId: firm,
      password: PASSWORD,
    });
    const manager = test.as(['project-manager'], { accountId });
    await expect(manager.inviteAccount(draft())).rejects.toMatchObject({ code: 'permission.refused' });
    const invited = await manager.inviteAccount({ ...contractor, roles: ['auditor'] });
    const { accounts } = await manager.listAccountDetails({});
    expect(accounts.map(({ id }) => id).toSorted()).toEqual([accountId, invited.accountId].toSorted());
    expect(accounts.every(({ organisation }) => organisation === '青空監査法人')).toBe(true);
  });
});

describe('departments', () => {
  it('show the day that was asked for', async () => {
    const saved = await test.administrator.saveDepartment({
      name: '広報課',
      kana: 'こうほうか',
      bureauId: bureau,
      from: '2025-04-01',
    });
    const next = {
      departmentId: saved.departmentId,
      name: '広報広聴課',
      kana: 'こうほうこうちょうか',
      bureauId: bureau,
    };
    await test.administrator.saveDepartment({ ...next, version: saved.version, from: '2027-04-01' });
    const nameOn = async (asOf: string) =>
      (await test.as(['auditor']).listDepartments({ asOf })).departments.find(({ id }) => id === saved.departmentId);
    expect(await nameOn('2025-03-31')).toBeUndefined();
    expect(await nameOn('2027-03-31')).toMatchObject({ name: '広報課', bureauName: '総務局' });
    expect(await nameOn('2027-04-01')).toMatchObject({ name: '広報広聴課', bureauId: bureau });
  });

  it('refuse what cannot be, wholly and with reasons', async () => {
    const before = await test.administrator.getOrganisation({});
    const unit = before.units.find(({ id }) => id === bureau);
    await expect(
      test.administrator.reorganise({
        from: '2026-07-01',
        changes: [
          { kind: 'create', key: 'a', name: '新課', kana: '', bureau },
          { kind: 'close', departmentId: bureau, version: unit?.version ?? 0, successors: [] },
        ],
      }),
    ).rejects.toMatchObject({
      code: 'input.invalid',
      detail: { message: expect.stringContaining('「人事課」の属する局が存在しない日があります') },
    });
    expect(await test.administrator.getOrganisation({})).toEqual(before);
    await expect(
      test.administrator.saveDepartment({
        departmentId: bureau,
        version: 99,
        name: 'x',
        kana: '',
        bureauId: null,
        from: '2026-07-01',
      }),
    ).rejects.toMatchObject({ code: 'record.stale', detail: { current: { id: bureau } } });
    await expect(
      test.administrator.saveDepartment({ name: '迷子課', kana: '', bureauId: UNKNOWN, from: '2026-07-01' }),
    ).rejects.toMatchObject({ code: 'input.invalid' });
    await expect(
      test.as(['security-office']).saveDepartment({ name: '別課', kana: '', bureauId: bureau, from: '2026-07-01' }),
    ).rejects.toMatchObject({ code: 'permission.refused' });
  });

  it('give their people their scope, also over a reorganisation', async () => {
    const other = await startPeople();
    try {
      const { created } = await other.administrator.reorganise({
        from: '2025-04-01',
        changes: [
          { kind: 'create', key: 'kyoku', name: '市民局', kana: '', bureau: null },
          { kind: 'create', key: 'koseki', name: '戸籍課', kana: '', bureau: 'new:kyoku' },
          { kind: 'create', key: 'zei', name: '税務課', kana: '', bureau: 'new:kyoku' },
        ],
      });
      const id = (key: string) => created.find((made) => made.key === key)?.id ?? '';
      const enter = async (loginName: string, role: 'department-head' | 'department-staff', departmentId: string) => {
        const person = { loginName, displayName: '緑 花子', party: 'city', roles: [role], departmentId } as const;
        await other.administrator.createAccount({ ...person, roles: [role], password: PASSWORD });
        const browser = other.browser();
        await browser.call('signIn', { loginName, password: PASSWORD });
        return async () => [...((await browser.caller())?.departmentIds ?? [])].sort();
      };
      const head = await enter('head', 'department-head', id('kyoku'));
      const staff = await enter('staff', 'department-staff', id('koseki'));
      const bureauStaff = await enter('bureau-staff', 'department-staff', id('kyoku'));
      expect(await head()).toEqual([id('kyoku'), id('koseki'), id('zei')].sort());
      expect(await staff()).toEqual([id('koseki')]);
      expect(await bureauStaff()).toEqual([id('kyoku')]);

      const merged = await other.administrator.reorganise({
        from: '2026-06-01',
        changes: [
          { kind: 'create', key: 'kusei', name: '区政課', kana: '', bureau: id('kyoku') },
          { kind: 'close', departmentId: id('koseki'), version: 1, successors: ['new:kusei'] },
        ],
      });
      expect(await staff()).toEqual([id('koseki'), merged.created[0]?.id].sort());
    } finally {
      await other.close();
    }
  });
});

describe('the clock of a demonstration', () => {
  it('stands still in a real municipality', async () => {
    await expect(test.as(['auditor']).advanceDemonstrationClock({ to: '2027-03-01' })).rejects.toMatchObject({
      code: 'state.refused',
    });
  });

  it('goes forwards only, and the session with it', async () => {
    const other = await startPeople();
    try {
      await other.application.parts.database.outside((db) =>
        db.updateTable('tenant').set({ demonstration: true }).where('id', '=', other.tenantId).execute(),
      );
      await other.administrator.createAccount({
        loginName: 'player',
        displayName: '試す 人',
        party: 'city',
        roles: ['ciso'],
        password: PASSWORD,
      });
      const browser = other.browser();
      await browser.call('signIn', { loginName: 'player', password: PASSWORD });
      const invalid = { code: 'input.invalid' };
      await expect(browser.call('advanceDemonstrationClock', { to: '2026-06-01' })).rejects.toMatchObject(invalid);
      await expect(browser.call('advanceDemonstrationClock', { to: '2028-06-01' })).rejects.toMatchObject(invalid);
      expect(await browser.call('advanceDemonstrationClock', { to: '2026-09-15' })).toEqual({ today: '2026-09-15' });
      expect(await browser.call('whoAmI', {})).toMatchObject({
        signedIn: true,
        today: '2026-09-15',
        permissions: ['people.read', 'people.clock'],
      });
      await expect(browser.call('advanceDemonstrationClock', { to: '2026-09-01' })).rejects.toMatchObject(invalid);
      // A session of the demonstration still ends in real time.
      other.clock.advance(minutes(59));
      expect(await browser.caller()).not.toBeNull();
      other.clock.advance(minutes(60));
      expect(await browser.caller()).toBeNull();
    } finally {
      await other.close();
    }
  });
});

it('offers the demonstration’s people when they are noted', async () => {
  const people = [{ loginName: 'ciso', displayName: '青葉 花子', title: 'CISO', password: PASSWORD }];
  await test.application.parts.database.outside((db) =>
    db
      .insertInto('server_note')
      .values({ name: 'demonstration-people', value: JSON.stringify(people) })
      .execute(),
  );
  expect(await test.browser().call('whoAmI', {})).toMatchObject({ signedIn: false, demonstration: { people } });
});
