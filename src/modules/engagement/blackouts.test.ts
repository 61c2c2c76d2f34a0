import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../kernel/caller.ts';
import { readFacts } from '../../kernel/journal.ts';
import { engagementContract } from './contract.ts';
import { type StartedWbs, startWbs } from './testing/start-wbs.ts';

let wbs: StartedWbs;
let head: Caller;
beforeAll(async () => {
  wbs = await startWbs();
  head = wbs.test.caller(['department-head'], { departmentIds: [wbs.departments.section] });
});
afterAll(() => wbs.test.close());

const as = (caller: Caller) => wbs.test.application.client(engagementContract, caller);
const season = (departmentId: string | null) => ({
  departmentId,
  kind: 'busy' as const,
  from: '2027-03-01',
  to: '2027-03-31',
  reason: '年度末の繁忙期',
});

describe('blackouts', () => {
  it('are registered by a head for the own department only, by the office for all', async () => {
    const own = await as(head).registerBlackout(season(wbs.departments.section));
    await expect(as(head).registerBlackout(season(wbs.departments.other))).rejects.toMatchObject({
      code: 'permission.refused',
    });
    await expect(as(head).registerBlackout(season(null))).rejects.toMatchObject({
      detail: { message: expect.stringContaining('情報セキュリティ担当課に依頼') },
    });
    await expect(as(wbs.manager).registerBlackout(season(null))).rejects.toMatchObject({ code: 'permission.refused' });
    const city = await as(wbs.office).registerBlackout({
      ...season(null),
      kind: 'assembly',
      from: '2026-09-01',
      to: '2026-09-25',
    });
    const seen = await as(head).listBlackouts({});
    expect(seen.blackouts.map(({ id, mine }) => [id, mine])).toEqual([
      [city.id, false],
      [own.id, true],
    ]);
    expect(seen.departments.map(({ name }) => name)).toEqual(['人事課']);
    const facts = await wbs.test.application.parts.database.transaction(wbs.test.tenantId, (tx) =>
      readFacts(tx, { kinds: ['blackout.registered'] }),
    );
    expect(facts.map(({ data }) => data['department'])).toEqual([wbs.departments.section, null]);
  });

  it('are changed and taken back under their version', async () => {
    const window = await as(head).registerBlackout(season(wbs.departments.section));
    const changed = await as(head).changeBlackout({
      ...season(wbs.departments.section),
      blackoutId: window.id,
      version: 1,
      to: '2027-03-20',
    });
    expect(changed).toMatchObject({ to: '2027-03-20', version: 2 });
    await expect(as(head).removeBlackout({ blackoutId: window.id, version: 1 })).rejects.toMatchObject({
      code: 'record.stale',
    });
    const stranger = wbs.test.caller(['department-head'], { departmentIds: [wbs.departments.other] });
    await expect(as(stranger).removeBlackout({ blackoutId: window.id, version: 2 })).rejects.toMatchObject({
      code: 'permission.refused',
    });
    await as(wbs.office).removeBlackout({ blackoutId: window.id, version: 2 });
    expect((await as(head).listBlackouts({})).blackouts.some(({ id }) => id === window.id)).toBe(false);
  });

  it('are refused when they end before they start, last too long, or name no department', async () => {
    const office = as(wbs.office);
    await expect(office.registerBlackout({ ...season(null), to: '2027-02-28' })).rejects.toMatchObject({
      detail: { fields: [{ path: 'to', message: '終わりの日は、始めの日以後の日にしてください。' }] },
    });
    await expect(office.registerBlackout({ ...season(null), to: '2029-03-31' })).rejects.toMatchObject({
      detail: { fields: [{ path: 'to' }] },
    });
    await expect(office.registerBlackout(season('01900000-0000-7000-8000-000000000001'))).rejects.toMatchObject({
      detail: { fields: [{ path: 'departmentId' }] },
    });
  });
});
