import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderDocx, renderPdf, renderXlsx } from '../../documents/index.ts';
import { oneChunk } from '../../kernel/blob.ts';
import type { Caller } from '../../kernel/caller.ts';
import type { InputOf } from '../../kernel/contract.ts';
import { readFacts } from '../../kernel/journal.ts';
import { startTestApplication, type TestApplication } from '../../kernel/test-application.ts';
import { engagementContract } from '../engagement/contract.ts';
import { standardsContract } from './contract.ts';
import { listDocument, listWorkbook, readList } from './documents/standards-list.ts';

const UNKNOWN = '00000000-0000-7000-8000-00000000ffff';
const PDF = '%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF';
let test: TestApplication;
let office: Caller;
let auditor: Caller;
let foreign: Caller;
let engagementId: string;

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
});
afterAll(() => test.close());

const as = (caller: Caller) => test.application.client(standardsContract, caller);
const list = () => as(auditor).listStandards({ engagementId });
const facts = (kind: string) =>
  test.application.parts.database.transaction(test.tenantId, (tx) => readFacts(tx, { engagementId, kinds: [kind] }));
const refusal = (path: string, words: string) => ({
  code: 'input.invalid',
  detail: { fields: [{ path, message: expect.stringContaining(words) }] },
});
const upload = async (caller: Caller) =>
  (await test.application.upload(caller, '対策基準.pdf', oneChunk(new TextEncoder().encode(PDF)))).id;

const handOver = (
  code: string,
  more: Partial<InputOf<typeof standardsContract, 'provideStandard'>> = {},
): InputOf<typeof standardsContract, 'provideStandard'> => ({
  engagementId,
  code,
  edition: '令和8年4月1日改定',
  level: null,
  fileId: null,
  occurredOn: '2026-06-03',
  ...more,
});
const further = {
  code: 'jis-q-27001',
  name: '情報セキュリティマネジメントシステムの規格',
  issuer: '日本産業標準調査会',
  edition: '2023年版',
  public: true,
  level: null,
  scope: '運用手順の確認',
  occurredOn: '2026-06-05',
} as const;

describe('handing standards over', () => {
  it('awaits at first everything that the specification names', async () => {
    const { standards, awaited, precedence, catalogues } = await list();
    expect(standards).toEqual([]);
    expect(awaited.map(({ code }) => code)).toEqual([
      'city-basic-policy',
      'city-standard',
      'city-guideline',
      'mic-policy-guideline',
      'mic-audit-guideline',
    ]);
    expect(precedence[0]).toContain('city-standard');
    expect(catalogues).toContain('mic-policy-guideline');
  });

  it('is for the city alone and for nobody of another municipality', async () => {
    for (const caller of [auditor, test.caller(['ciso']), test.caller(['department-head']), test.caller(['vendor'])]) {
      await expect(as(caller).provideStandard(handOver('city-basic-policy'))).rejects.toMatchObject({
        code: 'permission.refused',
      });
    }
    await expect(as(foreign).provideStandard(handOver('city-basic-policy'))).rejects.toMatchObject({
      code: 'record.missing',
    });
    await expect(as(foreign).listStandards({ engagementId })).rejects.toMatchObject({ code: 'record.missing' });
    await expect(as(test.caller(['department-staff'])).listStandards({ engagementId })).rejects.toMatchObject({
      code: 'permission.refused',
    });
    expect((await list()).standards).toEqual([]);
  });

  it('refuses days before the contract or in the future, wrong grades, unknown codes and broken input', async () => {
    const refused = [
      [{ occurredOn: '2026-05-31' }, refusal('occurredOn', '契約締結日')],
      [{ occurredOn: '2026-06-11' }, refusal('occurredOn', '今日以前')],
      [{ level: '1' }, refusal('level', '非公開')],
      [{ level: '3', code: 'mic-policy-guideline' }, refusal('level', '公開')],
      [{ level: '3', code: 'iso-27001' }, refusal('code', '仕様書にない')],
    ] as const;
    for (const [more, error] of refused) {
      await expect(as(office).provideStandard(handOver('city-standard', more))).rejects.toMatchObject(error);
    }
    for (const broken of [{ edition: ' ' }, { code: 'City Standard' }, { occurredOn: '6月3日' }, { extra: 1 }]) {
      await expect(
        test.application.call(
          'standards',
          'provideStandard',
          { ...handOver('city-standard'), ...broken },
          { caller: office },
        ),
      ).rejects.toMatchObject({ code: 'input.invalid' });
    }
    expect(await facts('standard.received')).toEqual([]);
  });

  it('takes the standard with its file, which both parties may open', async () => {
    const fileId = await upload(office);
    const received = await as(office).provideStandard(handOver('city-standard', { level: '3', fileId }));
    expect(received).toMatchObject({ public: false, tier: 1, level: '3', confirmedOn: null, version: 1 });
    expect((await facts('standard.received')).at(-1)?.data).toMatchObject({
      code: 'city-standard',
      public: false,
      occurredOn: '2026-06-03',
    });
    const file = await as(auditor).downloadStandard({ engagementId, standardId: received.id });
    expect(new TextDecoder().decode(file.bytes)).toBe(PDF);
    await expect(
      as(test.caller(['department-head'])).downloadStandard({ engagementId, standardId: received.id }),
    ).rejects.toMatchObject({ code: 'permission.refused' });
    await expect(as(foreign).downloadStandard({ engagementId, standardId: received.id })).rejects.toMatchObject({
      code: 'record.missing',
    });
  });

  it('refuses a second receipt and the upload of somebody else', async () => {
    await expect(as(office).provideStandard(handOver('city-standard', { level: '3' }))).rejects.toMatchObject({
      code: 'record.duplicate',
      detail: { message: expect.stringContaining('版の確認') },
    });
    const fileId = await upload(auditor);
    await expect(as(office).provideStandard(handOver('city-guideline', { level: '2', fileId }))).rejects.toMatchObject({
      code: 'file.missing',
    });
    expect((await list()).standards).toHaveLength(1);
  });

  it('adopts a further standard by agreement, but not one that the specification already names', async () => {
    await expect(
      as(office).adoptStandard({ engagementId, ...further, code: 'city-guideline', public: false, level: '2' }),
    ).rejects.toMatchObject(refusal('code', '受け渡し'));
    await expect(as(auditor).adoptStandard({ engagementId, ...further })).rejects.toMatchObject({
      code: 'permission.refused',
    });
    const adopted = await as(office).adoptStandard({ engagementId, ...further });
    expect(adopted).toMatchObject({ tier: 5, scope: '運用手順の確認' });
    expect((await facts('standard.adopted')).at(-1)?.data).toMatchObject({
      edition: '2023年版',
      scope: '運用手順の確認',
    });
    await expect(as(office).adoptStandard({ engagementId, ...further })).rejects.toMatchObject({
      code: 'record.duplicate',
    });
  });
});

describe('editions', () => {
  const standard = async () => {
    const found = (await list()).standards.find(({ code }) => code === 'city-standard');
    if (found === undefined) throw new Error('city-standard is not there');
    return found;
  };
  const confirm = async (more: Partial<InputOf<typeof standardsContract, 'confirmEdition'>> = {}) => {
    const { id: standardId, version, edition } = await standard();
    return { engagementId, standardId, version, edition, occurredOn: '2026-06-08', ...more };
  };

  it('keeps file and edition when the edition in use is the newest', async () => {
    const before = await standard();
    const saved = await as(auditor).confirmEdition(await confirm());
    expect(saved).toMatchObject({ confirmedOn: '2026-06-08', version: 2, fileId: before.fileId });
    expect(await facts('standard.revised')).toEqual([]);
    expect((await facts('edition.confirmed')).at(-1)?.data).toMatchObject({ code: 'city-standard' });
  });

  it('refuses a stale version with the saved record, an earlier day, an unknown standard and departments', async () => {
    await expect(as(auditor).confirmEdition(await confirm({ version: 1 }))).rejects.toMatchObject({
      code: 'record.stale',
      detail: { current: { version: 2, confirmedOn: '2026-06-08' } },
    });
    await expect(as(auditor).confirmEdition(await confirm({ occurredOn: '2026-06-07' }))).rejects.toMatchObject(
      refusal('occurredOn', '令和8年6月8日'),
    );
    await expect(as(auditor).confirmEdition(await confirm({ standardId: UNKNOWN }))).rejects.toMatchObject({
      code: 'record.missing',
    });
    await expect(as(foreign).confirmEdition(await confirm())).rejects.toMatchObject({ code: 'record.missing' });
    await expect(as(test.caller(['assistant'])).confirmEdition(await confirm())).rejects.toMatchObject({
      code: 'permission.refused',
    });
  });

  it('lets only one of two people save the same version', async () => {
    const input = await confirm({ occurredOn: '2026-06-09' });
    const outcomes = await Promise.allSettled([as(auditor).confirmEdition(input), as(office).confirmEdition(input)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'record.stale' } });
    expect((await standard()).version).toBe(3);
  });

  it('does not leave the old text under a new edition', async () => {
    const revised = await as(office).confirmEdition(
      await confirm({ edition: '令和8年6月1日改定', occurredOn: '2026-06-10' }),
    );
    expect(revised).toMatchObject({ edition: '令和8年6月1日改定', fileId: null });
    expect((await facts('standard.revised')).at(-1)?.data).toMatchObject({ edition: '令和8年6月1日改定' });
    const fileId = await upload(office);
    const complete = await as(office).confirmEdition(await confirm({ fileId, occurredOn: '2026-06-10' }));
    expect(complete.fileId).toBe(fileId);
    await as(office).provideStandard(handOver('mic-policy-guideline', { edition: '令和8年3月27日版' }));
  });
});

describe('precedence and conflicts', () => {
  const CITY = ['city-basic-policy', 'city-standard', 'city-guideline'];
  const MINISTRY = ['mic-policy-guideline', 'mic-audit-guideline'];
  const conflict = { topic: 'パスワードの更新', note: '市の対策基準の定めにより、漏えい時に変更すると判断した。' };

  it('accepts a finer order and refuses one against the specification', async () => {
    await as(office).setPrecedence({ engagementId, order: [CITY, MINISTRY, ['jis-q-27001']] });
    expect((await list()).precedence).toEqual([CITY, MINISTRY, ['jis-q-27001']]);
    const refused = [
      [[MINISTRY, CITY], '優先します'],
      [[CITY, ['mic-policy-guideline']], '順位を定めて'],
      [[CITY, MINISTRY, ['city-standard']], '二度'],
      [[CITY, MINISTRY, ['unknown-code']], 'ありません'],
    ] as const;
    for (const [order, words] of refused) {
      await expect(
        as(office).setPrecedence({ engagementId, order: order.map((group) => [...group]) }),
      ).rejects.toMatchObject(refusal('order', words));
    }
    await expect(as(office).setPrecedence({ engagementId, order: [CITY] })).rejects.toMatchObject({
      code: 'input.invalid',
    });
    await expect(as(auditor).setPrecedence({ engagementId, order: [CITY, MINISTRY] })).rejects.toMatchObject({
      code: 'permission.refused',
    });
    expect(await facts('standard.precedence-set')).toHaveLength(1);
  });

  it('records a conflict only in the order that is settled, between standards in hand', async () => {
    const [preferred, other] = ['city-standard', 'mic-policy-guideline'];
    await expect(
      as(auditor).recordConflict({ engagementId, ...conflict, preferred: other, other: preferred }),
    ).rejects.toMatchObject(refusal('preferred', 'もう一方'));
    await expect(
      as(auditor).recordConflict({ engagementId, ...conflict, preferred, other: preferred }),
    ).rejects.toMatchObject(refusal('other', '異なる'));
    await expect(
      as(auditor).recordConflict({ engagementId, ...conflict, preferred, other: 'mic-audit-guideline' }),
    ).rejects.toMatchObject(refusal('other', '受領していない'));
    await expect(as(foreign).recordConflict({ engagementId, ...conflict, preferred, other })).rejects.toMatchObject({
      code: 'record.missing',
    });
    await as(auditor).recordConflict({ engagementId, ...conflict, preferred, other });
    expect((await list()).conflicts).toMatchObject([{ preferred, other, recordedOn: '2026-06-10' }]);
    expect((await facts('conflict.recorded')).at(-1)?.data).toMatchObject({ preferredTier: 1, otherTier: 2 });
  });
});

describe('catalogues and documents', () => {
  it('shows a catalogue that comes with the product and says when its city is invented', async () => {
    const city = await as(auditor).getCatalogue({ engagementId, code: 'city-standard' });
    expect(city.fictional).toBe(true);
    expect(city.groups.flatMap(({ controls }) => controls).length).toBeGreaterThan(20);
    expect((await as(auditor).getCatalogue({ engagementId, code: 'mic-policy-guideline' })).fictional).toBe(false);
    await expect(as(auditor).getCatalogue({ engagementId, code: 'jis-q-27001' })).rejects.toMatchObject({
      code: 'record.missing',
    });
    await expect(as(foreign).getCatalogue({ engagementId, code: 'city-standard' })).rejects.toMatchObject({
      code: 'record.missing',
    });
  });

  it('sets the list of standards in all three formats', async () => {
    const content = await test.application.run(auditor, (context) => readList(context, engagementId));
    expect((await renderDocx(listDocument(content))).length).toBeGreaterThan(1000);
    expect((await renderPdf(listDocument(content))).length).toBeGreaterThan(1000);
    expect((await renderXlsx(listWorkbook(content))).length).toBeGreaterThan(1000);
    const rows = listWorkbook(content).sheets[0]?.rows ?? [];
    expect(rows).toHaveLength(6);
    expect(rows.filter((row) => row.includes('未受領'))).toHaveLength(3);
    const file = await as(office).downloadList({ engagementId, format: 'docx' });
    expect(file.name).toMatch(/^適用基準一覧_.+\.docx$/);
    await expect(as(foreign).downloadList({ engagementId, format: 'pdf' })).rejects.toMatchObject({
      code: 'record.missing',
    });
  });
});
