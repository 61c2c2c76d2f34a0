import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportFields, ReportView, ReviewFields } from './contract.ts';
import { CRITERIA } from './contract/reviews.ts';
import { type ReportTest, startReports } from './testing/start-reports.ts';

let test: ReportTest;
beforeAll(async () => {
  test = await startReports();
});
afterAll(() => test.close());

const own = () => ({ engagementId: test.engagementId, targetId: test.targetId });

async function latest(): Promise<ReportView> {
  const { versions } = await test.assigned.getOwnReport(own());
  const found = versions.at(-1);
  if (found === undefined) throw new Error('no report');
  return found;
}

const fieldsOf = ({
  overview,
  goodPoints,
  observations,
  unconfirmed,
  conclusion,
  answers,
}: ReportView): ReportFields => ({
  ...{ overview, goodPoints, observations, unconfirmed, conclusion, answers },
});

const criteria = (): ReviewFields['criteria'] =>
  CRITERIA.map((criterion) => ({ criterion, result: 'good', comment: '' }));

describe("the report of a target's auditors", () => {
  it('begins with the items that failed, and is refused while a remedy is missing', async () => {
    const made = await test.assigned.startReport(own());
    const report = await latest();
    expect(report.observations.map(({ checkId, fact }) => [checkId, fact])).toEqual([
      [test.failed, '鍵の貸出簿の記入が、先月の20日で終わっていた。'],
    ]);
    await expect(test.assigned.submitReport({ reportId: made.id, version: made.version })).rejects.toMatchObject({
      code: 'input.invalid',
    });
    const [first] = report.observations;
    if (first === undefined) throw new Error('no observation');
    const saved = await test.assigned.saveReport({
      reportId: made.id,
      version: made.version,
      ...fieldsOf(report),
      overview: '10月2日に、書庫と窓口を確かめた。',
      conclusion: 'おおむね定めのとおり行われていた。',
      observations: [{ ...first, grade: '指摘', remedy: '毎週金曜日に係長が確かめる。' }],
    });
    await expect(
      test.assigned.saveReport({ reportId: made.id, version: made.version, ...fieldsOf(report) }),
    ).rejects.toMatchObject({ code: 'record.stale' });
    // What is being written is nobody else's.
    expect((await test.lead.getReports(own())).versions).toEqual([]);
    await test.assigned.submitReport({ reportId: made.id, version: saved.version });
    expect((await test.lead.getReports(own())).versions.map(({ state }) => state)).toEqual(['submitted']);
    expect((await test.facts('auditor-report.submitted')).map(({ data }) => data)).toMatchObject([
      { target: test.targetId, version: 1, observations: 1 },
    ]);
  });

  it('is reviewed against the criteria and for what it left out, and the advice goes back', async () => {
    await test.judgeAnother();
    const report = await latest();
    const { doubts } = await test.lead.getDoubts({ reportId: report.id });
    expect(doubts.map(({ title }) => title.slice(0, 6))).toEqual(['監査項目2　', '立会いの記録']);
    const [observation] = report.observations;
    const review = {
      reportId: report.id,
      version: 0,
      criteria: criteria(),
      overall: '',
      outcome: 'again' as const,
      advice: [
        {
          key: crypto.randomUUID(),
          observation: observation?.key ?? null,
          criterion: '実現可能性' as const,
          text: '押印より、貸出簿の写しを月末に事務局へ送る方法が続けやすい。',
          wording: '',
        },
      ],
      doubts: doubts.slice(0, 1).map((one) => ({ ...one, decision: 'missed' as const, comment: '' })),
    };
    await expect(
      test.lead.saveReview({ ...review, criteria: [{ criterion: '適切性', result: 'advise', comment: '' }] }),
    ).rejects.toMatchObject({ code: 'input.invalid' });
    await expect(test.office.saveReview(review)).rejects.toMatchObject({ code: 'state.refused' });
    const saved = await test.lead.saveReview(review);
    await expect(test.lead.issueReview({ reviewId: saved.id, version: saved.version })).rejects.toMatchObject({
      code: 'state.refused',
    });
    expect((await test.assigned.getOwnReport(own())).reviews).toEqual([]);
    const again = await test.lead.saveReview({
      ...review,
      version: saved.version,
      doubts: [
        ...review.doubts,
        ...doubts.slice(1).map((one) => ({ ...one, decision: 'explained' as const, comment: '監査項目2と同じ事実。' })),
      ],
    });
    await test.lead.issueReview({ reviewId: again.id, version: again.version });
    expect((await test.assigned.getOwnReport(own())).reviews).toHaveLength(1);
    expect((await test.facts('auditor-report.reviewed')).map(({ data }) => data)).toEqual([
      { target: test.targetId, version: 1, criteria: [...CRITERIA], advice: 1, missed: 1, again: true },
    ]);
  });

  it('answers the advice in its next version, with a reason for what is not taken', async () => {
    const made = await test.assigned.startReport(own());
    const report = await latest();
    expect(report.number).toBe(2);
    const { reviews } = await test.assigned.getOwnReport(own());
    const asked = reviews[0]?.advice[0]?.key ?? '';
    const write = (answers: ReportFields['answers'], version: number) =>
      test.assigned.saveReport({ reportId: made.id, version, ...fieldsOf(report), answers });
    const unanswered = await write([], made.version);
    await expect(test.assigned.submitReport({ reportId: made.id, version: unanswered.version })).rejects.toMatchObject({
      code: 'input.invalid',
    });
    const without = await write([{ advice: asked, taken: 'not-taken', reason: '' }], unanswered.version);
    await expect(test.assigned.submitReport({ reportId: made.id, version: without.version })).rejects.toMatchObject({
      code: 'input.invalid',
    });
    const answered = await write(
      [{ advice: asked, taken: 'partly', reason: '押印の代わりに、係長が日付を書く。' }],
      without.version,
    );
    await test.assigned.submitReport({ reportId: made.id, version: answered.version });
    const { versions } = await test.lead.getReports(own());
    expect(versions.map(({ state }) => state)).toEqual(['superseded', 'submitted']);
  });

  it('makes its papers for both sides', async () => {
    const { engagementId, targetId } = test;
    for (const kind of ['internal-report', 'internal-section-report', 'auditor-report-review']) {
      const file = await test.office.downloadDocument({ engagementId, kind, subject: targetId, format: 'docx' });
      expect(file.bytes.byteLength).toBeGreaterThan(4000);
    }
    const review = await test.assigned.downloadOwnReport({ ...own(), kind: 'review', format: 'docx' });
    expect(review.bytes.byteLength).toBeGreaterThan(4000);
  });
});

describe('reports refuse', () => {
  it('an auditor of other targets, other roles and other municipalities', async () => {
    await expect(test.idle.getOwnReport(own())).rejects.toMatchObject({ code: 'record.missing' });
    await expect(test.idle.startReport(own())).rejects.toMatchObject({ code: 'record.missing' });
    await expect(test.auditing.idle.getAssignedAudit(own())).rejects.toMatchObject({ code: 'record.missing' });
    expect((await test.auditing.assigned.getAssignedAudit(own())).audit?.conductedBy).toBe('city-auditors');
    expect((await test.idle.listOwnReports({ engagementId: test.engagementId })).reports).toEqual([]);
    await expect(test.assigned.getReports(own())).rejects.toMatchObject({ code: 'permission.refused' });
    await expect(test.as(['assistant']).getDoubts({ reportId: test.targetId })).rejects.toMatchObject({
      code: 'permission.refused',
    });
    const tenantId = await test.addTenant('みどり市');
    await expect(test.as(['audit-lead'], { tenantId }).getReports(own())).rejects.toMatchObject({
      code: 'record.missing',
    });
  });

  it('a contractor who writes the report, and an office that reviews against the reading', async () => {
    await expect(test.as(['audit-lead']).startReport(own())).rejects.toMatchObject({ code: 'permission.refused' });
    const report = await latest();
    await expect(test.office.getDoubts({ reportId: report.id })).rejects.toMatchObject({ code: 'state.refused' });
  });
});
