/** Somebody without an account passes the sheet to a colleague who has none either, and takes it back. */
import { AppError } from '../../../kernel/error.ts';
import type { Context, OpenHandler } from '../../../kernel/module.ts';
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { OK } from '../../../kernel/schema.ts';
import { issueToken } from '../../../kernel/token.ts';
import type { selfCheckContract } from '../contract.ts';
import { facts } from '../facts.ts';
import type { Campaign } from '../store/campaign-store.ts';
import { deletePassedLink, insertPassedLink, passedLinkOf } from '../store/passed-link-store.ts';
import type { StatusRow } from '../store/tables.ts';
import { withLink } from './by-link.ts';

type C = typeof selfCheckContract;
type Open<K extends keyof C['operations']> = OpenHandler<ParsedInputOf<C, K>, OutputOf<C, K>>;

export const passLink: Open<'passLink'> = (open, { token, name, reason }) =>
  withLink(open, token, async (context, found) => {
    checkMayPass(found);
    const { campaign, status } = found;
    const id = context.newId();
    const issued = issueToken('s', context.tx.tenantId);
    await insertPassedLink(context.tx, {
      campaign_id: campaign.id,
      respondent_id: status.respondent_id,
      id,
      token_hash: issued.tokenHash,
      name,
      reason,
      passed_at: context.now,
    });
    record(context, found, id);
    return { path: `/answer#${issued.token}` };
  });

export const takeBackLink: Open<'takeBackLink'> = (open, { token }) =>
  withLink(open, token, async (context, found) => {
    checkMayPass(found);
    const { campaign, status } = found;
    if ((await passedLinkOf(context.tx, campaign.id, status.respondent_id)) === null)
      throw new AppError('state.refused', { message: 'この調査票は、誰にも任せていません。' });
    await deletePassedLink(context.tx, campaign.id, status.respondent_id);
    record(context, found, null);
    return OK;
  });

interface Found {
  readonly campaign: Campaign;
  readonly status: StatusRow;
  readonly passed: boolean;
}

function checkMayPass({ campaign, status, passed }: Found): void {
  if (passed)
    throw new AppError('permission.refused', {
      message: '任された人が、さらにほかの人に任せることはできません。元の人に相談してください。',
    });
  if (campaign.anonymous)
    throw new AppError('state.refused', { message: '匿名の調査への回答は、ほかの人に任せられません。' });
  if (status.closed)
    throw new AppError('state.refused', { message: 'この調査は締め切られました。回答を任せることはできません。' });
}

/** The name of the colleague stays with the link; the journal knows an id only. */
function record(context: Context, { campaign, status }: Found, to: string | null): void {
  facts.record(context, 'sheet.passed', {
    engagementId: campaign.engagement_id,
    subject: `${campaign.id}:${status.respondent_id}`,
    data: {
      campaign: campaign.id,
      department: status.department_id,
      ...(status.kind === 'department' ? {} : { respondent: status.respondent_id }),
      to,
    },
  });
}
