/** Renders one of the module's documents for the caller, who gets what the same person would read on the pages. */
import { type DocumentTree, renderDocx, renderPdf, renderXlsx, type WorkbookTree } from '../../../documents/index.ts';
import { AppError } from '../../../kernel/error.ts';
import { documents } from '../documents/index.ts';
import type { H } from './handler.ts';

const MEDIA_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const;

export const downloadDocument: H<'downloadDocument'> = async (context, { engagementId, kind, subject, format }) => {
  const provider = documents.find((candidate) => candidate.kind === kind);
  if (provider === undefined || !provider.formats.includes(format))
    throw new AppError('record.missing', { internal: `${kind} ${format}` });
  const tree = await provider.build(context, { engagementId, subject, format });
  return {
    name: `${provider.title}.${format}`,
    mediaType: MEDIA_TYPES[format],
    // Each builder answers with a workbook when asked for xlsx and with a document otherwise.
    bytes: await (format === 'xlsx'
      ? renderXlsx(tree as WorkbookTree)
      : format === 'docx'
        ? renderDocx(tree as DocumentTree)
        : renderPdf(tree as DocumentTree)),
  };
};
