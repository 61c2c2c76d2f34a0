/** The module's own documents, made from the records of the moment. */
import { type DocumentTree, renderDocx, renderPdf, renderXlsx, type WorkbookTree } from '../../../documents/index.ts';
import { AppError } from '../../../kernel/error.ts';
import { documents } from '../documents/index.ts';
import type { H } from './common.ts';

const MEDIA_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const;

export const downloadDocument: H<'downloadDocument'> = async (context, { engagementId, kind, format }) => {
  const provider = documents.find((candidate) => candidate.kind === kind && candidate.formats.includes(format));
  if (provider === undefined) throw new AppError('record.missing', { internal: `${kind} ${format}` });
  const tree = await provider.build(context, { engagementId, subject: null, format });
  return { name: `${provider.title}.${format}`, mediaType: MEDIA_TYPES[format], bytes: await render(tree, format) };
};

// The kernel knows no documents, so a builder's tree arrives without its type; its format tells which one it is.
function render(tree: unknown, format: keyof typeof MEDIA_TYPES): Promise<Uint8Array> {
  if (format === 'xlsx') return renderXlsx(tree as WorkbookTree);
  return format === 'docx' ? renderDocx(tree as DocumentTree) : renderPdf(tree as DocumentTree);
}
