/** The papers that the city has sent to a department, for that department: as they were sent, never a draft. */
import { AppError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { renderFile } from '../../../documents/index.ts';
import { engagementOf } from '../../engagement/contract.ts';
import { departmentNames } from '../../people/contract.ts';
import { resultNoticeTree } from '../documents/findings.ts';
import { noticeTree } from '../documents/policy.ts';
import type { Source } from '../documents/source.ts';
import { type AuditRecord, audits, resultNotices } from '../store/stores.ts';
import type { H } from './handler.ts';
import { viewOf } from './notices.ts';
import { auditViewOf } from './programme.ts';
import { knows, reachesAudit } from './shared.ts';

export const downloadOwnNotice: H<'downloadOwnNotice'> = async (context, { auditId, notice, format }) => {
  const audit = await audits.get(context.tx, auditId);
  // Before the notice the department does not know that it was chosen.
  if (!reachesAudit(context.caller, audit) || !knows(audit))
    throw new AppError('record.missing', { internal: 'own notice' });
  const view = await auditViewOf(context, audit);
  const source = await sourceOf(context, audit);
  if (notice === 'audit-notice') {
    // Of a planned target it is among the papers of its preparation.
    if (audit.content.notice === null) throw new AppError('record.missing', { internal: 'own notice' });
    return renderFile(noticeTree(source, view, audit.content.notice.text), format, '監査通知書');
  }
  const sent = (await resultNotices.list(context.tx, { auditId })).find(({ state }) => state === 'sent');
  if (sent === undefined)
    throw new AppError('record.missing', {
      message: '監査結果通知書は、まだ届いていません。市の情報セキュリティ担当課が送付すると取り出せます。',
    });
  const department = (await departmentNames(context)).get(audit.departmentId) ?? view.departmentName;
  return renderFile(resultNoticeTree(source, viewOf(sent, audit), { ...view, department }), format, '監査結果通知書');
};

/** The head of a letter to one department: it names no person and no other department. */
async function sourceOf(context: Context, { engagementId }: AuditRecord): Promise<Source> {
  return {
    engagement: await engagementOf(context, engagementId),
    today: context.today,
    audits: [],
    all: [],
    others: 0,
    theme: null,
    nameOf: () => '',
    memberName: () => '',
  };
}
