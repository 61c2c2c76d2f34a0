/** A document looked at before it is made: what it lacks, what stands against it, what it leaves out. */
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Context, Providers } from '../../../kernel/module.ts';
import { engagementContract } from '../../engagement/contract.ts';
import type { deliverablesContract } from '../contract.ts';
import { buildDocument, isPaper, providerOf, readingFormat, showPage } from '../render.ts';

type Contract = typeof deliverablesContract;
type Provider = Providers['documents'][number];

export async function preview(
  context: Context,
  input: ParsedInputOf<Contract, 'preview'>,
): Promise<OutputOf<Contract, 'preview'>> {
  await refuseCity(context, input);
  const provider = requireProvider(context, input.type);
  context.providers.check(provider);
  const { engagementId, subject, edition, departmentId } = input;
  const request = { engagementId, subject, edition, departmentId, format: readingFormat(provider) };
  const departments = (await provider.departments?.(context, engagementId)) ?? [];
  const known = {
    editions: ['detailed' as const, ...(provider.editions ?? [])],
    departments: departments.map(({ id, title: name }) => ({ id, name })),
    formats: provider.formats.filter((format) => edition === 'detailed' || isPaper(format)),
  };
  try {
    const { title, removed, refusals } = await buildDocument(context, provider, request);
    const gaps = (await provider.gaps?.(context, request)) ?? [];
    return {
      ...known,
      title,
      unavailable: null,
      gaps: [...gaps],
      refusals: refusals.map(({ message }) => message),
      removed: [...removed],
    };
  } catch (error) {
    // What must be recorded before there is any document to look at.
    if (!(error instanceof AppError) || !SAID.has(error.code)) throw error;
    return {
      ...known,
      title: provider.title,
      unavailable: error.toReply().message,
      gaps: [],
      refusals: [],
      removed: [],
    };
  }
}

const SAID: ReadonlySet<AppError['code']> = new Set(['state.refused', 'record.missing']);

export async function showDocument(
  context: Context,
  input: ParsedInputOf<Contract, 'showDocument'>,
): Promise<OutputOf<Contract, 'showDocument'>> {
  await refuseCity(context, input);
  return showPage(context, requireProvider(context, input.type), input);
}

/**
 * What the contractor has not handed in, the city reads only where the specification has it explained or checked before.
 * The document is then told from what the records show to the city.
 */
async function refuseCity(
  context: Context,
  { engagementId, type }: { readonly engagementId: string; readonly type: string },
): Promise<void> {
  if (context.caller.party === 'contractor') return;
  const { deliverables } = await context.client(engagementContract).getSpecification({ engagementId });
  if (deliverables.some((one) => one.type === type && one.cityReads !== undefined)) return;
  throw new AppError('state.refused', {
    message: 'この文書は、受託者が提出してから読めます。提出を待ってください。',
  });
}

function requireProvider(context: Context, type: string): Provider {
  const provider = providerOf(context, type);
  if (provider === null) throw new AppError('record.missing', { internal: `document ${type}` });
  return provider;
}
