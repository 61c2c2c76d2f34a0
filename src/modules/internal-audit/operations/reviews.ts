/** Reviews: what may have been left out, the criteria, advice; saved, then returned to the auditor. */
import { AppError, fieldError, refuse } from '../../../kernel/error.ts';
import { mayUse } from '../../../kernel/caller.ts';
import type { Context } from '../../../kernel/module.ts';
import { checkRecordVersion, changedOf } from '../../../kernel/record-store.ts';
import { auditContract } from '../../audit/contract.ts';
import { CRITERIA, type ReviewFields } from '../contract/reviews.ts';
import { doubtsOf } from '../rules/report-rules.ts';
import { type ReportRecord, reports, reviews } from '../store/stores.ts';
import { auditOf } from './reports.ts';
import { facts, type H, reviewerOf } from './shared.ts';

export const getDoubts: H<'getDoubts'> = async (context, { reportId }) => {
  const report = await reports.get(context.tx, reportId);
  checkSubmitted(report);
  await checkReviewer(context, report);
  return { doubts: await readDoubts(context, report) };
};

export const saveReview: H<'saveReview'> = async (context, { reportId, version, ...fields }) => {
  const report = await reports.take(context.tx, reportId);
  checkSubmitted(report);
  await checkReviewer(context, report);
  if (report.state !== 'submitted') throw refuse('この版のレビューは既に返しています。次の版をレビューしてください。');
  checkFields(report, fields);
  const [before] = await reviews.list(context.tx, { reportId });
  const content = { ...fields, issuedOn: null, by: context.caller.accountId };
  if (before === undefined) {
    if (version !== 0) throw new AppError('record.missing', { internal: 'no review' });
    const made = await reviews.insert(context, {
      ...{ engagementId: report.engagementId, reportId },
      ...{ state: 'draft', position: report.position, content },
    });
    return changedOf(made);
  }
  const review = await reviews.take(context.tx, before.id);
  checkRecordVersion(review, version);
  return changedOf(await reviews.save(context.tx, review, { content }));
};

export const issueReview: H<'issueReview'> = async (context, { reviewId, version }) => {
  const review = await reviews.take(context.tx, reviewId);
  const report = await reports.take(context.tx, review.reportId);
  await checkReviewer(context, report);
  checkRecordVersion(review, version);
  if (review.state === 'issued') throw refuse('このレビューは既に返しています。');
  const { content } = review;
  const missing = CRITERIA.slice(0, 4).filter((name) => !content.criteria.some(({ criterion }) => criterion === name));
  if (missing.length > 0)
    throw refuse(`観点のうち${missing.join('、')}の評価がありません。評価してから返してください。`);
  const doubts = await readDoubts(context, report);
  const open = doubts.filter(({ key }) => !content.doubts.some((one) => one.key === key));
  if (open.length > 0)
    throw refuse(
      `漏れのおそれがある事項のうち${open.length}件の判断がありません。漏れかどうかを判断してから返してください。`,
    );
  if (content.outcome === 'again' && content.advice.length === 0)
    throw refuse('次の版を求めるときは、何を直すかを助言に書いてください。');
  const saved = await reviews.save(context.tx, review, { state: 'issued', content: { issuedOn: context.today } });
  await reports.save(context.tx, report, { state: content.outcome === 'again' ? 'returned' : 'settled' });
  facts.record(context, 'auditor-report.reviewed', {
    engagementId: report.engagementId,
    subject: report.id,
    data: {
      target: report.targetId,
      version: report.position,
      criteria: content.criteria.map(({ criterion }) => criterion),
      advice: content.advice.length,
      missed: content.doubts.filter(({ decision }) => decision === 'missed').length,
      again: content.outcome === 'again',
    },
  });
  return changedOf(saved);
};

function checkSubmitted(report: ReportRecord): void {
  if (report.state === 'draft') throw new AppError('record.missing', { internal: 'not handed in' });
}

async function checkReviewer(context: Context, { engagementId, content }: ReportRecord): Promise<void> {
  const reviewer = await reviewerOf(context, engagementId);
  if (context.caller.party !== reviewer)
    throw refuse(
      reviewer === 'city'
        ? 'この契約では、報告書のレビューは市が行います。市の担当課に依頼してください。'
        : 'この契約では、報告書のレビューは受託者が行います。結果が返るまでお待ちください。',
    );
  if (content.writtenBy === context.caller.accountId)
    throw refuse('報告書を書いた本人は、レビューできません。ほかの人に依頼してください。');
}

function checkFields(report: ReportRecord, fields: ReviewFields): void {
  const known = new Set(report.content.observations.map(({ key }) => key));
  for (const [at, { observation }] of fields.advice.entries())
    if (observation !== null && !known.has(observation))
      throw fieldError(`advice.${at}.observation`, 'この版にない検出事項への助言です。画面を開き直してください。');
  const criteria = fields.criteria.map(({ criterion }) => criterion);
  if (new Set(criteria).size < criteria.length) throw fieldError('criteria', '同じ観点が二度書かれています。');
  for (const [at, { result, comment }] of fields.criteria.entries())
    if (result === 'advise' && comment.trim() === '')
      throw fieldError(`criteria.${at}.comment`, '助言が要ると評価したときは、その内容を書いてください。');
  for (const [at, { decision, comment }] of fields.doubts.entries())
    if (decision === 'explained' && comment.trim() === '')
      throw fieldError(`doubts.${at}.comment`, '漏れではないと判断したときは、その理由を書いてください。');
}

async function readDoubts(context: Context, report: ReportRecord) {
  const audit = await auditOf(context, report.engagementId, report.targetId);
  if (audit === null) return [];
  const { sessions } = mayUse(auditContract, 'audit.read', context.caller)
    ? await context.client(auditContract).listSessions({ auditId: audit.auditId })
    : { sessions: [] };
  return doubtsOf(
    audit,
    report.content.observations,
    sessions.filter(({ kind }) => kind === 'attended'),
  );
}
