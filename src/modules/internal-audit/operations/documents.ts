/** Renders the papers of reports; an auditor gets the own ones without reading anybody else's. */
import { renderFile } from '../../../documents/index.ts';
import { AppError } from '../../../kernel/error.ts';
import { engagementContract } from '../../engagement/contract.ts';
import { documents } from '../documents/index.ts';
import { reportTree, reviewTree } from '../documents/papers.ts';
import { getOwnReport } from './reports.ts';
import type { H } from './shared.ts';

export const downloadDocument: H<'downloadDocument'> = async (context, { engagementId, kind, subject, format }) => {
  const provider = documents.find((candidate) => candidate.kind === kind);
  if (provider === undefined) throw new AppError('record.missing', { internal: kind });
  return renderFile(await provider.build(context, { engagementId, subject, format }), format, provider.title);
};

export const downloadOwnReport: H<'downloadOwnReport'> = async (context, { engagementId, targetId, kind, format }) => {
  const own = await getOwnReport(context, { engagementId, targetId });
  const engagement = await context.client(engagementContract).getEngagement({ engagementId });
  const source = { engagement, today: context.today, ...own };
  const [tree, title] =
    kind === 'report'
      ? [reportTree(source), '情報セキュリティ内部監査報告書']
      : [reviewTree(source), '内部監査報告書のレビュー結果及び助言'];
  return renderFile(tree, format, title);
};
