/** Changes of a draft; each saves the next version, so that nobody overwrites another person's work unseen. */
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import type { Problem, specificationContract } from '../contract.ts';
import { facts } from '../facts.ts';
import { arranged } from '../rules/arrange.ts';
import { type DraftContent, problemsOf } from '../rules/content.ts';
import { requireDraft, saveDraft } from '../store.ts';

type Contract = typeof specificationContract;
type In<K extends keyof Contract['operations']> = ParsedInputOf<Contract, K>;
type Out<K extends keyof Contract['operations']> = Promise<OutputOf<Contract, K>>;

export async function updateHead(context: Context, input: In<'updateHead'>): Out<'updateHead'> {
  return await change(context, input, 'head', null, (content) => ({ ...content, head: input.head }));
}

export async function updateClause(context: Context, input: In<'updateClause'>): Out<'updateClause'> {
  return await change(context, input, 'clause', input.key, (content) => {
    const before = content.clauses.find((one) => one.key === input.key);
    if (before === undefined) throw new AppError('record.missing', { internal: 'clause' });
    if (content.clauses.some((one) => one.key !== input.key && one.id === input.id)) {
      throw fieldError('id', `番号「${input.id}」は、ほかの条項が使っています。別の番号にしてください。`);
    }
    const { id, title, kind, capability, summary, rules } = input;
    return {
      ...content,
      clauses: content.clauses.map((one) =>
        one.key === input.key
          ? { ...one, id, title, kind, capability, summary, rules, kindConfidence: 1, capabilityConfidence: 1 }
          : one,
      ),
      // What names the clause follows its new number.
      deliverables: content.deliverables.map((one) => (one.clause === before.id ? { ...one, clause: id } : one)),
      more: renamed(content.more, before.id, id),
    };
  });
}

export async function arrangeClause(context: Context, input: In<'arrangeClause'>): Out<'arrangeClause'> {
  let key: string | null = null;
  const saved = await change(context, input, input.action, input.key, (content) => {
    const next = arranged(content.clauses, input.key, input.action, { at: input.at, newKey: context.newId() });
    if (next === null) {
      throw new AppError('state.refused', {
        message: 'ここでは、その操作はできません。並びの端か、分ける位置が本文の外にあります。',
      });
    }
    key = next.key;
    return { ...content, clauses: next.clauses };
  });
  return { ...saved, key };
}

export async function updateDeliverables(context: Context, input: In<'updateDeliverables'>): Out<'updateDeliverables'> {
  const types = input.deliverables.map((one) => one.type);
  const twice = types.find((type, at) => types.indexOf(type) !== at);
  if (twice !== undefined) throw fieldError('deliverables', `成果物の識別名「${twice}」が二つ以上あります。`);
  return await change(context, input, 'deliverables', null, (content) => ({
    ...content,
    deliverables: input.deliverables,
  }));
}

async function change(
  context: Context,
  input: { draftId: string; version: number },
  what: string,
  clause: string | null,
  make: (content: DraftContent) => DraftContent,
): Promise<{ version: number; problems: Problem[] }> {
  const draft = await requireDraft(context.tx, input.draftId);
  if (draft.version !== input.version) throw new AppError('record.stale');
  const content = make(draft.content);
  const version = await saveDraft(context.tx, { id: draft.id, version: input.version, content });
  facts.record(context, 'specification.edited', {
    engagementId: null,
    subject: draft.id,
    data: { change: what, clause, clauses: content.clauses.length },
  });
  return { version, problems: problemsOf(content) };
}

function renamed(more: DraftContent['more'], from: string, to: string): DraftContent['more'] {
  return Object.fromEntries(
    Object.entries(more).map(([name, value]) => [
      name,
      Array.isArray(value)
        ? value.map((one) =>
            typeof one === 'object' && one !== null && !Array.isArray(one) && one['clause'] === from
              ? { ...one, clause: to }
              : one,
          )
        : value,
    ]),
  );
}
