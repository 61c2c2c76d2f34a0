/** Renders what a document provider built, after checking that it is a document at all. */
import { renderDocx, renderPdf, renderXlsx, type DocumentTree, type WorkbookTree } from '../../documents/index.ts';
import { dayOf, formatEraShort } from '../../core/calendar/index.ts';
import { AppError } from '../../kernel/error.ts';
import type { FileReply } from '../../kernel/contract.ts';
import type { Context, Providers } from '../../kernel/module.ts';
import { portableName } from './rules.ts';

export type RenderFormat = 'docx' | 'pdf' | 'xlsx';
type Provider = Providers['documents'][number];

const MEDIA: Readonly<Record<RenderFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

/** The provider of a deliverable type, or null when the product cannot make it from its records. */
export function providerOf(context: Context, type: string): Provider | null {
  return context.providers.documents.find((provider) => provider.kind === type) ?? null;
}

export async function renderDocument(
  context: Context,
  provider: Provider,
  request: { readonly engagementId: string; readonly subject: string | null; readonly format: RenderFormat },
): Promise<FileReply> {
  context.providers.check(provider);
  const tree = await provider.build(context, request);
  const title = titleOf(tree) ?? provider.title;
  const bytes = request.format === 'xlsx' ? await renderXlsx(workbook(tree)) : await renderText(request.format, tree);
  const name = portableName(`${title}_${formatEraShort(dayOf(context.now.toISOString()))}`);
  return { name: `${name}.${request.format}`, mediaType: MEDIA[request.format], bytes };
}

function renderText(format: 'docx' | 'pdf', tree: unknown): Promise<Uint8Array> {
  if (!isObject(tree) || !Array.isArray(tree['blocks'])) throw wrong();
  const checked = tree as unknown as DocumentTree;
  return format === 'docx' ? renderDocx(checked) : renderPdf(checked);
}

function workbook(tree: unknown): WorkbookTree {
  if (!isObject(tree) || !Array.isArray(tree['sheets'])) throw wrong();
  return tree as unknown as WorkbookTree;
}

export function titleOf(tree: unknown): string | null {
  return isObject(tree) && typeof tree['title'] === 'string' ? tree['title'] : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function wrong(): AppError {
  return new AppError('internal.failure', { internal: 'a provider built something that is no document' });
}
