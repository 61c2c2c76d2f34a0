import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageCount } from '../../documents/index.ts';
import { confirmFindings, confirmPapers, heldAudit, type ReportTest, startReport } from './testing/start-report.ts';

let test: ReportTest;
let audits: readonly string[];
let programmeId: string;
beforeAll(async () => {
  test = await startReport('fukuoka-2025');
  audits = [
    await heldAudit(test, 'fukuoka-external', { kind: 'system', name: '図書館システム', at: [0] }, ['inadequate']),
    await heldAudit(test, 'fukuoka-external', { kind: 'website', name: '観光ホームページ', at: [1] }, ['minor']),
  ];
  for (const auditId of audits) {
    await confirmPapers(test, auditId);
    await confirmFindings(test, auditId);
  }
  programmeId =
    (await test.reports.lead.listFindingsLists({ engagementId: test.engagementId })).programmes[0]?.programmeId ?? '';
});
afterAll(() => test.close());

describe('the list of findings', () => {
  it('stands on one sheet of A4, with charts on pages after it', async () => {
    const { id, pages } = await test.reports.auditor.makeFindingsList({ programmeId });
    expect(pages).toBe(1);
    const [fact] = await test.facts('findings-list.made');
    expect(fact).toMatchObject({
      subject: id,
      data: {
        type: 'external',
        findings: 2,
        paper: 'A4',
        pages: 1,
        columns: expect.arrayContaining(['監査対象課', '指摘事項']),
      },
    });
    const { programmes } = await test.reports.lead.listFindingsLists({ engagementId: test.engagementId });
    const made = programmes[0]?.made[0];
    const pdf = made?.files.find(({ format }) => format === 'pdf');
    const file = await test.reports.office.downloadFindingsList({ listId: id, fileId: pdf?.fileId ?? '' });
    // The charts stand on pages after the list.
    expect(await pageCount(file.bytes)).toBeGreaterThan(1);
    expect(made?.charts).toBeGreaterThanOrEqual(2);
    await expect(
      test.reports.as(['department-head']).downloadFindingsList({ listId: id, fileId: pdf?.fileId ?? '' }),
    ).rejects.toMatchObject({ code: 'permission.refused' });
  });
});

describe('the report on a programme', () => {
  it('has an edition for the public that names neither target nor department', async () => {
    const { id: reportId } = await test.reports.lead.startReport({ programmeId, targetId: null });
    const read = () => test.reports.lead.getReport({ reportId });
    await expect(
      test.reports.lead.checkPublicEdition({ reportId, version: (await read()).version }),
    ).rejects.toMatchObject({ code: 'state.refused' });
    await test.reports.lead.finishReport({ reportId, version: (await read()).version });
    await test.reports.lead.checkPublicEdition({ reportId, version: (await read()).version });
    const facts = await test.facts('audit-report.drafted');
    expect(facts.map(({ data }) => [data['edition'], data['publicationChecked'], data['target']])).toEqual([
      ['詳細版', false, 'overall'],
      ['概要版', true, 'overall'],
    ]);
    expect(new Set(facts.map(({ subject }) => subject)).size).toBe(2);
  });

  it('is refused for the public while a part names a system', async () => {
    const { reports } = await test.reports.lead.listReports({ engagementId: test.engagementId });
    const reportId = reports[0]?.id ?? '';
    const read = () => test.reports.lead.getReport({ reportId });
    await test.reports.lead.reviseReport({ reportId, version: (await read()).version, reason: '総括を改めた。' });
    const { version, title, parts, viewpoints } = await read();
    await test.reports.lead.saveReport({
      ...{ reportId, version, title, viewpoints },
      parts: parts.map((part) => ({
        title: part.title,
        text: part.title === '総括' ? '図書館システムの対策を進めてください。' : part.text,
      })),
    });
    await test.reports.lead.finishReport({ reportId, version: (await read()).version });
    await expect(
      test.reports.lead.checkPublicEdition({ reportId, version: (await read()).version }),
    ).rejects.toMatchObject({
      code: 'state.refused',
      detail: { message: expect.stringMatching(/「図書館システム」/u) },
    });
  });
});

describe('the debriefing', () => {
  it('is complete only with every content that the clause names', async () => {
    const { draft } = await test.reports.lead.getDebriefing({ programmeId, targetId: null });
    expect(draft.sections.map(({ title }) => title)).toEqual(['監査の概要', '監査の結果', '改善に向けた助言']);
    const [, ...rest] = draft.sections;
    const poor = await test.reports.auditor.saveDebriefing({
      ...{ programmeId, targetId: null, version: null },
      ...{ ...draft, sections: rest },
    });
    await expect(
      test.reports.lead.prepareDebriefing({ debriefingId: poor.id, version: poor.version }),
    ).rejects.toMatchObject({ detail: { message: expect.stringMatching(/「監査の概要」が書かれていません/u) } });
    // What is not complete is the contractor's own.
    await expect(test.reports.office.getDebriefing({ programmeId, targetId: null })).rejects.toMatchObject({
      code: 'record.missing',
    });
    const whole = await test.reports.auditor.saveDebriefing({
      ...{ programmeId, targetId: null, version: poor.version },
      ...draft,
    });
    await test.reports.lead.prepareDebriefing({ debriefingId: whole.id, version: whole.version });
    const { saved } = await test.reports.office.getDebriefing({ programmeId, targetId: null });
    expect(saved?.state).toBe('prepared');
    const [fact] = await test.facts('debriefing.prepared');
    expect(fact?.data).toMatchObject({
      type: 'external',
      contents: ['監査の概要', '監査の結果', '改善に向けた助言'],
      cases: 0,
    });
  });
});

describe('an urgent finding', () => {
  const raised = async (awareOn: string) =>
    test.reports.auditor.raiseUrgent({
      auditId: audits[1] ?? '',
      ...{ title: '管理画面の公開', fact: '庁外から接続できた。', risk: '書き換えられる。', measure: '接続元を限る。' },
      awareOn,
    });

  it('is told to the city, which sees it from then on and acknowledges it', async () => {
    await expect(raised('2099-01-01')).rejects.toMatchObject({ code: 'input.invalid' });
    const { id: urgentId, version } = await raised('2025-10-01');
    const seen = async () => (await test.reports.office.listUrgent({ engagementId: test.engagementId })).urgent;
    expect(await seen()).toEqual([]);
    await expect(
      test.reports.office.acknowledgeUrgent({ urgentId, version, answer: '対応した。' }),
    ).rejects.toMatchObject({ code: 'state.refused' });
    await expect(
      test.reports.lead.reportUrgent({
        ...{ urgentId, version, channel: '電話', to: '担当者' },
        occurredOn: '2025-09-30',
      }),
    ).rejects.toMatchObject({ code: 'input.invalid' });
    await test.reports.lead.reportUrgent({ urgentId, version, channel: '電話', to: '担当者' });
    expect(await seen()).toMatchObject([{ state: 'reported', reported: { channel: '電話' } }]);
    await test.reports.office.acknowledgeUrgent({ urgentId, version: 2, answer: '接続元を限った。' });
    const kinds = ['finding.urgent-raised', 'finding.urgent-reported', 'finding.urgent-acknowledged'];
    for (const kind of kinds) expect(await test.facts(kind)).toMatchObject([{ subject: urgentId }]);
    const paper = await test.reports.office.downloadDocument({
      ...{ engagementId: test.engagementId, kind: 'urgent-finding-report', subject: urgentId, format: 'docx' },
    });
    expect(paper.bytes.length).toBeGreaterThan(5000);
  });
});
