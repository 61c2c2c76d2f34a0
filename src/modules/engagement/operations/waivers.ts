/** Waivers: asked for by the contractor, granted, refused and taken back by the city. */
import { dayOf } from '../../../core/calendar/index.ts';
import type { Obligation } from '../../../core/obligation/index.ts';
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { JournalEntry } from '../../../kernel/fact.ts';
import { readFacts } from '../../../kernel/journal.ts';
import type { Context } from '../../../kernel/module.ts';
import { OK } from '../../../kernel/schema.ts';
import type { engagementContract, Waiver } from '../contract.ts';
import { facts } from '../facts.ts';
import { decideRequest, insertRequest, requireRequest, selectRequests } from '../store-board.ts';
import { evaluated } from './evaluated.ts';

type Contract = typeof engagementContract;
type In<K extends keyof Contract['operations']> = ParsedInputOf<Contract, K>;
type Out<K extends keyof Contract['operations']> = Promise<OutputOf<Contract, K>>;

type Terms = Pick<In<'waiveObligation'>, 'reason' | 'conditions' | 'validUntil'>;

export async function waiveObligation(context: Context, input: In<'waiveObligation'>): Out<'waiveObligation'> {
  const { engagementId, key, reason } = input;
  const obligation = await requireOpen(context, engagementId, key);
  // A direct waiver answers a request that is open for the same duty.
  const open = (await selectRequests(context.tx, engagementId)).find(
    (it) => it.key === key && it.state === 'requested',
  );
  if (open !== undefined) await decideRequest(context.tx, open, decisionOf(context, 'granted', reason));
  recordWaiver(context, engagementId, obligation, input, open?.id);
  return OK;
}

export async function requestWaiver(context: Context, input: In<'requestWaiver'>): Out<'requestWaiver'> {
  const { engagementId, key, reason } = input;
  const { clause, rule, subject, title } = await requireOpen(context, engagementId, key);
  const earlier = await selectRequests(context.tx, engagementId);
  if (earlier.some((it) => it.key === key && it.state === 'requested')) {
    throw new AppError('state.refused', {
      message: 'この義務の免除は、既に申し出ています。発注者の決定をお待ちください。',
    });
  }
  const requestId = context.newId();
  await insertRequest(context.tx, {
    id: requestId,
    ...{ engagementId, key, clause, rule, subject, title, reason },
    requestedBy: context.caller.accountId,
    requestedOn: context.today,
  });
  facts.record(context, 'waiver.requested', { engagementId, subject: key, data: { clause, rule, subject } });
  return { requestId };
}

export async function decideWaiver(context: Context, input: In<'decideWaiver'>): Out<'decideWaiver'> {
  const request = await requireRequest(context.tx, input.requestId);
  const { engagementId, key, clause, rule, subject } = request;
  const granted = input.decision === 'grant';
  const decision = decisionOf(context, granted ? 'granted' : 'refused', input.reason);
  await decideRequest(context.tx, { id: request.id, version: input.version }, decision);
  if (granted) {
    const obligation = await requireOpen(context, engagementId, key);
    recordWaiver(context, engagementId, obligation, input, request.id);
  } else {
    facts.record(context, 'waiver.refused', { engagementId, subject: key, data: { clause, rule, subject } });
  }
  return OK;
}

/** Only who asked takes it back; what was decided stays decided. */
export async function withdrawWaiver(context: Context, input: In<'withdrawWaiver'>): Out<'withdrawWaiver'> {
  const { id, engagementId, key, clause, rule, subject, requestedBy } = await requireRequest(
    context.tx,
    input.requestId,
  );
  if (requestedBy !== context.caller.accountId) {
    throw new AppError('permission.refused', {
      message: '免除の申出を取り下げられるのは、申し出た本人だけです。本人に取下げを依頼してください。',
    });
  }
  await decideRequest(context.tx, { id, version: input.version }, decisionOf(context, 'withdrawn', ''));
  facts.record(context, 'waiver.withdrawn', { engagementId, subject: key, data: { clause, rule, subject } });
  return OK;
}

export async function revokeWaiver(context: Context, input: In<'revokeWaiver'>): Out<'revokeWaiver'> {
  const { engagementId, key, reason } = input;
  const { clause, rule, subject, state, proof } = await requireObligation(context, engagementId, key);
  if (state !== 'waived' || !proof.some(({ kind }) => kind === 'obligation.waived')) {
    throw new AppError('state.refused', {
      message: 'この義務は、発注者の決定によって免除されているものではありません。',
    });
  }
  facts.record(context, 'obligation.waiver-revoked', {
    engagementId,
    subject: key,
    data: { clause, rule, subject, reason, approver: context.caller.accountId },
  });
  return OK;
}

export async function listWaivers(context: Context, { engagementId }: In<'listWaivers'>): Out<'listWaivers'> {
  const requests = await selectRequests(context.tx, engagementId);
  const kinds = ['obligation.waived', 'obligation.waiver-revoked'];
  const entries = await readFacts(context.tx, { engagementId, kinds });
  const obligations = await evaluated(
    context,
    engagementId,
    (evaluation) => new Map(evaluation.at(context.today).map((it) => [it.key, it])),
  );
  const approvers = entries.map(({ data }) => textOf(data['approver'])).filter((it) => it !== null);
  const people = requests.flatMap(({ requestedBy, decidedBy }) => [
    requestedBy,
    ...(decidedBy === null ? [] : [decidedBy]),
  ]);
  const names = await context.namesOf([...people, ...approvers]);
  const nameOf = (id: string | null): string | null => (id === null ? null : (names.get(id) ?? null));
  return {
    requests: requests.map(({ engagementId: _engagement, rule: _rule, subject: _subject, ...request }) => ({
      ...request,
      requestedBy: nameOf(request.requestedBy),
      mine: request.requestedBy === context.caller.accountId,
      decidedBy: nameOf(request.decidedBy),
    })),
    waivers: waiversFrom(entries, obligations, context.today)
      .map((waiver) => ({ ...waiver, approver: nameOf(waiver.approver) }))
      .reverse(),
  };
}

/** Every waiver of the journal with what became of it, the oldest first; `approver` is still an account. */
export function waiversFrom(
  entries: readonly JournalEntry[],
  obligations: ReadonlyMap<string, Pick<Obligation, 'state' | 'title'>>,
  today: string,
): Waiver[] {
  const waivers: Waiver[] = [];
  for (const { kind, subject: key, data, at } of entries) {
    if (kind === 'obligation.waiver-revoked') {
      const last = waivers.findLastIndex((it) => it.key === key && it.state !== 'revoked');
      const waiver = waivers[last];
      if (waiver === undefined) continue;
      waivers[last] = { ...waiver, state: 'revoked', revokedOn: dayOf(at), revokeReason: textOf(data['reason']) };
      continue;
    }
    const obligation = obligations.get(key);
    const validUntil = textOf(data['validUntil']);
    const ended = validUntil !== null && validUntil < today;
    const needless = obligation?.state === 'met' || obligation?.state === 'late';
    waivers.push({
      ...{ key, clause: textOf(data['clause']) ?? '', title: obligation?.title ?? '' },
      ...{ reason: textOf(data['reason']) ?? '', conditions: textOf(data['conditions']), validUntil },
      ...{ approver: textOf(data['approver']), grantedOn: dayOf(at) },
      state: ended ? 'ended' : needless ? 'needless' : 'standing',
      ...{ revokedOn: null, revokeReason: null },
    });
  }
  return waivers;
}

async function requireObligation(context: Context, engagementId: string, key: string): Promise<Obligation> {
  const found = await evaluated(context, engagementId, (evaluation) =>
    evaluation.at(context.today).find((candidate) => candidate.key === key),
  );
  if (found === undefined) throw new AppError('record.missing', { internal: 'obligation' });
  return found;
}

async function requireOpen(context: Context, engagementId: string, key: string): Promise<Obligation> {
  const obligation = await requireObligation(context, engagementId, key);
  if (['met', 'late', 'waived'].includes(obligation.state)) {
    throw new AppError('state.refused', { message: 'この義務は、既に果たされているか免除されています。' });
  }
  return obligation;
}

function recordWaiver(
  context: Context,
  engagementId: string,
  { key, clause, rule, subject }: Obligation,
  { reason, conditions, validUntil }: Terms,
  request: string | undefined,
): void {
  if (validUntil !== undefined && validUntil < context.today) {
    throw fieldError('validUntil', '免除の末日は、今日以後の日にしてください。');
  }
  facts.record(context, 'obligation.waived', {
    engagementId,
    subject: key,
    data: {
      ...{ clause, rule, subject, reason, approver: context.caller.accountId },
      ...(conditions === undefined ? {} : { conditions }),
      ...(validUntil === undefined ? {} : { validUntil }),
      ...(request === undefined ? {} : { request }),
    },
  });
}

function decisionOf(context: Context, state: 'granted' | 'refused' | 'withdrawn', reason: string) {
  return { state, by: context.caller.accountId, on: context.today, reason };
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
