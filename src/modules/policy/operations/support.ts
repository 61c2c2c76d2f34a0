/** Requests for advice on policy documents and the rounds of advice. */
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { OK } from '../../../kernel/schema.ts';
import { engagementContract } from '../../engagement/contract.ts';
import type { policyContract, SupportRequest } from '../contract.ts';
import { facts } from '../facts.ts';
import { EXPECTED_ROUNDS, roundsOf, TRIGGERS } from '../rules.ts';
import { closeRequest, insertAdvice, insertRequest, lockRequests, selectRequests } from '../store.ts';

const CLOSED = 'この依頼は既に終わっています。続けて助言が必要なときは、発注者が新しい依頼を登録します。';

type Contract = typeof policyContract;
type In<K extends keyof Contract['operations']> = ParsedInputOf<Contract, K>;
type Out<K extends keyof Contract['operations']> = Promise<OutputOf<Contract, K>>;

export async function listSupport(context: Context, input: In<'listSupport'>): Out<'listSupport'> {
  await context.client(engagementContract).getEngagement(input);
  const requests = await selectRequests(context.tx, input.engagementId);
  return { requests, rounds: roundsOf(requests), expected: EXPECTED_ROUNDS };
}

export async function requestSupport(context: Context, input: In<'requestSupport'>): Out<'requestSupport'> {
  const { engagementId, trigger, document, content, fileId } = input;
  await context.client(engagementContract).getEngagement({ engagementId });
  const requestId = context.newId();
  if (fileId !== null) await context.files.attach(fileId, `policy:${requestId}`);
  await insertRequest(context.tx, engagementId, {
    id: requestId,
    trigger,
    document,
    content,
    fileId,
    requestedOn: context.today,
    closedOn: null,
  });
  facts.record(context, 'support.requested', {
    engagementId,
    subject: requestId,
    data: { trigger: TRIGGERS[trigger], document },
  });
  return { requestId };
}

export async function advise(context: Context, input: In<'advise'>): Out<'advise'> {
  const { engagementId, requestId, summary, proposals } = input;
  await lockRequests(context.tx, engagementId);
  const requests = await selectRequests(context.tx, engagementId);
  const request = requireRequest(requests, requestId);
  if (request.closedOn !== null) throw new AppError('state.refused', { message: CLOSED });
  const advice = {
    id: context.newId(),
    requestId,
    round: roundsOf(requests) + 1,
    summary,
    proposals,
    advisedOn: context.today,
  };
  await insertAdvice(context.tx, engagementId, advice);
  facts.record(context, 'support.advised', {
    engagementId,
    subject: requestId,
    data: {
      request: requestId,
      round: advice.round,
      provisions: proposals.length,
      basis: [...new Set(proposals.map((it) => it.basis))],
    },
  });
  return advice;
}

export async function closeSupport(context: Context, input: In<'closeSupport'>): Out<'closeSupport'> {
  await lockRequests(context.tx, input.engagementId);
  const request = requireRequest(await selectRequests(context.tx, input.engagementId), input.requestId);
  if (request.advice.length === 0) {
    throw new AppError('state.refused', { message: '助言がまだありません。受託者の助言を待ってから終えてください。' });
  }
  await closeRequest(context.tx, request.id, context.today);
  facts.record(context, 'support.closed', {
    engagementId: input.engagementId,
    subject: request.id,
    data: { rounds: request.advice.length },
  });
  return OK;
}

/** @throws AppError `record.missing` for an unknown id, another engagement's or another tenant's. */
export function requireRequest(requests: readonly SupportRequest[], id: string): SupportRequest {
  const request = requests.find((candidate) => candidate.id === id);
  if (request === undefined) throw new AppError('record.missing', { internal: 'support request' });
  return request;
}
