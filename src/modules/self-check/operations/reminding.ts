/** Reminders, by the office or by the product three days before the due day. */
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { JobContext } from '../../../kernel/module.ts';
import { facts } from '../facts.ts';
import { type CampaignRow, insertNotices, listStatuses, lockCampaign } from '../store/campaign-store.ts';
import type { StatusRow } from '../store/tables.ts';

export const REMINDER_JOB = 'self-check.remind';

const AUTOMATIC = '提出期限が近づいています。回答がまだ届いていないため、期限までに提出してください。';

type Work = Pick<JobContext, 'tx' | 'now' | 'newId' | 'append'>;

/** Writes a notice to every department without an answer, or to those named; answers with the departments reminded. */
export async function remind(
  work: Work,
  campaign: CampaignRow,
  { departments, message }: { readonly departments: readonly string[] | null; readonly message: string },
): Promise<readonly StatusRow[]> {
  if (campaign.state === 'preparing')
    throw new AppError('state.refused', { message: '準備中の調査には督促を出せません。先に調査を始めてください。' });
  if (campaign.state === 'closed')
    throw new AppError('state.refused', { message: '締め切った調査には督促を出せません。' });
  const statuses = await listStatuses(work.tx, [campaign.id]);
  const unknown = departments?.some((id) => !statuses.some((status) => status.respondent_id === id)) ?? false;
  if (unknown)
    throw fieldError('departments', 'この調査の対象でない所属、人又は事務が含まれています。選び直してください。');
  const open = statuses.filter(
    (status) => status.state !== 'submitted' && (departments === null || departments.includes(status.respondent_id)),
  );
  if (open.length === 0) return [];
  await insertNotices(
    work.tx,
    open.map((status) => ({
      id: work.newId(),
      campaign_id: campaign.id,
      respondent_id: status.respondent_id,
      kind: 'reminder' as const,
      message: message === '' ? AUTOMATIC : message,
      created_at: work.now.toISOString(),
    })),
  );
  facts.record(work, 'campaign.reminded', {
    engagementId: campaign.engagement_id,
    subject: campaign.id,
    data: {
      type: campaign.type,
      departments: [...new Set(open.map((status) => status.department_id))],
      ...respondentsIn(open),
    },
  });
  return open;
}

const respondentsIn = (open: readonly StatusRow[]) =>
  open.some(({ kind }) => kind !== 'department') ? { respondents: open.map((status) => status.respondent_id) } : {};

/** The job: a campaign that was closed or fully answered meanwhile needs no reminder. */
export async function remindByJob(context: JobContext, payload: Readonly<Record<string, unknown>>): Promise<void> {
  const campaign = await lockCampaign(context.tx, String(payload['campaignId']));
  if (campaign.state === 'open') await remind(context, campaign, { departments: null, message: '' });
}
