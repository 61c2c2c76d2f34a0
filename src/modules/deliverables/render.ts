/** Renders what the module of a document built, for anybody who may have it. */
import { formatEraShort } from '../../core/calendar/index.ts';
import { type DocumentFormat, renderFile, titleOf } from '../../documents/index.ts';
import type { FileReply } from '../../kernel/contract.ts';
import type { Context, Providers } from '../../kernel/module.ts';

type Provider = Providers['documents'][number];

/** The provider of a deliverable type, or null when the product cannot make it from its records. */
export function providerOf(context: Context, type: string): Provider | null {
  return context.providers.documents.find((provider) => provider.kind === type) ?? null;
}

export async function renderDocument(
  context: Context,
  provider: Provider,
  request: { readonly engagementId: string; readonly subject: string | null; readonly format: DocumentFormat },
): Promise<FileReply> {
  context.providers.check(provider);
  const tree = await provider.build(context, request);
  return renderFile(tree, request.format, `${titleOf(tree) ?? provider.title}_${formatEraShort(context.today)}`);
}
