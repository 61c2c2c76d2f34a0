/** Files that answer items of a sheet: taken in while one answers, read with the answers. */
import { questionnaireItems } from '../../../core/content-schema/index.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import { mayAnswer } from '../rules/respondent.ts';
import { dayInTime, refusalNow } from '../rules/submission.ts';
import { findCampaign, findStatus, listStatuses } from '../store/campaign-store.ts';
import { type AnswerFileRow, insertAnswerFile, listAnswerFiles as attachedFiles } from '../store/answer-files.ts';
import { checkAnswerer, checkDelivered, checkMayWrite, type H, isWide, respondentOf } from './common.ts';

/** Files of one sheet, over all items and submissions: also what was taken off again stays on record. */
const MOST_FILES = 200;

export const shownFiles = (rows: readonly AnswerFileRow[]) =>
  rows.map((row) => ({ id: row.file_id, item: row.item, name: row.name, size: Number(row.size) }));

export const attachAnswerFile: H<'attachAnswerFile'> = async (context, { campaignId, item, fileId, ...key }) => {
  const { tx, today, now } = context;
  const respondentId = respondentOf(key);
  const campaign = await findCampaign(tx, campaignId);
  const status = await findStatus(tx, campaignId, respondentId, true);
  checkMayWrite(context, status);
  const inTime = dayInTime(now, campaign.grace_minutes);
  const refusal = refusalNow(status, { opens: campaign.opens, today, dayInTime: inTime, own: true });
  if (refusal !== null && 'message' in refusal && refusal.code !== 'deadline.passed')
    throw new AppError(refusal.code, { message: refusal.message });
  if (questionnaireItems(campaign.form).find(({ id }) => id === item)?.type !== 'file')
    throw fieldError('item', 'この設問にはファイルを添付できません。画面を開き直してください。');
  const place = { tenantId: tx.tenantId, campaignId, respondentId };
  if ((await attachedFiles(tx, [place])).length >= MOST_FILES)
    throw new AppError('state.refused', {
      message: `一つの調査票に添付できるファイルは${MOST_FILES}件までです。ファイルをまとめてから添付してください。`,
    });
  const file = await context.files.attach(fileId, `self-check:${campaignId}:${respondentId}`);
  await insertAnswerFile(tx, {
    campaign_id: campaignId,
    respondent_id: respondentId,
    file_id: file.id,
    item,
    name: file.name,
    size: file.size,
    sha256: file.sha256,
    attached_by: context.caller.accountId,
    attached_at: context.now.toISOString(),
  });
  return { id: file.id, item, name: file.name, size: file.size };
};

/** For whoever reads sheets that came as files: what is attached already need not be attached again. */
export const listAnswerFiles: H<'listAnswerFiles'> = async (context, { campaignId, respondents }) => {
  const { tx, caller } = context;
  const wanted = new Set(respondents);
  const own = (await listStatuses(tx, [campaignId])).filter(
    (status) =>
      wanted.has(status.respondent_id) && (caller.roles.includes('security-office') || mayAnswer(status, caller)),
  );
  const keys = own.map((status) => ({ tenantId: tx.tenantId, campaignId, respondentId: status.respondent_id }));
  const rows = await attachedFiles(tx, keys);
  return {
    files: rows.map((row) => ({
      respondentId: row.respondent_id,
      id: row.file_id,
      item: row.item,
      name: row.name,
      sha256: row.sha256,
    })),
  };
};

export const downloadAnswerFile: H<'downloadAnswerFile'> = async (context, { campaignId, fileId, ...key }) => {
  const { tx, caller } = context;
  const respondentId = respondentOf(key);
  if (!isWide(caller)) checkAnswerer(caller, await findStatus(tx, campaignId, respondentId));
  checkDelivered(caller, await findCampaign(tx, campaignId));
  const files = await attachedFiles(tx, [{ tenantId: tx.tenantId, campaignId, respondentId }]);
  if (!files.some((row) => row.file_id === fileId)) throw new AppError('file.missing', { internal: 'answer file' });
  const { name, mediaType, bytes } = await context.files.open(fileId);
  return { name, mediaType, bytes };
};
