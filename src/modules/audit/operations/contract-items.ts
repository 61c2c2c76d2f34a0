/** The 29 items of one contract, copied from the content file when the city designates it, and agreed additions. */
import { type ContractChecklistItem } from '../../../core/content-schema/index.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { nextPosition } from '../../../kernel/record-store.ts';
import { catalogue } from '../catalogue.ts';
import type { ContractItemContent } from '../contract/contracts.ts';
import { contractMachine } from '../rules/machines.ts';
import {
  type AuditRecord,
  type ContractRecord,
  contractItems,
  contracts,
  type ProposalRecord,
} from '../store/stores.ts';
import { advance } from './shared.ts';

function unjudged() {
  return {
    judgement: null,
    documentId: null,
    page: '',
    quote: '',
    foundEvidence: [],
    advice: null,
    supplement: null,
    waiver: null,
    improvement: null,
    note: '',
    judgedBy: null,
    judgedOn: null,
  } satisfies Partial<ContractItemContent>;
}

function fromList(item: ContractChecklistItem, part: string, group: string): ContractItemContent {
  return {
    ...unjudged(),
    key: item.id,
    number: item.number,
    part,
    group,
    title: item.title,
    question: item.question,
    point: item.point,
    lookFor: Object.entries(item.lookFor).map(([document, hint]) => ({
      document: document as 'solicitation' | 'specification' | 'contract',
      hint,
    })),
    keywords: item.keywords,
    anyOf: item.anyOf,
    example: item.example,
    alternative: item.alternative,
    betterWording: item.betterWording,
    procedures: item.confirmation,
    evidenceExamples: item.evidence,
    askWhom: item.askWhom,
    assumedRisk: item.assumedRisk,
    severity: item.severity,
    references: item.references,
    origin: 'list',
  };
}

export async function addListItems(context: Context, audit: AuditRecord, contract: ContractRecord): Promise<void> {
  let position = 0;
  for (const part of catalogue().contract.parts) {
    for (const group of part.groups) {
      for (const item of group.items) {
        position += 1;
        await contractItems.insert(context, {
          engagementId: audit.engagementId,
          auditId: audit.id,
          parentId: contract.id,
          state: 'open',
          position,
          content: fromList(item, part.title, group.title),
        });
      }
    }
  }
}

export async function addAgreedContractItem(
  context: Context,
  audit: AuditRecord,
  proposal: ProposalRecord,
  contractId: string,
): Promise<void> {
  const contract = await contracts.take(context.tx, contractId);
  if (contract.auditId !== audit.id) throw new AppError('record.missing', { internal: 'contract of another audit' });
  advance(contractMachine, contract.state, 'work');
  const items = await contractItems.list(context.tx, { parentId: contractId });
  const added = items.filter(({ content }) => content.origin === 'added').length;
  await contractItems.insert(context, {
    engagementId: audit.engagementId,
    auditId: audit.id,
    parentId: contractId,
    state: 'open',
    position: nextPosition(items),
    content: {
      ...unjudged(),
      key: proposal.id,
      number: `追加${added + 1}`,
      part: '追加の確認事項',
      group: proposal.content.section,
      title: proposal.content.title,
      question: proposal.content.point,
      point: proposal.content.reason,
      lookFor: [],
      keywords: [],
      anyOf: [],
      example: '',
      alternative: '',
      betterWording: '',
      procedures: [],
      evidenceExamples: [],
      askWhom: '',
      assumedRisk: '',
      severity: 2,
      references: [],
      origin: 'added',
    },
  });
}
