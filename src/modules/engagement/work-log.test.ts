import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../kernel/caller.ts';
import { readFacts } from '../../kernel/journal.ts';
import { readSpreadsheet } from '../../importers/xlsx/read.ts';
import { peopleContract } from '../people/contract.ts';
import { engagementContract } from './contract.ts';
import { type StartedWbs, startWbs } from './testing/start-wbs.ts';

let wbs: StartedWbs;
let engagementId: string;
let member: string;
let lead: string;
let auditor: Caller;
beforeAll(async () => {
  wbs = await startWbs('2026-06-20T00:00:00.000Z');
  ({ engagementId } = wbs);
  auditor = wbs.test.caller(['auditor']);
  const people = wbs.test.application.client(peopleContract, wbs.test.caller(['administrator']));
  const { firmId } = await people.saveFirm({ kind: 'contractor', name: '青空監査法人' });
  const invite = async (loginName: string, displayName: string, roles: ('auditor' | 'audit-lead')[]) =>
    (
      await people.inviteAccount({
        loginName,
        displayName,
        title: null,
        party: 'contractor',
        roles,
        departmentId: null,
        firmId,
        email: null,
      })
    ).accountId;
  member = await invite('auditor-a', '監査 花子', ['auditor']);
  lead = await invite('lead-a', '主任 太郎', ['audit-lead']);
});
afterAll(() => wbs.test.close());

const as = (caller: Caller) => wbs.test.application.client(engagementContract, caller);
const record = (occurredOn: string, more: object = {}) => ({
  engagementId,
  clause: '9(2)',
  mode: 'オンサイト' as const,
  occurredOn,
  members: [member],
  responsible: lead,
  content: '規程の改正案を説明した。',
  ...more,
});

describe('the work log', () => {
  it('counts days on site by month, not records, and shows months without any', async () => {
    for (const [day, more] of [
      ['2026-06-02', {}],
      ['2026-06-02', { content: '午後に打合せをした。' }],
      ['2026-06-16', {}],
      ['2026-06-17', { mode: '電話' }],
    ] as const) {
      await as(auditor).recordWork(record(day, more));
    }
    wbs.test.clock.moveTo('2026-07-05T00:00:00.000Z');
    const { records, months, people } = await as(wbs.office).listWork({ engagementId, month: '2026-06' });
    expect(records).toHaveLength(4);
    expect(months.map(({ month, onSiteDays, records: count }) => [month, onSiteDays, count])).toEqual([
      ['2026-06', 2, 4],
      ['2026-07', 0, 0],
    ]);
    expect(months[0]?.byMode).toContainEqual({ mode: '電話', records: 1 });
    expect(people.map(({ name }) => name).toSorted()).toEqual(['主任 太郎', '監査 花子']);
    const facts = await wbs.test.application.parts.database.transaction(wbs.test.tenantId, (tx) =>
      readFacts(tx, { engagementId, kinds: ['work.recorded'] }),
    );
    expect(facts).toHaveLength(4);
    expect(facts[0]?.data).toEqual({
      clause: '9(2)',
      mode: 'オンサイト',
      occurredOn: '2026-06-02',
      members: [member],
      responsible: lead,
    });
  });

  it('is corrected by a new record that names the old one; the old one stays and is not counted', async () => {
    const { records } = await as(auditor).listWork({ engagementId, month: '2026-06' });
    const wrong = records.find(({ occurredOn }) => occurredOn === '2026-06-16');
    const correction = { ...record('2026-06-16', { mode: '電話' }), recordId: wrong?.id ?? '', reason: '方法の誤り。' };
    await expect(as(wbs.office).correctWork(correction)).rejects.toMatchObject({ code: 'permission.refused' });
    await expect(as(auditor).correctWork({ ...correction, reason: '' })).rejects.toMatchObject({
      code: 'input.invalid',
    });
    await expect(as(auditor).correctWork({ ...correction, occurredOn: '2026-12-01' })).rejects.toMatchObject({
      code: 'input.invalid',
      detail: { fields: [{ path: 'occurredOn' }] },
    });
    await expect(
      as(auditor).correctWork({ ...correction, recordId: '01900000-0000-7000-8000-00000000000f' }),
    ).rejects.toMatchObject({ code: 'record.missing' });
    const { id } = await as(auditor).correctWork(correction);
    await expect(as(auditor).correctWork(correction)).rejects.toMatchObject({ code: 'state.refused' });
    const after = await as(wbs.office).listWork({ engagementId, month: '2026-06' });
    expect(after.records).toHaveLength(5);
    expect(after.records.find((it) => it.id === wrong?.id)).toMatchObject({ mode: 'オンサイト', correctedBy: id });
    expect(after.records.find((it) => it.id === id)).toMatchObject({ corrects: wrong?.id, reason: '方法の誤り。' });
    expect(after.months[0]).toMatchObject({ month: '2026-06', onSiteDays: 1, records: 4 });
    const facts = await wbs.test.application.parts.database.transaction(wbs.test.tenantId, (tx) =>
      readFacts(tx, { engagementId, kinds: ['work.recorded'] }),
    );
    expect(facts.at(-1)).toMatchObject({ subject: id, data: { mode: '電話', corrects: wrong?.id } });
  });

  it('comes out as a workbook with names', async () => {
    const file = await as(wbs.office).downloadWork({ engagementId });
    const [log, months] = await readSpreadsheet(file.bytes);
    const texts = log?.lines.flatMap(({ cells }) => [...cells.values()]) ?? [];
    expect(texts).toContain('監査 花子');
    expect(texts.filter((text) => text === 'オンサイト')).toHaveLength(3);
    expect(texts).toContain('訂正前の記録（集計に含まない）');
    expect(
      texts.filter((text) => typeof text === 'string' && text.endsWith('の記録の訂正：方法の誤り。')),
    ).toHaveLength(1);
    expect(months?.lines.at(-2)?.cells.get(2)).toBe(1);
  });

  it('refuses days to come, days before the contract, unknown people and clauses, and the city', async () => {
    const refusals: readonly (readonly [string, object])[] = [
      ['occurredOn', { occurredOn: '2026-12-01' }],
      ['occurredOn', { occurredOn: '2026-05-29' }],
      ['clause', { clause: '99' }],
      ['members', { members: ['01900000-0000-7000-8000-00000000000f'] }],
      ['members', { members: [member, member] }],
    ];
    for (const [path, more] of refusals) {
      await expect(as(auditor).recordWork(record('2026-06-03', more))).rejects.toMatchObject({
        code: 'input.invalid',
        detail: { fields: [{ path }] },
      });
    }
    await expect(as(wbs.office).recordWork(record('2026-06-03'))).rejects.toMatchObject({ code: 'permission.refused' });
    await expect(as(wbs.test.caller(['department-staff'])).listWork({ engagementId })).rejects.toMatchObject({
      code: 'permission.refused',
    });
  });
});
