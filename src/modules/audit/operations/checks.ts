/** Judging the checklist of a department, tailoring it, and agreed additions. */
import { AppError, refuse } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { citations } from '../catalogue.ts';
import type { PaperText } from '../contract/papers.ts';
import { citationsWith } from '../imported-standards.ts';
import { JUDGEMENT_LABELS, TECHNIQUE_NAMES } from '../labels.ts';
import { contradiction, judgementGaps } from '../rules/check-rules.ts';
import { proposalMachine } from '../rules/machines.ts';
import { checkRecordVersion, nextPosition, changedOf } from '../../../kernel/record-store.ts';
import {
  type AuditRecord,
  type CheckRecord,
  checks,
  contracts,
  evidences,
  findings,
  proposals,
  type ProposalRecord,
} from '../store/stores.ts';
import { addAgreedCheck } from './check-scope.ts';
import { addAgreedContractItem } from './contract-items.ts';
import type { H } from './handler.ts';
import { checkUnlocked } from './paper-lock.ts';
import { advance, checkFieldwork, checkFieldworker, facts, readAudit, takeAudit, worksOn } from './shared.ts';

/** The city reads working papers when findings or the papers themselves were laid before it, and its own auditors' at once. */
export function papersVisible(context: Context, audit: AuditRecord): boolean {
  const { findingsIssuedOn, papers } = audit.content;
  return worksOn(context.caller, audit) || findingsIssuedOn !== null || papers !== null;
}

export function checkViewOf(
  check: CheckRecord,
  audit: AuditRecord,
  findingIds: readonly string[],
  cited: typeof citations = citations,
) {
  const { id, version, position, createdAt, auditId, state, content } = check;
  return {
    ...content,
    ...{ id, version, position, createdAt, auditId, state },
    ownAnswers: audit.content.selfCheck
      .filter(({ item }) => content.selfCheckItems.includes(item))
      .map(({ item, answer }) => ({ item, answer })),
    hint: contradiction(content, audit.content.selfCheck),
    citations: [...cited(content.references), ...(content.places ?? [])],
    findingIds: [...findingIds],
  };
}

export const listChecks: H<'listChecks'> = async (context, { auditId }) => {
  const audit = await readAudit(context, auditId);
  if (!papersVisible(context, audit)) return { checks: [], visible: false };
  const found = await findings.list(context.tx, { auditId });
  const ofCheck = (checkId: string) =>
    found.filter(({ content }) => content.origin.kind === 'check' && content.origin.id === checkId).map(({ id }) => id);
  const rows = await checks.list(context.tx, { auditId });
  const references = rows.flatMap(({ content }) => content.references);
  const cited = await citationsWith(context, audit.engagementId, references);
  return { checks: rows.map((check) => checkViewOf(check, audit, ofCheck(check.id), cited)), visible: true };
};

async function take(context: Context, checkId: string, version: number) {
  const check = await checks.take(context.tx, checkId);
  const audit = await readAudit(context, check.auditId);
  checkFieldworker(context, audit);
  checkRecordVersion(check, version, checkViewOf(check, audit, []));
  await checkUnlocked(context, audit, check);
  return { check, audit };
}

export const leaveOutCheck: H<'leaveOutCheck'> = async (context, { checkId, version, reason }) => {
  const { check, audit } = await take(context, checkId, version);
  if (check.state === 'left-out') throw refuse('この確認項目は既に外しています。');
  if (check.content.judgement !== 'unconfirmed')
    throw refuse('判断した確認項目は外せません。判断を「未確認」に戻してから外してください。');
  const saved = await checks.save(context.tx, check, { state: 'left-out', content: { leftOutReason: reason } });
  recordScope(context, audit, check, true);
  return changedOf(saved);
};

export const bringBackCheck: H<'bringBackCheck'> = async (context, { checkId, version }) => {
  const { check, audit } = await take(context, checkId, version);
  if (check.state === 'in-scope') throw refuse('この確認項目は外していません。');
  const saved = await checks.save(context.tx, check, { state: 'in-scope', content: { leftOutReason: null } });
  recordScope(context, audit, check, false);
  return changedOf(saved);
};

function recordScope(context: Context, audit: AuditRecord, check: CheckRecord, out: boolean): void {
  facts.record(context, 'check.left-out', {
    engagementId: audit.engagementId,
    subject: check.id,
    data: { department: audit.departmentId, item: check.content.key, out },
  });
}

export const judgeCheck: H<'judgeCheck'> = async (context, input) => {
  const { check, audit } = await take(context, input.checkId, input.version);
  if (check.state === 'left-out')
    throw refuse(
      `この確認項目は外されています（${check.content.leftOutReason ?? ''}）。書いた内容は、この端末に残っています。確かめるときは、監査の責任者に項目を戻してもらってから、もう一度保存してください。`,
    );
  const judged = judgedOf(input, input.note ?? check.content.note);
  await checkJudgement(context, audit, judged);
  const unconfirmed = input.judgement === 'unconfirmed';
  const saved = await checks.save(context.tx, check, {
    content: {
      ...judged,
      judgedBy: unconfirmed ? null : context.caller.accountId,
      judgedOn: unconfirmed ? null : context.today,
    },
  });
  if (!unconfirmed) recordJudged(context, audit, saved);
  // Notes on an item that was never judged take nothing back.
  else if (check.content.judgement !== 'unconfirmed')
    facts.record(context, 'check.judgement-withdrawn', {
      engagementId: audit.engagementId,
      subject: check.id,
      data: { department: audit.departmentId, item: check.content.key },
    });
  return { ...changedOf(saved), hint: unconfirmed ? null : contradiction(saved.content, audit.content.selfCheck) };
};

const judgedOf = ({ judgement, techniques, fact, evidenceIds }: Parameters<H<'judgeCheck'>>[1], note: string) => ({
  ...{ judgement, techniques, fact, note, evidenceIds },
});

/** What a judgement must have; the evidence must be of the same audit. */
export async function checkJudgement(context: Context, audit: AuditRecord, judged: PaperText): Promise<void> {
  await checkEvidence(context, audit, judged.evidenceIds);
  const gaps = judgementGaps({ ...judged, evidence: judged.evidenceIds.length });
  if (gaps.length > 0) throw new AppError('input.invalid', { fields: gaps });
}

export function recordJudged(context: Context, audit: AuditRecord, { id, content }: CheckRecord): void {
  facts.record(context, 'check.judged', {
    engagementId: audit.engagementId,
    subject: id,
    data: {
      department: audit.departmentId,
      item: content.key,
      judgement: JUDGEMENT_LABELS[content.judgement],
      method: content.techniques.map((technique) => TECHNIQUE_NAMES[technique]),
      evidence: content.evidenceIds.length,
    },
  });
}

/** Evidence of another department proves nothing here. */
export async function checkEvidence(context: Context, audit: AuditRecord, ids: readonly string[]): Promise<void> {
  for (const id of ids)
    if ((await evidences.get(context.tx, id)).auditId !== audit.id)
      throw new AppError('record.missing', { internal: 'evidence of another audit' });
}

function proposalViewOf(proposal: ProposalRecord) {
  const { id, version, position, createdAt, auditId, parentId, state, content } = proposal;
  return { ...content, id, version, position, createdAt, auditId, contractId: parentId, state };
}

export const proposeCheckItem: H<'proposeCheckItem'> = async (context, input) => {
  const audit = await takeAudit(context, input.auditId);
  checkFieldwork(audit);
  const contractId = input.contractId ?? null;
  if (contractId !== null) {
    const contract = await contracts.get(context.tx, contractId);
    if (contract.auditId !== audit.id) throw new AppError('record.missing', { internal: 'contract of another audit' });
  }
  const proposal = await proposals.insert(context, {
    engagementId: audit.engagementId,
    auditId: audit.id,
    parentId: contractId,
    state: 'proposed',
    position: nextPosition(await proposals.list(context.tx, { auditId: audit.id })),
    content: {
      title: input.title,
      point: input.point,
      reason: input.reason,
      section: input.section ?? '追加の確認事項',
      decision: null,
      source: null,
    },
  });
  facts.record(context, 'check-item.proposed', {
    engagementId: audit.engagementId,
    subject: proposal.id,
    data: { department: audit.departmentId, contract: contractId },
  });
  return changedOf(proposal);
};

export const listProposals: H<'listProposals'> = async (context, { auditId }) => {
  await readAudit(context, auditId);
  return { proposals: (await proposals.list(context.tx, { auditId })).map(proposalViewOf) };
};

export const decideCheckItem: H<'decideCheckItem'> = async (context, { agreed, note, ...asked }) =>
  changedOf(await decide(context, asked, agreed, note));

export const agreeCheckItems: H<'agreeCheckItems'> = async (context, { proposals: asked, note }) => {
  for (const one of asked) await decide(context, one, true, note);
  return { agreed: asked.length };
};

async function decide(
  context: Context,
  { proposalId, version }: { readonly proposalId: string; readonly version: number },
  agreed: boolean,
  note: string,
): Promise<ProposalRecord> {
  const proposal = await proposals.take(context.tx, proposalId);
  const audit = await takeAudit(context, proposal.auditId);
  checkFieldwork(audit);
  checkRecordVersion(proposal, version, proposalViewOf(proposal));
  const state = advance(proposalMachine, proposal.state, agreed ? 'agree' : 'decline');
  const saved = await proposals.save(context.tx, proposal, {
    state,
    content: { decision: { note, on: context.today, by: context.caller.accountId } },
  });
  if (agreed && proposal.parentId === null) await addAgreedCheck(context, audit, proposal);
  if (agreed && proposal.parentId !== null) await addAgreedContractItem(context, audit, proposal, proposal.parentId);
  facts.record(context, agreed ? 'check-item.agreed' : 'check-item.declined', {
    engagementId: audit.engagementId,
    subject: proposal.id,
    data: { department: audit.departmentId, contract: proposal.parentId },
  });
  return saved;
}
