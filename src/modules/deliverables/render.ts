/** Renders what the module of a document built, for anybody who may have it; in the city's own form where one is in use. */
import { formatEraShort } from '../../core/calendar/index.ts';
import { type DocumentFormat, renderFile, titleOf } from '../../documents/index.ts';
import type { FileReply } from '../../kernel/contract.ts';
import type { Context, Providers } from '../../kernel/module.ts';
import { templatesContract } from '../templates/contract.ts';
import type { DeliverableFile } from './contract.ts';

type Provider = Providers['documents'][number];

/** The provider of a deliverable type, or null when the product cannot make it from its records. */
export function providerOf(context: Context, type: string): Provider | null {
  return context.providers.documents.find((provider) => provider.kind === type) ?? null;
}

export interface Rendered {
  readonly file: FileReply;
  readonly template: DeliverableFile['template'];
}

/** The PDF is always set from the built-in document: only an office program could make one of a form. */
export async function renderDocument(
  context: Context,
  provider: Provider,
  request: { readonly engagementId: string; readonly subject: string | null; readonly format: DocumentFormat },
): Promise<Rendered> {
  context.providers.check(provider);
  const { engagementId, subject, format } = request;
  const form = (await formsOf(context, provider, engagementId)).find((one) => one.format === format);
  if (form !== undefined) return inForm(context, form, { engagementId, subject });
  const tree = await provider.build(context, request);
  const name = `${titleOf(tree) ?? provider.title}_${formatEraShort(context.today)}`;
  return { file: await renderFile(tree, format, name), template: null };
}

/** The city's forms in use for a kind of document. */
export async function formsOf(context: Context, { kind }: Provider, engagementId: string) {
  return (await context.client(templatesContract).listActiveTemplates({ engagementId, kind })).templates;
}

export async function inForm(
  context: Context,
  { id, version, sha256 }: { readonly id: string; readonly version: number; readonly sha256: string },
  about: { readonly engagementId: string; readonly subject: string | null },
): Promise<Rendered> {
  const file = await context.client(templatesContract).fillTemplate({ ...about, templateId: id });
  return { file, template: { templateId: id, version, sha256 } };
}
