/** Findings on the contractor's side: drafting, review by the lead, issue to the city. */
import { assuranceIn } from '../../../documents/index.ts';
import { fieldError, refuse } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { basisOf } from '../imported-standards.ts';
import type { FindingContent, FindingText } from '../contract/findings.ts';
import { missingParts } from '../rules/finding-rules.ts';
import { orderBasis, precedenceNote } from '../rules/basis.ts';
import { findingMachine } from '../rules/machines.ts';
import { checkRecordVersion, changedOf } from '../../../kernel/record-store.ts';
import { type AuditRecord, audits, type FindingRecord, findings } from '../store/stores.ts';
import { checkEvidence } from './checks.ts';
import {
  BLANK,
  criterionFor,
  draftFromCheck,
  draftFromContractItem,
  insertFinding,
  recordDrafted,
} from './finding-drafts.ts';
import type { H } from './handler.ts';
import { advance, checkFieldworker, facts, readAudit, takeAudit, worksOn } from './shared.ts';
import { checkTargetAlive } from './target-alive.ts';

export function textOf(content: FindingContent): FindingText {
  const { title, fact, cause, basis, risk, recommendation, grade, gradeReason } = content;
  const { alternatives, importance, ease, cost, constraints } = content;
  return {
    ...{ title, fact, cause, basis, risk, recommendation, grade, gradeReason },
    ...{ alternatives, importance, ease, cost, constraints },
  };
}

/** The city reads the text that was issued, not what is being worked on; and nothing of the workshop. */
export function findingViewOf(context: Context, finding: FindingRecord, audit: AuditRecord) {
  const { id, version, position, createdAt, auditId, state, content } = finding;
  const { levels } = audit.content.programme;
  const keys = { id, version, position, createdAt, auditId, state, departmentId: audit.departmentId, levels };
  if (worksOn(context.caller, audit)) return { ...content, ...keys, missing: missingParts(content, levels) };
  return {
    ...content,
    ...(content.issued ?? textOf(content)),
    ...keys,
    history: content.history.filter(({ change }) => change === ISSUED),
    qualityReturns: [],
    missing: [],
  };
}

const ISSUED = '市に提出';

function visible(context: Context, finding: FindingRecord, audit: AuditRecord): boolean {
  return worksOn(context.caller, audit) || finding.content.issued !== null;
}

export const listFindings: H<'listFindings'> = async (context, { engagementId, auditId, programmeId }) => {
  const ofProgramme = (audit: AuditRecord) => programmeId === undefined || audit.programmeId === programmeId;
  const all = (await audits.list(context.tx, { engagementId })).filter(ofProgramme);
  const byId = new Map(all.map((audit) => [audit.id, audit]));
  const filter = { engagementId, ...(auditId === undefined ? {} : { auditId }) };
  const views = [];
  for (const finding of await findings.list(context.tx, filter)) {
    const audit = byId.get(finding.auditId);
    if (audit !== undefined && visible(context, finding, audit)) views.push(findingViewOf(context, finding, audit));
  }
  const order = new Map([...byId.values()].map((audit) => [audit.id, audit.position]));
  views.sort((a, b) => (order.get(a.auditId) ?? 0) - (order.get(b.auditId) ?? 0) || a.position - b.position);
  return { findings: views };
};

/** Findings are made while field work runs and until the result notice leaves. */
export function checkFindingsOpen(audit: AuditRecord): void {
  if (audit.state === 'preparing')
    throw refuse('監査通知書をまだ送付していません。先に市が監査対象課に監査通知書を送付してください。');
  if (audit.state !== 'in-progress' && audit.state !== 'findings')
    throw refuse('監査結果通知書を送付した後は、発見事項を変えられません。');
}

export const draftFinding: H<'draftFinding'> = async (context, { auditId, from, text }) => {
  const audit = await takeAudit(context, auditId);
  checkFieldworker(context, audit);
  checkFindingsOpen(audit);
  const draft =
    from.kind === 'check'
      ? await draftFromCheck(context, audit, from.id)
      : from.kind === 'contract-item'
        ? await draftFromContractItem(context, audit, from.id)
        : {
            ...BLANK,
            source: from.source,
            origin: { kind: 'other' as const, id: null },
            evidenceIds: [],
          };
  const merged = { ...draft, ...(await written(context, audit, text ?? {})) };
  if (merged.title.trim() === '') throw fieldError('text.title', '発見事項の件名を書いてください。');
  return changedOf(await insertFinding(context, audit, merged));
};

type Given = Partial<{
  [K in keyof Parameters<H<'saveFinding'>>[1]['text']]: Parameters<H<'saveFinding'>>[1]['text'][K] | undefined;
}>;

/** Checks and completes what was written: citations come from the standards, evidence from the same audit. */
async function written(context: Context, audit: AuditRecord, text: Given) {
  await checkEvidence(context, audit, text.evidenceIds ?? []);
  if (assuranceIn(`${text.fact ?? ''}\n${text.recommendation ?? ''}`) !== null)
    throw fieldError(
      'text.recommendation',
      '助言型の監査のため、安全や適正を保証する書き方はできません。表現を改めてください。',
    );
  const { title, fact, cause, basis, risk, recommendation, grade, gradeReason, evidenceIds } = text;
  const { alternatives, importance, ease, cost, constraints } = text;
  const { levels } = audit.content.programme;
  if (grade !== undefined && grade !== null && !levels.some(({ label }) => label === grade))
    throw fieldError('text.grade', `評価は「${levels.map(({ label }) => label).join('」「')}」から選んでください。`);
  return {
    ...(title === undefined ? {} : { title }),
    ...(fact === undefined ? {} : { fact }),
    ...(cause === undefined ? {} : { cause }),
    ...(basis === undefined ? {} : { basis: orderBasis(await basisOf(context, audit.engagementId, basis)) }),
    ...(risk === undefined ? {} : { risk }),
    ...(recommendation === undefined ? {} : { recommendation }),
    ...(grade === undefined ? {} : { grade }),
    ...(gradeReason === undefined ? {} : { gradeReason }),
    ...(evidenceIds === undefined ? {} : { evidenceIds }),
    ...(alternatives === undefined ? {} : { alternatives }),
    ...(importance === undefined ? {} : { importance }),
    ...(ease === undefined ? {} : { ease }),
    ...(cost === undefined ? {} : { cost }),
    ...(constraints === undefined ? {} : { constraints }),
  };
}

/** Takes the finding and its audit; the audit first, so that all commands lock in the same order. */
export async function takeFinding(context: Context, findingId: string, version: number | null) {
  const { auditId } = await findings.get(context.tx, findingId);
  const audit = await takeAudit(context, auditId);
  const finding = await findings.take(context.tx, findingId);
  if (!visible(context, finding, audit)) throw refuseHidden();
  if (version !== null) checkRecordVersion(finding, version, findingViewOf(context, finding, audit));
  return { finding, audit: await readAudit(context, audit.id) };
}

function refuseHidden() {
  return refuse('この発見事項は、まだ市に提出されていません。先に監査責任者が提出してください。');
}

export const saveFinding: H<'saveFinding'> = async (context, { findingId, version, text }) => {
  const { finding, audit } = await takeFinding(context, findingId, version);
  checkFieldworker(context, audit);
  checkFindingsOpen(audit);
  const state = advance(findingMachine, finding.state, 'save');
  const next = { ...textOf(finding.content), ...(await written(context, audit, text)) };
  const saved = await findings.save(context.tx, finding, {
    state,
    content: {
      ...next,
      conflict: text.conflict ?? precedenceNote(next.basis),
      criterion: await criterionFor(context, audit, next.grade),
      review: null,
      history: historyWith(context, finding, '変更', next),
    },
  });
  recordDrafted(context, audit, saved);
  return changedOf(saved);
};

export function historyWith(context: Context, finding: FindingRecord, change: string, written: FindingText) {
  const text = textOf({ ...finding.content, ...written });
  const { edition, history } = finding.content;
  return [...history, { edition, at: context.now.toISOString(), by: context.caller.accountId, change, text }];
}

export const returnDraftFinding: H<'returnDraftFinding'> = async (context, { findingId, version, remark }) => {
  const { finding, audit } = await takeFinding(context, findingId, version);
  checkFindingsOpen(audit);
  const state = advance(findingMachine, finding.state, 'send-back');
  const said = { text: remark, by: context.caller.accountId, on: context.today };
  const saved = await findings.save(context.tx, finding, {
    state,
    content: {
      review: null,
      qualityReturns: [...finding.content.qualityReturns, said],
      history: historyWith(context, finding, '品質の確認による差戻し', textOf(finding.content)),
    },
  });
  facts.record(context, 'finding.sent-back', {
    engagementId: audit.engagementId,
    subject: finding.id,
    data: { department: audit.departmentId, edition: finding.content.edition },
  });
  return changedOf(saved);
};

export const reviewFinding: H<'reviewFinding'> = async (context, { findingId, version }) => {
  const { finding, audit } = await takeFinding(context, findingId, version);
  checkFindingsOpen(audit);
  const state = advance(findingMachine, finding.state, 'review');
  // The policy may have been agreed after the draft was made.
  const criterion = await criterionFor(context, audit, finding.content.grade);
  const missing = missingParts({ ...finding.content, criterion }, audit.content.programme.levels);
  if (missing.length > 0) throw refuse(`この発見事項には、まだ書かれていない欄があります：${missing.join('、')}。`);
  const saved = await findings.save(context.tx, finding, {
    state,
    content: { criterion, review: { by: context.caller.accountId, on: context.today } },
  });
  facts.record(context, 'finding.reviewed', {
    engagementId: audit.engagementId,
    subject: finding.id,
    data: { department: audit.departmentId, edition: finding.content.edition },
  });
  return changedOf(saved);
};

export const issueFindings: H<'issueFindings'> = async (context, { auditId }) => {
  const audit = await takeAudit(context, auditId);
  await checkTargetAlive(context, audit);
  if (audit.state !== 'findings')
    throw refuse('確認作業がまだ終わっていません。先に監査チームが確認作業を終えてください。');
  const all = await findings.list(context.tx, { auditId });
  const ready = all.filter(({ state }) => state === 'reviewed');
  const unready = all.some(({ state }) => state === 'draft' || state === 'reopened');
  // Without any finding the lead still tells the city so, and opens the working papers.
  if (ready.length === 0 && (unready || audit.content.findingsIssuedOn !== null))
    throw refuse('市に提出できる発見事項がありません。先に監査責任者が発見事項の案を確かめてください。');
  for (const { id } of ready) {
    const finding = await findings.take(context.tx, id);
    const state = advance(findingMachine, finding.state, 'issue');
    const text = textOf(finding.content);
    await findings.save(context.tx, finding, {
      state,
      content: { issuedOn: context.today, issued: text, history: historyWith(context, finding, ISSUED, text) },
    });
    if (text.grade === null) throw refuse('評価がない発見事項は提出できません。');
    facts.record(context, 'finding.issued', {
      engagementId: audit.engagementId,
      subject: id,
      data: { department: audit.departmentId, grade: text.grade, edition: finding.content.edition },
    });
  }
  if (audit.content.findingsIssuedOn === null)
    await audits.save(context.tx, audit, { content: { findingsIssuedOn: context.today } });
  return { issued: ready.length };
};

export const withdrawFinding: H<'withdrawFinding'> = async (context, { findingId, version, reason }) => {
  const { finding, audit } = await takeFinding(context, findingId, version);
  checkFindingsOpen(audit);
  const state = advance(findingMachine, finding.state, 'withdraw');
  const saved = await findings.save(context.tx, finding, {
    state,
    content: {
      withdrawal: { reason, on: context.today },
      history: historyWith(context, finding, '取下げ', textOf(finding.content)),
    },
  });
  facts.record(context, 'finding.withdrawn', {
    engagementId: audit.engagementId,
    subject: finding.id,
    data: { department: audit.departmentId },
  });
  return changedOf(saved);
};
