import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneChunk } from '../../kernel/blob.ts';
import type { Caller } from '../../kernel/caller.ts';
import type { Client } from '../../kernel/contract.ts';
import { readFacts } from '../../kernel/journal.ts';
import { startTestApplication, type TestApplication } from '../../kernel/test-application.ts';
import { engagementContract } from '../engagement/contract.ts';
import { standardsContract } from './contract.ts';
import { FIRST_EDITION, SECOND_EDITION } from './testing/catalogues.ts';

const CODE = 'aoba-controls';
let test: TestApplication;
let office: Caller;
let auditor: Caller;
let foreign: Caller;
let engagementId: string;
let second: string;

beforeAll(async () => {
  test = await startTestApplication({ start: '2026-06-10T00:00:00.000Z' });
  office = test.caller(['security-office']);
  auditor = test.caller(['auditor']);
  foreign = test.caller(['security-office'], { tenantId: await test.addTenant('midori') });
  ({ engagementId } = await test.application.client(engagementContract, office).createEngagement({
    specification: 'chiba-2026',
    contractDate: '2026-06-01',
    contractor: '青空監査法人',
    client: { department: '業務改革推進課', address: '中央区一番1号', tel: '000-000-0000', fax: '', email: '' },
    places: ['市役所'],
  }));
  await load(FIRST_EDITION, '第1版');
  second = await load(SECOND_EDITION, '第2版');
});
afterAll(() => test.close());

const as = (caller: Caller) => test.application.client(standardsContract, caller);
/** As the module `revision` does it, in its own transaction. */
const inside = <T>(work: (standards: Client<typeof standardsContract>) => Promise<T>): Promise<T> =>
  test.application.run(auditor, ({ client }) => work(client(standardsContract)));
async function load(content: string, edition: string): Promise<string> {
  const file = await test.application.upload(auditor, 'catalog.json', oneChunk(new TextEncoder().encode(content)));
  const { importId } = await as(auditor).readCatalogueFile({ engagementId, fileId: file.id });
  const { editionId } = await as(auditor).saveCatalogue({
    ...{
      engagementId,
      importId,
      version: 1,
      code: CODE,
      name: '青葉の例の管理策集',
      issuer: '例示基準研究会',
      edition,
    },
    ...{ publishedOn: null, licence: '', source: '', public: true },
  });
  return editionId;
}
const pair = { first: CODE, second: 'city-standard' };
const mappings = () => as(auditor).listMappings({ engagementId, ...pair });
const items = async () => (await as(auditor).listItems({ engagementId, code: CODE })).items;

describe('correspondences between two standards', () => {
  it('are proposed, added after somebody looked, seen from both sides, and counted as coverage', async () => {
    const { proposals } = await as(auditor).proposeMappings({ engagementId, ...pair });
    expect(proposals.length).toBeGreaterThan(0);
    expect((await mappings()).mappings).toEqual([]);
    const { second: city } = await mappings();
    const [one = '', two = ''] = city.controls.map(({ id }) => id);
    await as(auditor).addMappings({
      engagementId,
      ...pair,
      mappings: [
        { from: 'ac-1', to: one, kind: 'subset', rationale: '市の規定は登録のほかに委託も含む。' },
        { from: 'ac-3', to: two, kind: 'equal', rationale: '' },
        { from: 'au-3', to: two, kind: 'related', rationale: '' },
      ],
    });
    const { first, second: other, mappings: list } = await mappings();
    expect(list).toHaveLength(3);
    expect(first.counts).toEqual({ full: 2, partial: 0, related: 1, none: 4 });
    expect(other.controls.find(({ id }) => id === one)?.coverage).toBe('partial');
    const turned = await as(office).listMappings({ engagementId, first: 'city-standard', second: CODE });
    expect(turned.mappings.find(({ to }) => to === 'ac-1')?.kind).toBe('superset');
    const { others } = await as(office).countMappings({ engagementId, code: 'city-standard' });
    expect(others.find(({ code }) => code === CODE)).toMatchObject({ mappings: 3, review: 0 });
  });

  it('are refused twice, for unknown requirements, within one standard, by others, and when stale', async () => {
    const { second: city, mappings: list } = await mappings();
    const to = city.controls[0]?.id ?? '';
    const add = (caller: Caller, from: string, more = {}) =>
      as(caller).addMappings({
        engagementId,
        ...pair,
        ...more,
        mappings: [{ from, to, kind: 'equal', rationale: '' }],
      });
    await expect(add(auditor, 'ac-1')).rejects.toMatchObject({ code: 'input.invalid' });
    await expect(add(auditor, 'zz-9')).rejects.toMatchObject({ code: 'input.invalid' });
    await expect(add(auditor, 'ac-1', { second: CODE })).rejects.toMatchObject({ code: 'input.invalid' });
    await expect(add(test.caller(['quality-manager']), 'ac-2')).rejects.toMatchObject({ code: 'permission.refused' });
    await expect(add(foreign, 'ac-2')).rejects.toMatchObject({ code: 'record.missing' });
    const one = list.find(({ from }) => from === 'ac-3');
    if (one === undefined) throw new Error('mapping of ac-3');
    const change = { engagementId, ...pair, mappingId: one.id, kind: 'intersects' as const, rationale: '一部である。' };
    await as(auditor).changeMapping({ ...change, version: 1 });
    await expect(as(auditor).changeMapping({ ...change, version: 1 })).rejects.toMatchObject({ code: 'record.stale' });
    await expect(as(auditor).removeMapping({ engagementId, mappingId: one.id, version: 1 })).rejects.toMatchObject({
      code: 'record.stale',
    });
  });
});

describe('audit items from requirements', () => {
  it('are drafted, worded by a person, confirmed in one step, and refused when stale or unworded', async () => {
    const controls = ['ac-1', 'ac-2', 'ac-3', 'au-3'];
    expect(await as(auditor).draftItems({ engagementId, code: CODE, controls })).toEqual({ drafted: 4, present: 0 });
    expect(await as(auditor).draftItems({ engagementId, code: CODE, controls })).toEqual({ drafted: 0, present: 4 });
    const [first, ...others] = await items();
    if (first === undefined) throw new Error('no item');
    expect(first).toMatchObject({ state: 'draft', key: `${CODE}.ac-1`, number: 'AC-1' });
    const {
      id: itemId,
      version,
      key: _key,
      controlId: _id,
      number: _no,
      group: _group,
      state: _state,
      review: _review,
      ...content
    } = first;
    const save = { engagementId, itemId, version, ...content };
    await expect(as(auditor).saveItem({ ...save, point: '登録の手続を定めること。' })).rejects.toMatchObject({
      code: 'input.invalid',
    });
    await as(auditor).saveItem({ ...save, point: '利用者の登録の手続が定められ、守られているか。', severity: 3 });
    await expect(as(auditor).saveItem(save)).rejects.toMatchObject({ code: 'record.stale' });
    await as(office).confirmItems({
      engagementId,
      items: others.map((one) => ({ itemId: one.id, version: one.version })),
    });
    expect((await items()).map(({ state, severity }) => [state, severity])).toEqual([
      ['ready', 3],
      ...[
        ['ready', 2],
        ['ready', 2],
        ['ready', 2],
      ],
    ]);
    await expect(as(foreign).listItems({ engagementId, code: CODE })).rejects.toMatchObject({ code: 'record.missing' });
  });
});

describe('a revision', () => {
  const start = () => as(auditor).startRevision({ engagementId, code: CODE, edition: second });
  const get = (revisionId: string) => as(auditor).getRevision({ engagementId, revisionId });
  const kinds = (view: Awaited<ReturnType<typeof get>>) =>
    view.matches
      .filter(({ from, to }) => [...from, ...to].some(({ kind }) => kind === 'control'))
      .map(({ kind, from, to }) => [kind, from.map(({ id }) => id).join(), to.map(({ id }) => id).join()]);

  it('is proposed, corrected, looked at with its effects, applied, and taken back to exactly what was there', async () => {
    const { revisionId } = await start();
    const proposed = await get(revisionId);
    expect(kinds(proposed)).toEqual([
      ['same', 'ac-1', 'ac-10'],
      ['wording', 'ac-2', 'ac-2'],
      ['same', 'ac-2.1', 'ac-2.1'],
      ['split', 'ac-3', 'ac-3,ac-4'],
      ['same', 'au-1', 'au-1'],
      ['same', 'au-2', 'au-2'],
      ['new', '', 'au-4'],
      ['gone', 'au-3', ''],
    ]);
    expect(proposed.mappings).toEqual({ kept: 1, review: 2, ended: 1 });
    expect(proposed.items).toEqual({ kept: 1, review: 3, ended: 1 });
    await expect(start()).rejects.toMatchObject({ code: 'state.refused' });
    const correct = { engagementId, revisionId, version: 1, from: ['ac-2'], to: ['ac-2'], unchanged: true };
    await as(auditor).correctMatch(correct);
    await expect(as(auditor).correctMatch(correct)).rejects.toMatchObject({ code: 'record.stale' });
    await expect(
      as(auditor).correctMatch({ ...correct, version: 2, from: ['ac-1', 'ac-2'], to: ['ac-2', 'ac-3'] }),
    ).rejects.toMatchObject({ code: 'input.invalid' });
    expect((await get(revisionId)).items).toEqual({ kept: 2, review: 2, ended: 1 });

    const before = { mappings: (await mappings()).mappings, items: await items() };
    const { moves } = await inside(({ switchEdition }) => switchEdition({ engagementId, revisionId, version: 2 }));
    expect(moves.filter(({ changed }) => changed).map(({ from }) => from)).toEqual(['ac-3', 'au-3']);
    expect((await as(auditor).getCatalogue({ engagementId, code: CODE })).edition).toBe('第2版');
    const after = { mappings: (await mappings()).mappings, items: await items() };
    expect(after.mappings.map(({ from, review }) => [from, review]).toSorted()).toEqual([
      ['ac-10', false],
      ['ac-3', true],
      ['ac-4', true],
    ]);
    expect(after.items.map(({ controlId, state, review }) => [controlId, state, review]).toSorted()).toEqual([
      ['ac-10', 'ready', false],
      ['ac-2', 'ready', false],
      ['ac-3', 'ready', true],
      ['ac-4', 'ready', true],
      ['au-3', 'retired', false],
    ]);
    const unversioned = (rows: readonly { readonly id: string; readonly version: number }[]) =>
      rows.map(({ version: _version, ...row }) => row).toSorted((a, b) => a.id.localeCompare(b.id));
    await inside(({ switchBack }) => switchBack({ engagementId, revisionId, version: 3 }));
    expect((await as(auditor).getCatalogue({ engagementId, code: CODE })).edition).toBe('第1版');
    expect(unversioned((await mappings()).mappings)).toEqual(unversioned(before.mappings));
    expect(unversioned(await items())).toEqual(unversioned(before.items));
    const recorded = await test.application.parts.database.transaction(test.tenantId, (tx) =>
      readFacts(tx, { engagementId, kinds: ['standard-revision.applied', 'standard-revision.undone'] }),
    );
    expect(recorded.map(({ kind }) => kind)).toEqual(['standard-revision.applied', 'standard-revision.undone']);
    expect(recorded[0]?.data).toMatchObject({ same: 7, wording: 0, split: 1, merged: 0, new: 1, gone: 1 });
  });

  it('is switched inside its own step only', async () => {
    const { revisionId } = await start();
    await expect(as(auditor).switchEdition({ engagementId, revisionId, version: 1 })).rejects.toMatchObject({
      code: 'operation.unknown',
    });
    await as(auditor).discardRevision({ engagementId, revisionId, version: 1 });
  });

  it('cannot be taken back when somebody has worked on what it moved', async () => {
    const { revisionId } = await start();
    await inside(({ switchEdition }) => switchEdition({ engagementId, revisionId, version: 1 }));
    const [item] = (await items()).filter(({ review }) => review);
    await as(auditor).confirmItems({ engagementId, items: [{ itemId: item?.id ?? '', version: item?.version ?? 0 }] });
    await expect(
      inside(({ switchBack }) => switchBack({ engagementId, revisionId, version: 2 })),
    ).rejects.toMatchObject({
      code: 'state.refused',
      detail: { message: expect.stringContaining('元に戻せません') },
    });
    expect((await as(auditor).getCatalogue({ engagementId, code: CODE })).edition).toBe('第2版');
    await expect(start()).rejects.toMatchObject({ code: 'input.invalid' });
    await expect(as(foreign).getRevision({ engagementId, revisionId })).rejects.toMatchObject({
      code: 'record.missing',
    });
  });
});
