/** A sheet passed to a colleague, and taken back. Who did it is kept. */
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { OK } from '../../../kernel/schema.ts';
import { peopleContract } from '../../people/contract.ts';
import { facts } from '../facts.ts';
import { isOwner } from '../rules/respondent.ts';
import { findCampaign, findStatus, updateStatus } from '../store/campaign-store.ts';
import { insertDelegation } from '../store/person-store.ts';
import { checkAnswerer, type H, respondentOf } from './common.ts';

export const passSheet: H<'passSheet'> = async (context, { campaignId, to, reason, ...key }) => {
  const { accounts } = await context.client(peopleContract).listAccounts({});
  const colleague = accounts.find(({ id }) => id === to);
  if (colleague === undefined || colleague.party !== 'city')
    throw fieldError('to', '任せられるのは、利用者に登録されている市の職員だけです。選び直してください。');
  if (to === context.caller.accountId) throw fieldError('to', '自分以外の人を選んでください。');
  return change(context, { campaignId, respondentId: respondentOf(key), to, reason });
};

export const takeBackSheet: H<'takeBackSheet'> = async (context, { campaignId, reason, ...key }) =>
  change(context, { campaignId, respondentId: respondentOf(key), to: null, reason });

interface Passing {
  readonly campaignId: string;
  readonly respondentId: string;
  readonly to: string | null;
  readonly reason: string;
}

async function change(context: Context, { campaignId, respondentId, to, reason }: Passing): Promise<typeof OK> {
  const { tx, caller, now } = context;
  const campaign = await findCampaign(tx, campaignId);
  const status = await findStatus(tx, campaignId, respondentId, true);
  checkAnswerer(caller, status);
  if (campaign.anonymous)
    throw new AppError('state.refused', { message: '匿名の調査への回答は、ほかの人に任せられません。' });
  if (status.closed)
    throw new AppError('state.refused', { message: 'この調査は締め切られました。回答を任せることはできません。' });
  if (to === null && status.delegate_id === null)
    throw new AppError('state.refused', { message: 'この調査票は、誰にも任せていません。' });
  if (to !== null && isOwner(status, { accountId: to, departmentIds: [] }))
    throw fieldError('to', 'この調査票の本人です。本人に戻すときは「自分に戻す」を選んでください。');
  await insertDelegation(tx, { campaignId, respondentId, from: caller.accountId, to, reason, at: now });
  await updateStatus(tx, campaignId, respondentId, { delegate_id: to });
  facts.record(context, 'sheet.passed', {
    engagementId: campaign.engagement_id,
    subject: `${campaignId}:${respondentId}`,
    data: {
      campaign: campaignId,
      department: status.department_id,
      ...(status.kind === 'department' ? {} : { respondent: respondentId }),
      to,
    },
  });
  return OK;
}
