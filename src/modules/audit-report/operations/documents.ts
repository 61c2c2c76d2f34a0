/** Renders the module's documents for the caller, who gets what the same person would read on the pages. */
import { detailedEdition, editionOf, refuseAssurance, refuseLeaks, renderFile } from '../../../documents/index.ts';
import { confidentialWords } from '../../../kernel/confidential.ts';
import { AppError } from '../../../kernel/error.ts';
import { documents } from '../documents/index.ts';
import { reportTree } from '../documents/report.ts';
import type { H } from './common.ts';
import { compose } from './composing.ts';
import { readReport } from './reports.ts';

export const downloadDocument: H<'downloadDocument'> = async (context, { engagementId, kind, subject, format }) => {
  const provider = documents.find((candidate) => candidate.kind === kind);
  if (provider === undefined || !provider.formats.includes(format))
    throw new AppError('record.missing', { internal: `${kind} ${format}` });
  const tree = await provider.build(context, { engagementId, subject, format });
  return renderFile(detailedEdition(tree), format, provider.title);
};

export const downloadReport: H<'downloadReport'> = async (context, { reportId, number, edition, format }) => {
  const composed = await compose(context, await readReport(context, reportId), number ?? undefined);
  const { tree } = editionOf(reportTree(composed), { kind: edition });
  if (edition === 'public')
    refuseLeaks(tree, { reader: 'public', list: await confidentialWords(context, composed.engagement.id) });
  if (composed.material.programme.assurance === 'advice' && composed.open.length === 0) refuseAssurance(tree);
  return renderFile(tree, format, tree.title);
};
