import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CatalogueItemView } from './contract.ts';
import { itemMatches, NO_FILTER, wordsOf } from './rules/catalogue-filter.ts';
import { agreePolicy, type AuditTest, notify, openFour, startAudit } from './testing/start-audit.ts';

let test: AuditTest;
let audits: [string, string, string, string];

beforeAll(async () => {
  test = await startAudit();
  audits = await openFour(test);
  await agreePolicy(test);
  await notify(test, audits[0]);
});
afterAll(() => test.close());

const read = (code: string) => test.auditor.getItemCatalogue({ engagementId: test.engagementId, code });
const proposed = async (auditId: string) =>
  (await test.office.listProposals({ auditId })).proposals.filter(({ state }) => state === 'proposed');

describe('the catalogues of audit items', () => {
  it('are listed with their chapters, and read with methods, evidence and citations', async () => {
    const { catalogues } = await test.office.listItemCatalogues({ engagementId: test.engagementId });
    expect(catalogues.map(({ code, items }) => [code, items])).toEqual([
      ['policy-guideline', 293],
      ['my-number-safety', 76],
      ['information-system', 49],
      ['vendor-site', 50],
      ['website', 34],
      ['beta-prime', 36],
    ]);
    for (const { code, items, chapters, unverified } of catalogues) {
      expect(chapters.reduce((sum, chapter) => sum + chapter.items, 0)).toBe(items);
      const catalogue = await read(code);
      expect(catalogue.unverified).toEqual(unverified);
      const all = catalogue.chapters.flatMap(({ sections }) => sections.flatMap((section) => section.items));
      expect(all).toHaveLength(items);
      for (const item of all) expect(item.citations.join(), item.id).toMatch(/ガイドライン/u);
    }
    const [measure] = (await read('my-number-safety')).chapters.filter(({ number }) => number === 'C');
    expect(measure?.sections[3]?.items[0]?.citations).toEqual([
      '特定個人情報の適正な取扱いに関するガイドライン（行政機関等編）別添1 安全管理措置 C d（漏えい等事案に対応する体制等の整備）',
    ]);
  });

  it('are for the audit team and the city, of the own municipality, and only those that exist', async () => {
    const input = { engagementId: test.engagementId, code: 'website' };
    await expect(test.head(0).getItemCatalogue(input)).rejects.toMatchObject({ code: 'permission.refused' });
    await expect(test.as(['vendor']).listItemCatalogues(input)).rejects.toMatchObject({ code: 'permission.refused' });
    const foreign = test.as(['auditor'], { tenantId: await test.addTenant('midori') });
    await expect(foreign.getItemCatalogue(input)).rejects.toMatchObject({ code: 'record.missing' });
    for (const code of ['department-audit', 'no-such', 'a..b']) {
      await expect(read(code)).rejects.toThrow();
    }
    await expect(
      test.application.call(
        'audit',
        'getItemCatalogue',
        { ...input, code: '../standards' },
        { caller: test.caller(['auditor']) },
      ),
    ).rejects.toMatchObject({ code: 'input.invalid' });
  });
});

describe('chosen items', () => {
  const chosen = ['mn-c-d-deadline', 'mn-e-b-lock', 'mn-f-a-change'];
  const proposal = (auditId: string, items: readonly string[]) => ({
    auditId,
    catalogue: 'my-number-safety',
    items: [...items],
    reason: '個人番号を扱う課であるため',
  });

  it('go to the city as proposals, and onto the checklist with all they need when the city agrees', async () => {
    const [auditId] = audits;
    const before = (await test.auditor.listChecks({ auditId })).checks.length;
    expect(await test.auditor.proposeCatalogueItems(proposal(auditId, [...chosen, 'mn-e-b-lock']))).toEqual({
      proposed: 3,
    });
    const waiting = await proposed(auditId);
    expect(waiting.map(({ source }) => source?.item)).toEqual(chosen);
    expect((await test.auditor.listChecks({ auditId })).checks).toHaveLength(before);
    const asked = waiting.map(({ id, version }) => ({ proposalId: id, version }));
    await expect(test.auditor.agreeCheckItems({ proposals: asked, note: '' })).rejects.toMatchObject({
      code: 'permission.refused',
    });
    expect(await test.office.agreeCheckItems({ proposals: asked, note: '' })).toEqual({ agreed: 3 });
    const { checks } = await test.auditor.listChecks({ auditId });
    expect(checks).toHaveLength(before + 3);
    const lock = checks.find(({ key }) => key === 'mn-e-b-lock');
    expect(lock).toMatchObject({ origin: 'added', severity: 3, judgement: 'unconfirmed' });
    expect(lock?.procedures.map(({ technique }) => technique)).toEqual(['site-visit', 'document-review']);
    expect(lock?.evidenceExamples).toContain('鍵の管理簿');
    expect(lock?.assumedRisk).toMatch(/おそれがある。$/u);
    expect(lock?.citations[0]).toContain('E b');
    expect((await test.facts('check-item.agreed')).slice(-3).map(({ subject }) => subject)).toEqual(
      waiting.map(({ id }) => id),
    );
  });

  it('can be judged like any other item, and their draft of a finding starts from the risk', async () => {
    const { checks } = await test.auditor.listChecks({ auditId: audits[0] });
    const lock = checks.find(({ key }) => key === 'mn-e-b-lock');
    const evidence = await test.auditor.addEvidence({
      auditId: audits[0],
      title: '書庫の観察',
      source: '書庫',
      technique: 'site-visit',
      description: '',
      from: { kind: 'note', text: '鍵の掛かっていない棚が二つある。' },
    });
    const judged = await test.auditor.judgeCheck({
      checkId: lock?.id ?? '',
      version: lock?.version ?? 0,
      judgement: 'inadequate',
      techniques: ['site-visit'],
      fact: '昼の休みに、二つの棚の鍵が開いていた。',
      evidenceIds: [evidence.id],
    });
    await test.auditor.draftFinding({ auditId: audits[0], from: { kind: 'check', id: judged.id } });
    const { findings } = await test.auditor.listFindings({ engagementId: test.engagementId, auditId: audits[0] });
    expect(findings.at(-1)).toMatchObject({ risk: lock?.assumedRisk });
  });

  it('are refused when they stand there already, wait for a decision, or do not exist', async () => {
    const [auditId, second] = audits;
    await expect(test.auditor.proposeCatalogueItems(proposal(auditId, ['mn-e-b-lock']))).rejects.toMatchObject({
      code: 'input.invalid',
      detail: { fields: [{ path: 'items', message: expect.stringContaining('書類の施錠') as unknown }] },
    });
    await test.auditor.proposeCatalogueItems(proposal(second, ['mn-g-location']));
    await expect(
      test.auditor.proposeCatalogueItems(proposal(second, ['mn-g-change', 'mn-g-location'])),
    ).rejects.toMatchObject({ code: 'input.invalid' });
    expect((await proposed(second)).map(({ source }) => source?.item)).toEqual(['mn-g-location']);
    await expect(test.auditor.proposeCatalogueItems(proposal(second, ['ws-owner']))).rejects.toMatchObject({
      code: 'record.missing',
    });
    await expect(test.office.proposeCatalogueItems(proposal(second, chosen))).rejects.toMatchObject({
      code: 'permission.refused',
    });
    await expect(test.auditor.proposeCatalogueItems(proposal(second, []))).rejects.toMatchObject({
      code: 'input.invalid',
    });
  });

  it('may be proposed again after the city has declined; agreeing to several is all or nothing', async () => {
    const [, auditId] = audits;
    const [waiting] = await proposed(auditId);
    await test.office.decideCheckItem({
      proposalId: waiting?.id ?? '',
      version: waiting?.version ?? 0,
      agreed: false,
      note: '対象でない',
    });
    await test.auditor.proposeCatalogueItems(proposal(auditId, ['mn-g-location', 'mn-g-change']));
    const before = (await test.auditor.listChecks({ auditId })).checks.length;
    const asked = (await proposed(auditId)).map(({ id, version }) => ({ proposalId: id, version }));
    const stale = asked.map((one, index) => (index === 1 ? { ...one, version: one.version + 1 } : one));
    await expect(test.office.agreeCheckItems({ proposals: stale, note: '' })).rejects.toMatchObject({
      code: 'record.stale',
    });
    expect((await test.auditor.listChecks({ auditId })).checks).toHaveLength(before);
    await test.office.agreeCheckItems({ proposals: asked, note: '' });
    expect((await test.auditor.listChecks({ auditId })).checks).toHaveLength(before + 2);
  });
});

describe('the search of a catalogue', () => {
  const item: CatalogueItemView = {
    id: 'x',
    number: '4-1',
    title: '鍵の管理',
    point: '鍵を持つ者が限られているか。',
    procedures: [{ technique: 'site-visit', procedure: '鍵の保管箱を開け、札とICカードの数を数える。' }],
    evidenceExamples: ['鍵の管理簿'],
    askWhom: '庶務担当者',
    severity: 2,
    targets: ['department'],
    citations: ['手引 4.2'],
  };
  const shows = (sought: string, more = {}) => itemMatches(item, wordsOf(sought), { ...NO_FILTER, ...more });

  it('finds every word wherever it stands, whatever its width and case', () => {
    expect(shows('')).toBe(true);
    expect(shows('　ｉｃカード　管理簿 ')).toBe(true);
    expect(shows('鍵 無線')).toBe(false);
  });

  it('narrows by target, method and gravity', () => {
    expect(shows('鍵', { target: 'department', technique: 'site-visit', severity: '2' })).toBe(true);
    expect(shows('鍵', { target: 'system' })).toBe(false);
    expect(shows('鍵', { technique: 'interview' })).toBe(false);
    expect(shows('鍵', { severity: '3' })).toBe(false);
  });
});
