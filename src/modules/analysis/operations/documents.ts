/** The module's own documents, made from the records of the moment. */
import { renderFile } from '../../../documents/index.ts';
import { AppError } from '../../../kernel/error.ts';
import { documents } from '../documents/index.ts';
import type { H } from './common.ts';

export const downloadReport: H<'downloadReport'> = async (context, { engagementId, kind, format }) => {
  const provider = documents.find((candidate) => candidate.kind === kind && candidate.formats.includes(format));
  if (provider === undefined) throw new AppError('record.missing', { internal: `${kind} ${format}` });
  return renderFile(await provider.build(context, { engagementId, subject: null, format }), format, provider.title);
};
