import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { confirmFindings, confirmPapers, heldAudit, type ReportTest, startReport } from './testing/start-report.ts';

let test: ReportTest;
beforeAll(async () => {
  test = await startReport('kyoto-2024');
});
afterAll(() => test.close());

describe('the report on a target', () => {
  let auditId: string;
  let targetId: string;
  let reportId: string;

  beforeAll(async () => {
    auditId = await heldAudit(test, 'kyoto-my-number', { kind: 'affair', name: '生活保護事務', at: [1] }, [
      'inadequate',
      'minor',
    ]);
    targetId = (await test.lead.getAudit({ auditId })).targetId ?? '';
  });

  const read = () => test.reports.lead.getReport({ reportId });

  it('is wanted by the programme, and begun from the records', async () => {
    const { wanted, reports } = await test.reports.lead.listReports({ engagementId: test.engagementId });
    expect(reports).toEqual([]);
    expect(wanted).toEqual([
      expect.objectContaining({ targetId, target: '生活保護事務', title: '特定個人情報の外部監査の監査報告書' }),
    ]);
    const programmeId = wanted[0]?.programmeId ?? '';
    await expect(test.reports.office.startReport({ programmeId, targetId })).rejects.toMatchObject({
      code: 'permission.refused',
    });
    reportId = (await test.reports.auditor.startReport({ programmeId, targetId })).id;
    await expect(test.reports.auditor.startReport({ programmeId, targetId })).rejects.toMatchObject({
      code: 'record.duplicate',
    });
    const report = await read();
    expect(report.parts.map(({ title }) => title)).toEqual(['監査の結果', '三つの観点による結果']);
    expect(report.figures).toMatchObject({ findings: 2, incomplete: 0, withoutRemedy: 0 });
    expect(report.figures.items).toBe(report.figures.judged);
  });

  it('is not finished while facts are open: each is named, and the draft says so on its pages', async () => {
    const { version, check } = await read();
    expect(check.open).toEqual([
      expect.stringMatching(/調書の事実の確認が終わっていません/u),
      ...Array.from({ length: 2 }, () => expect.stringMatching(/市がまだ確認していません/u)),
    ]);
    await expect(test.reports.lead.finishReport({ reportId, version })).rejects.toMatchObject({
      code: 'state.refused',
      detail: { message: expect.stringMatching(/「生活保護事務」の監査調書の事実の確認が終わっていません/u) },
    });
    const draft = await test.reports.lead.downloadReport({
      reportId,
      number: null,
      edition: 'detailed',
      format: 'docx',
    });
    expect(draft.name).toMatch(/（案）/u);
    await expect(test.reports.office.getReport({ reportId })).rejects.toMatchObject({ code: 'record.missing' });
  });

  it('is finished by the lead when everything is confirmed, with figures that are counted', async () => {
    await confirmPapers(test, auditId);
    await confirmFindings(test, auditId);
    const { version, check, figures } = await read();
    expect(check).toEqual({ missing: [], open: [], wording: [] });
    await expect(test.reports.auditor.finishReport({ reportId, version })).rejects.toMatchObject({
      code: 'permission.refused',
    });
    await expect(test.reports.lead.finishReport({ reportId, version: version + 1 })).rejects.toMatchObject({
      code: 'record.stale',
    });
    await test.reports.lead.finishReport({ reportId, version });
    const [fact] = await test.facts('audit-report.drafted');
    expect(fact).toMatchObject({
      subject: reportId,
      data: {
        ...{ type: 'my-number', target: targetId, version: 1, edition: '詳細版' },
        categories: ['改善すべき事項', '改善が望まれる事項', '評価できる事項'],
        parts: ['監査の結果', '三つの観点による結果'],
        ...{ findings: 2, incomplete: 0, withoutRemedy: 0, items: figures.items, judged: figures.items },
        considerations: expect.arrayContaining(['法的根拠', '費用面の制約', 'その他事務特有の事項']),
        ...{ glossary: true, plainChecked: true, publicationChecked: false },
      },
    });
  });

  it('is read by the city, returned with a remark, finished again and settled', async () => {
    const seen = await test.reports.office.getReport({ reportId });
    await expect(test.reports.lead.settleReport({ reportId, version: seen.version })).rejects.toMatchObject({
      code: 'permission.refused',
    });
    await test.reports.office.returnReport({ reportId, version: seen.version, remark: '総括を加えてください。' });
    const returned = await read();
    expect(returned).toMatchObject({ state: 'returned', number: 2, remark: '総括を加えてください。' });
    // The city goes on reading the version that it was shown.
    expect(await test.reports.office.getReport({ reportId })).toMatchObject({ versions: [{ number: 1 }] });
    await test.reports.lead.saveReport({
      reportId,
      version: returned.version,
      title: returned.title,
      parts: returned.parts.map(({ title, text }) => ({
        title,
        text: `${text}\n鍵の管理を改めれば、書類の安全は高まります。`,
      })),
      viewpoints: [],
    });
    await test.reports.lead.finishReport({ reportId, version: (await read()).version });
    const { version } = await test.reports.office.getReport({ reportId });
    await test.reports.office.settleReport({ reportId, version });
    const [settled] = await test.facts('audit-report.settled');
    expect(settled).toMatchObject({
      subject: reportId,
      data: { target: targetId, version: 2 },
      actor: { party: 'city' },
    });
    const first = await test.reports.office.downloadReport({
      reportId,
      number: 1,
      edition: 'detailed',
      format: 'docx',
    });
    const second = await test.reports.office.downloadReport({
      reportId,
      number: 2,
      edition: 'detailed',
      format: 'docx',
    });
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(false);
  });
});

describe('the wording', () => {
  it('of an assurance is refused where it is written, and hard words are named until somebody says why they stay', async () => {
    const auditId = await heldAudit(test, 'kyoto-my-number', { kind: 'affair', name: '住民基本台帳事務', at: [0] }, [
      'minor',
    ]);
    await confirmPapers(test, auditId);
    await confirmFindings(test, auditId);
    const { targetId } = await test.lead.getAudit({ auditId });
    const { wanted } = await test.reports.lead.listReports({ engagementId: test.engagementId });
    const { programmeId } = wanted.find((one) => one.targetId === targetId) ?? { programmeId: '' };
    const { id: reportId } = await test.reports.lead.startReport({ programmeId, targetId });
    const write = async (text: string) => {
      const { version, title, parts } = await test.reports.lead.getReport({ reportId });
      const [first, ...rest] = parts;
      return test.reports.lead.saveReport({
        ...{ reportId, version, title, viewpoints: [] },
        parts: [{ title: first?.title ?? '', text }, ...rest.map((part) => ({ title: part.title, text: part.text }))],
      });
    };
    await expect(write('対策は完全であると保証する。')).rejects.toMatchObject({
      code: 'input.invalid',
      detail: { fields: [{ path: 'parts.0.text', message: expect.stringMatching(/保証するものではありません/u) }] },
    });
    await write('オブザーバビリティとXDRの導入を検討しないわけではない。');
    const { check, version } = await test.reports.lead.getReport({ reportId });
    expect(check.wording.map(({ kind, found }) => [kind, found])).toEqual([
      ['negation', 'ないわけではない'],
      ['abbreviation', 'XDR'],
      ['katakana', 'オブザーバビリティ'],
    ]);
    await expect(test.reports.lead.finishReport({ reportId, version })).rejects.toMatchObject({
      detail: { message: expect.stringMatching(/分かりにくい表現が3件/u) },
    });
    const kept = await test.reports.lead.keepWording({ reportId, version, reason: '製品の名称である。' });
    await test.reports.lead.finishReport({ reportId, version: kept.version });
  });
});
