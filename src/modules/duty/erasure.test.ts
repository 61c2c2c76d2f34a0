/** The erasure at the end: listed first, confirmed by two people, really gone, certified; nobody else's things touched. */
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneChunk } from '../../kernel/blob.ts';
import type { Caller } from '../../kernel/caller.ts';
import { createJobRunner } from '../../kernel/job.ts';
import { readFacts } from '../../kernel/journal.ts';
import { noteBackup } from '../../kernel/server-note.ts';
import { startTestApplication, type TestApplication } from '../../kernel/test-application.ts';
import { engagementContract } from '../engagement/contract.ts';
import { peopleContract } from '../people/contract.ts';
import { teamContract } from '../team/contract.ts';
import { dutyContract } from './contract.ts';

let test: TestApplication;
let manager: Caller;
let office: Caller;
let engagementId: string;
let other: string;
let memberId: string;

const duty = (caller: Caller = manager) => test.application.client(dutyContract, caller);
const team = (caller: Caller = manager) => test.application.client(teamContract, caller);
const blobs = () => test.application.parts.blobs;
const runJobs = () => createJobRunner(test.application.parts).runDue();
const upload = (name: string, words: string, caller: Caller = manager) =>
  test.application.upload(caller, name, oneChunk(Buffer.from(words)));

const material = (name: string, files: string[], kind: 'data' | 'document' = 'data') => ({
  engagementId,
  name,
  level: '2' as const,
  kind,
  origin: 'lent' as const,
  public: false,
  handling: '施錠した棚',
  files,
});
const materials = async (id = engagementId) => (await duty().getDuties({ engagementId: id })).registers.material;
const erasures = async () => (await duty().getDuties({ engagementId })).registers.erasure;

beforeAll(async () => {
  test = await startTestApplication({ start: '2026-06-01T00:00:00.000Z' });
  const administrator = test.application.client(peopleContract, test.caller(['administrator']));
  const { firmId } = await administrator.saveFirm({ kind: 'contractor', name: '青空監査法人' });
  const { accountId } = await administrator.createAccount({
    loginName: 'manager',
    displayName: '青木　花子',
    party: 'contractor',
    roles: ['project-manager'],
    firmId,
    departmentId: null,
    password: '川べりの桜が三月に咲いた',
  });
  const witness = await administrator.createAccount({
    loginName: 'lead',
    displayName: '立会　次郎',
    party: 'contractor',
    roles: ['audit-lead'],
    firmId,
    departmentId: null,
    password: '川べりの桜が四月に散った',
  });
  manager = test.caller(['project-manager'], { accountId });
  office = test.caller(['audit-lead'], { accountId: witness.accountId });
  const create = () =>
    test.application.client(engagementContract, manager).createEngagement({
      specification: 'chiba-2026',
      contractDate: '2026-06-01',
      contractor: '青空監査法人',
      client: { department: '業務改革推進課', address: '中央区一番1号', tel: '000-000-0000', fax: '', email: '' },
      places: ['市役所'],
    });
  ({ engagementId } = await create());
  ({ engagementId: other } = await create());
  const person = { name: '青木 花子', firm: '青空監査法人', department: '監査部', handlesMyNumber: false };
  ({ id: memberId } = await team().assignMember({ engagementId, ...person, roles: ['監査人'], accountId }));
});
afterAll(() => test.close());

describe('the erasure at the end', () => {
  let secret: string;
  let shared: string;
  let untouched: string;
  let certificate: string;

  it('lists what would go without touching it, and what stands in the way', async () => {
    const first = await upload('貸与資料.txt', '受託者の手元の秘密');
    const second = await upload('共通.txt', '二つの業務にある内容');
    const third = await upload('共通の写し.txt', '二つの業務にある内容');
    const proof = await upload('認定証.txt', '資格の証拠の写し');
    secret = first.sha256;
    shared = second.sha256;
    certificate = proof.sha256;
    await duty().receiveMaterial(material('調査データ', [first.id, second.id]));
    await duty().receiveMaterial({ ...material('別の業務の資料', [third.id]), engagementId: other });
    untouched = (await materials(other))[0]?.id ?? '';
    await duty().receiveMaterial(material('紙の資料', [], 'document'));
    await team().registerQualification({
      engagementId,
      memberId,
      code: 'systems-auditor',
      number: '1',
      validFrom: '2020-01-01',
      validTo: null,
      fileId: proof.id,
    });
    const plan = await duty().planErasure({ engagementId, personal: true });
    expect(plan.items.map(({ module, label }) => [module, label])).toEqual(
      expect.arrayContaining([
        ['duty', '調査データ'],
        ['team', '青木 花子'],
      ]),
    );
    expect(plan.obstacles[0]).toContain('文書又は電子媒体の資料等が1件');
    expect(await blobs().has(secret)).toBe(true);
    const request = { engagementId, method: '削除', reason: '早期の終了', personal: true, seen: 99, memberId };
    await expect(duty().requestErasure(request)).rejects.toMatchObject({ code: 'state.refused' });
    const paper = (await materials()).find(({ name }) => name === '紙の資料');
    await duty().returnMaterial({
      engagementId,
      id: paper?.id ?? '',
      version: paper?.version ?? 0,
      receivedBackBy: '業務改革推進課',
    });
    await expect(duty().requestErasure(request)).rejects.toMatchObject({ code: 'record.stale' });
    await expect(duty().requestErasure({ ...request, reason: '' })).rejects.toMatchObject({ code: 'input.invalid' });
    await expect(duty(test.caller(['security-office'])).requestErasure(request)).rejects.toMatchObject({
      code: 'permission.refused',
    });
    const { items } = await duty().planErasure({ engagementId, personal: true });
    await duty().requestErasure({ ...request, seen: items.length });
    await expect(duty().requestErasure({ ...request, seen: items.length })).rejects.toMatchObject({
      code: 'record.duplicate',
    });
  });

  it('starts only when a second person has confirmed the same list', async () => {
    await noteBackup(test.application.parts.database, new Date('2026-05-30T00:00:00.000Z'));
    const [entry] = await erasures();
    const inHand = { engagementId, id: entry?.id ?? '', version: entry?.version ?? 0 };
    await expect(duty().confirmErasure(inHand)).rejects.toMatchObject({ code: 'permission.refused' });
    await expect(duty(office).confirmErasure({ ...inHand, version: 9 })).rejects.toMatchObject({
      code: 'record.stale',
    });
    const stranger = test.caller(['project-manager'], { tenantId: await test.addTenant('kita') });
    await expect(duty(stranger).confirmErasure(inHand)).rejects.toMatchObject({ code: 'record.missing' });
    await duty(office).confirmErasure(inHand);
    expect(await blobs().has(secret)).toBe(true);
    await expect(duty().certifyErasure({ ...inHand, version: inHand.version + 1 })).rejects.toMatchObject({
      code: 'state.refused',
    });
  });

  it('removes rows and files for good and leaves what another record needs', async () => {
    await runJobs();
    await runJobs();
    const [entry] = await erasures();
    expect(entry?.state).toBe('verified');
    expect(entry?.verified).toMatchObject({ needed: [shared] });
    expect(await blobs().has(secret)).toBe(false);
    expect(await blobs().has(certificate)).toBe(false);
    expect(await blobs().has(shared)).toBe(true);
    const kept = (await materials()).find(({ name }) => name === '調査データ');
    expect(kept).toMatchObject({ files: [], handling: '', wiped: { sha256: [secret, shared] } });
    expect(kept?.erased).toMatchObject({ memberId, irrecoverable: true });
    const { members, qualifications } = await team().getTeam({ engagementId });
    expect(members.map(({ name, erasedOn }) => [name, erasedOn])).toEqual([['（消去済み）', '2026-06-01']]);
    expect(qualifications).toEqual([]);
    const everything = JSON.stringify((await duty().getDuties({ engagementId })).registers.erasure);
    expect(everything).not.toContain('"label":"青木');
    const [whole] = await materials(other);
    expect(whole).toMatchObject({ id: untouched, handling: '施錠した棚', wiped: null });
    const file = await duty().downloadFile({
      engagementId: other,
      recordId: untouched,
      fileId: whole?.files[0] ?? '',
    });
    expect(Buffer.from(file.bytes).toString()).toBe('二つの業務にある内容');
  });

  it('is certified with every item, method, day and person, and says what is out of its reach', async () => {
    const [entry] = await erasures();
    const inHand = { engagementId, id: entry?.id ?? '', version: entry?.version ?? 0 };
    await expect(duty(test.caller(['security-office'])).certifyErasure(inHand)).rejects.toMatchObject({
      code: 'permission.refused',
    });
    await duty().certifyErasure(inHand);
    const recorded = await test.application.parts.database.transaction(test.tenantId, (tx) =>
      readFacts(tx, { engagementId, kinds: ['erasure.certified'] }),
    );
    expect(recorded[0]?.data).toMatchObject({ occurredOn: '2026-06-01', certificate: '情報消去証明 20260601-1' });
    expect(JSON.stringify(recorded)).toContain(secret);
    expect(JSON.stringify(recorded)).not.toContain('青木');
    const { bytes } = await duty().downloadDocument({
      engagementId,
      kind: 'erasure-certificate',
      subject: null,
      format: 'docx',
    });
    const text = Object.values(unzipSync(bytes, { filter: (file) => file.name === 'word/document.xml' }))
      .map((part) => Buffer.from(part).toString())
      .join('');
    const wanted = ['調査データ', '削除', '青木 花子', '立会　次郎', '令和8年6月1日', secret.slice(0, 8)];
    for (const words of [...wanted, '直近の控えは令和8年5月30日に作成', '保存期間の満了', '紙の資料']) {
      expect(text).toContain(words);
    }
    expect((await duty().planErasure({ engagementId, personal: true })).items).toEqual([]);
    const { lines } = await duty().getDuties({ engagementId });
    expect(lines.find(({ page }) => page === 'erasure')?.state).toBe('done');
  });

  it('takes a later upload of the same content as a new file', async () => {
    const again = await upload('貸与資料.txt', '受託者の手元の秘密');
    expect(again.sha256).toBe(secret);
    expect(await blobs().has(secret)).toBe(true);
  });
});
