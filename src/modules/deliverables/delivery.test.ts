import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { document, paragraph, renderDocx } from '../../documents/index.ts';
import { docx, p, tbl, wordsOfDocx } from '../../documents/testing/forms.ts';
import { oneChunk } from '../../kernel/blob.ts';
import type { Caller } from '../../kernel/caller.ts';
import { createJobRunner } from '../../kernel/job.ts';
import { readFacts } from '../../kernel/journal.ts';
import { startTestApplication, type TestApplication } from '../../kernel/test-application.ts';
import { engagementContract } from '../engagement/contract.ts';
import { templatesContract } from '../templates/contract.ts';
import { deliverablesContract, REVIEW_POINTS } from './contract.ts';

let test: TestApplication;
let lead: Caller;
let manager: Caller;
let office: Caller;

beforeAll(async () => {
  test = await startTestApplication({ start: '2026-03-02T00:00:00.000Z' });
  lead = test.caller(['audit-lead']);
  manager = test.caller(['project-manager']);
  office = test.caller(['security-office']);
});
afterAll(() => test.close());

const api = (caller: Caller) => test.application.client(deliverablesContract, caller);
const words = (text: string) => expect.stringContaining(text) as unknown;
const refusedAt = (path: string, text: string) => ({
  code: 'input.invalid',
  detail: { fields: [{ path, message: words(text) }] },
});
const upload = async (caller: Caller, name: string) => {
  const bytes = await renderDocx(document({ title: name, created: '2026-03-01' }, [paragraph(name)]));
  return (await test.application.upload(caller, name, oneChunk(bytes))).id;
};

async function engagementOf(specification: string, contractDate: string, periodTo?: string): Promise<string> {
  const { engagementId } = await test.application.client(engagementContract, manager).createEngagement({
    specification,
    contractDate,
    contractor: '株式会社まもり監査',
    ...(periodTo === undefined ? {} : { periodTo }),
    client: { department: '情報政策課', address: '中央区一番1号', tel: '000-000-0000', fax: '', email: '' },
    places: ['市役所'],
  });
  return engagementId;
}

async function handIn(engagementId: string, type: string): Promise<string> {
  const fileIds = [await upload(lead, `${type}.docx`)];
  const { id: versionId } = await api(lead).addVersion({ engagementId, type, subject: null, fileIds, comment: '' });
  await api(lead).review({ engagementId, versionId, checked: [...REVIEW_POINTS], comment: '' });
  await api(manager).submit({ engagementId, versionId, form: 'electronic', paper: null, copies: 1 });
  return versionId;
}

async function packed(engagementId: string, task: string | null, ownNote: boolean): Promise<string> {
  const check = { software: '検査ソフト 1.0', signatures: '2026-03-01', checkedOn: '2026-03-02', clean: true };
  await api(lead).recordVirusCheck({ engagementId, task, ...check, comment: '' });
  const { packageId } = await api(manager).makePackage({
    engagementId,
    task,
    disc: null,
    bound: false,
    ownNote: ownNote ? await upload(manager, '納品書.docx') : null,
  });
  await createJobRunner(test.application.parts).runDue();
  return packageId;
}

const journalOf = (engagementId: string, kinds: string[]) =>
  test.application.parts.database.transaction(test.tenantId, async (tx) =>
    (await readFacts(tx, { kinds })).filter((fact) => fact.engagementId === engagementId),
  );
const states = async (engagementId: string, clauses: readonly string[]) => {
  const traced = await test.application.client(engagementContract, office).traceClauses({ engagementId });
  return clauses.map((id) => traced.clauses.find((clause) => clause.id === id)?.state);
};

describe('a delivery of one task', () => {
  it('is recorded as the specification wants it, and fulfils its clauses', async () => {
    const engagementId = await engagementOf('fukuoka-2025', '2025-04-21');
    await handIn(engagementId, 'policy-support');
    const whole = await packed(engagementId, null, true);
    const bare = await packed(engagementId, '(4)', false);
    const packageId = await packed(engagementId, '(4)', true);
    const given = {
      engagementId,
      packageId,
      form: 'disc' as const,
      copies: [
        { name: '正本', count: 1 },
        { name: '副本', count: 1 },
      ],
      note: true,
      atDestination: true,
      deliveredOn: '2026-03-02',
      corrects: null,
    };
    const refused = (change: Partial<typeof given>, path: string, text: string) =>
      expect(api(manager).recordDelivery({ ...given, ...change })).rejects.toMatchObject(refusedAt(path, text));
    await refused({ packageId: whole }, 'packageId', '仕様書 10(1)-p6 は、作業区分ごとの納品を求めています');
    await refused({ packageId: bare }, 'note', '仕様書 10(1)-p4 は、福岡市の指定様式による納品書を求めています');
    await refused({ copies: [{ name: '正本', count: 2 }] }, 'copies', '仕様書 10(1)-p3 は、副本を1枚求めています');
    await refused({ note: false }, 'note', '仕様書 10(1)-p4');
    await refused({ atDestination: false }, 'atDestination', '仕様書 10(2) が定める納入先');
    await refused({ deliveredOn: '2026-03-03' }, 'deliveredOn', '今日までの日付');
    await refused({ deliveredOn: '2026-03-01' }, 'deliveredOn', '納品一式を作った日以後');
    for (const caller of [office, test.caller(['auditor'])])
      await expect(api(caller).recordDelivery(given)).rejects.toMatchObject({ code: 'permission.refused' });
    const stranger = test.caller(['project-manager'], { tenantId: await test.addTenant('よその市') });
    await expect(api(stranger).recordDelivery(given)).rejects.toMatchObject({ code: 'record.missing' });
    expect(await journalOf(engagementId, ['delivery.made', 'delivery.note-attached'])).toEqual([]);

    const made = await api(manager).recordDelivery(given);
    expect((await api(office).listDeliveries({ engagementId })).deliveries).toEqual([made]);
    expect(made).toMatchObject({ task: '(4)', noteForm: 'city' });
    expect(
      (await journalOf(engagementId, ['delivery.made', 'delivery.note-attached'])).map(({ kind, data }) => [
        kind,
        data,
      ]),
    ).toEqual([
      ['delivery.note-attached', expect.objectContaining({ noteForm: '市指定様式' })],
      [
        'delivery.made',
        expect.objectContaining({
          category: '(4)',
          form: 'disc',
          originals: 1,
          duplicates: 1,
          copies: 2,
          documents: 1,
        }),
      ],
    ]);
    expect(await states(engagementId, ['10(1)-p4', '10(1)-p5', '10(1)-p6', '10(2)'])).toEqual([
      'met',
      'met',
      'met',
      'met',
    ]);
  });

  it('can be put right by another record', async () => {
    const engagementId = await engagementOf('koganei-2023', '2023-04-03');
    await handIn(engagementId, 'consultation-record');
    const packageId = await packed(engagementId, null, false);
    const given = {
      engagementId,
      packageId,
      form: 'disc' as const,
      copies: [{ name: '納品物', count: 2 }],
      note: false,
      atDestination: false,
      deliveredOn: '2026-03-02',
    };
    const first = await api(manager).recordDelivery({ ...given, corrects: null });
    const second = await api(manager).recordDelivery({
      ...given,
      copies: [{ name: '納品物', count: 3 }],
      corrects: first.id,
    });
    expect((await api(office).listDeliveries({ engagementId })).deliveries).toEqual([second]);
    await expect(api(manager).recordDelivery({ ...given, corrects: first.id })).rejects.toMatchObject({
      code: 'record.missing',
    });
    const [, fact] = await journalOf(engagementId, ['delivery.made']);
    // The version holds a Word file alone, so that one document is not there as PDF.
    expect(fact?.data).toMatchObject({
      copies: 3,
      folders: ['PDF', 'Microsoft Office'],
      incomplete: 1,
      corrects: first.id,
    });
  });
});

describe('a final version', () => {
  it('is the newest that was submitted', async () => {
    const engagementId = await engagementOf('fukuoka-2025', '2025-04-21');
    const fileIds = [await upload(lead, '助言.docx')];
    const type = 'policy-support';
    const draft = await api(lead).addVersion({ engagementId, type, subject: null, fileIds, comment: '' });
    await expect(api(manager).finaliseVersion({ engagementId, versionId: draft.id })).rejects.toMatchObject({
      code: 'state.refused',
      detail: { message: words('先に提出してください') },
    });
    const other = await engagementOf('fukuoka-2025', '2025-04-21');
    const versionId = await handIn(other, type);
    await expect(api(lead).finaliseVersion({ engagementId: engagementId, versionId })).rejects.toMatchObject({
      code: 'record.missing',
    });
    await expect(api(office).finaliseVersion({ engagementId: other, versionId })).rejects.toMatchObject({
      code: 'permission.refused',
    });
    expect(await api(manager).finaliseVersion({ engagementId: other, versionId })).toMatchObject({
      finalisedOn: '2026-03-02',
    });
    // Asked again, nothing is recorded a second time.
    await api(manager).finaliseVersion({ engagementId: other, versionId });
    expect((await journalOf(other, ['deliverable.finalised'])).map(({ data }) => data)).toEqual([
      { type, version: 1, category: '(4)' },
    ]);
  });
});

describe('other material', () => {
  it('is listed with the reason why it is not handed over', async () => {
    const engagementId = await engagementOf('tokubetsuku', '2025-04-01', '2026-03-31');
    const memo = { name: '説明会の資料', delivered: true, reason: '' };
    const form = { name: '調査の原票', delivered: false, reason: '' };
    await expect(
      api(manager).recordRest({ engagementId, materials: [memo, { ...form, name: memo.name }] }),
    ).rejects.toMatchObject(refusedAt('materials.1.name', '同じ名称'));
    await expect(api(office).recordRest({ engagementId, materials: [memo] })).rejects.toMatchObject({
      code: 'permission.refused',
    });
    await api(manager).recordRest({ engagementId, materials: [memo, form] });
    await api(manager).recordRest({ engagementId, materials: [memo, { ...form, reason: '個人が分かるため' }] });
    expect((await api(office).listRest({ engagementId })).materials).toEqual([
      memo,
      { ...form, reason: '個人が分かるため' },
    ]);
    expect((await journalOf(engagementId, ['delivery.rest-listed'])).map(({ data }) => data)).toEqual([
      { files: 2, excluded: 1, withoutReason: 1 },
      { files: 2, excluded: 1, withoutReason: 0 },
    ]);
  });
});

describe("a delivery note in the city's form", () => {
  it('is filled from what goes in, counts as the form that the specification asks for, and is the same for whoever asks', async () => {
    const engagementId = await engagementOf('fukuoka-2025', '2025-04-21');
    await handIn(engagementId, 'policy-support');
    const forms = test.application.client(templatesContract, office);
    const form = docx(
      [p('{{業務名}}／{{作業区分}}／{{結果}}'), tbl(['{{#納品する成果物}}{{成果物}}{{版}}{{/納品する成果物}}'])].join(
        '',
      ),
    );
    const { id: fileId } = await test.application.upload(office, '指定様式.docx', oneChunk(form));
    const registered = await forms.registerTemplate({ engagementId, kind: 'delivery-note', fileId, comment: '' });
    expect(registered.problems).toEqual([]);
    await forms.activateTemplate({ engagementId, templateId: registered.id });
    const packageId = await packed(engagementId, '(4)', false);
    const { packages } = await api(office).getPackage({ engagementId });
    const made = packages.find(({ id }) => id === packageId);
    expect(made).toMatchObject({ state: 'ready' });
    const pieces: Uint8Array[] = [];
    const { stream } = await api(office).downloadPackage({ engagementId, packageId });
    for await (const piece of stream?.chunks ?? []) pieces.push(piece);
    const zip = unzipSync(Buffer.concat(pieces));
    const path = Object.keys(zip).find((name) => name.includes('納品書（市の様式）')) ?? '';
    const words = wordsOfDocx(zip[path] ?? new Uint8Array()).join('');
    expect(words).toContain('／(4)');
    expect(words).toContain('ウイルスは検出されませんでした。');
    expect(words).toContain('第1版');
    const asked = { engagementId, task: '(4)', disc: null, bound: false };
    const [one, other] = [await api(manager).makePackage(asked), await api(office).makePackage(asked)];
    expect(other.packageId).toBe(one.packageId);
  });
});
