import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { standardsContract } from '../standards/contract.ts';
import { decideTarget, startTarget, type TargetTest } from '../audit/testing/start-target.ts';
import { checklistContract, type ItemView } from './contract.ts';

let test: TargetTest;
let programmeId: string;
let checklistId: string;

const client = (roles: Parameters<TargetTest['caller']>[0], options?: Parameters<TargetTest['caller']>[1]) =>
  test.application.client(checklistContract, test.caller(roles, options));
const lead = () => client(['audit-lead']);
const office = () => client(['security-office']);
const view = (id = checklistId) => lead().getChecklist({ checklistId: id });
const own = async (id = checklistId) => ({ checklistId: id, version: (await view(id)).version });
const wordsOf = (item: ItemView) => {
  const { set, area, section, title, point, procedures, evidence, askWhom, severity, targets, basis, trends } = item;
  return { set, area, section, title, point, procedures, evidence, askWhom, severity, targets, basis, trends };
};
const refused = (message: string) => ({
  code: 'state.refused',
  detail: { message: expect.stringContaining(message) },
});

beforeAll(async () => {
  test = await startTarget('kyoto-2024');
  const office = test.application.client(standardsContract, test.caller(['security-office']));
  for (const code of ['city-standard', 'mic-policy-guideline'])
    await office.provideStandard({
      ...{ engagementId: test.engagementId, code, edition: '令和6年4月1日改正' },
      ...{ level: code === 'city-standard' ? '3' : null, fileId: null, occurredOn: '2024-05-08' },
    });
  ({ id: programmeId } = await test.plan.lead.adoptProgramme({
    engagementId: test.engagementId,
    source: 'kyoto-my-number',
  }));
  await decideTarget(test, 'kyoto-my-number', { kind: 'affair', name: '住民税事務', at: [1] });
});
afterAll(() => test.close());

describe('a draft', () => {
  it('takes the wanted number from the catalogue, over every area, each item with the provisions that it rests on', async () => {
    ({ id: checklistId } = await lead().draftChecklist({ programmeId }));
    const { rows, tally, warnings, title } = await view();
    expect(title).toBe('監査項目一覧');
    expect(rows).toHaveLength(30);
    expect(tally).toMatchObject({
      ...{ items: 30, withoutBasis: 0, withoutPoint: 0, uncovered: 0, commonItems: 0, changed: null },
      areas: expect.arrayContaining(['情報システムの利用', '運用管理', '技術面の安全管理措置']),
    });
    expect(tally.areas).toHaveLength(3);
    expect(warnings).toEqual([]);
    expect(rows[0]?.basis[0]?.place).not.toBe('');
    await expect(lead().draftChecklist({ programmeId })).rejects.toMatchObject(refused('既にあります'));
  });

  it('takes items out with a reason and back, and says when there are too few', async () => {
    const first = (await view()).rows.slice(0, 6);
    for (const { id, version } of first) await lead().leaveOutItem({ itemId: id, version, reason: '対象の事務にない' });
    const { tally, warnings } = await view();
    expect(tally).toMatchObject({ items: 24, leftOut: 6 });
    expect(warnings.map(({ message }) => message)).toEqual([expect.stringContaining('25件以上')]);
    for (const { id, version } of first) await lead().bringBackItem({ itemId: id, version: version + 1 });
    expect((await view()).tally.items).toBe(30);
  });

  it('refuses what two people wrote at once, standards that nobody received, and unknown items', async () => {
    const [item] = (await view()).rows;
    if (item === undefined) throw new Error('no item');
    const change = { itemId: item.id, version: item.version, ...wordsOf(item) };
    await expect(lead().changeItem({ ...change, version: item.version - 1 })).rejects.toMatchObject({
      code: 'record.stale',
    });
    await expect(
      lead().changeItem({ ...change, basis: [{ standard: 'no-such-standard', provision: null, place: '第1条' }] }),
    ).rejects.toMatchObject({ code: 'input.invalid', detail: { fields: [{ path: 'basis.0.standard' }] } });
    await expect(lead().changeItem({ ...change, trends: ['知らない動向'] })).rejects.toMatchObject({
      detail: { fields: [{ path: 'trends' }] },
    });
    const add = { checklistId, catalogue: 'my-number-safety' };
    await expect(lead().addCatalogueItems({ ...add, items: ['no-such-item'] })).rejects.toMatchObject({
      detail: { fields: [{ message: expect.stringContaining('目録に見つからない') }] },
    });
    await expect(lead().addCatalogueItems({ ...add, items: [item.key] })).rejects.toMatchObject({
      detail: { fields: [{ message: expect.stringContaining(item.title) }] },
    });
  });

  it('is not proposed while an item of its own rests on nothing', async () => {
    const [item] = (await view()).rows;
    if (item === undefined) throw new Error('no item');
    const added = await lead().addOwnItem({
      checklistId,
      ...wordsOf({
        ...item,
        area: '運用管理',
        title: '窓口の番号札',
        point: '番号札に氏名を書いていないか。',
        basis: [],
        trends: [],
      }),
    });
    await expect(lead().proposeChecklist(await own())).rejects.toMatchObject(refused('窓口の番号札'));
    const ground = { checklistId, items: [added.id], standard: 'city-standard', place: '第12条' };
    expect(await lead().groundItems(ground)).toEqual({ grounded: 1 });
    expect(await lead().groundItems(ground)).toEqual({ grounded: 0 });
    await expect(lead().groundItems({ ...ground, items: [programmeId] })).rejects.toMatchObject({
      code: 'input.invalid',
    });
  });
});

describe('the way to the agreement', () => {
  it('is the contractor that proposes and the city that returns, with remarks on items, and agrees', async () => {
    await expect(office().proposeChecklist(await own())).rejects.toMatchObject({ code: 'permission.refused' });
    await lead().proposeChecklist(await own());
    const [fact] = await test.facts('checklist.drafted');
    expect(fact).toMatchObject({
      subject: checklistId,
      data: { type: 'my-number', version: 1, items: 31, withoutBasis: 0 },
    });
    expect(fact?.data).not.toHaveProperty('changed');
    expect(fact?.data).toMatchObject({
      basis: expect.arrayContaining(['my-number-safety', 'city-standard']),
      editions: expect.arrayContaining(['city-standard 令和6年4月1日改正']),
    });
    await expect(lead().agreeChecklist(await own())).rejects.toMatchObject({ code: 'permission.refused' });
    const [item] = (await view()).rows;
    if (item === undefined) throw new Error('no item');
    await expect(lead().changeItem({ itemId: item.id, version: item.version, ...wordsOf(item) })).rejects.toMatchObject(
      refused('新しい版'),
    );
    await office().remarkItem({ itemId: item.id, version: item.version, remark: '言葉を所属に合わせてください。' });
    await office().returnChecklist({ ...(await own()), remark: '一件直してください。' });
    expect(await view()).toMatchObject({ state: 'returned', remark: '一件直してください。' });
    expect((await test.facts('checklist.returned'))[0]).toMatchObject({ data: { remarks: 1 } });
    const now = (await view()).rows[0];
    if (now === undefined) throw new Error('no item');
    await lead().changeItem({ itemId: now.id, version: now.version, ...wordsOf(now), title: '窓口の責任者' });
    expect((await view()).rows[0]).toMatchObject({ reworded: true, remark: '言葉を所属に合わせてください。' });
    await lead().proposeChecklist(await own());
    await expect(office().agreeChecklist({ ...(await own()), occurredOn: '2024-05-08' })).rejects.toMatchObject({
      detail: { fields: [{ path: 'occurredOn' }] },
    });
    await office().agreeChecklist(await own());
    const [agreed] = await test.facts('checklist.agreed');
    expect(agreed).toMatchObject({ data: { type: 'my-number', version: 1 }, actor: { party: 'city' } });
  });

  it('goes on in versions, each compared with the one before', async () => {
    const { id } = await lead().changeChecklist({ checklistId, reason: '番号札をやめたため' });
    await expect(lead().changeChecklist({ checklistId, reason: 'もう一つ' })).rejects.toMatchObject(
      refused('変更の案があります'),
    );
    const rows = (await view(id)).rows;
    const dropped = rows.find(({ title }) => title === '窓口の番号札');
    if (dropped === undefined) throw new Error('no item');
    await lead().leaveOutItem({ itemId: dropped.id, version: dropped.version, reason: '番号札を廃止した' });
    const comparison = await lead().compareChecklist({ checklistId: id });
    expect(comparison).toMatchObject({ base: 'version', counts: { changed: 0, new: 0, gone: 1 } });
    expect(comparison.rows.at(-1)).toMatchObject({ difference: 'gone', reason: '番号札を廃止した' });
    await lead().proposeChecklist(await own(id));
    // The audits go by the agreed version until the new one is agreed.
    expect((await view()).state).toBe('agreed');
    await office().agreeChecklist(await own(id));
    expect((await view()).state).toBe('superseded');
    expect((await test.facts('checklist.drafted')).at(-1)).toMatchObject({
      subject: checklistId,
      data: { version: 2, changed: 1, items: 30 },
    });
  });

  it('shows against the year before what is new, changed and gone', async () => {
    const target = { checklistId, number: '1', section: '' };
    await lead().addEarlierItem({ ...target, title: '旧い項目', point: '旧い様式を使っているか。' });
    const { base, counts } = await lead().compareChecklist({ checklistId });
    expect(base).toBe('earlier-year');
    expect(counts).toEqual({ same: 0, changed: 0, new: 31, gone: 1 });
    await expect(lead().takeEarlierChecklist({ checklistId, from: checklistId })).rejects.toMatchObject({
      code: 'state.refused',
    });
  });

  it('knows no forms that the programme does not name', async () => {
    const { checklists } = await lead().listChecklists({ engagementId: test.engagementId });
    const newest = checklists.at(-1);
    if (newest === undefined) throw new Error('no checklist');
    const revise = { ...(await own(newest.id)), documents: ['内部監査関連様式'], note: '項目に合わせた' };
    await expect(lead().reviseForms(revise)).rejects.toMatchObject({ detail: { fields: [{ path: 'documents' }] } });
  });
});

describe('people of elsewhere', () => {
  it('find nothing: another municipality, an audited department, a vendor', async () => {
    const tenantId = await test.addTenant('みどり市');
    const stranger = client(['audit-lead'], { tenantId });
    await expect(stranger.getChecklist({ checklistId })).rejects.toMatchObject({ code: 'record.missing' });
    await expect(stranger.proposeChecklist({ checklistId, version: 1 })).rejects.toMatchObject({
      code: 'record.missing',
    });
    for (const role of ['department-head', 'vendor', 'administrator'] as const)
      await expect(client([role]).getChecklist({ checklistId })).rejects.toMatchObject({ code: 'permission.refused' });
  });
});
