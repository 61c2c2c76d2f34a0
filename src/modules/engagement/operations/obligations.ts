/** The duties and clauses of an engagement, always computed from the journal. */
import { type Obligation, traceEvaluated } from '../../../core/obligation/index.ts';
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError } from '../../../kernel/error.ts';
import { readFacts } from '../../../kernel/journal.ts';
import type { Context } from '../../../kernel/module.ts';
import { OK } from '../../../kernel/schema.ts';
import type { engagementContract, ObligationView } from '../contract.ts';
import { facts } from '../facts.ts';
import { evaluated, settingOf } from './evaluated.ts';

type Contract = typeof engagementContract;
type In<K extends keyof Contract['operations']> = ParsedInputOf<Contract, K>;
type Out<K extends keyof Contract['operations']> = Promise<OutputOf<Contract, K>>;

export async function listObligations(context: Context, input: In<'listObligations'>): Out<'listObligations'> {
  return evaluated(context, input.engagementId, (evaluation, { specification }) => {
    const titles = new Map(specification.clauses.map((clause) => [clause.id, clause.title]));
    return {
      today: context.today,
      obligations: evaluation.at(context.today).map((it) => viewOf(it, titles.get(it.clause) ?? '')),
    };
  });
}

/** A duty as the contract shows it. */
export function viewOf(obligation: Obligation, clauseTitle: string): ObligationView {
  const { quantity: _quantity, ...shown } = obligation;
  return { ...shown, clauseTitle };
}

export async function traceClauses(context: Context, input: In<'traceClauses'>): Out<'traceClauses'> {
  const recordable = context.providers.factKinds;
  const { specification, traces } = await evaluated(context, input.engagementId, (evaluation, setting) => ({
    specification: setting.specification,
    traces: traceEvaluated(setting.specification, evaluation, context.today, { recordable }),
  }));
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
        capability: clause.capability,
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
  const { specification } = await settingOf(context, input.engagementId);
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
