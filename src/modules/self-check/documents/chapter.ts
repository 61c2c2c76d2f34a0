/** The chapter 自己点検・予備調査 of the business report: what was done, and when the results came. */
import { formatEra, dayOf } from '../../../core/calendar/index.ts';
import { SURVEY_TYPE_LABELS } from '../../../core/content-schema/index.ts';
import { type Block, chart, heading, marked, paragraph, sensitive, table } from '../../../documents/index.ts';
import type { Context } from '../../../kernel/module.ts';
import { newestCampaigns, summaryOf } from '../operations/common.ts';
import { analysisOf } from '../operations/results.ts';
import { listCampaigns, listStatuses } from '../store/campaign-store.ts';
import { listSelections, type StoredSelection } from '../store/decision-store.ts';
import { departmentsChart, sectionsChart, sourced } from './charts.ts';
import { bureauCell, tellsBureaus } from '../rules/bureaus.ts';
import { bureauBlocks, materialOf, percent, points, profileOf } from './material.ts';

/** What the respondents of a campaign are counted in. */
const COUNTED = { department: '課', person: '人', affair: '事務' } as const;

export async function chapter(context: Context, engagementId: string): Promise<readonly Block[]> {
  await profileOf(context, engagementId);
  const campaigns = await listCampaigns(context.tx, engagementId);
  const statuses = await listStatuses(
    context.tx,
    campaigns.map(({ id }) => id),
  );
  const rows = campaigns.filter(({ state }) => state !== 'preparing').map((campaign) => summaryOf(campaign, statuses));
  const [selection] = (await listSelections(context.tx, engagementId)).filter(({ notifiedAt }) => notifiedAt !== null);
  return [
    heading(2, '自己点検及び予備調査の結果'),
    ...(rows.length === 0
      ? [paragraph('自己点検及び予備調査は、まだ行われていません。')]
      : [
          paragraph(
            '発注者は、情報資産の管理の状況を書面で調べるため、次の調査を行いました。受注者は、その結果の引渡しを受け、監査の対象と確認の重点を定めるために用いました。',
          ),
          table({
            columns: [{ width: 26 }, { width: '1fr' }, { width: 30 }, { width: 26, align: 'right' }, { width: 34 }],
            header: ['調査', '受付期間', '対象', '回答', '結果の受領'],
            rows: rows.map((campaign) => [
              SURVEY_TYPE_LABELS[campaign.type],
              `${formatEra(campaign.opens)}から${formatEra(campaign.due)}まで`,
              `${campaign.departments}${COUNTED[campaign.unit]}`,
              `${campaign.answered}${COUNTED[campaign.unit]}`,
              campaign.deliveredAt === null ? '未受領' : formatEra(dayOf(campaign.deliveredAt)),
            ]),
          }),
        ]),
    ...(await resultBlocks(context, engagementId)),
    ...(selection === undefined ? [] : selectionBlocks(selection)),
  ];
}

/** How the departments answered: once the sheets are with the caller. */
async function resultBlocks(context: Context, engagementId: string): Promise<Block[]> {
  const { check } = await newestCampaigns(context.tx, engagementId);
  if (check === null || check.delivered_at === null) return [];
  const { campaign, form, sheets } = await materialOf(context, engagementId, 'self-check');
  const { answered, sections, bureaus, weak, items, ...all } = await analysisOf(context, campaign);
  const weakItems = weak.flatMap((id) => items.find((item) => item.id === id) ?? []).slice(0, 5);
  return [
    heading(3, '自己点検の結果'),
    paragraph(
      `${campaign.title}は${items.length}項目から成り、回答のあった${answered}課の平均点は${points(all.points)}（100点満点）でした。分類ごとの達成率などは、次のとおりです。`,
      { keepWithNext: true },
    ),
    table({
      columns: [{ width: '1fr' }, { width: 40, align: 'right' }],
      header: ['分類', '達成率'],
      rows: sections.map(({ title, rate }) => [title, percent(rate)]),
    }),
    ...sourced(`${campaign.title}の回答`, sectionsChart({ sections }, null)).map((one) => chart(one)),
    ...sourced(`${campaign.title}の回答`, departmentsChart(form, sheets)).map((one) =>
      marked(chart(one), sensitive('所属ごとの図')),
    ),
    ...bureauBlocks({ bureaus }),
    ...(weakItems.length === 0
      ? []
      : [
          paragraph('達成率の低い項目は、次のとおりです。', { keepWithNext: true }),
          table({
            columns: [
              { width: 12, align: 'right' },
              { width: '1fr' },
              { width: 22, align: 'right' },
              { width: 28, align: 'right' },
            ],
            header: ['問', '確認事項', '達成率', '「いいえ」の課'],
            rows: weakItems.map((item) => [item.number, item.question, percent(item.rate), `${item.no}課`]),
          }),
        ]),
  ];
}

function selectionBlocks({ choices, notifiedAt }: StoredSelection): Block[] {
  const told = tellsBureaus(choices.map(({ bureauName }) => bureauName));
  const notified = notifiedAt === null ? '' : `${formatEra(dayOf(notifiedAt.toISOString()))}に`;
  return [
    heading(3, '監査対象課', { marks: sensitive('監査対象課の名称', '監査対象課の名称は、公表していません。') }),
    paragraph(`発注者は、調査の結果から次の${choices.length}課を監査対象課に選び、${notified}受注者に通知しました。`, {
      keepWithNext: true,
    }),
    table({
      columns: [...(told ? [{ width: 40 }] : []), { width: 40 }, { width: 34 }, { width: '1fr' }],
      header: [...(told ? ['監査対象局'] : []), '監査対象課', '選定の根拠', '理由'],
      rows: choices.map((choice) => [
        ...(told ? [bureauCell(choice.bureauName)] : []),
        choice.departmentName,
        choice.basis.join('、'),
        choice.reason,
      ]),
    }),
  ];
}
