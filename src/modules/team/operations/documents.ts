/** The module's own documents, made from the records of the moment. */
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { type DocumentTree, renderDocx, renderPdf } from '../../../documents/index.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Handler } from '../../../kernel/module.ts';
import type { teamContract } from '../contract.ts';
import { documents } from '../documents/index.ts';

type C = typeof teamContract;
type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;

const MEDIA_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;

export const downloadDocument: H<'downloadDocument'> = async (context, { engagementId, kind, subject, format }) => {
  const provider = documents.find((candidate) => candidate.kind === kind);
  if (provider === undefined) throw new AppError('record.missing', { internal: kind });
  // Builders of this module return trees of documents only, never workbooks.
  const tree = (await provider.build(context, { engagementId, subject, format })) as DocumentTree;
  return {
    name: `${provider.title}.${format}`,
    mediaType: MEDIA_TYPES[format],
    bytes: await (format === 'docx' ? renderDocx(tree) : renderPdf(tree)),
  };
};
