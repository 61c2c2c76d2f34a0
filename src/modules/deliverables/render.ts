/** Renders what the module of a document built, for anybody who may have it; in the city's own form where one is in use. */
import { formatEraShort } from '../../core/calendar/index.ts';
import {
  asDocument,
  type DocumentFormat,
  type Edition,
  editionOf,
  type LeakCheck,
  pageOf,
  readerOf,
  refuseAssurance,
  refuseLeaks,
  type Removal,
  renderFile,
  titleOf,
  wordsToCheck,
} from '../../documents/index.ts';
import { ReadableError } from '../../core/readable-error.ts';
import type { FileReply } from '../../kernel/contract.ts';
import { type ConfidentialWord, confidentialWords } from '../../kernel/confidential.ts';
import { AppError } from '../../kernel/error.ts';
import type { Context, DocumentEdition, Providers } from '../../kernel/module.ts';
import { templatesContract } from '../templates/contract.ts';
import type { DeliverableFile } from './contract.ts';

type Provider = Providers['documents'][number];

interface Wanted {
  readonly engagementId: string;
  readonly subject: string | null;
  readonly format: DocumentFormat;
  readonly edition: DocumentEdition;
  /** Of a department's edition: which. */
  readonly departmentId: string | null;
}

/** The provider of a deliverable type, or null when the product cannot make it from its records. */
export function providerOf(context: Context, type: string): Provider | null {
  return context.providers.documents.find((provider) => provider.kind === type) ?? null;
}

/** A document as it would be made, with what keeps it from being made. */
export interface Built {
  readonly tree: unknown;
  readonly title: string;
  readonly removed: readonly Removal[];
  readonly refusals: readonly ReadableError[];
}

/** Builds the tree of one edition and looks at its wording. @throws AppError when the provider has no such edition */
export async function buildDocument(context: Context, provider: Provider, request: Wanted): Promise<Built> {
  context.providers.check(provider);
  const { edition } = request;
  const reader = await requireReader(context, provider, request);
  const whole = await provider.build(context, request);
  const document = asDocument(whole);
  // A paper that is an edition by itself, as a 概要版 is, stands as its module made it.
  const own = document?.edition;
  const { tree, removed } =
    document === null || own !== undefined ? { tree: whole, removed: [] } : editionOf(document, reader);
  const words = wordsToCheck(tree);
  const title = titleOf(tree) ?? provider.title;
  if (words === null) return { tree, title, removed, refusals: [] };
  const refusals: ReadableError[] = [];
  const look = (check: () => void): void => {
    try {
      check();
    } catch (error) {
      if (!(error instanceof ReadableError)) throw error;
      refusals.push(error);
    }
  };
  if (edition === 'public' || own === 'public' || reader.kind === 'department') {
    const check = leakCheck(await confidentialWords(context, request.engagementId), reader);
    look(() => refuseLeaks(words, check));
  }
  if (provider.advisory === true) look(() => refuseAssurance(words));
  return { tree, title, removed, refusals };
}

/** Whom the document is made for. @throws AppError `record.missing` when the provider has no such edition */
export async function requireReader(
  context: Context,
  provider: Provider,
  wanted: Pick<Wanted, 'engagementId' | 'edition' | 'departmentId'>,
): Promise<Edition> {
  const departments =
    wanted.edition === 'department' ? ((await provider.departments?.(context, wanted.engagementId)) ?? []) : [];
  const reader = readerOf(wanted, { editions: provider.editions ?? [], departments });
  if (reader !== null) return reader;
  throw new AppError('record.missing', { internal: `no edition ${wanted.edition} of ${provider.kind}` });
}

/** The public reads none of the words; a department reads its own, also where another one has the same. */
function leakCheck(words: readonly ConfidentialWord[], reader: Edition): LeakCheck {
  if (reader.kind !== 'department') return { reader: 'public', list: words };
  const { department, name } = reader;
  const own = [name, ...words.filter(({ departmentId }) => departmentId === department).map(({ word }) => word)];
  return {
    reader: 'department',
    list: words.filter(({ departmentId, word }) => departmentId !== undefined && !own.includes(word)),
    own,
  };
}

/** A file and the city's form that it was made in. */
export interface Rendered {
  readonly file: FileReply;
  readonly removed: readonly Removal[];
  readonly template: DeliverableFile['template'];
}

/**
 * The document as a file: in the city's form where one is in use for the format, else as built in. The PDF is always set
 * from the built-in document, as only an office program could make one of a form. An edition for another reader takes a
 * form that is meant for it, filled with what that edition says and nothing else.
 * @throws ReadableError when the wording of the document must be mended first
 */
export async function renderDocument(context: Context, provider: Provider, request: Wanted): Promise<Rendered> {
  const { tree, title, refusals, removed } = await buildDocument(context, provider, request);
  const [refusal] = refusals;
  if (refusal !== undefined) throw refusal;
  const { engagementId, format, edition } = request;
  const forms = await formsOf(context, provider, engagementId);
  const form = forms.find((one) => one.format === format && one.edition === edition);
  if (form !== undefined) return { ...(await inForm(context, form, request)), removed };
  return { file: await renderFile(tree, format, `${title}_${formatEraShort(context.today)}`), removed, template: null };
}

/** The document as a page for the screen, also while its wording is still to be mended. */
export async function showPage(
  context: Context,
  provider: Provider,
  request: Omit<Wanted, 'format'>,
): Promise<FileReply> {
  const { tree, title } = await buildDocument(context, provider, { ...request, format: readingFormat(provider) });
  const page = await pageOf(tree);
  return {
    name: `${title}.html`,
    mediaType: 'text/html; charset=utf-8',
    bytes: Buffer.from(page, 'utf8'),
    shown: true,
  };
}

/** Formats that bear the marks by which editions are made: sheets and slides have none. */
export const isPaper = (format: DocumentFormat): boolean => format === 'docx' || format === 'pdf';

/** The format whose tree is shown on the screen: running text where there is any. */
export const readingFormat = (provider: Provider): DocumentFormat =>
  provider.formats.find(isPaper) ?? provider.formats[0] ?? 'pdf';

/** The city's forms in use for a kind of document. */
export async function formsOf(context: Context, { kind }: Provider, engagementId: string) {
  return (await context.client(templatesContract).listActiveTemplates({ engagementId, kind })).templates;
}

export async function inForm(
  context: Context,
  { id, version, sha256 }: { readonly id: string; readonly version: number; readonly sha256: string },
  { engagementId, subject, departmentId }: Pick<Wanted, 'engagementId' | 'subject' | 'departmentId'>,
): Promise<Rendered> {
  const about = { engagementId, subject, departmentId, templateId: id };
  const file = await context.client(templatesContract).fillTemplate(about);
  return { file, removed: [], template: { templateId: id, version, sha256 } };
}
