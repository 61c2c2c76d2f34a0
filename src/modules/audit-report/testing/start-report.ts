/** Audits that are over in all but their report, over a real database. */
import type { Client } from '../../../kernel/contract.ts';
import type { Role } from '../../../kernel/role.ts';
import { judgeRows, openTarget, rowsOf, startTarget, type TargetTest } from '../../audit/testing/start-target.ts';
import deliverables from '../../deliverables/server.ts';
import duty from '../../duty/server.ts';
import meetings from '../../meetings/server.ts';
import templates from '../../templates/server.ts';
import { auditReportContract } from '../contract.ts';
import auditReport from '../server.ts';

export type ReportClient = Client<typeof auditReportContract>;

export interface ReportTest extends TargetTest {
  readonly reports: {
    readonly lead: ReportClient;
    readonly auditor: ReportClient;
    readonly office: ReportClient;
    as(roles: readonly Role[]): ReportClient;
  };
}

export async function startReport(specificationId: string): Promise<ReportTest> {
  const test = await startTarget(specificationId, [meetings, duty, templates, deliverables, auditReport]);
  const as = (roles: readonly Role[]) => test.application.client(auditReportContract, test.caller(roles));
  return {
    ...test,
    reports: { lead: as(['audit-lead']), auditor: as(['auditor']), office: as(['security-office']), as },
  };
}

/** What a finding says beside what its item brings along. */
export const WRITTEN = {
  cause: '鍵を返す手順がない。',
  risk: '書類が持ち出されても分からないおそれがある。',
  recommendation: '鍵の貸出しを記録し、返したことを毎日確かめる。',
  importance: 'high',
  ease: 'easy',
  cost: '費用はかからない。',
  constraints: { physical: '書庫が狭い。', organisational: '担当者が一人である。', affair: '窓口は閉められない。' },
} as const;

/** Opens the audit of a target, judges its items and drafts a finding from each of the first ones. */
export async function heldAudit(
  test: ReportTest,
  source: string,
  target: Parameters<typeof openTarget>[2],
  judgements: readonly ('minor' | 'inadequate')[],
): Promise<string> {
  const auditId = await openTarget(test, source, target);
  await judgeRows(test, auditId, judgements);
  await test.lead.recordSession({
    auditId,
    occurredOn: (await test.lead.getAudit({ auditId })).createdAt.slice(0, 10),
    minutes: 120,
    onSite: true,
    place: '執務室',
    participants: [...test.members],
    interviewees: ['事務の担当者'],
    methods: ['聞き取り', '書類の確認'],
  });
  const rows = await rowsOf(test, auditId);
  for (const row of rows.slice(0, judgements.length)) {
    const { id, version } = await test.auditor.draftFinding({ auditId, from: { kind: 'check', id: row.id } });
    const { findings } = await test.auditor.listFindings({ engagementId: test.engagementId, auditId });
    const finding = findings.find((one) => one.id === id);
    if (finding === undefined) throw new Error('no such finding');
    await test.auditor.saveFinding({
      findingId: id,
      version,
      text: {
        title: finding.title,
        fact: finding.fact,
        grade: finding.grade,
        gradeReason: finding.gradeReason,
        evidenceIds: finding.evidenceIds,
        basis: finding.basis.map(({ standard, provision }) => ({ standard, provision })),
        ...WRITTEN,
      },
    });
  }
  return auditId;
}

/** The lead issues the findings, and the city confirms them. */
export async function confirmFindings(test: ReportTest, auditId: string): Promise<void> {
  const all = async () => (await test.lead.listFindings({ engagementId: test.engagementId, auditId })).findings;
  for (const { id, version } of await all()) await test.lead.reviewFinding({ findingId: id, version });
  const { version } = await test.lead.getAudit({ auditId });
  await test.lead.closeFieldwork({ auditId, version });
  await test.lead.issueFindings({ auditId });
  for (const finding of await all())
    await test.office.confirmFinding({ findingId: finding.id, version: finding.version });
}

/** The papers are reviewed, laid before the city, and their facts confirmed. */
export async function confirmPapers(test: ReportTest, auditId: string): Promise<void> {
  const papers = async () =>
    (await rowsOf(test, auditId)).map(({ id, paperVersion }) => ({ checkId: id, version: paperVersion }));
  await test.auditor.submitPapers({ auditId, papers: await papers() });
  await test.lead.reviewPapers({ auditId, papers: await papers() });
  const version = async () => (await test.lead.getAudit({ auditId })).version;
  await test.lead.draftPaperSet({ auditId, version: await version() });
  await test.office.confirmPaperSet({ auditId, version: await version() });
}
