/** The duties and clauses of an engagement, always computed from the journal. */
import { evaluate, rulesOf, traceClauses as trace } from '../../../core/obligation/index.ts';
import type { Specification } from '../../../core/specification/index.ts';
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError } from '../../../kernel/error.ts';
import { readFacts } from '../../../kernel/journal.ts';
import type { Context } from '../../../kernel/module.ts';
import { OK } from '../../../kernel/schema.ts';
import type { engagementContract } from '../contract.ts';
import { facts } from '../facts.ts';
import { calendarOf, toFact } from '../rules.ts';
import { specificationUnder } from '../specifications.ts';
import { requireEngagement } from '../store.ts';

type Contract = typeof engagementContract;
type In<K extends keyof Contract['operations']> = ParsedInputOf<Contract, K>;
type Out<K extends keyof Contract['operations']> = Promise<OutputOf<Contract, K>>;

export async function listObligations(context: Context, input: In<'listObligations'>): Out<'listObligations'> {
  const specification = await specificationOf(context, input.engagementId);
  const entries = await readFacts(context.tx, { engagementId: input.engagementId });
  const titles = new Map(specification.clauses.map((clause) => [clause.id, clause.title]));
  const obligations = evaluate(
    rulesOf(specification.clauses),
    entries.map(toFact),
    calendarOf(specification),
    context.today,
  );
  return {
    today: context.today,
    obligations: obligations.map((obligation) => ({
      ...obligation,
      clauseTitle: titles.get(obligation.clause) ?? '',
    })),
  };
}

export async function traceClauses(context: Context, input: In<'traceClauses'>): Out<'traceClauses'> {
  const specification = await specificationOf(context, input.engagementId);
  const entries = await readFacts(context.tx, { engagementId: input.engagementId });
  const traces = trace(specification, entries.map(toFact), calendarOf(specification), context.today);
  const byId = new Map(traces.map((it) => [it.id, it]));
  return {
    specification: specification.id,
    today: context.today,
    clauses: specification.clauses.map((clause) => {
      const found = byId.get(clause.id);
      return {
        id: clause.id,
        title: clause.title,
        kind: clause.kind,
        summary: clause.summary,
        state: found?.state ?? 'unknown',
        proof: found?.proof ?? [],
        reason: found?.reason ?? null,
        isStatement: clause.statement,
      };
    }),
  };
}

export async function acknowledgeStatement(
  context: Context,
  input: In<'acknowledgeStatement'>,
): Out<'acknowledgeStatement'> {
  const specification = await specificationOf(context, input.engagementId);
  const clause = specification.clauses.find((candidate) => candidate.id === input.clause);
  if (clause === undefined) throw new AppError('record.missing', { internal: 'clause' });
  if (!clause.statement) {
    throw new AppError('state.refused', {
      message: 'この条項は、記録から自動で判定します。確認の操作は必要ありません。',
    });
  }
  facts.record(context, 'statement.acknowledged', {
    engagementId: input.engagementId,
    subject: clause.id,
    data: { clause: clause.id },
  });
  return OK;
}

export async function waiveObligation(context: Context, input: In<'waiveObligation'>): Out<'waiveObligation'> {
  const { obligations } = await listObligations(context, { engagementId: input.engagementId });
  const obligation = obligations.find((candidate) => candidate.key === input.key);
  if (obligation === undefined) throw new AppError('record.missing', { internal: 'obligation' });
  if (obligation.state === 'met' || obligation.state === 'waived') {
    throw new AppError('state.refused', { message: 'この義務は、既に果たされているか免除されています。' });
  }
  facts.record(context, 'obligation.waived', {
    engagementId: input.engagementId,
    subject: obligation.key,
    data: {
      clause: obligation.clause,
      rule: obligation.rule,
      subject: obligation.subject,
      reason: input.reason,
      approver: context.caller.accountId,
    },
  });
  return OK;
}

export async function listJournal(context: Context, input: In<'listJournal'>): Out<'listJournal'> {
  const entries = await readFacts(context.tx, {
    ...(input.engagementId === undefined ? {} : { engagementId: input.engagementId }),
    ...(input.before === undefined ? {} : { before: input.before }),
    newestFirst: true,
    limit: 100,
  });
  return {
    entries: entries.map((entry) => ({
      seq: entry.seq,
      at: entry.at,
      kind: entry.kind,
      subject: entry.subject,
      party: entry.actor.party,
      accountId: entry.actor.accountId,
      hash: entry.hash,
    })),
  };
}

async function specificationOf(context: Context, engagementId: string): Promise<Specification> {
  const engagement = await requireEngagement(context.tx, engagementId);
  return await specificationUnder(context, engagement.specification, engagement.readings);
}
