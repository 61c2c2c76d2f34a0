/** What each side sees of a contract check. */
import type { Context } from '../../../kernel/module.ts';
import { citations } from '../catalogue.ts';
import { openReason } from '../rules/contract-rules.ts';
import { type AuditRecord, type ContractItemRecord, contractItems, type ContractRecord } from '../store/stores.ts';
import { isContractor } from './shared.ts';

/** Before completion the city sees only what it has to decide on: items found absent. */
export function visibleItem(context: Context, contract: ContractRecord, item: ContractItemRecord): ContractItemRecord {
  const shown =
    isContractor(context.caller) ||
    contract.state === 'completed' ||
    item.content.judgement === 'absent' ||
    item.content.waiver !== null;
  if (shown) return item;
  const { content } = item;
  return {
    ...item,
    state: 'open',
    content: {
      ...content,
      judgement: null,
      documentId: null,
      page: '',
      quote: '',
      foundEvidence: [],
      advice: null,
      supplement: null,
      note: '',
      judgedBy: null,
      judgedOn: null,
    },
  };
}

export function contractViewOf(contract: ContractRecord, audit: AuditRecord, items: readonly ContractItemRecord[]) {
  const { id, version, position, createdAt, auditId, state, content } = contract;
  const count = (test: (item: ContractItemRecord) => boolean) => items.filter(test).length;
  return {
    ...content,
    ...{ id, version, position, createdAt, auditId, state, departmentId: audit.departmentId },
    counts: {
      items: items.length,
      judged: count((item) => item.state === 'judged'),
      reflected: count((item) => item.content.judgement === 'reflected'),
      partly: count((item) => item.content.judgement === 'partly'),
      absent: count((item) => item.content.judgement === 'absent'),
      waived: count((item) => item.content.waiver !== null),
      advised: count((item) => item.content.advice !== null),
    },
  };
}

export function itemViewOf(item: ContractItemRecord) {
  const { id, version, position, createdAt, parentId, state, content } = item;
  return {
    ...content,
    ...{ id, version, position, createdAt, contractId: parentId, state },
    citations: citations(content.references),
    open: openReason(content),
  };
}

export async function visibleItems(context: Context, contract: ContractRecord): Promise<ContractItemRecord[]> {
  const items = await contractItems.list(context.tx, { parentId: contract.id });
  return items.map((item) => visibleItem(context, contract, item));
}

/** The register result is a working paper until the check is completed. */
export function visibleContract(context: Context, contract: ContractRecord): ContractRecord {
  if (isContractor(context.caller) || contract.state === 'completed') return contract;
  return { ...contract, content: { ...contract.content, register: null } };
}
