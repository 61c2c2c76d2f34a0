/** The chapter 自己点検・予備調査 of the business report: what was done, and when the results came. */
import { formatEra, dayOf } from '../../../core/calendar/index.ts';
import { type Block, heading, paragraph, table } from '../../../documents/index.ts';
import type { Context } from '../../../kernel/module.ts';
import { summaryOf } from '../operations/common.ts';
import { listCampaigns, listStatuses } from '../store/campaign-store.ts';
import { listSelections, type StoredSelection } from '../store/decision-store.ts';
import { profileOf } from './material.ts';

const TYPES = { 'self-check': '自己点検', 'preliminary-survey': '予備調査' } as const;

export async function chapter(context: Context, engagementId: string): Promise<readonly Block[]> {
  await profileOf(context, engagementId);
  const campaigns = await listCampaigns(context.tx, engagementId);
  const statuses = await listStatuses(
    context.tx,
    campaigns.map(({ id }) => id),
  );
  const rows = campaigns.map((campaign) => summaryOf(campaign, statuses));
  const [selection] = (await listSelections(context.tx, engagementId)).filter(({ notifiedAt }) => notifiedAt !== null);
  return [
    heading(2, '自己点検・予備調査'),
    ...(rows.length === 0
      ? [paragraph('自己点検及び予備調査は、まだ行われていない。')]
      : [
          paragraph('発注者は、情報資産の管理の状況を書面で調べるため、次の調査を行い、その結果を受注者に引き渡した。'),
          table({
            columns: [{ width: 26 }, { width: '1fr' }, { width: 30 }, { width: 26, align: 'right' }, { width: 34 }],
            header: ['調査', '受付期間', '対象', '回答', '結果の受領'],
            rows: rows.map((campaign) => [
              TYPES[campaign.type],
              `${formatEra(campaign.opens)}から${formatEra(campaign.due)}まで`,
              `${campaign.departments}課`,
              `${campaign.answered}課`,
              campaign.deliveredAt === null ? '未受領' : formatEra(dayOf(campaign.deliveredAt)),
            ]),
          }),
        ]),
    ...(selection === undefined ? [] : selectionBlocks(selection)),
  ];
}

function selectionBlocks({ choices, notifiedAt }: StoredSelection): Block[] {
  const notified = notifiedAt === null ? '' : `${formatEra(dayOf(notifiedAt.toISOString()))}に`;
  return [
    heading(3, '監査対象課'),
    paragraph(`発注者は、調査の結果から次の${choices.length}課を監査対象課に選び、${notified}受注者に通知した。`),
    table({
      columns: [{ width: 40 }, { width: 40 }, { width: 34 }, { width: '1fr' }],
      header: ['監査対象局', '監査対象課', '選定の根拠', '理由'],
      rows: choices.map((choice) => [choice.bureauName, choice.departmentName, choice.basis.join('、'), choice.reason]),
    }),
  ];
}
