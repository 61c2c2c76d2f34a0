/** The papers of one audit before the city: laid open, remarked on, answered, and confirmed as to their facts. */
import { AppError, fieldError, refuse } from '../../../kernel/error.ts';
import { changedOf } from '../../../kernel/record-store.ts';
import { dayOfEvent } from '../../engagement/contract.ts';
import type { PaperSet } from '../contract/paper-set.ts';
import { readCheckRows } from '../store/check-rows.ts';
import { type AuditRecord, audits, checks } from '../store/stores.ts';
import type { H } from './handler.ts';
import { checkOwnAudit, facts, takeAudit, targetOf } from './shared.ts';
import { checkPapersOpen } from './papers.ts';
import { checkTargetAlive } from './target-alive.ts';

export const draftPaperSet: H<'draftPaperSet'> = async (context, { auditId, version }) => {
  const audit = await takeAudit(context, auditId, version);
  checkPapersOpen(audit);
  await checkTargetAlive(context, audit);
  const rows = (await readCheckRows(context.tx, auditId)).filter(({ state }) => state === 'in-scope');
  const open = rows.filter(({ paper }) => paper !== 'reviewed');
  if (rows.length === 0) throw refuse('確認項目がないため、監査調書を示せません。');
  if (open.length > 0)
    throw refuse(
      `査閲を終えていない調書が${open.length}件あります：項目${open
        .slice(0, 10)
        .map(({ number }) => number)
        .join('、')}${open.length > 10 ? 'ほか' : ''}。先に査閲を終えてください。`,
    );
  const edition = (audit.content.papers?.version ?? 0) + 1;
  const saved = await audits.save(context.tx, audit, {
    content: {
      papers: {
        version: edition,
        draftedOn: context.today,
        confirmedOn: null,
        shownOn: null,
        answer: null,
        remarks: audit.content.papers?.remarks ?? [],
      },
    },
  });
  facts.record(context, 'working-paper.drafted', {
    engagementId: audit.engagementId,
    subject: audit.id,
    data: { type: audit.content.programme.factType, target: targetOf(audit), version: edition },
  });
  return { ...changedOf(saved), edition };
};

function setOf(audit: AuditRecord): PaperSet {
  const { papers } = audit.content;
  if (papers === null) throw refuse('監査調書は、まだ市に示されていません。先に監査責任者が示してください。');
  return papers;
}

export const showPaperSet: H<'showPaperSet'> = async (context, { auditId, version, occurredOn }) => {
  const audit = await takeAudit(context, auditId, version);
  checkPapersOpen(audit);
  const papers = setOf(audit);
  if (papers.confirmedOn !== null) throw refuse('この監査調書の事実の確認は、既に終わっています。');
  if (papers.shownOn !== null) throw refuse('この監査調書の事実は、既に所属に示しています。');
  const on = await dayOfEvent(context, audit.engagementId, occurredOn);
  const saved = await audits.save(context.tx, audit, { content: { papers: { ...papers, shownOn: on } } });
  facts.record(context, 'working-paper.shown', {
    engagementId: audit.engagementId,
    subject: audit.id,
    data: { ...identity(audit, papers), occurredOn: on },
  });
  return changedOf(saved);
};

export const answerOwnPapers: H<'answerOwnPapers'> = async (context, { auditId, remarks }) => {
  const audit = await audits.take(context.tx, auditId);
  checkOwnAudit(context.caller, audit);
  const { papers } = audit.content;
  if (papers === null || papers.shownOn === null)
    throw new AppError('record.missing', { internal: 'papers not shown' });
  if (papers.confirmedOn !== null)
    throw refuse('事実の確認は終わっています。意見があるときは、担当課に連絡してください。');
  if (papers.answer?.agreed === true)
    throw refuse('事実に違いがないことを、既に答えています。意見があるときは、担当課に連絡してください。');
  const known = new Set((await readCheckRows(context.tx, auditId)).map(({ id }) => id));
  for (const [index, { checkId }] of remarks.entries())
    if (checkId !== null && !known.has(checkId))
      throw fieldError(`remarks.${index}.checkId`, 'この監査の確認項目から選んでください。');
  const by = { by: context.caller.accountId, on: context.today };
  const agreed = remarks.length === 0;
  const added = remarks.map(({ checkId, text }) => ({
    ...{ id: context.newId(), checkId, text, ...by },
    ...{ party: 'department' as const, resolution: null },
  }));
  const saved = await audits.save(context.tx, audit, {
    content: { papers: { ...papers, answer: { agreed, ...by }, remarks: [...papers.remarks, ...added] } },
  });
  facts.record(context, 'working-paper.answered', {
    engagementId: audit.engagementId,
    subject: audit.id,
    data: { ...identity(audit, papers), agreed, remarks: remarks.length },
  });
  return changedOf(saved);
};

const identity = (audit: AuditRecord, { version }: PaperSet) => ({
  ...{ type: audit.content.programme.factType, target: targetOf(audit), version },
});

export const remarkPaperSet: H<'remarkPaperSet'> = async (context, { auditId, version, checkId, text }) => {
  const audit = await takeAudit(context, auditId, version);
  checkPapersOpen(audit);
  const papers = setOf(audit);
  if (papers.confirmedOn !== null) throw refuse('事実の確認を終えた監査調書に、意見は付けられません。');
  if (checkId !== null && (await checks.get(context.tx, checkId)).auditId !== auditId)
    throw fieldError('checkId', 'この監査の確認項目から選んでください。');
  const remark = {
    ...{ id: context.newId(), checkId, text, by: context.caller.accountId, on: context.today },
    ...{ party: 'city' as const, resolution: null },
  };
  return changedOf(
    await audits.save(context.tx, audit, { content: { papers: { ...papers, remarks: [...papers.remarks, remark] } } }),
  );
};

export const resolvePaperRemark: H<'resolvePaperRemark'> = async (context, { auditId, version, remarkId, text }) => {
  const audit = await takeAudit(context, auditId, version);
  const papers = setOf(audit);
  const found = papers.remarks.find(({ id }) => id === remarkId);
  if (found === undefined) throw fieldError('remarkId', 'この監査調書に付いた意見から選んでください。');
  if (found.resolution !== null) throw refuse('この意見への対応は、既に答えています。');
  const resolution = { text, by: context.caller.accountId, on: context.today };
  const remarks = papers.remarks.map((remark) => (remark.id === remarkId ? { ...remark, resolution } : remark));
  return changedOf(await audits.save(context.tx, audit, { content: { papers: { ...papers, remarks } } }));
};

export const confirmPaperSet: H<'confirmPaperSet'> = async (context, { auditId, version, occurredOn }) => {
  const audit = await takeAudit(context, auditId, version);
  const papers = setOf(audit);
  if (papers.confirmedOn !== null) throw refuse('この監査調書の事実の確認は、既に終わっています。');
  const open = papers.remarks.filter(({ resolution }) => resolution === null).length;
  if (open > 0) throw refuse(`まだ対応していない意見が${open}件あります。先に監査チームが対応を答えてください。`);
  const on = await dayOfEvent(context, audit.engagementId, occurredOn);
  const saved = await audits.save(context.tx, audit, { content: { papers: { ...papers, confirmedOn: on } } });
  facts.record(context, 'working-paper.confirmed', {
    engagementId: audit.engagementId,
    subject: audit.id,
    data: { type: audit.content.programme.factType, target: targetOf(audit), version: papers.version },
  });
  return changedOf(saved);
};
