/** Changes of a draft; each saves the next version, so that nobody overwrites another person's work unseen. */
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import type { Problem, specificationContract } from '../contract.ts';
import { facts } from '../facts.ts';
import { arranged } from '../rules/arrange.ts';
import { decided } from '../rules/effects.ts';
import { checkPart, checkWork, withPart } from '../rules/parts.ts';
import { problemsOf } from '../rules/problems.ts';
import { checkClausePart, withClausePart, withParty } from '../rules/clause-parts.ts';
import { settled } from '../rules/readings.ts';
import { checkRule, withRule } from '../rules/rule-text.ts';
import { type DraftContent, type Json, jsonRecord, type StoredClause } from '../rules/stored.ts';
import { requireDraft, saveDraft } from '../store.ts';

type Contract = typeof specificationContract;
type In<K extends keyof Contract['operations']> = ParsedInputOf<Contract, K>;
type Out<K extends keyof Contract['operations']> = Promise<OutputOf<Contract, K>>;

export async function updateHead(context: Context, input: In<'updateHead'>): Out<'updateHead'> {
  return await change(context, input, 'head', null, (content) => {
    const { departments = content.head.departments, ...head } = input.head;
    return { ...content, head: { ...head, departments } };
  });
}

export async function updateClause(context: Context, input: In<'updateClause'>): Out<'updateClause'> {
  return await change(context, input, 'clause', input.key, (content) => {
    const before = content.clauses.find((one) => one.key === input.key);
    if (before === undefined) throw new AppError('record.missing', { internal: 'clause' });
    if (content.clauses.some((one) => one.key !== input.key && one.id === input.id)) {
      throw fieldError('id', `番号「${input.id}」は、ほかの条項が使っています。別の番号にしてください。`);
    }
    const { id, title, kind, capability, summary } = input;
    const rules = input.rules ?? before.rules;
    const changed = onClause(content, input.key, (one) => ({
      ...(input.party === undefined ? one : withParty(one, input.party)),
      id,
      title,
      kind,
      capability,
      summary,
      rules,
      summaryProposed: false,
      kindConfidence: 1,
      capabilityConfidence: 1,
    }));
    // What names the clause follows its new number.
    return before.id === id ? changed : renumbered(changed, before.id, id);
  });
}

export async function updateRules(context: Context, input: In<'updateRules'>): Out<'updateRules'> {
  return await change(context, input, 'rules', input.key, (content) =>
    onClause(content, input.key, (clause) => ({ ...clause, rules: input.rules })),
  );
}

export async function updateRule(context: Context, input: In<'updateRule'>): Out<'updateRule'> {
  const { key, at, rule } = input;
  return await change(context, input, 'rules', key, (content) => {
    if (rule !== null) checkRule(settled(content, 'rule', rule));
    return onClause(content, key, (clause) => {
      const rules = withRule(clause.rules, at, rule);
      if (rules === null) {
        throw new AppError('state.refused', {
          message: '規則のYAMLを読み取れないか、その規則がもうありません。「YAMLで直す」で内容を確かめてください。',
        });
      }
      return { ...clause, rules };
    });
  });
}

export async function updateWork(context: Context, input: In<'updateWork'>): Out<'updateWork'> {
  return await change(context, input, 'work', input.key, (content) => {
    checkWork(content, input.work);
    return onClause(content, input.key, (clause) => {
      const { wbs: _before, ...others } = clause.more;
      return { ...clause, more: input.work === null ? others : { ...others, wbs: input.work } };
    });
  });
}

export async function updateClausePart(context: Context, input: In<'updateClausePart'>): Out<'updateClausePart'> {
  const { key, part, value } = input;
  return await change(context, input, part, key, (content) => {
    checkClausePart(content, key, part, value);
    return onClause(content, key, (clause) => withClausePart(clause, part, value));
  });
}

export async function updatePart(context: Context, input: In<'updatePart'>): Out<'updatePart'> {
  const { part, value, qualifications } = input;
  return await change(context, input, part, null, (content) => {
    checkPart(content, part, value);
    const changed = withPart(content, part, value);
    return qualifications === undefined ? changed : { ...changed, more: { ...changed.more, qualifications } };
  });
}

export async function decideSuggestion(context: Context, input: In<'decideSuggestion'>): Out<'decideSuggestion'> {
  return await change(context, input, 'suggestion', input.key, (content) => {
    const next = decided(content, input.key, input.suggestion, input.decision);
    if (next === null) throw new AppError('record.missing', { internal: 'suggestion' });
    return next;
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

/** @throws AppError `record.missing` */
function onClause(content: DraftContent, key: string, make: (clause: StoredClause) => StoredClause): DraftContent {
  if (!content.clauses.some((one) => one.key === key)) throw new AppError('record.missing', { internal: 'clause' });
  return { ...content, clauses: content.clauses.map((one) => (one.key === key ? make(one) : one)) };
}

function renumbered(content: DraftContent, from: string, to: string): DraftContent {
  const more = (value: Record<string, Json>): Record<string, Json> => jsonRecord(renamed(value, from, to));
  return {
    ...content,
    clauses: content.clauses.map((one) => ({ ...one, more: more(one.more) })),
    deliverables: content.deliverables.map((one) => (one.clause === from ? { ...one, clause: to } : one)),
    more: more(content.more),
  };
}

/** Every value under a key that names a clause, wherever it stands. */
function renamed(node: Json, from: string, to: string, key = ''): Json {
  if (typeof node === 'string') return /^(?:clause|.+Clause|clauses|after)$/u.test(key) && node === from ? to : node;
  if (Array.isArray(node)) return node.map((one) => renamed(one, from, to, key));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, renamed(value, from, to, name)]));
}
