/** Renders one of the module's documents for the caller. */
import { renderFile } from '../../../documents/index.ts';
import { AppError } from '../../../kernel/error.ts';
import { documents } from '../documents/index.ts';
import type { H } from './verifications.ts';

export const downloadDocument: H<'downloadDocument'> = async (context, { engagementId, kind, subject, format }) => {
  const provider = documents.find((candidate) => candidate.kind === kind);
  if (provider === undefined || !provider.formats.includes(format))
    throw new AppError('record.missing', { internal: `${kind} ${format}` });
  return renderFile(await provider.build(context, { engagementId, subject, format }), format, provider.title);
};
