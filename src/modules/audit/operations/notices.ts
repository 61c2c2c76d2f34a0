/** The result notice of a department: four columns from the settled findings, issued by the lead, sent by the city. */
import { assuranceIn } from '../../../documents/index.ts';
import { AppError, fieldError, refuse } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { dayOfEvent } from '../../engagement/contract.ts';
import type { NoticeRow } from '../contract/notices.ts';
import { NOTICE_COLUMNS } from '../labels.ts';
import { emptyColumns, noticeObstacles } from '../rules/finding-rules.ts';
import { resultNoticeMachine } from '../rules/machines.ts';
import { checkRecordVersion, nextPosition, changedOf } from '../../../kernel/record-store.ts';
import { type AuditRecord, findings, resultNotices, type ResultNoticeRecord } from '../store/stores.ts';
import type { H } from './handler.ts';
import { advance, facts, isContractor, moveAudit, readAudit, takeAudit } from './shared.ts';

/** A result notice as its readers see it. */
export function viewOf(notice: ResultNoticeRecord, audit: AuditRecord) {
  const { id, version, position, createdAt, auditId, state, content } = notice;
  return { ...content, id, version, position, createdAt, auditId, state, departmentId: audit.departmentId };
}

export const listResultNotices: H<'listResultNotices'> = async (context, { auditId }) => {
  const audit = await readAudit(context, auditId);
  const all = await resultNotices.list(context.tx, { auditId });
  const seen = all.filter(({ content }) => isContractor(context.caller) || content.issuedOn !== null);
  return {
    notices: seen.map((notice) => viewOf(notice, audit)),
    blocked: isContractor(context.caller) ? await obstacles(context, audit) : [],
  };
};

async function obstacles(context: Context, audit: AuditRecord): Promise<string[]> {
  if (audit.state === 'preparing' || audit.state === 'in-progress')
    return ['確認作業がまだ終わっていません。先に監査チームが確認作業を終えてください。'];
  if (audit.content.findingsIssuedOn === null)
    return [
      '発見事項をまだ市に提出していません。先に監査責任者が提出してください（発見事項がない場合も、その旨を提出します）。',
    ];
  return noticeObstacles(await findings.list(context.tx, { auditId: audit.id }));
}

export const draftResultNotice: H<'draftResultNotice'> = async (context, { auditId, summary }) => {
  const audit = await takeAudit(context, auditId);
  if (audit.state !== 'findings' && audit.state !== 'in-progress' && audit.state !== 'preparing')
    throw refuse('監査結果通知書は既に送付しています。');
  const blocked = await obstacles(context, audit);
  if (blocked.length > 0) throw refuse(blocked.join(''));
  checkTone(summary);
  const rows = await rowsOf(context, audit);
  const earlier = await resultNotices.list(context.tx, { auditId });
  for (const notice of earlier.filter(({ state }) => state !== 'superseded')) {
    await resultNotices.save(context.tx, notice, { state: advance(resultNoticeMachine, notice.state, 'replace') });
  }
  const notice = await resultNotices.insert(context, {
    engagementId: audit.engagementId,
    auditId,
    state: 'drafted',
    position: nextPosition(earlier),
    content: { summary, rows, issuedOn: null, sentOn: null, number: '' },
  });
  facts.record(context, 'result-notice.drafted', {
    engagementId: audit.engagementId,
    subject: audit.departmentId,
    data: {
      department: audit.departmentId,
      columns: [...NOTICE_COLUMNS],
      findings: rows.length,
      notice: notice.id,
    },
  });
  return changedOf(notice);
};

function checkTone(summary: string): void {
  if (assuranceIn(summary) !== null)
    throw fieldError('summary', '助言型の監査のため、安全や適正を保証する書き方はできません。表現を改めてください。');
}

const NOT_APPLICABLE = '該当なし';

async function rowsOf(context: Context, audit: AuditRecord): Promise<NoticeRow[]> {
  const settled = (await findings.list(context.tx, { auditId: audit.id })).filter(({ state }) => state === 'agreed');
  const { levels } = audit.content.programme;
  return settled.map(({ id, position, content }) => {
    // What is well done has neither risk nor remedy: the notice says so instead of waiting for them.
    const praised = levels.some(({ label, needsRemedy }) => label === content.grade && !needsRemedy);
    const row = {
      findingId: id,
      number: position,
      title: content.title,
      finding: content.fact,
      grade: content.grade,
      risk: praised && content.risk.trim() === '' ? NOT_APPLICABLE : content.risk,
      recommendation: praised && content.recommendation.trim() === '' ? NOT_APPLICABLE : content.recommendation,
      basis: content.basis.map(({ citation }) => citation),
    };
    const empty = emptyColumns(row);
    if (row.grade === null || empty.length > 0)
      throw refuse(`発見事項${position}の次の欄が空です：${empty.join('、')}。先に発見事項を直してください。`);
    return { ...row, grade: row.grade };
  });
}

async function take(context: Context, noticeId: string, version: number) {
  const { auditId } = await resultNotices.get(context.tx, noticeId);
  const audit = await takeAudit(context, auditId);
  const notice = await resultNotices.take(context.tx, noticeId);
  if (!isContractor(context.caller) && notice.content.issuedOn === null)
    throw new AppError('state.refused', {
      message: 'この監査結果通知案は、まだ市に提出されていません。先に監査責任者が提出してください。',
    });
  checkRecordVersion(notice, version, viewOf(notice, audit));
  return { notice, audit };
}

export const saveResultNotice: H<'saveResultNotice'> = async (context, { noticeId, version, summary }) => {
  const { notice } = await take(context, noticeId, version);
  const state = advance(resultNoticeMachine, notice.state, 'save');
  checkTone(summary);
  return changedOf(await resultNotices.save(context.tx, notice, { state, content: { summary } }));
};

export const issueResultNotice: H<'issueResultNotice'> = async (context, { noticeId, version }) => {
  const { notice, audit } = await take(context, noticeId, version);
  const state = advance(resultNoticeMachine, notice.state, 'issue');
  if (notice.content.summary.trim() === '') throw fieldError('summary', '総評を書いてください。');
  const saved = await resultNotices.save(context.tx, notice, { state, content: { issuedOn: context.today } });
  facts.record(context, 'result-notice.issued', {
    engagementId: audit.engagementId,
    subject: audit.departmentId,
    data: { department: audit.departmentId, notice: notice.id },
  });
  return changedOf(saved);
};

export const sendResultNotice: H<'sendResultNotice'> = async (context, { noticeId, version, number, occurredOn }) => {
  const { notice, audit } = await take(context, noticeId, version);
  const state = advance(resultNoticeMachine, notice.state, 'send');
  const on = await dayOfEvent(context, audit.engagementId, occurredOn);
  const saved = await resultNotices.save(context.tx, notice, {
    state,
    content: { sentOn: on, number: number ?? '' },
  });
  await moveAudit(context, audit, 'send-result', {});
  facts.record(context, 'result-notice.sent', {
    engagementId: audit.engagementId,
    subject: audit.departmentId,
    data: { department: audit.departmentId, notice: notice.id, occurredOn: on },
  });
  return changedOf(saved);
};
