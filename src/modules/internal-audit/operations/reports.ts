/** Reports: read by both sides once handed in, written by the auditors of the target. */
import { AppError, refuse } from '../../../kernel/error.ts';
import { mayUse } from '../../../kernel/caller.ts';
import type { Context } from '../../../kernel/module.ts';
import { checkRecordVersion, nextPosition, changedOf } from '../../../kernel/record-store.ts';
import { auditContract } from '../../audit/contract.ts';
import { dayOfEvent } from '../../engagement/contract.ts';
import { internalAuditContract } from '../contract.ts';
import type { ReportContent } from '../contract/reports.ts';
import { failedChecks, observationOf, reportFaults } from '../rules/report-rules.ts';
import { type ReportRecord, reports, reviews } from '../store/stores.ts';
import {
  allTargets,
  facts,
  type H,
  isOffice,
  issuedReview,
  lineOf,
  ownTarget,
  ownTargets,
  reportViewOf,
  reviewerOf,
  reviewViewOf,
  versionsOf,
} from './shared.ts';

export const listReports: H<'listReports'> = async (context, { engagementId }) => {
  const lines = [];
  for (const target of await allTargets(context, engagementId))
    lines.push(await lineOf(context, target, isOffice(context)));
  return { reports: lines };
};

export const getReports: H<'getReports'> = async (context, { engagementId, targetId }) => {
  if (!(await allTargets(context, engagementId)).some((one) => one.targetId === targetId))
    throw new AppError('record.missing', { internal: 'target' });
  const versions = await versionsOf(context, targetId, isOffice(context));
  const reviewer = await reviewerOf(context, engagementId);
  return {
    audit: await auditOf(context, engagementId, targetId),
    versions: versions.map(reportViewOf),
    reviews: await reviewsOf(context, versions, context.caller.party === reviewer),
    reviewer,
  };
};

export const listOwnReports: H<'listOwnReports'> = async (context, { engagementId }) => {
  const { auditor, targets } = await ownTargets(context, engagementId);
  const lines = [];
  for (const target of targets) lines.push(await lineOf(context, target, true));
  return { auditor, reports: lines };
};

export const getOwnReport: H<'getOwnReport'> = async (context, { engagementId, targetId }) => {
  await ownTarget(context, engagementId, targetId);
  const versions = await versionsOf(context, targetId, true);
  return {
    audit: await auditOf(context, engagementId, targetId),
    versions: versions.map(reportViewOf),
    reviews: await reviewsOf(context, versions, false),
  };
};

export const startReport: H<'startReport'> = async (context, { engagementId, targetId }) => {
  await ownTarget(context, engagementId, targetId);
  const audit = await auditOf(context, engagementId, targetId);
  if (audit === null)
    throw refuse('この対象の監査がまだ始まっていません。監査の責任者又は事務局が監査を登録してから書いてください。');
  const all = await reports.list(context.tx, { targetId });
  const last = all.at(-1);
  if (last?.state === 'draft') throw refuse('書いている途中の版があります。その版を続けてください。');
  if (last?.state === 'submitted')
    throw refuse('レビューを待っている版があります。レビューが返ってから次の版を書いてください。');
  const content: ReportContent =
    last === undefined
      ? {
          auditId: audit.auditId,
          overview: '',
          goodPoints: [],
          observations: failedChecks(audit).map((check) => observationOf(check, context.newId())),
          unconfirmed: audit.checks
            .filter(({ judgement }) => judgement === 'unconfirmed')
            .map(({ number, title }) => `監査項目${number}　${title}`)
            .join('\n')
            .slice(0, 4000),
          conclusion: '',
          answers: [],
          submittedOn: null,
          writtenBy: context.caller.accountId,
        }
      : { ...last.content, answers: [], submittedOn: null, writtenBy: context.caller.accountId };
  const saved = await reports.insert(context, {
    engagementId,
    targetId,
    state: 'draft',
    position: nextPosition(all),
    content,
  });
  return changedOf(saved);
};

export const saveReport: H<'saveReport'> = async (context, { reportId, version, ...fields }) => {
  const report = await takeDraft(context, reportId, version);
  const known = new Set(
    ((await auditOf(context, report.engagementId, report.targetId))?.checks ?? []).map(({ id }) => id),
  );
  const faults = fields.observations.flatMap(({ checkId, title }, at) =>
    checkId !== null && !known.has(checkId)
      ? [
          {
            path: `observations.${at}.checkId`,
            message: `「${title}」の監査項目は、この監査から外されています。監査項目のない検出事項に直してください。`,
          },
        ]
      : [],
  );
  if (new Set(fields.observations.map(({ key }) => key)).size < fields.observations.length)
    faults.push({ path: 'observations', message: '同じ検出事項が二度書かれています。画面を開き直してください。' });
  if (faults.length > 0) throw new AppError('input.invalid', { fields: faults });
  const saved = await reports.save(context.tx, report, {
    content: { ...fields, writtenBy: context.caller.accountId },
  });
  return changedOf(saved);
};

export const submitReport: H<'submitReport'> = async (context, { reportId, version, occurredOn }) => {
  const report = await takeDraft(context, reportId, version);
  const { engagementId, targetId } = report;
  const audit = await auditOf(context, engagementId, targetId);
  if (audit === null) throw refuse('この対象の監査が見つかりません。監査の責任者に確かめてください。');
  const before = (await reports.list(context.tx, { targetId })).filter(({ position }) => position < report.position);
  const last = before.at(-1);
  const asked = last === undefined ? [] : ((await issuedReview(context, last.id))?.content.advice ?? []);
  const faults = reportFaults(report.content, audit.levels, asked);
  if (faults.length > 0) throw new AppError('input.invalid', { fields: faults });
  const on = await dayOfEvent(context, engagementId, occurredOn);
  for (const older of before)
    if (older.state !== 'superseded') await reports.save(context.tx, older, { state: 'superseded' });
  const saved = await reports.save(context.tx, report, { state: 'submitted', content: { submittedOn: on } });
  facts.record(context, 'auditor-report.submitted', {
    engagementId,
    subject: report.id,
    data: {
      target: targetId,
      version: report.position,
      observations: report.content.observations.length,
      occurredOn: on,
    },
  });
  return changedOf(saved);
};

async function takeDraft(context: Context, reportId: string, version: number): Promise<ReportRecord> {
  const report = await reports.take(context.tx, reportId);
  await ownTarget(context, report.engagementId, report.targetId);
  checkRecordVersion(report, version);
  if (report.state !== 'draft')
    throw refuse('この版は既に提出しています。直すときは、レビューの後に次の版を書いてください。');
  return report;
}

export async function auditOf(context: Context, engagementId: string, targetId: string) {
  if (!mayUse(auditContract, 'audit.assigned', context.caller)) return null;
  return (await context.client(auditContract).getAssignedAudit({ engagementId, targetId })).audit;
}

/** Reviews that went back; those under work only for the side that writes them. */
async function reviewsOf(context: Context, versions: readonly ReportRecord[], mayReadDrafts: boolean) {
  const found = [];
  for (const { id } of versions)
    found.push(
      ...(await reviews.list(context.tx, { reportId: id })).filter(
        ({ state }) =>
          state === 'issued' ||
          (mayReadDrafts && mayUse(internalAuditContract, 'internal-audit.review', context.caller)),
      ),
    );
  return found.map(reviewViewOf);
}
