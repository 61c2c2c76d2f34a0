/** Forms: registered with their check, put in use, tried, filled. */
import { formatEraShort } from '../../../core/calendar/index.ts';
import { exampleData, type FormField } from '../../../core/form/index.ts';
import { portableName, renderFile } from '../../../documents/index.ts';
import {
  checkTemplate,
  fillTemplate as fill,
  sampleDeck,
  sampleDocument,
  type SampleHead,
  sampleWorkbook,
} from '../../../documents/templates/index.ts';
import type { FileReply, OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { engagementContract } from '../../engagement/contract.ts';
import type { DocumentKind, Template, templatesContract } from '../contract.ts';
import { facts } from '../facts.ts';
import { checkActivation, placeholdersOf } from '../rules.ts';
import { insertTemplate, moveTemplate, selectTemplate, selectTemplates, type StoredTemplate } from '../store.ts';
import {
  departmentsOf,
  fieldGroups,
  mayBuild,
  type Provider,
  requireProvider,
  subjectsOf,
  valuesOf,
} from './values.ts';

type Contract = typeof templatesContract;
type In<K extends keyof Contract['operations']> = ParsedInputOf<Contract, K>;
type Out<K extends keyof Contract['operations']> = Promise<OutputOf<Contract, K>>;

export async function listTemplates(context: Context, { engagementId }: In<'listTemplates'>): Out<'listTemplates'> {
  const { deliverables } = await context.client(engagementContract).getSpecification({ engagementId });
  const wanted = new Set(deliverables.map(({ type }) => type));
  return {
    kinds: context.providers.documents.map((provider) => ({ ...kindOf(provider), wanted: wanted.has(provider.kind) })),
    templates: (await selectTemplates(context.tx, engagementId)).map(shown),
  };
}

function kindOf(provider: Provider): Omit<DocumentKind, 'wanted'> {
  const { kind, title, formats, perSubject, editions = [], fields = [] } = provider;
  const office = formats.filter((format) => format === 'docx' || format === 'xlsx');
  const samples = [
    ...office.filter((format) => format === 'docx' || fields.length === 0 || sheetFields(fields)),
    ...(formats.includes('pptx') ? (['pptx'] as const) : []),
  ];
  return {
    kind,
    title,
    formats: [...office, 'pptx'],
    samples,
    perSubject: perSubject ?? null,
    editions: ['detailed', ...editions, ...(provider.departments === undefined ? [] : ['department' as const])],
  };
}

const sheetFields = (fields: NonNullable<Provider['fields']>): boolean => fields.some(({ kind }) => kind === 'list');

export async function getCatalogue(context: Context, input: In<'getCatalogue'>): Out<'getCatalogue'> {
  const provider = requireProvider(context, input.kind);
  const groups = await fieldGroups(context, provider, input.engagementId);
  const subjects = mayBuild(context, provider) ? await subjectsOf(context, provider, input.engagementId) : [];
  return {
    placeholders: groups.flatMap(({ group, fields }) => placeholdersOf(fields, group)),
    subjects: subjects.map(({ id, title }) => ({ id, title })),
    departments: mayBuild(context, provider) ? await departmentsOf(context, provider, input.engagementId) : [],
  };
}

export async function registerTemplate(context: Context, input: In<'registerTemplate'>): Out<'registerTemplate'> {
  const { engagementId, kind, edition } = input;
  const provider = requireProvider(context, kind);
  const id = context.newId();
  const file = await context.files.attach(input.fileId, `templates:${id}`);
  const format = kindOf(provider).formats.find((one) => file.name.toLowerCase().endsWith(`.${one}`));
  if (format === undefined) {
    throw fieldError(
      'fileId',
      `この文書の様式は、次の形式のファイルにしてください：${kindOf(provider).formats.join('、')}`,
    );
  }
  if (!kindOf(provider).editions.includes(edition)) {
    throw fieldError('edition', 'この文書には、その版はありません。ほかの版を選んでください。');
  }
  const { bytes } = await context.files.open(file.id);
  const fields = (await fieldGroups(context, provider, engagementId)).flatMap((group) => group.fields);
  const problems = checkTemplate(bytes, format, fields);
  const before = (await selectTemplates(context.tx, engagementId)).filter(
    (one) => one.kind === kind && one.format === format,
  );
  const template: StoredTemplate = {
    id,
    kind,
    format,
    edition,
    version: Math.max(0, ...before.map(({ version }) => version)) + 1,
    state: 'registered',
    name: file.name,
    fileId: file.id,
    sha256: file.sha256,
    size: file.size,
    comment: input.comment,
    problems: problems.slice(0, 200).map((one) => ({ ...one })),
    registeredAt: context.now.toISOString(),
    activatedAt: null,
    retiredAt: null,
  };
  await insertTemplate(context.tx, engagementId, template);
  facts.record(context, 'template.registered', {
    engagementId,
    subject: id,
    data: { ...factOf(template), problems: template.problems.length },
  });
  return shown(template);
}

export async function activateTemplate(context: Context, input: In<'activateTemplate'>): Out<'activateTemplate'> {
  const { engagementId, templateId } = input;
  const template = await selectTemplate(context.tx, engagementId, templateId);
  checkActivation(template);
  for (const other of await selectTemplates(context.tx, engagementId)) {
    if (other.state === 'active' && same(other, template)) {
      await retire(context, engagementId, other);
    }
  }
  await moveTemplate(context.tx, templateId, { from: template.state, to: 'active', at: context.now });
  facts.record(context, 'template.activated', { engagementId, subject: templateId, data: factOf(template) });
  return shown(await selectTemplate(context.tx, engagementId, templateId));
}

export async function retireTemplate(context: Context, input: In<'retireTemplate'>): Out<'retireTemplate'> {
  const template = await selectTemplate(context.tx, input.engagementId, input.templateId);
  if (template.state !== 'active') {
    throw new AppError('state.refused', { message: '使われていない様式です。やめる操作は要りません。' });
  }
  await retire(context, input.engagementId, template);
  return shown(await selectTemplate(context.tx, input.engagementId, input.templateId));
}

async function retire(context: Context, engagementId: string, template: StoredTemplate): Promise<void> {
  await moveTemplate(context.tx, template.id, { from: 'active', to: 'retired', at: context.now });
  facts.record(context, 'template.retired', { engagementId, subject: template.id, data: factOf(template) });
}

export async function previewTemplate(context: Context, input: In<'previewTemplate'>): Out<'previewTemplate'> {
  const template = await selectTemplate(context.tx, input.engagementId, input.templateId);
  const provider = requireProvider(context, template.kind);
  if (input.values === 'records') return filled(context, provider, template, input);
  const fields = (await fieldGroups(context, provider, input.engagementId)).flatMap((group) => group.fields);
  const { bytes } = await context.files.open(template.fileId);
  return reply(`${provider.title}_記入例`, template.format, fill(bytes, template.format, exampleData(fields)));
}

export async function downloadTemplate(context: Context, input: In<'downloadTemplate'>): Out<'downloadTemplate'> {
  const { fileId } = await selectTemplate(context.tx, input.engagementId, input.templateId);
  return context.files.open(fileId);
}

export async function downloadSample(context: Context, input: In<'downloadSample'>): Out<'downloadSample'> {
  const { engagementId, kind, format } = input;
  const provider = requireProvider(context, kind);
  const engagement = await context.client(engagementContract).getEngagement({ engagementId });
  const groups = await fieldGroups(context, provider, engagementId);
  const own = groups.filter(
    ({ group }) => group === 'document' || (group === 'records' && provider.fields === undefined),
  );
  const fields = own.flatMap((group) => group.fields);
  const head = { title: provider.title, marking: engagement.marking, created: context.today };
  const tree = sampleOf(format, head, fields);
  if (tree === null || fields.length === 0) {
    throw new AppError('state.refused', {
      message: 'この文書の元になる記録がまだないため、見本を作れません。記録ができてから、もう一度お試しください。',
    });
  }
  return renderFile(tree, format, `様式見本_${provider.title}`);
}

function sampleOf(format: In<'downloadSample'>['format'], head: SampleHead, fields: readonly FormField[]): unknown {
  if (format === 'pptx') return sampleDeck(head, fields);
  return format === 'xlsx' ? sampleWorkbook(head, fields) : sampleDocument(head, fields);
}

export async function listActiveTemplates(
  context: Context,
  { engagementId, kind }: In<'listActiveTemplates'>,
): Out<'listActiveTemplates'> {
  const all = await selectTemplates(context.tx, engagementId);
  return { templates: all.filter((one) => one.kind === kind && one.state === 'active').map(shown) };
}

export async function fillTemplate(context: Context, input: In<'fillTemplate'>): Out<'fillTemplate'> {
  const template = await selectTemplate(context.tx, input.engagementId, input.templateId);
  if (template.state !== 'active') {
    throw new AppError('state.refused', { message: 'この様式は今は使われていません。画面を開き直してください。' });
  }
  return filled(context, requireProvider(context, template.kind), template, input);
}

async function filled(
  context: Context,
  provider: Provider,
  { fileId, format, version, edition }: StoredTemplate,
  about: { readonly engagementId: string; readonly subject: string | null; readonly departmentId: string | null },
): Promise<FileReply> {
  const { engagementId, subject, departmentId } = about;
  const data = await valuesOf(context, provider, { engagementId, subject, format, edition, departmentId });
  const { bytes } = await context.files.open(fileId);
  const name = typeof data['文書名'] === 'string' && data['文書名'] !== '' ? data['文書名'] : provider.title;
  return reply(`${name}_${formatEraShort(context.today)}_様式第${version}版`, format, fill(bytes, format, data));
}

const MEDIA = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
} as const;

const reply = (name: string, format: Template['format'], bytes: Uint8Array): FileReply => ({
  name: `${portableName(name)}.${format}`,
  mediaType: MEDIA[format],
  bytes,
});

const factOf = ({ kind, format, version, sha256, edition }: Template) => ({
  kind,
  format,
  version,
  sha256,
  ...(edition === 'detailed' ? {} : { edition }),
});

/** One form is in use for each kind of document, format and edition. */
const same = (one: Template, other: Template): boolean =>
  one.kind === other.kind && one.format === other.format && one.edition === other.edition;

function shown(template: StoredTemplate): Template {
  const { id, kind, format, edition, version, state, name, sha256, size, comment, problems } = template;
  const { registeredAt, activatedAt, retiredAt } = template;
  return {
    id,
    kind,
    format,
    edition,
    version,
    state,
    name,
    sha256,
    size,
    comment,
    problems,
    registeredAt,
    activatedAt,
    retiredAt,
  };
}
