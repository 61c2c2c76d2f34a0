/** Contracts of the focus theme: designation, documents, judgement item by item, register, completion. */
import { AppError, fieldError, refuse } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import type { ContractDocumentView } from '../contract/contracts.ts';
import { MAX_CONTRACTS, openReason } from '../rules/contract-rules.ts';
import { contractMachine } from '../rules/machines.ts';
import { checkRecordVersion, nextPosition, changedOf } from '../../../kernel/record-store.ts';
import { audits, contractItems, contracts } from '../store/stores.ts';
import { addListItems } from './contract-items.ts';
import { contractViewOf, itemViewOf, visibleContract, visibleItems } from './contract-views.ts';
import type { H } from './handler.ts';
import { advance, attach, checkFieldwork, checkNotified, facts, readAudit, takeAudit } from './shared.ts';

export const listContracts: H<'listContracts'> = async (context, { engagementId }) => {
  const byAudit = new Map((await audits.list(context.tx, { engagementId })).map((audit) => [audit.id, audit]));
  const views = [];
  for (const contract of await contracts.list(context.tx, { engagementId })) {
    const audit = byAudit.get(contract.auditId);
    if (audit === undefined) continue;
    views.push(contractViewOf(visibleContract(context, contract), audit, await visibleItems(context, contract)));
  }
  return { contracts: views };
};

export const getContract: H<'getContract'> = async (context, { contractId }) => {
  const contract = await contracts.get(context.tx, contractId);
  const audit = await readAudit(context, contract.auditId);
  const items = await visibleItems(context, contract);
  return { contract: contractViewOf(visibleContract(context, contract), audit, items), items: items.map(itemViewOf) };
};

interface NewDocument {
  readonly kind: ContractDocumentView['kind'];
  readonly title: string;
  readonly fileId: string;
}

async function attachAll(context: Context, contractId: string, documents: readonly NewDocument[]) {
  const attached: ContractDocumentView[] = [];
  for (const { kind, title, fileId } of documents) {
    const file = await attach(context, fileId, `contract:${contractId}`);
    attached.push({ id: context.newId(), kind, title, ...file, addedAt: context.now.toISOString() });
  }
  return attached;
}

export const designateContract: H<'designateContract'> = async (context, input) => {
  const audit = await takeAudit(context, input.auditId);
  checkFieldwork(audit);
  if (audit.content.contractNotApplicable !== null)
    throw refuse('この監査対象課の契約の確認は「対象外」と登録されています。契約を指定することはできません。');
  const designated = await contracts.list(context.tx, { engagementId: audit.engagementId });
  const agreementNote = input.agreementNote ?? '';
  if (designated.length >= MAX_CONTRACTS && agreementNote.trim() === '') {
    throw fieldError(
      'agreementNote',
      `確認する契約は最大${MAX_CONTRACTS}件です。さらに指定するときは、受注者との合意の内容を書いてください。`,
    );
  }
  const contractId = context.newId();
  const contract = await contracts.insert(context, {
    id: contractId,
    engagementId: audit.engagementId,
    auditId: audit.id,
    state: 'designated',
    position: nextPosition(designated),
    content: {
      title: input.title,
      service: input.service,
      serviceKind: input.serviceKind,
      provider: input.provider ?? '',
      period: input.period ?? '',
      agreementNote,
      documents: await attachAll(context, contractId, input.documents),
      register: null,
      completedOn: null,
    },
  });
  await addListItems(context, audit, contract);
  facts.record(context, 'contract.designated', {
    engagementId: audit.engagementId,
    subject: contract.id,
    data: {
      department: audit.departmentId,
      documents: input.documents.length,
      agreed: designated.length >= MAX_CONTRACTS,
    },
  });
  return changedOf(contract);
};

async function take(context: Context, contractId: string, version: number) {
  const contract = await contracts.take(context.tx, contractId);
  const audit = await readAudit(context, contract.auditId);
  checkRecordVersion(contract, version, contractViewOf(visibleContract(context, contract), audit, []));
  return { contract, audit };
}

export const attachContractDocuments: H<'attachContractDocuments'> = async (
  context,
  { contractId, version, documents },
) => {
  const { contract, audit } = await take(context, contractId, version);
  advance(contractMachine, contract.state, 'work');
  const added = await attachAll(context, contractId, documents);
  const saved = await contracts.save(context.tx, contract, {
    content: { documents: [...contract.content.documents, ...added] },
  });
  facts.record(context, 'contract-documents.attached', {
    engagementId: audit.engagementId,
    subject: contract.id,
    data: { department: audit.departmentId, documents: added.length },
  });
  return changedOf(saved);
};

export const markContractNotApplicable: H<'markContractNotApplicable'> = async (
  context,
  { auditId, version, reason },
) => {
  const audit = await takeAudit(context, auditId, version);
  checkFieldwork(audit);
  if ((await contracts.list(context.tx, { auditId })).length > 0)
    throw refuse('この監査対象課には指定した契約があるため、対象外にはできません。');
  const saved = await audits.save(context.tx, audit, {
    content: { contractNotApplicable: { reason, on: context.today } },
  });
  facts.record(context, 'contract-check.not-applicable', {
    engagementId: audit.engagementId,
    subject: audit.departmentId,
    data: { department: audit.departmentId, reason },
  });
  return changedOf(saved);
};

export const checkRegister: H<'checkRegister'> = async (context, { contractId, version, result, fields, note }) => {
  const { contract, audit } = await take(context, contractId, version);
  checkNotified(audit);
  advance(contractMachine, contract.state, 'work');
  if (result === 'inaccurate' && fields.length === 0)
    throw fieldError('fields', '正しくない欄を一つ以上書いてください。');
  const saved = await contracts.save(context.tx, contract, {
    content: { register: { result, fields, note, on: context.today } },
  });
  facts.record(context, 'service-register.checked', {
    engagementId: audit.engagementId,
    subject: contract.id,
    data: { department: audit.departmentId, contract: contract.id, result },
  });
  return changedOf(saved);
};

export const completeContractCheck: H<'completeContractCheck'> = async (context, { contractId, version }) => {
  const { contract, audit } = await take(context, contractId, version);
  checkNotified(audit);
  const state = advance(contractMachine, contract.state, 'complete');
  const items = await contractItems.list(context.tx, { parentId: contractId });
  const open = items.filter(({ content }) => openReason(content) !== null);
  if (open.length > 0) {
    const numbers = open.map(({ content }) => content.number).join('、');
    throw refuse(
      `終わっていない項目が${open.length}項目あります（${numbers}）。全ての項目を判断し、記載がない項目には助言又は市の不要との判断を付けてください。`,
    );
  }
  if (contract.content.register === null)
    throw refuse('外部サービス利用管理台帳の確認が済んでいません。先に監査チームが台帳の確認を登録してください。');
  const saved = await contracts.save(context.tx, contract, { state, content: { completedOn: context.today } });
  const added = items.filter(({ content }) => content.origin === 'added').length;
  facts.record(context, 'contract-check.completed', {
    engagementId: audit.engagementId,
    subject: contract.id,
    data: { department: audit.departmentId, items: items.length - added, added },
  });
  return changedOf(saved);
};

export const downloadContractDocument: H<'downloadContractDocument'> = async (context, { contractId, documentId }) => {
  const contract = await contracts.get(context.tx, contractId);
  await readAudit(context, contract.auditId);
  const found = contract.content.documents.find(({ id }) => id === documentId);
  if (found === undefined) throw new AppError('file.missing');
  const { name, mediaType, bytes } = await context.files.open(found.fileId);
  return { name, mediaType, bytes };
};
