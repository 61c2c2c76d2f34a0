/** The module's own documents, made from the records of the moment. */
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { renderFile } from '../../../documents/index.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Handler } from '../../../kernel/module.ts';
import type { dutyContract } from '../contract.ts';
import { documents } from '../documents/index.ts';

type C = typeof dutyContract;
type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;

export const downloadDocument: H<'downloadDocument'> = async (context, { engagementId, kind, subject, format }) => {
  const provider = documents.find((candidate) => candidate.kind === kind);
  if (provider === undefined) throw new AppError('record.missing', { internal: kind });
  return renderFile(await provider.build(context, { engagementId, subject, format }), format, provider.title);
};
