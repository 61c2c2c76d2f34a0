/** Rights in the deliverables, and what the contractor still owes after the contract. */
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { dayOf } from '../../../core/calendar/index.ts';
import { AppError } from '../../../kernel/error.ts';
import { readFacts } from '../../../kernel/journal.ts';
import type { Context } from '../../../kernel/module.ts';
import { OK } from '../../../kernel/schema.ts';
import { engagementContract } from '../../engagement/contract.ts';
import type { deliverablesContract } from '../contract.ts';
import { facts } from '../facts.ts';
import {
  type AfterCare,
  closeAfterCare,
  insertAfterCare,
  insertPreexisting,
  selectAfterCare,
  selectPreexisting,
} from '../store/after-care.ts';
import { selectVersions } from '../store/versions.ts';

type Contract = typeof deliverablesContract;
type In<K extends keyof Contract['operations']> = ParsedInputOf<Contract, K>;
type Out<K extends keyof Contract['operations']> = Promise<OutputOf<Contract, K>>;

export async function recordEnvironment(context: Context, input: In<'recordEnvironment'>): Out<'recordEnvironment'> {
  await requireEngagement(context, input.engagementId);
  facts.record(context, 'environment.recorded', {
    engagementId: input.engagementId,
    subject: input.engagementId,
    data: { provided: input.provided },
  });
  return OK;
}

export async function registerPreexisting(
  context: Context,
  input: In<'registerPreexisting'>,
): Out<'registerPreexisting'> {
  await requireEngagement(context, input.engagementId);
  const workId = context.newId();
  const { engagementId, name, owner, usedIn } = input;
  await insertPreexisting(context.tx, engagementId, { id: workId, name, owner, usedIn });
  facts.record(context, 'preexisting.registered', { engagementId, subject: workId, data: { owner } });
  return { workId };
}

export async function declareNoPreexisting(
  context: Context,
  input: In<'declareNoPreexisting'>,
): Out<'declareNoPreexisting'> {
  await requireEngagement(context, input.engagementId);
  facts.record(context, 'preexisting.none-declared', {
    engagementId: input.engagementId,
    subject: input.engagementId,
    data: {},
  });
  return OK;
}

export async function permitReuse(context: Context, input: In<'permitReuse'>): Out<'permitReuse'> {
  await requireDeliverable(context, input.engagementId, input.deliverableId);
  facts.record(context, 'reuse.permitted', {
    engagementId: input.engagementId,
    subject: input.deliverableId,
    data: { purpose: input.purpose },
  });
  return OK;
}

export async function listRights(context: Context, input: In<'listRights'>): Out<'listRights'> {
  const { engagementId } = input;
  await requireEngagement(context, engagementId);
  const entries = await readFacts(context.tx, {
    engagementId,
    kinds: ['environment.recorded', 'preexisting.none-declared', 'reuse.permitted'],
  });
  const environment = entries.findLast((entry) => entry.kind === 'environment.recorded');
  const none = entries.findLast((entry) => entry.kind === 'preexisting.none-declared');
  return {
    environmentProvided: environment === undefined ? null : environment.data['provided'] === true,
    preexisting: await selectPreexisting(context.tx, engagementId),
    noneDeclaredOn: none === undefined ? null : dayOf(none.at),
    permissions: entries
      .filter((entry) => entry.kind === 'reuse.permitted')
      .map((entry) => ({
        deliverableId: entry.subject,
        purpose: String(entry.data['purpose']),
        on: dayOf(entry.at),
      })),
  };
}

export async function listAfterCare(context: Context, input: In<'listAfterCare'>): Out<'listAfterCare'> {
  await requireEngagement(context, input.engagementId);
  return { items: await selectAfterCare(context.tx, input.engagementId) };
}

export async function recordDefect(context: Context, input: In<'recordDefect'>): Out<'recordDefect'> {
  if (input.deliverableId === null) await requireEngagement(context, input.engagementId);
  else await requireDeliverable(context, input.engagementId, input.deliverableId);
  return open(context, input.engagementId, {
    kind: 'defect',
    deliverableId: input.deliverableId,
    content: input.content,
  });
}

export async function askEnquiry(context: Context, input: In<'askEnquiry'>): Out<'askEnquiry'> {
  await requireEngagement(context, input.engagementId);
  return open(context, input.engagementId, { kind: 'enquiry', deliverableId: null, content: input.content });
}

export async function answerAfterCare(context: Context, input: In<'answerAfterCare'>): Out<'answerAfterCare'> {
  const item = (await selectAfterCare(context.tx, input.engagementId)).find((it) => it.id === input.itemId);
  if (item === undefined) throw new AppError('record.missing', { internal: 'after care' });
  if (item.closedOn !== null) throw new AppError('state.refused', { message: '既に対応済みです。' });
  await closeAfterCare(context.tx, item.id, input.answer, context.today);
  facts.record(context, item.kind === 'defect' ? 'defect.corrected' : 'enquiry.answered', {
    engagementId: input.engagementId,
    subject: item.id,
    data: {},
  });
  return OK;
}

async function open(
  context: Context,
  engagementId: string,
  item: Pick<AfterCare, 'kind' | 'deliverableId' | 'content'>,
): Promise<{ itemId: string }> {
  const itemId = context.newId();
  await insertAfterCare(context.tx, engagementId, {
    ...item,
    id: itemId,
    answer: null,
    openedOn: context.today,
    closedOn: null,
  });
  facts.record(context, item.kind === 'defect' ? 'defect.recorded' : 'enquiry.received', {
    engagementId,
    subject: itemId,
    data: {},
  });
  return { itemId };
}

async function requireEngagement(context: Context, engagementId: string): Promise<void> {
  await context.client(engagementContract).getEngagement({ engagementId });
}

async function requireDeliverable(context: Context, engagementId: string, deliverableId: string): Promise<void> {
  const versions = await selectVersions(context.tx, engagementId);
  if (!versions.some((version) => version.deliverableId === deliverableId)) {
    throw new AppError('record.missing', { internal: 'deliverable' });
  }
}
