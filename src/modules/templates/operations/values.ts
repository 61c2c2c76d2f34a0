/** Fields and values of a document: what it says, what its module adds, and what every form may ask. */
import type { FormData, FormField } from '../../../core/form/index.ts';
import { asDocument, type Edition, editionOf, readerOf, type WantedEdition } from '../../../documents/index.ts';
import { conform, deriveFields, outlineOf, PARTICULARS } from '../../../documents/templates/index.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Context, DocumentRequest, Providers } from '../../../kernel/module.ts';
import { engagementContract } from '../../engagement/contract.ts';
import type { Placeholder } from '../contract.ts';
import { COMMON_FIELDS, commonValues } from '../rules.ts';

export type Provider = Providers['documents'][number];

/** @throws AppError `record.missing` for an unknown kind */
export function requireProvider(context: Context, kind: string): Provider {
  const provider = context.providers.documents.find((one) => one.kind === kind);
  if (provider === undefined) throw new AppError('record.missing', { internal: 'document kind' });
  return provider;
}

export const subjectsOf = async (context: Context, provider: Provider, engagementId: string) =>
  provider.subjects === undefined ? [] : provider.subjects(context, engagementId);

export const departmentsOf = async (context: Context, provider: Provider, engagementId: string) =>
  ((await provider.departments?.(context, engagementId)) ?? []).map(({ id, title }) => ({ id, title }));

export interface FieldGroup {
  readonly group: Placeholder['group'];
  readonly fields: readonly FormField[];
}

/** What a form of this document may ask for. A name stands in the first group that has it. */
export async function fieldGroups(
  context: Context,
  provider: Provider,
  engagementId: string,
): Promise<readonly FieldGroup[]> {
  const declared = provider.fields ?? [];
  const groups: FieldGroup[] = [];
  const add = (group: FieldGroup['group'], fields: readonly FormField[]): void => {
    const taken = new Set(groups.flatMap((one) => one.fields.map(({ name }) => name)));
    groups.push({ group, fields: fields.filter(({ name }) => !taken.has(name)) });
  };
  add('document', declared);
  add('head', PARTICULARS);
  add('common', COMMON_FIELDS);
  const known = groups.flatMap(({ fields }) => fields);
  add('records', deriveFields(await saidNow(context, provider, engagementId), known));
  return groups;
}

/** What the document says of the first thing that it can be made of; nothing before there are records. */
async function saidNow(context: Context, provider: Provider, engagementId: string): Promise<FormData> {
  if (!mayBuild(context, provider)) return {};
  const subjects = await subjectsOf(context, provider, engagementId);
  if (provider.perSubject !== undefined && subjects.length === 0) return {};
  return outlines(context, provider, { engagementId, subject: subjects[0]?.id ?? null, format: 'docx' });
}

export function mayBuild(context: Context, provider: Provider): boolean {
  try {
    context.providers.check(provider);
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

/**
 * The values of one document, from the same records as the built-in paper.
 * @throws AppError when the document cannot be made yet, or not by the caller
 */
export async function valuesOf(
  context: Context,
  provider: Provider,
  request: Omit<DocumentRequest, 'format'> & WantedEdition & { readonly format: 'docx' | 'xlsx' | 'pptx' },
): Promise<FormData> {
  context.providers.check(provider);
  const { engagementId, subject } = request;
  const departments = request.edition === 'department' ? await departmentsOf(context, provider, engagementId) : [];
  const reader = readerOf(request, { editions: provider.editions ?? [], departments });
  if (reader === null) {
    throw new AppError('record.missing', { message: 'その所属の版はありません。画面を開き直してください。' });
  }
  const client = context.client(engagementContract);
  const subjects = await subjectsOf(context, provider, engagementId);
  const common = commonValues({
    engagement: await client.getEngagement({ engagementId }),
    specification: (await client.getSpecification({ engagementId })).title,
    today: context.today,
    subject: subjects.find(({ id }) => id === subject)?.title ?? '',
  });
  if (reader.kind !== 'detailed') return ofEdition(context, provider, request, { reader, common });
  const format = request.format === 'xlsx' ? 'xlsx' : 'docx';
  const said = await outlines(context, provider, { engagementId, subject, format }, true);
  const more = (await provider.values?.(context, { engagementId, subject, format })) ?? {};
  return conform({ ...common, ...said, ...more }, provider.fields ?? []);
}

/**
 * An edition for another reader: what its paper says and nothing else. Workbooks and further values bear no marks by which
 * something could be left out, and the public reads no handling mark.
 */
async function ofEdition(
  context: Context,
  provider: Provider,
  { engagementId, subject }: Pick<DocumentRequest, 'engagementId' | 'subject'>,
  { reader, common }: { readonly reader: Edition; readonly common: FormData },
): Promise<FormData> {
  const format = provider.formats.includes('docx') ? 'docx' : 'pdf';
  const paper = asDocument(await provider.build(context, { engagementId, subject, format }));
  if (paper === null) throw new AppError('record.missing', { internal: `no paper of ${provider.kind}` });
  const { tree } = editionOf(paper, reader);
  const open = reader.kind === 'public' ? { 取扱区分: '', 対象: '' } : {};
  return conform({ ...common, ...open, ...outlineOf(tree) }, provider.fields ?? []);
}

/** The outlines of paper and workbook, that of the asked format over the other one. */
async function outlines(
  context: Context,
  provider: Provider,
  request: DocumentRequest,
  strict = false,
): Promise<FormData> {
  const paper = (['docx', 'pdf', 'pptx'] as const).find((one) => provider.formats.includes(one)) ?? 'pdf';
  const both: readonly DocumentRequest['format'][] = provider.formats.includes('xlsx') ? [paper, 'xlsx'] : [paper];
  const first: DocumentRequest['format'] =
    request.format === 'xlsx' && provider.formats.includes('xlsx') ? 'xlsx' : paper;
  let data: FormData = {};
  for (const format of [...both.filter((one) => one !== first), first]) {
    try {
      data = { ...data, ...outlineOf(await provider.build(context, { ...request, format })) };
    } catch (error) {
      // Without records there is nothing to say; only the paper that was asked for must tell why.
      if (!(error instanceof AppError) || (strict && format === first)) throw error;
    }
  }
  return data;
}
