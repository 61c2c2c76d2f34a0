/** Criteria of the analysis, and the record that it is complete. */
import { questionnaireItems } from '../../../core/content-schema/index.ts';
import { AppError } from '../../../kernel/error.ts';
import { facts } from '../facts.ts';
import { adviceOf } from '../rules/advice.ts';
import { groupTables, itemRows, weakItems } from '../rules/distribution.ts';
import { insertCriteria, insertRecord, newestRecords } from '../store/records.ts';
import { allCriteria, currentCriteria, type H } from './common.ts';
import { isMyNumber, type Material, materialOf } from './material.ts';
import { engagementContract } from '../../engagement/contract.ts';

export const getCriteria: H<'getCriteria'> = async (context, { engagementId }) => {
  await context.client(engagementContract).getEngagement({ engagementId });
  return { inForce: await currentCriteria(context, engagementId), versions: await allCriteria(context, engagementId) };
};

export const changeCriteria: H<'changeCriteria'> = async (context, { engagementId, number, criteria, reason }) => {
  await context.client(engagementContract).getEngagement({ engagementId });
  const before = await currentCriteria(context, engagementId);
  if (before.number !== number) throw new AppError('record.stale', { current: before });
  const { accountId: by } = context.caller;
  await insertCriteria(context.tx, engagementId, { number: number + 1, criteria, reason, by, at: context.now });
  facts.record(context, 'analysis.criteria-changed', {
    engagementId,
    subject: engagementId,
    data: { number: number + 1, smallestGroup: criteria.smallestGroup },
  });
  return currentCriteria(context, engagementId);
};

/** How the ways to answer are called in the specifications. */
const MEDIA: Readonly<Record<string, string>> = {
  web: '受託者のWeb',
  html: '受託者のWeb',
  excel: 'エクセルシート',
  paper: '紙媒体',
};

export const recordAnalysis: H<'recordAnalysis'> = async (context, { campaignId, number, summary, advice }) => {
  const material = await materialOf(context, campaignId);
  const { campaign, form } = material;
  if (campaign.state !== 'closed')
    throw new AppError('state.refused', {
      message: '分析は、情報セキュリティ担当課が調査を締め切った後に確定してください。',
    });
  const before = (await newestRecords(context.tx, [campaignId])).get(campaignId);
  if ((before?.number ?? 0) !== number)
    throw new AppError('record.stale', {
      current: before === undefined ? null : { ...before, recordedAt: before.recordedAt.toISOString() },
    });
  const items = new Map(questionnaireItems(form).map((item) => [item.id, item]));
  const strange = advice.findIndex(({ item }) => !items.has(item));
  if (strange >= 0)
    throw new AppError('input.invalid', {
      fields: [{ path: `advice.${strange}.item`, message: 'この設問は調査票にありません。' }],
    });
  const weak = weakItems(itemRows(form, material.sheets, material.criteria.criteria.smallestGroup));
  const without = weak.filter(({ id }) => adviceOf(items.get(id), advice) === null);
  if (isMyNumber(material) && without.length > 0)
    throw new AppError('state.refused', {
      message: `改善の提案がない設問があります（${without.map((row) => `問${row.number}`).join('、')}）。達成率の低い設問の全てに、改善の提案を書いてください。`,
    });
  await insertRecord(context.tx, campaign.engagementId, {
    campaignId,
    number: number + 1,
    summary,
    advice,
    by: context.caller.accountId,
    at: context.now,
  });
  facts.record(context, 'self-check.analysed', {
    engagementId: campaign.engagementId,
    subject: campaignId,
    data: {
      campaign: campaignId,
      type: campaign.type,
      fiscalYear: campaign.fiscalYear,
      issued: campaign.asked,
      collected: campaign.answered,
      coverage: campaign.asked === 0 ? 0 : campaign.answered / campaign.asked,
      ...(campaign.unit === 'affair' ? { affairs: campaign.asked } : {}),
      media: [...new Set(material.channels.map((channel) => MEDIA[channel] ?? channel))],
      contents: contentsOf(without.length === 0),
      segments: segmentsOf(material),
      weakItems: weak.length,
      withoutProposal: without.length,
      number: number + 1,
    },
  });
  return { number: number + 1, summary, recordedAt: context.now.toISOString() };
};

/** What the analysis holds, by the words of the specifications. */
const contentsOf = (proposed: boolean): string[] => [
  '点検結果データの分析',
  '問題点の抽出',
  '集計',
  '課題の可視化',
  ...(proposed ? ['具体的な改善提案'] : []),
];

function segmentsOf({ form, sheets }: Material): string[] {
  const table = groupTables(form, sheets).find(({ id }) => id === 'segment');
  return table?.groups.map(({ name }) => name) ?? [];
}
