/** Files of the help with policy documents: the city's draft, and the contractor's advice as a letter. */
import { renderFile } from '../../../documents/index.ts';
import type { FileReply, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import type { policyContract } from '../contract.ts';
import { ADVICE_TITLE, adviceOf } from '../documents/advice.ts';
import { selectRequests } from '../store.ts';
import { requireRequest } from './support.ts';

type In<K extends keyof (typeof policyContract)['operations']> = ParsedInputOf<typeof policyContract, K>;

export async function downloadMaterial(context: Context, input: In<'downloadMaterial'>): Promise<FileReply> {
  const request = requireRequest(await selectRequests(context.tx, input.engagementId), input.requestId);
  if (request.fileId === null) throw new AppError('record.missing', { internal: 'request without file' });
  const { name, mediaType, bytes } = await context.files.open(request.fileId);
  return { name, mediaType, bytes };
}

export async function downloadAdvice(context: Context, input: In<'downloadAdvice'>): Promise<FileReply> {
  const { engagementId, requestId, format } = input;
  const request = requireRequest(await selectRequests(context.tx, engagementId), requestId);
  const tree = await adviceOf(context, engagementId, request);
  return renderFile(tree, format, `${ADVICE_TITLE}_${request.document}`);
}
