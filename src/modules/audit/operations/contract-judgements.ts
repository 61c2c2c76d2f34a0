/** Judging the items of a contract, the city's waiver, and what became of the advice. */
import { AppError, fieldError, refuse } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { itemGaps } from '../rules/contract-rules.ts';
import { contractMachine } from '../rules/machines.ts';
import { checkRecordVersion, changedOf } from '../../../kernel/record-store.ts';
import { contractItems, contracts } from '../store/stores.ts';
import { itemViewOf, visibleItem } from './contract-views.ts';
import type { H } from './handler.ts';
import { advance, checkNotified, checkOpen, facts, readAudit } from './shared.ts';

/** The item and its contract, both held: completion and judgement of the same contract take turns. */
async function takeItem(context: Context, contractItemId: string, version: number) {
  const { parentId } = await contractItems.get(context.tx, contractItemId);
  const contract = await contracts.take(context.tx, parentId);
  const item = await contractItems.take(context.tx, contractItemId);
  const audit = await readAudit(context, item.auditId);
  checkRecordVersion(item, version, itemViewOf(visibleItem(context, contract, item)));
  return { item, contract, audit };
}

export const judgeContractItem: H<'judgeContractItem'> = async (context, input) => {
  const { item, contract, audit } = await takeItem(context, input.contractItemId, input.version);
  checkNotified(audit);
  advance(contractMachine, contract.state, 'work');
  const advice =
    input.advice === undefined || input.advice === null ? null : { ...input.advice, reason: input.advice.reason ?? '' };
  const foundEvidence = input.foundEvidence ?? [];
  const gaps = itemGaps({ ...input, foundEvidence, anyOf: item.content.anyOf, adviceKind: advice?.kind ?? null });
  if (gaps.length > 0) throw new AppError('input.invalid', { fields: gaps });
  if (input.documentId !== null && !contract.content.documents.some(({ id }) => id === input.documentId))
    throw fieldError('documentId', 'この契約の書類から選んでください。');
  const saved = await contractItems.save(context.tx, item, {
    state: 'judged',
    content: {
      judgement: input.judgement,
      documentId: input.documentId,
      page: input.page,
      quote: input.quote,
      foundEvidence,
      advice,
      supplement: input.supplement ?? null,
      note: input.note ?? item.content.note,
      // A waiver was given for an absent wording only.
      waiver: input.judgement === 'absent' ? item.content.waiver : null,
      judgedBy: context.caller.accountId,
      judgedOn: context.today,
    },
  });
  facts.record(context, 'contract-item.judged', {
    engagementId: audit.engagementId,
    subject: `${contract.id}:${item.content.number}`,
    data: {
      department: audit.departmentId,
      contract: contract.id,
      item: item.content.number,
      judgement: input.judgement,
      advice: advice !== null,
      kind: advice?.kind ?? null,
    },
  });
  return changedOf(saved);
};

export const waiveContractItem: H<'waiveContractItem'> = async (context, { contractItemId, version, reason }) => {
  const { item, contract, audit } = await takeItem(context, contractItemId, version);
  advance(contractMachine, contract.state, 'work');
  if (item.content.judgement !== 'absent')
    throw refuse('不要と判断できるのは、監査チームが「記載なし」と判断した項目だけです。');
  const saved = await contractItems.save(context.tx, item, {
    content: { waiver: { reason, on: context.today, by: context.caller.accountId } },
  });
  facts.record(context, 'contract-item.waived', {
    engagementId: audit.engagementId,
    subject: `${contract.id}:${item.content.number}`,
    data: { department: audit.departmentId, contract: contract.id, item: item.content.number },
  });
  return changedOf(saved);
};

export const trackImprovement: H<'trackImprovement'> = async (context, { contractItemId, version, state, note }) => {
  const { item, contract, audit } = await takeItem(context, contractItemId, version);
  checkOpen(audit);
  if (contract.state !== 'completed' || item.content.advice === null)
    throw refuse('改善の状況を登録できるのは、確認を終えた契約の、助言がある項目です。');
  const saved = await contractItems.save(context.tx, item, {
    content: { improvement: { state, note, on: context.today } },
  });
  facts.record(context, 'contract-item.improved', {
    engagementId: audit.engagementId,
    subject: `${contract.id}:${item.content.number}`,
    data: { department: audit.departmentId, contract: contract.id, item: item.content.number, state },
  });
  return changedOf(saved);
};
