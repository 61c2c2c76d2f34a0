import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../kernel/caller.ts';
import type { FileReply } from '../../kernel/contract.ts';
import { readFacts } from '../../kernel/journal.ts';
import { startTestApplication, type TestApplication } from '../../kernel/test-application.ts';
import { peopleContract } from '../people/contract.ts';
import { engagementContract } from './contract.ts';

let test: TestApplication;
let manager: Caller;
let office: Caller;
let stranger: Caller;
let engagementId: string;

const PASSWORD = 'correct-horse-battery-9';

beforeAll(async () => {
  test = await startTestApplication({ start: '2026-06-01T00:00:00.000Z' });
  const administrator = test.application.client(peopleContract, test.caller(['administrator']));
  const { firmId } = await administrator.saveFirm({ kind: 'contractor', name: '青空監査法人' });
  const account = async (
    loginName: string,
    displayName: string,
    party: 'city' | 'contractor',
    role: 'security-office' | 'project-manager',
  ) => {
    const { accountId } = await administrator.createAccount({
      loginName,
      displayName,
      party,
      roles: [role],
      password: PASSWORD,
      ...(party === 'contractor' ? { firmId } : {}),
    });
    return test.caller([role], { accountId });
  };
  office = await account('office', '山田 花子', 'city', 'security-office');
  manager = await account('manager', '髙﨑 一郎', 'contractor', 'project-manager');
  stranger = test.caller(['security-office'], { tenantId: await test.addTenant('若葉市') });
  ({ engagementId } = await engagement(manager).createEngagement({
    specification: 'chiba-2026',
    contractDate: '2026-06-01',
    contractor: '青空監査法人',
    client: { department: '業務改革推進課', address: '中央区一番1号', tel: '000-000-0000', fax: '', email: '' },
    places: ['市役所'],
  }));
});
afterAll(() => test.close());

const engagement = (caller: Caller) => test.application.client(engagementContract, caller);
const board = (caller: Caller, filter: object = {}) => engagement(caller).listBoard({ engagementId, ...filter });
const stateOf = async (key: string) =>
  (await engagement(office).listObligations({ engagementId })).obligations.find((duty) => duty.key === key)?.state;
const factsOf = (kinds: string[]) =>
  test.application.parts.database.transaction(test.tenantId, (tx) => readFacts(tx, { engagementId, kinds }));

describe('the board', () => {
  it('holds every duty once, by urgency, and says how each date came about', async () => {
    const { obligations } = await engagement(office).listObligations({ engagementId });
    const { groups, total, items } = await board(office, { pageSize: 200 });
    expect(total).toBe(obligations.length);
    expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(total);
    const order = groups.map(({ group }) => group);
    const ranks = items.map(({ group }) => order.indexOf(group));
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    for (const duty of items) expect(duty.derivation).not.toBe('');
  });

  it('is filtered by party, clause, capability, kind and month', async () => {
    const all = await board(office, { pageSize: 200 });
    const some = all.items[0]?.clause ?? '';
    for (const [filter, holds] of [
      [{ party: 'city' }, ({ party }) => party !== 'contractor'],
      [{ clause: some }, ({ clause }) => clause === some],
      [{ capability: 'external-audit' }, ({ capability }) => capability === 'external-audit'],
      [{ month: '2026-06' }, ({ due }) => due?.startsWith('2026-06') ?? false],
      [{ group: 'later' }, ({ group }) => group === 'later'],
      [{ state: 'not-due' }, ({ state }) => state === 'not-due'],
    ] satisfies [object, (duty: (typeof all)['items'][number]) => boolean][]) {
      const { items } = await board(office, { ...filter, pageSize: 200 });
      expect([filter, items.map(({ key }) => key)]).toEqual([filter, all.items.filter(holds).map(({ key }) => key)]);
      expect([filter, items.length > 0]).toEqual([filter, true]);
    }
  });

  it('is for people who follow the contract, and for this municipality alone', async () => {
    await expect(board(test.caller(['department-staff']))).rejects.toMatchObject({ code: 'permission.refused' });
    await expect(board(stranger)).rejects.toMatchObject({ code: 'record.missing' });
    await expect(engagement(stranger).forecastObligations({ engagementId })).rejects.toMatchObject({
      code: 'record.missing',
    });
    await expect(engagement(stranger).getWeek({ engagementId })).rejects.toMatchObject({ code: 'record.missing' });
  });

  it('looks ahead month by month to the end of the contract', async () => {
    const { months } = await engagement(manager).forecastObligations({ engagementId });
    expect(months.map(({ month }) => month).slice(0, 3)).toEqual(['2026-06', '2026-07', '2026-08']);
    expect(months.at(-1)?.month).toBe('2027-03');
    const { items } = await board(manager, { state: 'not-due', month: '2026-06', pageSize: 200 });
    expect(months[0]?.duties.map(({ key }) => key)).toEqual(expect.arrayContaining(items.map(({ key }) => key)));
    expect(items.length).toBeGreaterThan(0);
  });

  it('announces what became due or late since the last look', async () => {
    const first = await engagement(manager).listNotices({ engagementId });
    expect(first.since).toBeNull();
    await engagement(manager).markBoardSeen({ engagementId });
    expect(await engagement(manager).listNotices({ engagementId })).toMatchObject({ since: '2026-06-01', total: 0 });
    test.clock.moveTo('2026-07-20T00:00:00.000Z');
    const later = await engagement(manager).listNotices({ engagementId });
    expect(later.total).toBeGreaterThan(0);
    for (const { since } of later.items) expect(since > '2026-06-01' && since <= '2026-07-20').toBe(true);
    // Another person of the same side has not looked.
    expect((await engagement(test.caller(['audit-lead'])).listNotices({ engagementId })).since).toBeNull();
  });
});

describe('waivers', () => {
  const someKey = async (): Promise<string> => {
    const { items } = await board(office, { party: 'contractor', group: 'late' });
    const key = items.find(({ waiverRequested }) => !waiverRequested)?.key;
    if (key === undefined) throw new Error('nothing is late');
    return key;
  };

  it('are asked for by the contractor and granted by the city, with a name', async () => {
    const key = await someKey();
    const { requestId } = await engagement(manager).requestWaiver({
      engagementId,
      key,
      reason: '対象の機器がないため。',
    });
    await expect(engagement(manager).requestWaiver({ engagementId, key, reason: '再度' })).rejects.toMatchObject({
      code: 'state.refused',
    });
    expect((await board(office, { group: 'late' })).items.find((duty) => duty.key === key)?.waiverRequested).toBe(true);
    const decision = {
      requestId,
      version: 1,
      decision: 'grant',
      reason: '確認した。',
      conditions: '次年度に行うこと。',
    } as const;
    await expect(engagement(manager).decideWaiver(decision)).rejects.toMatchObject({ code: 'permission.refused' });
    await expect(engagement(stranger).decideWaiver(decision)).rejects.toMatchObject({ code: 'record.missing' });
    await engagement(office).decideWaiver(decision);
    await expect(engagement(office).decideWaiver(decision)).rejects.toMatchObject({ code: 'record.stale' });
    expect(await stateOf(key)).toBe('waived');
    const { requests, waivers } = await engagement(manager).listWaivers({ engagementId });
    expect(requests[0]).toMatchObject({ key, state: 'granted', requestedBy: '髙﨑 一郎', decidedBy: '山田 花子' });
    expect(waivers[0]).toMatchObject({
      key,
      state: 'standing',
      approver: '山田 花子',
      conditions: '次年度に行うこと。',
    });
  });

  it('that are refused change nothing and can be asked for again', async () => {
    const key = await someKey();
    const { requestId } = await engagement(manager).requestWaiver({ engagementId, key, reason: '不要と考えるため。' });
    await engagement(office).decideWaiver({
      requestId,
      version: 1,
      decision: 'refuse',
      reason: '仕様書のとおり必要。',
    });
    expect(await stateOf(key)).toBe('breached');
    expect((await factsOf(['waiver.refused'])).map(({ subject }) => subject)).toEqual([key]);
    await engagement(manager).requestWaiver({ engagementId, key, reason: '資料を添えて再度申し出る。' });
    // A direct waiver answers the open request.
    await engagement(office).waiveObligation({ engagementId, key, reason: '協議により免除する。' });
    const { requests } = await engagement(office).listWaivers({ engagementId });
    const states = requests.filter((it) => it.key === key).map(({ state }) => state);
    expect(states.toSorted()).toEqual(['granted', 'refused']);
  });

  it('that were asked for can be withdrawn by who asked, before they are decided', async () => {
    const key = await someKey();
    const { requestId } = await engagement(manager).requestWaiver({ engagementId, key, reason: '様子を見るため。' });
    const { requests } = await engagement(manager).listWaivers({ engagementId });
    expect(requests.find(({ id }) => id === requestId)?.mine).toBe(true);
    const seen = await engagement(office).listWaivers({ engagementId });
    expect(seen.requests.find(({ id }) => id === requestId)?.mine).toBe(false);
    const colleague = test.caller(['project-manager']);
    await expect(engagement(colleague).withdrawWaiver({ requestId, version: 1 })).rejects.toMatchObject({
      code: 'permission.refused',
      detail: { message: expect.stringContaining('申し出た本人') },
    });
    await expect(engagement(office).withdrawWaiver({ requestId, version: 1 })).rejects.toMatchObject({
      code: 'permission.refused',
    });
    await engagement(manager).withdrawWaiver({ requestId, version: 1 });
    await expect(engagement(manager).withdrawWaiver({ requestId, version: 2 })).rejects.toMatchObject({
      code: 'record.stale',
    });
    await expect(
      engagement(office).decideWaiver({ requestId, version: 2, decision: 'grant', reason: '承知した。' }),
    ).rejects.toMatchObject({ code: 'record.stale' });
    expect((await factsOf(['waiver.withdrawn'])).map(({ subject }) => subject)).toEqual([key]);
    expect(await stateOf(key)).toBe('breached');
    const again = await engagement(manager).requestWaiver({ engagementId, key, reason: '改めて申し出る。' });
    await engagement(manager).withdrawWaiver({ requestId: again.requestId, version: 1 });
  });

  it('that are taken back make the duty count again', async () => {
    const key = await someKey();
    await engagement(office).waiveObligation({ engagementId, key, reason: '協議による。' });
    expect(await stateOf(key)).toBe('waived');
    await expect(engagement(manager).revokeWaiver({ engagementId, key, reason: '誤り' })).rejects.toMatchObject({
      code: 'permission.refused',
    });
    await engagement(office).revokeWaiver({ engagementId, key, reason: '前提が変わった。' });
    expect(await stateOf(key)).toBe('breached');
    await expect(engagement(office).revokeWaiver({ engagementId, key, reason: '再度' })).rejects.toMatchObject({
      code: 'state.refused',
    });
    expect((await engagement(office).listWaivers({ engagementId })).waivers[0]).toMatchObject({
      key,
      state: 'revoked',
      revokeReason: '前提が変わった。',
    });
  });

  it('that are given until a day end with it', async () => {
    const key = await someKey();
    await expect(
      engagement(office).waiveObligation({ engagementId, key, reason: '期間を定める。', validUntil: '2026-07-19' }),
    ).rejects.toMatchObject({ code: 'input.invalid' });
    await engagement(office).waiveObligation({ engagementId, key, reason: '期間を定める。', validUntil: '2026-07-31' });
    expect(await stateOf(key)).toBe('waived');
    test.clock.moveTo('2026-08-01T00:00:00.000Z');
    expect(await stateOf(key)).toBe('breached');
  });
});

describe('closed days of the city', () => {
  it('move the dates that are counted in open days', async () => {
    const duties = async () =>
      new Map((await engagement(office).listObligations({ engagementId })).obligations.map((it) => [it.key, it.due]));
    // A hearing today asks for its minutes within five open days.
    await test.application.run(manager, async ({ append }) =>
      append({ engagementId, kind: 'hearing.held', subject: 'h1', data: { department: 'd1', mode: '対面' } }),
    );
    const before = await duties();
    const days = [{ day: '2026-08-04', name: '開庁しない日' }];
    await expect(engagement(manager).setClosedDays({ engagementId, days, version: 0 })).rejects.toMatchObject({
      code: 'permission.refused',
    });
    await expect(engagement(stranger).setClosedDays({ engagementId, days, version: 0 })).rejects.toMatchObject({
      code: 'record.missing',
    });
    await expect(
      engagement(office).setClosedDays({ engagementId, days: [...days, ...days], version: 0 }),
    ).rejects.toMatchObject({ code: 'input.invalid' });
    await engagement(office).setClosedDays({ engagementId, days, version: 0 });
    await expect(engagement(office).setClosedDays({ engagementId, days: [], version: 0 })).rejects.toMatchObject({
      code: 'record.stale',
    });
    expect(await engagement(manager).listClosedDays({ engagementId })).toEqual({ days, version: 1 });
    const week = await engagement(manager).getWeek({ engagementId, day: '2026-08-05' });
    expect(week.days.find(({ day }) => day === '2026-08-04')?.closed).toBe('開庁しない日');
    const after = await duties();
    const moved = [...after].filter(([key, due]) => before.get(key) !== due);
    expect(moved.length).toBeGreaterThan(0);
    for (const [key, due] of moved) expect((due ?? '') > (before.get(key) ?? '')).toBe(true);
    await engagement(office).setClosedDays({ engagementId, days: [], version: 1 });
    expect(await duties()).toEqual(before);
  });
});

describe('the monthly report', () => {
  it('holds the duties of one side and month, as they stood at its end, as page and document', async () => {
    const wanted = { engagementId, month: '2026-06', party: 'contractor' } as const;
    const { duties, judgedOn, months } = await engagement(manager).getMonthReport(wanted);
    expect(judgedOn).toBe('2026-06-30');
    expect([months[0], months.at(-1)]).toEqual(['2026-06', '2027-03']);
    expect(duties.length).toBeGreaterThan(0);
    for (const { due, party } of duties) expect([due?.slice(0, 7), party !== 'city']).toEqual(['2026-06', true]);
    const city = await engagement(office).getMonthReport({ ...wanted, party: 'city' });
    expect(city.duties.every(({ party }) => party !== 'contractor')).toBe(true);
    await expect(engagement(stranger).getMonthReport(wanted)).rejects.toMatchObject({ code: 'record.missing' });
    for (const [format, beginning] of [
      ['docx', 'PK'],
      ['xlsx', 'PK'],
      ['pdf', '%PDF'],
    ] as const) {
      const { name, bytes } = await engagement(manager).downloadMonthReport({ ...wanted, format });
      expect(name).toBe(`義務履行状況月次報告_2026-06_受注者.${format}`);
      expect(new TextDecoder().decode(bytes.slice(0, beginning.length))).toBe(beginning);
    }
  });
});

describe('calendar subscriptions', () => {
  const feed = (token: string) =>
    test.application.call('engagement', 'calendarFeed', { token }, { caller: null }) as Promise<FileReply>;
  const tokenOf = (path: string): string => {
    const input = new URL(path, 'http://localhost').searchParams.get('input') ?? '';
    return (JSON.parse(input) as { token: string }).token;
  };
  const wanted = { duties: true, meetings: true, milestones: true, alarmDays: 1 };

  it('open with their token alone, and hold no personal data', async () => {
    const { path } = await engagement(manager).createCalendarFeed({ engagementId, ...wanted });
    const { bytes, mediaType } = await feed(tokenOf(path));
    const text = new TextDecoder().decode(bytes).replaceAll('\r\n ', '');
    expect(mediaType).toBe('text/calendar; charset=utf-8');
    expect(text).toContain('SUMMARY:委託期間の末日');
    expect(text).toMatch(/SUMMARY:【期限】/);
    expect(text).not.toContain('髙﨑');
    // The same entries under the same names the next time.
    const uids = (it: string) => it.match(/^UID:.*$/gm);
    expect(uids(new TextDecoder().decode((await feed(tokenOf(path))).bytes).replaceAll('\r\n ', ''))).toEqual(
      uids(text),
    );
    expect(new Set(uids(text)).size).toBe(uids(text)?.length);
    const { feeds } = await engagement(manager).listCalendarFeeds({ engagementId });
    expect(feeds[0]).toMatchObject({ usedOn: '2026-08-01', revokedOn: null });
    expect(JSON.stringify(feeds)).not.toContain(tokenOf(path));
    expect((await engagement(office).listCalendarFeeds({ engagementId })).feeds).toEqual([]);
  });

  it('show the duties of the own side', async () => {
    const titles = async (caller: Caller) => {
      const { path } = await engagement(caller).createCalendarFeed({
        engagementId,
        ...wanted,
        meetings: false,
        milestones: false,
      });
      const text = new TextDecoder().decode((await feed(tokenOf(path))).bytes);
      return (text.match(/^BEGIN:VEVENT/gm) ?? []).length;
    };
    const { items } = await board(office, { pageSize: 200, state: 'open' });
    const of = (party: string) =>
      items.filter(
        (it) =>
          it.due !== null && it.group !== 'not-ready' && it.state !== 'unknown' && [party, 'both'].includes(it.party),
      ).length;
    expect(await titles(manager)).toBe(of('contractor'));
    expect(await titles(office)).toBe(of('city'));
  });

  it('leave no trace of the token in journal or database', async () => {
    const { path, feedId } = await engagement(manager).createCalendarFeed({ engagementId, ...wanted });
    const token = tokenOf(path);
    expect(token).toMatch(/^\d+\.[\w-]{43}$/);
    const facts = await factsOf(['calendar-feed.issued']);
    expect(facts.map(({ subject }) => subject)).toContain(feedId);
    expect(JSON.stringify(facts)).not.toContain(token.split('.')[1]);
    const rows = await test.application.parts.database.transaction(test.tenantId, (tx) =>
      tx
        .db<{ calendar_feed: { tenant_id: number } }>()
        .selectFrom('calendar_feed')
        .selectAll()
        .where('tenant_id', '=', test.tenantId)
        .execute(),
    );
    expect(JSON.stringify(rows)).not.toContain(token.split('.')[1]);
  });

  it('stop when they are renewed or revoked, and cannot be touched by others', async () => {
    const missing = { code: 'record.missing' };
    const { path, feedId } = await engagement(manager).createCalendarFeed({ engagementId, ...wanted });
    await expect(engagement(office).revokeCalendarFeed({ feedId })).rejects.toMatchObject(missing);
    await expect(engagement(office).renewCalendarFeed({ feedId })).rejects.toMatchObject(missing);
    const renewed = await engagement(manager).renewCalendarFeed({ feedId });
    await expect(feed(tokenOf(path))).rejects.toMatchObject(missing);
    await feed(tokenOf(renewed.path));
    await engagement(manager).revokeCalendarFeed({ feedId });
    await expect(feed(tokenOf(renewed.path))).rejects.toMatchObject(missing);
  });

  it('do not open with a wrong token, of another municipality, or for somebody who has left', async () => {
    const missing = { code: 'record.missing' };
    const { path } = await engagement(manager).createCalendarFeed({ engagementId, ...wanted });
    const token = tokenOf(path);
    const other = token.replace(/^\d+/, String(stranger.tenantId));
    for (const wrong of ['', 'x', `${test.tenantId}.${'a'.repeat(43)}`, other])
      await expect(feed(wrong)).rejects.toMatchObject(missing);
    const administrator = test.application.client(peopleContract, test.caller(['administrator']));
    await administrator.disableAccount({ accountId: manager.accountId, version: 1 });
    await expect(feed(token)).rejects.toMatchObject(missing);
  });

  it('are not read without limit', async () => {
    const { path } = await engagement(office).createCalendarFeed({
      engagementId,
      ...wanted,
      duties: false,
      meetings: false,
    });
    const token = tokenOf(path);
    for (let time = 0; time < 60; time += 1) await feed(token);
    await expect(feed(token)).rejects.toMatchObject({ code: 'rate.limited' });
  });
});
