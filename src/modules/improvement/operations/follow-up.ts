/** The whole follow-up of a contract year: the board, and its end with what stays open. */
import { RECORD_TYPES } from '../../../core/programme/words.ts';
import { fieldError } from '../../../kernel/error.ts';
import { changedOf } from '../../../kernel/record-store.ts';
import { engagementOf } from '../../engagement/contract.ts';
import { byBureau, countsOf } from '../rules/board.ts';
import { isOpen } from '../rules/plan-rules.ts';
import { closingRecords, planRecords } from '../store/stores.ts';
import { dayOfEvent, facts, type H } from './shared.ts';
import { planViews } from './views.ts';

/** What an audit of this word is called; the specification's own word where the product knows no other. */
export const typeTitle = (type: string): string => (RECORD_TYPES as Readonly<Record<string, string>>)[type] ?? type;

export const getBoard: H<'getBoard'> = async (context, { engagementId }) => {
  const plans = (await planViews(context, engagementId)).filter(({ state }) => state !== 'cancelled');
  const closings = await closingRecords.list(context.tx, { engagementId });
  const types = new Set([...plans.map(({ audit }) => audit.type), ...closings.map(({ content }) => content.type)]);
  return {
    bureaus: byBureau(plans),
    types: [...types].map((type) => ({
      type,
      title: typeTitle(type),
      ...countsOf(plans.filter(({ audit }) => audit.type === type)),
      closing: closings.find(({ content }) => content.type === type)?.content ?? null,
    })),
  };
};

export const closeFollowUp: H<'closeFollowUp'> = async (context, { engagementId, type, note, occurredOn }) => {
  const { contractDate } = await engagementOf(context, engagementId);
  const own = (await planRecords.list(context.tx, { engagementId })).filter(
    ({ content }) => content.audit.type === type,
  );
  if (own.length === 0) throw fieldError('type', 'この監査の改善計画はありません。監査の種類を選び直してください。');
  const on = dayOfEvent(context, occurredOn, contractDate, '契約を結んだ日');
  const open = own.filter(({ state }) => isOpen(state)).map(({ id }) => id);
  if (open.length > 0 && note.trim() === '')
    throw fieldError('note', `終わっていない改善計画が${open.length}件あります。引継ぎの内容を書いてください。`);
  const closing = await closingRecords.insert(context, {
    ...{ engagementId, type, state: 'closed' as const },
    content: { ...{ type, on, open, note }, by: context.caller.accountId },
  });
  facts.record(context, 'follow-up.closed', {
    engagementId,
    subject: closing.id,
    data: { type, open: open.length, occurredOn: on },
  });
  return { ...changedOf(closing), open: open.length };
};
