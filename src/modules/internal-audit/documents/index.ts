/** Papers of auditors' reports. The first kinds are the names by which specifications know the reviewed report. */
import { gap } from '../../../kernel/gap.ts';
import type { Context, DocumentProvider } from '../../../kernel/module.ts';
import { engagementContract } from '../../engagement/contract.ts';
import { internalAuditContract } from '../contract.ts';
import { missing, reportsTree, reportTree, reviewTree, type Source } from './papers.ts';

const clientOf = (context: Context) => context.client(internalAuditContract);

async function readSource(context: Context, engagementId: string, targetId: string): Promise<Source> {
  const { audit, versions, reviews } = await clientOf(context).getReports({ engagementId, targetId });
  return {
    engagement: await context.client(engagementContract).getEngagement({ engagementId }),
    ...{ today: context.today, audit, versions, reviews },
  };
}

function provider(kind: string, title: string, tree: (source: Source) => unknown): DocumentProvider {
  return {
    kind,
    title,
    formats: ['docx', 'pdf'],
    permission: 'internal-audit.read',
    perSubject: '監査の対象',
    gaps: reportGaps,
    async subjects(context, engagementId) {
      const { reports } = await clientOf(context).listReports({ engagementId });
      return reports.flatMap(({ targetId, target, state }) =>
        state === null ? [] : [{ id: targetId, title: target }],
      );
    },
    async build(context, { engagementId, subject }) {
      if (subject === null) throw missing('どの対象の文書かを選んでください。');
      return tree(await readSource(context, engagementId, subject));
    },
  };
}

/** Targets without a report, and reports that are not settled by their review; of one target where one is meant. */
const reportGaps: NonNullable<DocumentProvider['gaps']> = async (context, { engagementId, subject }) => {
  const { reports: all } = await clientOf(context).listReports({ engagementId });
  const lines = all.filter(({ targetId }) => subject === null || targetId === subject);
  const without = lines.filter(({ state }) => state === null).length;
  const open = lines.filter(({ state }) => state !== null && state !== 'settled').length;
  const href = `/engagements/${engagementId}/internal-audit`;
  return [
    ...gap(without, `報告書がまだない対象が${without}件あります。`, href),
    ...gap(open, `レビューの済んでいない報告書が${open}件あります。`, href),
  ];
};

/** The reviewed reports as a specification has them delivered: of one target, or of all of them as one paper. */
function reports(kind: string, title: string): DocumentProvider {
  return {
    kind,
    title,
    formats: ['docx', 'pdf'],
    permission: 'internal-audit.read',
    gaps: reportGaps,
    async build(context, { engagementId, subject }) {
      if (subject !== null) return reportTree(await readSource(context, engagementId, subject));
      const { reports: lines } = await clientOf(context).listReports({ engagementId });
      const sources = [];
      for (const { targetId, state } of lines)
        if (state !== null) sources.push(await readSource(context, engagementId, targetId));
      return reportsTree(sources);
    },
  };
}

export const documents: readonly DocumentProvider[] = [
  reports('internal-report', '情報セキュリティ内部監査報告書'),
  reports('internal-section-report', '内部監査報告書（所属別）'),
  provider('auditor-report-review', '内部監査報告書のレビュー結果及び助言', reviewTree),
];
